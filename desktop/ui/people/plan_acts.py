# SPDX-License-Identifier: MIT
"""Acts on a record of the path that need no form: taking it off, changing a step's place."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.plans import OrderStep, RemoveFromPath, StepRow
from desktop.notebook.messages.problems import Problem
from desktop.ui.page import Tools
from desktop.ui.people.plan_words import removed_words
from sync.records.ids import EntityId


class PathActs(QObject):
    """``saved(object, str)`` tells a RecordSaved and its words. One act at a time."""

    saved = Signal(object, str)
    troubled = Signal(object)

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._busy = False

    def remove(self, record: EntityId, kind: str) -> None:
        """Take a record off; Undo brings it back."""
        self._send(RemoveFromPath(record), removed_words(kind))

    def order(self, row: StepRow, *, earlier: bool) -> None:
        """Let a step change places with its neighbour; at the end of the list nothing is said."""
        self._send(OrderStep(row.step, earlier), QCoreApplication.translate("PlanTab", "Order changed"))

    def forget(self) -> None:
        """Be free again: the notebook is being locked."""
        self._busy = False

    def _send(self, ask: RemoveFromPath | OrderStep, words: str) -> None:
        if self._busy:
            return
        self._busy = True

        def done(saved: RecordSaved) -> None:
            self._busy = False
            self.saved.emit(saved, words)

        def refused(report: ProblemReport) -> None:
            self._busy = False
            at_end = isinstance(ask, OrderStep) and report.problem is Problem.NOT_FOUND
            if not at_end:
                self.troubled.emit(report)

        self._tools.bridge.ask(self, ask, done=done, failed=refused)
