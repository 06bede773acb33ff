# SPDX-License-Identifier: MIT
"""Asks for a person: a question, a search as one types, the people found, Enter or a click chooses."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import PeopleFound, SearchPeople
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.row_list import RowList
from desktop.ui.components.search_field import SearchField
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.rows import person_row
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from sync.records.ids import EntityId

_NOBODY = PeopleFound([], 0, more=False)


class PersonFinder(Card):
    """``person_chosen(object)`` tells an EntityId. Who uses it says the words, and may leave somebody out."""

    person_chosen = Signal(object)
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, beside: Button | None = None, parent: QWidget | None = None) -> None:
        """Build it without words; ``beside`` is another answer than a person, right of the question."""
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._asked = 0
        self._found = _NOBODY
        theme = tools.theme
        self.question = Words(theme, size=Type.SECTION, wrap=True)
        self.search = SearchField(theme, " ")
        self.rows = RowList(theme, " ")
        self.empty = Words(theme, tone=Tone.MUTED, wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 12, 0)
        head.addWidget(self.question, 1)
        field = QVBoxLayout()
        field.setContentsMargins(12, 6, 12, 8)
        field.addWidget(self.search)
        self.empty.setContentsMargins(16, 4, 16, 12)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addLayout(field)
        self.body.addWidget(self.rows, 1)
        self.body.addWidget(self.empty, 1)
        stops: list[QWidget] = [self.search, self.rows]
        if beside is not None:
            head.addWidget(beside)
            stops.insert(0, beside)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(lambda: self._opened(self.rows.key()))
        self.rows.row_opened.connect(self._opened)
        self.rows.clicked.connect(lambda _index: self._opened(self.rows.key()))

    def reload(self) -> None:
        """Ask for the people that fit what is typed; an answer to an older text is dropped."""
        self._asked += 1
        number = self._asked

        def came(found: PeopleFound) -> None:
            if number == self._asked:
                self._found = self.fitting(found)
                self._show()

        ask = SearchPeople(self.search.text(), "all")
        self._tools.bridge.ask(self, ask, done=came, failed=self.troubled.emit)

    def fitting(self, found: PeopleFound) -> PeopleFound:
        """Return whom of those found to offer: everybody."""
        return found

    def forget(self) -> None:
        """Drop every name."""
        self._asked += 1
        self._found = _NOBODY
        self._type("")
        self._show()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go from the search into the list with the arrow."""
        if Qt.Key(event.key()) == Qt.Key.Key_Down and self.search.hasFocus():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _say(self, *, question: str, search: str, found: str, nobody: str) -> None:
        """Say these words: the question, what the field and the list are called, and what an empty list says."""
        self.question.setText(question)
        self.search.set_words(search)
        self.rows.setAccessibleName(found)
        self.empty.setText(nobody)
        self._show()

    def _type(self, text: str) -> None:
        """Let this stand in the field without asking for it."""
        self.search.blockSignals(True)
        self.search.setText(text)
        self.search.blockSignals(False)

    def _show(self) -> None:
        language, now = self._tools.translations.language, self._tools.clock()
        self.rows.set_rows([person_row(one, now, language) for one in self._found.rows])
        if self._found.rows and not self.rows.key():
            self.rows.choose(self._found.rows[0].person.hex())
        self.rows.setVisible(bool(self._found.rows))
        self.empty.setVisible(not self._found.rows)

    def _opened(self, key: str) -> None:
        if key:
            self.person_chosen.emit(EntityId(bytes.fromhex(key)))
