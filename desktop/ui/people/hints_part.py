# SPDX-License-Identifier: MIT
"""Hints on the card: quietly what may be worth checking, by dated rules; one opens to its reasons."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.hints import (
    FACT_HOMES,
    HintRow,
    HintsView,
    ListHints,
    Outcome,
    TakeHint,
)
from desktop.notebook.messages.people import RecordSaved
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.row_list import RowList
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.hints_reasons import HintReasons
from desktop.ui.people.hints_words import first_unknown, hint_row, hint_title
from desktop.ui.theme.measures import ROW_TWO_LINES, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import local_moment
from sync.records.ids import EntityId

_FIRST: Final = 3
"""Hints shown before somebody asks for every rule."""


class HintsPart(QWidget):
    """Hidden until there is an answer. It asks once for each time that the card is read: each look is logged."""

    saved = Signal(object, str)
    """RecordSaved and what was done, in words."""
    fill_asked = Signal(str, str)
    """Kind and field of what is not known."""
    grown = Signal()
    """The reasons have opened and want to be seen."""
    came_to = Signal(object)
    """The QRect of the row that the keys have come to, in this widget."""
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._view: HintsView | None = None
        self._asked = 0
        self._read = False
        self._all = False
        self._busy = False
        theme = tools.theme
        self._title = Words(theme, size=Type.LABEL, tone=Tone.MUTED)
        self.empty = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.rows = RowList(theme, " ", height=ROW_TWO_LINES, padding=8)
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = Button(theme, kind=ButtonKind.LINK, icon_name="chevron-down", key="V")
        self.reasons = HintReasons(tools)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(2)
        for part in (self._title, self.empty, self.rows):
            column.addWidget(part)
        column.addLayout(foot)
        column.addWidget(self.reasons)
        self.rows.installEventFilter(self)
        self.rows.row_opened.connect(self.open)
        self.rows.row_chosen.connect(lambda _key: self._tell_place())
        self.more.clicked.connect(self._turn_all)
        self.reasons.left.connect(self._leave)
        self.reasons.take_asked.connect(self._take)
        self.reasons.fill_asked.connect(self._fill_in)
        self.retranslate()

    # --- whose, and what there is ---

    def show_person(self, person: EntityId | None) -> None:
        """Be of this person; the card has been read, so what is said of them is asked for again."""
        if person != self._person:
            self.forget()
            self._person = person
        self._read = False

    def load(self) -> None:
        """Ask what the rules say, unless that was asked since the card was read."""
        person = self._person
        if person is None or self._read:
            return
        self._read = True
        self._asked += 1
        number = self._asked

        def came(view: HintsView) -> None:
            if number == self._asked:
                self._view = view
                self._fill()

        self._tools.bridge.ask(self, ListHints(person, self._today()), done=came, failed=self.troubled.emit)

    def forget(self) -> None:
        """Drop every word."""
        self._asked += 1
        self._person, self._view = None, None
        self._read = self._all = self._busy = False
        self.reasons.forget()
        self._fill()

    def shown(self) -> Sequence[HintRow]:
        """Return the hints in the list: the first that may apply, or every rule."""
        rows = self._view.rows if self._view is not None else []
        return rows if self._all else [one for one in rows if one.outcome is Outcome.HOLDS][:_FIRST]

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.rows, self.more, *self.reasons.stops()]

    # --- what a person does ---

    def hears(self, event: QKeyEvent) -> bool:
        """Come to the hints by V from anywhere on the facts, and turn to every rule and back by V in them."""
        if (
            event.key() != Qt.Key.Key_V
            or event.modifiers() != Qt.KeyboardModifier.NoModifier
            or self.isHidden()
        ):
            return False
        if self.reasons.row is not None:
            self.reasons.take_keys()
        elif self.rows.hasFocus() or self.more.hasFocus() or not self.shown():
            self._turn_all()
        else:
            self._to_list()
        return True

    def open(self, rule: str) -> None:
        """Show why a rule says what it says."""
        row = self._row(rule)
        if row is not None and self._view is not None:
            self.reasons.show_hint(row, can_take=self._view.can_take)
            self._tell()
            self.reasons.take_keys()
            self.grown.emit()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let the right arrow open a row, as Enter does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Right and self.rows.key():
                self.open(self.rows.key())
                return True
            if self.hears(event):  # before the list takes the letter for a search
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say every word again."""
        title = QCoreApplication.translate("Hints", "Hints")
        self._title.setText(title)
        self.setAccessibleName(title)
        self.rows.setAccessibleName(title)
        self.empty.setText(
            QCoreApplication.translate("Hints", "Nothing stands out by what is known. The rules say why.")
        )
        self.reasons.retranslate()
        self._fill()

    # --- parts ---

    def _row(self, rule: str) -> HintRow | None:
        rows = self._view.rows if self._view is not None else []
        return next((one for one in rows if one.rule == rule), None)

    def _fill(self) -> None:
        view = self._view
        self.setVisible(view is not None and bool(view.rows))
        shown = self.shown()
        self.rows.set_rows([hint_row(one, self._tools) for one in shown])
        if shown and not self.rows.key():
            self.rows.choose(shown[0].rule)
        self.rows.setFixedHeight(ROW_TWO_LINES * max(len(shown), 1) + 2)
        every = len(view.rows) if view is not None else 0
        self.more.setText(
            QCoreApplication.translate("Hints", "Fewer")
            if self._all
            else QCoreApplication.translate("Hints", "All %n rules", None, every)
        )
        self.more.set_icon("chevron-up" if self._all else "chevron-down")
        self.more.updateGeometry()
        opened = self.reasons.row
        if opened is not None and view is not None:
            row = self._row(opened.rule)
            if row is None:
                self.reasons.forget()
            else:
                self.reasons.show_hint(row, can_take=view.can_take)
        self._tell()

    def _tell(self) -> None:
        """Show the list, or in its place the reasons of one hint."""
        reasons = self.reasons.row is not None
        any_shown = bool(self.shown())
        self.rows.setVisible(any_shown and not reasons)
        self.empty.setVisible(not any_shown and not reasons)
        self.more.setVisible(not reasons)
        self.reasons.setVisible(reasons)

    def _turn_all(self) -> None:
        self._all = not self._all
        self._fill()
        self._to_list()

    def _to_list(self) -> None:
        one: QWidget = self.rows if self.shown() else self.more
        one.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_place()

    def _tell_place(self) -> None:
        """Tell where the chosen row is, so that it can be brought to sight."""
        if not self.rows.hasFocus():
            return
        top = self.rows.y() + max(self.rows.currentIndex().row(), 0) * ROW_TWO_LINES
        self.came_to.emit(QRect(0, top, self.width(), ROW_TWO_LINES))

    def _leave(self) -> None:
        self.reasons.forget()
        self._tell()
        self._to_list()

    def _take(self) -> None:
        person, row = self._person, self.reasons.row
        if person is None or row is None or self._busy:
            return
        self._busy = True

        def done(saved: RecordSaved) -> None:
            self._busy = False
            self._leave()
            words = QCoreApplication.translate("Hints", "Taken up: {hint}")
            self.saved.emit(saved, words.format(hint=hint_title(row, self._tools)))

        def refused(report: ProblemReport) -> None:
            self._busy = False
            self.troubled.emit(report)

        ask = TakeHint(person, self._today(), row.rule, row.version)
        self._tools.bridge.ask(self, ask, done=done, failed=refused)

    def _fill_in(self) -> None:
        row = self.reasons.row
        unknown = first_unknown(row) if row is not None else None
        if unknown is not None:
            home = FACT_HOMES[unknown.condition.fact]
            self.fill_asked.emit(home.kind, home.field)

    def _today(self) -> str:
        return local_moment(self._tools.clock()).date().isoformat()
