# SPDX-License-Identifier: MIT
"""Asks who else is the person on the card: a search over everybody but them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import PeopleFound, SearchPeople
from desktop.ui.components.card import Card
from desktop.ui.components.row_list import RowList
from desktop.ui.components.search_field import SearchField
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.rows import person_row
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from sync.records.ids import EntityId

_NOBODY = PeopleFound([], 0, more=False)


class OtherPane(Card):
    """``person_chosen(object)`` tells an EntityId."""

    person_chosen = Signal(object)
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._asked = 0
        self._person: EntityId | None = None
        self._name = ""
        self._found = _NOBODY
        theme = tools.theme
        self.question = Words(theme, size=Type.SECTION, wrap=True)
        self.search = SearchField(theme, " ")
        self.rows = RowList(theme, " ")
        self.empty = Words(theme, tone=Tone.MUTED, wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 0)
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
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self._open_first)
        self.rows.row_opened.connect(self._opened)
        self.rows.clicked.connect(lambda _index: self._opened(self.rows.key()))
        QWidget.setTabOrder(self.search, self.rows)
        self.retranslate()

    def begin(self, person: EntityId, name: str) -> None:
        """Ask who else is this person; those who are called alike stand there first."""
        self._person, self._name = person, name
        self.retranslate()
        self.search.blockSignals(True)
        self.search.setText(name.rpartition(" ")[2])
        self.search.blockSignals(False)
        self.search.selectAll()
        self.reload()

    def reload(self) -> None:
        """Ask for the people that fit what is typed; an answer to an older text is dropped."""
        self._asked += 1
        number = self._asked

        def came(found: PeopleFound) -> None:
            if number == self._asked:
                others = [one for one in found.rows if one.person != self._person]
                self._found = PeopleFound(others, len(others), more=found.more)
                self._show()

        ask = SearchPeople(self.search.text(), "all")
        self._tools.bridge.ask(self, ask, done=came, failed=self.troubled.emit)

    def forget(self) -> None:
        """Drop every name."""
        self._asked += 1
        self._person, self._name = None, ""
        self._found = _NOBODY
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._show()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go from the search into the list with the arrow."""
        if Qt.Key(event.key()) == Qt.Key.Key_Down and self.search.hasFocus():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        words = QCoreApplication.translate("Merging", "Who is the same person as {name}?")
        self.question.setText(words.format(name=breakable(self._name)))
        self.search.set_words(QCoreApplication.translate("Merging", "Search for the other card"))
        self.rows.setAccessibleName(QCoreApplication.translate("Merging", "People found"))
        self.empty.setText(QCoreApplication.translate("Merging", "Nobody else found."))
        self._show()

    def _show(self) -> None:
        language, now = self._tools.translations.language, self._tools.clock()
        self.rows.set_rows([person_row(one, now, language) for one in self._found.rows])
        if self._found.rows and not self.rows.key():
            self.rows.choose(self._found.rows[0].person.hex())
        self.rows.setVisible(bool(self._found.rows))
        self.empty.setVisible(not self._found.rows)

    def _open_first(self) -> None:
        self._opened(self.rows.key())

    def _opened(self, key: str) -> None:
        if key:
            self.person_chosen.emit(EntityId(bytes.fromhex(key)))
