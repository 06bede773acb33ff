# SPDX-License-Identifier: MIT
"""The city's services on laptops: what an editor saves reaches everybody, what nobody may say does not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from city_services import SOURCE, place_of, service, state_of, words
from hub_laptop import HubLaptop
from hub_world import HubWorld, Member

from desktop.store.changes import Change
from sync.catalogue.model import from_map, to_map
from sync.hub.catalogue_change import Outcome
from sync.hub.catalogue_publishing import publish
from sync.hub.roster import end_grants, grant
from sync.records.ids import CITY

Join = Callable[[Member], HubLaptop]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[HubWorld]:
    """A hub on SQLite."""
    world = HubWorld.make(tmp_path / "hub")
    yield world
    world.close()


@pytest.fixture
def join(world: HubWorld, tmp_path: Path) -> Iterator[Join]:
    """Opens a notebook for a member of the hub."""
    opened: list[HubLaptop] = []

    def open_for(member: Member) -> HubLaptop:
        opened.append(HubLaptop.of(world, member, tmp_path / f"{len(opened)}.db"))
        return opened[-1]

    yield open_for
    for one in opened:
        one.store.close()


def name_on(laptop: HubLaptop, number: int) -> str:
    view = laptop.store.reads().entity(place_of(number))
    assert view is not None
    return from_map(view.fields["content"].heads[0].value).name["fi"]


def change(number: int, **fields: object) -> Change:
    return Change(kind="service", entity=place_of(number), fields=fields)


def test_an_editors_text_reaches_every_laptop_and_stands_through_the_next_import(
    world: HubWorld, join: Join
) -> None:
    team = world.team("Itä")
    editor = join(world.member("Eeva Toimittaja", "service_editor", None))
    aino = join(world.member("Aino Esimerkki", "adviser", team))
    publish(world.parts, [service(1), service(2)], SOURCE, whole=True, review=False)
    editor.sync()
    assert name_on(editor, 1) == "Kurssi 1"
    editor.save(CITY, change(1, content=to_map(service(1, "Selkeä nimi"))))
    assert editor.journal.unsent_count() == 1
    editor.sync()
    assert editor.journal.unsent_count() == 0
    again = publish(world.parts, [service(1, "Lähteen uusi")], SOURCE, whole=False, review=False)
    assert [one.outcome for one in again.lines] == [Outcome.PROPOSED]
    aino.sync()
    editor.sync()
    assert (name_on(aino, 1), name_on(editor, 1)) == ("Selkeä nimi", "Selkeä nimi")
    assert aino.journal.digest(CITY) == editor.journal.digest(CITY) is not None
    # The roster is read past the services, and stays what the hub says.
    assert [one.name for one in aino.store.reads().roster.staff()] == ["Aino Esimerkki", "Eeva Toimittaja"]


def test_an_editor_who_lost_the_role_offline_hears_that_their_save_is_held_back(
    world: HubWorld, join: Join
) -> None:
    team = world.team("Itä")
    member = world.member("Eeva Toimittaja", "service_editor", None)
    grant(world.parts, member.staff, "adviser", team=team)
    editor, aino = join(member), join(world.member("Aino Esimerkki", "adviser", team))
    publish(world.parts, [service(1)], SOURCE, whole=True, review=False)
    editor.sync()
    editor.save(CITY, change(1, status="withdrawn"))
    end_grants(world.parts, member.staff, role="service_editor", team=None)
    editor.sync()
    editor.sync()
    aino.sync()
    assert editor.journal.unsent_count() == 0
    (held,) = editor.store.reads().sending.quarantined(mine_only=True)
    assert held.kinds == ("service",)
    assert words(state_of(world, 1)) == ("Kurssi 1", "published", "")
    assert aino.journal.digest(CITY) == editor.journal.digest(CITY) is not None


def test_what_an_adviser_writes_into_the_city_stays_on_their_laptop(world: HubWorld, join: Join) -> None:
    team = world.team("Itä")
    aino = join(world.member("Aino Esimerkki", "adviser", team))
    publish(world.parts, [service(1)], SOURCE, whole=True, review=False)
    aino.sync()
    aino.save(CITY, change(1, status="withdrawn"))
    aino.engine.round(cancelled=lambda: False)
    assert aino.journal.unsent_count() == 1
    assert words(state_of(world, 1)) == ("Kurssi 1", "published", "")


def test_a_new_laptop_begins_with_a_long_city_of_services(world: HubWorld, join: Join) -> None:
    services = [service(number, description={"fi": "x" * 5_000}) for number in range(400)]
    publish(world.parts, services, SOURCE, whole=True, review=False)
    editor = join(world.member("Eeva Toimittaja", "service_editor", None))
    editor.sync()
    editor.save(CITY, change(1, content=to_map(service(1, "Uusi"))))
    editor.sync()
    late = join(world.member("Aino Esimerkki", "adviser", world.team("Itä")))
    late.sync()
    editor.sync()
    assert (name_on(late, 1), name_on(late, 399)) == ("Uusi", "Kurssi 399")
    assert late.journal.digest(CITY) == editor.journal.digest(CITY) is not None
