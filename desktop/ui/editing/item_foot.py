# SPDX-License-Identifier: MIT
"""The fixed foot of an opened service: taking or leaving what waits, editing, and what was just done."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.editing import EditingView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.page import Tools

TAKE: Final = "take"
LEAVE: Final = "leave"
CHECKED: Final = "checked"
WITHDRAW: Final = "withdraw"
RESTORE: Final = "restore"
EDIT: Final = "edit"


class ItemFoot(QWidget):
    """``asked(str)`` tells what a person wants done with the service shown, one of the words above."""

    asked = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = tools.theme
        self._view: EditingView | None = None
        self._readable = True
        self.buttons = {
            TAKE: Button(theme, kind=ButtonKind.PRIMARY, icon_name="check-check", key="Ctrl 1", tall=True),
            LEAVE: Button(theme, icon_name="x", key="Ctrl 2", tall=True),
            RESTORE: Button(theme, kind=ButtonKind.PRIMARY, icon_name="rotate-ccw", key="Ctrl 1", tall=True),
            CHECKED: Button(theme, icon_name="square-check", key="Ctrl 3", tall=True),
            EDIT: Button(theme, icon_name="pencil", key="Ctrl E", tall=True),
            WITHDRAW: Button(theme, kind=ButtonKind.QUIET, tall=True),
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons.values():
            button.hide()  # before the row is measured, which remembers what it was then
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(0)
        column.addLayout(row)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, key=key: self.asked.emit(key))
        self.retranslate()

    def show_for(self, view: EditingView | None, *, readable: bool = True) -> None:
        """Offer what may be done with this service; nothing while none is shown."""
        self._view = view
        self._readable = readable
        waits = view is not None and (view.proposed is not None or view.status == "waiting")
        published = view is not None and view.status == "published"
        offered = {
            TAKE: waits,
            LEAVE: waits,
            RESTORE: view is not None and view.status == "withdrawn" and not waits,
            CHECKED: published and not waits,
            EDIT: True,
            WITHDRAW: published and not waits,
        }
        # Hidden first: showing a button lays the row out at once, and the window would grow with both sets.
        for key in sorted(self.buttons, key=offered.__getitem__):
            self.buttons[key].setVisible(offered[key])
        for key, button in self.buttons.items():
            button.setEnabled(offered[key] and view is not None and (readable or key in {TAKE, LEAVE}))
        plain = not waits and not offered[RESTORE]
        self.buttons[EDIT].set_kind(ButtonKind.PRIMARY if plain else ButtonKind.SECONDARY)
        self._name_them()

    def wait(self) -> None:
        """Switch the actions off while another service is being opened."""
        for button in self.buttons.values():
            button.setEnabled(False)

    def offers(self, key: str) -> bool:
        """Return whether this may be done now."""
        button = self.buttons[key]
        return button.isEnabled() and not button.isHidden()

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        words = {
            RESTORE: QCoreApplication.translate("Editing", "Bring back"),
            CHECKED: QCoreApplication.translate("Editing", "Checked today"),
            EDIT: QCoreApplication.translate("Editing", "Edit"),
            WITHDRAW: QCoreApplication.translate("Editing", "Withdraw"),
        }
        for key, said in words.items():
            self.buttons[key].setText(said)
        self._name_them()

    def _name_them(self) -> None:
        proposed = self._view is not None and self._view.proposed is not None
        self.buttons[TAKE].setText(
            QCoreApplication.translate("Editing", "Approve")
            if proposed
            else QCoreApplication.translate("Editing", "Publish")
        )
        self.buttons[LEAVE].setText(
            QCoreApplication.translate("Editing", "Leave it")
            if proposed
            else QCoreApplication.translate("Editing", "Refuse")
        )
        for button in self.buttons.values():
            button.updateGeometry()
