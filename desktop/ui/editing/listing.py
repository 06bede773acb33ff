# SPDX-License-Identifier: MIT
"""The left card: piles, search and the services; Up and Down, J and K go through them."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.editing import EditingList, EditingRow, ListEditing
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.search_field import SearchField
from desktop.ui.components.states import State, mark_of
from desktop.ui.components.words import Words
from desktop.ui.editing.piles import EVERY, OWN, PROPOSALS, STALE, WAITING, WITHDRAWN, Piles
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_THREE_LINES, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.marks import mark_values
from desktop.ui.words.moments import local_moment

_PAUSE_MS: Final = 150
_STEPS: Final = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class ListCard(Card):
    """`narrowed` asks for the list anew; `service_chosen(str)` follows the current row, its id in hex."""

    narrowed = Signal()
    service_chosen = Signal(str)
    service_opened = Signal(str)
    new_asked = Signal()
    import_asked = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._answer: EditingList | None = None
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.bring = Button(theme, icon_name="upload", key="Ctrl O")
        self.new = Button(theme, icon_name="plus", key="Ctrl Shift I")
        self.piles = Piles(theme)
        self.search = SearchField(theme, " ")
        self.rows = RowList(theme, " ", height=ROW_THREE_LINES)
        self._empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(16, 12, 12, 2)
        first.setSpacing(8)
        first.addWidget(self._title)
        first.addWidget(self._count)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setContentsMargins(13, 0, 8, 0)
        second.addWidget(self.piles, 1)
        third = QHBoxLayout()
        third.setContentsMargins(16, 0, 16, 6)
        third.addWidget(self.search, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 4, 16, 8)
        foot.setSpacing(0)
        foot.addWidget(self.new)
        foot.addWidget(self.bring)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.addWidget(self._empty, 1)
        middle.addWidget(self.rows, 1)
        for part in (first, second, third):
            self.body.addLayout(part)
        self.body.addLayout(middle, 1)
        self.body.addLayout(foot)

    def _join(self) -> None:
        self.piles.chosen.connect(lambda _key: self.narrowed.emit())
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._into_rows)
        self._pause.timeout.connect(self.narrowed)
        self.rows.row_chosen.connect(self.service_chosen)
        self.rows.row_opened.connect(self.service_opened)
        self.new.clicked.connect(self.new_asked)
        self.bring.clicked.connect(self.import_asked)
        self.rows.installEventFilter(self)

    def ask(self) -> ListEditing:
        """Return what the chips and the search ask for."""
        return ListEditing(
            which=self.piles.key(),
            text=self.search.text(),
            day=local_moment(self._tools.clock()).date().isoformat(),
            language=self._tools.translations.language.value,
        )

    def show_list(self, answer: EditingList) -> None:
        """Show rows and counts, keeping the chosen row where it is still there."""
        self._answer = answer
        pile, codes = self.piles.key(), self._tools.codes
        self.rows.set_rows([service_row(one, codes, pile=pile) for one in answer.rows])
        shown = len(answer.rows)
        self._count.setText(f"{shown} / {answer.total}" if answer.total > shown else str(shown or ""))
        self.piles.show_counts(answer)
        self._empty.setText(self._nothing())
        self.rows.setVisible(bool(answer.rows))
        self._empty.setVisible(not answer.rows)

    def forget(self) -> None:
        """Drop every name shown, and what was searched."""
        self._answer = None
        self._pause.stop()
        self.search.clear()
        self.rows.set_rows([])
        self._count.setText("")
        self._empty.hide()
        self.piles.show_counts(None)

    def first(self) -> QWidget:
        """Return where focus goes: the list, or the pile chosen while the list is empty."""
        return self.rows if self.rows.rows() else self.piles.chips[self.piles.key()]

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [*self.piles.chips.values(), self.search, self.rows, self.new, self.bring]

    def keys(self) -> list[str]:
        """Return the services shown, top first."""
        return [row.key for row in self.rows.rows()]

    def row(self, key: str) -> EditingRow | None:
        """Return what is known of a service from its row."""
        rows = self._answer.rows if self._answer is not None else []
        return next((one for one in rows if one.service.hex() == key), None)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let J and K step through the list as Down and Up do; they are letters everywhere else."""
        if watched is self.rows and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.rows.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, step, Qt.KeyboardModifier.NoModifier))
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Editing", "Service editor"))
        self.new.setText(QCoreApplication.translate("Editing", "New own service"))
        self.bring.setText(QCoreApplication.translate("Editing", "Read a file…"))
        self.search.set_words(QCoreApplication.translate("Editing", "Search by name"))
        self.rows.setAccessibleName(QCoreApplication.translate("Editing", "Services"))
        self.piles.retranslate()
        for button in (self.new, self.bring):
            button.updateGeometry()
        self._empty.setText(self._nothing())
        if self._answer is not None:
            self.show_list(self._answer)

    def _into_rows(self) -> None:
        if self.rows.rows():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nothing(self) -> str:
        """Return what an empty list says."""
        if self.search.text().strip():
            return QCoreApplication.translate("Editing", "Nothing in this pile is called so.")
        words = {
            WAITING: QCoreApplication.translate(
                "Editing", "No service waits. New ones come here when a file is read."
            ),
            PROPOSALS: QCoreApplication.translate(
                "Editing", "No proposals. What a source has changed comes here when a file is read."
            ),
            STALE: QCoreApplication.translate("Editing", "Nothing wants checking today."),
            OWN: QCoreApplication.translate("Editing", "No own services yet. Add one (Ctrl Shift I)."),
            WITHDRAWN: QCoreApplication.translate("Editing", "Nothing has been withdrawn."),
        }
        everything = QCoreApplication.translate("Editing", "The catalogue is empty. Read a file (Ctrl O).")
        return words.get(self.piles.key(), everything)


def service_row(one: EditingRow, codes: CodeWords, *, pile: str = EVERY) -> Row:
    """Return a service as a row; what its pile says already is no mark."""
    nameless = QCoreApplication.translate("Editing", "Written by a newer version")
    return Row(
        key=one.service.hex(),
        title=one.name or nameless,
        second=one.organisation,
        third=codes.label("service_sources", one.source),
        marks=tuple(row_marks(one, codes, pile=pile)),
    )


def row_marks(one: EditingRow, codes: CodeWords, *, pile: str = EVERY) -> list[MarkValue]:
    """Return what there is to see of a service: its state, then what wants doing."""
    marks = []
    if one.conflict:
        marks.append(mark_of(State.TWO_VALUES))
    marks += [mark for mark in mark_values(one.marks) if mark not in marks]
    if one.status == "waiting" and pile != WAITING:
        marks.append(MarkValue("inbox", QCoreApplication.translate("Editing", "Waiting"), Tone.ACCENT))
    if one.status == "withdrawn" and pile != WITHDRAWN:
        marks.append(MarkValue("circle-x", codes.label("service_states", one.status), Tone.MUTED))
    if one.proposed and pile != PROPOSALS:
        marks.append(MarkValue("file-text", QCoreApplication.translate("Editing", "Proposal"), Tone.ACCENT))
    if one.stale and pile != STALE:
        marks.append(MarkValue("clock", QCoreApplication.translate("Editing", "Out of date"), Tone.WARN))
    return marks
