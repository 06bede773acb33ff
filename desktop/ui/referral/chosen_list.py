# SPDX-License-Identifier: MIT
"""The services somebody is referred to, one under another, each with what it wants and a way to take it off."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from sync.records.ids import EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenLine:
    """One service: its name, who carries it out, and how it wants people sent."""

    service: EntityId
    name: str
    organisation: str = ""
    how: str = ""


class ChosenList(QWidget):
    """``dropped(object)`` tells the service that was taken off."""

    dropped = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._lines: tuple[ChosenLine, ...] = ()
        self._rows: list[QWidget] = []
        self._drops: list[IconButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[ChosenLine]) -> None:
        """Show these services."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.retranslate()

    def lines(self) -> tuple[ChosenLine, ...]:
        """Return the services shown, top first."""
        return self._lines

    def drops(self) -> list[IconButton]:
        """Return the buttons that take a service off, top first."""
        return list(self._drops)

    def retranslate(self) -> None:
        """Say every word again."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._drops = []
        self._rows = [self._row(line) for line in self._lines]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, line: ChosenLine) -> QWidget:
        theme = self._tools.theme
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Words(theme, breakable(line.name), size=Type.NAME, wrap=True))
        for words in (line.organisation, line.how):
            if words:
                said.addWidget(
                    Words(theme, breakable(words), size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
                )
        across.addLayout(said, 1)
        name = QCoreApplication.translate("Referral", "Take off: {service}").format(service=line.name)
        drop = IconButton(theme, "x", name, outlined=False)
        drop.clicked.connect(partial(self.dropped.emit, line.service))
        self._drops.append(drop)
        across.addWidget(drop)
        return row
