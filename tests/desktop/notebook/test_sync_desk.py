# SPDX-License-Identifier: MIT
"""The sync word and the page behind it say what is true, and the window hears of it in measure."""

import pytest
from notebook_world import AINO, BERTTA, CELIA, MORNING, TEAM, NotebookWorld
from stand import Stand

from desktop.notebook.messages.envelope import Event
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import (
    CancelSync,
    OpenSync,
    RecordsChanged,
    SyncChanged,
    SyncNow,
    SyncPhase,
)
from desktop.notebook.sync_desk import Counts, SyncDesk
from desktop.store.changes import Change
from desktop.store.journal import StoreJournal
from sync.client.state import Activity, SyncState
from sync.log.commit import Draft
from sync.protocol.journal import RoundOutcome, RoundRecord
from sync.records.ids import audit_stream, team_stream

STREAM = team_stream(TEAM)


class Rounds:
    """Counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def nudge(self) -> None:
        """Note it."""
        self.asked.append("nudge")

    def cancel(self) -> None:
        """Note it."""
        self.asked.append("cancel")


class Office:
    """A stand with its sync desk, the events it told, and a clock that stands still."""

    def __init__(self, world: NotebookWorld) -> None:
        self.stand = Stand(world, AINO)
        self.told: list[Event] = []
        self.seconds = 0.0
        self.lane = world.lane()
        self.rounds = Rounds()
        self.sync = SyncDesk(
            self.stand.desk, reading=self.lane, tell=self.told.append,
            counts=Counts(conflicts=lambda: 2, review_waiting=lambda: 3, news=lambda: 4, due=lambda: 5),
            monotonic=lambda: self.seconds,
        )  # fmt: skip
        self.sync.attach(self.rounds)

    def changed(self, activity: Activity, **more: int | str) -> None:
        """Report a state as the worker does."""
        self.sync.changed(SyncState(activity, 0, **more))  # type: ignore[arg-type]  # names of its fields

    @property
    def words(self) -> list[SyncChanged]:
        """What the header was told."""
        return [one for one in self.told if isinstance(one, SyncChanged)]

    @property
    def records(self) -> list[RecordsChanged]:
        """What the pages were told."""
        return [one for one in self.told if isinstance(one, RecordsChanged)]

    def operations(self) -> list[str]:
        """The access log's operations, the newest first."""
        return [str(row.event["operation"]) for row in self.stand.desk.store.audit_rows()]


@pytest.fixture
def office(world: NotebookWorld) -> Office:
    """Return Aino's office."""
    return Office(world)


def test_a_save_is_said_at_once_as_not_yet_sent(office: Office) -> None:
    session = office.stand.open().session
    office.stand.walk_in(session)
    assert [one.status.unsent for one in office.words] == [1, 2]
    office.lane.stop()
    assert {(one.conflicts, one.review_waiting, one.news, one.due) for one in office.records} == {
        (2, 3, 4, 5)
    }


def test_a_round_under_way_counts_and_tells_ten_times_a_second_at_most(office: Office) -> None:
    for sent in range(50):
        office.seconds += 0.01
        office.changed(Activity.WORKING, sent=sent, total=60)
    assert 5 <= len(office.words) <= 7
    assert {one.status.phase for one in office.words} == {SyncPhase.SENDING}
    assert office.words[-1].status.total == 60
    office.changed(Activity.WORKING, sent=60, total=60, received=12)
    office.changed(Activity.IDLE, last_success=MORNING)
    assert (office.words[-1].status.phase, office.words[-1].status.last_success) == (SyncPhase.IDLE, MORNING)


def test_receiving_is_said_once_everything_is_sent(office: Office) -> None:
    office.changed(Activity.WORKING, sent=3, total=3, received=40)
    status = office.words[-1].status
    assert (status.phase, status.done, status.total) == (SyncPhase.RECEIVING, 40, 0)


def test_a_round_that_moved_something_is_logged_once_and_told_to_the_pages(office: Office) -> None:
    office.changed(Activity.WORKING, total=2)
    office.changed(Activity.WORKING, sent=2, total=2, received=5)
    office.changed(Activity.IDLE)
    office.changed(Activity.IDLE)
    assert office.operations().count("SYNC") == 1
    assert [(bool(one.kinds), one.conflicts, one.news) for one in office.records] == [(True, 2, 4)]


def test_a_round_that_carried_the_access_log_only_is_not_logged_again(office: Office) -> None:
    office.changed(Activity.WORKING, sent=1, total=0)
    office.changed(Activity.IDLE)
    assert office.operations() == []
    assert office.records == []


@pytest.mark.parametrize(
    ("activity", "word", "phase", "problem"),
    [
        (Activity.OFFLINE, "Unreachable", SyncPhase.OFFLINE, Problem.NO_NETWORK),
        (Activity.OFFLINE, "CaptivePortal", SyncPhase.OFFLINE, Problem.CAPTIVE_PORTAL),
        (Activity.OFFLINE, "WrongHub", SyncPhase.OFFLINE, Problem.WRONG_HUB),
        (Activity.OFFLINE, "HubBusy", SyncPhase.OFFLINE, Problem.HUB_BUSY),
        (Activity.FAILED, "writer-revoked", SyncPhase.FAILED, Problem.WRITER_REVOKED),
        (Activity.FAILED, f"stream-forbidden {STREAM}", SyncPhase.FAILED, Problem.HUB_REFUSED),
        (Activity.CLONED, f"Cloned {STREAM}", SyncPhase.FAILED, Problem.CLONED),
        (Activity.FAILED, "DiskFull", SyncPhase.FAILED, Problem.DISK_FULL),
        (Activity.FAILED, "KeyError", SyncPhase.FAILED, Problem.BUG),
    ],
)
def test_trouble_is_told_with_its_cause_and_since_when(
    office: Office, activity: Activity, word: str, phase: SyncPhase, problem: Problem
) -> None:
    office.changed(activity, problem=word, since=MORNING)
    status = office.words[-1].status
    assert (status.phase, status.problem, status.since) == (phase, problem, MORNING)


def test_the_page_counts_and_names_what_is_on_its_way(world: NotebookWorld, office: Office) -> None:
    stand = office.stand
    session = stand.open().session
    stand.walk_in(session, "housing", "job_search", age="25_29")
    world.sync()
    person = stand.desk.new_id()
    name = {"name": {"first": "Testi", "last": "Henkilö"}, "register": "employment"}
    stand.desk.save([(STREAM, [Change(kind="person", entity=person, fields=name)])])
    note = Change(
        kind="note", entity=stand.desk.new_id(), fields={"text": "x", "at": MORNING}, subject=person
    )
    stand.desk.save([(STREAM, [note])])
    stand.walk_in(session, "housing", age="25_29")
    stand.count(session, 2)
    view = office.sync.open(OpenSync())
    assert (view.delivered, view.status.unsent, view.conflicts) == (2, 4, 2)
    assert [(row.kind, row.text, row.age, row.team, row.mark) for row in view.transit] == [
        ("tally", "Testilän kirjasto", "", "Testitiimi", Mark.UNSENT),
        ("visit", "housing", "25_29", "Testitiimi", Mark.UNSENT),
        ("note", "Testi Henkilö", "", "Testitiimi", Mark.UNSENT),
        ("person", "Testi Henkilö", "", "Testitiimi", Mark.UNSENT),
    ]
    assert (view.parked, view.quarantined, view.difference) == (0, 0, [])
    assert (view.laptop_name, view.hub_address) == ("Testikone", "http://127.0.0.1:1")


def test_what_the_supervisor_must_look_at_is_listed_with_the_hubs_reason(
    world: NotebookWorld, office: Office
) -> None:
    stand = office.stand
    stand.walk_in(stand.open().session, "housing")
    world.sync()
    visit = stand.look().visits[0].visit
    commit = stand.desk.reads.history(visit)[0].id
    entity = stand.desk.new_id()
    fields = {"commit": (list(commit), ()), "reason": ("role-ended", ()), "at": (MORNING, ())}
    world.hub_says(STREAM, Draft("quarantine", entity, None, 1, fields))
    view = office.sync.open(OpenSync())
    (row,) = view.transit
    assert (view.quarantined, row.mark, row.reason, row.kind) == (1, Mark.QUARANTINED, "role-ended", "visit")


def test_rounds_the_clock_and_a_difference_are_on_the_page(office: Office) -> None:
    journal = StoreJournal(office.stand.desk.store)
    journal.remember_round(RoundRecord(MORNING, MORNING + 5, RoundOutcome.DONE, 3, 9))
    journal.remember_round(
        RoundRecord(MORNING + 10, MORNING + 20, RoundOutcome.FAILED, 0, 0, f"StreamDiffers {STREAM}")
    )
    journal.set_clock_offset(-4_000)
    view = office.sync.open(OpenSync())
    assert [(one.at, one.outcome, one.sent, one.received) for one in view.rounds] == [
        (MORNING + 20, "failed", 0, 0),
        (MORNING + 5, "done", 3, 9),
    ]
    assert (view.difference, view.clock_offset) == (["Testitiimi"], -4_000)
    assert office.sync.last_success() == MORNING + 5


def test_a_colleagues_unsent_save_is_provisional_and_names_them(world: NotebookWorld, office: Office) -> None:
    celia = Stand(world, CELIA)
    celia.open()
    world.hand_over(CELIA, AINO)
    (row,) = office.sync.open(OpenSync()).transit
    assert (row.kind, row.text, row.mark, row.by) == (
        "session", "Testilän kirjasto", Mark.PROVISIONAL, "Celia Cajander",
    )  # fmt: skip


def test_the_access_log_is_no_save_on_the_way(office: Office) -> None:
    desk = office.stand.desk
    desk.looked("READ", None, kind="person", reason="test")
    view = office.sync.open(OpenSync())
    assert (view.status.unsent, view.delivered, view.transit) == (0, 0, [])
    assert audit_stream(desk.store.me.laptop) in {row.stream for row in desk.reads.sending.streams()}


def test_asking_and_stopping_reach_what_runs_the_rounds(office: Office) -> None:
    office.sync.now(SyncNow())
    office.sync.cancel(CancelSync())
    assert office.rounds.asked == ["nudge", "cancel"]


def test_an_import_is_told_to_the_pages(world: NotebookWorld, office: Office) -> None:
    Stand(world, BERTTA).open()
    world.hand_over(BERTTA, AINO)
    office.sync.imported()
    assert "visit" in office.records[-1].kinds
    assert office.words[-1].status.unsent == 1
    assert office.rounds.asked == ["nudge"]
