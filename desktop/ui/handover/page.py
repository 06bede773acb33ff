# SPDX-License-Identifier: MIT
"""Hand-overs: who was handed to me, from whom and what came late; whom I handed on; handing on my whole caseload."""

from collections.abc import Collection
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.moving import (
    HandedOn,
    HandOver,
    HandoverRow,
    Handovers,
    ListHandovers,
    TakeOver,
)
from desktop.notebook.messages.today import SaveId, Undone, UndoSave
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.choice import Choice
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.states import State, mark_of
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.page import Page, Tools
from desktop.ui.theme.measures import (
    GAP,
    PAGE_MARGIN_X,
    PAGE_MARGIN_Y,
    ROW_THREE_LINES,
    ROW_TWO_LINES,
    TARGET,
    Type,
)
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.rows_card import LetterRows
from desktop.ui.words.dates import near_moment
from desktop.ui.words.fields import kind_label
from desktop.ui.words.moments import local_moment
from sync.records.ids import StaffId

_SIDE: Final = 392
_SIDE_COMPACT: Final = 320
_KINDS: Final = frozenset({"person", "handover", "note", "situation", "attendance", "referral", "task"})
_NOTHING: Final = Handovers([], [], 0, [], 0)


class HandoverPage(Page):
    """Enter opens a card, S says that what was handed over was seen."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._view = _NOTHING
        self._busy = self._locked = self._sure = False
        self._undoable: tuple[SaveId, ...] = ()
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.seen = Button(theme, kind=ButtonKind.LINK, key="S")
        self.received = LetterRows(theme, " ", "S", height=ROW_THREE_LINES)
        self._empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self._given_title = Words(theme, size=Type.SECTION)
        self.given = RowList(theme, " ", height=ROW_TWO_LINES)
        self._given_empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self._all_title = Words(theme, size=Type.SECTION)
        self._all_words = Words(theme, tone=Tone.MUTED, wrap=True)
        self.to = Choice(theme, " ")
        self.give_all = Button(theme, icon_name="arrow-right")
        self.toast = Toast(theme)
        self._lay_out()
        self.setFocusProxy(self.received)
        for one, other in pairwise([self.received, self.seen, self.given, self.to, self.give_all]):
            self.setTabOrder(one, other)
        self.received.row_opened.connect(self._open)
        self.given.row_opened.connect(self._open)
        self.received.letter.connect(lambda _letter: self._take_over())
        self.seen.clicked.connect(self._take_over)
        self.give_all.clicked.connect(self._give_all)
        self.to.activated.connect(lambda _place: self._doubt())
        self.toast.undo_asked.connect(self.undo)
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self.tools.theme
        self._side = QWidget()
        left = Card(theme, padding=0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 9, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self.seen)
        left.body.addLayout(head)
        for words in (self._empty, self._given_empty):
            words.setContentsMargins(16, 8, 16, 12)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
        left.body.addWidget(self._empty)
        left.body.addWidget(self.received, 1)
        left.body.addStretch(0)
        given = Card(theme, padding=0)
        self._given_title.setContentsMargins(16, 4, 16, 0)
        self._given_title.setMinimumHeight(TARGET + 4)
        given.body.addWidget(self._given_title)
        given.body.addWidget(self._given_empty)
        given.body.addWidget(self.given, 1)
        every = Card(theme)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.to, 1)
        row.addWidget(self.give_all)
        every.body.addWidget(self._all_title)
        every.body.addWidget(self._all_words)
        every.body.addLayout(row)
        every.body.addWidget(self.toast)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(given, 1)
        column.addWidget(every)
        self._side.setFixedWidth(_SIDE)
        page = QHBoxLayout(self)
        page.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        page.setSpacing(GAP)
        page.addWidget(left, 1)
        page.addWidget(self._side)

    # --- what the shell asks ---

    def enter(self) -> None:
        """Load both lists."""
        self._locked = False
        self.tools.bridge.ask(self, ListHandovers(), done=self._show, failed=self.fail)

    def records_changed(self, kinds: Collection[str]) -> None:
        """Load again when people or what is about them changed."""
        if not _KINDS.isdisjoint(kinds):
            self.enter()

    def forget(self) -> None:
        """Drop every value: the notebook is being locked."""
        self._locked, self._busy, self._sure = True, False, False
        self._view, self._undoable = _NOTHING, ()
        self.toast.clear()
        self.retranslate()

    def set_compact(self, *, compact: bool) -> None:
        """Give the right column less room under 1200 px."""
        self._side.setFixedWidth(_SIDE_COMPACT if compact else _SIDE)

    def panes(self) -> list[QWidget]:
        """Return both lists and the caseload."""
        return [self.received, self.given, self.to]

    def undo(self) -> None:
        """Take the last hand-over of this page back, every save of it."""
        saves, self._undoable = self._undoable, ()
        for place, save in enumerate(saves):
            last = place + 1 == len(saves)
            self.tools.bridge.ask(
                self, UndoSave(save), done=self._undone if last else _nothing, failed=self.fail
            )

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        view = self._view
        title = QCoreApplication.translate("Handover", "Handed over to me")
        self._title.setText(title)
        self.received.setAccessibleName(title)
        new = QCoreApplication.translate("Handover", "%n new", None, view.new)
        self._count.setText(new if view.new else "")
        self.seen.setText(QCoreApplication.translate("Handover", "Seen"))
        self.seen.setEnabled(view.new > 0)
        self._empty.setText(QCoreApplication.translate("Handover", "Nobody has handed anybody over to you."))
        self._empty.setVisible(not view.received)
        self.received.setVisible(bool(view.received))
        given = QCoreApplication.translate("Handover", "Handed on by me")
        self._given_title.setText(given)
        self.given.setAccessibleName(given)
        self._given_empty.setText(QCoreApplication.translate("Handover", "Nobody in the last 30 days."))
        self._given_empty.setVisible(not view.given)
        self.given.setVisible(bool(view.given))
        self._all_title.setText(QCoreApplication.translate("Handover", "My clients"))
        words = QCoreApplication.translate("Handover", "You are responsible for %n people.", None, view.mine)
        self._all_words.setText(words)
        self.to.setAccessibleName(QCoreApplication.translate("Handover", "Colleague"))
        self.to.set_options([(one.staff, one.name) for one in view.colleagues])
        self.received.set_rows([self._row(one) for one in view.received])
        self.given.set_rows([self._given_row(one) for one in view.given])
        self._doubt()

    # --- parts ---

    def _show(self, view: Handovers) -> None:
        if self._locked:
            return
        place = self.received.currentIndex().row()
        self._view = view
        self.retranslate()
        rows = self.received.rows()
        if rows and not self.received.key():
            self.received.choose(rows[min(max(place, 0), len(rows) - 1)].key)

    def _row(self, one: HandoverRow) -> Row:
        by = QCoreApplication.translate("Handover", "{by} handed over").format(by=one.by)
        before = QCoreApplication.translate("Handover", "before: {name}").format(name=one.before)
        second = " · ".join(
            part for part in (by, before if one.before and one.before != one.by else "") if part
        )
        marks: tuple[MarkValue, ...] = ()
        if one.waits_for_hub:
            marks = (mark_of(State.WAITS_FOR_HUB),)
        elif one.new:
            marks = (mark_of(State.NEW),)
        return Row(
            key=one.person.hex(), title=one.name or QCoreApplication.translate("Handover", "No name"),
            second=second, third=self._late(one), time=self._when(one.at), marks=marks, icon="user",
        )  # fmt: skip

    def _late(self, one: HandoverRow) -> str:
        if not one.late:
            return ""
        kinds = ", ".join(dict.fromkeys(kind_label(late.kind) for late in one.late))
        words = QCoreApplication.translate("Handover", "Came after it from {name}: {what} {when}")
        return words.format(name=one.before, what=kinds, when=self._when(one.late[-1].at))

    def _given_row(self, one: HandoverRow) -> Row:
        seen = MarkValue("check", QCoreApplication.translate("Handover", "Seen"), Tone.OK)
        not_yet = MarkValue("clock", QCoreApplication.translate("Handover", "Not seen yet"), Tone.MUTED)
        mark = mark_of(State.WAITS_FOR_HUB) if one.waits_for_hub else not_yet if one.new else seen
        return Row(
            key=one.person.hex(), title=one.name or QCoreApplication.translate("Handover", "No name"),
            second=one.to, time=self._when(one.at), marks=(mark,), icon="arrow-right",
        )  # fmt: skip

    def _when(self, at: int) -> str:
        if not at:
            return ""
        return near_moment(
            local_moment(at), local_moment(self.tools.clock()), self.tools.translations.language
        )

    def _open(self, key: str) -> None:
        self.go.emit("people", bytes.fromhex(key))

    def _take_over(self) -> None:
        row = next((one for one in self._view.received if one.person.hex() == self.received.key()), None)
        if row is None or not row.new or self._busy:
            return
        self._busy = True
        self.tools.bridge.ask(self, TakeOver(row.person), done=self._taken, failed=self._failed)

    def _taken(self, _done: Done) -> None:
        self._busy = False
        self.enter()

    def _failed(self, report: ProblemReport) -> None:
        self._busy = False
        self.fail(report)

    def _doubt(self) -> None:
        """Ask once more before everybody goes: the button says so after its first press."""
        self._sure = False
        view = self._view
        self.give_all.setEnabled(view.mine > 0 and bool(view.colleagues))
        self.give_all.setText(QCoreApplication.translate("Handover", "Hand over all %n", None, view.mine))
        self.give_all.updateGeometry()

    def _give_all(self) -> None:
        if self._busy or not self.to.key():
            return
        if not self._sure:
            self._sure = True
            words = QCoreApplication.translate("Handover", "Yes, all %n to {name}", None, self._view.mine)
            self.give_all.setText(words.format(name=self.to.currentText()))
            self.give_all.updateGeometry()
            return
        self._busy = True
        ask = HandOver([], StaffId(self.to.key()))
        self.tools.bridge.ask(self, ask, done=self._handed_on, failed=self._failed)

    def _handed_on(self, told: HandedOn) -> None:
        self._busy = False
        self._undoable = tuple(told.saves)
        words = QCoreApplication.translate("Handover", "%n people handed over", None, told.count)
        self.toast.tell(words, undo=True)
        self.enter()

    def _undone(self, _told: Undone) -> None:
        self.toast.tell(QCoreApplication.translate("Handover", "Undone"), undo=False)
        self.enter()


def _nothing(_told: Undone) -> None:
    """The last one's answer is told."""
