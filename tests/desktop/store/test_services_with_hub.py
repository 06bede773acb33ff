# SPDX-License-Identifier: MIT
"""The city's services on laptops: what an editor saves reaches everybody, what nobody may say does not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from city_services import SOURCE, place_of, service, state_of, words
from hub_laptop import HubLaptop
from hub_world import HubWorld, Member

from desktop.store.changes import Change
from desktop.store.colleagues import import_colleague, own_outbox
from sync.catalogue.model import from_map, to_map
from sync.hub.catalogue_change import Outcome
from sync.hub.catalogue_publishing import publish
from sync.hub.roster import end_grants, grant
from sync.log.commit import Draft, read_header
from sync.protocol.journal import Segment
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


def deliver(sender: HubLaptop, reader: HubLaptop) -> None:
    """Carry what a colleague has unsent over, as the laptop they share does."""
    import_colleague(reader.store, own_outbox(sender.store, since_ms=0))


def test_a_colleague_sees_an_editors_save_before_the_hub_does(world: HubWorld, join: Join) -> None:
    team = world.team("Itä")
    editor = join(world.member("Eeva Toimittaja", "service_editor", None))
    aino = join(world.member("Aino Esimerkki", "adviser", team))
    publish(world.parts, [service(1)], SOURCE, whole=True, review=False)
    editor.sync()
    aino.sync()
    editor.save(CITY, change(1, content=to_map(service(1, "Selkeä nimi"))))
    deliver(editor, aino)
    assert name_on(aino, 1) == "Selkeä nimi"
    aino.sync()
    assert words(state_of(world, 1)) == ("Selkeä nimi", "published", "")


def test_a_stick_says_nothing_of_services_for_who_is_no_editor(world: HubWorld, join: Join) -> None:
    team = world.team("Itä")
    boss = join(world.member("Bo Esimerkki", "supervisor", team))
    aino = join(world.member("Aino Esimerkki", "adviser", team))
    publish(world.parts, [service(1)], SOURCE, whole=True, review=False)
    boss.sync()
    aino.sync()
    boss.save(CITY, change(1, content=to_map(service(1, "Väärä"))))
    deliver(boss, aino)
    assert name_on(aino, 1) == "Kurssi 1"


def test_a_service_that_claims_an_entity_of_the_roster_changes_no_right(world: HubWorld, join: Join) -> None:
    member = world.member("Eeva Toimittaja", "service_editor", None)
    editor = join(member)
    aino = join(world.member("Aino Esimerkki", "adviser", world.team("Itä")))
    editor.sync()
    aino.sync()
    before = aino.store.reads().roster.grants()
    own = next(one.entity for one in before if one.staff == member.staff)
    # No window makes such a save: its bytes are laid into the outbox by hand.
    forged = Draft("service", own, None, 1, {"role": ("admin", ())})
    commit = member.write(CITY, forged)
    run = Segment(CITY, member.writer, 1, read_header(commit.header).prev, (commit,))
    import_colleague(aino.store, [run])
    assert aino.store.reads().roster.grants() == before
    assert member.push(CITY, commit).quarantined == [1]
    aino.sync()
    assert aino.store.reads().roster.grants() == before
