# SPDX-License-Identifier: MIT
"""Two values left for later or to a colleague: who is to choose, and until when a question waits unseen.

A request closes when the values are settled, with the same save.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, NotAllowed, NotFound
from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.settling import AskColleague, LeaveForLater, ListSettlers, Settlers
from desktop.notebook.messages.today import StaffOption
from desktop.store.changes import Change
from desktop.store.settling_reads import SettleRequest
from desktop.store.views import EntityView
from sync.log.deletion import DELETED, deletion_value
from sync.records.ids import EntityId, StaffId, stream_team
from sync.records.rights import WORKERS, Role, role

KIND: Final = "settle_request"
LONGEST: Final = timedelta(days=90)
"""Nothing is put off for longer: what nobody has looked at in a season is a matter for today."""
_SETTLERS: Final = WORKERS | {Role.SUPERVISOR}


@dataclass(frozen=True, slots=True)
class Waiting:
    """How one question waits, as this person sees it. All empty: it waits for whoever comes first."""

    later: str = ""
    """ISO date until which it is put off."""
    asked_by: StaffId | None = None
    """Who asks this person."""
    asks: StaffId | None = None
    """Whom this person has asked."""
    at: int = 0

    @property
    def now(self) -> bool:
        """Whether it is this person's turn."""
        return not self.later and self.asks is None


OPEN: Final = Waiting()


class SettleRequests:
    """What is asked of whom, at one desk; used from any lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def waiting(self) -> dict[tuple[EntityId, str], Waiting]:
        """Return how questions wait, by entity and field; one that nobody has put off or passed on is not in it."""
        me, today = self._desk.staff, self._today()
        found: dict[tuple[EntityId, str], Waiting] = {}
        for one in sorted(self._desk.reads.settling.requests(), key=lambda each: each.at):
            by = one.author.staff
            if one.to == me and by != me:
                found[one.of, one.field] = Waiting(asked_by=by, at=one.at)
            elif one.to == me and _day(one.until) > today:
                found[one.of, one.field] = Waiting(later=one.until, at=one.at)
            elif by == me and one.to != me:
                found[one.of, one.field] = Waiting(asks=one.to, at=one.at)
        return found

    def later(self, ask: LeaveForLater) -> Done:
        """Put a question off; raises FieldRefused for no day from tomorrow on, NotFound and NotAllowed."""
        day = _day(ask.until)
        if not self._today() < day <= self._today() + LONGEST:
            raise FieldRefused(field="until", reason="out_of_range")
        return self._write(ask.entity, ask.field, to=self._desk.staff, until=ask.until)

    def ask(self, ask: AskColleague) -> Done:
        """Leave a question to a colleague; raises NotFound for somebody who can't be asked, and NotAllowed."""
        if ask.to not in {one.staff for one in self.settlers(ListSettlers(ask.entity, ask.field)).staff}:
            raise NotFound(kind="staff")
        return self._write(ask.entity, ask.field, to=ask.to, until=None)

    def settlers(self, ask: ListSettlers) -> Settlers:
        """Return who can be asked: with a role in the record's team now, authors of the values first, by name."""
        desk = self._desk
        view = desk.entity(ask.entity)
        team = stream_team(view.stream)
        now = desk.now() + desk.store_clock_offset()
        able = {
            grant.staff
            for grant in desk.reads.roster.grants()
            if team is not None and grant.team == team and role(grant.role) in _SETTLERS
            and grant.since <= now and (grant.until is None or now < grant.until)
        }  # fmt: skip
        field = view.fields.get(ask.field)
        wrote = {head.author.staff for head in field.heads} if field is not None else set()
        staff = [
            StaffOption(one.staff, one.name)
            for one in desk.reads.roster.staff()
            if one.active and one.staff in able and one.staff != desk.staff
        ]
        return Settlers(sorted(staff, key=lambda one: one.staff not in wrote))

    def closing(self, view: EntityView, field: str) -> list[Change]:
        """Return what takes back every request about a field, for the save that settles it."""
        return [self._taken_back(one) for one in self._about(view.entity, field)]

    def _write(self, entity: EntityId, field: str, *, to: StaffId, until: str | None) -> Done:
        desk = self._desk
        view = desk.entity(entity)
        if stream_team(view.stream) is None:
            raise NotAllowed(kind=KIND, action="create")
        fields: dict[str, Any] = {
            "entity": entity,
            "field": field,
            "to": to,
            "until": until,
            "at": desk.now(),
        }
        change = Change(kind=KIND, entity=desk.new_id(), fields=fields)
        mine = [one for one in self._about(entity, field) if one.author.staff == desk.staff]
        desk.save([(view.stream, [change, *(self._taken_back(one) for one in mine)])], reason="two-values")
        return Done()

    def _about(self, entity: EntityId, field: str) -> Iterable[SettleRequest]:
        return (one for one in self._desk.reads.settling.requests() if (one.of, one.field) == (entity, field))

    def _taken_back(self, one: SettleRequest) -> Change:
        state = self._desk.reads.entities.state(one.entity)
        value = deletion_value(state) if state is not None else []
        return Change(kind=KIND, entity=one.entity, fields={DELETED: value})

    def _today(self) -> date:
        """Return the day by UTC: the notebook knows no time zone, and nobody chooses values at night."""
        return datetime.fromtimestamp(self._desk.now() / 1000, UTC).date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
