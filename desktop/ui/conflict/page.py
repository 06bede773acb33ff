# SPDX-License-Identifier: MIT
"""The page of two values: what waits on the left, one question on the right, settled by one key."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.people import (
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
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.conflict.made_choice import MadeChoice, brief
from desktop.ui.conflict.question_card import QuestionCard
from desktop.ui.conflict.waiting_list import WaitingList
from desktop.ui.conflict.words import emptied, side_words, value_words
from desktop.ui.page import Page, Tools
from desktop.ui.people.form_problems import field_of, sentence_beside
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.theme.tokens import Tone
from sync.records.ids import EntityId


class ConflictPage(Page):
    """Opens with (entity, field), or ``None`` for the first that waits.

    With a third, the save of a choice of mine, it asks again between the values that lay there before.
    """

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        self._asked = 0
        self._wanted = ""
        self._take_focus = True
        self._last: MadeChoice | None = None
        self._again: MadeChoice | None = None
        """The choice that is shown to be made again; the list on the left does not have it."""
        theme = tools.theme
        self.left = WaitingList(tools)
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
        self.setFocusProxy(self.left.list)
        self.retranslate()

    def _lay_out(self) -> None:
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
        self.left.chosen.connect(lambda key: self._show(key, focus=False))
        self.left.opened.connect(lambda _key: self.question.focus_chosen())
        self.question.kept.connect(self._keep)
        self.question.new_given.connect(self._give)
        self.question.restore_asked.connect(self._restore)
        self.question.hidden.troubled.connect(self.fail)
        self.question.passing.troubled.connect(self._refused)
        self.question.passing.passed.connect(self._passed)
        self.question.earlier.fetched.connect(self._ask_again)
        self.question.earlier.troubled.connect(self.fail)
        self.question.later.connect(self._leave)
        self.question.grown.connect(self._bring_to_sight)
        self.question.turned.connect(self._turn)
        self.toast.undo_asked.connect(self.undo)
        self.notice.acted.connect(self._hide_notice)

    # --- what the window calls ---

    def greet(self, who: Unlocked) -> None:
        """Let a new identity code know whether made-up ones count here."""
        self.question.new_value.set_practice(practice=who.practice)

    def enter(self) -> None:
        """Ask what waits, and show the first of it."""
        self._hide_notice()
        self._again = None
        self._take_focus = True
        self._reload()

    def open(self, what: object) -> None:
        """Show the two values of one field."""
        match what:
            case (bytes() as entity, str() as field):
                self._wanted = f"{entity.hex()}/{field}"
                self._take_focus = True
                self._reload()
            case (bytes() as entity, str() as field, SaveId() as save):
                self._choose_again(MadeChoice(save, EntityId(entity), field))
            case _:
                pass

    def records_changed(self, kinds: Collection[str]) -> None:
        """Ask again what waits; the question shown and what is typed stay while it stands."""
        if kinds:
            self._take_focus = False
            self._reload()

    def forget(self) -> None:
        """Drop every value."""
        self._asked += 1
        self._wanted = ""
        self._last = None
        self._again = None
        self.left.forget()
        self.question.forget()
        self.toast.clear()
        self._hide_notice()
        self._stack.setCurrentIndex(1)
        self.nothing.setText("")

    def set_compact(self, *, compact: bool) -> None:
        """Narrow the list."""
        self.left.set_compact(compact=compact)

    def panes(self) -> list[QWidget]:
        """The list, the values, the history."""
        sides = [self.question.sides[self.question.chosen].keep] if self.question.sides else []
        return [self.left.list, *sides, self.question.history]

    def undo(self) -> None:
        """Take the last choice of this page back.

        Two values never come back as two: which one should stand only a person can say, so it is asked again.
        """
        last = self._last
        if last is None:
            return

        def undone(told: Undone) -> None:
            self._last = None
            if told.again:
                self.toast.clear()
                self._choose_again(MadeChoice(last.save, told.again[0].entity, told.again[0].field))
                return
            self.toast.tell(QCoreApplication.translate("ConflictPage", "Undone"), undo=False)
            self._wanted = last.key
            self._take_focus = True
            self._reload()

        self.tools.bridge.ask(self, UndoSave(last.save), done=undone, failed=self.fail)

    def choose_values(self) -> None:
        """Go to the next question: Ctrl+J on this page."""
        self._turn(1)

    def retranslate(self) -> None:
        """Say every word again."""
        self.left.retranslate()
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
        shown = self._shown_key()
        place = self.left.place(shown)
        self.left.show_rows(found.rows)
        self._say_list()
        if self._again is not None:
            return
        keys = self.left.keys
        if not keys:
            self.question.forget()
            self._stack.setCurrentIndex(1)
            if self._take_focus:
                self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        wanted = next((key for key in (self._wanted, shown) if key in keys), "")
        if not wanted:
            wanted = keys[min(max(place, 0), len(keys) - 1)]
        self._wanted = ""
        self.left.list.choose(wanted)
        self._show(wanted, focus=self._take_focus)

    def _say_list(self) -> None:
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
            if self.left.keys
            else ""
        )

    def _show(self, key: str, *, focus: bool) -> None:
        row = self.left.row(key)
        if row is not None:
            self._again = None
            self._ask(OpenConflict(row.entity, row.field), key, focus=focus)

    def _ask_again(self) -> None:
        """Open what is shown once more: its earlier values have been fetched."""
        if self._again is not None:
            self._choose_again(self._again)
        else:
            self._show(self._shown_key(), focus=True)

    def _choose_again(self, choice: MadeChoice) -> None:
        """Show what lay side by side before a choice."""
        self._again = choice
        self._ask(OpenConflict(choice.entity, choice.field, choice.save), "", focus=True)

    def _ask(self, ask: OpenConflict, key: str, *, focus: bool) -> None:
        """Open a question; an answer that another ask has overtaken is dropped."""
        self._asked += 1
        number = self._asked

        def told(view: ConflictView) -> None:
            if number == self._asked:
                self._stack.setCurrentIndex(0)
                place, count = (self.left.place(key) + 1, len(self.left.keys)) if key else (0, 0)
                self.question.show_question(view, place=place, count=count)
                self._scroll.to_top()
                if focus:
                    self.question.focus_chosen()

        def failed(report: ProblemReport) -> None:
            if number == self._asked:
                self._refused(report)

        self.tools.bridge.ask(self, ask, done=told, failed=failed)

    def _shown_key(self) -> str:
        view = self.question.view
        return f"{view.entity.hex()}/{view.field}" if view is not None else ""

    def _turn(self, step: int) -> None:
        keys = self.left.keys
        if keys:
            key = keys[(self.left.place(self._shown_key()) + step) % len(keys)]
            self.left.list.choose(key)
            self._show(key, focus=True)

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
            ask = SettleConflict(view.entity, view.field, side.writer, side.n, settled=self._save_before())
            words = side_words(view, side, self.tools)
            self._write(view, ask, words.keep or words.value)

    def _give(self, value: FieldValue) -> None:
        view = self.question.view
        if view is not None:
            ask = SettleConflict(view.entity, view.field, value=value, settled=self._save_before())
            self._write(view, ask, value_words(view, value, self.tools) or emptied())

    def _restore(self, writer: str, n: int) -> None:
        view = self.question.view
        if view is not None:
            row = next((row for row in view.history if (row.writer, row.n) == (writer, n)), None)
            value = row.value if row is not None else None
            ask = RestoreValue(view.entity, view.field, writer, n)
            self._write(view, ask, value_words(view, value, self.tools) or emptied())

    def _bring_to_sight(self, line: QWidget) -> None:
        QTimer.singleShot(0, line, lambda: self._scroll.area.ensureWidgetVisible(line))

    def _save_before(self) -> SaveId | None:
        return self._again.save if self._again is not None else None

    def _write(self, view: ConflictView, ask: SettleConflict | RestoreValue, said: str) -> None:
        def settled(saved: RecordSaved) -> None:
            self._last = MadeChoice(saved.save, view.entity, view.field)
            self._again = None
            words = QCoreApplication.translate("ConflictPage", "Chosen: {value}")
            self.toast.tell(words.format(value=brief(said)))
            self._hide_notice()
            self.question.new_value.forget()
            self.question.together.forget()
            self._take_focus = True
            self._reload()

        self.tools.bridge.ask(self, ask, done=settled, failed=self._refused)

    def _passed(self, words: str) -> None:
        """Tell that a question is put off or left to somebody, and go on."""
        self.toast.tell(words, undo=False)
        self._take_focus = True
        self._reload()

    def _hide_notice(self) -> None:
        self.notice.hide()

    def _refused(self, report: ProblemReport) -> None:
        editor, together = self.question.new_value.editor, self.question.together
        if report.problem is Problem.GONE_MEANWHILE:
            self._again = None
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
        elif field_of(report) and together.isVisible():
            together.field.set_error(sentence_beside(report))
        else:
            self.fail(report)
