# SPDX-License-Identifier: MIT
"""A made-up day at a library for tests of Today: a fake notebook that keeps what is saved, as the real one would."""

from collections.abc import Sequence

import msgspec
from fake_notebook import FakeBridge
from page_tools import at

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.follow_up import FollowUp, FollowUpRow, ListFollowUp, MoveOn
from desktop.notebook.messages.group_events import GroupSaved, RemoveGroup, SaveGroup
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import (
    AnswerReview,
    CloseSession,
    CountHeads,
    DropPlan,
    GroupRow,
    OpenSession,
    OpenToday,
    PlaceOption,
    PlannedSession,
    PlanSession,
    ReviewNews,
    SaveId,
    SaveVisit,
    SessionPlanned,
    SessionView,
    StaffOption,
    TodayView,
    Undone,
    UndoSave,
    VisitRow,
    VisitSaved,
)
from sync.records.ids import EntityId, StaffId


def entity(number: int) -> EntityId:
    """Return the id of the numbered thing of this day."""
    return EntityId(number.to_bytes(16, "big"))


LIBRARY = PlaceOption(point=entity(900).hex(), name="Itäkeskuksen kirjasto", district="Vartiokylä")
STOA = PlaceOption(point=entity(901).hex(), name="Stoa", district="Vartiokylä")
COLLEAGUES = [
    StaffOption(StaffId("s0000000000000002"), "Mehmet Kaya"),
    StaffOption(StaffId("s0000000000000003"), "Sofia Grönqvist"),
    StaffOption(StaffId("s0000000000000004"), "Jari Nieminen"),
]


def visit(number: int, hour: int, minute: int, *codes: str, mark: Mark = Mark.UNSENT) -> VisitRow:
    """Return a row; ``codes`` are topics, age, language and outcome, the topics joined by a plus."""
    topics, age, language, outcome = codes
    return VisitRow(
        entity(number), at(hour, minute), topics.split("+"), age, language, [outcome], "", "", "", [mark]
    )


MORNING = (
    visit(1, 14, 21, "language_course", "30_44", "so", "referral"),
    visit(2, 14, 10, "cv_application+digital_help", "18_20", "fi", "done_together"),
    visit(3, 13, 58, "housing", "45_54", "ru", "info_given"),
    visit(4, 13, 22, "job_search", "25_29", "ar", "appointment_made"),
    visit(5, 13, 5, "employer_wage_subsidy", "30_44", "sv", "info_given"),
    visit(6, 12, 41, "apprenticeship", "15_17", "fi", "next_visit", mark=Mark.DELIVERED),
    visit(7, 12, 30, "mental_wellbeing", "unknown", "en", "nothing_available", mark=Mark.DELIVERED),
)
OPEN = SessionView(
    entity(500), LIBRARY.name, at(12, 3), 0, "popup", 25, "alle 30-vuotiaat", ["Mehmet Kaya"], "Kela", 13, 2, 15,
    mine=True,
)  # fmt: skip
NEWS = (
    ReviewNews(
        entity(700), "returned", "täydennä ohjauksen peruste", "Sofia Grönqvist", at(13, 30), "visit",
        "housing", entity(3), waits_for_hub=False, replied=False,
    ),
    ReviewNews(
        entity(701), "approved", "", "Sofia Grönqvist", at(9, 5), "visit", "job_search,cv_application",
        entity(8), waits_for_hub=False, replied=False,
    ),
)  # fmt: skip


def due(number: int, name: str, text: str, *, late: int = 0, status: str = "given") -> FollowUpRow:
    """Return a follow-up of a referral, of this many days ago."""
    return FollowUpRow(
        record=entity(840 + number), matter="referral", person=entity(820 + number), name=name, text=text,
        status=status, due=f"2026-11-{24 - late:02}", days=-late, task=entity(800 + number),
    )  # fmt: skip


DUE = (
    due(1, "Samir Haddad", "Stadin AO, suomi A2", late=2),
    due(2, "Jenni Koskela", "Työkykyselvitys", late=1, status="contacted"),
    due(3, "Nguyễn Thị Mai", "Hygieniapassikurssi"),
)
"""Follow-ups of three people, two of them late."""


class FakeDay:
    """Keeps the day and answers for it; ``bridge`` is what the page is given."""

    def __init__(
        self,
        *,
        session: SessionView | None = OPEN,
        visits: Sequence[VisitRow] = MORNING,
        news: Sequence[ReviewNews] = (),
    ) -> None:
        self.session = session
        self.visits = list(visits)
        self.news = list(news)
        self.due: list[FollowUpRow] = []
        self.groups: list[GroupRow] = []
        self.planned: list[PlannedSession] = []
        self.drafts: dict[str, dict[str, str]] = {}
        self.bridge = FakeBridge()
        self._next = 100
        for kind, reply in (
            (OpenToday, lambda _ask: self._today()),
            (SaveVisit, self._save),
            (UndoSave, self._undo),
            (CountHeads, self._count),
            (OpenSession, self._open),
            (CloseSession, self._close),
            (SaveDraft, self._keep),
            (OpenDraft, lambda ask: Draft(self.drafts.get(ask.place, {}))),
            (AnswerReview, self._answer),
            (ListFollowUp, lambda _ask: FollowUp(self.due, len(self.due))),
            (MoveOn, self._finish),
            (PlanSession, self._plan),
            (DropPlan, self._drop_plan),
            (SaveGroup, self._save_group),
            (RemoveGroup, self._remove_group),
        ):
            self.bridge.answers[kind] = reply

    def _today(self) -> TodayView:
        unsent = sum(Mark.UNSENT in row.marks for row in self.visits)
        return TodayView(
            self.session, [LIBRARY, STOA], COLLEAGUES, LIBRARY, "popup", 25, "alle 30-vuotiaat",
            self.visits, unsent, self.news, "fi", self.groups, self.planned,
        )  # fmt: skip

    def _save(self, ask: SaveVisit) -> VisitSaved:
        self._next += 1
        row = VisitRow(
            entity(self._next), at(14, 26), ask.topics, ask.age, ask.language, ask.outcomes, ask.note, "", "",
            [Mark.UNSENT],
        )  # fmt: skip
        self.visits.insert(0, row)
        self._add(visits=1, unrecorded=-1 if ask.from_heads else 0)
        return VisitSaved(SaveId("team/x", self._next), row)

    def _undo(self, ask: UndoSave) -> Undone:
        gone = entity(ask.save.n)
        if any(row.event == gone for row in self.groups):
            self.groups = [row for row in self.groups if row.event != gone]
            self._add(visits=0, unrecorded=0)
            return Undone(1, [])
        self.visits = [row for row in self.visits if row.visit != gone]
        self._add(visits=-1, unrecorded=0)
        return Undone(1, [])

    def _save_group(self, ask: SaveGroup) -> GroupSaved:
        if ask.event is None:
            self._next += 1
        event = ask.event or entity(self._next)
        row = GroupRow(
            event, at(14, 26), ask.kind, ask.size, ask.theme, ask.language, ask.duration, ask.partner, ask.text,
            "", [Mark.UNSENT],
        )  # fmt: skip
        self.groups = [row, *(one for one in self.groups if one.event != event)]
        self._add(visits=0, unrecorded=0)
        return GroupSaved(SaveId("team/x", int.from_bytes(event)), row)

    def _remove_group(self, ask: RemoveGroup) -> GroupSaved:
        self.groups = [one for one in self.groups if one.event != ask.event]
        self._add(visits=0, unrecorded=0)
        return GroupSaved(SaveId("team/x", 1), None)

    def _count(self, ask: CountHeads) -> SessionView:
        self._add(visits=0, unrecorded=ask.delta)
        assert self.session is not None
        return self.session

    def _add(self, *, visits: int, unrecorded: int) -> None:
        if self.session is not None:
            seen, heads = self.session.visits + visits, self.session.unrecorded + unrecorded
            came = sum(one.size for one in self.groups)
            self.session = msgspec.structs.replace(
                self.session, visits=seen, unrecorded=heads, heads=seen + heads + came, groups=len(self.groups),
                group_heads=came,
            )  # fmt: skip

    def _open(self, ask: OpenSession) -> SessionView | ProblemReport:
        if not ask.place and not ask.point:
            return ProblemReport(Problem.NO_PLACE)
        self.planned = [one for one in self.planned if one.session != ask.planned]
        self.session = msgspec.structs.replace(
            OPEN, place=ask.place, opened_at=at(14, 26), visits=0, unrecorded=0, heads=0,
            goal_visits=ask.goal_visits, goal_text=ask.goal_text, partners=ask.partners,
        )  # fmt: skip
        return self.session

    def _plan(self, ask: PlanSession) -> SessionPlanned | ProblemReport:
        if not ask.place:
            return ProblemReport(Problem.NO_PLACE)
        self._next += 1
        row = PlannedSession(
            entity(self._next), ask.point, ask.place, ask.starts, ask.form, ask.goal_visits, ask.goal_text, ask.staff,
            ask.partners, "",
        )  # fmt: skip
        self.planned = sorted([*self.planned, row], key=lambda one: one.starts)
        return SessionPlanned(row.session, SaveId("team/x", self._next))

    def _drop_plan(self, ask: DropPlan) -> SessionPlanned:
        self.planned = [one for one in self.planned if one.session != ask.session]
        return SessionPlanned(ask.session, SaveId("team/x", 1))

    def _close(self, ask: CloseSession) -> SessionView:
        assert self.session is not None
        assert ask.session == self.session.session
        closed, self.session = msgspec.structs.replace(self.session, closed_at=at(16, 0)), None
        return closed

    def _keep(self, ask: SaveDraft) -> Done:
        self.drafts[ask.place] = ask.value
        return Done()

    def _finish(self, ask: MoveOn) -> RecordSaved:
        self.due = [row for row in self.due if row.record != ask.record]
        return RecordSaved(ask.record, SaveId("team/t0000000000000001", 900))

    def _answer(self, ask: AnswerReview) -> Done:
        self.news = [
            msgspec.structs.replace(one, replied=one.replied or one.review == ask.review) for one in self.news
        ]
        return Done()
