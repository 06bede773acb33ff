# SPDX-License-Identifier: MIT
"""The left card: the queue with its three states, order, team and day; Up and Down, J and K go through it."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.review import ListReview, ReviewQueue, ReviewTeam
from desktop.ui.components.announce import announce
from desktop.ui.components.card import Card
from desktop.ui.components.choice import Choice
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.row_list import RowList
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.review.titles import queue_rows
from desktop.ui.theme.measures import ROW_THREE_LINES, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import local_moment

_WEEK: Final = 7
_STEPS: Final = {Qt.Key.Key_J: Qt.Key.Key_Down, Qt.Key.Key_K: Qt.Key.Key_Up}


class QueueCard(Card):
    """`narrowed` asks for the queue anew; `item_chosen(str)` follows the current row."""

    narrowed = Signal()
    item_chosen = Signal(str)
    item_opened = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build the card, empty; the page fills it."""
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._answer: ReviewQueue | None = None
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.order = Choice(theme, " ")
        self.states = FilterChips(theme, " ")
        self.team = Choice(theme, " ")
        self.day = Choice(theme, " ")
        self.rows = RowList(theme, " ", height=ROW_THREE_LINES)
        self._empty = Words(theme, size=Type.BODY, tone=Tone.MUTED, wrap=True)
        self.told = IconWords(theme, "check")
        self._lay_out()
        self.retranslate()
        for choice in (self.order, self.states, self.team, self.day):
            choice.chosen.connect(lambda _key: self.narrowed.emit())
        self.rows.row_chosen.connect(self.item_chosen)
        self.rows.row_opened.connect(self.item_opened)
        self.rows.installEventFilter(self)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(16, 6, 12, 0)
        first.setSpacing(8)
        first.addWidget(self._title)
        first.addWidget(self._count)
        first.addStretch(1)
        first.addWidget(self.order)
        second = QHBoxLayout()
        second.setContentsMargins(13, 0, 0, 0)
        second.addWidget(self.states, 1)
        third = QHBoxLayout()
        third.setContentsMargins(16, 0, 12, 6)
        third.setSpacing(8)
        third.addWidget(self.team, 1)
        third.addWidget(self.day, 1)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.addWidget(self._empty)
        below.addWidget(self.rows, 1)
        below.addStretch(0)
        for part in (first, second, third):
            self.body.addLayout(part)
        self.body.addLayout(below, 1)
        last = QVBoxLayout()
        last.setContentsMargins(16, 6, 12, 8)
        last.addWidget(self.told)
        self.body.addLayout(last)

    def tell(self, words: str) -> None:
        """Say below the list what was just done with an item, and announce it."""
        self.told.tell(words, tone=Tone.OK)
        announce(self.told, words)

    def ask(self) -> ListReview:
        """Return what the chips and choices ask for."""
        start, days = self._days()
        return ListReview(
            state=self.states.key() or "waiting",
            team=self.team.key(),
            day_start=start,
            days=days,
            newest_first=self.order.key() == "newest",
        )

    def show_queue(self, answer: ReviewQueue) -> None:
        """Show the rows and counts, keeping the chosen row where it is still there."""
        self._answer = answer
        self.rows.set_rows(queue_rows(answer.rows, self._tools.clock(), self._tools))
        self._count.setText(str(len(answer.rows)) if answer.rows else "")
        self._empty.setText(self._nothing())
        self._show_states(answer)
        self._show_teams(answer.teams)
        self.rows.setVisible(bool(answer.rows))
        self._empty.setVisible(not answer.rows)

    def forget(self) -> None:
        """Drop every name shown; the team and day go back to all."""
        self._answer = None
        self.rows.set_rows([])
        self._count.setText("")
        self._empty.hide()
        self.told.tell("")
        self._show_teams([])
        self.day.set_key("all")

    def first(self) -> QWidget:
        """Return where focus goes: the list, or the state chosen while the list is empty."""
        return self.rows if self.rows.rows() else self.states.chip(self.states.key())

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [*self.states.chips(), self.order, self.team, self.day, self.rows]

    def keys(self) -> list[str]:
        """Return the items shown, top first."""
        return [row.key for row in self.rows.rows()]

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let J and K step through the list as Down and Up do; they are letters everywhere else."""
        if watched is self.rows and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                pressed = QKeyEvent(QEvent.Type.KeyPress, step, Qt.KeyboardModifier.NoModifier)
                self.rows.keyPressEvent(pressed)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Review", "To review"))
        self.order.setAccessibleName(QCoreApplication.translate("Review", "Order"))
        self.order.set_options(
            [
                ("oldest", QCoreApplication.translate("Review", "Oldest first")),
                ("newest", QCoreApplication.translate("Review", "Newest first")),
            ]
        )
        self.team.setAccessibleName(QCoreApplication.translate("Review", "Team"))
        self.day.setAccessibleName(QCoreApplication.translate("Review", "Day"))
        self.day.set_options(
            [
                ("all", QCoreApplication.translate("Review", "All days")),
                ("today", QCoreApplication.translate("Review", "Today")),
                ("yesterday", QCoreApplication.translate("Review", "Yesterday")),
                ("week", QCoreApplication.translate("Review", "Last 7 days")),
            ]
        )
        self.states.setAccessibleName(QCoreApplication.translate("Review", "State"))
        self.rows.setAccessibleName(QCoreApplication.translate("Review", "To review"))
        self._empty.setText(self._nothing())
        if self._answer is not None:
            self.show_queue(self._answer)
        else:
            self._show_states(ReviewQueue([], 0, 0, 0, []))
            self._show_teams([])

    def _nothing(self) -> str:
        """Return what an empty list says."""
        match self.states.key():
            case "returned":
                return QCoreApplication.translate("Review", "Nothing has been returned.")
            case "finished":
                return QCoreApplication.translate("Review", "Nothing is done yet.")
            case _:
                return QCoreApplication.translate("Review", "Nothing waits.")

    def _show_states(self, answer: ReviewQueue) -> None:
        def counted(words: str, count: int) -> str:
            return f"{words} {count}" if count else words

        self.states.set_options(
            [
                ("waiting", counted(QCoreApplication.translate("Review", "Waiting"), answer.waiting)),
                ("returned", counted(QCoreApplication.translate("Review", "Returned"), answer.returned)),
                ("finished", QCoreApplication.translate("Review", "Done")),
            ]
        )

    def _show_teams(self, teams: list[ReviewTeam]) -> None:
        every = ("", QCoreApplication.translate("Review", "All teams"))
        self.team.set_options([every, *((str(one.team), one.name) for one in teams)])
        self.team.setVisible(len(teams) > 1)

    def _days(self) -> tuple[int, int]:
        """Return the first local midnight wanted (0 for all) and how many days from it on."""
        today = local_moment(self._tools.clock()).replace(hour=0, minute=0, second=0, microsecond=0)
        match self.day.key():
            case "today":
                return _milliseconds(today), 1
            case "yesterday":
                return _milliseconds(today - timedelta(days=1)), 1
            case "week":
                return _milliseconds(today - timedelta(days=_WEEK - 1)), _WEEK
            case _:
                return 0, 1


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
