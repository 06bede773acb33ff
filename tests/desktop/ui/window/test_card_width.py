# SPDX-License-Identifier: MIT
"""On the smallest screen a card shows all of its rows: nothing goes out of sight to the right, in any language."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from people_world import NOW, SAMIR, samir
from pytestqt.qtbot import QtBot
from whole_window import WholeWindow
from windows import dressed, theme

from desktop.notebook.messages.people import FieldView, MergedCard, OpenPerson
from desktop.ui.app import Dressed
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.people.card import PersonCard
from desktop.ui.words.language import Language
from sync.records.ids import EntityId

__all__ = ["dressed", "theme"]

DAY_MS = 86_400_000


def other_card() -> MergedCard:
    """Another card of the person, with everything a row can have beside its value."""
    return MergedCard(
        person=EntityId(b"7" * 16), number=2, name="Samer Hadad", birth_year=1996, created_at=NOW - 30 * DAY_MS,
        created_by="Leena Virta", merged_at=NOW - DAY_MS, merged_by="Aino Lehtonen", mine=True, leaving=False,
        fields=[
            FieldView("name", {"first": "Samer", "last": "Hadad"}, [], []),
            FieldView("email", "samer@example.org", [], []),
            FieldView("hetu", "010196-****", [], [], masked=True),
        ],
        situation=[FieldView("housing", "homeless", [], [])],
    )  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_what_another_card_says_fits_beside_its_buttons(
    qtbot: QtBot, dressed: Dressed, tmp_path: Path, language: Language
) -> None:
    window = WholeWindow(qtbot, dressed, tmp_path)
    window.bridge.on(OpenPerson, lambda _ask: replace(samir(), cards=[other_card()], earlier=True))
    window.show().unlock()
    dressed.translations.speak(language)
    window.window.resize(1280, 800)
    window.window.pages.go("people", SAMIR)
    card = window.window.findChild(PersonCard)
    assert isinstance(card, PersonCard)
    qtbot.waitUntil(lambda: bool(card.merged.lists) and card.merged.isVisible())
    qtbot.wait(50)  # the layout after the last words
    panes = [pane for pane in card.findChildren(ScrollPane) if pane.isVisible()]
    assert panes
    for pane in panes:
        assert pane.inner.width() <= pane.area.viewport().width()
