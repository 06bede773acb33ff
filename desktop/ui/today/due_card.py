# SPDX-License-Identifier: MIT
"""The top of what waits for this person: who, what, how late; Enter opens the card, S says that it is done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.follow_up import FollowUpRow
from desktop.ui.components.row_value import Row
from desktop.ui.follow_up.matters import list_row, row_key
from desktop.ui.theme.theme import Theme
from desktop.ui.today.rows_card import RowsCard
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.language import Language

MOST: Final = 5
"""Rows here; the others stand on Follow-up."""


class DueCard(RowsCard):
    """``person_asked(FollowUpRow)`` and ``finish_asked(FollowUpRow)``."""

    person_asked = Signal(object)
    finish_asked = Signal(object)

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "S", parent=parent)
        self._codes = codes
        self._due: tuple[FollowUpRow, ...] = ()
        self._total = 0
        self._today = date.min
        self._language = Language.FINNISH
        self.done = self.buttons["S"]
        self.rows.row_opened.connect(lambda _key: self._tell(self.person_asked))
        self.letter.connect(lambda _letter: self._tell(self.finish_asked))

    def show_due(self, rows: Sequence[FollowUpRow], *, total: int, today: date, language: Language) -> None:
        """Show these, the most urgent first; keeps the chosen row, or takes the one in its place."""
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

    def _row(self, one: FollowUpRow) -> Row:
        row = list_row(one, self._codes, self._today, self._language)
        return row if one.protected else replace(row, icon="", marks=())

    def _tell(self, signal: object) -> None:
        found = next((one for one in self._due if row_key(one) == self.rows.key()), None)
        if found is not None:
            signal.emit(found)  # type: ignore[attr-defined] # a bound signal
