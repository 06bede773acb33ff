# SPDX-License-Identifier: MIT
"""One entity as it stands, and its history write by write."""

from collections.abc import Iterable
from typing import Any

from desktop.store.arrivals import Arrivals
from desktop.store.authors import Authors
from desktop.store.commit_rows import KnownCommits, readable_bodies
from desktop.store.entity_writes import base_of
from desktop.store.flags import Mark, Standing
from desktop.store.names import Names
from desktop.store.shown_values import careful, differ, shown_values
from desktop.store.sqlcipher import Connection
from desktop.store.views import (
    EntityView,
    FieldChange,
    FieldView,
    HeadView,
    Sending,
    WriteStanding,
    WriteView,
)
from sync.log.commit import MARK_BYTES, Body, CommitId
from sync.log.shown import shown
from sync.log.state import EntityState, Head, decode_state
from sync.records.ids import EntityId, StreamId

_STANDINGS = {
    Standing.PARKED: WriteStanding.PARKED,
    Standing.HUB_PARKED: WriteStanding.PARKED,
    Standing.QUARANTINED: WriteStanding.QUARANTINED,
    Standing.REFUSED: WriteStanding.REFUSED,
    Standing.STRIPPED: WriteStanding.STRIPPED,
}


def write_standing(standing: int, number: int | None) -> WriteStanding:
    """Return how a commit stands in the words of the views."""
    plain = WriteStanding.PROVISIONAL if number is None else WriteStanding.EFFECTIVE
    return _STANDINGS.get(Standing(standing), plain)


class EntityReads:
    """Reads of one entity; belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names, authors: Authors) -> None:
        self._connection = connection
        self._names = names
        self._authors = authors

    def entity(self, entity: EntityId) -> EntityView | None:
        """Return an entity as it is shown, ``None`` when it is not in this notebook."""
        found = self._home(entity)
        if found is None:
            return None
        stream, flags, state = found
        number = self._numbers(stream)
        fields = {}
        for name in sorted(state.fields):
            said = shown(state.fields[name], number)
            fields[name] = FieldView(
                name=name,
                value=careful(name, said),
                conflict=differ(name, said),
                erased=said.erased,
                heads=tuple(self._head(stream, head) for head in said.heads),
            )
        return EntityView(
            entity=entity,
            kind=state.kind,
            subject=state.subject,
            stream=self._names.stream_name(stream),
            fields=fields,
            sending=self.sending(entity, stream),
            deleted=flags & (Mark.DELETED | Mark.BESIDE_DELETION) == Mark.DELETED,
            changed_beside_deletion=Mark.BESIDE_DELETION in flags,
        )

    def state(self, entity: EntityId) -> EntityState | None:
        """Return the raw state, for undo, deletion and review hashes (``sync.log``)."""
        found = self._home(entity)
        return None if found is None else found[2]

    def stream_of(self, entity: EntityId) -> StreamId | None:
        """Return the stream an entity lies in."""
        found = self._home(entity)
        return None if found is None else self._names.stream_name(found[0])

    def about(self, person: EntityId, kinds: Iterable[str] = ()) -> tuple[EntityState, ...]:
        """Return the states of all entities whose subject this is, but itself; of some kinds only, if given."""
        wanted = frozenset(kinds)
        rows = self._connection.execute(
            "SELECT kind, state FROM entities WHERE subject = ? AND entity <> subject ORDER BY entity",
            (person,),
        ).fetchall()
        return tuple(decode_state(raw) for kind, raw in rows if not wanted or kind in wanted)

    def deleted_about(self, person: EntityId, kinds: Iterable[str]) -> tuple[EntityView, ...]:
        """Return what is cleanly deleted of some kinds, of those entities whose subject this is."""
        wanted = frozenset(kinds)
        rows = self._connection.execute(
            "SELECT DISTINCT entity, kind FROM entities WHERE subject = ? AND flags & ? ORDER BY entity",
            (person, int(Mark.DELETED)),
        ).fetchall()
        found = (self.entity(entity) for entity, kind in rows if kind in wanted)
        return tuple(view for view in found if view is not None and view.deleted)

    def sending(self, entity: EntityId, stream: int) -> Sending:
        """Return how the commits about an entity stand; ``stream`` is its key."""
        found = self._connection.execute(
            "SELECT max(c.sent = 0), max(c.standing IN (2, 3)), max(c.standing IN (4, 6))"
            " FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE e.entity = ? AND e.stream = ?",
            (entity, stream),
        ).fetchone()
        return Sending(unsent=bool(found[0]), parked=bool(found[1]), quarantined=bool(found[2]))

    def history(self, entity: EntityId) -> tuple[WriteView, ...]:
        """Return every write to an entity that is here: in hub order, provisional ones after, by time.

        Writes that came inside a snapshot are not here one by one; what they left is the first ``before``.
        """
        rows = self._connection.execute(
            "SELECT c.stream, c.writer, c.n, c.hash, c.time, c.number, c.standing, c.bodies"
            " FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n WHERE e.entity = ?"
            " ORDER BY c.number IS NULL, c.number, c.time, c.writer, c.n",
            (entity,),
        ).fetchall()
        values = self._before(rows[0][0], entity) if rows else {}
        views = []
        for _stream, writer, n, digest, time, number, standing, raw in rows:
            author = self._names.writer_id(writer)
            body = _body_about(entity, raw)
            changes = []
            for name in sorted(body.fields) if body is not None else ():
                after = body.fields[name].value if body is not None else None
                changes.append(FieldChange(name=name, before=values.get(name), after=after))
            how = write_standing(standing, number)
            if how not in {WriteStanding.QUARANTINED, WriteStanding.REFUSED}:
                values.update({change.name: change.after for change in changes})
            views.append(
                WriteView(
                    id=CommitId(author, n, bytes(digest[:MARK_BYTES])),
                    author=self._authors.behind(author, None if body is None else body.origin),
                    time=time,
                    number=number,
                    standing=how,
                    changes=tuple(changes),
                )
            )
        return tuple(views)

    def began_elsewhere(self, entity: EntityId) -> bool:
        """Whether an entity's beginning came inside a snapshot, so that its first write is not in the history."""
        found = self._home(entity)
        if found is None:
            return False
        return base_of(self._connection, found[0], entity) is not None or not self.history(entity)

    def _before(self, stream: int, entity: EntityId) -> dict[str, Any]:
        """Return what a snapshot had brought of an entity before the writes that are here."""
        base = base_of(self._connection, stream, entity)
        return {} if base is None else dict(shown_values(base, self._numbers(stream)))

    def _home(self, entity: EntityId) -> tuple[int, Mark, EntityState] | None:
        """Return (stream key, marks, state): of several streams the first that shows it."""
        rows = self._connection.execute(
            "SELECT stream, flags, state FROM entities WHERE entity = ?"
            " ORDER BY (flags & 6) = 2, stream LIMIT 1",
            (entity,),
        ).fetchall()
        for stream, flags, raw in rows:
            return stream, Mark(flags), decode_state(raw)
        return None

    def _head(self, stream: int, head: Head) -> HeadView:
        writer = self._names.known_writer(head.id.writer)
        place = (stream, writer, head.id.n)
        row = self._connection.execute(
            "SELECT time, number FROM commits WHERE stream = ? AND writer = ? AND n = ?", place
        ).fetchone()
        number = self._numbers(stream)(head.id) if row is None else row[1]
        return HeadView(
            id=head.id,
            value=head.value,
            erased=head.erased,
            author=self._authors.behind(head.id.writer, head.origin),
            time=None if row is None else row[0],
            number=number or None,
            provisional=number is None,
            # What was carried here reached the hub before that, nobody knows when.
            reached=Arrivals(self._connection, stream).at(number) if head.origin is None else 0,
        )

    def _numbers(self, stream: int) -> Any:  # noqa: ANN401 - the fold's Number
        return KnownCommits(self._connection, self._names, stream).number


def _body_about(entity: EntityId, raw: bytes) -> Body | None:
    for body in readable_bodies(raw):
        if body.entity == entity:
            return body
    return None
