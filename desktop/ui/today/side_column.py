# SPDX-License-Identifier: MIT
"""The column beside today's visits: what is due, the news, and below them what the supervisor said."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.follow_up import FollowUp, FollowUpRow, ListFollowUp, MoveOn
from desktop.notebook.messages.notices import DismissNotice, ListNotices, Notices
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import AnswerReview, ReviewNews
from desktop.ui.errand import AtCard
from desktop.ui.follow_up.matters import SHOWN as FOLLOWED
from desktop.ui.follow_up.matters import matter_words, row_key, tab_of
from desktop.ui.page import Tools
from desktop.ui.theme.measures import GAP
from desktop.ui.today.card_scroll import CardScroll
from desktop.ui.today.due_card import MOST, DueCard
from desktop.ui.today.news_card import NewsCard
from desktop.ui.today.notices_card import NoticesCard
from desktop.ui.today.rows_card import RowsCard
from desktop.ui.today.stand_cards import KINDS, StandCards
from desktop.ui.today.told_card import ToldCard
from desktop.ui.today.written import day_start
from desktop.ui.words.moments import local_moment
from sync.records.ids import EntityId

WIDTH: Final = 392
SHOWN: Final = frozenset({
    "session", "visit", "tally", "attendance", "review", "reply", "person", "task", "referral",
    "notice", "message", "quarantine", "release", "ruling", "handover", "note", "situation", "settle_request",
}) | KINDS | FOLLOWED  # fmt: skip
"""Kinds of what Today shows, column and all."""


class SideColumn(QWidget):
    """Asks what is due and what is new by itself; the supervisor's words come with the day."""

    changed = Signal()
    """What stands here is another: the page arranges itself anew."""
    answered = Signal()
    """An answer to the supervisor is saved."""
    go_asked = Signal(str, object)
    """A page and what to open there."""
    restored = Signal(object, str)
    """RecordSaved of a value that was brought back or a task that is done, and what is said of it."""
    failed = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._asked = 0
        self._busy = False
        self._any_news = False
        self.stand = StandCards(tools, self)
        self.due = DueCard(tools.theme, tools.codes)
        self.notices = NoticesCard(tools.theme, tools.codes)
        self.told = ToldCard(tools)
        self.news = NewsCard(tools.theme, tools.codes)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.stand.waiting, 1)
        column.addWidget(self.due, 1)
        column.addWidget(self.stand.leads, 1)
        column.addWidget(self.told, 1)
        column.addWidget(self.notices, 1)
        column.addWidget(self.news, 1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = CardScroll(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.setFixedWidth(WIDTH)
        self.due.person_asked.connect(self._open)
        self.due.finish_asked.connect(self._finish)
        self.notices.opened.connect(lambda page: self.go_asked.emit(page, None))
        self.notices.person_asked.connect(lambda person: self.go_asked.emit("people", AtCard(person, "")))
        self.notices.dismiss_asked.connect(self._dismiss)
        self.told.conflict_asked.connect(lambda what: self.go_asked.emit("conflicts", what))
        self.told.card_asked.connect(lambda where: self.go_asked.emit("people", where))
        self.told.changed.connect(self.changed)
        self.told.restored.connect(self.restored)
        self.told.failed.connect(self.failed)
        self.stand.changed.connect(self.changed)
        self.stand.failed.connect(self.failed)
        self.stand.leads.card_asked.connect(lambda row: self.go_asked.emit("people", {"lead": row}))
        self.news.answer_asked.connect(self._answer)

    def load(self) -> None:
        """Ask what is due up to today; an answer that another ask has overtaken is dropped."""
        self._asked += 1
        number = self._asked
        today = local_moment(self._tools.clock()).date()

        def came(told: FollowUp) -> None:
            if number == self._asked:
                language = self._tools.translations.language
                # Who may be called has a card of their own here.
                rows = [one for one in told.rows if one.days <= 0 and one.matter != "lead"][:MOST]
                self.due.show_due(rows, total=told.due, today=today, language=language)
                self.changed.emit()

        def told(notices: Notices) -> None:
            if number == self._asked:
                language = self._tools.translations.language
                self.notices.show_notices(notices, now=self._tools.clock(), language=language)
                self.changed.emit()

        ask = ListFollowUp(today.isoformat(), day_start(self._tools.clock()), limit=2 * MOST)
        self._tools.bridge.ask(self, ask, done=came, failed=self.failed.emit)
        self._tools.bridge.ask(self, ListNotices(), done=told, failed=self.failed.emit)
        self.told.load()
        self.stand.load()

    def show_news(self, news: Sequence[ReviewNews]) -> None:
        """Show what the supervisor said."""
        self._any_news = bool(news)
        self.news.show_news(news, now=self._tools.clock(), language=self._tools.translations.language)

    def show_beside(self, *, beside: bool) -> None:
        """Show what there is, or fold it away."""
        self.stand.waiting.setVisible(self.stand.waiting.shown)
        self.stand.leads.setVisible(self.stand.leads.total > 0)
        self.due.setVisible(self.due.total > 0)
        self.told.setVisible(self.told.total > 0)
        self.notices.setVisible(self.notices.total > 0)
        self.news.setVisible(self._any_news and beside)
        self.setVisible(beside and self.anything)

    @property
    def anything(self) -> bool:
        """Whether anybody waits or may be called, or anything is due, new or said."""
        total = self.due.total + self.told.total + self.notices.total + self.stand.leads.total
        return total > 0 or self._any_news or self.stand.waiting.shown

    @property
    def holder(self) -> RowsCard | None:
        """Return the card with the keys, of those that leave this column when they are empty."""
        return next((one for one in self._leaving() if one.holds_keys), None)

    def _leaving(self) -> tuple[RowsCard, ...]:
        return (self.stand.waiting, self.due, self.stand.leads, self.told, self.notices)

    def words(self) -> str:
        """Return what the button says that unfolds the column in a narrow window."""
        parts = []
        if self.stand.waiting.total:
            words = QCoreApplication.translate("TodayPage", "Waiting {count}")
            parts.append(words.format(count=self.stand.waiting.total))
        if self.due.total:
            parts.append(QCoreApplication.translate("TodayPage", "Next {count}").format(count=self.due.total))
        if self.stand.leads.total:
            words = QCoreApplication.translate("TodayPage", "May be called {count}")
            parts.append(words.format(count=self.stand.leads.total))
        if self.told.total:
            words = QCoreApplication.translate("TodayPage", "Two values {count}")
            parts.append(words.format(count=self.told.total))
        if self.notices.total:
            words = QCoreApplication.translate("TodayPage", "News {count}")
            parts.append(words.format(count=self.notices.total))
        if self._any_news:
            count = self.news.waiting or len(self.news.rows.rows())
            words = QCoreApplication.translate("TodayPage", "From the supervisor {count}")
            parts.append(words.format(count=count))
        return " · ".join(parts)

    def panes(self) -> list[QWidget]:
        """Return the cards shown, top first."""
        cards: list[QWidget] = [*self._leaving(), self.news]
        return [] if self.isHidden() else [one for one in cards if not one.isHidden()]

    def forget(self) -> None:
        """Drop every word: the notebook is being locked."""
        self._asked += 1
        self._busy = self._any_news = False
        self.stand.forget()
        self.due.forget()
        self.told.forget()
        self.notices.forget()
        self.news.forget()

    def _open(self, row: FollowUpRow) -> None:
        if row.person is not None:
            self.go_asked.emit("people", AtCard(row.person, tab_of(row.matter)))

    def _dismiss(self, notice: EntityId) -> None:
        ask = DismissNotice(notice)
        self._tools.bridge.ask(self, ask, done=lambda _done: self.load(), failed=self.failed.emit)

    def _finish(self, row: FollowUpRow) -> None:
        """Say that what a task asks for is done; of everything else there is more to say, on its own page."""
        if self._busy:
            return
        if row.task is None:
            self.go_asked.emit("follow_up", row_key(row))
            return
        self._busy = True

        def done(saved: RecordSaved) -> None:
            self._busy = False
            what = matter_words(row, self._tools.codes)
            words = QCoreApplication.translate("DueCard", "Done: {name}, {what}")
            self.restored.emit(saved, words.format(name=row.name, what=what))
            self.load()

        def refused(report: ProblemReport) -> None:
            self._busy = False
            self.failed.emit(report)
            if report.problem is Problem.NOT_FOUND:
                self.load()

        ask = MoveOn(
            record=row.record, matter=row.matter, to="done" if row.matter == "task" else "handled",
            today=local_moment(self._tools.clock()).date().isoformat(), task=row.task, months=row.months,
        )  # fmt: skip
        self._tools.bridge.ask(self, ask, done=done, failed=refused)

    def _answer(self, ask: AnswerReview) -> None:
        def done(_done: object) -> None:
            self.news.answered()
            self.answered.emit()

        self._tools.bridge.ask(self, ask, done=done, failed=self.failed.emit)
