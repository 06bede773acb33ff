# SPDX-License-Identifier: MIT
"""How a step stands, chosen among its states; what stalls or is dropped says why."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.plans import MoveStep, StepRow
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.field import LineField
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.editors import too_long
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from sync.records.fields import LINE_LENGTH

STATES: Final = ("open", "done", "stalled", "dropped")
WITH_REASON: Final = frozenset({"stalled", "dropped"})
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ROOM: Final = 500


class StepState(QWidget):
    """``saved(object, str)`` tells a RecordSaved and its words, ``left`` that Escape closed it. Hidden until asked."""

    saved = Signal(object, str)
    left = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._row: StepRow | None = None
        self._saving = False
        theme = tools.theme
        self.title = Words(theme, size=Type.SECTION, wrap=True)
        self.lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.state = FilterChips(theme, " ")
        self.reason = LineField(theme, " ", longest=LINE_LENGTH + _ROOM)
        self.save = Button(theme, kind=ButtonKind.PRIMARY, key="Enter")
        self.back = Button(theme, kind=ButtonKind.LINK, key="Esc")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.save)
        acts.addWidget(self.back)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addWidget(self.state)
        column.addWidget(self.reason)
        column.addLayout(acts)
        self.state.chosen.connect(lambda _key: self._chose())
        self.save.clicked.connect(self.save_state)
        self.back.clicked.connect(self.left)
        self.hide()
        self.retranslate()

    def begin(self, row: StepRow) -> None:
        """Show a step's state and take the keys."""
        self._row = row
        self._saving = False
        self._fill()
        self.state.set_key(row.status if row.status in STATES else STATES[0])
        self.reason.set_text(row.reason)
        self._chose()
        self.show()
        self.state.chip(self.state.key()).setFocus(Qt.FocusReason.OtherFocusReason)

    def write(self, row: StepRow, status: str, reason: str = "") -> None:
        """Write a state down at once."""
        if self._saving:
            return
        self._saving = True
        words = f"{row.what}: {self._tools.codes.label('step_states', status)}"
        self._tools.bridge.ask(
            self,
            MoveStep(row.step, status, reason),
            done=lambda saved: self._was_saved(saved, words),
            failed=self._refused,
        )

    def save_state(self) -> None:
        """Save what is chosen; a reason that is missing is asked for beside its field."""
        row, status, reason = self._row, self.state.key(), self.reason.text().strip()
        if row is None:
            return
        asked = status in WITH_REASON
        wrong = ""
        if asked and not reason:
            wrong = QCoreApplication.translate("PlanTab", "Say why in a few words: it helps whoever goes on.")
        elif len(reason) > LINE_LENGTH:
            wrong = too_long(len(reason), LINE_LENGTH)
        if wrong:
            self.reason.set_error(wrong)
            self.reason.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.write(row, status, reason if asked else "")

    def forget(self) -> None:
        """Drop every word and hide."""
        self._row = None
        self._saving = False
        self.title.setText("")
        self.reason.set_text("")
        self.reason.set_error("")
        self.hide()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [*self.state.chips(), self.reason.line, self.save, self.back]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter saves, Escape closes."""
        if event.key() in _ENTER:
            self.save_state()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.state.setAccessibleName(QCoreApplication.translate("PlanTab", "State of the step"))
        self.lead.setText(QCoreApplication.translate("PlanTab", "How does the step stand?"))
        self.reason.set_label(QCoreApplication.translate("PlanTab", "Why"))
        self.save.setText(QCoreApplication.translate("PlanForm", "Save"))
        self.back.setText(QCoreApplication.translate("PlanForm", "Back"))
        for button in (self.save, self.back):
            button.updateGeometry()
        self._fill()

    def _fill(self) -> None:
        codes = self._tools.codes
        self.state.set_options([(one, codes.label("step_states", one)) for one in STATES])
        if self._row is not None:
            self.title.setText(self._row.what)

    def _chose(self) -> None:
        self.reason.set_error("")
        self.reason.setVisible(self.state.key() in WITH_REASON)

    def _was_saved(self, saved: object, words: str) -> None:
        if self._saving:
            self.forget()
            self.saved.emit(saved, words)

    def _refused(self, report: ProblemReport) -> None:
        self._saving = False
        self.troubled.emit(report)
