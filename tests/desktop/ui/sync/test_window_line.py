# SPDX-License-Identifier: MIT
"""The Sync page says how long cards stay here and how many have left, and a key fetches them again."""

from fake_notebook import FakeBridge
from msgspec import structs
from page_bench import shown_page
from pytestqt.qtbot import QtBot
from sync_view import NOW, view

from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.retention import FetchOlder, Window
from desktop.notebook.messages.sync import OpenSync
from desktop.ui.app import Dressed
from desktop.ui.sync.page import SyncPage


def _page(dressed: Dressed, qtbot: QtBot, window: Window | None, asked: list[FetchOlder]) -> SyncPage:
    def fetch(ask: FetchOlder) -> Done:
        asked.append(ask)
        return Done()

    notebook = FakeBridge()
    notebook.on(OpenSync, lambda _ask: structs.replace(view(), window=window))
    notebook.on(FetchOlder, fetch)
    return shown_page(SyncPage, notebook, dressed, qtbot, now=NOW)


def test_what_has_left_is_told_and_fetched_by_a_key(dressed: Dressed, qtbot: QtBot) -> None:
    asked: list[FetchOlder] = []
    line = _page(dressed, qtbot, Window(91, 402, 1234, 8), asked).window_line
    said = line.words.words()
    assert "91" in said
    assert "402" in said
    assert "1\N{NO-BREAK SPACE}234" in said
    assert "8" in line.fetch.text()
    line.fetch.click()
    qtbot.waitUntil(lambda: len(asked) == 1)


def test_where_nobody_has_left_there_is_nothing_to_fetch(dressed: Dressed, qtbot: QtBot) -> None:
    page = _page(dressed, qtbot, Window(91, 402, 0, 8), [])
    assert page.window_line.isVisible()
    assert not page.window_line.fetch.isVisible()
    page.forget()
    assert page.window_line.words.words() == ""
