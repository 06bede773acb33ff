# SPDX-License-Identifier: MIT
"""The foot of the pages before a notebook is open: this laptop, the languages, the version."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.components.words import Words
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.languages import Languages
from desktop.ui.words.language import Language


class Foot(QWidget):
    """Left the laptop's name, right the languages and the version. ``language_chosen(Language)``."""

    language_chosen = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._laptop_name = ""
        self._version_name = ""
        self._laptop = Words(theme, size=Type.TINY, tone=Tone.MUTED, cut=True)
        self.languages = Languages(theme)
        self._version = Words(theme, size=Type.TINY, tone=Tone.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 6)
        row.setSpacing(20)
        row.addWidget(self._laptop, 1)
        row.addWidget(self.languages)
        row.addWidget(self._version)
        self.languages.chosen.connect(self.language_chosen)

    def show_laptop(self, name: str, version: str, language: Language) -> None:
        """Show these; called again after a change of language."""
        self._laptop_name, self._version_name = name, version
        laptop = QCoreApplication.translate("Foot", "Computer {name}").format(name=name) if name else ""
        self._laptop.setText(laptop)
        spoken = QCoreApplication.translate("Foot", "Version {version}").format(version=version)
        self._version.setText(spoken if version else "")
        self.languages.show_current(language)

    def retranslate(self, language: Language) -> None:
        """Say the same in the language in force."""
        self.show_laptop(self._laptop_name, self._version_name, language)
