# SPDX-License-Identifier: MIT
"""A reviewer reads what people wrote, by what it is about; ids and repeated moments are left out."""

import pytest
from fake_notebook import FakeBridge
from page_bench import tools_for
from review_queue import NOW, change

from desktop.ui.app import Dressed
from desktop.ui.page import Tools
from desktop.ui.review.change_lines import ChangeLines
from desktop.ui.review.titles import item_title
from desktop.ui.review.told_changes import told_changes

STAFF = "s0000000000000001"
NEW_PERSON = [
    change(2, "note", "at", None, "1795523000000"),
    change(2, "note", "session", None, "0" * 32),
    change(2, "note", "text", None, "Etsii suomen kurssia."),
    change(1, "person", "responsible", None, STAFF),
    change(1, "person", "phone", None, "+358405550190"),
    change(1, "person", "name", None, {"first": "Oleksandra", "last": "Demchenko"}),
]


@pytest.fixture
def tools(dressed: Dressed) -> Tools:
    return tools_for(FakeBridge(), dressed, now=NOW)


def test_the_name_stands_first_and_rows_without_words_are_left_out(tools: Tools) -> None:
    lines = told_changes(NEW_PERSON, tools)
    assert [(line.group, line.field, line.after) for line in lines] == [
        ("Ihminen", "Nimi", "Oleksandra Demchenko"),
        ("Ihminen", "Puhelin", "040 555 0190"),
        ("Muistiinpano", "Teksti", "Etsii suomen kurssia."),
    ]


REFERRAL = [
    change(3, "task", "due", None, "2026-12-08"),
    change(3, "task", "about", None, "0" * 32),
    change(3, "task", "owner", None, "Aino Lehtonen"),
    change(2, "consent", "scope/name", None, True),
    change(2, "consent", "language", None, "ar"),
    change(2, "consent", "service", None, "0" * 32),
    change(1, "referral", "consent", None, "0" * 32),
    change(1, "referral", "service", None, "0" * 32),
    change(1, "referral", "name", None, "Työkykyselvitys"),
    change(1, "referral", "kind", None, "formal"),
    change(1, "referral", "state", None, {"status": "given", "at": None, "reason": None}),
]


def test_a_referral_is_told_in_words_without_a_single_id(tools: Tools) -> None:
    assert [(line.group, line.field, line.after) for line in told_changes(REFERRAL, tools)] == [
        ("Ohjaus", "Palvelu", "Työkykyselvitys"),
        ("Ohjaus", "Tapa", "Lähete"),
        ("Ohjaus", "Tila", "Annettu"),
        ("Suostumus", "Kerrottavat asiat: Nimi", "Kyllä"),
        ("Suostumus", "Kieli", "arabia"),
        ("Seuranta", "Määräpäivä", "8.12.2026"),
        ("Seuranta", "Kenen", "Aino Lehtonen"),
    ]


@pytest.mark.usefixtures("dressed")
def test_an_item_of_the_queue_is_called_by_the_service_referred_to() -> None:
    assert item_title("referral", "changed", about="Työkykyselvitys") == "Ohjaus: Työkykyselvitys"
    assert item_title("referral", "changed") == "Ohjaus"
    assert item_title("consent", "changed") == "Suostumus"
    assert item_title("task", "changed") == "Seuranta"


def test_one_thing_alone_needs_no_heading(tools: Tools) -> None:
    assert {line.group for line in told_changes(NEW_PERSON[3:], tools)} == {""}


def test_that_an_id_changed_is_seen_though_it_has_no_words(tools: Tools) -> None:
    (line,) = told_changes([change(1, "person", "responsible", STAFF, "s0000000000000002")], tools)
    assert (line.field, line.after) == ("Vastuuhenkilö", "vaihdettu toiseen")


def test_an_emptied_field_says_what_was_there(tools: Tools) -> None:
    (line,) = told_changes([change(1, "person", "email", "a@example.org", None)], tools)
    assert (line.before, line.after) == ("a@example.org", "")


def test_what_is_all_new_needs_no_column_of_empty_before_it(tools: Tools) -> None:
    painted = ChangeLines(tools.theme)
    long = "Etsii suomen kurssia ja työtä rakennukselta, mieluiten idästä, aloittaisi tammikuussa."
    painted.set_lines(told_changes([change(2, "note", "text", None, long)], tools))
    alone = painted.heightForWidth(640)
    both = [change(2, "note", "text", None, long), change(2, "note", "at", "1795523000000", "1795523900000")]
    painted.set_lines(told_changes(both, tools)[:1])
    assert painted.heightForWidth(640) == alone
    assert "Lisätty: Teksti" in painted.accessibleDescription()
