# SPDX-License-Identifier: MIT
"""The access log for its only reader: what is in it, who may see it, and how it is written out."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, Doorstep, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.access_log import AccessLog
from desktop.notebook.door import Door
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.access_log import ExportLog, LogView, ShowLog
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.messages.people import OpenPerson, RevealField, SearchPeople
from desktop.notebook.messages.problems import Problem
from desktop.notebook.people import People
from desktop.store.changes import Change
from sync.hub.access import Rights
from sync.records.audit_events import OPERATIONS
from sync.records.ids import EntityId, StaffId, new_entity

ROOT = Path(__file__).parents[3]
ALL = ShowLog("", "", "", 0, 0, "", 100)
HETU = "131052-9030"


class Town:
    """A laptop with an adviser who worked, and one with an auditor; a hub between them."""

    def __init__(self, folder: Path) -> None:
        self.hub = HubWorld.make(folder / "hub", clock=HubClock())
        self.lane = Lane("test")
        self.step = Doorstep(folder / "laptop", self.hub, self.lane)
        self.auditor = self.hub.person("Anna Auditoija", "auditor", None)
        self.step.join(self.step.aino)
        self.step.join(self.auditor)
        self.person = new_entity(self.hub.clock())

    def sit(self, staff: StaffId) -> tuple[Door, AccessLog]:
        """Unlock somebody's notebook, after a round, and return their log."""
        door = self.step.door()
        door.unlock(Unlock(staff, GOOD))
        desk = self.step.entered[-1][0].desk
        return door, AccessLog(desk, reading=self.lane, writing=self.lane)

    def work(self) -> None:
        """Let the adviser save a person, open the card, reveal the code and search for it; then lock and send."""
        door, _ = self.sit(self.step.aino)
        desk = self.step.entered[-1][0].desk
        fields = {"name": {"first": "Yrjänä", "last": "Pöllöläinen"}, "hetu": HETU, "register": "employment"}
        change = Change(kind="person", entity=self.person, fields=fields, subject=self.person)
        desk.save([(desk.team_stream(), [change])])
        people = People(desk, reading=self.lane, writing=self.lane)
        people.open(OpenPerson(self.person, "card"))
        people.reveal(RevealField(self.person, "hetu", "card"))
        people.search(SearchPeople(HETU, "all", 20))
        door.lock(Lock("today"))
        self.sit(self.step.aino)[0].lock(Lock("today"))

    def close(self) -> None:
        """Close everything."""
        for door in self.step.doors:
            door.close()
        self.lane.stop()
        self.hub.close()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Return a town where the adviser has worked."""
    one = Town(tmp_path)
    one.work()
    yield one
    one.close()


def show(log: AccessLog, **changes: object) -> LogView:
    """Ask for the log with these conditions."""
    fields = {name: getattr(ALL, name) for name in ALL.__struct_fields__}
    return log.show(ShowLog(**(fields | changes)))


def test_the_auditor_sees_who_did_what_on_every_laptop(town: Town) -> None:
    _, log = town.sit(town.auditor)
    view = show(log)
    told = {(row.staff, row.operation, row.kind, row.reason) for row in view.rows}
    assert {
        ("Aino Aalto", "UNLOCK", "notebook", "enrol"),
        ("Aino Aalto", "READ", "person", "card"),
        ("Aino Aalto", "REVEAL", "person", "card"),
        ("Aino Aalto", "SEARCH", "person", "hetu"),
        ("Aino Aalto", "LOCK", "notebook", "asked"),
    } <= told
    reveal = next(row for row in view.rows if row.operation == "REVEAL")
    assert (reveal.target, reveal.details) == (town.person.hex(), {"field": "hetu"})
    assert view.total == len(view.rows)
    assert [row.at for row in view.rows] == sorted((row.at for row in view.rows), reverse=True)


def test_no_value_of_a_record_is_in_it(town: Town) -> None:
    _, log = town.sit(town.auditor)
    said = repr(show(log))
    assert "Pöllöläinen" not in said
    assert HETU not in said


@pytest.mark.parametrize("who", ["aino", "bertta"])
def test_nobody_else_may_look_at_it_or_write_it_out(town: Town, tmp_path: Path, who: str) -> None:
    staff = getattr(town.step, who)
    if who == "bertta":
        town.step.join(staff)
    _, log = town.sit(staff)
    assert problem_of(lambda: show(log))[0] is Problem.NOT_ALLOWED
    out = tmp_path / "log.jsonl"
    assert problem_of(lambda: log.export(ExportLog("", "", "", 0, 0, str(out))))[0] is Problem.NOT_ALLOWED
    assert not out.exists()


def test_only_the_auditors_laptop_gets_the_streams(town: Town) -> None:
    town.sit(town.step.aino)
    desk = town.step.entered[-1][0].desk
    row = town.hub.parts.store.writer(desk.writer)
    assert row is not None

    rights = Rights.of(row, town.hub.parts.store.grants(row.staff), town.hub.clock())
    assert not any(stream.startswith("audit/") for stream in rights.readable(town.hub.parts.laptops()))


def test_it_is_asked_by_person_by_operation_by_record_and_by_day(town: Town) -> None:
    _, log = town.sit(town.auditor)
    assert {row.operation for row in show(log, operation="REVEAL,SEARCH").rows} == {"REVEAL", "SEARCH"}
    assert {row.staff for row in show(log, staff=town.step.aino).rows} == {"Aino Aalto"}
    assert {row.operation for row in show(log, target=town.person.hex()).rows} == {"READ", "REVEAL"}
    newest = show(log).rows[0].at
    assert show(log, since=newest + 100_000).rows == []
    assert show(log, until=1).rows == []


@pytest.mark.parametrize(
    "changes", [{"operation": "NONSENSE"}, {"target": "zz"}, {"target": "00"}, {"before": "x"}]
)
def test_a_question_that_makes_no_sense_is_refused(town: Town, changes: dict[str, str]) -> None:
    _, log = town.sit(town.auditor)
    assert problem_of(lambda: show(log, **changes))[0] is Problem.FIELD_REFUSED


def test_it_is_read_page_by_page_without_losing_a_row(town: Town) -> None:
    _, log = town.sit(town.auditor)
    every = [row.key for row in show(log).rows]
    paged: list[str] = []
    while True:
        view = show(log, limit=2, before=paged[-1] if paged else "", staff="")
        new = [row.key for row in view.rows if row.key not in paged]
        paged += new
        if not view.more:
            break
    assert [key for key in paged if key in every] == every


def test_whoever_reads_it_is_logged_too(town: Town) -> None:
    _, log = town.sit(town.auditor)
    show(log, target=town.person.hex())
    row = [row for row in show(log).rows if row.kind == "audit"][-1]
    assert (row.operation, row.reason, row.details) == ("READ", "log", {"of_target": town.person.hex()})


def test_it_is_written_out_in_the_citys_shape(town: Town, tmp_path: Path) -> None:
    _, log = town.sit(town.auditor)
    out = tmp_path / "log.jsonl"
    log.export(ExportLog("", "REVEAL", "", 0, 0, str(out)))
    (line,) = out.read_text(encoding="utf-8").splitlines()
    event = json.loads(line)["audit_event"]
    assert (event["origin"], event["status"], event["operation"]) == ("kenttakirja", "SUCCESS", "READ")
    assert event["actor"] == {"role": "USER", "user_id": town.step.aino}
    assert event["target"] == {"id": town.person.hex(), "type": "person", "changes": []}
    assert event["additional_information"].startswith("reveal card field=hetu laptop=l")
    assert event["date_time"].endswith("Z")
    assert problem_of(lambda: log.export(ExportLog("", "", "", 0, 0, str(out))))[0] is Problem.FILE_UNREADABLE
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1


def test_every_persons_chain_is_told_and_a_number_that_does_not_grow_breaks_it(town: Town) -> None:
    _, log = town.sit(town.auditor)
    chains = show(log).chains
    assert {(one.staff, one.broken_at) for one in chains} == {("Aino Aalto", 0), ("Anna Auditoija", 0)}
    store = town.step.entered[-1][0].desk.store
    with store.writing() as connection:
        at, seq, stream, staff = connection.execute(
            "SELECT at, seq, stream, staff FROM audited WHERE staff = ? ORDER BY at DESC LIMIT 1",
            (town.step.aino,),
        ).fetchone()
        late = EntityId((at + 5).to_bytes(6, "big") + bytes(10))
        row = (at + 5, late, stream, seq - 1, staff, "READ", b"")
        connection.execute("INSERT INTO audited VALUES (?,?,?,?,?,?,?)", row)
    broken = {one.staff: one.broken_at for one in show(log).chains}
    assert broken == {"Aino Aalto": seq - 1, "Anna Auditoija": 0}


def test_a_backup_that_was_restored_says_so_and_its_chain_is_whole(town: Town) -> None:
    _, log = town.sit(town.auditor)
    store = town.step.entered[-1][0].desk.store
    with store.writing() as connection:
        at, seq, stream, staff = connection.execute(
            "SELECT at, seq, stream, staff FROM audited WHERE staff = ? ORDER BY at DESC LIMIT 1",
            (town.step.aino,),
        ).fetchone()
        for more, number, operation in ((5, seq - 1, "RESTORE"), (6, seq, "UNLOCK"), (7, seq + 1, "READ")):
            entity = EntityId((at + more).to_bytes(6, "big") + bytes(10))
            row = (at + more, entity, stream, number, staff, operation, b"")
            connection.execute("INSERT INTO audited VALUES (?,?,?,?,?,?,?)", row)
    assert {one.broken_at for one in show(log).chains} == {0}


def test_a_notebook_that_found_itself_changed_shows_in_its_chain(town: Town) -> None:
    door, _ = town.sit(town.step.aino)
    town.step.entered[-1][0].desk.looked("CHECK_FAILED", None, kind="notebook", reason="audit-chain")
    door.lock(Lock("today"))
    town.sit(town.step.aino)[0].lock(Lock("today"))
    _, log = town.sit(town.auditor)
    assert [one.staff for one in show(log).chains if one.broken_at] == ["Aino Aalto"]


def test_only_known_operations_are_ever_written() -> None:
    found = set()
    for path in (ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                first = node.args[0]
                if node.func.attr in {"looked", "look"} and isinstance(first, ast.Constant):
                    found.add(first.value)
    words = {word for word in found if isinstance(word, str)}
    assert words <= set(OPERATIONS), words - set(OPERATIONS)
    assert {"READ", "REVEAL", "SEARCH", "UNLOCK", "LOCK", "EXPORT"} <= words
