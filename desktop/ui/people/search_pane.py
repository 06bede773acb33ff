# SPDX-License-Identifier: MIT
"""The left pane: search letter by letter, whose people, the hits, and the way to a new person."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import PeopleFound, SearchPeople
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.filter_chips import FilterChip, FilterChips
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.notice import Notice
from desktop.ui.components.row_list import RowList
from desktop.ui.components.search_field import SearchField
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.older_line import OlderLine
from desktop.ui.people.rows import person_row
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable

WIDTH: Final = 340
NARROW: Final = 300
_NO_HITS: Final = PeopleFound([], 0, more=False)


class SearchPane(Card):
    """Asks the notebook at each letter; an answer to an older text is thrown away."""

    person_opened = Signal(str)
    """Hex id of the person whose card is wanted."""
    new_asked = Signal()
    go_asked = Signal(str, object)
    """A page, and what to open there."""
    link_left = Signal()
    """Linking a walk-in was given up."""
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._asked = 0
        self._compact = False
        self._found = _NO_HITS
        theme = tools.theme
        self.search = SearchField(theme, " ")
        self.scope = FilterChips(theme, " ")
        self.hits = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.rows = RowList(theme, " ")
        self.empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self.add = Button(theme, kind=ButtonKind.LINK, icon_name="user-plus", key="Ctrl I")
        self.older = OlderLine(tools)
        self.handovers = IconButton(theme, "handshake", " ")
        self.linking = Notice(theme, tone=Tone.ACCENT, icon_name="link", key="Esc")
        self.linking.hide()
        self._lay_out()
        self._join()
        self.setFixedWidth(WIDTH)
        self.setFocusProxy(self.search)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 12, 6)
        head.setSpacing(0)
        head.addWidget(self.linking)
        head.addWidget(self.search)
        chips = QHBoxLayout()
        chips.setContentsMargins(-3, 0, 0, 0)
        chips.addWidget(self.scope)
        chips.addStretch(1)
        chips.addWidget(self.hits)
        head.addLayout(chips)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.empty)
        column.addStretch(1)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.rows)
        self._middle.addWidget(nothing)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 4)
        foot.addWidget(self.add)
        foot.addStretch(1)
        foot.addWidget(self.handovers)
        self.body.addLayout(head)
        self.body.addWidget(self._middle, 1)
        self.body.addWidget(self.older)
        self.body.addLayout(foot)

    def _join(self) -> None:
        self.search.textChanged.connect(lambda _text: self.reload())
        self.search.returnPressed.connect(self._open_first)
        self.scope.chosen.connect(lambda _key: self.reload())
        self.rows.row_opened.connect(self.person_opened)
        self.rows.clicked.connect(lambda _index: self.person_opened.emit(self.rows.key()))
        self.add.clicked.connect(self.new_asked)
        self.handovers.clicked.connect(lambda: self.go_asked.emit("handover", None))
        self.older.fetched.connect(self.reload)
        self.older.troubled.connect(self.troubled)
        self.linking.acted.connect(self.link_left)
        self.search.installEventFilter(self)
        self.rows.installEventFilter(self)

    def reload(self) -> None:
        """Ask for the hits of what stands in the field now."""
        self._asked += 1
        number = self._asked
        self._tools.bridge.ask(
            self,
            SearchPeople(self.search.text(), self.scope.key()),
            done=lambda found: self._show(number, found),
            failed=self._failed,
        )

    def seek(self, text: str) -> None:
        """Search everybody for this text and stand at its end, so that typing goes on here."""
        self.scope.set_key("all")
        if self.search.text() == text:
            self.reload()
        else:
            self.search.setText(text)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.setCursorPosition(len(text))

    def choose(self, key: str) -> None:
        """Mark the row of the person whose card is open, where it is among the hits."""
        self.rows.choose(key)

    def show_linking(self, *, linking: bool) -> None:
        """Say that the person for a walk-in is being chosen, or no longer."""
        if linking:
            self.linking.tell(
                QCoreApplication.translate("SearchPane", "Choose the person the visit belongs to."),
                action=QCoreApplication.translate("SearchPane", "Cancel"),
            )
        self.linking.setVisible(linking)

    def set_compact(self, *, compact: bool) -> None:
        """Be narrower, with one mark a row."""
        self._compact = compact
        self.setFixedWidth(NARROW if compact else WIDTH)
        self._say_hits()

    def forget(self) -> None:
        """Drop text and hits."""
        self._asked += 1
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._found = _NO_HITS
        self.rows.set_rows(())
        self.hits.setText("")
        self.empty.setText("")
        self.older.forget()
        self.show_linking(linking=False)

    def retranslate(self) -> None:
        """Say every word again."""
        self.search.set_words(QCoreApplication.translate("SearchPane", "Search people"))
        self.scope.setAccessibleName(QCoreApplication.translate("SearchPane", "Whose people"))
        self.scope.set_options(
            (
                ("mine", QCoreApplication.translate("SearchPane", "Mine")),
                ("team", QCoreApplication.translate("SearchPane", "Team")),
                ("all", QCoreApplication.translate("SearchPane", "All")),
            )
        )
        stops = [self.search, *self.scope.findChildren(FilterChip), self.rows, self.older.fetch]
        stops += [self.add, self.handovers]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        self.rows.setAccessibleName(QCoreApplication.translate("SearchPane", "People"))
        self.add.setText(QCoreApplication.translate("SearchPane", "New person"))
        self.add.updateGeometry()
        self.older.retranslate()
        self.handovers.set_name(QCoreApplication.translate("SearchPane", "Hand-overs"))
        if self.linking.isVisible():
            self.show_linking(linking=True)
        self._say_hits()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Down goes from the field into the list, Up from the first row back."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.search and event.key() == Qt.Key.Key_Down and self.rows.rows():
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                if not self.rows.key():
                    self.rows.choose(self.rows.rows()[0].key)
                return True
            at_top = watched is self.rows and self.rows.currentIndex().row() <= 0
            if at_top and event.key() == Qt.Key.Key_Up:
                self.search.setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _show(self, number: int, found: PeopleFound) -> None:
        if number != self._asked:
            return
        self._found = found
        if not self.search.text().strip():
            self.older.show_count(found.away)
        self._say_hits()
        announce(self.search, self.hits.text())

    def _failed(self, report: ProblemReport) -> None:
        self.troubled.emit(report)

    def _say_hits(self) -> None:
        found = self._found
        language = self._tools.translations.language
        now = self._tools.clock()
        marks = 1 if self._compact else 2
        self.rows.set_rows([person_row(row, now, language, most_marks=marks) for row in found.rows])
        text = self.search.text().strip()
        if found.more:
            words = QCoreApplication.translate("SearchPane", "{shown} of {total}")
            self.hits.setText(words.format(shown=len(found.rows), total=found.total))
        elif text:
            self.hits.setText(QCoreApplication.translate("SearchPane", "%n hits", None, found.total))
        else:
            self.hits.setText(QCoreApplication.translate("SearchPane", "%n people", None, found.total))
        if text:
            words = QCoreApplication.translate(
                "SearchPane", "No hits for '{text}'. Add a new person (Ctrl I)."
            )
            self.empty.setText(words.format(text=breakable(text)))
        elif self.scope.key() == "mine":
            self.empty.setText(
                QCoreApplication.translate(
                    "SearchPane",
                    "No clients of your own yet. Look at the team's, or add a new person (Ctrl I).",
                )
            )
        else:
            self.empty.setText(
                QCoreApplication.translate("SearchPane", "No people here yet. Add the first one (Ctrl I).")
            )
        self._middle.setCurrentIndex(0 if found.rows else 1)

    def _open_first(self) -> None:
        rows = self.rows.rows()
        if rows:
            self.person_opened.emit(self.rows.key() or rows[0].key)
