# SPDX-License-Identifier: MIT
"""What a stand has beside visits: groups that came to a session, and people who may be called."""

from dataclasses import dataclass
from typing import Any

from desktop.store.authors import Authors
from desktop.store.commit_rows import KnownCommits
from desktop.store.entity_reads import EntityReads
from desktop.store.flags import Mark
from desktop.store.names import Names
from desktop.store.shown_values import shown_values
from desktop.store.sqlcipher import Connection
from desktop.store.views import Author, Sending
from sync.log.state import decode_state
from sync.records.ids import EntityId, StreamId

_CONFLICT = Mark.CONFLICT | Mark.BESIDE_DELETION
_GROUPS = (
    "SELECT g.entity, g.stream, e.flags, e.state FROM group_events AS g"
    " JOIN entities AS e ON e.entity = g.entity AND e.stream = g.stream"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandRow:
    """A group event or a permission to contact: where it lies, its shown values, who wrote it, how it is sent."""

    entity: EntityId
    stream: StreamId
    values: dict[str, Any]
    author: Author
    conflict: bool
    sending: Sending


class StandReads:
    """Belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names, authors: Authors, entities: EntityReads) -> None:
        self._connection = connection
        self._names = names
        self._authors = authors
        self._entities = entities

    def groups_between(self, since: int, until: int) -> tuple[StandRow, ...]:
        """Return the group events of [since, until), the newest first."""
        rows = self._connection.execute(
            f"{_GROUPS} WHERE g.at >= ? AND g.at < ? ORDER BY g.at DESC, g.entity DESC", (since, until)
        ).fetchall()
        return tuple(self._row(*row, by="session") for row in rows)

    def groups_of(self, session: EntityId) -> tuple[StandRow, ...]:
        """Return a session's group events, the newest first."""
        rows = self._connection.execute(
            f"{_GROUPS} WHERE g.session = ? ORDER BY g.at DESC, g.entity DESC", (session,)
        ).fetchall()
        return tuple(self._row(*row, by="session") for row in rows)

    def group_heads(self, session: EntityId) -> tuple[int, int]:
        """Return how many groups came to a session, and how many people in them."""
        groups, heads = self._connection.execute(
            "SELECT count(*), coalesce(sum(size), 0) FROM group_events WHERE session = ?", (session,)
        ).fetchone()
        return int(groups), int(heads)

    def leads(self, day: str) -> tuple[StandRow, ...]:
        """Return the permissions to contact that hold on a day, those that end soonest first."""
        rows = self._connection.execute(
            "SELECT l.entity, l.stream, e.flags, e.state FROM leads AS l"
            " JOIN entities AS e ON e.entity = l.entity AND e.stream = l.stream"
            " WHERE l.expires >= ? ORDER BY l.expires, l.entity",
            (day,),
        ).fetchall()
        return tuple(self._row(*row, by="name") for row in rows)

    def _row(self, entity: bytes, stream: int, flags: int, raw: bytes, *, by: str) -> StandRow:
        """Return one row; ``by`` is a field that its first write must have had, and whose author wrote it."""
        state = decode_state(raw)
        head = state.fields[by].heads[0]
        return StandRow(
            entity=EntityId(entity),
            stream=self._names.stream_name(stream),
            values=shown_values(state, KnownCommits(self._connection, self._names, stream).number),
            author=self._authors.behind(head.id.writer, head.origin),
            conflict=bool(Mark(flags) & _CONFLICT),
            sending=self._entities.sending(EntityId(entity), stream),
        )
