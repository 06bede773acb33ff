# SPDX-License-Identifier: MIT
"""The page of two values: what waits on the left, one question on the right, settled by one key."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.people import (
    ConflictRow,
    Conflicts,
    ConflictView,
    FieldValue,
    ListConflicts,
    OpenConflict,
    RecordSaved,
    RestoreValue,
    SettleConflict,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import SaveId, Undone, UndoSave
from desktop.ui.components.card import Card
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.notice import Notice
from desktop.ui.components.row_list import RowList
from desktop.ui.components.rule import Rule
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.conflict.question_card import QuestionCard
from desktop.ui.conflict.words import conflict_key, emptied, list_row, value_words
from desktop.ui.page import Page, Tools
from desktop.ui.people.form_problems import field_of, sentence_beside
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y, Type
from desktop.ui.theme.tokens import Tone
from sync.records.ids import EntityId

_WIDTH = 280
_NARROW = 220
_ROW = 54


class ConflictPage(Page):
    """Opens with (entity, field), or ``None`` for the first that waits."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._rows: list[ConflictRow] = []
        self._asked = 0
        self._wanted = ""
        self._take_focus = True
        self._last: tuple[SaveId, str] | None = None
        theme = tools.theme
        self.left = Card(theme, padding=0)
        self.title = Words(theme, size=Type.SECTION)
        self.count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.list = RowList(theme, " ", height=_ROW)
        self.notice = Notice(theme, tone=Tone.SPLIT, icon_name="info")
        self.question = QuestionCard(tools)
        self.nothing = Words(theme, tone=Tone.MUTED, wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.toast = Toast(theme)
        self.hint = IconWords(theme, "undo-2")
        self._scroll = ScrollPane(theme, " ")
        self._stack = QStackedWidget()
        self._lay_out()
        self._join()
        self.setFocusProxy(self.list)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 13, 16, 11)
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addWidget(self.count)
        self.left.setFixedWidth(_WIDTH)
        self.left.body.addLayout(head)
        self.left.body.addWidget(Rule(self.tools.theme))
        self.left.body.addWidget(self.list, 1)
        right = Card(self.tools.theme, padding=0)
        self._scroll.body.setContentsMargins(24, 15, 21, 4)
        self._scroll.body.addWidget(self.question, 1)
        blank = QWidget()
        around = QVBoxLayout(blank)
        around.setContentsMargins(60, 0, 60, 0)
        around.addWidget(self.nothing)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(blank)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 0)
        above.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.setContentsMargins(27, 4, 24, 8)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self.hint)
        beside.addStretch(1)
        foot.addLayout(beside, 1)
        foot.addWidget(self.toast)
        right.body.addLayout(above)
        right.body.addWidget(self._stack, 1)
        right.body.addLayout(foot)
        self.notice.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        row.setSpacing(GAP)
        row.addWidget(self.left)
        row.addWidget(right, 1)

    def _join(self) -> None:
        self.list.row_chosen.connect(lambda key: self._show(key, focus=False))
        self.list.row_opened.connect(lambda _key: self.question.focus_chosen())
        self.question.kept.connect(self._keep)
        self.question.new_given.connect(self._give)
        self.question.restore_asked.connect(self._restore)
        self.question.later.connect(self._leave)
        self.question.turned.connect(self._turn)
        self.toast.undo_asked.connect(self.undo)
        self.notice.acted.connect(self.notice.hide)

    # --- what the window calls ---

    def greet(self, who: Unlocked) -> None:
        """Let a new identity code know whether made-up ones count here."""
        self.question.new_value.set_practice(practice=who.practice)

    def enter(self) -> None:
        """Ask what waits, and show the first of it."""
        self.notice.hide()
        self._take_focus = True
        self._reload()

    def open(self, what: object) -> None:
        """Show the two values of one field."""
        if isinstance(what, tuple) and len(what) == 2:  # noqa: PLR2004 - entity and field
            entity, field = what
            if isinstance(entity, bytes) and isinstance(field, str):
                self._wanted = f"{entity.hex()}/{field}"
                self._take_focus = True
                self._reload()

    def records_changed(self, kinds: Collection[str]) -> None:
        """Ask again what waits; the question shown and what is typed stay while it stands."""
        if kinds:
            self._take_focus = False
            self._reload()

    def forget(self) -> None:
        """Drop every value."""
        self._asked += 1
        self._rows = []
        self._wanted = ""
        self._last = None
        self.list.set_rows(())
        self.question.forget()
        self.toast.clear()
        self.notice.hide()
        self._stack.setCurrentIndex(1)
        self.nothing.setText("")
        self.count.setText("")

    def set_compact(self, *, compact: bool) -> None:
        """Narrow the list."""
        self.left.setFixedWidth(_NARROW if compact else _WIDTH)

    def panes(self) -> list[QWidget]:
        """The list, the values, the history."""
        sides = [self.question.sides[self.question.chosen].keep] if self.question.sides else []
        return [self.list, *sides, self.question.history]

    def undo(self) -> None:
        """Take the last choice of this page back and show its question again."""
        if self._last is None:
            return
        save, key = self._last

        def undone(_told: Undone) -> None:
            self._last = None
            self.toast.tell(QCoreApplication.translate("ConflictPage", "Undone"), undo=False)
            self._wanted = key
            self._take_focus = True
            self._reload()

        self.tools.bridge.ask(self, UndoSave(save), done=undone, failed=self.fail)

    def choose_values(self) -> None:
        """Go to the next question: Ctrl+J on this page."""
        self._turn(1)

    def retranslate(self) -> None:
        """Say every word again."""
        self.title.setText(QCoreApplication.translate("ConflictPage", "Two values"))
        self.list.setAccessibleName(QCoreApplication.translate("ConflictPage", "Fields with two values"))
        self._scroll.set_name(QCoreApplication.translate("ConflictPage", "The question"))
        self.question.retranslate()
        self._say_list()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Ctrl+Z takes the last choice back, Ctrl+J goes to the next question, Esc leaves."""
        held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if held and event.key() == Qt.Key.Key_Z:
            self.undo()
        elif held and event.key() == Qt.Key.Key_J:
            self._turn(1)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # --- what waits ---

    def _reload(self) -> None:
        self.tools.bridge.ask(self, ListConflicts(), done=self._listed, failed=self.fail)

    def _listed(self, found: Conflicts) -> None:
        place = self._place()
        self._rows = found.rows
        self._say_list()
        keys = [conflict_key(row) for row in self._rows]
        if not keys:
            self.question.forget()
            self._stack.setCurrentIndex(1)
            if self._take_focus:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        shown = self._shown_key()
        wanted = next((key for key in (self._wanted, shown) if key in keys), "")
        if not wanted:
            wanted = keys[min(max(place, 0), len(keys) - 1)]
        self._wanted = ""
        self.list.choose(wanted)
        self._show(wanted, focus=self._take_focus)

    def _say_list(self) -> None:
        self.list.set_rows([list_row(row, self.tools) for row in self._rows])
        waiting = QCoreApplication.translate("ConflictPage", "%n wait for a choice", None, len(self._rows))
        self.count.setText(waiting)
        self.nothing.setText(
            QCoreApplication.translate(
                "ConflictPage",
                "Everything is settled. When two people write the same field differently, it comes here.",
            )
        )
        self.hint.tell(
            QCoreApplication.translate(
                "ConflictPage",
                "The other one sees your choice and can bring their value back. The choice stays in the history.",
            )
            if self._rows
            else ""
        )

    def _show(self, key: str, *, focus: bool) -> None:
        row = next((row for row in self._rows if conflict_key(row) == key), None)
        if row is None:
            return
        self._asked += 1
        number = self._asked

        def told(view: ConflictView) -> None:
            if number == self._asked:
                self._stack.setCurrentIndex(0)
                place = [conflict_key(each) for each in self._rows].index(key) + 1
                self.question.show_question(view, place=place, count=len(self._rows))
                self._scroll.to_top()
                if focus:
                    self.question.focus_chosen()

        def failed(report: ProblemReport) -> None:
            if number == self._asked:
                self._refused(report)

        self.tools.bridge.ask(self, OpenConflict(row.entity, row.field), done=told, failed=failed)

    def _place(self) -> int:
        keys = [conflict_key(row) for row in self._rows]
        return keys.index(self._shown_key()) if self._shown_key() in keys else 0

    def _shown_key(self) -> str:
        view = self.question.view
        return f"{view.entity.hex()}/{view.field}" if view is not None else ""

    def _turn(self, step: int) -> None:
        if self._rows:
            row = self._rows[(self._place() + step) % len(self._rows)]
            self.list.choose(conflict_key(row))
            self._show(conflict_key(row), focus=True)

    def _leave(self) -> None:
        view = self.question.view
        if view is not None and view.kind == "person":
            self.go.emit("people", EntityId(view.entity))
        else:
            self.go.emit("people" if view is not None and view.birth_year else "today", None)

    # --- settling ---

    def _keep(self, place: int) -> None:
        view = self.question.view
        if view is not None and place < len(view.sides):
            side = view.sides[place]
            self._settle(view, SettleConflict(view.entity, view.field, side.writer, side.n), side.value)

    def _give(self, value: FieldValue) -> None:
        view = self.question.view
        if view is not None:
            self._settle(view, SettleConflict(view.entity, view.field, value=value), value)

    def _settle(self, view: ConflictView, ask: SettleConflict, value: FieldValue) -> None:
        self.tools.bridge.ask(
            self, ask, done=lambda saved: self._was_settled(view, value, saved), failed=self._refused
        )

    def _restore(self, writer: str, n: int) -> None:
        view = self.question.view
        if view is not None:
            row = next((row for row in view.history if (row.writer, row.n) == (writer, n)), None)
            value = row.value if row is not None else None
            self.tools.bridge.ask(
                self,
                RestoreValue(view.entity, view.field, writer, n),
                done=lambda saved: self._was_settled(view, value, saved),
                failed=self._refused,
            )

    def _was_settled(self, view: ConflictView, value: FieldValue, saved: RecordSaved) -> None:
        self._last = (saved.save, f"{view.entity.hex()}/{view.field}")
        words = QCoreApplication.translate("ConflictPage", "Chosen: {value}")
        self.toast.tell(words.format(value=value_words(view, value, self.tools) or emptied()))
        self.notice.hide()
        self.question.new_value.forget()
        self._take_focus = True
        self._reload()

    def _refused(self, report: ProblemReport) -> None:
        editor = self.question.new_value.editor
        if report.problem is Problem.GONE_MEANWHILE:
            self.notice.tell(
                QCoreApplication.translate(
                    "ConflictPage",
                    "Somebody settled this already. Their choice stands; here is what still waits.",
                ),
                action=QCoreApplication.translate("ConflictPage", "Close"),
            )
            self._take_focus = True
            self._reload()
        elif field_of(report) and editor is not None and editor.isVisible():
            editor.set_error(sentence_beside(report))
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fail(report)
