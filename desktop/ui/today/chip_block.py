# SPDX-License-Identifier: MIT
"""Chips in rows whose columns are as wide as their widest label asks, so that two rows align."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.components.key_chip import KeyChip


class ChipBlock(QWidget):
    """Lays out rows of chips; shares the width again when a label changes."""

    def __init__(self, rows: Sequence[Sequence[KeyChip]], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        for row, chips in enumerate(rows):
            for column, chip in enumerate(chips):
                self._grid.addWidget(chip, row, column)
        self.share_width()

    def share_width(self) -> None:
        """Give each column the share that its widest chip asks."""
        columns = max(len(chips) for chips in self._rows)
        for column in range(columns):
            wide = [chips[column].sizeHint().width() for chips in self._rows if column < len(chips)]
            self._grid.setColumnStretch(column, max(wide))

    def event(self, event: QEvent, /) -> bool:
        """Share the width again when a chip asks for another."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.share_width()
        return super().event(event)
