# SPDX-License-Identifier: MIT
"""Who waits at the stand, in the order they came; N calls whose turn it is, X takes off who has gone."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.notebook.messages.waiting import WaitingRow
from desktop.ui.components.row_value import Row
from desktop.ui.components.tip import plain_tip
from desktop.ui.page import NOT_KEPT
from desktop.ui.theme.measures import ROW_TWO_LINES, TARGET
from desktop.ui.theme.theme import Theme
from desktop.ui.today.rows_card import RowsCard

_MINUTE_MS: Final = 60_000
_LINE: Final = 8
"""Round the line under the rows."""
_LONGEST: Final = 40


class _Line(QLineEdit):
    """Enter puts somebody last, an empty line by a number; Esc gives the keys back."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leave with Esc and tell Enter; everything else is text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.returnPressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class WaitingCard(RowsCard):
    """``add_asked(str)``, ``call_asked(int)`` (0: whose turn it is), ``drop_asked(int)``, ``left``."""

    add_asked = Signal(str)
    call_asked = Signal(int)
    drop_asked = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "NX", parent=parent)
        self._waiting: tuple[WaitingRow, ...] = ()
        self._now = 0
        self._adding = False
        self.line = _Line()
        self.line.setMaxLength(_LONGEST)
        self.line.setFixedHeight(TARGET)
        self.line.setProperty(NOT_KEPT, True)
        below = QHBoxLayout()
        below.setContentsMargins(11, 0, 11, _LINE - 2)
        below.addWidget(self.line)
        self.body.addLayout(below)
        self.line.returnPressed.connect(self._add)
        self.line.left.connect(self.left)
        self.rows.row_opened.connect(lambda key: self.call_asked.emit(int(key)))
        self.letter.connect(self._act)
        self.retranslate()

    @property
    def shown(self) -> bool:
        """Whether anybody waits, or somebody is being put on the list."""
        return bool(self._waiting) or self._adding

    @property
    def holds_keys(self) -> bool:
        """Whether the keys go here."""
        return self.line.hasFocus() or super().holds_keys

    def begin_adding(self) -> None:
        """Give the line the keys."""
        self._adding = True
        self.retranslate()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end_adding(self) -> None:
        """Let the card go when nobody waits."""
        self._adding = False
        self.line.clear()
        self.retranslate()

    def show_waiting(self, rows: Sequence[WaitingRow], *, now: int) -> None:
        """Show these at this time (ms)."""
        place = self.rows.currentIndex().row()
        self._waiting, self._now = tuple(rows), now
        self.retranslate()
        self._keep_place(place)

    def show_time(self, now: int) -> None:
        """Say how long each has waited by now."""
        if self._waiting and now // _MINUTE_MS != self._now // _MINUTE_MS:
            self.show_waiting(self._waiting, now=now)

    def forget(self) -> None:
        """Drop every name."""
        self._waiting = ()
        self.end_adding()

    def _add(self) -> None:
        text = self.line.text().strip()
        self.line.clear()
        self.add_asked.emit(text)

    def _act(self, letter: str) -> None:
        if letter == "N":
            self.call_asked.emit(0)
        elif self.rows.key():
            self.drop_asked.emit(int(self.rows.key()))

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        words = {
            "N": QCoreApplication.translate("WaitingCard", "Next"),
            "X": QCoreApplication.translate("WaitingCard", "Gone"),
        }
        self._say(
            QCoreApplication.translate("WaitingCard", "Waiting"),
            [self._row(one) for one in self._waiting],
            words,
        )
        for button in self.buttons.values():
            button.setVisible(bool(self._waiting))
        name = QCoreApplication.translate("WaitingCard", "First name; empty for a number")
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(
            QCoreApplication.translate("WaitingCard", "Saved nowhere. Gone when the point closes.")
        )
        self.line.setToolTip(plain_tip(self.line.accessibleDescription()))
        self.rows.setVisible(bool(self._waiting))

    def _take_room(self, below: int = 0) -> None:
        """Be as high as the rows, if any, and the line under them."""
        super()._take_room(below + TARGET + _LINE)
        if not self._waiting:
            self.rows.setVisible(False)
            self.setMaximumHeight(self.maximumHeight() - ROW_TWO_LINES)

    def _row(self, one: WaitingRow) -> Row:
        number = QCoreApplication.translate("WaitingCard", "Number {number}").format(number=one.number)
        minutes = max(0, (self._now - one.since) // _MINUTE_MS)
        waited = QCoreApplication.translate("WaitingCard", "%n min", None, minutes)
        since = QCoreApplication.translate("WaitingCard", "waited {time}").format(time=waited)
        return Row(
            key=str(one.number),
            title=one.name or number,
            second=since if not one.name else f"{number} · {since}",
            icon="hourglass",
        )


def called_words(row: WaitingRow) -> str:
    """Return what is said when somebody's turn has come."""
    who = row.name or QCoreApplication.translate("WaitingCard", "Number {number}").format(number=row.number)
    return QCoreApplication.translate("WaitingCard", "Next: {who}").format(who=who)
