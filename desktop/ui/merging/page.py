# SPDX-License-Identifier: MIT
"""The page where two cards of one person are found and merged: search, side by side, Enter."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.merging import ComparePeople, Comparison, MergePeople
from desktop.notebook.messages.people import RecordSaved
from desktop.ui.errand import AtCard
from desktop.ui.merging.comparison import ComparisonCard
from desktop.ui.merging.other_pane import OtherPane
from desktop.ui.page import Page, Tools
from desktop.ui.theme.measures import PAGE_MARGIN_X, PAGE_MARGIN_Y
from sync.records.ids import EntityId


class MergingPage(Page):
    """Opens with (a person's id, their name)."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._person: EntityId | None = None
        self._name = ""
        self._found: Comparison | None = None
        self._asked = 0
        self._saving = False
        self.search = OtherPane(tools)
        self.comparison = ComparisonCard(tools)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.search)
        self._stack.addWidget(self.comparison)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        column.addWidget(self._stack)
        self.search.person_chosen.connect(self._compare)
        self.search.troubled.connect(self.fail)
        self.comparison.merge_asked.connect(self.merge)
        self.comparison.left.connect(self._choose)
        self.setFocusProxy(self.search)

    def open(self, what: object) -> None:
        """Ask who is the same person."""
        match what:
            case (bytes() as person, str() as name):
                self._person, self._name = EntityId(person), name
                self.search.begin(self._person, name)
                self._choose()
            case _:
                return

    def place(self) -> Mapping[str, str]:
        """Return whose card is to be merged; which other one is chosen anew after a lock."""
        return {"person": self._person.hex(), "name": self._name} if self._person is not None else {}

    def come_back(self, opened: Mapping[str, str]) -> None:
        """Ask again."""
        if opened.get("person"):
            self.open((bytes.fromhex(opened["person"]), opened.get("name", "")))

    def forget(self) -> None:
        """Drop every value shown."""
        self._asked += 1
        self._person, self._name, self._found = None, "", None
        self._saving = False
        self.search.forget()
        self.comparison.forget()
        self._stack.setCurrentWidget(self.search)

    def panes(self) -> list[QWidget]:
        """The search and its hits, or the two cards."""
        if self._stack.currentWidget() is self.comparison:
            return [self.comparison.merge, self.comparison.sides.area]
        return [self.search.search, self.search.rows]

    def retranslate(self) -> None:
        """Say every word again."""
        self.search.retranslate()
        self.comparison.retranslate()

    def merge(self) -> None:
        """Merge the two that are shown, once."""
        found = self._found
        if found is None or found.hindrance or self._saving:
            return
        self._saving = True

        def saved(told: RecordSaved) -> None:
            self._saving = False
            words = QCoreApplication.translate(
                "Merging", "Merged. They are shown as one once the hub has it."
            )
            self.go.emit("people", AtCard(found.left.person, "", words, told.save))

        def refused(report: ProblemReport) -> None:
            self._saving = False
            self.fail(report)

        ask = MergePeople(found.left.person, found.right.person)
        self.tools.bridge.ask(self, ask, done=saved, failed=refused)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Esc goes from the search back to the card; the two cards hear their keys themselves."""
        if Qt.Key(event.key()) == Qt.Key.Key_Escape and self._person is not None:
            self.go.emit("people", self._person)
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self._asked += 1
        self._found = None
        self._stack.setCurrentWidget(self.search)
        self.search.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare(self, other: EntityId) -> None:
        if self._person is None:
            return
        self._asked += 1
        number = self._asked

        def came(found: Comparison) -> None:
            if number == self._asked:
                self._found = found
                self.comparison.show_comparison(found)
                self._stack.setCurrentWidget(self.comparison)
                self.comparison.take_keys()

        self.tools.bridge.ask(self, ComparePeople(self._person, other), done=came, failed=self.fail)
