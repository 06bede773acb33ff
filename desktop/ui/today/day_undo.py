# SPDX-License-Identifier: MIT
"""What was done on Today, the last first: Undo takes a save back, or brings back what left the screen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.today import SaveId, Undone, UndoSave
from desktop.ui.page import Tools
from desktop.ui.today.panel import WalkInPanel
from desktop.ui.today.said import Said
from desktop.ui.today.walk_in import WalkIn


class DayUndo(QObject):
    """``undone`` tells that a save was taken back, ``choose_asked`` where a person must choose again."""

    undone = Signal()
    choose_asked = Signal(object)
    """Entity, field and save, for the page of two values."""
    failed = Signal(object)

    def __init__(self, tools: Tools, panel: WalkInPanel, said: Said, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._panel = panel
        self._said = said
        self._done: list[SaveId | WalkIn | Callable[[], None]] = []

    def add(self, what: SaveId | WalkIn | Callable[[], None]) -> None:
        """Remember what can be taken back: a save, what the panel was emptied of, or what to call."""
        self._done.append(what)

    def forget(self) -> None:
        """Drop everything: the notebook is being locked."""
        self._done.clear()

    def undo(self) -> None:
        """Take back the last thing done: a save, or the emptying of the panel."""
        if not self._done:
            self._said.nothing_to_undo()
            return
        last = self._done.pop()
        if isinstance(last, SaveId):
            done = partial(self._undone, last)
            self._tools.bridge.ask(self, UndoSave(last), done=done, failed=self._not_undone)
        elif isinstance(last, WalkIn):
            self._panel.put(last)
            self._panel.toast.clear()
        else:
            last()
            self._said.undone(Undone(1, []))

    def _undone(self, save: SaveId, answer: Undone) -> None:
        if answer.again:
            self._panel.toast.clear()
            self.choose_asked.emit((answer.again[0].entity, answer.again[0].field, save))
            return
        self._said.undone(answer)
        self.undone.emit()

    def _not_undone(self, report: ProblemReport) -> None:
        self._panel.toast.clear()
        self.failed.emit(report)
