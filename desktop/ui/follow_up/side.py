# SPDX-License-Identifier: MIT
"""Beside the list: what the chosen row is about, what may be said of it (S), and its next day (N)."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.follow_up import FollowUpRow, MoveOn, SetNext
from desktop.notebook.messages.marks import Mark
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.facts import Fact, Facts
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.follow_up.keyed_card import KeyedCard
from desktop.ui.follow_up.matters import Way, matter_words, may_wait, name_words, ways, written_due
from desktop.ui.page import Tools
from desktop.ui.people.referral_actions import REASONS
from desktop.ui.referral.follow_up import coming_day
from desktop.ui.theme.measures import GAP, Type
from desktop.ui.words.breaking import breakable
from desktop.ui.words.fields import said_phone
from desktop.ui.words.marks import mark_values
from desktop.ui.words.moments import local_moment
from desktop.ui.words.typed_date import stored_date

NEXT_DAYS: Final = (1, 7, 14)
"""Days ahead that N offers by one key, before any other day."""
_OTHER: Final = len(NEXT_DAYS)
_AT_ONCE: Final = frozenset({"task", "lead"})
"""Matters of which there is one thing to say, and no harm in saying it."""


class SidePane(QWidget):
    """Asks come out whole: ``asked(MoveOn | SetNext, words)``; ``left`` gives the keys back to the list."""

    asked = Signal(object, str)
    left = Signal()
    open_asked = Signal()
    time_asked = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._row: FollowUpRow | None = None
        self._ways: list[Way] = []
        self._way: Way | None = None
        theme = tools.theme
        self._card = Card(theme)
        self.name = Words(theme, size=Type.SECTION, wrap=True)
        self.what = Words(theme, wrap=True)
        self.facts = Facts(theme, " ")
        self.open = Button(theme, icon_name="user", key="Enter")
        self.time = Button(theme, icon_name="calendar-clock", key="A")
        self.state = KeyedCard(theme, "S")
        self.next = KeyedCard(theme, "N")
        self._pane = ScrollPane(theme, " ")
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        self._card.body.addWidget(self.name)
        self._card.body.addSpacing(2)
        self._card.body.addWidget(self.what)
        self._card.body.addSpacing(6)
        self._card.body.addWidget(self.facts)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.open)
        row.addWidget(self.time)
        row.addStretch(1)
        self._card.body.addSpacing(4)
        self._card.body.addLayout(row)
        for card in (self._card, self.state, self.next):
            self._pane.body.addWidget(card)
            self._pane.body.addSpacing(GAP)
        self._pane.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pane)

    def _join(self) -> None:
        self.open.clicked.connect(self.open_asked)
        self.time.clicked.connect(self.time_asked)
        self.state.begun.connect(self.begin_state)
        self.state.chosen.connect(self._chosen)
        self.state.entered.connect(self._entered)
        self.state.left.connect(self._leave)
        self.next.begun.connect(self.begin_next)
        self.next.chosen.connect(self._day_chosen)
        self.next.entered.connect(self._day_entered)
        self.next.left.connect(self._leave)

    # --- what the page calls ---

    @property
    def row(self) -> FollowUpRow | None:
        """The row that is shown."""
        return self._row

    def show_row(self, row: FollowUpRow | None) -> None:
        """Show another row, or nothing; what was begun about the one before is dropped."""
        if row != self._row:
            self._row, self._way = row, None
            self._pane.to_top()
            self.retranslate()

    def begin_state(self) -> None:
        """Let the digits say what became of it; a task is done at once."""
        row = self._row
        if row is None:
            return
        self._way = None
        self._fill_ways()
        if row.matter in _AT_ONCE:
            self._chosen(0)
        else:
            self._take(self.state)

    def begin_next(self) -> None:
        """Let the digits set the next day."""
        if self._row is not None and may_wait(self._row):
            self._fill_days()
            self._take(self.next)

    @property
    def holds_keys(self) -> bool:
        """Whether digits count here."""
        return self.state.holds_keys or self.next.holds_keys

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self._pane.area, self.open, self.time, *self.state.stops(), *self.next.stops()]

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.open.setText(QCoreApplication.translate("FollowUp", "Open the card"))
        self.time.setText(QCoreApplication.translate("FollowUp", "Appointment"))
        for button in (self.open, self.time):
            button.updateGeometry()
        self._pane.set_name(QCoreApplication.translate("FollowUp", "The chosen one"))
        self.state.say(
            QCoreApplication.translate("FollowUp", "What became of it"),
            "",
            QCoreApplication.translate("FollowUp", "Mark"),
        )
        self.next.say(
            QCoreApplication.translate("FollowUp", "Next day"),
            "",
            QCoreApplication.translate("FollowUp", "Set"),
        )
        self._fill()

    # --- filling ---

    def _fill(self) -> None:
        row = self._row
        for part in (self._card, self.state, self.next):
            part.setVisible(row is not None)
        if row is None:
            return
        codes, language = self._tools.codes, self._tools.translations.language
        self.name.setText(breakable(name_words(row)))
        said = mark_values([Mark.PROTECTED])[0].word if row.protected else matter_words(row, codes)
        self.what.setText(breakable(said, most=24))
        due = QCoreApplication.translate("FollowUp", "Day")
        facts = [Fact(label=due, value=written_due(row, language))]
        if row.phone:
            label = QCoreApplication.translate("FollowUp", "Phone")
            facts.append(Fact(label=label, value=said_phone(row.phone)))
        self.facts.setAccessibleName(due)
        self.facts.set_facts(facts)
        self.time.setVisible(row.person is not None)
        self.open.setVisible(row.person is not None)
        self.next.setVisible(may_wait(row))
        self._fill_ways()
        self._fill_days()

    def _fill_ways(self) -> None:
        row = self._row
        self._ways = [] if row is None else ways(row, self._tools.codes)
        self.state.show_ways([one.words for one in self._ways])

    def _fill_days(self) -> None:
        self.next.show_ways(
            [
                QCoreApplication.translate("FollowUp", "Tomorrow"),
                QCoreApplication.translate("FollowUp", "In a week"),
                QCoreApplication.translate("FollowUp", "In 2 weeks"),
                QCoreApplication.translate("FollowUp", "Another day"),
            ]
        )

    # --- S ---

    def _chosen(self, place: int) -> None:
        row, way = self._row, self._way
        if row is None:
            return
        if way is not None and way.asks == "reasons":
            if place < len(REASONS):
                self._move(way, reason=REASONS[place])
            return
        if place >= len(self._ways):
            return
        way = self._ways[place]
        if not way.asks:
            self._move(way)
            return
        self._way = way
        if way.asks == "reasons":
            self.state.show_ways([self._tools.codes.label("referral_reasons", one) for one in REASONS])
            self._take(self.state)
        elif way.asks == "reason":
            self._ask_line(QCoreApplication.translate("FollowUp", "Why"), "")
        else:
            hint = QCoreApplication.translate("FollowUp", "The new last day, as 8.12.2027.")
            self._ask_line(QCoreApplication.translate("FollowUp", "Holds until"), hint)

    def _ask_line(self, label: str, hint: str) -> None:
        self.state.show_ways([one.words for one in self._ways])
        self.state.show_line(label, hint=hint)
        self.state.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, typed: str) -> None:
        way, text = self._way, typed.strip()
        if way is None:
            return
        if way.asks == "reason":
            if text:
                self._move(way, reason=text)
            else:
                self.state.field.set_error(QCoreApplication.translate("FollowUp", "Say why in a few words."))
            return
        today = self._today()
        day = coming_day(text, today) or stored_date(text, today.isoformat())
        if day and day >= today.isoformat():
            self._move(way, until=day)
        else:
            self.state.field.set_error(
                QCoreApplication.translate("FollowUp", "Not a day to come. Write it as 8.12.2027.")
            )

    def _move(self, way: Way, *, reason: str = "", until: str = "") -> None:
        row = self._row
        if row is None:
            return
        ask = MoveOn(
            record=row.record, matter=row.matter, to=way.to, today=self._today().isoformat(), task=row.task,
            reason=reason, until=until, months=row.months,
        )  # fmt: skip
        self.asked.emit(ask, way.words)

    # --- N ---

    def _day_chosen(self, place: int) -> None:
        if place < _OTHER:
            self._set(self._today() + timedelta(days=NEXT_DAYS[place]))
            return
        self.next.show_line(
            QCoreApplication.translate("FollowUp", "Another day"),
            hint=QCoreApplication.translate("FollowUp", "8.12. or +14"),
        )
        self.next.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day_entered(self, typed: str) -> None:
        found = coming_day(typed, self._today())
        if found:
            self._set(date.fromisoformat(found))
        else:
            self.next.field.set_error(
                QCoreApplication.translate("FollowUp", "Not a day from today on. Write it as 8.12. or +14.")
            )

    def _set(self, day: date) -> None:
        row = self._row
        if row is None or not may_wait(row):
            return
        ask = SetNext(record=row.record, matter=row.matter, day=day.isoformat(), task=row.task)
        words = QCoreApplication.translate("FollowUp", "next {day}").format(day=f"{day.day}.{day.month}.")
        self.asked.emit(ask, words)

    # --- parts ---

    def _leave(self) -> None:
        """Go one step back: to the choices, then to the list."""
        if self._way is not None:
            self._way = None
            self._fill_ways()
            self._take(self.state)
            return
        self._fill_days()
        self.left.emit()

    def _take(self, card: KeyedCard) -> None:
        card.take_keys()
        self._pane.area.ensureWidgetVisible(card, 0, 0)

    def _today(self) -> date:
        return local_moment(self._tools.clock()).date()
