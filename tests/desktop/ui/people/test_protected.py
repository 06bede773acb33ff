# SPDX-License-Identifier: MIT
"""Somebody under a non-disclosure order: masks on the card and in the form, shown one by one and hidden again."""

import pytest
from fake_notebook import FakeBridge
from fingers import Fingers
from msgspec.structs import replace
from people_world import SAMIR, samir
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.notebook.messages.people import (
    FieldView,
    OpenPerson,
    PersonView,
    RevealedField,
    RevealField,
    SavePerson,
)
from desktop.ui.components.words import Words
from desktop.ui.page import NOT_KEPT
from desktop.ui.people.page import PeoplePage

MASK = "••••"
PHONE = "+358409990001"
SECRETS = {"phone": PHONE, "email": "canary@esimerkki.example", "municipality": "091", "postcode": "00999"}


def protected() -> PersonView:
    """Return Samir's card as the notebook tells it of somebody protected."""
    rest = [one for one in samir().fields if one.name not in {*SECRETS, "district"}]
    hidden = [FieldView(name, MASK, [], [], masked=True) for name in SECRETS]
    return replace(samir(), fields=[*rest, *hidden])


@pytest.fixture
def card(page: PeoplePage, bridge: FakeBridge) -> PeoplePage:
    """Return the page with the protected card open."""
    bridge.on(OpenPerson, lambda _ask: protected())
    bridge.on(RevealField, lambda ask: RevealedField(SECRETS[ask.field]))
    page.open(SAMIR)
    return page


def said(page: PeoplePage) -> set[str]:
    """Return every text on the card."""
    return {one.text() for one in page.card.findChildren(Words)}


def test_each_detail_is_a_mask_with_a_button_of_its_own(card: PeoplePage, bridge: FakeBridge) -> None:
    masked = {line.key: line.value for line in card.card.contact.lines if line.masked}
    assert {f"person/{name}" for name in SECRETS} <= masked.keys()
    assert {masked[f"person/{name}"] for name in SECRETS} == {MASK}
    assert bridge.all_of(RevealField) == []


def test_a_key_shows_one_and_no_other_and_the_next_hides_it(card: PeoplePage, bridge: FakeBridge) -> None:
    place = [line.key for line in card.card.contact.lines if line.masked].index("person/phone")
    button = card.card.contact.stops()[place]
    button.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    assert bridge.all_of(RevealField) == [RevealField(SAMIR, "phone", "card")]
    assert "040 999 0001" in said(card)
    assert SECRETS["email"] not in said(card)
    Fingers().press(Qt.Key.Key_Return)
    assert "040 999 0001" not in said(card)
    assert len(bridge.all_of(RevealField)) == 1


def test_all_that_was_shown_is_hidden_by_the_timer_and_by_the_lock(card: PeoplePage) -> None:
    for name in ("phone", "email"):
        card.card.contact.reveal_asked.emit(f"person/{name}")
    assert SECRETS["email"] in said(card)
    card.card._revealing.hide_again.timeout.emit()
    assert SECRETS["email"] not in said(card)
    card.card.contact.reveal_asked.emit("person/email")
    card.forget()
    assert SECRETS["email"] not in said(card)


def test_the_form_has_nothing_of_it_and_writes_nothing_of_it(card: PeoplePage, bridge: FakeBridge) -> None:
    card.edit_person()
    form = card.form
    for name in SECRETS:
        assert form.parts.editors[f"person/{name}"].value() is None
    assert form.hidden.isVisible()
    line = form.parts.editors["person/phone"].findChild(QLineEdit)
    assert line is not None
    assert (line.text(), line.placeholderText(), line.property(NOT_KEPT)) == ("", MASK, True)
    form.parts.editors["person/known_as"].restore("Sami")
    form.save_person()
    (asked,) = bridge.all_of(SavePerson)
    assert SECRETS.keys().isdisjoint(asked.fields)
    assert asked.fields["known_as"] == "Sami"


def test_the_form_shows_it_when_asked_and_then_writes_only_what_was_changed(
    card: PeoplePage, bridge: FakeBridge
) -> None:
    card.edit_person()
    form = card.form
    form.hidden.button.click()
    assert [ask.field for ask in bridge.all_of(RevealField)] == list(SECRETS)
    assert form.parts.editors["person/phone"].value() == PHONE
    form.parts.editors["person/postcode"].restore("00100")
    form.hidden.hide_again()
    assert form.parts.editors["person/phone"].value() is None
    assert form.parts.editors["person/postcode"].value() == "00100"
    form.save_person()
    (asked,) = bridge.all_of(SavePerson)
    assert asked.fields == {"postcode": "00100"}
