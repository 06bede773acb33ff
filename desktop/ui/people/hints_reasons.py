# SPDX-License-Identifier: MIT
"""The reasons of one hint: its facts, what else to check, the law, which version, and what to do about it."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.hints import HintRow, Outcome
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.pill import Mark
from desktop.ui.components.tip import plain_tip
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.hints_words import (
    fact_lines,
    first_unknown,
    hint_title,
    outcome_mark,
    says_words,
    source_line,
    taken_line,
)
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone

_PLAIN: Final = Qt.KeyboardModifier.NoModifier


class HintReasons(QWidget):
    """Stands in the place of the list. It says "may" and "check", and never that somebody has a right."""

    take_asked = Signal()
    fill_asked = Signal()
    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._row: HintRow | None = None
        self._can_take = False
        theme = tools.theme
        self.title = Words(theme, size=Type.NAME, wrap=True)
        self.mark = Mark(theme, outcome_mark(Outcome.NOT_KNOWN))
        self.says = Words(theme, wrap=True)
        self._by = Words(theme, size=Type.LABEL, tone=Tone.MUTED)
        self.facts: list[IconWords] = []
        self.check = IconWords(theme, "square-check")
        self.source = IconWords(theme, "book-open")
        self.doubt = IconWords(theme, "triangle-alert")
        self.taken = IconWords(theme, "badge-check")
        self.take = Button(theme, icon_name="badge-check", key="T")
        self.fill = Button(theme, kind=ButtonKind.LINK, icon_name="pencil", key="E")
        self.back = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self._lay_out()
        self.take.clicked.connect(self.take_asked)
        self.fill.clicked.connect(self.fill_asked)
        self.back.clicked.connect(self.left)
        for one in self.stops():
            one.installEventFilter(self)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for one in (self.take, self.back):
            buttons.addWidget(one)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 8, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.says)
        column.addWidget(self._by)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(4)
        column.addLayout(self._facts)
        column.addSpacing(2)
        column.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignLeft)
        for line in (self.check, self.source, self.doubt, self.taken):
            column.addWidget(line)
        column.addLayout(buttons)

    @property
    def row(self) -> HintRow | None:
        """The hint whose reasons are shown."""
        return self._row

    def show_hint(self, row: HintRow, *, can_take: bool) -> None:
        """Show these reasons."""
        self._row, self._can_take = row, can_take
        self._fill()

    def forget(self) -> None:
        """Drop every word."""
        self._row = None
        self._fill()

    def take_keys(self) -> None:
        """Give the first thing that can be done the keys."""
        first = next(one for one in (self.take, self.fill, self.back) if not one.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.fill, self.take, self.back]

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let the left arrow go back from a button, which would only step to its neighbour."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Left
        ):
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear T, E and Esc wherever in it the keyboard is."""
        key, held = Qt.Key(event.key()), event.modifiers()
        acts = {Qt.Key.Key_T: self.take, Qt.Key.Key_E: self.fill}
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif held == _PLAIN and key in acts and not acts[key].isHidden():
            acts[key].click()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.take.setText(QCoreApplication.translate("Hints", "Taken up"))
        self.back.setText(QCoreApplication.translate("Hints", "Back"))
        for one in (self.take, self.back):
            one.updateGeometry()
        self._fill()

    def _fill(self) -> None:
        row, tools = self._row, self._tools
        if row is None:
            for words in (self.title, self.says):
                words.setText("")
            for line in (self.check, self.source, self.doubt, self.taken):
                line.tell("")
            self._show_facts([])
            return
        language = tools.translations.language.value
        self.title.setText(hint_title(row, tools))
        self.mark.set_value(outcome_mark(row.outcome))
        self.says.setText(says_words(row, tools))
        self._by.setText(QCoreApplication.translate("Hints", "By these facts"))
        self._show_facts(fact_lines(row, tools))
        check = QCoreApplication.translate("Hints", "Check: {what}").format(what=row.check.of(language))
        self.check.tell(check)
        self.source.tell(source_line(row, tools))
        doubt = QCoreApplication.translate("Hints", "This rule awaits a lawyer's check.")
        self.doubt.tell("" if row.checked else doubt, tone=Tone.WARN)
        self.taken.tell(taken_line(row, tools), tone=Tone.OK)
        self.take.setVisible(self._can_take and row.outcome is not Outcome.DOES_NOT)
        unknown = first_unknown(row)
        self.fill.setVisible(unknown is not None)
        self.fill.setText(QCoreApplication.translate("Hints", "Fill in what is missing"))
        self.fill.updateGeometry()

    def _show_facts(self, lines: list[tuple[str, MarkValue]]) -> None:
        """Say each fact; its icon says whether it fits, and so does what is read out."""
        for _ in range(len(lines) - len(self.facts)):
            fresh = IconWords(self._tools.theme, "check", parent=self)
            self._facts.addWidget(fresh)
            self.facts.append(fresh)
        for line in self.facts[len(lines) :]:
            line.tell("")
        for line, (words, mark) in zip(self.facts, lines, strict=False):
            line.tell(words, icon=mark.icon, tone=mark.tone)
            line.setAccessibleName(f"{words} {mark.word}.")
            line.setToolTip(plain_tip(mark.word))
