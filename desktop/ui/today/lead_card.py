# SPDX-License-Identifier: MIT
"""Who may be called: whose permission ends first stands first; S says that they were called, K makes a card."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.leads import LeadRow
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.rows_card import RowsCard
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import near_day
from desktop.ui.words.fields import said_phone
from desktop.ui.words.language import Language
from desktop.ui.words.moments import at_start

_SOON: Final = 3
"""From so many days before its end a permission is marked."""


class LeadCard(RowsCard):
    """``called_asked(LeadRow)``, ``card_asked(LeadRow)``, and ``change_asked(LeadRow)`` for Enter."""

    called_asked = Signal(object)
    card_asked = Signal(object)
    change_asked = Signal(object)

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "SK", parent=parent)
        self._codes = codes
        self._leads: tuple[LeadRow, ...] = ()
        self._today = date.min
        self._language = Language.FINNISH
        self.rows.row_opened.connect(lambda _key: self._tell(self.change_asked))
        self.letter.connect(
            lambda letter: self._tell(self.called_asked if letter == "S" else self.card_asked)
        )

    def show_leads(self, rows: Sequence[LeadRow], *, today: date, language: Language) -> None:
        """Show these; keeps the chosen row, or takes the one in its place."""
        place = self.rows.currentIndex().row()
        self._leads, self._today, self._language = tuple(rows), today, language
        self.retranslate()
        self._keep_place(place)

    def forget(self) -> None:
        """Drop every name: the notebook is being locked."""
        self._leads = ()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._say(
            QCoreApplication.translate("LeadCard", "May be called"),
            [self._row(one) for one in self._leads],
            {
                "S": QCoreApplication.translate("LeadCard", "Called"),
                "K": QCoreApplication.translate("LeadCard", "Make a card"),
            },
        )

    def _row(self, one: LeadRow) -> Row:
        how = said_phone(one.phone) if one.phone else one.email
        about = (one.purpose, self._codes.label("languages", one.language), one.by)
        return Row(
            key=one.lead.hex(),
            title=f"{one.name} · {how}",
            second=" · ".join(part for part in about if part),
            pill=self._pill(one),
        )

    def _pill(self, one: LeadRow) -> MarkValue:
        if one.contacted:
            return MarkValue("phone", QCoreApplication.translate("LeadCard", "Called"), Tone.OK)
        try:
            day = near_day(date.fromisoformat(one.expires), self._today, self._language)
        except ValueError:
            day = one.expires  # of a form that a newer version wrote
        words = QCoreApplication.translate("LeadCard", "until {day}").format(day=day)
        soon = one.days_left <= _SOON
        return MarkValue("hourglass" if soon else "clock", at_start(words), Tone.WARN if soon else Tone.MUTED)

    def _tell(self, signal: object) -> None:
        found = next((one for one in self._leads if one.lead.hex() == self.rows.key()), None)
        if found is not None:
            signal.emit(found)  # type: ignore[attr-defined] # a bound signal
