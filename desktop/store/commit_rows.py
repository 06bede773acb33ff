# SPDX-License-Identifier: MIT
"""Commits as rows: the bytes as they were signed, their hub number, and how they stand here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.commit import (
    MARK_BYTES,
    Body,
    CommitId,
    Header,
    SignedCommit,
    read_bodies,
    read_body,
    read_header,
)
from sync.log.errors import BodyChanged, LogError
from sync.records.ids import WriterId
from sync.records.kinds import kind

_bodies_encoder = msgspec.msgpack.Encoder()
_header_decoder = msgspec.msgpack.Decoder(Header)
_body_decoder = msgspec.msgpack.Decoder(Body)
_bodies_decoder = msgspec.msgpack.Decoder(tuple[bytes | None, ...])

IN_SNAPSHOT: Final = 0
"""The number of a commit that came inside a snapshot: effective, and before all that came since."""
_TIP: Final = """SELECT n, hash, time FROM
    (SELECT n, hash, time FROM commits WHERE stream = ?1 AND writer = ?2 ORDER BY n DESC LIMIT 1)
    UNION ALL SELECT n, hash, 0 FROM tips WHERE stream = ?1 AND writer = ?2"""
_HASHES: Final = """SELECT hash FROM commits WHERE stream = ?1 AND writer = ?2 AND n = ?3
    UNION ALL SELECT hash FROM tips WHERE stream = ?1 AND writer = ?2 AND n = ?3"""
_ONLY_END: Final = """SELECT 1 FROM tips AS t WHERE stream = ?1 AND writer = ?2
    AND NOT EXISTS (SELECT 1 FROM commits AS c WHERE c.stream = ?1 AND c.writer = ?2 AND c.n = t.n)
    AND NOT EXISTS (SELECT 1 FROM known_runs AS k WHERE k.stream = ?1 AND k.writer = ?2 AND k.first <= t.n)"""
_INSERT: Final = """INSERT INTO commits(
    stream, writer, n, hash, time, header, signature, bodies, number, sent, standing)
    VALUES (?,?,?,?,?,?,?,?,?,?,?)"""


@dataclass(frozen=True, slots=True)
class Arrived:
    """One commit, decoded and held against its hashes, on its way into the store."""

    commit: SignedCommit
    header: Header
    hash: bytes
    bodies: tuple[Body | None, ...]
    unread: bool = False
    """The bodies are in a form that this program does not know: kept, not folded."""

    @property
    def id(self) -> CommitId:
        """What later writes say they have seen."""
        return CommitId(self.header.writer, self.header.n, self.hash[:MARK_BYTES])

    @property
    def standing(self) -> Standing:
        """How it stands when nothing else is known of it."""
        if self.unread:
            return Standing.PARKED
        if any(body is None for body in self.bodies):
            return Standing.STRIPPED
        if any(body is not None and kind(body.kind) is None for body in self.bodies):
            return Standing.PARKED
        return Standing.FOLDED

    def readable(self) -> list[Body]:
        """Return the bodies whose kind this program knows."""
        return [body for body in self.bodies if body is not None and kind(body.kind) is not None]


def arrived(commit: SignedCommit) -> Arrived:
    """Return a commit with its header and bodies decoded; raises Malformed and its kin for the header.

    Bodies in an unknown form are parked with their commit: meaning is never a reason to refuse. A body that
    is not the one signed raises BodyChanged: kept, it would stand in the way of the true one.
    """
    header = read_header(commit.header)
    try:
        return Arrived(commit, header, commit.hash, read_bodies(commit, header))
    except BodyChanged:
        raise
    except LogError:
        return Arrived(commit, header, commit.hash, tuple(None for _ in commit.bodies), unread=True)


def just_written(commit: SignedCommit) -> Arrived:
    """Return a commit that this program has made a moment ago: its own bytes need no second proof."""
    header = _header_decoder.decode(commit.header)
    bodies = tuple(None if raw is None else _body_decoder.decode(raw) for raw in commit.bodies)
    return Arrived(commit, header, commit.hash, bodies)


def readable_bodies(column: bytes) -> list[Body]:
    """Return the bodies of a row that this program can read, of whatever kind."""
    found = []
    for raw in filter(None, unpack_bodies(column)):
        try:
            found.append(read_body(raw))
        except LogError:
            continue
    return found


def pack_bodies(bodies: Sequence[bytes | None]) -> bytes:
    """Return the bodies as one column."""
    return _bodies_encoder.encode(bodies)


def unpack_bodies(raw: bytes) -> tuple[bytes | None, ...]:
    """Return the bodies of a column."""
    return _bodies_decoder.decode(raw)


def row(one: Arrived, *, stream: int, writer: int, number: int | None, sent: bool) -> tuple[object, ...]:
    """Return the row of a commit for ``insert``."""
    return (
        stream, writer, one.header.n, one.hash, one.header.time, one.commit.header, one.commit.signature,
        pack_bodies(one.commit.bodies), number, int(sent), int(one.standing),
    )  # fmt: skip


def insert(connection: Connection, rows: Iterable[tuple[object, ...]]) -> None:
    """Add commits that are not here yet."""
    connection.executemany(_INSERT, rows)


def tip(connection: Connection, stream: int, writer: int) -> tuple[int, bytes, int] | None:
    """Return (n, hash, time) of a writer's newest commit that is known in a stream, or ``None``.

    ``time`` is 0 where only a snapshot told of it.
    """
    rows = connection.execute(_TIP, (stream, writer)).fetchall()
    newest = max(rows, default=None, key=lambda row: row[0])
    return None if newest is None else (int(newest[0]), bytes(newest[1]), int(newest[2]))


def only_end_known(connection: Connection, stream: int, writer: int) -> bool:
    """Whether of a writer's first commits nothing is known but where they end: the stream was purged."""
    return connection.execute(_ONLY_END, (stream, writer)).fetchone() is not None


def hashes(connection: Connection, stream: int, writer: int, n: int) -> list[bytes]:
    """Return what is known as the hash of a writer's n-th commit: none where it is not held in full."""
    return [bytes(digest) for (digest,) in connection.execute(_HASHES, (stream, writer, n)).fetchall()]


class KnownCommits:
    """The fold's question "is that very commit known here", for one stream; answers are remembered.

    ``add`` tells it of commits that are arriving in the same transaction.
    """

    def __init__(self, connection: Connection, names: Names, stream: int) -> None:
        self._connection = connection
        self._names = names
        self._stream = stream
        self._marks: dict[tuple[bytes, int], bytes | None] = {}
        self._numbers: dict[CommitId, int | None] = {}

    def add(self, one: CommitId) -> None:
        """Remember a commit as known."""
        self._marks[one.writer, one.n] = one.mark

    def mark(self, writer: WriterId, n: int) -> bytes | None:
        """Return the first 8 hash bytes of the writer's n-th commit of this stream, if known here."""
        place = (writer, n)
        if place not in self._marks:
            self._marks[place] = self._find(writer, n)
        return self._marks[place]

    def number(self, one: CommitId) -> int | None:
        """Return a commit's hub number, ``None`` while provisional, 0 where only a snapshot tells of it."""
        if one not in self._numbers:
            self._numbers[one] = self._find_number(one)
        return self._numbers[one]

    def forget(self, writer: WriterId) -> None:
        """Ask anew what is known of a writer: commits of theirs have been set aside."""
        for place in [place for place in self._marks if place[0] == writer]:
            del self._marks[place]

    def forget_numbers(self) -> None:
        """Ask anew: numbers have been given."""
        self._numbers.clear()

    def _find(self, writer: WriterId, n: int) -> bytes | None:
        key = self._names.known_writer(writer)
        if key is None or n < 1:
            return None
        found = self._connection.execute(
            "SELECT hash FROM commits WHERE stream = ? AND writer = ? AND n = ?", (self._stream, key, n)
        ).fetchone()
        return bytes(found[0][:MARK_BYTES]) if found is not None else self._find_in_runs(key, n)

    def _find_in_runs(self, key: int, n: int) -> bytes | None:
        run = self._connection.execute(
            "SELECT first, marks FROM known_runs WHERE stream = ? AND writer = ? AND first <= ?"
            " ORDER BY first DESC LIMIT 1",
            (self._stream, key, n),
        ).fetchone()
        if run is None:
            return None
        start = (n - run[0]) * MARK_BYTES
        return bytes(run[1][start : start + MARK_BYTES]) or None

    def _find_number(self, one: CommitId) -> int | None:
        key = self._names.known_writer(one.writer)
        if key is None:
            return None
        found = self._connection.execute(
            "SELECT number FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (self._stream, key, one.n),
        ).fetchone()
        if found is not None:
            return None if found[0] is None else int(found[0])
        return IN_SNAPSHOT if self._find_in_runs(key, one.n) is not None else None
