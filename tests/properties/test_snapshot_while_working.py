# SPDX-License-Identifier: MIT
"""A snapshot whose parts come in any order, into a notebook that holds something and is worked in meanwhile."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import msgspec
import pytest
from fake_hub import NOW, FakeHub
from hub_city import City, make_city
from hub_world import HubClock, HubWorld
from hub_world import note as hub_note
from hub_world import person as hub_person
from hypothesis import given, settings
from hypothesis import strategies as st
from store_world import (
    AUDIT_KEY,
    HUB,
    INDEX_KEY,
    KEY,
    NOON,
    TEAM,
    edit,
    identity,
    note,
    open_here,
    person,
    visit,
)  # fmt: skip

from desktop.store.changes import Change, WriterIdentity
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.hub.compaction import compact
from sync.hub.effective import fold_stream
from sync.hub.erase import erase_subject
from sync.hub.seeding import Save, seed_writer
from sync.hub.verify import verify
from sync.log.deletion import deletion_value
from sync.log.digest import stream_digest
from sync.log.snapshot import SnapshotPart as Contents
from sync.log.state import EntityState, decode_state
from sync.protocol.journal import Journal, RoundOutcome
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import EntityId, LaptopId, StreamId, new_entity

_FIELDS = ("known_as", "phone", "deleted")
_WHO = st.integers(0, 1)
DAYS = st.lists(st.one_of(st.tuples(_WHO, st.integers(0, 6), st.integers(0, 4)), _WHO), max_size=24)
"""Saves (who, about whom, what), and rounds (who)."""


class _Laptop:
    def __init__(self, hub: FakeHub, path: Path, seed: int) -> None:
        me = identity(seed)
        self.store = open_here(path, me=me)
        self.journal = StoreJournal(self.store, batch=4)
        journal: Journal = self.journal
        self.engine = Engine(
            hub.view(hub.enter(me.key.public)), journal, clock=lambda: NOW, pin=hub.pin, hub_id=HUB,
            me=me.writer, digests=self.journal.digest,
        )  # fmt: skip
        self.saved = 0

    def round(self, *, may_differ: bool = False) -> None:
        record = self.engine.round(cancelled=lambda: False)
        assert record.problem == "" or (may_differ and record.problem.startswith("StreamDiffers"))

    def save(self, people: list[EntityId], whom: int, what: int) -> None:
        """Save something about one of the people, who may not have come here yet."""
        who = people[whom % len(people)]
        here = self.store.reads().entity(who) is not None
        self.saved += 1
        change: Change
        if not here or what == 4:
            change = note(who, f"Huomio {self.saved}")
        elif what == 3:
            change = visit(who, at=NOON + self.saved)
        elif _FIELDS[what] == "deleted":
            change = edit("person", who, deleted=deletion_value(_states(self.store, TEAM)[who]))
        else:
            change = edit("person", who, **{_FIELDS[what]: f"+35840555{self.saved:04}"})
        self.store.save(TEAM, [change], time_ms=NOON)


def _states(store: NotebookStore, stream: StreamId) -> dict[EntityId, EntityState]:
    with store.reading() as connection:
        rows = connection.execute(
            "SELECT e.state FROM entities AS e JOIN streams AS s ON s.key = e.stream WHERE s.name = ?",
            (stream,),
        ).fetchall()
    return {state.entity: state for state in (decode_state(raw) for (raw,) in rows)}


def _load(hub: FakeHub, into: _Laptop, dice: Random, people: list[EntityId], saves: list[int]) -> None:
    """Bring the parts of states in any order, with saves in between."""
    parts = hub.streams[TEAM].parts
    contents = [msgspec.msgpack.decode(payload, type=Contents) for payload in parts]
    order = list(range(contents[0].indexes, len(parts)))
    dice.shuffle(order)
    sequence = [*range(contents[0].indexes), *order]
    base = contents[0].base
    for place, part in enumerate(sequence):
        if saves:
            into.save(people, saves.pop(), dice.randrange(5))
        last = Cursor(TEAM, base.number, base.running) if place + 1 == len(sequence) else None
        into.journal.apply_part(SnapshotPart(TEAM, base.number, part, len(parts), parts[part], b""), last)


@settings(max_examples=20)
@given(
    days=DAYS, later=DAYS, held=st.sets(st.integers(0, 30), max_size=3), part_bytes=st.sampled_from([120, 700, 10**6]),
    saves=st.lists(st.integers(0, 6), max_size=8), dice=st.randoms(use_true_random=False), behind=st.booleans(),
)  # fmt: skip
def test_snapshot_saves_meanwhile_and_tail_fold_to_everything(
    days: list[tuple[int, int, int] | int], later: list[tuple[int, int, int] | int], held: set[int],
    part_bytes: int, saves: list[int], dice: Random, *, behind: bool,
) -> None:  # fmt: skip
    hub = FakeHub()
    hub.digests = True
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        one, other, third = laptops = [_Laptop(hub, Path(folder) / f"{at}.db", at + 1) for at in range(3)]
        for laptop in laptops:
            stack.callback(laptop.store.close)
        cards = [person("Aino", f"Virta{at}") for at in range(7)]
        people = [card.entity for card in cards]
        for card in cards:
            one.store.save(TEAM, [card], time_ms=NOON)
        one.round()
        if behind:
            third.round()
            third.save(people, 0, 0)

        def play(steps: list[tuple[int, int, int] | int]) -> None:
            for step in steps:
                who = (one, other)[step if isinstance(step, int) else step[0]]
                if isinstance(step, int):
                    who.round(may_differ=bool(hub.quarantines))  # nobody tells them what is held back
                else:
                    who.save(people, step[1], step[2])
            for who in (one, other):
                who.round(may_differ=bool(hub.quarantines))

        play(days)
        chains = sorted(hub.streams[TEAM].chains)
        if not behind:
            hub.quarantines |= {(chains[at % len(chains)], at + 8) for at in held}
        hub.take_snapshot(TEAM, part_bytes=part_bytes)
        play(later)
        _load(hub, third, dice, people, saves)
        for _ in range(2):
            third.round()
        assert third.journal.unsent_count() == 0
        assert _states(third.store, TEAM) == hub.states(TEAM)
        assert third.journal.digest(TEAM) == stream_digest(hub.states(TEAM).values())


@pytest.fixture
def city() -> Iterator[City]:
    """A hub with one team and two people."""
    clock = HubClock()
    with tempfile.TemporaryDirectory() as folder:
        world = HubWorld.make(Path(folder) / "hub", clock=clock)
        yield make_city(world, clock)
        world.close()


def test_who_was_away_while_the_hub_compacted_and_erased_keeps_their_own_and_forgets_the_person(
    city: City, tmp_path: Path
) -> None:
    coach, parts, stream = city.coach, city.world.parts, city.stream
    store = open_notebook(
        tmp_path / "coach.db", KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
        me=WriterIdentity(coach.key, coach.staff, coach.laptop), hub=city.world.hub, create=True,
        allow_temporary=True,
    )  # fmt: skip
    journal = StoreJournal(store)
    engine = Engine(
        coach.hub, journal, clock=city.clock, pin=city.world.root_digest, hub_id=city.world.hub,
        me=coach.writer, digests=journal.digest,
    )  # fmt: skip
    goes, stays = new_entity(), new_entity()
    city.adviser.save(stream, hub_person("Matti", goes))
    city.adviser.save(stream, hub_note("toivoo kesätöitä", goes))
    city.adviser.save(stream, hub_person("Liisa", stays))
    store.save(stream, [note(stays, "Oma huomio")], time_ms=NOON)
    assert engine.round(cancelled=lambda: False).problem == ""
    store.save(stream, [note(stays, "Vielä lähettämättä")], time_ms=NOON)
    erase_subject(parts, goes)
    city.adviser.save(stream, hub_note("toinen huomio", stays))
    writer = seed_writer(parts, city.adviser.staff, LaptopId("l" + "5" * 16))
    writer.save_all(stream, (Save([hub_person(f"Uusi {at}")], 1) for at in range(30)))
    city.clock.now += 86_400_000
    assert [one.stream for one in compact(parts, older_than_days=0, keep=2) if one.stream == stream]
    for _ in range(2):
        record = engine.round(cancelled=lambda: False)
        assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
    reads = store.reads()
    assert reads.entity(goes) is None
    assert {row.text for row in reads.lists.notes(stays)} >= {
        "Oma huomio",
        "Vielä lähettämättä",
        "toinen huomio",
    }
    assert journal.unsent_count() == 0
    folded = fold_stream(parts, stream, parts.store.heads()[stream].number)
    assert _states(store, stream) == folded.states
    with store.reading() as connection:
        bodies = b"".join(row[0] for row in connection.execute("SELECT bodies FROM commits").fetchall())
    assert b"toivoo kes" not in bodies
    assert b"Oma huomio" in bodies
    assert verify(parts).damages == ()
    store.close()
