# SPDX-License-Identifier: MIT
"""The service editor: what an import brought is judged, own services are written, and nobody else may."""

from typing import Any

import pytest
from notebook_world import AINO, DANIEL, NotebookWorld
from service_shop import CARD_COURSE, REHAB, make_editor, publish, service

from desktop.notebook.catalogue.stock import Stock
from desktop.notebook.editing import Editing, differences
from desktop.notebook.errors import FieldRefused, NotAllowed, NotFound
from desktop.notebook.messages.editing import (
    EditingList,
    JudgeProposal,
    ListEditing,
    OpenEditing,
    SaveService,
)
from sync.catalogue.model import Service, from_map, to_map
from sync.log.commit import Draft
from sync.records.ids import CITY, EntityId

EARLY = {"weekday": 1, "opens": "9", "closes": "10:00"}


class Shelf:
    """An index that only remembers what is in it."""

    def __init__(self) -> None:
        self.here: dict[EntityId, Service] = {}

    def put(self, entity: EntityId, service: Service) -> None:
        self.here[entity] = service

    def drop(self, entity: EntityId) -> None:
        self.here.pop(entity, None)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def editing(world: NotebookWorld, shelf: Shelf) -> Editing:
    make_editor(world, DANIEL)
    return Editing(world.desk(DANIEL), Stock(shelf))


def pile(editing: Editing, which: str = "all", text: str = "") -> EditingList:
    return editing.list(ListEditing(which, text, day="2026-11-24", language="fi"))


def renamed(one: Service, name: str) -> Service:
    return from_map(to_map(one) | {"name": {"fi": name}})


def test_the_piles_are_counted_and_found_by_name(world: NotebookWorld, editing: Editing) -> None:
    old = from_map(to_map(service("Vanha kurssi", "old")) | {"stale_after": "2026-11-01"})
    publish(world, CARD_COURSE, old)
    publish(world, REHAB, status="waiting")
    shown = pile(editing)
    assert [row.name for row in shown.rows] == ["Hygieniapassikurssi", "Työkykyselvitys", "Vanha kurssi"]
    assert (shown.total, shown.waiting, shown.proposals, shown.stale) == (3, 1, 0, 1)
    assert [row.name for row in pile(editing, "stale").rows] == ["Vanha kurssi"]
    assert [row.name for row in pile(editing, "waiting").rows] == ["Työkykyselvitys"]
    assert [row.name for row in pile(editing, text="TYOKYKY").rows] == ["Työkykyselvitys"]


def test_only_the_published_ones_can_be_found_by_advisers(
    world: NotebookWorld, editing: Editing, shelf: Shelf
) -> None:
    (course,) = publish(world, CARD_COURSE)
    publish(world, REHAB, status="waiting")
    pile(editing)
    assert set(shelf.here) == {course}
    publish(world, service("Uusi", "new"))
    editing.save(SaveService(course, to_map(CARD_COURSE), "withdrawn"))
    pile(editing)
    assert [one.name["fi"] for one in shelf.here.values()] == ["Uusi"]


def test_a_waiting_service_is_published_by_taking_it(world: NotebookWorld, editing: Editing) -> None:
    (rehab,) = publish(world, REHAB, status="waiting")
    editing.judge(JudgeProposal(rehab, accept=True))
    assert editing.open(OpenEditing(rehab)).status == "published"


def test_a_proposal_shows_how_it_differs_and_is_taken_or_left(world: NotebookWorld, editing: Editing) -> None:
    (taken,) = publish(world, CARD_COURSE, proposed=renamed(CARD_COURSE, "Hygieniapassi, ilta"))
    (left,) = publish(world, REHAB, proposed=renamed(REHAB, "Työkyky"))
    shown = editing.open(OpenEditing(taken))
    assert [(one.field, one.before, one.after) for one in shown.changes] == [
        ("name.fi", "Hygieniapassikurssi", "Hygieniapassi, ilta")
    ]
    editing.judge(JudgeProposal(taken, accept=True, sight=shown.sight))
    editing.judge(JudgeProposal(left, accept=False))
    assert from_map(editing.open(OpenEditing(taken)).content).name["fi"] == "Hygieniapassi, ilta"
    assert from_map(editing.open(OpenEditing(left)).content).name["fi"] == "Työkykyselvitys"
    assert pile(editing, "proposals").rows == []


def test_a_proposal_that_is_not_there_can_not_be_judged(world: NotebookWorld, editing: Editing) -> None:
    (course,) = publish(world, CARD_COURSE)
    with pytest.raises(NotFound):
        editing.judge(JudgeProposal(course, accept=True))


def test_what_an_import_brings_meanwhile_is_not_overwritten_unread(
    world: NotebookWorld, editing: Editing
) -> None:
    (course,) = publish(world, CARD_COURSE)
    shown = editing.open(OpenEditing(course))
    publish(world, renamed(CARD_COURSE, "Uusi nimi keskuksesta"))
    edited = to_map(renamed(CARD_COURSE, "Oma nimi"))
    editing.save(SaveService(course, edited, "published", sight=shown.sight))
    assert editing.open(OpenEditing(course)).conflict


def test_an_own_service_gets_an_id_and_waits_to_be_sent(editing: Editing) -> None:
    saved = editing.save(SaveService(None, {"name": {"fi": "Korttelikahvila"}}, "published"))
    (row,) = pile(editing, "own").rows
    assert (row.name, row.source, row.service) == ("Korttelikahvila", "own", saved.entity)
    assert saved.save.stream == CITY


@pytest.mark.parametrize(
    ("content", "field", "reason"),
    [
        ({"name": {}}, "name", "missing"),
        ({"name": {"fi": "x" * 201}}, "name.fi", "too_long"),
        ({"name": {"fi": "x"}, "category": "magic"}, "category", "unknown_code"),
        ({"name": {"fi": "x"}, "valid_to": "31.12.2026"}, "valid_to", "bad_date"),
        ({"name": {"fi": "x"}, "web": {"fi": "javascript:alert(1)"}}, "web.fi", "bad_web"),
        ({"name": {"fi": "x"}, "lowest_age": 40, "highest_age": 20}, "lowest_age", "out_of_range"),
        ({"name": {"fi": "x\u202egnp"}}, "name.fi", "not_normal"),
        ({"name": "x"}, "name", "wrong_type"),
        (
            {"name": {"fi": "x"}, "places": [{"hours": {"openings": [EARLY]}}]},
            "places.0.hours",
            "bad_time",
        ),
    ],
)  # fmt: skip
def test_what_can_not_be_published_says_which_field(
    editing: Editing, content: dict[str, object], field: str, reason: str
) -> None:
    with pytest.raises(FieldRefused) as caught:
        editing.save(SaveService(None, content, "published"))
    assert caught.value.facts == {"field": field, "reason": reason}
    assert pile(editing).rows == []


def test_nobody_edits_without_the_role(world: NotebookWorld, shelf: Shelf) -> None:
    (course,) = publish(world, CARD_COURSE)
    aino = Editing(world.desk(AINO), Stock(shelf))
    for attempt in (
        lambda: pile(aino),
        lambda: aino.open(OpenEditing(course)),
        lambda: aino.save(SaveService(course, to_map(CARD_COURSE), "withdrawn")),
        lambda: aino.save(SaveService(None, to_map(REHAB), "published")),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_when_something_was_fetched_is_no_difference() -> None:
    before = {"name": {"fi": "a"}, "origin": {"fetched": "2026-01-01", "id": "1"}}
    after = {"name": {"fi": "a", "en": "b"}, "origin": {"fetched": "2026-02-01", "id": "1"}}
    assert [one.field for one in differences(before, after)] == ["name.en"]


@pytest.mark.parametrize("content", [{}, {"name": 5}, {"name": {"fi": "A" * 10_000}}])
def test_what_is_no_service_can_still_be_taken_out_of_use(
    world: NotebookWorld, editing: Editing, content: dict[str, Any]
) -> None:
    odd = EntityId(b"an odd service..")
    fields = {"content": (content, ()), "status": ("published", ())}
    world.hub_says(CITY, Draft("service", odd, None, 1, fields))
    shown = editing.open(OpenEditing(odd))
    with pytest.raises(FieldRefused):
        editing.save(SaveService(odd, shown.content, "published"))
    editing.save(SaveService(odd, shown.content, "withdrawn", sight=shown.sight))
    assert pile(editing).withdrawn == 1


def test_a_new_service_writes_over_none_that_has_its_id(world: NotebookWorld, editing: Editing) -> None:
    (course,) = publish(world, CARD_COURSE)
    made = editing.save(SaveService(None, to_map(renamed(CARD_COURSE, "Toinen")), "published")).entity
    assert made != course
    assert from_map(editing.open(OpenEditing(course)).content).name["fi"] == "Hygieniapassikurssi"
