# SPDX-License-Identifier: MIT
"""In which language the form shows a service's texts: Finnish, Swedish, English, and any other that is added."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.components.choice import Choice
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.editing.tab_order import tab_after
from desktop.ui.page import Tools

_FIRST: Final = ("fi", "sv", "en")
_MOST_CHIPS: Final = 5
"""More than fit beside the list; the rest stand in the drop-down."""


class LanguageBar(QWidget):
    """``chosen(str)`` tells the language to show."""

    chosen = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._languages = list(_FIRST)
        self.chips = FilterChips(tools.theme, " ")
        self.more = Choice(tools.theme, " ")
        self.more.setMaxVisibleItems(14)
        self.more.setMaximumWidth(160)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chips)
        row.addWidget(self.more)
        row.addStretch(1)
        self.chips.chosen.connect(self.chosen)
        self.more.chosen.connect(self._add)
        self.retranslate()

    @property
    def language(self) -> str:
        """The language shown."""
        return self.chips.key()

    def begin(self, written: Iterable[str]) -> None:
        """Offer the three languages of the staff and those in which something is written; show the first."""
        others = sorted({one for one in written if one not in _FIRST})
        self._languages = [*_FIRST, *others]
        self._show(_FIRST[0])

    def choose(self, language: str) -> None:
        """Show this language, and tell it."""
        if language not in self._languages:
            self._languages.append(language)
        self._show(language)
        self.chosen.emit(language)

    def retranslate(self) -> None:
        """Say the languages in the language in force."""
        self.chips.setAccessibleName(QCoreApplication.translate("Editing", "Language of the texts"))
        self.more.setAccessibleName(QCoreApplication.translate("Editing", "Another language"))
        self._show(self.chips.key() or _FIRST[0])

    def _show(self, language: str) -> None:
        codes = self._tools.codes
        shown = [one for one in self._languages if one in _FIRST or one == language]
        shown += [one for one in self._languages if one not in shown]
        shown = shown[:_MOST_CHIPS]
        self.chips.set_options([(one, codes.label("languages", one)) for one in shown], key=language)
        tab_after(self.chips.chips()[0], [*self.chips.chips()[1:], self.more])
        first = ("", QCoreApplication.translate("Editing", "Another language"))
        rows = [row for row in codes.lists["languages"].rows if row.code not in shown]
        self.more.set_options([first, *((row.code, codes.row_label(row)) for row in rows)], key="")

    def _add(self, language: str) -> None:
        if language:
            self.choose(language)
