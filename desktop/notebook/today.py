# SPDX-License-Identifier: MIT
"""Today: the session at a place, its walk-ins, the head count, and what came back from review.

Here the asks of the page meet the lanes; sessions, visits and news do the work.
"""

from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.group_events import GroupEvents
from desktop.notebook.lanes import Lane
from desktop.notebook.leads import ContactLeads
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.group_events import RemoveGroup, SaveGroup
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import (
    AnswerReview,
    CloseSession,
    CountHeads,
    DropPlan,
    OpenSession,
    OpenToday,
    PlanSession,
    SaveVisit,
    SessionView,
    StaffOption,
    TodayView,
)
from desktop.notebook.messages.waiting import AddWaiting, CallNext, DropWaiting, ListWaiting, PutBack
from desktop.notebook.news import News
from desktop.notebook.planned import PlannedSessions
from desktop.notebook.server import Handler
from desktop.notebook.sessions import LONGEST_DAY_MS, Sessions
from desktop.notebook.visits import Visits
from desktop.notebook.waiting import Waiting

_FIRST_LANGUAGE: Final = "fi"


class Today:
    """Answers everything that the page Today asks."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing
        self.sessions: Final = Sessions(desk)
        self.visits: Final = Visits(desk, self.sessions)
        self.planned: Final = PlannedSessions(desk, self.sessions)
        self.groups: Final = GroupEvents(desk, self.sessions)
        self.leads: Final = ContactLeads(desk, reading=reading, writing=writing)
        self.waiting: Final = Waiting(desk)
        self.news: Final = News(desk)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks of Today."""
        return {
            OpenToday: Handler(self.open, self._reading),
            OpenSession: Handler(self.sessions.open, self._writing),
            CloseSession: Handler(self.close, self._writing),
            CountHeads: Handler(self.sessions.count, self._writing),
            SaveVisit: Handler(self.visits.save, self._writing),
            PlanSession: Handler(self.planned.plan, self._writing),
            DropPlan: Handler(self.planned.drop, self._writing),
            SaveGroup: Handler(self.groups.save, self._writing),
            RemoveGroup: Handler(self.groups.remove, self._writing),
            ListWaiting: Handler(self.waiting.list, self._reading),
            AddWaiting: Handler(self.waiting.add, self._reading),
            CallNext: Handler(self.waiting.call, self._reading),
            DropWaiting: Handler(self.waiting.drop, self._reading),
            PutBack: Handler(self.waiting.put_back, self._reading),
            **self.leads.handlers(),
            AnswerReview: Handler(self.news.answer, self._writing),
        }

    def open(self, ask: OpenToday) -> TodayView:
        """Return everything that Today shows; numbers are exact."""
        session = self.sessions.here(ask.day_start)
        last = self.sessions.last(ask.day_start + LONGEST_DAY_MS)
        visits = self.visits.today(ask.day_start, session)
        groups = self.groups.today(ask.day_start, session)
        return TodayView(
            session=None if session is None else self.sessions.view(session),
            places=self.sessions.places(),
            staff=self._colleagues(),
            last_place=last.place,
            last_form=last.form,
            last_goal_visits=last.goal_visits,
            last_goal_text=last.goal_text,
            visits=visits,
            unsent=sum(
                Mark.UNSENT in marks
                for marks in [row.marks for row in visits] + [row.marks for row in groups]
            ),
            news=self.news.all(ask.day_start),
            session_language=_FIRST_LANGUAGE,
            groups=groups,
            planned=self.planned.list(ask.day_start),
        )

    def close(self, ask: CloseSession) -> SessionView:
        """Close a session; nobody waits there any more."""
        closed = self.sessions.close(ask)
        self.waiting.clear()
        return closed

    def _colleagues(self) -> list[StaffOption]:
        """Return who can be named in a session beside this person: active, with a role in one of their teams."""
        desk = self._desk
        teams = desk.teams()
        now = desk.now() + desk.store_clock_offset()
        here = {
            grant.staff
            for grant in desk.reads.roster.grants()
            if grant.team in teams and grant.since <= now and (grant.until is None or now < grant.until)
        }
        return [
            StaffOption(one.staff, one.name)
            for one in desk.reads.roster.staff()
            if one.active and one.staff in here and one.staff != desk.staff
        ]
