# SPDX-License-Identifier: MIT
"""The foot of the form: saving, publishing, putting it away with its draft, or throwing the draft away."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.page import Tools

NEW: Final = "new"


class FormFoot(QWidget):
    """``save_asked(str)`` tells the status to save with. ``status`` is the service's, or NEW."""

    save_asked = Signal(str)
    left = Signal()
    dropped = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = NEW
        theme = tools.theme
        self.first = Button(theme, kind=ButtonKind.PRIMARY, icon_name="save", key="Ctrl S", tall=True)
        self.second = Button(theme, tall=True)
        self.drop = Button(theme, kind=ButtonKind.QUIET, tall=True)
        self.close_form = Button(theme, kind=ButtonKind.QUIET, key="Esc", tall=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        for button in (self.first, self.second):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.drop, self.close_form):
            row.addWidget(button)
        self.first.clicked.connect(lambda: self.save_asked.emit("published"))
        self.second.clicked.connect(lambda: self.save_asked.emit(self.second_status()))
        self.drop.clicked.connect(self.dropped)
        self.close_form.clicked.connect(self.left)
        self.retranslate()

    def show_for(self, status: str) -> None:
        """Offer what fits a service of this status."""
        self._status = status
        self.retranslate()

    def show_changed(self, *, changed: bool) -> None:
        """Offer to throw away what was typed, or not."""
        self.drop.setVisible(changed)

    def second_status(self) -> str:
        """Return the status that the second button saves with."""
        return {"published": "withdrawn", "withdrawn": "withdrawn"}.get(self._status, "waiting")

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        first, second = self._words()
        self.first.setText(first)
        self.second.setText(second)
        self.drop.setText(QCoreApplication.translate("Editing", "Discard changes"))
        self.close_form.setText(QCoreApplication.translate("Editing", "Close"))
        for button in (self.first, self.second, self.drop, self.close_form):
            button.updateGeometry()

    def _words(self) -> tuple[str, str]:
        match self._status:
            case "published":
                return (
                    QCoreApplication.translate("Editing", "Save"),
                    QCoreApplication.translate("Editing", "Withdraw"),
                )
            case "withdrawn":
                return (
                    QCoreApplication.translate("Editing", "Bring back"),
                    QCoreApplication.translate("Editing", "Save"),
                )
            case _:
                return (
                    QCoreApplication.translate("Editing", "Publish"),
                    QCoreApplication.translate("Editing", "Save, publish later"),
                )
