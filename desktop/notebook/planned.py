# SPDX-License-Identifier: MIT
"""Sessions that are to come: planned with place, goal and people, begun with one key when the day has come."""

from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, NotFound
from desktop.notebook.messages.today import DropPlan, PlannedSession, PlanSession, SaveId, SessionPlanned
from desktop.notebook.sessions import PLANNED, Sessions
from desktop.store.changes import Change
from desktop.store.shown_values import part, value_of
from desktop.store.views import EntityView
from sync.log.deletion import deletion_value
from sync.records.ids import EntityId, StaffId, team_stream

AHEAD_MS: Final = 120 * 24 * 3_600_000
"""How far ahead planned sessions are listed."""
_KIND: Final = "session"


class PlannedSessions:
    """What is done with planned sessions at one desk; used from any lane."""

    def __init__(self, desk: Desk, sessions: Sessions) -> None:
        self._desk = desk
        self._sessions = sessions

    def plan(self, ask: PlanSession) -> SessionPlanned:
        """Plan a session; raises NoPlace, FieldRefused for a start that has passed, and what a save raises."""
        desk = self._desk
        if ask.starts <= desk.now():
            raise FieldRefused(field="starts", reason="out_of_range")
        fields, team = self._sessions.said(ask)
        fields |= {"state": {"status": PLANNED, "at": desk.now()}, "starts": ask.starts}
        change = Change(kind=_KIND, entity=desk.new_id(), fields=fields)
        stream = team_stream(team)
        (saved,) = desk.save([(stream, [change])])
        return SessionPlanned(change.entity, SaveId(stream, saved.n))

    def drop(self, ask: DropPlan) -> SessionPlanned:
        """Take a planned session off; raises NotFound for one that has begun, and NotAllowed."""
        view = self._desk.entity(ask.session, _KIND)
        state = self._desk.reads.entities.state(ask.session)
        if state is None or not _is_planned(view):
            raise NotFound(kind=_KIND)
        change = Change(kind=_KIND, entity=ask.session, fields={"deleted": deletion_value(state)})
        (saved,) = self._desk.save([(view.stream, [change])])
        return SessionPlanned(ask.session, SaveId(view.stream, saved.n))

    def list(self, day_start: int) -> list[PlannedSession]:
        """Return what is planned from a day on, the soonest first: of this person, and what names them."""
        rows = [
            row
            for row in self._sessions.between(day_start, day_start + AHEAD_MS)
            if row.status == PLANNED and self._sessions.mine(row.entity, row.staff)
        ]
        return [self._row(row.entity) for row in reversed(rows)]

    def _row(self, session: EntityId) -> PlannedSession:
        desk = self._desk
        view = desk.entity(session, _KIND)
        values = view.values
        writes = desk.history(session)
        return PlannedSession(
            session=session,
            point=part(values, "place", "point", str, ""),
            place=part(values, "place", "name", str, ""),
            starts=value_of(values, "starts", int, 0),
            form=value_of(values, "form", str, ""),
            goal_visits=part(values, "goal", "visits", int, 0),
            goal_text=part(values, "goal", "text", str, ""),
            staff=[StaffId(one) for one in view.elements("staff") if one != desk.staff],
            partners=value_of(values, "partners", str, ""),
            by="" if not writes or desk.mine(writes[0].author) else desk.name_of(writes[0].author),
        )


def _is_planned(view: EntityView) -> bool:
    return part(view.values, "state", "status", str, "") == PLANNED
