# SPDX-License-Identifier: MIT
"""The catalogue at a desk: found as one types, in step with the hub, with own marks and the team's notes."""

from typing import Any

import pytest
from card_desk import CardDesk
from notebook_world import AINO, BERTTA, CELIA, NotebookWorld
from service_shop import CARD_COURSE, REHAB, publish, service

from desktop.notebook.catalogue.index import CatalogueIndex
from desktop.notebook.catalogue.stock import Stock
from desktop.notebook.catalogue.synonyms import load_synonyms
from desktop.notebook.errors import FieldRequired, NotAllowed, NotFound
from desktop.notebook.messages.services import (
    DropServiceNote,
    MarkService,
    NoteService,
    OpenService,
    SearchServices,
    ServiceClient,
    ServiceFilters,
    ServicesFound,
    ServiceView,
)
from desktop.notebook.services import Services
from desktop.resources import resource
from sync.catalogue.model import OfferedLanguage, Service, from_map, to_map
from sync.log.commit import Draft
from sync.records.ids import CITY, EntityId, StaffId

DAY, MINUTE = "2026-11-24", 13 * 60
NOBODY = ServiceClient()


class Counter:
    """One adviser with the catalogue."""

    def __init__(self, world: NotebookWorld, staff: StaffId = AINO) -> None:
        self.desk = world.desk(staff)
        index = CatalogueIndex(load_synonyms(resource("services", "synonyms.json")), world.codes)
        self.stock = Stock(index)
        self.services = Services(self.desk, self.stock, index)

    def search(self, text: str = "", client: ServiceClient = NOBODY, **filters: Any) -> ServicesFound:  # noqa: ANN401 - a filter's fields
        ask = SearchServices(text, ServiceFilters(**filters), client, "fi", DAY, MINUTE)
        return self.services.search(ask)

    def names(self, text: str = "", **filters: Any) -> list[str]:  # noqa: ANN401 - a filter's fields
        return [row.name for row in self.search(text, **filters).rows]

    def open(self, entity: EntityId, client: ServiceClient = NOBODY) -> ServiceView:
        return self.services.open(OpenService(entity, client, "fi", DAY, MINUTE))

    def events(self, operation: str) -> int:
        return sum(row.event.get("operation") == operation for row in self.desk.store.audit_rows(newest=100))


def changed(one: Service, **more: Any) -> Service:  # noqa: ANN401 - a service's fields
    return from_map(to_map(one) | more)


@pytest.fixture
def shop(world: NotebookWorld) -> list[EntityId]:
    return publish(world, CARD_COURSE, REHAB)


@pytest.fixture
def aino(world: NotebookWorld, shop: list[EntityId]) -> Counter:
    assert shop
    return Counter(world)


def test_a_service_is_found_by_part_of_its_name_and_says_where(aino: Counter) -> None:
    found = aino.search("hygien")
    (row,) = found.rows
    assert (row.name, row.place, row.price, row.consent) == (
        "Hygieniapassikurssi",
        "Testilän opisto",
        "free",
        "none",
    )
    assert [one.word for one in row.why] == ["Hygieniapassikurssi"]
    assert (found.total, found.catalogue.services, found.partly) == (1, 2, False)


def test_the_catalogue_follows_what_the_hub_says(world: NotebookWorld, aino: Counter) -> None:
    assert aino.names("korttelikahvila") == []
    (cafe,) = publish(world, service("Korttelikahvila", "cafe"))
    assert aino.names("korttelikahvila") == ["Korttelikahvila"]
    publish(world, changed(service("Korttelikahvila", "cafe"), name={"fi": "Naapurikahvila"}))
    assert aino.names("korttelikahvila") == []
    assert aino.names("naapurikahvila") == ["Naapurikahvila"]
    world.hub_says(CITY, Draft("service", cafe, None, 1, {"status": ("withdrawn", ())}))
    assert aino.names("naapurikahvila") == []


def test_what_waits_or_is_of_a_form_from_the_future_is_not_shown(world: NotebookWorld, aino: Counter) -> None:
    publish(world, service("Odottava", "waits"), status="waiting")
    future = EntityId(b"f" * 16)
    fields = {"content": ({"name": 7}, ()), "status": ("published", ())}
    world.hub_says(CITY, Draft("service", future, None, 1, fields))
    assert aino.names() == ["Hygieniapassikurssi", "Työkykyselvitys"]
    assert aino.search().catalogue.services == 2
    with pytest.raises(NotFound):
        aino.open(future)


def test_what_does_not_fit_the_visitor_is_said_and_still_shown(world: NotebookWorld, aino: Counter) -> None:
    youth = service(
        "Nuorten paja", "youth", lowest_age=15, highest_age=29, languages=(OfferedLanguage("fi"),)
    )
    publish(world, youth)
    visitor = ServiceClient(age="30_44", language="so")
    row = next(one for one in aino.search("paja", visitor).rows if one.name == "Nuorten paja")
    assert [(one.code, one.facts) for one in row.unmet] == [
        ("age", {"lowest": 15, "highest": 29}),
        ("language", {"wanted": "fi"}),
    ]


def test_a_persons_card_says_what_the_search_should_know_and_the_look_is_logged_once(
    world: NotebookWorld, aino: Counter
) -> None:
    youth = service("Nuorten paja", "youth", lowest_age=15, highest_age=29)
    publish(world, youth)
    person = CardDesk(world, AINO).new("Leila", "Testinen", birth_date="1980-05-05")
    before = aino.events("READ")
    for text in ("p", "pa", "paja"):
        row = aino.search(text, ServiceClient(person=person)).rows[0]
    assert [one.code for one in row.unmet] == ["age"]
    assert aino.events("READ") == before + 1


def test_a_person_who_is_not_here_is_no_client(aino: Counter) -> None:
    with pytest.raises(NotFound):
        aino.search("paja", ServiceClient(person=EntityId(b"n" * 16)))


def test_favourites_come_first_and_hidden_ones_only_when_asked_for(
    world: NotebookWorld, aino: Counter, shop: list[EntityId]
) -> None:
    course, rehab = shop
    aino.services.mark(MarkService(rehab, favourite=True, hidden=False))
    assert aino.names() == ["Työkykyselvitys", "Hygieniapassikurssi"]
    assert aino.names(favourites=True) == ["Työkykyselvitys"]
    aino.services.mark(MarkService(course, favourite=False, hidden=True))
    assert aino.names() == ["Työkykyselvitys"]
    assert aino.names(hidden=True) == ["Työkykyselvitys", "Hygieniapassikurssi"]
    aino.services.mark(MarkService(course, favourite=False, hidden=False))
    assert len(aino.names()) == 2
    assert world


def test_marks_are_ones_own(world: NotebookWorld, aino: Counter, shop: list[EntityId]) -> None:
    celia = Counter(world, CELIA)
    aino.services.mark(MarkService(shop[0], favourite=False, hidden=True))
    world.sync()
    assert len(celia.names()) == 2
    assert len(aino.names()) == 1


def test_what_the_team_knows_is_read_by_the_team_and_taken_back_by_its_writer(
    world: NotebookWorld, aino: Counter, shop: list[EntityId]
) -> None:
    bertta = Counter(world, BERTTA)
    aino.services.note(NoteService(shop[0], "Kysy Leenaa tiistaisin"))
    world.sync()
    shown = bertta.open(shop[0])
    assert [(one.text, one.by, one.mine) for one in shown.notes] == [
        ("Kysy Leenaa tiistaisin", "Aino Aalto", False)
    ]
    assert shown.row.noted
    with pytest.raises(NotAllowed):
        bertta.services.drop_note(DropServiceNote(shown.notes[0].note))
    aino.services.drop_note(DropServiceNote(shown.notes[0].note))
    assert aino.open(shop[0]).notes == []


def test_a_blank_note_and_one_on_nothing_are_refused(aino: Counter, shop: list[EntityId]) -> None:
    with pytest.raises(FieldRequired):
        aino.services.note(NoteService(shop[0], "  "))
    with pytest.raises(NotFound):
        aino.services.note(NoteService(EntityId(b"n" * 16), "x"))


def test_a_service_opens_with_everything_and_what_goes_with_it(world: NotebookWorld, aino: Counter) -> None:
    (linked,) = publish(world, service("Opisto", "college", complementary=("own:hygiene", "own:gone")))
    shown = aino.open(linked)
    assert from_map(shown.content).name["fi"] == "Opisto"
    assert [one.name for one in shown.complementary] == ["Hygieniapassikurssi"]
    assert shown.status == "published"


def test_searching_writes_nothing(aino: Counter) -> None:
    before = aino.desk.store.audit_rows(newest=1000)
    aino.search("kortti")
    aino.search("", free=True, groups=["study"])
    assert aino.desk.store.audit_rows(newest=1000) == before
