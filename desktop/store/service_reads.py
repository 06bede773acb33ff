# SPDX-License-Identifier: MIT
"""The catalogue as it lies in the notebook, and a person's referrals."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from desktop.store.commit_rows import KnownCommits
from desktop.store.flags import Mark
from desktop.store.names import Names
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from sync.log.state import decode_state
from sync.records.ids import CITY, EntityId, StreamId

_CONFLICT: Final = Mark.CONFLICT | Mark.BESIDE_DELETION


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredService:
    """One service of the catalogue; ``content`` and ``proposed`` as ``sync.catalogue.model.to_map`` gives."""

    entity: EntityId
    content: dict[str, Any]
    status: str
    proposed: dict[str, Any] | None
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRecord:
    """One entity of a kind in a list: where it lies and its shown values."""

    entity: EntityId
    stream: StreamId
    values: dict[str, Any]
    conflict: bool


class ServiceReads:
    """Reads round services; belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def version(self) -> bytes:
        """Return what changes whenever anything in the catalogue's stream does, own unsent edits included."""
        found = self._connection.execute(
            "SELECT s.digest, s.number,"
            " (SELECT count(*) FROM commits AS c WHERE c.stream = s.key AND c.number IS NULL)"
            " FROM streams AS s WHERE s.name = ?",
            (CITY,),
        ).fetchone()
        return b"" if found is None else bytes(found[0]) + f"|{found[1]}|{found[2]}".encode()

    def changed_at(self) -> int:
        """Return when the newest commit about a service was written (ms), 0 when that came in a snapshot."""
        found = self._connection.execute(
            "SELECT max(c.time) FROM entities AS e JOIN commit_entities AS w"
            " ON w.entity = e.entity AND w.stream = e.stream JOIN commits AS c"
            " ON c.stream = w.stream AND c.writer = w.writer AND c.n = w.n WHERE e.kind = 'service'"
        ).fetchone()
        return int(found[0] or 0)

    def states(self) -> Iterator[tuple[EntityId, bytes, bool]]:
        """Yield every service with the bytes of its state, which tell whether it changed, and its conflict."""
        rows = self._connection.execute(
            "SELECT e.entity, e.state, e.flags FROM entities AS e JOIN streams AS s ON s.key = e.stream"
            " WHERE e.kind = 'service' AND s.name = ? AND (e.flags & ?) <> ?",
            (CITY, int(Mark.DELETED | Mark.BESIDE_DELETION), int(Mark.DELETED)),
        )
        for entity, state, flags in rows.fetchall():
            yield EntityId(entity), bytes(state), bool(Mark(flags) & _CONFLICT)

    def service(self, entity: EntityId) -> StoredService | None:
        """Return one service, ``None`` when the catalogue has none of this id."""
        row = self._connection.execute(
            "SELECT e.flags, e.state FROM entities AS e JOIN streams AS s ON s.key = e.stream"
            " WHERE e.entity = ? AND e.kind = 'service' AND s.name = ?",
            (entity, CITY),
        ).fetchone()
        if row is None or _gone(row[0]):
            return None
        return self.read_state(entity, row[1], conflict=bool(Mark(row[0]) & _CONFLICT))

    def read_state(self, entity: EntityId, state: bytes, *, conflict: bool = False) -> StoredService:
        """Return what a state says; a field of another form counts as empty."""
        key = self._names.known_stream(CITY)
        values = shown_values(
            decode_state(state), KnownCommits(self._connection, self._names, key or 0).number
        )
        proposed = values.get("proposed")
        return StoredService(
            entity=entity,
            content=value_of(values, "content", dict, {}),
            status=value_of(values, "status", str, ""),
            proposed=proposed if isinstance(proposed, dict) else None,
            conflict=conflict,
        )

    def marks(self) -> tuple[StoredRecord, ...]:
        """Return every favourite and hidden mark in the notebook."""
        return tuple(self._of_kind("service_mark"))

    def notes(self) -> tuple[StoredRecord, ...]:
        """Return every note on a service in the notebook."""
        return tuple(self._of_kind("service_note"))

    def about(self, person: EntityId, kind: str) -> tuple[StoredRecord, ...]:
        """Return a person's records of one kind (referral, consent, task), in the order they were made."""
        rows = self._connection.execute(
            "SELECT entity, stream, flags, state FROM entities WHERE subject = ? AND kind = ? ORDER BY entity",
            (person, kind),
        ).fetchall()
        return tuple(self._records(rows))

    def _of_kind(self, kind: str) -> Iterator[StoredRecord]:
        # The kind stands in the text, so that the partial index over the catalogue's kinds is used.
        rows = self._connection.execute(
            f"SELECT entity, stream, flags, state FROM entities WHERE kind = '{kind}' ORDER BY entity"  # noqa: S608 - our words
        ).fetchall()
        return self._records(rows)

    def _records(self, rows: list[tuple[Any, ...]]) -> Iterator[StoredRecord]:
        for entity, stream, flags, state in rows:
            if _gone(flags):
                continue
            number = KnownCommits(self._connection, self._names, stream).number
            yield StoredRecord(
                entity=entity,
                stream=self._names.stream_name(stream),
                values=shown_values(decode_state(state), number),
                conflict=bool(Mark(flags) & _CONFLICT),
            )


def _gone(flags: int) -> bool:
    """Whether it is cleanly deleted."""
    return Mark(flags) & (Mark.DELETED | Mark.BESIDE_DELETION) == Mark.DELETED
