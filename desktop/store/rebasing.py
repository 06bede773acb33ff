# SPDX-License-Identifier: MIT
"""The hub was restored from a backup: what lies above its base loses its number and waits to be sent again.

A stream is one transaction. Done twice it changes nothing, so a power cut in between is harmless.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.store.arrivals import Arrivals
from desktop.store.asked_anew import AskedAnew
from desktop.store.commit_rows import arrived, readable_bodies, unpack_bodies
from desktop.store.flags import Standing
from desktop.store.folding import Folding
from desktop.store.intake import Intake
from desktop.store.loading import forget_loading, loading_of
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.codec import Value
from sync.log.commit import MARK_BYTES, SignedCommit
from sync.log.running import running_over, running_start
from sync.protocol.restart import Base
from sync.records.ids import HubId, StreamId, WriterId
from sync.records.transfers import RETRACT

_ORDERS = frozenset({"quarantine", "release"})
_DECIDED = frozenset({Standing.HUB_PARKED, Standing.QUARANTINED, Standing.REFUSED})
"""How only the hub's word makes a commit stand."""
_UNDECIDED = "stream = ? AND number IS NULL"


@dataclass(frozen=True, slots=True)
class _Row:
    writer: int
    n: int
    hash: bytes
    number: int
    standing: Standing
    bodies: bytes


class Rebasing:
    """Moves one stream into another epoch, within the caller's transaction.

    ``intake`` is the stream's; ``epoch`` the new one; ``base`` ``None`` where the hub no longer has the stream.
    """

    def __init__(
        self,
        connection: Connection,
        names: Names,
        index_key: bytes,
        intake: Intake,
        *,
        hub: HubId,
        epoch: int,
        me: WriterId,
    ) -> None:
        self._connection = connection
        self._names = names
        self._index_key = index_key
        self._intake = intake
        self._hub = hub
        self._epoch = epoch
        self._me = me

    def move(self, stream: StreamId, base: Base | None) -> None:
        """Take the numbers above the base away and put the cursor there, or further back where it stands there."""
        key = self._names.stream(stream)
        number, cursor_hash = self._connection.execute(
            "SELECT number, hash FROM streams WHERE key = ?", (key,)
        ).fetchone()
        at = 0 if base is None else base.number
        start = running_start(self._hub, stream, self._epoch) if base is None else base.running
        above = self._above(key, at)
        half = loading_of(self._connection, key) is not None  # of a snapshot of the epoch before
        if half or (number > at and not self._leads_from(start, at, above, number, cursor_hash)):
            self._begin_again(key)
            return
        self._lose_numbers(key, above)
        Arrivals(self._connection, key).forget_above(at)
        self._intake.finish()
        went = any(body.kind == RETRACT.name for row in above for body in readable_bodies(row.bodies))
        self._asked(key).above([(row.writer, row.n) for row in above], went=went)
        if number > at:
            self._connection.execute(
                "UPDATE streams SET number = ?, hash = ? WHERE key = ?", (at, start if at else b"", key)
            )

    def _above(self, stream: int, number: int) -> list[_Row]:
        rows = self._connection.execute(
            "SELECT writer, n, hash, number, standing, bodies FROM commits"
            " WHERE stream = ? AND number > ? ORDER BY number",
            (stream, number),
        ).fetchall()
        return [_Row(row[0], row[1], row[2], row[3], Standing(row[4]), row[5]) for row in rows]

    def _leads_from(
        self, start: bytes, base: int, above: Sequence[_Row], number: int, cursor_hash: bytes
    ) -> bool:
        """Whether every commit between base and cursor is here and they lead from one hash to the other.

        From 0 there is nothing to lead from; there a stream that came as a snapshot is not here one by one.
        """
        between = [row for row in above if row.number <= number]
        if len(between) != number - base:
            return False
        return base == 0 or running_over(start, (row.hash for row in between)) == cursor_hash

    def _lose_numbers(self, stream: int, above: Sequence[_Row]) -> None:
        touched = {body.entity for row in above for body in readable_bodies(row.bodies)}
        for entity in touched:
            self._intake.state(entity)  # as lists show it now, before the numbers go
        targets = _targets(above)
        self._connection.executemany(
            "UPDATE commits SET number = NULL, sent = 0 WHERE stream = ? AND writer = ? AND n = ?",
            [(stream, row.writer, row.n) for row in above],
        )
        self._connection.execute(f"UPDATE commits SET sent = 0 WHERE {_UNDECIDED}", (stream,))  # noqa: S608 - our words
        self._keep_back(stream)
        self._void_receipts(stream)
        for writer, n in self._connection.execute(
            f"SELECT writer, n FROM commits WHERE {_UNDECIDED} AND sent = 1 AND standing = ?",  # noqa: S608 - our words
            (stream, int(Standing.QUARANTINED)),
        ).fetchall():
            self._stand_again(stream, writer, n)  # the lost hub had said it itself (``orphans``)
        for row in above:
            if row.standing in _DECIDED:
                self._stand_again(stream, row.writer, row.n)
        for writer, n in targets:
            key = self._names.known_writer(writer)
            if key is not None:
                self._stand_again(stream, key, n)
        self._intake.refold(touched)

    def _keep_back(self, stream: int) -> None:
        """Colleagues' commits that are here without their bodies, and what follows them, only they can send."""
        me = self._names.writer(self._me)
        rows = self._connection.execute(
            f"SELECT writer, n, bodies FROM commits WHERE {_UNDECIDED} AND writer <> ? ORDER BY writer, n",  # noqa: S608 - our words
            (stream, me),
        ).fetchall()
        first: dict[int, int] = {}
        for writer, n, bodies in rows:
            if writer not in first and None in unpack_bodies(bodies):
                first[writer] = n
        self._connection.executemany(
            f"UPDATE commits SET sent = 1 WHERE {_UNDECIDED} AND writer = ? AND n >= ?",  # noqa: S608 - our words
            [(stream, writer, n) for writer, n in first.items()],
        )

    def _void_receipts(self, stream: int) -> None:
        self._connection.execute(
            "DELETE FROM receipts WHERE stream = ?1 AND NOT EXISTS (SELECT 1 FROM commits AS c"
            " WHERE c.stream = ?1 AND c.writer = receipts.writer AND c.n = receipts.through"
            " AND c.number IS NOT NULL)",
            (stream,),
        )

    def _stand_again(self, stream: int, writer: int, n: int) -> None:
        """Let a commit stand as the orders that still have a number say, else as it stands by itself."""
        found = self._connection.execute(
            "SELECT header, signature, bodies, hash FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (stream, writer, n),
        ).fetchone()
        if found is None:
            return
        header, signature, raw, digest = found
        bodies = unpack_bodies(raw)
        by_itself = arrived(SignedCommit(header, signature, bodies)).standing
        if by_itself is Standing.STRIPPED:
            return
        one: list[Value] = [self._names.writer_id(writer), n, bytes(digest[:MARK_BYTES])]
        self._intake.stand(writer, n, self._ordered(stream, one) or by_itself)

    def _ordered(self, stream: int, one: list[Value]) -> Standing | None:
        """What the newest numbered order about a commit says; ``None`` where there is none, or a release."""
        standing = None
        rows = self._connection.execute(
            "SELECT DISTINCT c.number, c.bodies FROM entities AS e"
            " JOIN commit_entities AS l ON l.entity = e.entity AND l.stream = e.stream"
            " JOIN commits AS c ON c.stream = l.stream AND c.writer = l.writer AND c.n = l.n"
            " WHERE e.kind IN ('quarantine', 'release') AND e.stream = ? AND c.number IS NOT NULL"
            " ORDER BY c.number",
            (stream,),
        ).fetchall()
        for _, raw in rows:
            for body in readable_bodies(raw):
                said = {name: write.value for name, write in body.fields.items()}
                if body.kind not in _ORDERS or said.get("commit") != one:
                    continue
                if body.kind == "quarantine":
                    standing = Standing.QUARANTINED
                else:
                    standing = None if said.get("accepted") is True else Standing.REFUSED
        return standing

    def _begin_again(self, stream: int) -> None:
        """Keep every commit that is here whole, to be sent again, and begin the stream from the hub's beginning.

        What only a snapshot told of is not here one by one: the hub, or a colleague, has it.
        """
        self._connection.execute("UPDATE commits SET number = NULL, sent = 0 WHERE stream = ?", (stream,))
        Arrivals(self._connection, stream).forget_above(0)
        self._keep_back(stream)
        self._void_receipts(stream)
        for writer, n in self._connection.execute(
            "SELECT writer, n FROM commits WHERE stream = ? AND standing IN (2, 4, 6)", (stream,)
        ).fetchall():
            self._stand_again(stream, writer, n)
        self._intake.finish()
        self._asked(stream).all()
        run = self._connection.execute
        run("DELETE FROM bases WHERE stream = ?", (stream,))
        run("DELETE FROM known_runs WHERE stream = ?", (stream,))
        # Where the own chain ends is kept: a number is never used twice.
        run("DELETE FROM tips WHERE stream = ? AND writer <> ?", (stream, self._names.writer(self._me)))
        forget_loading(self._connection, stream)
        folding = Folding(self._connection, self._names, self._index_key, stream)
        for (entity,) in run("SELECT entity FROM entities WHERE stream = ?", (stream,)).fetchall():
            folding.drop_entity(entity)
        linked = run("SELECT DISTINCT entity FROM commit_entities WHERE stream = ?", (stream,)).fetchall()
        folding.refold(sorted(entity for (entity,) in linked))
        folding.write()
        run("UPDATE streams SET number = 0, hash = x'' WHERE key = ?", (stream,))

    def _asked(self, stream: int) -> AskedAnew:
        return AskedAnew(self._connection, self._names, self._index_key, stream, me=self._me)


def _targets(rows: Iterable[_Row]) -> list[tuple[WriterId, int]]:
    """Return the writer and n of the commits that orders among these rows decide about."""
    found: list[tuple[WriterId, int]] = []
    for row in rows:
        for body in readable_bodies(row.bodies):
            write = body.fields.get("commit") if body.kind in _ORDERS else None
            match None if write is None else write.value:
                case [bytes() as writer, int() as n, bytes()]:
                    found.append((WriterId(writer), n))
                case _:
                    pass
    return found
