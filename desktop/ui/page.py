# SPDX-License-Identifier: MIT
"""What every page of the window is, and the tools it is given. A page holds values, never the notebook."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.bridge.bridge import Bridge
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Unlocked
from desktop.ui.theme.theme import Theme
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.translations import Translations

NOT_KEPT: Final = "notKept"
"""Property of a text field whose half-typed text must not outlive a lock, not even encrypted."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a page works with; made once by the window's composer."""

    bridge: Bridge
    theme: Theme
    translations: Translations
    codes: CodeWords
    clock: Callable[[], int]
    """Milliseconds since 1970 by this laptop; frozen in pictures."""


class Page(QWidget):
    """Base of the pages. The shell calls ``enter`` at each showing and ``set_compact`` under 1200 px."""

    go = Signal(str, object)
    """Show another page: its key and what to open there (an entity id, a search text, or None)."""
    troubled = Signal(object)
    """A ProblemReport that has no place of its own on the page; the window shows its sentence."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Keep the tools; a page builds its widgets once and fills them when entered."""
        super().__init__(parent)
        self.tools = tools

    def enter(self) -> None:
        """Load what the page shows; called each time it comes to the front."""

    def open(self, what: object) -> None:
        """Show this (what came with ``go``); called after ``enter``."""

    def greet(self, who: Unlocked) -> None:
        """Learn who has unlocked and what they may do; called before the first ``enter``."""

    def records_changed(self, kinds: Collection[str]) -> None:
        """Reload what is shown when it is of these kinds; called for the page in front only."""

    def forget(self) -> None:
        """Drop every value shown: the notebook is being locked."""

    def place(self) -> Mapping[str, str]:
        """Return what stands open, for ``come_back``; it is kept encrypted in the notebook over a lock."""
        return {}

    def come_back(self, opened: Mapping[str, str]) -> None:
        """Open what ``place`` gave before the lock; called after ``enter``, for the same person only."""

    def set_compact(self, *, compact: bool) -> None:
        """Fold to the narrow layout, or back."""

    def panes(self) -> list[QWidget]:
        """Return the widgets that F6 goes through, in order."""
        return [self]

    def retranslate(self) -> None:
        """Set every text again: the language changed."""

    def fail(self, report: ProblemReport) -> None:
        """Hand a problem to the window; the usual ``failed`` callback of an ask."""
        self.troubled.emit(report)

    def changeEvent(self, event: QEvent, /) -> None:
        """Retranslate on a switch of language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
