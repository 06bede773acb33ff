# SPDX-License-Identifier: MIT
"""Sessions at a stand: which one is open here, opening, closing, and counting heads.

Numbers are exact (settled: in Today and in an own session): visits are the walk-ins that are not deleted,
heads are the visits, who came in groups, and what the head counter holds beside them.
"""

from dataclasses import dataclass
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import GoneMeanwhile, NoPlace
from desktop.notebook.messages.today import (
    CloseSession,
    CountHeads,
    OpenSession,
    PlaceOption,
    PlanSession,
    SessionView,
)
from desktop.store.changes import Change
from desktop.store.roster import ServicePoint
from desktop.store.views import EntityView, SessionRow
from sync.records.ids import EntityId, StaffId, StreamId, TeamId, stream_team, team_stream

LONGEST_DAY_MS: Final = 25 * 3_600_000
"""From one local midnight to the next, when summer time ends."""
LOOK_BACK_MS: Final = 30 * 24 * 3_600_000
"""How far back the last session is looked for, to fill in the next one."""
_MOST: Final = 500
_OPEN: Final = "open"
_CLOSED: Final = "closed"
PLANNED: Final = "planned"
_AT_THE_DESK: Final = "drop_in"
_SAME_SHIFT_MS: Final = 12 * 3_600_000
_DESK_SETTING: Final = "desk_session"


@dataclass(frozen=True, slots=True)
class LastSession:
    """What the form for the next session is filled with."""

    place: PlaceOption | None = None
    form: str = ""
    goal_visits: int = 0
    goal_text: str = ""


@dataclass(frozen=True, slots=True)
class VisitHome:
    """Where a walk-in goes: its session, that one's stream, and what must be saved with it to make it."""

    session: EntityId
    stream: StreamId
    changes: tuple[Change, ...] = ()


class Sessions:
    """What is done with sessions at one desk; used from any lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # --- looking ---

    def here(self, day_start: int) -> EntityId | None:
        """Return the session that is open at this stand today, ``None`` when none is.

        One that names this person or that they opened comes first, then one that a colleague opened on this
        laptop: who takes over the stand goes on with it. The newest of several.
        """
        rows = [row for row in self._rows(day_start, day_start + LONGEST_DAY_MS) if row.status == _OPEN]
        mine = [row for row in rows if self.mine(row.entity, row.staff)]
        stand = [row for row in rows if self.on_this_laptop(row.entity)]
        return next((row.entity for row in (*mine, *stand)), None)

    def view(self, session: EntityId) -> SessionView:
        """Return a session with its exact numbers; raises NotFound."""
        desk = self._desk
        found = desk.entity(session, "session")
        values = found.values
        row = self._row(session, int(values.get("starts") or 0))
        visits = row.visits if row is not None else 0
        unrecorded = row.heads if row is not None else 0
        groups, group_heads = desk.reads.stand.group_heads(session)
        goal = _group(values, "goal")
        state = _group(values, "state")
        staff = tuple(StaffId(one) for one in found.elements("staff"))
        return SessionView(
            session=session,
            place=str(_group(values, "place").get("name") or ""),
            opened_at=int(values.get("starts") or 0),
            closed_at=int(state.get("at") or 0) if state.get("status") == _CLOSED else 0,
            form=str(values.get("form") or ""),
            goal_visits=int(goal.get("visits") or 0),
            goal_text=str(goal.get("text") or ""),
            staff_names=[name for one in staff if (name := desk.staff_name(one))],
            partners=str(values.get("partners") or ""),
            visits=visits,
            unrecorded=unrecorded,
            heads=visits + group_heads + unrecorded,
            mine=self.mine(session, staff),
            point_kind=self._kind_of(str(_group(values, "place").get("point") or "")),
            two_values=found.conflicts[0].name if found.conflicts else "",
            groups=groups,
            group_heads=group_heads,
        )

    def last(self, before: int) -> LastSession:
        """Return place, form and goal of this person's newest point opened before a time.

        A session that visits without a point have made says only where; it has no goal to fill in again.
        """
        at_desk = LastSession()
        for row in self._rows(before - LOOK_BACK_MS, before):
            if row.status != PLANNED and self.mine(row.entity, row.staff):
                found = self._desk.entity(row.entity, "session")
                if not _at_desk(found):
                    return self._as_last(found)
                at_desk = at_desk if at_desk.place else self._as_last(found)
        return at_desk

    def places(self) -> list[PlaceOption]:
        """Return the places where this person's teams work, by name."""
        teams = self._desk.teams()
        return [_option(point) for point in self._desk.reads.roster.service_points() if point.team in teams]

    def mine(self, session: EntityId, staff: tuple[StaffId, ...]) -> bool:
        """Whether a session names this person, or they opened it."""
        if self._desk.staff in staff:
            return True
        writes = self._desk.history(session)
        return bool(writes) and self._desk.mine(writes[0].author)

    def on_this_laptop(self, session: EntityId) -> bool:
        """Whether it was opened on this laptop, by whomever."""
        writes = self._desk.history(session)
        return bool(writes) and writes[0].author.laptop == self._desk.store.me.laptop

    # --- saving ---

    def open(self, ask: OpenSession) -> SessionView:
        """Open a session, or begin a planned one; raises NoPlace, GoneMeanwhile, and what a save raises."""
        desk = self._desk
        fields, team = self.said(ask)
        fields |= {"state": {"status": _OPEN, "at": desk.now()}, "starts": desk.now()}
        session, stream = desk.new_id(), team_stream(team)
        if ask.planned is not None:
            found = desk.entity(ask.planned, "session")
            if _group(found.values, "state").get("status") != PLANNED:
                raise GoneMeanwhile(kind="session")
            fields = {name: value for name, value in fields.items() if found.values.get(name) != value}
            session, stream = ask.planned, found.stream
        desk.save([(stream, [Change(kind="session", entity=session, fields=fields)])])
        return self.view(session)

    def said(self, ask: OpenSession | PlanSession) -> tuple[dict[str, Any], TeamId]:
        """Return the fields of what was said of a session, and the team of its place; raises NoPlace."""
        place, team = self._place(ask.point, ask.place)
        fields: dict[str, Any] = {"place": place, f"staff/{self._desk.staff}": True}
        if ask.form:
            fields["form"] = ask.form
        if ask.goal_visits or ask.goal_text.strip():
            fields["goal"] = {"visits": ask.goal_visits or None, "text": ask.goal_text.strip()}
        if ask.partners.strip():
            fields["partners"] = ask.partners.strip()
        return fields | {f"staff/{one}": True for one in ask.staff}, team

    def between(self, since: int, until: int) -> list[SessionRow]:
        """Return the sessions of this person's teams that begin in [since, until), the newest first."""
        return self._rows(since, until)

    def close(self, ask: CloseSession) -> SessionView:
        """Close a session with a reflection and a score; raises GoneMeanwhile when it is closed already."""
        desk = self._desk
        found = desk.entity(ask.session, "session")
        if _group(found.values, "state").get("status") == _CLOSED:
            raise GoneMeanwhile(kind="session")
        fields: dict[str, Any] = {"state": {"status": _CLOSED, "at": desk.now()}}
        if ask.reflection.strip():
            fields["reflection"] = ask.reflection.strip()
        if ask.score:
            fields["score"] = ask.score
        desk.save([(found.stream, [Change(kind="session", entity=ask.session, fields=fields)])])
        return self.view(ask.session)

    def count(self, ask: CountHeads) -> SessionView:
        """Save one burst of the head counter as one tally, so that two laptops' counts add up.

        The window gathers a burst of key presses into one ask. Taking away stops at nobody.
        """
        desk = self._desk
        found = desk.entity(ask.session, "session")
        delta = max(ask.delta, -self.view(ask.session).unrecorded)
        if delta:
            desk.save([(found.stream, [self.tally(ask.session, delta)])])
        return self.view(ask.session)

    def tally(self, session: EntityId, delta: int) -> Change:
        """Return what counts heads up or down."""
        desk = self._desk
        fields = {"session": session, "at": desk.now(), "heads": delta}
        return Change(kind="tally", entity=desk.new_id(), fields=fields)

    def home_of_visit(self, session: EntityId | None) -> VisitHome:
        """Return where a walk-in goes.

        A visit needs a session. One recorded without (a phone call at the desk) goes to this person's closed
        session of form drop-in at their last place, one a shift, made with the first such visit.
        Raises NotFound for an unknown session, NoPlace when there is no last place.
        """
        desk = self._desk
        if session is not None:
            return VisitHome(session, desk.entity(session, "session").stream)
        now = desk.now()
        kept = desk.store.shelf.setting(_DESK_SETTING)
        if isinstance(kept, bytes):
            view = desk.reads.entity(EntityId(kept))
            starts = int(view.values.get("starts") or 0) if view is not None else 0
            if view is not None and not view.deleted and now - _SAME_SHIFT_MS < starts <= now:
                return VisitHome(view.entity, view.stream)
        last = self.last(now + 1)
        if last.place is None:
            raise NoPlace
        place, team = self._place(last.place.point, last.place.name)
        made = Change(
            kind="session",
            entity=desk.new_id(),
            fields=self._fields(place, status=_CLOSED, form=_AT_THE_DESK),
        )
        return VisitHome(made.entity, team_stream(team), (made,))

    def remember_desk(self, home: VisitHome) -> None:
        """Keep the session that a visit without one has just made, for the next such visit."""
        if home.changes:
            self._desk.store.shelf.put_setting(_DESK_SETTING, home.session)

    # --- parts ---

    def _fields(self, place: dict[str, str | None], *, status: str, form: str) -> dict[str, Any]:
        now = self._desk.now()
        fields: dict[str, Any] = {
            "place": place,
            "state": {"status": status, "at": now},
            "starts": now,
            f"staff/{self._desk.staff}": True,
        }
        return fields | ({"form": form} if form else {})

    def _place(self, point: str, name: str) -> tuple[dict[str, str | None], TeamId]:
        """Return the value of ``place`` and the team that works there; a typed place is the home team's."""
        desk = self._desk
        teams = desk.teams()
        home = desk.home_team()
        for one in desk.reads.roster.service_points() if point else ():
            if one.entity.hex() == point:
                return {"point": point, "name": one.name}, one.team if one.team in teams else home
        if not name.strip():
            raise NoPlace
        return {"point": None, "name": name.strip()}, home

    def _kind_of(self, point: str) -> str:
        points = self._desk.reads.roster.service_points() if point else ()
        return next((one.kind for one in points if one.entity.hex() == point), "")

    def _rows(self, since: int, until: int) -> list[SessionRow]:
        teams = self._desk.teams()
        rows = self._desk.reads.lists.sessions(since=since, until=until, most=_MOST)
        return [row for row in rows if stream_team(row.stream) in teams]

    def _row(self, session: EntityId, starts: int) -> SessionRow | None:
        rows = self._desk.reads.lists.sessions(since=starts, until=starts + 1, most=_MOST)
        return next((row for row in rows if row.entity == session), None)

    def _as_last(self, found: EntityView) -> LastSession:
        place, goal = _group(found.values, "place"), _group(found.values, "goal")
        point, name = str(place.get("point") or ""), str(place.get("name") or "")
        option = next((one for one in self.places() if one.point == point), PlaceOption("", name, ""))
        return LastSession(
            place=option if name else None,
            form=str(found.values.get("form") or ""),
            goal_visits=int(goal.get("visits") or 0),
            goal_text=str(goal.get("text") or ""),
        )


def _at_desk(found: EntityView) -> bool:
    """Whether it was made by a visit without a point: it was closed as it began."""
    state = _group(found.values, "state")
    made_closed = state.get("status") == _CLOSED and state.get("at") == found.values.get("starts")
    return made_closed and found.values.get("form") == _AT_THE_DESK


def _option(point: ServicePoint) -> PlaceOption:
    return PlaceOption(point.entity.hex(), point.name, point.district)


def _group(values: dict[str, Any], name: str) -> dict[str, Any]:
    value = values.get(name)
    return value if isinstance(value, dict) else {}
