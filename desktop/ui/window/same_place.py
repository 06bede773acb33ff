# SPDX-License-Identifier: MIT
"""Back to the same field after a lock: what stood open, what was half typed, where the cursor was.

It is kept in the notebook as a draft, so it is encrypted with it, and nobody else's unlock finds it. What a page
keeps as its own draft comes from there; this fills only fields that came back empty.
"""

from collections.abc import Mapping
from typing import Final

import msgspec
from PySide6.QtCore import QObject, QTimer

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.ui.page import Page, Tools
from desktop.ui.window.text_field import TextPlace, fields_of, give, place_of

PLACE: Final = "window/place"
_NO_TEXT_KEPT: Final = frozenset({"settings"})
"""Passphrases are typed there."""
_TRY_MS: Final = 40
_TRIES: Final = 50
"""Two seconds for a card to come from the notebook."""


class Kept(msgspec.Struct, frozen=True):
    """What is kept of one page."""

    page: str
    opened: dict[str, str]
    """What the page itself says of what stood open."""
    focus: int = -1
    """Which of the page's text fields had the keys."""
    start: int = 0
    end: int = 0
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    """By number of the field."""


class SamePlace(QObject):
    """``note`` before anything is covered, ``keep`` before the notebook is told to end, ``come_back`` after."""

    def __init__(self, tools: Tools, parent: QObject) -> None:
        """Nothing is noted yet."""
        super().__init__(parent)
        self._tools = tools
        self._noted: Kept | None = None
        self._wanted: Kept | None = None
        self._page: Page | None = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TRY_MS)
        self._timer.timeout.connect(self._try)

    def note(self, key: str, page: Page | None) -> None:
        """Read off the page in front where one is."""
        self._timer.stop()
        self._noted = None
        if page is None:
            return
        fields = fields_of(page)
        texts = {}
        if key not in _NO_TEXT_KEPT:
            texts = {str(number): one.text() for number, one in enumerate(fields) if one.keeps_text()}
        focused = page.window().focusWidget()
        number = next((n for n, one in enumerate(fields) if one.widget is focused), -1)
        where = place_of(fields[number]) if number >= 0 else TextPlace(0, 0)
        self._noted = Kept(key, dict(page.place()), number, where.start, where.end, texts)

    def keep(self) -> None:
        """Give it to the notebook."""
        noted, self._noted = self._noted, None
        if noted is None:
            return
        value = {"place": msgspec.json.encode(noted).decode()}
        self._tools.bridge.ask(self, SaveDraft(PLACE, value), done=_kept, failed=_not_kept)

    def forget(self) -> None:
        """Drop what was noted, and stop coming back."""
        self._timer.stop()
        self._noted = self._wanted = self._page = None

    def come_back(self, key: str, page: Page | None) -> None:
        """Open on ``page`` what stood open when the notebook was locked there."""
        if page is None:
            return

        def opened(draft: Draft) -> None:
            kept = _read(draft.value)
            if kept is None or kept.page != key:
                return
            self._wanted, self._page, self._left = kept, page, _TRIES
            page.come_back(kept.opened)
            self._timer.start()

        self._tools.bridge.ask(self, OpenDraft(PLACE), done=opened, failed=_not_kept)

    def _try(self) -> None:
        """Fill and focus as soon as the page shows the fields again."""
        kept, page = self._wanted, self._page
        self._left -= 1
        if kept is None or page is None or self._left < 0 or not page.isVisible():
            self.forget()
            return
        fields = fields_of(page)
        wanted = {int(number) for number in kept.texts} | ({kept.focus} if kept.focus >= 0 else set())
        if any(number >= len(fields) or not fields[number].widget.isVisible() for number in wanted):
            return
        for number, text in kept.texts.items():
            field = fields[int(number)]
            if not field.text():
                give(field, text)
        if kept.focus >= 0:
            fields[kept.focus].take_keys(TextPlace(kept.start, kept.end))
        self.forget()


def _read(value: Mapping[str, str]) -> Kept | None:
    """Return what was kept; what an older version kept in another shape counts as nothing."""
    try:
        return msgspec.json.decode(value.get("place", ""), type=Kept)
    except msgspec.DecodeError:
        return None


def _kept(_done: Done) -> None:
    """Nothing is said of it."""


def _not_kept(_report: ProblemReport) -> None:
    """Coming back to the page alone is no harm."""
