# SPDX-License-Identifier: MIT
"""The line under the walk-in's keys that says which services the visitor is sent to, and takes them off."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_words import IconWords
from desktop.ui.errand import ChosenService
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class ServicesStrip(QWidget):
    """``dropped`` when the services are taken off. Hidden while there are none."""

    dropped = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: tuple[ChosenService, ...] = ()
        self._words = IconWords(theme, "book-open")
        self.drop = Button(theme, kind=ButtonKind.LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.drop)
        self.drop.clicked.connect(self.dropped)
        self.hide()

    def show_services(self, services: tuple[ChosenService, ...]) -> None:
        """Show these by name."""
        self._services = services
        self.setVisible(bool(services))
        self.retranslate()

    def words(self) -> str:
        """Return the sentence shown."""
        return self._words.words()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        names = ", ".join(one.name for one in self._services)
        said = QCoreApplication.translate("WalkInPanel", "Sent to: {names}").format(names=names)
        self._words.tell(said if names else "", tone=Tone.ACCENT)
        self.drop.setText(QCoreApplication.translate("WalkInPanel", "Take off"))
        self.drop.setAccessibleName(QCoreApplication.translate("WalkInPanel", "Take the services off"))
