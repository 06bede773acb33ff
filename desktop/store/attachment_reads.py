# SPDX-License-Identifier: MIT
"""A person's files as a list shows them: the record, and where the file itself stands."""

from dataclasses import dataclass
from typing import Final

from desktop.store.blobs import PRESENT, BlobState
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.records.ids import EntityId, StreamId

LIMIT: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAttachment:
    """One file: ``blob`` its name, ``here`` whether it lies on this laptop, ``state`` ``None`` if it never did."""

    entity: EntityId
    person: EntityId
    stream: StreamId
    holder: EntityId
    at: int
    blob: bytes
    sealed: int
    state: BlobState | None
    moved: int

    @property
    def here(self) -> bool:
        """Whether the file itself is on this laptop."""
        return self.state in {BlobState.UNSENT, BlobState.HERE}


_COLUMNS: Final = (
    "SELECT a.entity, a.person, a.stream, a.holder, a.at, a.blob, a.sealed, b.state, coalesce(b.moved, 0)"
    " FROM attachments AS a LEFT JOIN blobs AS b ON b.blob = a.blob"
)


class AttachmentReads:
    """Reads of files; belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def of(self, person: EntityId, *, most: int = LIMIT) -> tuple[StoredAttachment, ...]:
        """Return a person's files, the newest first."""
        rows = self._connection.execute(
            f"{_COLUMNS} WHERE a.person = ? ORDER BY a.at DESC, a.entity DESC LIMIT ?", (person, most)
        ).fetchall()
        return tuple(map(self._row, rows))

    def one(self, entity: EntityId, person: EntityId) -> StoredAttachment | None:
        """Return one of a person's files, ``None`` when it was removed or is not here."""
        found = self._connection.execute(
            f"{_COLUMNS} WHERE a.person = ? AND a.entity = ?", (person, entity)
        ).fetchone()
        return None if found is None else self._row(found)

    def ever(self, person: EntityId) -> tuple[EntityId, ...]:
        """Return every record of a file of a person, those that were removed among them, in order of their making."""
        rows = self._connection.execute(
            "SELECT DISTINCT entity FROM entities WHERE subject = ? AND kind = 'attachment' ORDER BY entity",
            (person,),
        ).fetchall()
        return tuple(EntityId(entity) for (entity,) in rows)

    def used(self) -> int:
        """Return the bytes that files take on this laptop, in this notebook."""
        found = self._connection.execute(
            "SELECT coalesce(sum(sealed), 0) FROM blobs WHERE state IN (?, ?)", PRESENT
        ).fetchone()
        return int(found[0])

    def unsent_count(self) -> int:
        """Return how many files the hub does not have yet."""
        found = self._connection.execute(
            "SELECT count(*) FROM blobs WHERE state = ?", (int(BlobState.UNSENT),)
        ).fetchone()
        return int(found[0])

    def _row(
        self, row: tuple[bytes, bytes, int, bytes, int, bytes, int, int | None, int]
    ) -> StoredAttachment:
        entity, person, stream, holder, at, blob, sealed, state, moved = row
        return StoredAttachment(
            entity=EntityId(entity),
            person=EntityId(person),
            stream=self._names.stream_name(stream),
            holder=EntityId(holder),
            at=at,
            blob=bytes(blob),
            sealed=sealed,
            state=None if state is None else BlobState(state),
            moved=moved,
        )
