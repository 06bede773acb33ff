# SPDX-License-Identifier: MIT
"""The quiet ways out of the unlock card: a forgotten passphrase, another person, and what is seldom needed."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.theme.measures import TARGET
from desktop.ui.theme.theme import Theme


class LinksPart(QWidget):
    """Two links, and a third that folds two more out."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.forgotten = Button(theme, kind=ButtonKind.LINK)
        self.new_person = Button(theme, kind=ButtonKind.LINK)
        self.more = Button(theme, kind=ButtonKind.LINK)
        self.more.setMinimumWidth(TARGET)
        self.restore = Button(theme, kind=ButtonKind.LINK, icon_name="history")
        self.order = Button(theme, kind=ButtonKind.LINK, icon_name="usb")
        self._folded = QWidget()
        folded = QVBoxLayout(self._folded)
        folded.setContentsMargins(0, 0, 0, 0)
        folded.setSpacing(0)
        for button in (self.restore, self.order):
            folded.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        first = QHBoxLayout()
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self.forgotten)
        first.addStretch(1)
        first.addWidget(self.new_person)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._folded)
        self._folded.hide()
        self.more.clicked.connect(self._fold)

    def show_people(self, *, somebody: bool) -> None:
        """Hide what is for people who have a notebook here."""
        self.forgotten.setVisible(somebody)
        self.new_person.setVisible(somebody)

    def fold(self) -> None:
        """Fold the seldom ones away."""
        self._folded.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.forgotten.setText(QCoreApplication.translate("UnlockPage", "I forgot my passphrase"))
        self.new_person.setText(QCoreApplication.translate("UnlockPage", "New person on this computer"))
        self.more.setText(
            QCoreApplication.translate("UnlockPage", "More")
            if self._folded.isHidden()
            else QCoreApplication.translate("UnlockPage", "Less")
        )
        self.restore.setText(QCoreApplication.translate("UnlockPage", "Restore a notebook from a backup"))
        self.order.setText(QCoreApplication.translate("UnlockPage", "Read an order from a stick"))
        for button in (self.forgotten, self.new_person, self.more, self.restore, self.order):
            button.updateGeometry()

    def _fold(self) -> None:
        self._folded.setVisible(self._folded.isHidden())
        self.retranslate()
