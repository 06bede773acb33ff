# SPDX-License-Identifier: MIT
"""The engine against the hub itself, in process and over HTTP: one interface, the same rounds."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from fault_proxy import CuttingProxy
from hub_world import HubWorld, Member
from memory_journal import MemoryJournal

from sync.client.engine import Engine
from sync.client.http import HttpHub
from sync.log.commit import Draft
from sync.log.fold import heads_seen
from sync.protocol.hub import Hub
from sync.protocol.journal import RoundOutcome
from sync.records.ids import CITY, EntityId, StreamId, new_entity, team_stream


@dataclass
class Stand:
    """Two colleagues of one team, each with a journal and an engine."""

    world: HubWorld
    stream: StreamId
    engines: list[Engine]
    journals: list[MemoryJournal]


def _journal(member: Member) -> MemoryJournal:
    return MemoryJournal(hub=member.world.hub, key=member.key)


def _engine(member: Member, hub: Hub, journal: MemoryJournal) -> Engine:
    return Engine(
        hub,
        journal,
        clock=member.world.clock,
        pin=member.world.root_digest,
        hub_id=member.world.hub,
        me=member.writer,
        digests=journal.digest,
    )


@contextmanager
def _http(member: Member, address: str) -> Iterator[HttpHub]:
    hub = HttpHub(
        address,
        pin=member.world.root_digest,
        hub_id=member.world.hub,
        signing=member.key,
        receiving=member.receiving,
        clock=member.world.clock,
    )
    try:
        yield hub
    finally:
        hub.close()


@pytest.fixture(params=["in process", "http"])
def stand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stand]:
    with ExitStack() as stack:
        world = HubWorld.live(tmp_path)
        stack.callback(world.close)
        team = world.team("Pasila")
        members = [world.member(name, "adviser", team) for name in ("Aino", "Veikko")]
        journals = [_journal(member) for member in members]
        if request.param == "http":
            address = stack.enter_context(world.http())
            hubs: list[Hub] = [stack.enter_context(_http(member, address)) for member in members]
        else:
            hubs = [member.hub for member in members]
        engines = [
            _engine(member, hub, journal)
            for member, hub, journal in zip(members, hubs, journals, strict=True)
        ]
        yield Stand(world, team_stream(team), engines, journals)


def _write(journal: MemoryJournal, stream: StreamId, entity: EntityId, **fields: object) -> None:
    seen = heads_seen(journal.states(stream).get(entity), fields)
    values = {name: (value, seen[name]) for name, value in fields.items()}
    journal.save(stream, [Draft("person", entity, entity, 1, values)])


def _done(engine: Engine) -> None:
    record = engine.round(cancelled=lambda: False)
    assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")


def test_two_colleagues_come_to_hold_the_same(stand: Stand) -> None:
    one, other = stand.engines
    mine, theirs = stand.journals
    person = new_entity()
    _write(mine, stand.stream, person, known_as="first")
    _done(one)
    _done(other)
    _write(mine, stand.stream, person, known_as="mine")
    _write(theirs, stand.stream, person, known_as="theirs")
    for engine in (one, other, one):
        _done(engine)
    assert mine.states(stand.stream) == theirs.states(stand.stream)
    assert len(mine.states(stand.stream)[person].fields["known_as"].heads) == 2
    assert mine.states(CITY) == theirs.states(CITY) != {}
    assert mine.unsent_count() == theirs.unsent_count() == 0


def test_a_long_stream_begins_with_a_snapshot_for_a_newcomer(stand: Stand) -> None:
    mine = stand.journals[0]
    for _ in range(2100):
        draft = Draft("visit", new_entity(), None, 1, {"age": ("u30", ()), "at": (1, ())})
        mine.save(stand.stream, [draft])
    _done(stand.engines[0])
    _done(stand.engines[1])
    theirs = stand.journals[1]
    assert stand.stream in theirs.snapshots
    assert theirs.states(stand.stream) == mine.states(stand.stream)
    _write(theirs, stand.stream, new_entity(), known_as="Aino")
    _done(stand.engines[1])
    _done(stand.engines[0])
    assert theirs.states(stand.stream) == mine.states(stand.stream)


def test_a_round_with_nothing_new_stays_under_four_kilobytes_at_the_real_hub(tmp_path: Path) -> None:
    world = HubWorld.live(tmp_path)
    team = world.team("Pasila")
    member = world.member("Aino", "adviser", team)
    with world.http() as address:
        host, port = address.removeprefix("http://").split(":")
        proxy = CuttingProxy((host, int(port)))
        with _http(member, proxy.address) as hub:
            journal = _journal(member)
            engine = _engine(member, hub, journal)
            _write(journal, team_stream(team), new_entity(), known_as="Aino")
            _done(engine)
            _done(engine)
            proxy.up = proxy.down = 0
            _done(engine)
            assert 0 < proxy.up + proxy.down <= 4096
        proxy.close()
    world.close()
