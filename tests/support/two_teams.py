# SPDX-License-Identifier: MIT
"""Two teams of a hub that is lost and restored, and a chain in which words stand behind those of who went away."""

from dataclasses import dataclass
from pathlib import Path

from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub
from store_world import edit, person

from desktop.store.changes import Change
from sync.hub.effective import fold_stream
from sync.hub.obeying import obey_all
from sync.hub.settling import settle
from sync.hub.verify import verify
from sync.log.digest import stream_digest
from sync.log.state import EntityState
from sync.records.ids import EntityId, StreamId, TeamId, new_entity, team_stream


@dataclass
class Two:
    """Two teams of a hub that is lost: an adviser and a coach in the first, a coach in the second."""

    hub: RestoredHub
    city: City
    west: TeamId
    author: HubLaptop
    coach: HubLaptop
    west_coach: HubLaptop

    @property
    def home(self) -> StreamId:
        return self.city.stream

    @property
    def away(self) -> StreamId:
        return team_stream(self.west)

    def move(self, by: HubLaptop, who: Change, at: StreamId, to: TeamId) -> None:
        fields = {"to": to, "at": self.city.clock()}
        by.save(at, Change(kind="move", entity=new_entity(), subject=who.entity, fields=fields))
        by.sync()

    def sync(self, *laptops: HubLaptop) -> None:
        for _ in range(2):
            for one in laptops:
                one.sync()

    def states(self, stream: StreamId) -> dict[EntityId, EntityState]:
        """Fold a stream as a snapshot would; the settled digest must say the same."""
        parts = self.city.world.parts
        obey_all(parts, parts.store.heads().keys())
        head = parts.store.head(stream)
        assert head is not None
        number, digest = settle(parts, stream, head.number)
        folded = fold_stream(parts, stream, number).states
        assert stream_digest(folded.values()) == digest
        return folded

    def heads(self, stream: StreamId, who: Change, name: str = "known_as") -> list[object]:
        return [head.value for head in self.states(stream)[who.entity].fields[name].heads]

    def agree(self, stream: StreamId, *laptops: HubLaptop) -> None:
        """Hub and laptops hold the same, and nothing waits."""
        for one in laptops:
            assert one.journal.digest(stream) == stream_digest(self.states(stream).values())
        assert not verify(self.city.world.parts).damages


def make_two(folder: Path, database: str | None) -> Two:
    """Settle both teams in a fresh hub."""
    clock = HubClock()
    world = HubWorld.make(folder / "hub", clock=clock, database=database)
    city = make_city(world, clock)
    west = world.team("Länsi")
    hub = RestoredHub(folder, world)
    return Two(
        hub,
        city,
        west,
        hub.laptop(city.adviser),
        hub.laptop(world.member("Esi Valmentaja", "coach", city.team)),
        hub.laptop(world.member("Lena Länsi", "coach", west)),
    )


def lose_words_in(two: Two) -> tuple[Change, Change]:
    """Let the author write about two, the first go away, and return both; the hub's backup is older than that."""
    goes, stays = person("Matti", "Testinen"), person("Aino", "Esimerkki")
    two.author.save(two.home, goes)
    two.author.save(two.home, stays)
    two.author.save(two.home, edit("person", stays.entity, known_as="Aikku"))
    two.sync(two.author, two.coach)
    two.move(two.coach, goes, two.home, two.west)
    two.sync(two.coach, two.west_coach)
    return goes, stays
