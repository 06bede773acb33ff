# SPDX-License-Identifier: MIT
"""The notebook under the sync engine: pushed, pulled, acknowledged, begun again, dropped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_hub import NOW, FakeHub
from store_world import HUB, NOON, TEAM, edit, entity, identity, note, open_here, person, session, visit

from desktop.store.changes import Change
from desktop.store.colleagues import import_colleague, own_outbox
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from desktop.store.views import WriteStanding
from sync.client.engine import Engine
from sync.log.errors import ChainForked
from sync.protocol.journal import Journal, Received, RoundOutcome, RoundRecord, Run
from sync.protocol.messages import Cursor
from sync.records.ids import CITY, StreamId, stream_team


@dataclass
class Laptop:
    """A notebook on disk with its engine."""

    store: NotebookStore
    journal: StoreJournal
    engine: Engine

    def round(self) -> RoundRecord:
        return self.engine.round(cancelled=lambda: False)

    def save(self, *changes: Change, stream: StreamId = TEAM) -> None:
        self.store.save(stream, changes, time_ms=NOON)


Make = Callable[[int], Laptop]


@pytest.fixture
def hub() -> FakeHub:
    """An honest hub that proves its folds by digests."""
    hub = FakeHub()
    hub.digests = True
    return hub


@pytest.fixture
def laptop(hub: FakeHub, tmp_path: Path) -> Iterator[Make]:
    """Makes laptops, one a number; the same number again is the same writer on a fresh disk."""
    made: list[NotebookStore] = []

    def make(seed: int) -> Laptop:
        me = identity(seed)
        store = open_here(tmp_path / f"{seed}-{len(made)}.db", me=me)
        made.append(store)
        writer = hub.enter(me.key.public)
        journal = StoreJournal(store, batch=3)
        fits: Journal = journal
        engine = Engine(
            hub.view(writer),
            fits,
            clock=lambda: NOW,
            pin=hub.pin,
            hub_id=HUB,
            me=writer,
            digests=journal.digest,
        )
        return Laptop(store, journal, engine)

    yield make
    for store in made:
        store.close()


def test_two_notebooks_agree_record_by_record(laptop: Make) -> None:
    aino, veikko = laptop(1), laptop(2)
    opened, card = session(), person("Aino", "Korhonen", phone="+358405550101")
    aino.save(opened)
    aino.save(card, note(card.entity, "Etsii työtä keittiöstä"))
    for at in range(8):
        aino.save(visit(opened.entity, at=NOON + at))
    assert aino.round() == RoundRecord(NOW, NOW, RoundOutcome.DONE, 10, 0)
    got = veikko.round()
    assert (got.outcome, got.received, got.problem) == (RoundOutcome.DONE, 10, "")
    assert veikko.journal.digest(TEAM) == aino.journal.digest(TEAM) is not None
    (row,) = veikko.store.reads().lists.sessions()
    assert (row.visits, row.sending.unsent) == (8, False)
    assert [one.name for one in veikko.store.reads().search.people("keitti")] == ["Aino Korhonen"]
    view = aino.store.reads().entity(card.entity)
    assert view is not None
    assert (view.fields["name"].heads[0].number, view.sending.unsent) == (2, False)
    assert aino.journal.unsent_count() == veikko.journal.unsent_count() == 0


def test_the_audit_goes_first_and_counts_as_no_save(laptop: Make) -> None:
    aino = laptop(1)
    aino.save(session())
    aino.store.record({"operation": "READ"}, time_ms=NOON + 1)
    assert aino.journal.unsent_count() == 1
    first = aino.journal.unsent(max_commits=10, max_bytes=10**6)
    assert first is not None
    assert first.stream.startswith("audit/")


def test_a_run_is_cut_by_number_and_by_size(laptop: Make) -> None:
    aino = laptop(1)
    for _ in range(5):
        aino.save(session())
    runs = [
        aino.journal.unsent(max_commits=3, max_bytes=10**6),
        aino.journal.unsent(max_commits=3, max_bytes=1),
    ]
    assert [len(run.commits) for run in runs if run is not None] == [3, 1]


def test_edits_on_both_laptops_become_a_conflict_on_both_and_are_settled_on_one(laptop: Make) -> None:
    aino, veikko = laptop(1), laptop(2)
    card = person("Aino", "Korhonen")
    aino.save(card)
    aino.round()
    veikko.round()
    aino.save(edit("person", card.entity, phone="+358405550101"))
    veikko.save(edit("person", card.entity, phone="+358405550102"))
    for one in (aino, veikko, aino):
        assert one.round().problem == ""
    views = [one.store.reads().entity(card.entity) for one in (aino, veikko)]
    assert [view.values["phone"] for view in views if view is not None] == ["+358405550102"] * 2 or [
        view.values["phone"] for view in views if view is not None
    ] == ["+358405550101"] * 2
    assert [len(one.store.reads().lists.conflicts()) for one in (aino, veikko)] == [1, 1]
    view = views[1]
    assert view is not None
    veikko.save(
        Change(
            kind="person", entity=card.entity, fields={"phone": "+358405550101"}, seen=view.seen(["phone"])
        )
    )
    veikko.round()
    aino.round()
    assert [one.store.reads().lists.conflicts() for one in (aino, veikko)] == [(), ()]
    assert aino.journal.digest(TEAM) == veikko.journal.digest(TEAM) is not None


def test_what_the_hub_quarantined_leaves_the_lists_of_everybody(hub: FakeHub, laptop: Make) -> None:
    aino, veikko = laptop(1), laptop(2)
    good, bad = person("Aino", "Korhonen"), person("Liisa", "Virta")
    aino.save(good)
    aino.save(bad)
    hub.quarantines.add((aino.store.me.writer, 2))
    aino.round()
    veikko.round()
    for one in (aino, veikko):
        assert [row.name for row in one.store.reads().lists.recent_people()] == ["Aino Korhonen"]
    (held,) = aino.store.reads().sending.quarantined(mine_only=True)
    assert (held.standing, held.entities, held.number) == (WriteStanding.QUARANTINED, (bad.entity,), 2)
    assert veikko.store.reads().sending.quarantined(mine_only=True) == ()
    assert [write.standing for write in aino.store.reads().history(bad.entity)] == [WriteStanding.QUARANTINED]
    assert aino.journal.digest(TEAM) == veikko.journal.digest(TEAM) is not None


def test_a_colleagues_outbox_is_seen_at_once_delivered_once_and_counted_once(
    hub: FakeHub, laptop: Make
) -> None:
    aino, veikko = laptop(1), laptop(2)
    opened = session()
    aino.save(opened)
    for at in range(4):
        aino.save(visit(opened.entity, at=NOON + at))
    roster = Change(kind="writer", entity=entity(), fields={
        "staff": aino.store.me.staff, "laptop": aino.store.me.laptop,
        "signing": aino.store.me.key.public, "receiving": b"r",
    })  # fmt: skip
    given = Change(kind="grant", entity=entity(), fields={
        "staff": aino.store.me.staff, "team": stream_team(TEAM), "role": "adviser", "from": 0,
    })  # fmt: skip
    veikko.save(roster, given, stream=CITY)
    outbox = own_outbox(aino.store, since_ms=0)
    result = import_colleague(veikko.store, outbox)
    assert (result.new, result.left) == (5, ())
    assert import_colleague(veikko.store, outbox).new == 0
    (row,) = veikko.store.reads().lists.sessions()
    assert (row.visits, row.sending.unsent) == (4, True)
    view = veikko.store.reads().entity(opened.entity)
    assert view is not None
    assert (view.fields["place"].heads[0].author.staff, view.fields["place"].heads[0].provisional) == (
        aino.store.me.staff, True,
    )  # fmt: skip
    assert veikko.journal.unsent_count() == 6
    assert veikko.round().problem == ""
    assert len(hub.stream(TEAM).commits) == 5
    assert veikko.journal.unsent_count() == 0
    assert aino.round().problem == ""
    assert len(hub.stream(TEAM).commits) == 5
    assert aino.journal.unsent_count() == 0
    assert aino.journal.digest(TEAM) == veikko.journal.digest(TEAM) is not None


def test_a_bundle_of_nobody_known_or_with_a_gap_waits(laptop: Make) -> None:
    aino, veikko = laptop(1), laptop(2)
    for _ in range(3):
        aino.save(session())
    (run,) = own_outbox(aino.store, since_ms=0)
    assert import_colleague(veikko.store, [run]).left == ((TEAM, "WriterUnknown"),)
    with veikko.store.writing() as connection:
        key = veikko.store.names.writer(run.writer)
        connection.execute("UPDATE writers SET signing = ? WHERE key = ?", (aino.store.me.key.public, key))
    late = type(run)(run.stream, run.writer, 2, run.commits[0].hash, run.commits[1:])
    assert import_colleague(veikko.store, [late]).left == ((TEAM, "ChainBroken"),)
    forged = run.commits[0]
    broken = type(run)(
        run.stream, run.writer, 1, run.prev, (type(forged)(forged.header, bytes(64), forged.bodies),)
    )
    assert import_colleague(veikko.store, [broken]).left == ((TEAM, "BadSignature"),)
    assert veikko.store.reads().lists.sessions() == ()
    assert import_colleague(veikko.store, [run]).new == 3


def test_a_new_disk_of_the_same_writer_goes_on_where_the_hub_is(hub: FakeHub, laptop: Make) -> None:
    old = laptop(1)
    for _ in range(4):
        old.save(session())
    old.round()
    new = laptop(1)
    assert new.round().problem == ""
    assert new.journal.own_counts() == [(TEAM, 4)]
    new.save(session())
    assert new.round().problem == ""
    assert len(hub.stream(TEAM).commits) == 5
    old.save(session("Malmin kirjasto"))
    assert old.round().problem.startswith("Cloned")


@pytest.mark.parametrize("part_bytes", [300, 100_000])
def test_a_stream_begins_from_a_snapshot_and_goes_on_with_its_tail(
    hub: FakeHub, laptop: Make, part_bytes: int
) -> None:
    aino, veikko = laptop(1), laptop(2)
    opened, card = session(), person("Aino", "Korhonen")
    aino.save(opened, card)
    for at in range(6):
        aino.save(visit(opened.entity, at=NOON + at))
    aino.round()
    assert (hub.take_snapshot(TEAM, part_bytes=part_bytes) > 1) == (part_bytes == 300)
    aino.save(edit("person", card.entity, known_as="Aikku"))
    aino.round()
    veikko.save(visit(opened.entity, at=NOON + 9))
    assert veikko.round().problem == ""
    assert aino.round().problem == ""
    (row,) = veikko.store.reads().lists.sessions()
    assert row.visits == 7
    assert [one.known_as for one in veikko.store.reads().search.people("korhonen")] == ["Aikku"]
    assert aino.journal.digest(TEAM) == veikko.journal.digest(TEAM) is not None
    view = veikko.store.reads().entity(card.entity)
    assert view is not None
    head = view.fields["name"].heads[0]
    assert (head.provisional, head.number, head.time) == (False, None, None)


def test_a_notebook_far_behind_begins_again_and_keeps_what_is_unsent(hub: FakeHub, laptop: Make) -> None:
    aino, veikko = laptop(1), laptop(2)
    card = person("Aino", "Korhonen")
    aino.save(card)
    aino.round()
    veikko.round()
    aino.save(edit("person", card.entity, known_as="Aikku"))
    aino.save(person("Liisa", "Virta"))
    aino.round()
    hub.take_snapshot(TEAM, part_bytes=100)
    veikko.save(edit("person", card.entity, phone="+358405550102"))
    mine = person("Matti", "Meikäläinen")
    veikko.save(mine)
    hub_round = veikko.round()
    assert hub_round.problem == ""
    names = {row.name: (row.known_as, row.phone) for row in veikko.store.reads().lists.recent_people()}
    assert names == {
        "Aino Korhonen": ("Aikku", "+358405550102"), "Liisa Virta": ("", ""), "Matti Meikäläinen": ("", ""),
    }  # fmt: skip
    aino.round()
    assert aino.journal.digest(TEAM) == veikko.journal.digest(TEAM) is not None


def test_a_dropped_stream_leaves_nothing_to_read_but_what_is_unsent_is_delivered(laptop: Make) -> None:
    aino, veikko = laptop(1), laptop(2)
    card = person("Aino", "Korhonen")
    aino.save(card, note(card.entity, "Muuttaa pohjoiseen"))
    aino.round()
    veikko.round()
    veikko.save(person("Matti", "Meikäläinen"))
    veikko.journal.drop(TEAM)
    reads = veikko.store.reads()
    assert (reads.entity(card.entity), reads.lists.recent_people(), reads.search.people("pohjoi")) == (
        None,
        (),
        (),
    )
    assert veikko.journal.cursors() == []
    assert veikko.journal.unsent_count() == 1
    with veikko.store.reading() as connection:
        assert connection.execute("SELECT count(*) FROM words").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM commits").fetchone() == (1,)


def test_another_commit_of_ours_at_the_hub_is_a_clone(laptop: Make) -> None:
    aino = laptop(1)
    aino.save(session())
    run = Run(TEAM, (Received(1, None, 1, b"x" * 32),), Cursor(TEAM, 1, b"y" * 32), {})
    with pytest.raises(ChainForked):
        aino.journal.apply(run)
    assert aino.journal.cursors() == []


def test_a_rejoined_chain_is_offered_again_from_where_the_hub_wants_it(laptop: Make) -> None:
    aino = laptop(1)
    for _ in range(4):
        aino.save(session())
    aino.round()
    assert aino.journal.unsent(max_commits=9, max_bytes=10**6) is None
    aino.journal.rejoin(TEAM, aino.store.me.writer, 3)
    run = aino.journal.unsent(max_commits=9, max_bytes=10**6)
    assert run is not None
    assert (run.first, len(run.commits)) == (3, 2)


def test_the_last_fifty_rounds_are_kept(laptop: Make) -> None:
    aino = laptop(1)
    for at in range(60):
        aino.journal.remember_round(RoundRecord(at, at + 1, RoundOutcome.OFFLINE, 0, 0, "Unreachable"))
    rounds = aino.store.reads().sending.rounds()
    assert (len(rounds), rounds[0].started, rounds[-1].started) == (50, 59, 10)


def test_numbers_of_the_round_are_kept(laptop: Make) -> None:
    aino = laptop(1)
    aino.journal.begin_epoch(7)
    aino.journal.set_clock_offset(-12)
    assert (aino.journal.epoch(), aino.journal.clock_offset()) == (7, -12)
