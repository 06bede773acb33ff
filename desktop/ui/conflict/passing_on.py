# SPDX-License-Identifier: MIT
"""A question that is not answered now: put off to a day, or left to a colleague; one line with one choice."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.people import ConflictView
from desktop.notebook.messages.settling import AskColleague, LeaveForLater, ListSettlers, Settlers
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.choice import Choice
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import near_day, written_day
from desktop.ui.words.moments import at_start, local_moment
from sync.records.ids import StaffId

_DAYS: Final = (1, 2, 3, 7, 14)
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LATER: Final = "later"
_ASK: Final = "ask"


class PassingOn(QWidget):
    """``passed(str)`` tells in words what became of the question, ``left`` that nothing did."""

    passed = Signal(str)
    left = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._view: ConflictView | None = None
        self._way = ""
        self.label = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.choice = Choice(tools.theme, " ")
        self.give = Button(tools.theme, kind=ButtonKind.PRIMARY, key="Enter")
        self.cancel = Button(tools.theme, kind=ButtonKind.QUIET, key="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.label, self.choice, self.give, self.cancel):
            row.addWidget(part)
        row.addStretch(1)
        self.give.clicked.connect(self.pass_on)
        self.cancel.clicked.connect(self.left)
        self.hide()

    def begin_later(self, view: ConflictView) -> None:
        """Offer the days to come, tomorrow first."""
        today, language = local_moment(self._tools.clock()).date(), self._tools.translations.language
        options = []
        for step in _DAYS:
            day = today + timedelta(days=step)
            near = at_start(near_day(day, today, language))
            words = near if step > 1 else f"{near}, {written_day(day, language)}"
            options.append((day.isoformat(), words))
        self._begin(_LATER, view, options)

    def begin_ask(self, view: ConflictView) -> None:
        """Offer the colleagues, whoever wrote one of the values first."""

        def told(found: Settlers) -> None:
            if found.staff:
                self._begin(_ASK, view, [(one.staff, one.name) for one in found.staff])
            else:
                self.passed.emit(
                    QCoreApplication.translate("PassingOn", "Nobody else works in this team now.")
                )

        ask = ListSettlers(view.entity, view.field)
        self._tools.bridge.ask(self, ask, done=told, failed=self.troubled.emit)

    def pass_on(self) -> None:
        """Save what is chosen."""
        view, key, words = self._view, self.choice.key(), self.choice.currentText()
        if view is None or not key:
            return
        if self._way == _LATER:
            ask: LeaveForLater | AskColleague = LeaveForLater(view.entity, view.field, key)
            told = QCoreApplication.translate("PassingOn", "Put off: {day}").format(day=words)
        else:
            ask = AskColleague(view.entity, view.field, StaffId(key))
            told = QCoreApplication.translate("PassingOn", "Asked: {name}").format(name=words)

        def done(_done: Done) -> None:
            self.forget()
            self.passed.emit(told)

        self._tools.bridge.ask(self, ask, done=done, failed=self.troubled.emit)

    def forget(self) -> None:
        """Drop names and days, and go."""
        self._view = None
        self.choice.set_options(())
        self.hide()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter gives, Esc leaves; letters search in the choice and do nothing else."""
        if event.key() in _ENTER:
            self.pass_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        later = self._way == _LATER
        self.label.setText(
            QCoreApplication.translate("PassingOn", "Ask again")
            if later
            else QCoreApplication.translate("PassingOn", "Who chooses")
        )
        self.choice.setAccessibleName(self.label.text())
        self.give.setText(
            QCoreApplication.translate("PassingOn", "Put off")
            if later
            else QCoreApplication.translate("PassingOn", "Ask")
        )
        self.cancel.setText(QCoreApplication.translate("NewValue", "Cancel"))

    def _begin(self, way: str, view: ConflictView, options: list[tuple[str, str]]) -> None:
        self._way, self._view = way, view
        self.choice.set_options(options, key=options[0][0])
        self.retranslate()
        self.show()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)


def said_until(until: str, tools: Tools) -> str:
    """Return the day until which a question is put off: "huomenna"."""
    try:
        day = date.fromisoformat(until)
    except ValueError:
        return until
    return near_day(day, local_moment(tools.clock()).date(), tools.translations.language)
