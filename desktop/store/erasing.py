# SPDX-License-Identifier: MIT
"""The hub's orders to forget: a subject for ever, or one write, restated without its values.

What is unsent is kept until the hub has it (I6), but is neither folded nor shown; ``strip_sent`` takes its
bodies out afterwards.
"""

import hashlib
from dataclasses import replace

from desktop.store.commit_rows import Arrived, pack_bodies, unpack_bodies
from desktop.store.evicted import Evicted
from desktop.store.folding import Folding
from desktop.store.names import Names
from desktop.store.set_aside import strip_set_aside
from desktop.store.sqlcipher import Connection
from sync.log.codec import Value, encode
from sync.log.commit import SignedCommit, read_body
from sync.log.erasure import is_erased, restated
from sync.log.errors import LogError
from sync.records.ids import EntityId


class Erasing:
    """Carries out erasures of one stream, within the caller's transaction."""

    def __init__(self, connection: Connection, names: Names, stream: int) -> None:
        self._connection = connection
        self._names = names
        self._stream = stream
        self.marks = {bytes(mark) for (mark,) in connection.execute("SELECT mark FROM erased").fetchall()}

    def without_erased(self, one: Arrived, *, sent: bool) -> Arrived:
        """Return a commit without the bodies that must not be stored; unsent ones keep their bytes."""
        bodies = tuple(
            None
            if body is not None and is_erased(entity=body.entity, subject=body.subject, marks=self.marks)
            else body
            for body in one.bodies
        )
        if bodies == one.bodies:
            return one
        kept = tuple(
            raw if body is not None or not sent else None
            for raw, body in zip(one.commit.bodies, bodies, strict=True)
        )
        commit = SignedCommit(one.commit.header, one.commit.signature, kept)
        return replace(one, commit=commit, bodies=bodies)

    def forget_subject(self, mark: bytes, folding: Folding) -> None:
        """Take out every entity of the subject whose id hashes to ``mark``, and every body about it."""
        self._connection.execute("INSERT OR IGNORE INTO erased VALUES (?)", (mark,))
        self.marks.add(mark)
        strip_set_aside(self._connection, self.marks)
        Evicted(self._connection, self._stream).forget_erased(mark)
        rows = self._connection.execute(
            "SELECT entity, subject FROM entities WHERE stream = ?", (self._stream,)
        ).fetchall()
        for entity, subject in rows:
            if mark in {hashlib.sha256(entity).digest(), hashlib.sha256(subject or b"").digest()}:
                folding.drop_entity(EntityId(entity))
                self._strip(EntityId(entity))

    def restate(self, value: Value, folding: Folding) -> None:
        """Take one write's values out; it still covers what its author had seen."""
        write = restated(value)
        writer = self._names.writer(write.id.writer)
        self._connection.execute(
            "INSERT OR REPLACE INTO restated VALUES (?,?,?,?,?)",
            (write.body.entity, self._stream, writer, write.id.n, encode(value)),
        )
        self._strip(write.body.entity, (writer, write.id.n))
        folding.fold(write)

    def strip_sent(self) -> None:
        """Take the bodies about erased subjects out of commits that the hub has by now."""
        if not self.marks:
            return
        linked = self._connection.execute(
            "SELECT DISTINCT entity FROM commit_entities WHERE stream = ?", (self._stream,)
        ).fetchall()
        for (entity,) in linked:
            here = self._connection.execute(
                "SELECT 1 FROM entities WHERE entity = ? AND stream = ?", (entity, self._stream)
            ).fetchone()
            if here is None:
                self._strip(EntityId(entity), only_erased=True)

    def _strip(
        self, entity: EntityId, only: tuple[int, int] | None = None, *, only_erased: bool = False
    ) -> None:
        rows = self._connection.execute(
            "SELECT c.writer, c.n, c.bodies FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE e.entity = ? AND e.stream = ? AND c.sent = 1",
            (entity, self._stream),
        ).fetchall()
        for writer, n, raw in rows:
            if only is not None and (writer, n) != only:
                continue
            bodies = unpack_bodies(raw)
            left = tuple(
                None if body is not None and self._goes(body, entity, only_erased=only_erased) else body
                for body in bodies
            )
            if left != bodies:
                self._connection.execute(
                    "UPDATE commits SET bodies = ? WHERE stream = ? AND writer = ? AND n = ?",
                    (pack_bodies(left), self._stream, writer, n),
                )

    def _goes(self, raw: bytes, entity: EntityId, *, only_erased: bool) -> bool:
        try:
            body = read_body(raw)
        except LogError:
            return False
        if only_erased:
            return is_erased(entity=body.entity, subject=body.subject, marks=self.marks)
        return body.entity == entity
