# SPDX-License-Identifier: MIT
"""The question of one field: its values side by side, the other ways, what it held before."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import ConflictView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.rule import Rule
from desktop.ui.components.words import Words
from desktop.ui.conflict.field_history import FieldHistory
from desktop.ui.conflict.hidden_values import HiddenValues
from desktop.ui.conflict.new_value import NewValue
from desktop.ui.conflict.passing_on import PassingOn
from desktop.ui.conflict.side_card import SideCard
from desktop.ui.conflict.together import Together
from desktop.ui.conflict.words import lead, question, side_words
from desktop.ui.page import Tools
from desktop.ui.people.earlier import Earlier
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable

_ARROWS = ("←", "→")
_DIGITS = "123456789"


class QuestionCard(QWidget):
    """`kept` names the place of the side that stays; `new_given` hands a third value over."""

    kept = Signal(int)
    new_given = Signal(object)
    restore_asked = Signal(str, int)
    later = Signal()
    grown = Signal(object)
    """A line was opened that may stand below the edge: the widget to bring into sight."""
    turned = Signal(int)
    """Another question is wanted: -1 the one before, 1 the next."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._view: ConflictView | None = None
        self._chosen = 0
        theme = tools.theme
        self.title = Words(theme, size=Type.TITLE, wrap=True)
        self.place = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.before = IconButton(theme, "chevron-left", " ")
        self.after = IconButton(theme, "chevron-right", " ")
        self.lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.hidden = HiddenValues(tools)
        self.hidden.turned.connect(self._say)
        self.sides: list[SideCard] = []
        self._sides = QHBoxLayout()
        self._sides.setSpacing(16)
        self.new = Button(theme, icon_name="pencil", key="U")
        self.both = Button(theme, icon_name="merge", key="M")
        self.ask = Button(theme, icon_name="message-square", key="K")
        self.put_off = Button(theme, icon_name="clock", key="L")
        self.leave = Button(theme, kind=ButtonKind.LINK, key="Esc")
        self.new_value = NewValue(tools)
        self.together = Together(tools)
        self.passing = PassingOn(tools)
        self.history = FieldHistory(tools)
        self.earlier = Earlier(tools, margin=0)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.place)
        head.addWidget(self.before)
        head.addWidget(self.after)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for way in (self.new, self.both, self.ask, self.put_off, self.leave):
            ways.addWidget(way)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.lead)
        column.addSpacing(4)
        column.addWidget(self.hidden)
        column.addLayout(self._sides)
        column.addLayout(ways)
        for line in (self.new_value, self.together, self.passing):
            column.addWidget(line)
        column.addWidget(Rule(self._tools.theme))
        column.addWidget(self.history)
        column.addWidget(self.earlier)
        column.addStretch(1)

    def _join(self) -> None:
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.new.clicked.connect(self.begin_new)
        self.leave.clicked.connect(self.later)
        self.new_value.given.connect(self.new_given)
        self.both.clicked.connect(self.begin_together)
        self.ask.clicked.connect(self.begin_ask)
        self.put_off.clicked.connect(self.begin_later)
        self.together.given.connect(self.new_given)
        for line in (self.new_value, self.together, self.passing):
            line.left.connect(self._end_line)
        self.history.restore_asked.connect(self.restore_asked)

    @property
    def view(self) -> ConflictView | None:
        """What is asked."""
        return self._view

    @property
    def chosen(self) -> int:
        """The place of the side that looks chosen."""
        return self._chosen

    def show_question(self, view: ConflictView, *, place: int, count: int) -> None:
        """Show this field; ``place`` counts from 1 among ``count`` questions."""
        same = self._view is not None and (self._view.entity, self._view.field) == (view.entity, view.field)
        self._view = view
        self.hidden.begin(view)
        if not same:
            self._chosen = 0
            self._put_away()
        self._chosen = min(self._chosen, len(view.sides) - 1)
        self._offer_ways(view)
        self.place.setText(f"{place} / {count}" if count > 1 else "")
        self.before.setVisible(count > 1)
        self.after.setVisible(count > 1)
        self._say()

    def focus_chosen(self) -> None:
        """Put the keyboard on the button of the chosen value."""
        if self.sides:
            self.sides[self._chosen].keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_new(self) -> None:
        """Open the line for a third value."""
        if self.new.isVisible() and self.new_value.editor is not None:
            self._put_away()
            self.new.hide()
            self.new_value.begin()

    def begin_together(self) -> None:
        """Open both texts in one."""
        if self._view is not None and self._view.proposal and self._view.can_settle:
            self._put_away()
            self.together.begin(self._view)
            self.grown.emit(self.together)

    def begin_ask(self) -> None:
        """Open the choice of a colleague."""
        if self._view is not None and self._view.can_ask:
            self._put_away()
            self.passing.begin_ask(self._view)

    def begin_later(self) -> None:
        """Open the choice of a day."""
        if self._view is not None and self._view.can_ask:
            self._put_away()
            self.passing.begin_later(self._view)

    def forget(self) -> None:
        """Drop every value."""
        self._view = None
        self.hidden.begin(None)
        self.title.setText("")
        self.lead.setText("")
        self.together.forget()
        self._put_away()
        self.history.show_history(None)
        self.earlier.stand_by(None)
        self._have_sides(0)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """U types a new value, M takes both, K asks, L puts off, Esc leaves, digits choose among many."""
        digit = _DIGITS.find(event.text()) if event.text() else -1
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif act := self._acts().get(Qt.Key(event.key())):
            act()
        elif 0 <= digit < len(self.sides):
            self._choose(digit)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.before.set_name(QCoreApplication.translate("QuestionCard", "The one before"))
        self.after.set_name(QCoreApplication.translate("QuestionCard", "The next one"))
        self.new.setText(QCoreApplication.translate("QuestionCard", "New value"))
        self.both.setText(QCoreApplication.translate("QuestionCard", "Both in one"))
        self.ask.setText(QCoreApplication.translate("QuestionCard", "Ask a colleague"))
        self.put_off.setText(QCoreApplication.translate("QuestionCard", "Later"))
        self.leave.setText(QCoreApplication.translate("QuestionCard", "Back"))
        for line in (self.new_value, self.together, self.passing):
            line.retranslate()
        self.history.retranslate()
        self.earlier.retranslate()
        self._say()

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        self.title.setText(question(view, self._tools))
        self.lead.setText(breakable(lead(view)))
        self._have_sides(len(view.sides))
        for place, (card, side) in enumerate(zip(self.sides, view.sides, strict=True)):
            key = _ARROWS[place] if len(view.sides) == len(_ARROWS) else _DIGITS[place : place + 1]
            card.show_side(side_words(view, self.hidden.plain(side), self._tools), key=key)
            card.show_chosen(chosen=place == self._chosen)
            card.keep.setVisible(view.can_settle)
        self.hidden.retranslate()
        self.history.show_history(view)
        self.history.setVisible(view.what != "deletion")
        self.earlier.stand_by(view.person if view.earlier else None)

    def _have_sides(self, count: int) -> None:
        while len(self.sides) > count:
            card = self.sides.pop()
            self._sides.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.sides) < count:
            place = len(self.sides)
            card = SideCard(self._tools.theme, parent=self)
            card.kept.connect(lambda place=place: self.kept.emit(place))
            card.stepped.connect(lambda step, place=place: self._choose(place + step))
            card.reached.connect(lambda place=place: self._mark(place))
            self.sides.append(card)
            self._sides.addWidget(card, 1)
            after = self.sides[place - 1].keep if place else self.after
            QWidget.setTabOrder(after, card.keep)
        if self.sides:
            QWidget.setTabOrder(self.sides[-1].keep, self.new)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.sides):
            self._mark(place)
            self.focus_chosen()

    def _mark(self, place: int) -> None:
        self._chosen = place
        for each, card in enumerate(self.sides):
            card.show_chosen(chosen=each == place)

    def _acts(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_U: self.begin_new,
            Qt.Key.Key_M: self.begin_together,
            Qt.Key.Key_K: self.begin_ask,
            Qt.Key.Key_L: self.begin_later,
            Qt.Key.Key_R: self.history.ask_restore,
            Qt.Key.Key_Escape: self.later.emit,
        }

    def _put_away(self) -> None:
        """Close every line that is open; a text that was begun stays for the next look."""
        self.new_value.forget()
        self.together.hide()
        self.passing.forget()

    def _end_line(self) -> None:
        self._put_away()
        if self._view is not None:
            self._offer_ways(self._view)
        self.focus_chosen()

    def _offer_ways(self, view: ConflictView) -> None:
        fits = view.what != "deletion" and self.new_value.prepare(view.kind, view.field)
        # Of long texts the third value is both in one, changed as one likes: one way, and room for the others.
        self.new.setVisible(fits and view.can_settle and not view.proposal and self.new_value.isHidden())
        self.both.setVisible(bool(view.proposal) and view.can_settle)
        self.ask.setVisible(view.can_ask)
        self.put_off.setVisible(view.can_ask)
