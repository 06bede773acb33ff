# SPDX-License-Identifier: MIT
"""Today: the session at a place, its walk-ins, the head count, and what came back from review.

Here the asks of the page meet the lanes; sessions, visits and news do the work.
"""

from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import (
    AnswerReview,
    CloseSession,
    CountHeads,
    OpenSession,
    OpenToday,
    SaveVisit,
    StaffOption,
    TodayView,
)
from desktop.notebook.news import News
from desktop.notebook.server import Handler
from desktop.notebook.sessions import LONGEST_DAY_MS, Sessions
from desktop.notebook.visits import Visits

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
        self.news: Final = News(desk)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks of Today."""
        return {
            OpenToday: Handler(self.open, self._reading),
            OpenSession: Handler(self.sessions.open, self._writing),
            CloseSession: Handler(self.sessions.close, self._writing),
            CountHeads: Handler(self.sessions.count, self._writing),
            SaveVisit: Handler(self.visits.save, self._writing),
            AnswerReview: Handler(self.news.answer, self._writing),
        }

    def open(self, ask: OpenToday) -> TodayView:
        """Return everything that Today shows; numbers are exact."""
        session = self.sessions.here(ask.day_start)
        last = self.sessions.last(ask.day_start + LONGEST_DAY_MS)
        visits = self.visits.today(ask.day_start, session)
        return TodayView(
            session=None if session is None else self.sessions.view(session),
            places=self.sessions.places(),
            staff=self._colleagues(),
            last_place=last.place,
            last_form=last.form,
            last_goal_visits=last.goal_visits,
            last_goal_text=last.goal_text,
            visits=visits,
            unsent=sum(Mark.UNSENT in row.marks for row in visits),
            news=self.news.all(ask.day_start),
            session_language=_FIRST_LANGUAGE,
        )

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
