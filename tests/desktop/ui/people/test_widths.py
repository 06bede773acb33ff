# SPDX-License-Identifier: MIT
"""No word is cut: in three languages, in the wide and in the narrow window, with long names too."""

import msgspec
import pytest
from fake_notebook import FakeBridge
from people_world import SAMIR, samir
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.people import OpenPerson
from desktop.ui.app import Dressed
from desktop.ui.components.button import Button
from desktop.ui.components.check import Check
from desktop.ui.components.two_values import TwoValues
from desktop.ui.people.page import PeoplePage
from desktop.ui.words.language import Language

WIDE, NARROW = (1096, 744), (960, 584)
LONG = "Maximiliana-Anastasia Wolfeschlegelsteinhausenbergerdorff"


def cut(page: QWidget) -> list[str]:
    """Return every control that is narrower than its words."""
    kinds = (Button, Check, TwoValues)
    return [
        str(each.property("text") or each.accessibleName())
        for kind in kinds
        for each in page.findChildren(kind)
        if each.isVisible() and each.width() < each.sizeHint().width()
    ]


@pytest.mark.parametrize("name", ["Samir Haddad", LONG])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", list(Language))
def test_no_word_of_card_and_form_is_cut(
    page: PeoplePage,
    bridge: FakeBridge,
    dressed: Dressed,
    language: Language,
    size: tuple[int, int],
    name: str,
) -> None:
    dressed.translations.speak(language)
    bridge.on(OpenPerson, lambda _ask: msgspec.structs.replace(samir(), name=name))
    page.resize(*size)
    page.set_compact(compact=size == NARROW)
    page.open(SAMIR)
    QApplication.processEvents()
    assert cut(page) == []
    assert page.size().toTuple() == size
    page.edit_person()
    QApplication.processEvents()
    assert cut(page) == []


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_text_without_spaces_does_not_widen_the_page(
    page: PeoplePage, bridge: FakeBridge, qtbot: QtBot, size: tuple[int, int]
) -> None:
    fields = [
        msgspec.structs.replace(one, value=f"{'a' * 80}@{'b' * 80}.example.org")
        if one.name == "email"
        else one
        for one in samir().fields
    ]
    bridge.on(OpenPerson, lambda _ask: msgspec.structs.replace(samir(), name="a" * 120, fields=fields))
    page.resize(*size)
    page.set_compact(compact=size == NARROW)
    page.open(SAMIR)
    qtbot.wait(1)
    inner = page.card.contact.parentWidget()
    assert inner is not None
    assert inner.width() <= page.card.width()
    assert page.minimumSizeHint().width() <= size[0]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", list(Language))
def test_tabs_with_every_count_fit_beside_each_other(
    page: PeoplePage, bridge: FakeBridge, dressed: Dressed, language: Language, size: tuple[int, int]
) -> None:
    dressed.translations.speak(language)
    first = samir().history[0]
    kinds = [
        ("note", "noted"),
        ("referral", "referred"),
        ("plan_step", "created"),
        ("attachment", "attached"),
    ]
    rows = [msgspec.structs.replace(first, kind=kind, what=what) for kind, what in kinds for _ in range(12)]
    bridge.on(OpenPerson, lambda _ask: msgspec.structs.replace(samir(), history=rows))
    page.resize(*size)
    page.set_compact(compact=size == NARROW)
    page.open(SAMIR)
    QApplication.processEvents()
    tabs = page.card.tabs
    last = tabs.tabRect(tabs.count() - 1)
    assert last.right() <= tabs.width() <= page.card.width()
    assert page.size().toTuple() == size
