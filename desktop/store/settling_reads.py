# SPDX-License-Identifier: MIT
"""What settling two values asks of the notebook: every write to an entity, who is asked, what came lately."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.store.authors import Authors
from desktop.store.changes import WriterIdentity
from desktop.store.commit_rows import KnownCommits, readable_bodies
from desktop.store.entity_writes import as_writes, base_of, writes_to
from desktop.store.flags import Mark, Standing
from desktop.store.names import Names
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from desktop.store.views import Author
from sync.log.commit import MARK_BYTES, CommitId
from sync.log.fold import Write
from sync.log.state import decode_state
from sync.records.ids import EntityId, StaffId, StreamId, stream_team

MOST_LOOKED_BACK: Final = 3_000
"""Commits of a stream that are looked through at the first question after an unlock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleRequest:
    """Somebody (``author``) left two values to ``to``; ``until`` is a day or empty."""

    entity: EntityId
    stream: StreamId
    of: EntityId
    field: str
    to: StaffId
    until: str
    at: int
    author: Author


@dataclass(frozen=True, slots=True)
class LateWrite:
    """A colleague's write to an entity that the owner of this notebook has written too."""

    id: CommitId
    entity: EntityId
    fields: tuple[str, ...]


class SettlingReads:
    """Reads for two values; belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names, authors: Authors, me: WriterIdentity) -> None:
        self._connection = connection
        self._names = names
        self._authors = authors
        self._me = me

    def writes(self, entity: EntityId, stream: StreamId) -> tuple[Write, ...]:
        """Return every write that an entity is folded from, a snapshot's state as the writes that stand in it."""
        key = self._names.known_stream(stream)
        if key is None:
            return ()
        base = base_of(self._connection, key, entity)
        told = as_writes(base, KnownCommits(self._connection, self._names, key)) if base is not None else ()
        return (*told, *writes_to(self._connection, self._names, key, entity))

    def requests(self) -> tuple[SettleRequest, ...]:
        """Return what was left to somebody and not taken back, the oldest first."""
        rows = self._connection.execute(
            "SELECT entity, stream, flags, state FROM entities WHERE kind = 'settle_request' ORDER BY entity"
        ).fetchall()
        found = []
        for entity, stream, flags, raw in rows:
            if Mark.DELETED in Mark(flags):
                continue
            state = decode_state(raw)
            if "entity" not in state.fields:
                continue  # no window writes that, but a colleague's key can
            values = shown_values(state, KnownCommits(self._connection, self._names, stream).number)
            found.append(
                SettleRequest(
                    entity=entity,
                    stream=self._names.stream_name(stream),
                    of=EntityId(value_of(values, "entity", bytes, b"")),
                    field=value_of(values, "field", str, ""),
                    to=StaffId(value_of(values, "to", str, "")),
                    until=value_of(values, "until", str, ""),
                    at=value_of(values, "at", int, 0),
                    author=self._authors.of(state.fields["entity"].heads[0].id.writer),
                )
            )
        return tuple(found)

    def dismissed(self) -> frozenset[EntityId]:
        """Return what the owner has said of themselves to have seen."""
        rows = self._connection.execute(
            "SELECT stream, state FROM entities WHERE kind = 'seen' AND flags & ? = 0", (int(Mark.DELETED),)
        ).fetchall()
        values = (
            shown_values(decode_state(raw), KnownCommits(self._connection, self._names, stream).number)
            for stream, raw in rows
        )
        return frozenset(EntityId(one) for each in values if (one := value_of(each, "of", bytes, b"")))

    def streams(self) -> Mapping[StreamId, int]:
        """Return the teams' streams that are here, with the newest number of a commit in each."""
        rows = self._connection.execute(
            "SELECT s.name, coalesce(max(c.number), 0) FROM streams AS s"
            " LEFT JOIN commits AS c ON c.stream = s.key AND c.number IS NOT NULL GROUP BY s.key"
        ).fetchall()
        return {StreamId(name): number for name, number in rows if stream_team(StreamId(name)) is not None}

    def late_writes(self, stream: StreamId, *, above: int) -> Iterator[LateWrite]:
        """Yield colleagues' numbered writes above a number to what the owner wrote too, with what they had seen.

        At most ``MOST_LOOKED_BACK`` commits are looked through, the newest.
        """
        key = self._names.known_stream(stream)
        mine = [
            writer
            for one in self._authors.writers_of(self._me.staff)
            if (writer := self._names.known_writer(one)) is not None
        ]
        holes = ",".join("?" * len(mine))
        rows = self._connection.execute(
            "SELECT writer, n, hash, bodies FROM commits WHERE stream = ? AND number > ?"  # noqa: S608 - only marks
            f" AND writer NOT IN ({holes}) AND standing NOT IN (?, ?) ORDER BY number DESC LIMIT ?",
            (key, above, *mine, int(Standing.QUARANTINED), int(Standing.REFUSED), MOST_LOOKED_BACK),
        ).fetchall()
        for writer, n, digest, raw in rows:
            for body in readable_bodies(raw):
                named = tuple(name for name, said in body.fields.items() if said.seen)
                if named and self._wrote(body.entity, key, mine):
                    one = CommitId(self._names.writer_id(writer), n, bytes(digest[:MARK_BYTES]))
                    yield LateWrite(one, body.entity, named)

    def _wrote(self, entity: EntityId, stream: int | None, writers: list[int]) -> bool:
        return any(
            self._connection.execute(
                "SELECT 1 FROM commit_entities WHERE entity = ? AND stream = ? AND writer = ? LIMIT 1",
                (entity, stream, writer),
            ).fetchone()
            for writer in writers
        )
