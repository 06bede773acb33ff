# SPDX-License-Identifier: MIT
"""What a comparison record by record found stands at the foot of the rounds, with a way to the card."""

from fake_notebook import FakeBridge
from msgspec import structs
from page_bench import shown_page
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from sync_view import NOW, ago, view

from desktop.notebook.messages.sync import Compared, OpenSync, SyncView
from desktop.ui.app import Dressed
from desktop.ui.sync.page import SyncPage
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import kind_label
from sync.records.ids import EntityId

CARD = EntityId(b"c" * 16)


def _page(dressed: Dressed, qtbot: QtBot, compared: Compared | None) -> SyncPage:
    shown: SyncView = structs.replace(view(), compared=compared)
    notebook = FakeBridge()
    notebook.on(OpenSync, lambda _ask: shown)
    return shown_page(SyncPage, notebook, dressed, qtbot, now=NOW)


def test_what_differed_is_told_with_its_kinds_and_leads_to_the_card(dressed: Dressed, qtbot: QtBot) -> None:
    page = _page(dressed, qtbot, Compared(ago(minutes=9), 1234, ["note", "person"], CARD, still=False))
    line = page.rounds.compared
    said = line.words.words()
    assert "1\N{NO-BREAK SPACE}234" in said
    assert f"({kind_label('note')}, {kind_label('person')})" in said
    asked = QSignalSpy(page.go)
    line.card.click()
    assert [tuple(asked.at(at)) for at in range(asked.count())] == [("people", CARD)]


def test_without_a_card_here_there_is_nothing_to_open(dressed: Dressed, qtbot: QtBot) -> None:
    page = _page(dressed, qtbot, Compared(ago(minutes=9), 2, [], None, still=True))
    line = page.rounds.compared
    assert line.isVisible()
    assert not line.card.isVisible()
    assert line.words._tone is Tone.WARN


def test_where_nothing_differed_nothing_is_said_and_locking_forgets(dressed: Dressed, qtbot: QtBot) -> None:
    assert not _page(dressed, qtbot, None).rounds.compared.isVisible()
    page = _page(dressed, qtbot, Compared(ago(minutes=9), 2, ["visit"], CARD, still=False))
    page.forget()
    assert page.rounds.compared.words.words() == ""
    assert not page.rounds.compared.isVisible()
