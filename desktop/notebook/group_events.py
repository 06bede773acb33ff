# SPDX-License-Identifier: MIT
"""Group events: recording one at a stand, changing and taking off one's own, and the day's list of them."""

from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRequired, NotFound
from desktop.notebook.messages.group_events import GroupSaved, RemoveGroup, SaveGroup
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import GroupRow, SaveId
from desktop.notebook.sessions import LONGEST_DAY_MS, Sessions
from desktop.notebook.telling import sending_marks
from desktop.store.changes import Change
from desktop.store.shown_values import value_of
from desktop.store.stand_reads import StandRow
from sync.log.deletion import deletion_value
from sync.records.ids import EntityId

_KIND: Final = "group_event"
_WORDS: Final = ("theme", "language", "duration", "partner", "text")


class GroupEvents:
    """What is done with groups at one desk; used from any lane."""

    def __init__(self, desk: Desk, sessions: Sessions) -> None:
        self._desk = desk
        self._sessions = sessions

    def save(self, ask: SaveGroup) -> GroupSaved:
        """Record a group or change one's own, durable when this returns.

        Raises FieldRequired without kind or size, NoPlace, NotFound, NotAllowed and FieldRefused.
        """
        if not ask.kind:
            raise FieldRequired(field="kind")
        if ask.size < 1:
            raise FieldRequired(field="size")
        said = {name: getattr(ask, name).strip() or None for name in _WORDS}
        said |= {"kind": ask.kind, "size": ask.size}
        return self._change(ask.event, said) if ask.event is not None else self._add(ask, said)

    def remove(self, ask: RemoveGroup) -> GroupSaved:
        """Take one's own group off; raises NotFound and NotAllowed."""
        view = self._desk.entity(ask.event, _KIND)
        state = self._desk.reads.entities.state(ask.event)
        if state is None:
            raise NotFound(kind=_KIND)
        change = Change(kind=_KIND, entity=ask.event, fields={"deleted": deletion_value(state)})
        (saved,) = self._desk.save([(view.stream, [change])])
        return GroupSaved(SaveId(view.stream, saved.n), None)

    def today(self, day_start: int, session: EntityId | None) -> list[GroupRow]:
        """Return the day's groups, the newest first: of the open session, of this person, of this laptop."""
        desk = self._desk
        rows = desk.reads.stand.groups_between(day_start, day_start + LONGEST_DAY_MS)
        return [
            self._row(row)
            for row in rows
            if desk.may_read(_KIND, row.stream)
            and (
                row.values.get("session") == session
                or desk.mine(row.author)
                or row.author.laptop == desk.store.me.laptop
            )
        ]

    def _add(self, ask: SaveGroup, said: dict[str, Any]) -> GroupSaved:
        desk = self._desk
        home = self._sessions.home_of_visit(ask.session)
        fields = {"session": home.session, "at": desk.now()}
        fields |= {name: value for name, value in said.items() if value is not None}
        change = Change(kind=_KIND, entity=desk.new_id(), fields=fields)
        (saved,) = desk.save([(home.stream, [*home.changes, change])])
        self._sessions.remember_desk(home)
        return self._saved(SaveId(home.stream, saved.n), change.entity, home.session)

    def _change(self, event: EntityId, said: dict[str, Any]) -> GroupSaved:
        desk = self._desk
        view = desk.entity(event, _KIND)
        new = {name: value for name, value in said.items() if view.values.get(name) != value}
        if not new:
            raise FieldRequired(field="kind")
        (saved,) = desk.save([(view.stream, [Change(kind=_KIND, entity=event, fields=new)])])
        session = EntityId(value_of(view.values, "session", bytes, b""))
        return self._saved(SaveId(view.stream, saved.n), event, session)

    def _saved(self, save: SaveId, event: EntityId, session: EntityId) -> GroupSaved:
        found = (row for row in self._desk.reads.stand.groups_of(session) if row.entity == event)
        row = next(found, None)
        return GroupSaved(save, self._row(row) if row is not None else None)

    def _row(self, row: StandRow) -> GroupRow:
        desk, values = self._desk, row.values
        marks = sending_marks(
            row.sending, provisional=row.author.writer != desk.writer and row.sending.unsent
        )
        if row.conflict:
            marks.insert(0, Mark.TWO_VALUES)
        return GroupRow(
            event=row.entity,
            at=value_of(values, "at", int, 0),
            kind=value_of(values, "kind", str, ""),
            size=value_of(values, "size", int, 0),
            theme=value_of(values, "theme", str, ""),
            language=value_of(values, "language", str, ""),
            duration=value_of(values, "duration", str, ""),
            partner=value_of(values, "partner", str, ""),
            text=value_of(values, "text", str, ""),
            by="" if desk.mine(row.author) else desk.name_of(row.author),
            marks=marks,
        )
