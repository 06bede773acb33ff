# SPDX-License-Identifier: MIT
"""Somebody comes back to a team, or a team opens again: what a laptop had kept stands there as at the hub, unmended."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld, Member, draft
from restored_hub import RestoredHub
from store_world import edit, note, person

from desktop.store.colleagues import import_colleague, own_outbox
from desktop.store.comparing import StoreComparing
from desktop.store.journal import BATCH
from sync.client.pace import Pace
from sync.client.pull import pull_all
from sync.client.push import push_all
from sync.client.restarting import follow_epoch
from sync.client.round import Round
from sync.hub.compaction import compact
from sync.hub.roster import end_grants, grant
from sync.hub.seeding import Save, seed_writer
from sync.hub.settling import settle
from sync.protocol.journal import RoundOutcome
from sync.records.ids import EntityId, LaptopId, StreamId, TeamId, new_entity, team_stream


@dataclass
class _Two:
    """Two teams; somebody on the adviser's card, the adviser's laptop and the coach's."""

    hub: RestoredHub
    city: City
    west: TeamId
    supervisors: tuple[Member, Member]
    adviser: HubLaptop
    coach: HubLaptop
    person: EntityId

    @property
    def stream(self) -> StreamId:
        return self.city.stream

    def go(self) -> None:
        """Let the team's supervisor move the person to the other team."""
        self.supervisors[0].save(
            self.stream, draft("move", new_entity(), subject=self.person, to=self.west, at=1)
        )

    def come(self) -> None:
        """Let the other team's supervisor move the person back."""
        there = team_stream(self.west)
        self.supervisors[1].save(
            there, draft("move", new_entity(), subject=self.person, to=self.city.team, at=1)
        )

    def close(self) -> None:
        """Close the team to the adviser."""
        end_grants(self.city.world.parts, self.city.adviser.staff, role="adviser", team=self.city.team)

    def open(self) -> None:
        """Open the team to the adviser again."""
        grant(self.city.world.parts, self.city.adviser.staff, "adviser", team=self.city.team)

    def agrees(self, laptop: HubLaptop) -> bool:
        """Whether a laptop folds to what the hub does, and never had to be mended."""
        head = self.city.world.parts.store.head(self.stream)
        assert head is not None
        assert StoreComparing(laptop.store).comparison() is None
        laptop.store.verify()
        laptop.store.check_fold()
        return (
            laptop.journal.digest(self.stream) == settle(self.city.world.parts, self.stream, head.number)[1]
        )

    def compact(self) -> None:
        """Let a season pass, after which the team's stream begins with a snapshot."""
        writer = seed_writer(self.city.world.parts, self.city.coach.staff, LaptopId("l" + "5" * 16))
        cards = [draft("person", new_entity(), name={"first": "Uusi", "last": f"{at}"}) for at in range(30)]
        writer.save_all(self.stream, (Save([card], 1) for card in cards))
        self.city.clock.now += 86_400_000
        done = compact(self.city.world.parts, older_than_days=0, keep=2)
        assert self.stream in {one.stream for one in done}

    def words_held(self, words: str) -> bool:
        """Whether these words are in a commit that the adviser's laptop holds."""
        with self.adviser.store.reading() as connection:
            held = connection.execute("SELECT bodies FROM commits").fetchall()
        return any(words.encode() in raw for (raw,) in held)

    def notes(self, laptop: HubLaptop) -> list[str]:
        """Return the notes on the person's card."""
        return sorted(row.text for row in laptop.store.reads().lists.notes(self.person))


@pytest.fixture(params=[1, 4, BATCH])
def two(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[_Two]:
    """A person's card at the hub and on both laptops, which take in so many commits at once."""
    clock = HubClock()
    city = make_city(HubWorld.make(tmp_path / "hub", clock=clock), clock)
    hub = RestoredHub(tmp_path, city.world)
    west = city.world.team("Länsi")
    supervisors = (
        city.world.member("Eeva Esimerkki", "supervisor", city.team),
        city.world.member("Lena Esimerkki", "supervisor", west),
    )
    adviser, coach = hub.laptop(city.adviser), hub.laptop(city.coach)
    adviser.journal.batch = coach.journal.batch = request.param
    card = person("Aino", "Esimerkki")
    adviser.save(city.stream, card)
    adviser.sync()
    coach.sync()
    yield _Two(hub, city, west, supervisors, adviser, coach, card.entity)
    hub.close()


def test_a_save_sent_in_the_round_that_tells_of_going_and_coming_stands(two: _Two) -> None:
    two.adviser.save(two.stream, note(two.person, "kotona"))
    two.go()
    two.come()
    two.adviser.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["kotona"]
    assert two.agrees(two.adviser)
    assert two.agrees(two.coach)


def test_a_save_that_was_kept_while_they_were_away_stands_when_it_is_sent_after_they_came(two: _Two) -> None:
    two.adviser.save(two.stream, note(two.person, "odotti"))
    two.go()
    _fetch(two.adviser)
    assert two.notes(two.adviser) == []
    two.come()
    two.adviser.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["odotti"]
    assert two.agrees(two.adviser)
    assert two.agrees(two.coach)


def test_a_save_sent_before_anybody_hears_that_they_came_stands(two: _Two) -> None:
    two.go()
    two.adviser.save(two.stream, note(two.person, "myöhässä"))
    two.come()
    _only(two.adviser, push_all)
    two.adviser.save(two.stream, note(two.person, "perään"))
    _fetch(two.adviser)
    two.adviser.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["myöhässä", "perään"]
    assert two.agrees(two.adviser)
    assert two.agrees(two.coach)


def test_a_save_that_was_late_comes_back_once_with_the_person(two: _Two) -> None:
    two.adviser.save(two.stream, note(two.person, "kerran"))
    two.go()
    _only(two.adviser, push_all)
    two.come()
    two.adviser.save(two.stream, note(two.person, "vielä"))
    two.adviser.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["kerran", "vielä"]
    assert two.agrees(two.adviser)


def test_who_goes_once_more_leaves_nothing_of_what_was_sent_between(two: _Two) -> None:
    two.adviser.save(two.stream, note(two.person, "välissä"))
    two.go()
    two.come()
    _only(two.adviser, push_all)
    two.go()
    two.adviser.sync()
    assert two.notes(two.adviser) == []
    assert two.adviser.store.reads().entity(two.person) is None
    assert two.agrees(two.adviser)
    assert not two.words_held("välissä")


@pytest.mark.parametrize("heard", ["of nothing", "of the going"])
def test_a_colleagues_save_from_the_outbox_stands_when_they_came_back(two: _Two, heard: str) -> None:
    two.coach.save(two.stream, note(two.person, "kollegan"))
    import_colleague(two.adviser.store, own_outbox(two.coach.store, since_ms=0))
    two.go()
    if heard == "of the going":
        _fetch(two.adviser)
    two.come()
    two.adviser.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["kollegan"]
    assert two.agrees(two.adviser)
    assert two.agrees(two.coach)


@pytest.mark.parametrize("sent", ["before it is fetched", "after part of it is here", "by a colleague"])
def test_what_was_unsent_when_a_team_was_closed_stands_when_it_opens(two: _Two, sent: str) -> None:
    two.adviser.save(two.stream, edit("person", two.person, known_as="Aino E."), note(two.person, "kesken"))
    two.close()
    _fetch(two.adviser)
    assert two.adviser.store.reads().entity(two.person) is None
    two.open()
    if sent == "after part of it is here":
        _fetch(two.adviser)
    elif sent == "by a colleague":
        import_colleague(two.coach.store, own_outbox(two.adviser.store, since_ms=0))
        two.coach.sync()
        _fetch(two.adviser)
    two.adviser.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["kesken"]
    assert two.agrees(two.adviser)
    assert two.agrees(two.coach)


@pytest.mark.parametrize("first", ["who was closed out", "the colleague"])
def test_what_was_kept_to_bring_to_a_restored_hub_stands_when_a_closed_team_opens(
    two: _Two, first: str
) -> None:
    backup = two.hub.backup()
    two.coach.save(two.stream, edit("person", two.person, known_as="Aino E."), note(two.person, "kollegan"))
    two.coach.sync()
    two.adviser.sync()
    two.hub.lose_and_restore(backup)
    two.close()
    _greet(two.adviser)
    _only(two.adviser, follow_epoch)
    _fetch(two.adviser)
    assert two.adviser.store.reads().entity(two.person) is None
    two.open()
    both = (two.adviser, two.coach, two.adviser)
    for laptop in both if first == "who was closed out" else both[1:]:
        laptop.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["kollegan"]
    assert two.agrees(two.adviser)
    assert two.agrees(two.coach)


def test_what_was_unsent_when_a_team_was_closed_stands_on_the_snapshot_it_opens_with(two: _Two) -> None:
    two.adviser.save(two.stream, edit("person", two.person, known_as="Aino E."), note(two.person, "kesken"))
    two.close()
    _fetch(two.adviser)
    two.open()
    two.compact()
    _fetch(two.adviser)
    assert two.notes(two.adviser) == ["kesken"]
    two.adviser.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["kesken"]
    assert two.agrees(two.adviser)
    assert two.agrees(two.coach)


@pytest.mark.parametrize("back", [True, False])
def test_a_snapshot_tells_whether_what_was_sent_meanwhile_stands(two: _Two, *, back: bool) -> None:
    two.adviser.save(two.stream, note(two.person, "odotti"))
    two.go()
    _fetch(two.adviser)
    two.adviser.save(two.stream, note(two.person, "perään"))
    if back:
        two.come()
    _only(two.adviser, push_all)
    two.compact()
    two.adviser.sync()
    two.coach.sync()
    kept = ["odotti", "perään"] if back else []
    assert two.notes(two.adviser) == two.notes(two.coach) == kept
    assert two.agrees(two.adviser)
    assert two.words_held("odotti") == two.words_held("perään") == back


def test_a_snapshot_past_going_and_coming_lets_what_was_said_before_stand_once(two: _Two) -> None:
    two.adviser.save(two.stream, edit("person", two.person, known_as="Aino E."), note(two.person, "ennen"))
    two.adviser.sync()
    two.go()
    two.come()
    two.compact()
    two.adviser.sync()
    two.coach.sync()
    assert two.notes(two.adviser) == two.notes(two.coach) == ["ennen"]
    assert two.agrees(two.adviser)
    assert two.agrees(two.coach)


def _greet(laptop: HubLaptop) -> None:
    """Learn which hub this is, and nothing more."""
    asked = iter([False])
    record = laptop.engine.round(cancelled=lambda: next(asked, True))
    assert record.outcome is RoundOutcome.CANCELLED


def _only(laptop: HubLaptop, step: Callable[[Round], None]) -> None:
    """Only send, or only fetch, and compare nothing."""
    known = laptop.engine.known
    assert known is not None
    me = laptop.store.me.writer
    step(Round(laptop.engine.hub, laptop.journal, known, me, Pace(), lambda: False, lambda _: None))


def _fetch(laptop: HubLaptop) -> None:
    _only(laptop, pull_all)
