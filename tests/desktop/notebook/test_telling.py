# SPDX-License-Identifier: MIT
"""From the store's values to what crosses the pipe: marks by weight, sets as lists, codes masked."""

import pytest
from card_desk import HETU, CardDesk, field_of
from notebook_world import AINO, NotebookWorld

from desktop.notebook.messages.marks import Mark
from desktop.notebook.telling import (
    birth_year,
    is_minor,
    person_name,
    sending_marks,
    standing_mark,
    told_value,
    wire_fields,
)
from desktop.store.views import Sending, WriteStanding
from sync.records.people import PERSON

NOON = 1_780_315_200_000
"""The first of June, 2026, noon UTC."""


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (b"\x01\xff", "01ff"),
        ([b"\x01", "a", 3], ["01", "a", "3"]),
        ({"visits": 3, "of": b"\x02", "x": [1]}, {"visits": 3, "of": "02", "x": "[1]"}),
        (None, None), (True, True), (7, 7), ("x", "x"),
    ],
)  # fmt: skip
def test_values_cross_as_plain_ones_and_ids_as_hex(value: object, told: object) -> None:
    assert told_value(value) == told


def test_what_weighs_more_stands_first_and_nothing_else_means_delivered() -> None:
    assert sending_marks(Sending()) == [Mark.DELIVERED]
    assert sending_marks(Sending(unsent=True)) == [Mark.UNSENT]
    assert sending_marks(Sending(unsent=True), provisional=True) == [Mark.PROVISIONAL]
    everything = Sending(unsent=True, parked=True, quarantined=True)
    assert sending_marks(everything) == [Mark.QUARANTINED, Mark.PARKED, Mark.UNSENT]


def test_every_standing_of_a_write_has_a_mark() -> None:
    assert {standing_mark(one) for one in WriteStanding} == {
        Mark.UNSENT, Mark.PARKED, Mark.QUARANTINED, Mark.ERASED, Mark.DELIVERED,
    }  # fmt: skip


def test_a_person_is_called_by_their_name_or_by_what_they_are_known_as() -> None:
    assert (
        person_name({"name": {"first": "Samir", "last": "Testinen"}, "known_as": "Sami"}) == "Samir Testinen"
    )
    assert person_name({"name": {"first": "", "last": None}, "known_as": "Sami"}) == "Sami"
    assert person_name({}) == ""


@pytest.mark.parametrize(
    ("born", "minor"),
    [("2008-06-01", False), ("2008-06-02", True), ("", False), ("2008", False), (None, False)],
)
def test_under_age_is_judged_by_the_day(born: str | None, minor: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_minor({"birth_date": born}, NOON) is minor


def test_a_birth_year_that_is_none_is_zero() -> None:
    assert (birth_year({"birth_date": "1990-01-01"}), birth_year({"birth_date": "x"}), birth_year({})) == (
        1990,
        0,
        0,
    )


def test_a_set_crosses_as_its_elements_and_is_written_one_field_an_element(world: NotebookWorld) -> None:
    assert wire_fields(PERSON, {"contact_ok": {"sms": True, "call": False}, "phone": "1"}) == {
        "contact_ok/sms": True, "contact_ok/call": False, "phone": "1",
    }  # fmt: skip
    aino = CardDesk(world, AINO)
    person = aino.new(contact_ok={"sms": True, "email": True})
    aino.edit(person, contact_ok={"email": False, "call": True})
    assert field_of(aino.open(person), "contact_ok").value == ["call", "sms"]


def test_a_card_shows_its_fields_in_the_vocabularys_order(world: NotebookWorld) -> None:
    aino = CardDesk(world, AINO)
    person = aino.new(phone="+358401111111", hetu=HETU)
    names = [field.name for field in aino.open(person).fields]
    known = [one.name for one in PERSON.fields]
    assert names == sorted(names, key=known.index)
    assert "deleted" not in names
