# SPDX-License-Identifier: MIT
"""Two members of staff on one laptop and a real hub: who is online first delivers for both, once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_world import START, HubWorld, Member
from notebook_world import WorldClock

from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import OpenSession, OpenToday, SaveVisit, TodayView
from desktop.notebook.outbox_keeper import OutboxKeeper
from desktop.notebook.today import Today
from desktop.resources import resource
from desktop.store.changes import WriterIdentity
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.client.outbox import entries
from sync.protocol.journal import RoundOutcome, RoundRecord
from sync.records.codes import load_codes

MIDNIGHT = START - 6 * 3_600_000


def _nothing() -> None:
    """Nobody is told."""


@dataclass
class Colleague:
    """One of two at the same laptop, enrolled at the hub."""

    member: Member
    store: NotebookStore
    engine: Engine
    keeper: OutboxKeeper
    today: Today

    def sync(self) -> RoundRecord:
        """Run one round, and look after the outbox."""
        record = self.engine.round(cancelled=lambda: False)
        self.keeper.tidy()
        return record

    def look(self) -> TodayView:
        """Open Today."""
        return self.today.open(OpenToday(MIDNIGHT))


@dataclass
class Laptop:
    """A laptop that two share, and the hub."""

    world: HubWorld
    outbox: Path
    aino: Colleague
    bertta: Colleague


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    """Return two enrolled colleagues of a team who have synced once, so that each knows the other."""
    world = HubWorld.make(tmp_path / "hub")
    outbox = tmp_path / "outbox"
    outbox.mkdir()
    team = world.team("Itä")
    clock = WorldClock(START + 60_000)
    lane = Lane("test")
    codes = load_codes(resource("codes"))

    def colleague(name: str) -> Colleague:
        member = world.enrol(world.person(name, "adviser", team), "shared")
        store = open_notebook(
            tmp_path / f"{name}.db", b"k" * 32, audit_key=b"a" * 32, index_key=b"i" * 32,
            me=WriterIdentity(member.key, member.staff, member.laptop), hub=world.hub, create=True, codes=codes,
        )  # fmt: skip
        journal = StoreJournal(store)
        engine = Engine(
            member.hub, journal, clock=clock, pin=world.root_digest, hub_id=world.hub, me=member.writer,
            digests=journal.digest,
        )  # fmt: skip
        desk = Desk(
            store,
            codes=codes,
            clock=clock,
            practice=True,
            laptop_name="shared",
            hub_address="http://127.0.0.1:1",
        )
        keeper = OutboxKeeper(
            desk, outbox, receiving=member.receiving, arrived=_nothing,
            hub_receiving=lambda: engine.known.receiving if engine.known is not None else None,
        )  # fmt: skip
        return Colleague(member, store, engine, keeper, Today(desk, reading=lane, writing=lane))

    one = Laptop(world, outbox, colleague("Aino"), colleague("Bertta"))
    for each in (one.aino, one.bertta):
        assert each.sync().outcome is RoundOutcome.DONE
    yield one
    lane.stop()
    for each in (one.aino, one.bertta):
        each.store.close()
    world.close()


def test_whoever_is_online_first_delivers_for_both_and_nothing_counts_twice(laptop: Laptop) -> None:
    aino, bertta = laptop.aino, laptop.bertta
    session = aino.today.sessions.open(OpenSession("", "Kirjasto", "popup", 10, "", [], "")).session
    for _ in range(10):
        aino.today.visits.save(SaveVisit(session, ["job_search"]))
    aino.keeper.write()
    assert bertta.keeper.take_in() == 11
    today = bertta.look()
    assert today.session is not None
    assert today.session.visits == 10
    assert {row.by for row in today.visits} == {"Aino"}

    bertta.today.visits.save(SaveVisit(session, ["housing"]))
    record = bertta.sync()
    assert (record.outcome, bertta.store.reads().sending.unsent_count()) == (RoundOutcome.DONE, 0)
    assert record.sent == 13, "eleven of the colleague, one own, and that a bundle was taken in"
    assert {mark for row in bertta.look().visits for mark in row.marks} == {Mark.DELIVERED}

    assert aino.sync().outcome is RoundOutcome.DONE
    assert aino.store.reads().sending.unsent_count() == 0
    mine, theirs = aino.look(), bertta.look()
    assert mine.session is not None
    assert theirs.session is not None
    assert (mine.session.visits, theirs.session.visits) == (11, 11)
    assert [row.visit for row in mine.visits] == [row.visit for row in theirs.visits]
    digests = [
        {row.stream: row.digest for row in each.store.reads().sending.streams() if row.stream[:5] != "audit"}
        for each in (aino, bertta)
    ]
    shared = digests[0].keys() & digests[1].keys()
    assert {stream: digests[0][stream] for stream in shared} == {
        stream: digests[1][stream] for stream in shared
    }


def test_a_bundle_goes_once_the_hub_has_it_and_the_colleague_has_read_it(laptop: Laptop) -> None:
    aino, bertta = laptop.aino, laptop.bertta
    aino.today.sessions.open(OpenSession("", "Kirjasto", "popup", 0, "", [], ""))
    aino.keeper.write()
    bertta.keeper.take_in()
    assert len(entries(laptop.outbox, hub=laptop.world.hub)[0]) == 1
    bertta.sync()
    assert entries(laptop.outbox, hub=laptop.world.hub)[0] == ()


def test_the_own_round_first_and_the_colleague_later_comes_to_the_same(laptop: Laptop) -> None:
    aino, bertta = laptop.aino, laptop.bertta
    session = aino.today.sessions.open(OpenSession("", "Kirjasto", "popup", 0, "", [], "")).session
    aino.today.visits.save(SaveVisit(session, ["job_search"]))
    aino.keeper.write()
    aino.sync()
    assert bertta.sync().outcome is RoundOutcome.DONE
    assert bertta.keeper.take_in() == 0
    today = bertta.look()
    assert today.session is not None
    assert (today.session.visits, today.visits[0].marks) == (1, [Mark.DELIVERED])
