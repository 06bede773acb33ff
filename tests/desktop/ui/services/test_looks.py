# SPDX-License-Identifier: MIT
"""No word is cut in three languages and two widths, and codes stay black on white in every look."""

import msgspec
import pytest
from cut_words import cut_words
from fingers import CTRL, Fingers
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from service_shelf import WALK_IN, MemoryPress, ServiceShelf, service
from walker import walk

from desktop.ui.app import Dressed
from desktop.ui.errand import Errand
from desktop.ui.services.page import ServicesPage
from desktop.ui.services.qr_window import QrWindow, ShownCode
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language
from sync.records.ids import EntityId

WIDE, NARROW = (1096, 744), (960, 584)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_cut(
    page: ServicesPage, press: MemoryPress, dressed: Dressed, language: Language, size: tuple[int, int]
) -> None:
    dressed.translations.speak(language)
    page.set_compact(compact=size == NARROW)
    page.resize(*size)
    page.open(
        Errand(WALK_IN.client, person=EntityId(bytes([1] * 16)), name="Oleksandra Samoilenko", protected=True)
    )
    Fingers().press(Qt.Key.Key_Space, held_down=CTRL)
    assert cut_words(page) == []
    press.there = False
    page.enter()
    assert cut_words(page) == []
    page._opened(service(1).hex())
    assert cut_words(page) == []
    assert page.size().toTuple() == size
    page.pane.narrow.click()
    assert cut_words(page) == []


@pytest.mark.parametrize("look", list(Look))
def test_the_walker_finds_nothing_in_any_look(page: ServicesPage, theme: Theme, look: Look) -> None:
    theme.choose(look)
    page.open(WALK_IN)
    assert walk(page, theme) == []
    page._opened(service(2).hex())
    assert walk(page, theme) == []


@pytest.mark.parametrize("look", list(Look))
def test_a_code_is_painted_module_by_module(
    page: ServicesPage, theme: Theme, qtbot: QtBot, look: Look
) -> None:
    theme.choose(look)
    window = QrWindow(
        theme, [ShownCode("Suomi A2", "https://www.example.org/a-rather-long-path/suomi-a2")], page
    )
    window.show()
    qtbot.waitExposed(window)
    picture = window.picture.grab().toImage()
    rows = window.picture.modules
    side = min(picture.width(), picture.height()) // len(rows)
    left, top = (picture.width() - side * len(rows)) // 2, (picture.height() - side * len(rows)) // 2
    wrong = [
        (x, y)
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if picture.pixelColor(left + x * side + side // 2, top + y * side + side // 2).name()
        != ("#000000" if dark else "#ffffff")
    ]
    assert wrong == []
    window.close()


def test_a_name_without_spaces_does_not_widen_the_page(page: ServicesPage, shelf: ServiceShelf) -> None:
    shelf.rows = [msgspec.structs.replace(shelf.rows[0], name="a" * 180)]
    page.pane.reload()
    page._opened(service(1).hex())
    assert page.minimumSizeHint().width() <= WIDE[0]
    assert page.aside.service.pane.inner.width() <= page.aside.width()
