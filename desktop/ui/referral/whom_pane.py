# SPDX-License-Identifier: MIT
"""Asks for whom, where services were looked up for nobody in particular: a person, or the visitor at the point."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.components.button import Button
from desktop.ui.page import Tools
from desktop.ui.people.finder import PersonFinder


class WhomPane(PersonFinder):
    """``visit_chosen()`` tells that it is the walk-in."""

    visit_chosen = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self.visit = Button(tools.theme, icon_name="plus")
        super().__init__(tools, beside=self.visit, parent=parent)
        self.visit.clicked.connect(self.visit_chosen)
        self.retranslate()

    def begin(self) -> None:
        """Ask again from the beginning."""
        self.search.clear()
        self.reload()

    def retranslate(self) -> None:
        """Say every word again."""
        self.visit.setText(QCoreApplication.translate("Referral", "The visitor at the point"))
        self._say(
            question=QCoreApplication.translate("Referral", "Who is referred?"),
            search=QCoreApplication.translate("Referral", "Search for a person"),
            found=QCoreApplication.translate("Referral", "People found"),
            nobody=QCoreApplication.translate("Referral", "Nobody found."),
        )
