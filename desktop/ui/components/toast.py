# SPDX-License-Identifier: MIT
"""The word that something was saved, inside the card it concerns, with its undo."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.pill import Mark
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class Toast(QWidget):
    """Keeps its room while empty, so that nothing moves when it appears; its button emits `undo_asked`."""

    undo_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark(theme, MarkValue("circle-check", "", Tone.OK))
        self._undo = Button(theme, key="Ctrl Z")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._undo)
        self._undo.clicked.connect(self.undo_asked)
        self.retranslate()
        self.setFixedHeight(self._undo.sizeHint().height())
        self.clear()

    def tell(
        self, words: str, *, tone: Tone = Tone.OK, icon_name: str = "circle-check", undo: bool = True
    ) -> None:
        """Show and announce what happened; `undo` offers to take it back."""
        self._mark.set_value(MarkValue(icon_name, words, tone))
        self._mark.setVisible(True)
        self._undo.setVisible(undo)
        announce(self, words)

    def clear(self) -> None:
        """Show nothing."""
        self._mark.setVisible(False)
        self._undo.setVisible(False)

    def drop(self, words: str) -> None:
        """Show nothing where these words stand; others stay."""
        if self.words() == words:
            self.clear()

    def words(self) -> str:
        """Return what is told, or an empty text."""
        return "" if self._mark.isHidden() else self._mark.value.word

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._undo.setText(QCoreApplication.translate("Toast", "Undo"))
        self._undo.updateGeometry()
