# SPDX-License-Identifier: MIT
"""The top of Today: the open point's bar, the form that opens one, or the one that closes it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.today import (
    CloseSession,
    CountHeads,
    DropPlan,
    OpenSession,
    PlanSession,
    SessionPlanned,
    SessionView,
    TodayView,
)
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.session_bar import SessionBar, SessionValue
from desktop.ui.components.words import Words
from desktop.ui.drafts import DraftKeeper
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.closing_card import ClosingCard
from desktop.ui.today.head_counter import HeadCounter
from desktop.ui.today.opening_card import OpeningCard
from desktop.ui.words.dates import written_time
from desktop.ui.words.moments import local_moment, said_moment
from sync.records.ids import EntityId

SESSION: Final = "session"
"""Where a half filled opening or closing is kept."""


class SessionPart(QWidget):
    """Asks the notebook to open, close and count. ``changed`` tells that another part stands here.

    ``recording`` says whether the walk-in panel belongs on the page now.
    """

    changed = Signal()
    opened = Signal()
    closed = Signal(object)
    planned = Signal(object, str)
    """SaveId, and what is said of a plan that was made or taken off."""
    failed = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._session: SessionView | None = None
        self._known = False
        self._colleagues: frozenset[str] = frozenset()
        self._without = False
        self._closing = False
        self._compact = False
        self.bar = SessionBar(tools.theme)
        self.opening = OpeningCard(tools.theme, tools.codes)
        self.closing = ClosingCard(tools.theme)
        self._strip = Card(tools.theme, padding=0)
        self._strip_words = Words(tools.theme, tone=Tone.MUTED, cut=True)
        self.strip_open = Button(tools.theme, icon_name="door-open")
        self.heads = HeadCounter(self)
        self.draft = DraftKeeper(tools, self.failed.emit, self, place=SESSION)
        self._lay_out()
        self._join()
        self.retranslate()
        self._arrange()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(15, 2, 11, 2)
        row.addWidget(self._strip_words, 1)
        row.addWidget(self.strip_open)
        self._strip.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.opening, self.closing, self._strip):
            column.addWidget(part)

    def _join(self) -> None:
        self.bar.head_added.connect(lambda: self.count(1))
        self.bar.head_removed.connect(lambda: self.count(-1))
        self.bar.close_asked.connect(self.begin_closing)
        self.heads.due.connect(self._tell_heads)
        self.opening.open_asked.connect(self._open)
        self.opening.plan_asked.connect(self._plan)
        self.opening.plans.drop_asked.connect(self._drop_plan)
        self.opening.without_asked.connect(self.record_without)
        self.opening.edited.connect(self._keep)
        self.closing.close_asked.connect(self._close)
        self.closing.left.connect(self._end_closing)
        self.closing.edited.connect(self._keep)
        self.strip_open.clicked.connect(self.begin_opening)

    # --- what stands ---

    @property
    def session(self) -> EntityId | None:
        """The open session's id."""
        return self._session.session if self._session is not None else None

    @property
    def view(self) -> SessionView | None:
        """The open session."""
        return self._session

    @property
    def recording(self) -> bool:
        """Whether visits can be recorded now: a point is open and not being closed, or without one."""
        return not self._closing if self._session is not None else self._without

    @property
    def main(self) -> QWidget:
        """Return the widget here that wants the keys when there is no panel."""
        return self.closing if self._closing else self.opening

    def show_view(self, view: TodayView) -> None:
        """Show what the notebook says now."""
        self._known = True
        self._colleagues = frozenset(one.name for one in view.staff)
        self.opening.show_view(view)
        language = self._tools.translations.language
        self.opening.plans.show_plans(view.planned, now=self._tools.clock(), language=language)
        self._take(view.session)

    def count(self, delta: int) -> None:
        """Count a head at the open point; told to the notebook once a burst has ended."""
        if self._session is not None and self._session.unrecorded + self.heads.pending + delta >= 0:
            self.heads.add(delta)
            self._show_bar()

    def record_without(self) -> None:
        """Record walk-ins with no point open."""
        if self._session is None and not self._without:
            self._without = True
            self._arrange()

    def begin_opening(self) -> None:
        """Show the form that opens a point."""
        self._without = False
        self._arrange()

    def ask_for_place(self) -> None:
        """Show the form and say beside the place why: a visit without a point found no place to go to."""
        self.begin_opening()
        self.opening.place.set_error(
            QCoreApplication.translate(
                "SessionPart", "Where are you? Your visit is kept, and is saved when the point opens."
            )
        )

    def begin_closing(self) -> None:
        """Show the form that closes the point."""
        if self._session is not None:
            self.heads.flush()
            self._closing = True
            self._show_closing()
            self._arrange()

    def resume(self) -> None:
        """Let visits be recorded, whatever form stands here."""
        if self._closing:
            self._end_closing()
        elif self._session is None:
            self.record_without()

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Bring back what was half filled in."""
        if "reflection" in draft or "score" in draft:
            self.closing.take_draft(draft)
        else:
            self.opening.take_draft(draft)

    def forget(self) -> None:
        """Tell what is pending, then drop every value."""
        self.heads.flush()
        self.draft.flush()
        self._session, self._known, self._without, self._closing = None, False, False, False
        self.opening.forget()
        self.closing.forget()
        self._arrange()

    # --- asks ---

    def _open(self, ask: OpenSession) -> None:
        def done(session: SessionView) -> None:
            if not self._known:
                return  # answered after the lock
            self.opening.answered(None)
            self.draft.touch({})
            self._take(session)
            self.opened.emit()

        def failed(report: ProblemReport) -> None:
            if not self.opening.answered(report):
                self.failed.emit(report)

        self._tools.bridge.ask(self, ask, done=done, failed=failed)

    def _plan(self, ask: PlanSession) -> None:
        def done(answer: SessionPlanned) -> None:
            if self._known:
                self.opening.answered(None)
                self.draft.touch({})
                language, now = self._tools.translations.language, self._tools.clock()
                words = QCoreApplication.translate("SessionPart", "Planned: {place}, {when}")
                words = words.format(place=ask.place, when=said_moment(ask.starts, now, language))
                self.planned.emit(answer.save, words)

        def failed(report: ProblemReport) -> None:
            if not self.opening.answered(report):
                self.failed.emit(report)

        self._tools.bridge.ask(self, ask, done=done, failed=failed)

    def _drop_plan(self, session: EntityId) -> None:
        words = QCoreApplication.translate("SessionPart", "The plan was removed")

        def done(answer: SessionPlanned) -> None:
            self.planned.emit(answer.save, words)

        self._tools.bridge.ask(self, DropPlan(session), done=done, failed=self.failed.emit)

    def _close(self, ask: CloseSession) -> None:
        def done(session: SessionView) -> None:
            if not self._known:
                return
            self.closing.answered(closed=True)
            self._closing = False
            self.draft.touch({})
            self._take(None)
            self.closed.emit(session)

        def failed(report: ProblemReport) -> None:
            self.closing.answered(closed=False)
            self.failed.emit(report)

        self._tools.bridge.ask(self, ask, done=done, failed=failed)

    def _tell_heads(self, delta: int) -> None:
        if self._session is not None:
            ask = CountHeads(self._session.session, delta)
            self._tools.bridge.ask(self, ask, done=self._counted, failed=self._not_counted)

    def _counted(self, session: SessionView) -> None:
        if self._session is not None:
            self._session = session
            self._show_bar()
            self._show_closing()

    def _not_counted(self, report: ProblemReport) -> None:
        self._show_bar()
        self.failed.emit(report)

    # --- showing ---

    def _take(self, session: SessionView | None) -> None:
        self._session = session
        if session is None:
            self._closing = False
        else:
            self._without = False
        self._show_bar()
        self._show_closing()
        self._arrange()

    def _end_closing(self) -> None:
        self._closing = False
        self._arrange()

    def _arrange(self) -> None:
        """Show what belongs here now, let the page move the focus, and only then hide the rest."""
        here = self._session is not None
        shown = {
            self.bar: here and not self._closing,
            self.closing: here and self._closing,
            self.opening: self._known and not here and not self._without,
            self._strip: not here and self._without,
        }
        for part, wanted in shown.items():
            if wanted:
                part.setVisible(True)
        self.changed.emit()
        for part, wanted in shown.items():
            part.setVisible(wanted)

    def _keep(self) -> None:
        self.draft.touch(self.closing.to_draft() if self._closing else self.opening.to_draft())

    def _show_bar(self) -> None:
        session = self._session
        if session is not None:
            pending = self.heads.pending
            self.bar.show_session(
                SessionValue(
                    place=session.place,
                    opened=self._time(session.opened_at),
                    goal=self._goal(session),
                    visits=session.visits,
                    target=session.goal_visits,
                    unrecorded=session.unrecorded + pending,
                    heads=session.heads + pending,
                    two_values=bool(session.two_values),
                    in_groups=session.group_heads,
                )
            )

    def _show_closing(self) -> None:
        session = self._session
        if session is not None:
            hours = f"{self._time(session.opened_at)}\N{EN DASH}{self._time(self._tools.clock())}"
            self.closing.show_session(session, hours)

    def _goal(self, session: SessionView) -> str:
        parts = []
        number, words = session.goal_visits, session.goal_text
        if number:
            visits = QCoreApplication.translate("SessionPart", "%n visits", None, number)
            words = f"{visits}, {words}" if words and not self._compact else visits
        if words:
            parts.append(
                QCoreApplication.translate("SessionPart", "Goal: {goal}.").format(goal=words.rstrip("."))
            )
        # The notebook names everybody of the point; who reads this knows that they are there themselves.
        others = [name for name in session.staff_names if name in self._colleagues]
        others += [session.partners] if session.partners else []
        if others and not self._compact:
            named = QCoreApplication.translate("SessionPart", " and ").join(
                part for part in (", ".join(others[:-1]), others[-1]) if part
            )
            parts.append(QCoreApplication.translate("SessionPart", "With {names}.").format(names=named))
        return " ".join(parts)

    def _time(self, at: int) -> str:
        return written_time(local_moment(at), self._tools.translations.language)

    def set_compact(self, *, compact: bool) -> None:
        """Drop the goal's details where room is short."""
        self._compact = compact
        self.bar.set_compact(compact=compact)
        self._show_bar()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._strip_words.setText(
            QCoreApplication.translate(
                "SessionPart", "No point is open: visits are recorded at your last place."
            )
        )
        self.strip_open.setText(QCoreApplication.translate("SessionPart", "Open a point…"))
        self._show_bar()
        self._show_closing()
