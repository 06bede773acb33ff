# SPDX-License-Identifier: MIT
"""What is due for one's own people: who, what, how late; Enter opens the card, S says that it is done."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.referrals import DueRow
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.states import late_mark
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import ROW_TWO_LINES, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import near_day
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_values
from desktop.ui.words.moments import at_start

_HEAD: Final = 44
_EDGES: Final = 6
_IN_SIGHT: Final = 2
"""So many rows keep their room beside the supervisor's words; the others are scrolled to."""


class DueRows(RowList):
    """``finish_asked(str)`` tells the key S on a row; letters search nothing here."""

    finish_asked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear S; everything else is a list's."""
        if event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self.key() and not event.isAutoRepeat():
                self.finish_asked.emit(self.key())
            return
        super().keyPressEvent(event)


class DueCard(Card):
    """``person_asked(DueRow)`` and ``finish_asked(DueRow)``."""

    person_asked = Signal(object)
    finish_asked = Signal(object)

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self._codes = codes
        self._due: tuple[DueRow, ...] = ()
        self._total = 0
        self._today = date.min
        self._language = Language.FINNISH
        self._title = Words(theme, size=Type.SECTION)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.done = Button(theme, kind=ButtonKind.LINK, key="S")
        self.rows = DueRows(theme, " ", height=ROW_TWO_LINES)
        head = QHBoxLayout()
        head.setContentsMargins(15, 0, 9, 0)
        head.setSpacing(9)
        self._title.setMinimumHeight(_HEAD)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self.done)
        self.body.addLayout(head)
        self.body.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)
        self.rows.row_opened.connect(lambda _key: self._tell(self.person_asked))
        self.rows.finish_asked.connect(lambda _key: self._tell(self.finish_asked))
        self.done.clicked.connect(lambda: self._tell(self.finish_asked))

    def show_due(self, rows: Sequence[DueRow], *, total: int, today: date, language: Language) -> None:
        """Show these, the most overdue first; keeps the chosen row, or takes the one in its place."""
        place = self.rows.currentIndex().row()
        self._due, self._total = tuple(rows), total
        self._today, self._language = today, language
        self.retranslate()
        if self._due and not self.rows.key():
            self.rows.choose(self._due[min(max(place, 0), len(self._due) - 1)].task.hex())

    @property
    def total(self) -> int:
        """How much is due, the rows that are not shown too."""
        return self._total

    @property
    def holds_keys(self) -> bool:
        """Whether the keys go here."""
        return self.rows.hasFocus() or self.done.hasFocus()

    def forget(self) -> None:
        """Drop every name: the notebook is being locked."""
        self._due, self._total = (), 0
        self.retranslate()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        title = QCoreApplication.translate("DueCard", "Next")
        self._title.setText(title)
        self._count.setText(str(self._total) if self._total else "")
        self.rows.setAccessibleName(title)
        self.done.setText(QCoreApplication.translate("DueCard", "Done"))
        self.done.updateGeometry()
        self.rows.set_rows([self._row(one) for one in self._due])
        count = max(len(self._due), 1)
        self.rows.setMinimumHeight(ROW_TWO_LINES * min(count, _IN_SIGHT))
        self.setMaximumHeight(_HEAD + ROW_TWO_LINES * count + _EDGES)

    def _row(self, one: DueRow) -> Row:
        state = self._codes.label("referral_states", one.status)
        second = " · ".join(part for part in (one.text, state) if part)
        return Row(
            key=one.task.hex(),
            title=one.name or QCoreApplication.translate("DueCard", "No name"),
            second=mark_values([Mark.PROTECTED])[0].word if one.protected else second,
            pill=self._when(one),
            icon="shield-alert" if one.protected else "",
            icon_tone=Tone.DANGER if one.protected else Tone.MUTED,
        )

    def _when(self, one: DueRow) -> MarkValue:
        if one.late_days > 0:
            return late_mark(one.late_days)
        try:
            day = near_day(date.fromisoformat(one.due), self._today, self._language)
        except ValueError:
            day = one.due  # of a form that a newer version wrote
        return MarkValue("clock", at_start(day), Tone.WARN)

    def _tell(self, signal: object) -> None:
        found = next((one for one in self._due if one.task.hex() == self.rows.key()), None)
        if found is not None:
            signal.emit(found)  # type: ignore[attr-defined] # a bound signal
