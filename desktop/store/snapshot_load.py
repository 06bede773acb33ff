# SPDX-License-Identifier: MIT
"""A stream's snapshot, part by part: each is some short transactions and a point to go on from.

What was here before stays shown while the snapshot is loaded, each entity until its part comes. Commits stay, the
hub's and what is unsent: the snapshot's states are what they are folded onto. What the snapshot no longer has goes
with its last part.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from desktop.store import commit_rows
from desktop.store.adopting import Adopting
from desktop.store.commit_rows import arrived, pack_bodies, readable_bodies, unpack_bodies
from desktop.store.erasing import Erasing
from desktop.store.evicted import Evicted
from desktop.store.flags import MARKED, Mark, Standing
from desktop.store.loading import forget_loading, keep_place, place_of
from desktop.store.moving import learn_went
from desktop.store.names import Names
from desktop.store.reopening import kept_while_closed
from desktop.store.returned import let_go_of_what_was_carried
from desktop.store.set_aside import set_aside_from
from desktop.store.shown_values import shown_values
from desktop.store.sqlcipher import Connection
from sync.log.commit import HASH_BYTES, MARK_BYTES, CommitId, SignedCommit, read_body
from sync.log.errors import ChainForked, LogError
from sync.log.snapshot import Place, follow
from sync.log.snapshot import SnapshotPart as Contents
from sync.log.state import decode_state
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import EntityId, WriterId

_decoder = msgspec.msgpack.Decoder(Contents)
_OUT = (int(Standing.QUARANTINED), int(Standing.REFUSED))
_TO_COME = int(Mark.TO_COME)
TURN_SECONDS: Final = 0.1
"""Of its thread's own time, so long is stored in one transaction where nobody waits: who comes ends it after a piece,
and waits until what it has stored is written. A quarter of it cost a third more in all, and spared the save little."""
_PIECE: Final = 50
"""Entities after which it looks at the clock, and whether somebody waits."""


class PartLoad:
    """One part on its way in, in as many transactions of its user's as it takes.

    Where a turn is over, or somebody else wants to have the notebook, it stores some and stops: the user commits, lets
    them go first, and calls again. What is stored by then is as if an earlier part had brought it; a part that is cut
    short comes again as a whole.

    Its signature has been verified by who fetched it. Own unsent commits that the snapshot covers stay unsent: the
    hub will say that it has them. A colleague's leave the list, and those that contradict the snapshot are set aside.
    """

    def __init__(
        self, part: SnapshotPart, cursor: Cursor | None, *, me: WriterId, is_over: Callable[[], bool]
    ) -> None:
        """``me``: the notebook's own writer. ``is_over``: whether the transaction has been long enough."""
        self._part = part
        self._cursor = cursor
        self._me = me
        self._is_over = is_over
        # Once for all of its transactions: it is a MiB.
        self._contents = _decoder.decode(part.payload)
        self._left = len(self._contents.entities)
        self._place: Place | None = None

    @property
    def entities(self) -> int:
        """How many entities it has."""
        return len(self._contents.entities)

    def store_some(self, connection: Connection, names: Names, index_key: bytes) -> bool:
        """Store what a transaction has room for; return whether all is stored.

        Raises ChainForked when the notebook's own unsent commits contradict it, ChainBroken when the part is not of
        the snapshot that is being loaded.
        """
        contents = self._contents
        loader = _Loader(connection, names, index_key, names.stream(self._part.stream), self._me)
        if self._place is None:
            self._place = self._begun(connection, loader)
        while self._left:
            # From the end, since lists show first what is listed highest: the newest of the part.
            first = max(0, self._left - _PIECE)
            loader.states(contents.entities[first : self._left])
            self._left = first
            if first and self._is_over():
                if contents.is_index:
                    loader.remember_begun(self._place)
                return False
        if self._cursor is None:
            loader.remember(self._place, contents)
        else:
            loader.end(self._place, self._cursor)
        return True

    def _begun(self, connection: Connection, loader: "_Loader") -> Place:
        contents, first = self._contents, self._part.part == 0
        if first:
            loader.begin()
        place = follow(contents, self._part.payload, None if first else place_of(connection, loader.stream))
        if contents.is_index:
            loader.index(contents)
            if place.indexed:
                loader.indexed(place)
        return place


class _Loader:
    """One stream's snapshot on its way in, within the caller's transaction."""

    def __init__(
        self, connection: Connection, names: Names, index_key: bytes, stream: int, me: WriterId
    ) -> None:
        self.stream = stream
        self._connection = connection
        self._names = names
        self._index_key = index_key
        self._me = me

    def begin(self) -> None:
        """Begin a snapshot: what is here waits for its part, and the stream has no cursor until the last."""
        run = self._connection.execute
        forget_loading(self._connection, self.stream)
        Evicted(self._connection, self.stream).forget_all()  # all of it comes again
        run("DELETE FROM known_runs WHERE stream = ?", (self.stream,))
        kept = kept_while_closed(self._connection, self.stream)
        self._refold(kept)
        self._connection.executemany(
            "UPDATE entities SET flags = flags | ? WHERE entity = ? AND stream = ?",
            [(_TO_COME, entity, self.stream) for entity in kept],
        )
        # Whoever loads it has marked what was here (``mark_to_come``), but for what was saved since.
        run(
            "UPDATE entities SET flags = flags | ? WHERE stream = ?2 AND entity IN (SELECT e.entity"
            " FROM commits AS c CROSS JOIN commit_entities AS e ON e.stream = c.stream AND e.writer = c.writer"
            " AND e.n = c.n WHERE c.stream = ?2 AND (c.sent = 0 OR c.number IS NULL))",
            (_TO_COME, self.stream),
        )
        run("UPDATE streams SET number = 0, hash = x'' WHERE key = ?", (self.stream,))

    def index(self, contents: Contents) -> None:
        """Take what the index says of commits: known ones, where chains end, what is held back."""
        connection, names, stream = self._connection, self._names, self.stream
        connection.executemany(
            "INSERT OR REPLACE INTO known_runs VALUES (?,?,?,?)",
            [(stream, names.writer(run.writer), run.first, run.marks) for run in contents.marks],
        )
        again: set[EntityId] = set()
        for entry in contents.vector:
            writer = names.writer(entry.writer)
            connection.execute(
                "INSERT OR REPLACE INTO tips VALUES (?,?,?,?)", (stream, writer, entry.n, entry.hash)
            )
            if entry.writer == self._me:
                _check_own(connection, (stream, writer, entry.n), entry.hash)
                continue
            if _forked(connection, (stream, writer, entry.n), entry.hash):
                again |= set_aside_from(connection, stream, writer, 1)
            again |= _forget_covered(connection, stream, writer, entry.n)
        for one in contents.quarantined:
            again |= self._stand(one, Standing.QUARANTINED)
        self._refold(again)

    def indexed(self, place: Place) -> None:
        """All is known now: what was held back and is not any more counts, and what waited hears."""
        withheld = set(place.quarantined)
        again: set[EntityId] = set()
        rows = self._connection.execute(
            "SELECT writer, n, hash FROM commits WHERE stream = ? AND number <= ? AND standing IN (?, ?)",
            (self.stream, place.base.number, *_OUT),
        ).fetchall()
        for writer, n, digest in rows:
            one = CommitId(self._names.writer_id(writer), n, bytes(digest[:MARK_BYTES]))
            if one not in withheld:
                again |= self._stand(one, None)
        waiting = self._connection.execute(
            "SELECT DISTINCT entity FROM pending WHERE stream = ?", (self.stream,)
        ).fetchall()
        self._refold(again | {EntityId(entity) for (entity,) in waiting})

    def states(self, states: Sequence[bytes]) -> None:
        """Take a part's states, and obey the erasures among them."""
        adopting = Adopting(self._connection, self._names, self._index_key, self.stream, states)
        adopting.adopt()
        adopting.write()
        erasures = [decode_state(raw) for raw in states if b"erasure" in raw]
        if not any(one.kind == "erasure" for one in erasures):
            return
        folding = Adopting(self._connection, self._names, self._index_key, self.stream)
        erasing = Erasing(self._connection, self._names, self.stream)
        held = self._connection.execute(
            "SELECT 1 FROM commits WHERE stream = ? LIMIT 1", (self.stream,)
        ).fetchone()
        for one in erasures:
            said = shown_values(one, lambda _: None) if one.kind == "erasure" else {}
            mark, write = said.get("subject"), said.get("write")
            if isinstance(mark, bytes) and mark not in erasing.marks:
                if held is None:
                    self._connection.execute("INSERT OR IGNORE INTO erased VALUES (?)", (mark,))
                else:
                    erasing.forget_subject(mark, folding)
            if isinstance(write, dict) and held is not None:
                erasing.restate(write, folding)
        folding.write()
        erasing.strip_sent()

    def remember(self, place: Place, contents: Contents) -> None:
        """Keep how far it is: the point to go on from."""
        keep_place(self._connection, self.stream, place)
        if not contents.is_index:
            self._connection.execute(
                "INSERT OR IGNORE INTO snapshot_parts VALUES (?,?,?)",
                (self.stream, place.base.number, contents.part),
            )

    def remember_begun(self, place: Place) -> None:
        """Keep that a snapshot of one part has begun: cut short now, that part comes again."""
        keep_place(
            self._connection, self.stream, msgspec.structs.replace(place, read=0, hash=bytes(HASH_BYTES))
        )

    def end(self, place: Place, cursor: Cursor) -> None:
        """Let go of what the snapshot does not have; the stream stands at its number."""
        forget_loading(self._connection, self.stream)
        rows = self._connection.execute(
            f"SELECT entity FROM entities WHERE stream = ? AND {MARKED} AND flags & ?",  # noqa: S608 - our words
            (self.stream, _TO_COME),
        ).fetchall()
        left = [EntityId(entity) for (entity,) in rows]
        for entity in left:
            self._let_go(entity, place)
        adopting = Adopting(self._connection, self._names, self._index_key, self.stream)
        adopting.settle_rest(left)
        adopting.write()
        self._connection.execute(
            "UPDATE streams SET number = ?, hash = ? WHERE key = ?", (cursor.number, cursor.hash, self.stream)
        )
        learn_went(self._connection, self._names, self._index_key, self.stream)
        let_go_of_what_was_carried(
            self._connection, self._names, self._index_key, self.stream,
            number=place.base.number, parked=frozenset(place.parked),
        )  # fmt: skip

    def _let_go(self, entity: EntityId, place: Place) -> None:
        """Take what the snapshot covers of an entity that it does not have out of the commits.

        It was erased, or went elsewhere. What the hub holds back, or could not read, stays as it is.
        """
        parked = set(place.parked)
        rows = self._connection.execute(
            "SELECT c.writer, c.n, c.hash, c.bodies FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE e.entity = ? AND e.stream = ? AND c.number <= ? AND c.standing NOT IN (?, ?)",
            (entity, self.stream, place.base.number, *_OUT),
        ).fetchall()
        for writer, n, digest, column in rows:
            if CommitId(self._names.writer_id(writer), n, bytes(digest[:MARK_BYTES])) in parked:
                continue
            where = (self.stream, writer, n)
            left = tuple(None if raw is None or _is_of(raw, entity) else raw for raw in unpack_bodies(column))
            self._connection.execute(
                "UPDATE commits SET bodies = ? WHERE stream = ? AND writer = ? AND n = ?",
                (pack_bodies(left), *where),
            )
            self._connection.execute(
                "DELETE FROM commit_entities WHERE entity = ? AND stream = ? AND writer = ? AND n = ?",
                (entity, *where),
            )
        self._connection.execute(
            "DELETE FROM restated WHERE entity = ? AND stream = ?", (entity, self.stream)
        )

    def _stand(self, one: CommitId, standing: Standing | None) -> set[EntityId]:
        """Let a held commit stand so, ``None``: as its bodies say; return the entities to fold again."""
        writer = self._names.known_writer(one.writer)
        found = self._connection.execute(
            "SELECT hash, standing, header, signature, bodies FROM commits"
            " WHERE stream = ? AND writer = ? AND n = ?",
            (self.stream, writer, one.n),
        ).fetchone()
        if found is None or not found[0].startswith(one.mark):
            return set()
        _, stood, header, signature, column = found
        if standing is None:
            standing = arrived(SignedCommit(header, signature, commit_rows.unpack_bodies(column))).standing
        elif stood in {*_OUT, int(Standing.STRIPPED)}:
            return set()
        self._connection.execute(
            "UPDATE commits SET standing = ? WHERE stream = ? AND writer = ? AND n = ?",
            (int(standing), self.stream, writer, one.n),
        )
        return {body.entity for body in readable_bodies(column)}

    def _refold(self, entities: Iterable[EntityId]) -> None:
        folding = Adopting(self._connection, self._names, self._index_key, self.stream)
        folding.refold(sorted(entities))
        folding.write()


def _check_own(connection: Connection, place: tuple[int, int, int], told: bytes) -> None:
    """Hold own unsent commits that are covered against the last one's hash and the marks that have come."""
    if _forked(connection, place, told):
        raise ChainForked(place[2])
    rows = connection.execute(
        "SELECT c.n, c.hash, r.first, r.marks FROM commits AS c JOIN known_runs AS r"
        " ON r.stream = c.stream AND r.writer = c.writer AND r.first <= c.n"
        " WHERE c.stream = ? AND c.writer = ? AND c.n <= ?",
        place,
    ).fetchall()
    for n, digest, first, marks in rows:
        mark = marks[(n - first) * MARK_BYTES :][:MARK_BYTES]
        if mark and digest[:MARK_BYTES] != mark:
            raise ChainForked(n)


def _forked(connection: Connection, place: tuple[int, int, int], told: bytes) -> bool:
    held = connection.execute(
        "SELECT hash FROM commits WHERE stream = ? AND writer = ? AND n = ?", place
    ).fetchone()
    return held is not None and held[0] != told


def _forget_covered(connection: Connection, stream: int, writer: int, through: int) -> set[EntityId]:
    """Drop a colleague's unsent commits up to ``through``; return their entities, whose states come."""
    place = (stream, writer, through)
    these = "stream = ? AND writer = ? AND n <= ?"
    rows = connection.execute(
        f"SELECT n, bodies FROM commits WHERE {these} AND sent = 0",  # noqa: S608 - our words
        place,
    ).fetchall()
    for n, _ in rows:
        for table in ("commit_entities", "commits", "saves"):
            connection.execute(
                f"DELETE FROM {table} WHERE stream = ? AND writer = ? AND n = ?",  # noqa: S608 - our names
                (stream, writer, n),
            )
    return {body.entity for _, column in rows for body in readable_bodies(column)}


def _is_of(raw: bytes, entity: EntityId) -> bool:
    try:
        return read_body(raw).entity == entity
    except LogError:
        return False
