# SPDX-License-Identifier: MIT
"""One line about how long cards stay on this computer and how many have left it, and a key that fetches them again."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.retention import Window
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_words import IconWords
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_count


class WindowLine(QWidget):
    """Hidden before it is told. ``asked()`` asks for the older cards."""

    asked = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it empty; ``show_window`` fills it."""
        super().__init__(parent)
        self._tools = tools
        self.words = IconWords(tools.theme, "history")
        self.fetch = Button(tools.theme, kind=ButtonKind.LINK)
        self.fetch.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.fetch)
        self.hide()

    def show_window(self, window: Window | None) -> None:
        """Tell how long what stays, and what has left; ``None`` hides the line."""
        self.setVisible(window is not None)
        if window is None:
            self.words.tell("")
            return
        told = QCoreApplication.translate(
            "Sync", "Untouched cards stay on this computer for {others} days, your own for {own}."
        ).format(others=window.others_days, own=window.own_days)
        left = QCoreApplication.translate(
            "Sync", "%n older cards have left it and are at the centre.", None, window.away
        )
        left = left.replace(
            str(window.away), written_count(window.away, self._tools.translations.language), 1
        )
        self.words.tell(f"{told} {left}" if window.away else told, tone=Tone.MUTED)
        self.fetch.setText(
            QCoreApplication.translate("Sync", "Fetch the older cards for {days} days").format(
                days=window.fetched_days
            )
        )
        self.fetch.setVisible(window.away > 0)
