# SPDX-License-Identifier: MIT
"""Hints about a person: their facts come from cards, situation, plan and permits; taking one up can be undone."""

from datetime import date, timedelta
from typing import Any

import pytest
from notebook_world import AINO, CELIA, DANIEL, NotebookWorld
from service_shop import publish, service

from desktop.notebook.errors import FieldRefused, NotAllowed, NotFound
from desktop.notebook.hints import Hints
from desktop.notebook.hints_rules import load_rule_book
from desktop.notebook.merging import Merging
from desktop.notebook.messages.hints import HintRow, HintsView, ListHints, Outcome, Standing, TakeHint
from desktop.notebook.messages.merging import MergePeople
from desktop.notebook.messages.people import OpenPerson, RecordSaved, SavePerson
from desktop.notebook.messages.plans import MoveStep, SavePath
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.people import People
from desktop.notebook.plans import Plans
from desktop.notebook.undoing import Undoing
from desktop.resources import resource
from sync.records.ids import EntityId, StaffId

TODAY = date(2026, 6, 1)
"""The day of ``notebook_world.MORNING``."""
BOOK = load_rule_book(resource("hints.json"))
JOBLESS = {"labour": {"status": "unemployed", "since": "2025-01-07"}, "income": "general_support"}


class Adviser:
    """One person's desk with hints, cards and paths."""

    def __init__(self, world: NotebookWorld, staff: StaffId) -> None:
        self.desk = world.desk(staff)
        self.lane = world.lane()
        self.hints = Hints(self.desk, BOOK, writing=self.lane)
        self.people = People(self.desk, reading=self.lane, writing=self.lane)
        self.plans = Plans(self.desk)
        self.undoing = Undoing(self.desk, writing=self.lane)

    def client(self, situation: dict[str, Any] | None = None, **fields: Any) -> EntityId:  # noqa: ANN401 - a card's
        card = {"name": {"first": "Samir", "last": "Haddad"}, **fields}
        return self.people.save(SavePerson(None, card, situation or {})).entity

    def look(self, person: EntityId, day: date = TODAY) -> HintsView:
        return self.hints.list(ListHints(person, day.isoformat()))

    def row(self, person: EntityId, rule: str, day: date = TODAY) -> HintRow:
        return next(one for one in self.look(person, day).rows if one.rule == rule)

    def take(self, person: EntityId, rule: str, day: date = TODAY) -> RecordSaved:
        version = self.row(person, rule, day).version
        return self.hints.take(TakeHint(person, day.isoformat(), rule, version))

    def path(self, person: EntityId, of: str, **fields: Any) -> RecordSaved:  # noqa: ANN401 - a record's fields
        return self.plans.save(SavePath(person, of, fields))


@pytest.fixture
def aino(world: NotebookWorld) -> Adviser:
    return Adviser(world, AINO)


def day(ahead: int) -> str:
    return (TODAY + timedelta(days=ahead)).isoformat()


def facts(row: HintRow) -> dict[str, tuple[Standing, object, bool | None]]:
    return {one.condition.fact: (one.standing, one.value, one.fits) for one in row.facts}


def test_of_a_bare_name_nothing_is_known_and_nothing_holds(aino: Adviser) -> None:
    person = aino.client()
    assert Outcome.HOLDS not in {one.outcome for one in aino.look(person).rows}
    assert facts(aino.row(person, "ohjaamo")) == {"age": (Standing.MISSING, None, None)}


def test_a_hint_tells_the_facts_it_used_and_its_source(aino: Adviser) -> None:
    person = aino.client(JOBLESS, birth_date="1996-01-01")
    row = aino.row(person, "municipal_share")
    assert row.outcome is Outcome.HOLDS
    assert facts(row) == {
        "income": (Standing.KNOWN, "general_support", True),
        "status": (Standing.KNOWN, "unemployed", True),
        "status_since": (Standing.KNOWN, "2025-01-07", True),
    }
    assert (row.act, row.chapter, row.version) == ("1290/2002", "14", "2025-01-01")
    assert not row.checked


def test_an_identity_code_tells_the_age_where_no_birth_date_does(aino: Adviser) -> None:
    person = aino.client(hetu="010190-901R")
    row = aino.row(person, "ohjaamo")
    assert (row.outcome, facts(row)["age"]) == (Outcome.DOES_NOT, (Standing.KNOWN, 36, False))


def test_not_known_as_a_code_is_as_good_as_nothing(aino: Adviser) -> None:
    person = aino.client({"education": "unknown"}, birth_date="2009-01-01")
    assert facts(aino.row(person, "labour_training_minor"))["education"][0] is Standing.MISSING


def test_a_protected_persons_municipality_is_no_fact(aino: Adviser) -> None:
    person = aino.client(JOBLESS, municipality="091", protected=True)
    row = aino.row(person, "helsinki_benefit")
    assert row.outcome is Outcome.NOT_KNOWN
    assert facts(row)["municipality"] == (Standing.HIDDEN, None, None)


def test_the_plan_tells_of_the_integration_period(aino: Adviser) -> None:
    person = aino.client()
    aino.path(person, "plan", integration=True, valid_to=day(-1))
    assert aino.row(person, "integration_over").outcome is Outcome.HOLDS
    assert aino.row(person, "integration_ending").outcome is Outcome.DOES_NOT


def test_the_card_that_ends_first_counts(aino: Adviser) -> None:
    person = aino.client()
    assert aino.row(person, "card_expiring").outcome is Outcome.DOES_NOT
    aino.path(person, "permit", kind="tax_number")
    assert aino.row(person, "card_expiring").outcome is Outcome.DOES_NOT
    aino.path(person, "permit", kind="first_aid", valid_to=day(900))
    aino.path(person, "permit", kind="hygiene", valid_to=day(60))
    assert facts(aino.row(person, "card_expiring"))["card_ends"] == (Standing.KNOWN, day(60), True)


def test_an_open_step_to_a_service_that_may_bind_is_told(aino: Adviser, world: NotebookWorld) -> None:
    person = aino.client(JOBLESS)
    assert aino.row(person, "binding_service").outcome is Outcome.DOES_NOT
    (binds,) = publish(world, service("Kuntouttava työtoiminta", "work", obligation="if_agreed"))
    (free,) = publish(world, service("Hygieniapassikurssi", "hygiene", obligation="voluntary"))
    aino.path(person, "plan_step", what="Kurssi", who="client", service=free.hex())
    assert aino.row(person, "binding_service").outcome is Outcome.DOES_NOT
    step = aino.path(person, "plan_step", what="Aloitus", who="client", service=binds.hex())
    assert aino.row(person, "binding_service").outcome is Outcome.HOLDS
    aino.plans.move(MoveStep(step.entity, "done"))
    assert aino.row(person, "binding_service").outcome is Outcome.DOES_NOT


def test_two_cards_of_a_person_that_say_otherwise_are_nobodys_to_choose_from(
    aino: Adviser, world: NotebookWorld
) -> None:
    one, other = aino.client(birth_date="2000-01-01"), aino.client(birth_date="1990-01-01")
    Merging(aino.desk, reading=aino.lane, writing=aino.lane).merge(MergePeople(one, other))
    world.sync()
    assert facts(aino.row(one, "ohjaamo"))["age"] == (Standing.TWO_VALUES, None, None)


def test_a_hint_taken_up_keeps_the_version_that_spoke_and_its_facts(aino: Adviser) -> None:
    person = aino.client(JOBLESS)
    saved = aino.take(person, "municipal_share")
    stored = aino.desk.entity(saved.entity, "hint_taken").values
    assert (stored["rule"], stored["version"], stored["held"]) == ("municipal_share", "2025-01-01", True)
    assert stored["facts"] == {
        "income": "general_support",
        "status": "unemployed",
        "status_since": "2025-01-07",
    }
    taken = aino.row(person, "municipal_share").taken
    assert taken is not None
    assert (taken.version, taken.mine) == ("2025-01-01", True)
    told = [row for row in aino.people.open(OpenPerson(person, "search")).history if row.kind == "hint_taken"]
    assert [(row.what, row.fields, row.save) for row in told] == [
        ("created", ["municipal_share"], saved.save)
    ]
    aino.undoing.undo(UndoSave(saved.save))
    assert aino.row(person, "municipal_share").taken is None


def test_a_hint_with_something_unknown_can_be_taken_up_and_says_so(aino: Adviser) -> None:
    person = aino.client()
    stored = aino.desk.entity(aino.take(person, "ohjaamo").entity).values
    assert (stored["held"], stored["facts"]) == (False, {"age": None})


def test_a_rule_that_does_not_hold_and_a_version_that_does_not_speak_are_not_taken_up(aino: Adviser) -> None:
    person = aino.client(birth_date="1980-01-01")
    with pytest.raises(FieldRefused):
        aino.take(person, "ohjaamo")
    with pytest.raises(NotFound):
        aino.hints.take(TakeHint(person, day(0), "municipal_share", "2016-01-01"))
    with pytest.raises(FieldRefused):
        aino.hints.list(ListHints(person, "tomorrow"))


def test_each_look_is_in_the_access_log_without_a_value(aino: Adviser) -> None:
    person = aino.client(JOBLESS, birth_date="1996-01-01")
    aino.look(person)
    event = aino.desk.store.audit_rows(newest=1)[0].event
    assert (event["operation"], event["reason"]) == ("READ", "hints")
    assert event["target"] == {"type": "person", "id": person.hex()}
    assert "1996" not in str(aino.desk.store.audit_rows())


def test_a_colleague_sees_that_a_hint_was_taken_up_and_a_supervisor_takes_none_up(
    aino: Adviser, world: NotebookWorld
) -> None:
    celia, daniel = Adviser(world, CELIA), Adviser(world, DANIEL)
    person = aino.client(JOBLESS)
    aino.take(person, "duty_to_seek")
    aino.take(person, "wage_subsidy")
    world.sync()
    taken = celia.row(person, "wage_subsidy").taken
    assert taken is not None
    assert (taken.by, taken.mine) == ("Aino Aalto", False)
    assert celia.look(person).can_take
    assert not daniel.look(person).can_take
    with pytest.raises(NotAllowed):
        daniel.take(person, "wage_subsidy")


def test_two_values_of_a_fact_wait_for_somebody_to_choose(aino: Adviser, world: NotebookWorld) -> None:
    celia = Adviser(world, CELIA)
    person = aino.client()
    world.sync()
    for desk, born in ((aino, "2000-01-01"), (celia, "1990-01-01")):
        desk.people.save(SavePerson(person, {"birth_date": born}))
    world.sync()
    assert facts(aino.row(person, "ohjaamo"))["age"] == (Standing.TWO_VALUES, None, None)
