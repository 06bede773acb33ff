# SPDX-License-Identifier: MIT
"""A hub is lost and restored while a laptop has put somebody out: what it says of them is what the new hub says."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld, draft
from restored_hub import RestoredHub
from store_world import edit, note, person

from desktop.store.comparing import StoreComparing
from desktop.store.evicted import want
from desktop.store.eviction import put_out, rows_about
from desktop.store.keeping import is_held
from sync.client.comparing import SOON
from sync.hub.compaction import compact
from sync.hub.seeding import Save, seed_writer
from sync.records.ids import EntityId, LaptopId, new_entity


@dataclass
class _Two:
    """An adviser and a coach of a team, and somebody on whose card both write."""

    hub: RestoredHub
    city: City
    adviser: HubLaptop
    coach: HubLaptop
    person: EntityId

    def phone(self, laptop: HubLaptop, number: str) -> None:
        """Write a telephone number on the card."""
        laptop.save(self.city.stream, edit("person", self.person, phone=number))

    def put_out(self, laptop: HubLaptop) -> None:
        """Put the person and all about them out of a laptop."""
        with laptop.store.writing() as connection:
            rows = rows_about(connection, [self.person])
            assert rows
            assert not is_held(connection, rows)
            put_out(connection, laptop.store.names, laptop.store.index_key, rows, at=self.city.clock.now)

    def round(self, laptop: HubLaptop) -> None:
        """Make a round that compares record by record; laptop and hub must never differ."""
        StoreComparing(laptop.store).set_compared(SOON)
        laptop.sync()
        assert StoreComparing(laptop.store).comparison() is None
        laptop.store.check_fold()
        laptop.store.verify()

    def shown(self, laptop: HubLaptop) -> tuple[object, list[str]] | None:
        """Return the telephone number and the notes of a card, fetched where it is not here."""
        with laptop.store.writing() as connection:
            want(connection, self.person)
        self.round(laptop)
        found = laptop.store.reads().entity(self.person)
        if found is None:
            return None
        number = found.fields.get("phone")
        notes = sorted(row.text for row in laptop.store.reads().lists.notes(self.person))
        return None if number is None else number.value, notes

    def season(self) -> None:
        """Let a season pass, after which the team's stream begins with a snapshot."""
        writer = seed_writer(self.city.world.parts, self.city.coach.staff, LaptopId("l" + "5" * 16))
        cards = [draft("person", new_entity(), name={"first": "Uusi", "last": f"{at}"}) for at in range(30)]
        writer.save_all(self.city.stream, (Save([card], 1) for card in cards))
        self.city.clock.now += 86_400_000
        done = compact(self.city.world.parts, older_than_days=0, keep=2)
        assert self.city.stream in {one.stream for one in done}


@pytest.fixture
def two(tmp_path: Path) -> Iterator[_Two]:
    """A card that the adviser began, on both laptops."""
    clock = HubClock()
    city = make_city(HubWorld.make(tmp_path / "hub", clock=clock), clock)
    hub = RestoredHub(tmp_path, city.world)
    adviser, coach = hub.laptop(city.adviser), hub.laptop(city.coach)
    card = person("Aino", "Esimerkki", phone="+358405550100")
    adviser.save(city.stream, card)
    adviser.sync()
    coach.sync()
    yield _Two(hub, city, adviser, coach, card.entity)
    hub.close()


def test_what_a_colleague_has_yet_to_bring_is_no_difference_and_comes_back_whole(two: _Two) -> None:
    backup = two.hub.backup()
    two.phone(two.adviser, "+358405550111")
    two.adviser.save(two.city.stream, note(two.person, "puhelimessa"))
    two.adviser.sync()
    two.coach.sync()
    two.put_out(two.coach)
    two.hub.lose_and_restore(backup)
    two.round(two.coach)
    two.round(two.adviser)
    two.round(two.coach)
    assert two.shown(two.coach) == two.shown(two.adviser) == ("+358405550111", ["puhelimessa"])


def test_who_began_after_the_backup_and_was_put_out_comes_back_with_who_brings_them(two: _Two) -> None:
    backup = two.hub.backup()
    card = person("Otso", "Testinen", phone="+358405550122")
    two.adviser.save(two.city.stream, card)
    two.person = card.entity
    two.adviser.sync()
    two.coach.sync()
    two.put_out(two.coach)
    two.hub.lose_and_restore(backup)
    two.round(two.coach)
    two.round(two.adviser)
    two.round(two.coach)
    assert two.shown(two.coach) == two.shown(two.adviser) == ("+358405550122", [])


def test_what_only_the_lost_hub_had_the_words_of_stands_nowhere(two: _Two) -> None:
    backup = two.hub.backup()
    two.phone(two.coach, "+358405550133")
    two.coach.sync()
    two.put_out(two.coach)
    two.hub.lose_and_restore(backup)
    two.round(two.coach)
    two.round(two.adviser)
    assert two.shown(two.coach) == two.shown(two.adviser) == ("+358405550100", [])


def test_the_words_that_a_later_backup_has_come_back_to_who_put_them_out(two: _Two) -> None:
    backup = two.hub.backup()
    two.phone(two.coach, "+358405550166")
    card = person("Otso", "Testinen")
    two.coach.save(two.city.stream, card)
    two.coach.sync()
    later = two.hub.backup()
    two.put_out(two.coach)
    first, two.person = two.person, card.entity
    two.put_out(two.coach)
    two.person = first
    two.hub.lose_and_restore(backup)
    two.round(two.coach)
    two.hub.lose_and_restore(later)
    two.round(two.coach)
    assert two.shown(two.coach) == ("+358405550166", [])
    assert two.coach.store.reads().entity(card.entity) is not None


def test_who_was_fetched_again_from_the_lost_hub_is_as_the_new_one_has_them(two: _Two) -> None:
    backup = two.hub.backup()
    two.phone(two.adviser, "+358405550144")
    two.adviser.sync()
    two.coach.sync()
    two.put_out(two.coach)
    assert two.shown(two.coach) == ("+358405550144", [])
    two.coach.save(two.city.stream, note(two.person, "vielä täällä"))
    two.hub.lose_and_restore(backup)
    two.round(two.coach)
    two.round(two.adviser)
    two.round(two.coach)
    assert two.shown(two.coach) == two.shown(two.adviser) == ("+358405550144", ["vielä täällä"])


@pytest.mark.parametrize("fetched", [False, True])
def test_a_stream_that_begins_again_has_what_was_put_out_as_the_hub_has_it(two: _Two, fetched: bool) -> None:  # noqa: FBT001 - drawn
    two.phone(two.coach, "+358405550155")
    two.coach.save(two.city.stream, note(two.person, "oma sana"))
    two.coach.sync()
    two.adviser.sync()
    backup = two.hub.backup()
    two.season()
    two.coach.sync()
    two.put_out(two.coach)
    if fetched:
        assert two.shown(two.coach) == ("+358405550155", ["oma sana"])
    two.hub.lose_and_restore(backup)
    two.round(two.coach)
    two.round(two.adviser)
    assert two.shown(two.coach) == two.shown(two.adviser) == ("+358405550155", ["oma sana"])
