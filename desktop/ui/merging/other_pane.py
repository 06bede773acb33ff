# SPDX-License-Identifier: MIT
"""Asks who else is the person on the card: a search over everybody but them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.people import PeopleFound
from desktop.ui.page import Tools
from desktop.ui.people.finder import PersonFinder
from desktop.ui.words.breaking import breakable
from sync.records.ids import EntityId


class OtherPane(PersonFinder):
    """The other card's person is ``person_chosen``."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._person: EntityId | None = None
        self._name = ""
        self.retranslate()

    def begin(self, person: EntityId, name: str) -> None:
        """Ask who else is this person; those who are called alike stand there first."""
        self._person, self._name = person, name
        self.retranslate()
        self._type(name.rpartition(" ")[2])
        self.search.selectAll()
        self.reload()

    def fitting(self, found: PeopleFound) -> PeopleFound:
        """Return everybody but the person on the card."""
        others = [one for one in found.rows if one.person != self._person]
        return PeopleFound(others, len(others), more=found.more)

    def forget(self) -> None:
        """Drop every name."""
        self._person, self._name = None, ""
        super().forget()

    def retranslate(self) -> None:
        """Say every word again."""
        words = QCoreApplication.translate("Merging", "Who is the same person as {name}?")
        self._say(
            question=words.format(name=breakable(self._name)),
            search=QCoreApplication.translate("Merging", "Search for the other card"),
            found=QCoreApplication.translate("Merging", "People found"),
            nobody=QCoreApplication.translate("Merging", "Nobody else found."),
        )
