# SPDX-License-Identifier: MIT
"""Commits come in: own saves, colleagues' bundles, what the hub brings. Each is taken in once.

The hub's orders (quarantine, release) that come among them take effect here, once they are numbered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.store import commit_rows
from desktop.store.commit_rows import Arrived, readable_bodies
from desktop.store.erasing import Erasing
from desktop.store.flags import Standing
from desktop.store.folding import Folding
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.codec import Value
from sync.log.commit import CommitId
from sync.log.errors import ChainForked
from sync.records.ids import EntityId

_REVIEWED_BY_SAVE = frozenset({"person", "situation", "note", "attendance", "health_flag"})
_OUT = frozenset({Standing.QUARANTINED, Standing.REFUSED})


@dataclass(frozen=True, slots=True)
class _Held:
    hash: bytes
    number: int | None
    standing: Standing
    bodies: bytes


@dataclass(frozen=True, slots=True)
class Coming:
    """A commit with what is known of it: its hub number, and whether the hub has it."""

    commit: Arrived
    number: int | None
    sent: bool


class Intake:
    """Takes commits of one stream in, within the caller's transaction."""

    def __init__(self, connection: Connection, names: Names, index_key: bytes, stream: int) -> None:
        self._connection = connection
        self._names = names
        self._stream = stream
        self._folding = Folding(connection, names, index_key, stream)
        self._erasing = Erasing(connection, names, stream)
        self._again: set[EntityId] = set()

    def take(self, coming: Sequence[Coming]) -> int:
        """Store and fold what is new, note numbers of what is here; return how many commits were new.

        Raises ChainForked when another commit with the same dot is here.
        """
        fresh: list[tuple[Coming, int]] = []
        seen: set[tuple[int, int]] = set()
        for one in coming:
            writer = self._names.writer(one.commit.header.writer)
            place = (writer, one.commit.header.n)
            held = self._held(*place)
            if held is None and place not in seen:
                seen.add(place)
                if self._erasing.marks:
                    kept = self._erasing.without_erased(one.commit, sent=one.sent)
                    fresh.append((replace(one, commit=kept), writer))
                else:
                    fresh.append((one, writer))
            elif held is not None:
                self._again_here(one, writer, held)
        commit_rows.insert(
            self._connection,
            [
                commit_rows.row(
                    one.commit, stream=self._stream, writer=writer, number=one.number, sent=one.sent
                )
                for one, writer in fresh
            ],
        )
        self._folding.expect(one.commit.id for one, _ in fresh)
        for one, writer in fresh:
            self._folding.take(one.commit, writer)
        self._remember_saves(fresh)
        self._obey(one for one in coming if one.number is not None)
        return len(fresh)

    def number(self, numbers: Iterable[tuple[int, int, int]]) -> None:
        """Note hub numbers (writer key, n, number) of commits that are here; they are sent then."""
        pairs = list(numbers)
        self._watch_several(pairs)
        self._connection.executemany(
            "UPDATE commits SET number = ?, sent = 1 WHERE stream = ? AND writer = ? AND n = ?",
            [(number, self._stream, writer, n) for writer, n, number in pairs],
        )

    def stand(self, writer: int, n: int, standing: Standing) -> None:
        """Change how a commit stands; its entities are folded again when it leaves or joins the fold."""
        held = self._held(writer, n)
        if held is None or held.standing is standing:
            return
        self._connection.execute(
            "UPDATE commits SET standing = ? WHERE stream = ? AND writer = ? AND n = ?",
            (int(standing), self._stream, writer, n),
        )
        if (held.standing in _OUT) != (standing in _OUT):
            self._again.update(body.entity for body in readable_bodies(held.bodies))

    def refold(self, entities: Iterable[EntityId]) -> None:
        """Fold these again at the end, whatever else happens."""
        self._again.update(entities)

    def finish(self) -> None:
        """Fold again what must be, then write everything."""
        self._folding.refold(sorted(self._again))
        self._again.clear()
        self._folding.write()
        self._erasing.strip_sent()

    def _again_here(self, one: Coming, writer: int, held: _Held) -> None:
        """A commit that is here comes again: with a number, with its bodies back, or without them."""
        n = one.commit.header.n
        if held.hash != one.commit.hash:
            raise ChainForked(n)
        if one.number is not None and held.number is None:
            self.number([(writer, n, one.number)])
        elif one.sent:
            self._connection.execute(
                "UPDATE commits SET sent = 1 WHERE stream = ? AND writer = ? AND n = ? AND sent = 0",
                (self._stream, writer, n),
            )
        stripped = one.commit.standing is Standing.STRIPPED
        if stripped and held.standing in {Standing.FOLDED, Standing.HUB_PARKED, Standing.PARKED}:
            if one.number is not None:
                self.stand(writer, n, Standing.QUARANTINED)
        elif not stripped and held.standing is Standing.STRIPPED:
            self._connection.execute(
                "UPDATE commits SET bodies = ?, standing = ? WHERE stream = ? AND writer = ? AND n = ?",
                (
                    commit_rows.pack_bodies(one.commit.commit.bodies),
                    int(one.commit.standing),
                    self._stream,
                    writer,
                    n,
                ),
            )
            self._folding.take(one.commit, writer)

    def _held(self, writer: int, n: int) -> _Held | None:
        found = self._connection.execute(
            "SELECT hash, number, standing, bodies FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (self._stream, writer, n),
        ).fetchone()
        return None if found is None else _Held(found[0], found[1], Standing(found[2]), found[3])

    def _watch_several(self, pairs: Iterable[tuple[int, int, int]]) -> None:
        """A number may change which of several heads is shown."""
        several = self._connection.execute(
            "SELECT 1 FROM entities WHERE stream = ? AND flags & 8 LIMIT 1", (self._stream,)
        ).fetchone()
        if several is None:
            return
        for writer, n, _ in pairs:
            held = self._held(writer, n)
            if held is not None:
                self._folding.watch(body.entity for body in readable_bodies(held.bodies))

    def _remember_saves(self, fresh: Iterable[tuple[Coming, int]]) -> None:
        """Keep the saves that are reviewed one by one: those about a person."""
        rows = [
            (self._stream, one.commit.header.time, writer, one.commit.header.n)
            for one, writer in fresh
            if any(body.kind in _REVIEWED_BY_SAVE for body in one.commit.readable())
        ]
        if rows:
            self._connection.executemany("INSERT OR IGNORE INTO saves VALUES (?,?,?,?)", rows)

    def _obey(self, numbered: Iterable[Coming]) -> None:
        """Carry out the hub's orders about other commits of this stream, and about whom to forget."""
        for one in numbered:
            for body in one.commit.readable():
                said = {name: field.value for name, field in body.fields.items()}
                if body.kind == "quarantine":
                    self._stand_as_ordered(said.get("commit"), Standing.QUARANTINED)
                elif body.kind == "release":
                    accepted = said.get("accepted") is True
                    self._stand_as_ordered(
                        said.get("commit"), Standing.FOLDED if accepted else Standing.REFUSED
                    )
                elif body.kind == "erasure":
                    self._erase(said.get("subject"), said.get("write"))

    def _stand_as_ordered(self, commit: object, standing: Standing) -> None:
        target = _target(commit)
        writer = None if target is None else self._names.known_writer(target.writer)
        if target is None or writer is None:
            return
        held = self._held(writer, target.n)
        known = held is not None and held.hash.startswith(target.mark)
        if known and held is not None and held.standing is not Standing.STRIPPED:
            self.stand(writer, target.n, standing)

    def _erase(self, subject: object, write: Value) -> None:
        if isinstance(subject, bytes):
            self._erasing.forget_subject(subject, self._folding)
        if isinstance(write, dict):
            self._erasing.restate(write, self._folding)


def _target(value: object) -> CommitId | None:
    match value:
        case [bytes() as writer, int() as n, bytes() as mark]:
            return CommitId(writer, n, mark)  # type: ignore[arg-type]  # only looked up
        case _:
            return None
