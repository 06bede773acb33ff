# SPDX-License-Identifier: MIT
"""A snapshot whose loading was broken off goes on, also where the hub would send the commits; and who needs none."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from damage import derived, states
from hub_laptop import HubLaptop
from hub_world import HubWorld, home_stream
from store_world import note, person, visit

from desktop.store.comparing import StoreComparing
from desktop.store.flags import Mark
from sync.client.comparing import SOON
from sync.hub import snapshot as snapshots
from sync.hub.in_process import InProcessHub
from sync.protocol.errors import Unreachable
from sync.protocol.journal import RoundOutcome
from sync.protocol.messages import SnapshotPart, SnapshotRequest
from sync.records.ids import StreamId, new_entity


class CutHub(InProcessHub):
    """A hub that a laptop loses after so many parts of a snapshot; negative for never."""

    parts_left = -1

    def snapshot(self, request: SnapshotRequest) -> SnapshotPart:
        """Give a part, or be gone."""
        if self.parts_left == 0:
            raise Unreachable
        self.parts_left -= 1
        return super().snapshot(request)


@dataclass
class Pair:
    """Two notebooks of one team; the first one's network can be cut."""

    world: HubWorld
    stream: StreamId
    mine: HubLaptop
    other: HubLaptop
    hub: CutHub

    def save(self, laptop: HubLaptop, name: str) -> None:
        card = person(name, "Testinen")
        laptop.save(self.stream, card)
        laptop.save(self.stream, note(card.entity, f"{name} etsii työtä"))

    def both(self) -> None:
        for one in (self.mine, self.other, self.mine):
            one.sync()

    def to_come(self) -> int:
        with self.mine.store.reading() as connection:
            rows = connection.execute(
                "SELECT count(*) FROM entities WHERE flags & ?", (int(Mark.TO_COME),)
            ).fetchone()
        return int(rows[0])

    def alike(self) -> None:
        assert states(self.mine.store, self.stream) == states(self.other.store, self.stream)
        assert derived(self.mine.store) == derived(self.other.store)
        assert self.mine.journal.digest(self.stream) == self.other.journal.digest(self.stream) is not None
        self.mine.store.check_fold()


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    monkeypatch.setattr(snapshots, "PART_BYTES", 600)
    world = HubWorld.make(tmp_path / "hub")
    team = world.team("Itä")
    aino, bo = (world.member(name, "adviser", team) for name in ("Aino", "Bo"))
    mine, other = (HubLaptop.of(world, one, tmp_path / f"{one.staff}.db") for one in (aino, bo))
    hub = CutHub(world.service, aino.writer)
    mine.engine.hub = hub
    yield Pair(world, home_stream(team), mine, other, hub)
    mine.store.close()
    other.store.close()
    world.close()


def test_a_short_stream_whose_loading_was_broken_off_is_loaded_to_its_end(pair: Pair) -> None:
    """Of a short stream the hub sends the commits, and does not know that half a snapshot lies here."""
    for at in range(4):
        pair.save(pair.mine, f"Aino{at}")
        pair.save(pair.other, f"Bo{at}")
    pair.both()
    StoreComparing(pair.mine.store).want_whole(pair.stream)
    pair.hub.parts_left = 3
    assert pair.mine.engine.round(cancelled=lambda: False).outcome is RoundOutcome.OFFLINE
    assert pair.mine.journal.snapshot_progress(pair.stream) is not None
    assert pair.to_come() > 0
    pair.hub.parts_left = -1
    pair.save(pair.other, "Myöhemmin")
    pair.both()
    assert pair.mine.journal.snapshot_progress(pair.stream) is None
    assert pair.to_come() == 0
    pair.alike()


def test_who_wrote_most_of_a_long_stream_gets_it_without_a_snapshot(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "LONG", 12)
    pair.other.sync()
    for at in range(5):
        pair.save(pair.other, f"Bo{at}")
    pair.other.sync()
    for _ in range(10):
        pair.mine.save(pair.stream, visit(new_entity()))
    pair.hub.parts_left = 0
    pair.both()
    assert pair.world.parts.store.snapshots(pair.stream) == {}
    StoreComparing(pair.mine.store).set_compared(SOON)
    pair.mine.sync()
    assert StoreComparing(pair.mine.store).comparison() is None
    pair.alike()
