# SPDX-License-Identifier: MIT
"""The three languages as words to press; the one in force is plain, the others look like links."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.theme.measures import TARGET
from desktop.ui.theme.theme import Theme
from desktop.ui.words.language import Language


class Languages(QWidget):
    """Suomi · Svenska · English, each in itself. ``chosen(Language)`` tells the one pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons: dict[Language, Button] = {}
        for language in Language:
            button = Button(theme, language.own_name, kind=ButtonKind.LINK)
            button.setFixedWidth(max(TARGET, button.sizeHint().width()))
            button.clicked.connect(lambda _on=False, language=language: self.chosen.emit(language))
            row.addWidget(button)
            self._buttons[language] = button

    def show_current(self, language: Language) -> None:
        """Mark the language in force, for eyes and for a screen reader."""
        for each, button in self._buttons.items():
            now = each is language
            button.set_kind(ButtonKind.QUIET if now else ButtonKind.LINK)
            words = QCoreApplication.translate("Languages", "{language}, in use")
            button.setAccessibleName(words.format(language=each.own_name) if now else each.own_name)

    def button(self, language: Language) -> Button:
        """Return the button of a language."""
        return self._buttons[language]
