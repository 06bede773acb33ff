# SPDX-License-Identifier: MIT
"""Where each file of an attachment stands: here or not, at the hub or not, how far it is on its way.

A row is about the ciphertext beside the database; ``attachments`` is about the record and derived from it. Where
there is no row, the file was never here.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from desktop.store.sqlcipher import Connection
from desktop.vault.attachments import LARGEST_SEALED
from sync.records.ids import EntityId, StreamId

DELIVERABLE: Final = """NOT EXISTS (SELECT 1 FROM commit_entities AS w JOIN commits AS c
    ON c.stream = w.stream AND c.writer = w.writer AND c.n = w.n WHERE w.entity = b.entity AND c.sent = 0)"""
"""The record goes before its file: the hub takes no file that no record of its names."""


class BlobState(IntEnum):
    """Where a file stands."""

    UNSENT = 1
    """Here; the hub does not have it."""
    HERE = 2
    """Here and at the hub."""
    AWAY = 3
    """At the hub; it was here, or part of it is."""
    WANTED = 4
    """Not here, and somebody opened it: it is fetched whatever the budget says."""
    LOST = 5
    """Damaged before the hub had it; somebody else may have delivered it."""


PRESENT: Final = (int(BlobState.UNSENT), int(BlobState.HERE))


@dataclass(frozen=True, slots=True, kw_only=True)
class BlobRow:
    """One file: ``blob`` its SHA-256, ``sealed`` its length, ``moved`` bytes of it under way."""

    blob: bytes
    entity: EntityId
    sealed: int
    state: BlobState
    moved: int
    tries: int


_ROW: Final = "SELECT b.blob, b.entity, b.sealed, b.state, b.moved, b.tries FROM blobs AS b"
_INSIDE: Final = """SELECT a.blob, a.entity, a.sealed, coalesce(b.state, ?), coalesce(b.moved, 0),
    coalesce(b.tries, 0) FROM attachments AS a JOIN streams AS s ON s.key = a.stream
    LEFT JOIN blobs AS b ON b.blob = a.blob WHERE a.sealed BETWEEN 1 AND ?"""
_NEWEST: Final = "ORDER BY coalesce(b.opened, 0) DESC, a.at DESC, a.entity DESC"
_SHOWN: Final = "EXISTS (SELECT 1 FROM attachments AS a WHERE a.blob = b.blob)"
_KNOWN: Final = "EXISTS (SELECT 1 FROM entities AS e WHERE e.entity = b.entity)"
_LOOKED_OVER: Final = f"SELECT b.blob, b.entity, b.subject, b.state, {_SHOWN}, {_KNOWN} FROM blobs AS b"  # noqa: S608 - our words


class Blobs:
    """The rows of the files; each method is one transaction on the writing connection."""

    def __init__(self, writing: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Work through a store's ``writing``."""
        self._writing = writing

    def put(self, blob: bytes, *, entity: EntityId, subject: EntityId, sealed: int, state: BlobState) -> None:
        """Note where a file stands; nothing of it is under way then."""
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO blobs VALUES (?1,?2,?3,?4,?5,0,0,0) ON CONFLICT(blob)"
                " DO UPDATE SET state = ?5, moved = 0, tries = 0",
                (blob, entity, subject, sealed, int(state)),
            )

    def adopt(self, blob: bytes) -> bool:
        """Note a whole file that lies here; return whether some record names it.

        One without a row was written by a save whose process died; asking the hub for it does no harm. One that
        was being fetched is here now.
        """
        with self._writing() as connection:
            fetched = connection.execute(
                "UPDATE blobs SET state = ?, moved = 0, tries = 0 WHERE blob = ? AND state NOT IN (?, ?)",
                (int(BlobState.HERE), blob, *PRESENT),
            )
            if fetched.rowcount:
                return True
            connection.execute(
                "INSERT OR IGNORE INTO blobs SELECT blob, entity, person, sealed, ?, 0, 0, 0 FROM attachments"
                " WHERE blob = ?",
                (int(BlobState.UNSENT), blob),
            )
            return connection.execute("SELECT 1 FROM blobs WHERE blob = ?", (blob,)).fetchone() is not None

    def stand(self, blob: bytes, state: BlobState) -> None:
        """Note where a file that has a row stands now; nothing of it is under way then."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE blobs SET state = ?, moved = 0, tries = 0 WHERE blob = ?", (int(state), blob)
            )

    def states(self) -> dict[bytes, BlobState]:
        """Return where every file stands that has ever been here and is not forgotten."""
        with self._writing() as connection:
            rows = connection.execute("SELECT blob, state FROM blobs").fetchall()
        return {bytes(blob): BlobState(state) for blob, state in rows}

    def moved(self, blob: bytes, moved: int) -> None:
        """Note how many bytes have gone or come."""
        with self._writing() as connection:
            connection.execute("UPDATE blobs SET moved = ? WHERE blob = ?", (moved, blob))

    def begin_fetch(self, blob: bytes, moved: int) -> None:
        """Note that a file is on its way here, from this byte on."""
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO blobs SELECT blob, entity, person, sealed, ?2, ?3, 0, 0 FROM attachments"
                " WHERE blob = ?1 LIMIT 1 ON CONFLICT(blob) DO UPDATE SET moved = ?3",
                (blob, int(BlobState.AWAY), moved),
            )

    def refused(self, blob: bytes) -> None:
        """Note that the hub did not take or give a file."""
        with self._writing() as connection:
            connection.execute("UPDATE blobs SET tries = tries + 1 WHERE blob = ?", (blob,))

    def want(self, blob: bytes, *, now: int) -> None:
        """Note that somebody opened a file that is not here."""
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO blobs SELECT blob, entity, person, sealed, ?2, 0, 0, ?3 FROM attachments"
                " WHERE blob = ?1 LIMIT 1 ON CONFLICT(blob) DO UPDATE SET opened = ?3, tries = 0,"
                " state = CASE state WHEN ?4 THEN ?2 ELSE state END",
                (blob, int(BlobState.WANTED), now, int(BlobState.AWAY)),
            )

    def opened(self, blob: bytes, *, now: int) -> None:
        """Note that somebody opened a file that is here: it stays longest."""
        with self._writing() as connection:
            connection.execute("UPDATE blobs SET opened = ? WHERE blob = ?", (now, blob))

    def damaged(self, blob: bytes) -> None:
        """Note that the file here was dropped because it was other than its name."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE blobs SET moved = 0, tries = 0, state = CASE state WHEN ? THEN ? ELSE ? END WHERE blob = ?",
                (int(BlobState.UNSENT), int(BlobState.LOST), int(BlobState.WANTED), blob),
            )

    def unsent(self) -> tuple[BlobRow, ...]:
        """Return the files that the hub should have and may take: their records are there. The least tried first."""
        with self._writing() as connection:
            rows = connection.execute(
                f"{_ROW} WHERE b.state = ? AND {DELIVERABLE} ORDER BY b.tries, b.blob",
                (int(BlobState.UNSENT),),
            ).fetchall()
        return tuple(map(_row, rows))

    def row(self, blob: bytes) -> BlobRow | None:
        """Return where a file stands, ``None`` when it was never here."""
        with self._writing() as connection:
            found = connection.execute(f"{_ROW} WHERE b.blob = ?", (blob,)).fetchone()
        return None if found is None else _row(found)

    def forget(self, blobs: Iterable[bytes]) -> None:
        """Forget files; their ciphertexts are gone already."""
        with self._writing() as connection:
            connection.executemany("DELETE FROM blobs WHERE blob = ?", [(one,) for one in blobs])

    def wanted(self, streams: Iterable[StreamId], *, budget: int) -> tuple[BlobRow, ...]:
        """Return what should be fetched: what was opened, then these streams' files, the newest first.

        The newest that make ``budget`` bytes together with what was opened; what is here counts.
        """
        with self._writing() as connection:
            urgent = connection.execute(
                f"{_ROW} WHERE b.state IN (?, ?) AND {_SHOWN} ORDER BY b.opened DESC, b.blob",
                (int(BlobState.WANTED), int(BlobState.LOST)),
            ).fetchall()
            inside = _inside(connection, streams, budget)
        found = [_row(one) for one in urgent]
        named = {one.blob for one in found}
        found += [one for one in inside if one.blob not in named and one.state is BlobState.AWAY]
        return tuple(found)

    def to_drop(
        self, streams: Iterable[StreamId], *, budget: int, removed: bool = False
    ) -> tuple[bytes, ...]:
        """Return the files whose bytes should not be here any more.

        Of an erased person: always. Of a record that is gone (its stream was purged) or beyond the budget: once
        the hub has the file. Of a removed record likewise, but only if ``removed``: an undo wants it back at once.
        """
        with self._writing() as connection:
            keep = {one.blob for one in _inside(connection, streams, budget)}
            gone = []
            for blob, entity, subject, state, is_shown, is_known in connection.execute(
                _LOOKED_OVER
            ).fetchall():
                if not is_shown and _is_erased(connection, entity, subject):
                    gone.append(blob)
                elif state == BlobState.HERE and blob not in keep:
                    if is_shown or removed or not is_known:
                        gone.append(blob)
                elif state != BlobState.UNSENT and not is_shown and not is_known:
                    gone.append(blob)
        return tuple(bytes(one) for one in gone)


def _inside(connection: Connection, streams: Iterable[StreamId], budget: int) -> Sequence[BlobRow]:
    """Return what the budget holds: what was opened, the latest first, then these streams' newest."""
    names = list(streams)
    marks = ",".join("?" * len(names))  # nothing of the names themselves is in the statement
    sql = f"{_INSIDE} AND (b.opened > 0 OR s.name IN ({marks})) {_NEWEST}"
    rows = connection.execute(sql, (int(BlobState.AWAY), LARGEST_SEALED, *names)).fetchall()
    inside, filled = [], 0
    for one in map(_row, rows):
        filled += one.sealed
        if filled > budget:
            break
        inside.append(one)
    return inside


def _is_erased(connection: Connection, entity: bytes, subject: bytes) -> bool:
    """Whether the hub ordered to forget the person, the record, or the write that named the file."""
    found = connection.execute(
        "SELECT 1 FROM erased WHERE mark IN (?, ?) UNION ALL SELECT 1 FROM restated WHERE entity = ?",
        (hashlib.sha256(entity).digest(), hashlib.sha256(subject).digest(), entity),
    ).fetchone()
    return found is not None


def _row(row: tuple[bytes, bytes, int, int, int, int]) -> BlobRow:
    blob, entity, sealed, state, moved, tries = row
    return BlobRow(
        blob=bytes(blob), entity=EntityId(entity), sealed=sealed, state=BlobState(state), moved=moved, tries=tries
    )  # fmt: skip
