# SPDX-License-Identifier: MIT
"""What is due for one's own people: who, what, how late; Enter opens the card, S says that it is done."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.referrals import DueRow
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.components.states import late_mark
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.rows_card import RowsCard
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import near_day
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_values
from desktop.ui.words.moments import at_start


class DueCard(RowsCard):
    """``person_asked(DueRow)`` and ``finish_asked(DueRow)``."""

    person_asked = Signal(object)
    finish_asked = Signal(object)

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "S", parent=parent)
        self._codes = codes
        self._due: tuple[DueRow, ...] = ()
        self._total = 0
        self._today = date.min
        self._language = Language.FINNISH
        self.done = self.buttons["S"]
        self.rows.row_opened.connect(lambda _key: self._tell(self.person_asked))
        self.letter.connect(lambda _letter: self._tell(self.finish_asked))

    def show_due(self, rows: Sequence[DueRow], *, total: int, today: date, language: Language) -> None:
        """Show these, the most overdue first; keeps the chosen row, or takes the one in its place."""
        place = self.rows.currentIndex().row()
        self._due, self._total = tuple(rows), total
        self._today, self._language = today, language
        self.retranslate()
        self._keep_place(place)

    @property
    def total(self) -> int:
        """How much is due, the rows that are not shown too."""
        return self._total

    def forget(self) -> None:
        """Drop every name: the notebook is being locked."""
        self._due, self._total = (), 0
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._say(
            QCoreApplication.translate("DueCard", "Next"),
            [self._row(one) for one in self._due],
            {"S": QCoreApplication.translate("DueCard", "Done")},
        )

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
