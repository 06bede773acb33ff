# SPDX-License-Identifier: MIT
"""A made-up stream for the tests of the log: authors who see part of it, and replicas that fold it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sync.log.commit import Body, CommitId, FieldWrite
from sync.log.fold import Write, apply, heads_seen, learn, pending
from sync.log.pure import fold, fold_entity
from sync.log.state import EntityState
from sync.records.ids import EntityId, WriterId

WRITERS = tuple(WriterId(name * 16) for name in (b"A", b"B", b"C"))
CARRIER = WriterId(b"H" * 16)
ENTITIES = (EntityId(b"e" * 16), EntityId(b"f" * 16))
FIELDS = ("name", "phone")
SALT = b"s" * 16


def commit_id(writer: WriterId, n: int, which: object = "") -> CommitId:
    """Return an id with a mark of its own, as if hashed."""
    return CommitId(writer, n, hashlib.sha256(repr((writer, n, which)).encode()).digest()[:8])


def make_body(
    entity: EntityId, fields: Mapping[str, tuple[object, Iterable[CommitId]]], *, origin: CommitId | None = None,
    kind: str = "person", subject: EntityId | None = None, schema: int = 1,
) -> Body:  # fmt: skip
    """Return a body as if read from its bytes."""
    written = {name: FieldWrite(value, sorted(seen)) for name, (value, seen) in fields.items()}
    return Body(entity, written, kind, SALT, schema, subject, origin)


class KnownIds:
    """The ids known somewhere, in no order: a real small ``Known``."""

    def __init__(self, ids: Iterable[CommitId] = ()) -> None:
        self.marks = {(one.writer, one.n): one.mark for one in ids}

    def add(self, one: CommitId) -> None:
        self.marks[one.writer, one.n] = one.mark

    def mark(self, writer: WriterId, n: int) -> bytes | None:
        return self.marks.get((writer, n))


@dataclass
class Replica:
    """Folds one write at a time, learning ids as they become known, as a store does."""

    known: KnownIds = field(default_factory=KnownIds)
    states: dict[EntityId, EntityState] = field(default_factory=dict)
    writes: list[Write] = field(default_factory=list)

    def know(self, one: CommitId) -> None:
        self.known.add(one)
        for entity, state in self.states.items():
            if one in pending(state):
                self.states[entity] = learn(state, one)

    def fold(self, write: Write) -> None:
        self.writes.append(write)
        entity = write.body.entity
        self.states[entity] = apply(self.states.get(entity), write, self.known)

    def reference(self) -> dict[EntityId, EntityState]:
        return fold(self.writes, self.known)


@dataclass
class Made:
    """One commit of the world. ``view``: what its author knew when making it."""

    id: CommitId
    body: Body
    view: frozenset[CommitId]
    honest: bool = True
    quarantined: bool = False
    erased: bool = False


Op = tuple[int, int, int, int]
"""(what, who, and two numbers to choose with)."""

HONEST = 8
"""Operations below this number are those of honest people."""
OPERATIONS = 14


@dataclass
class World:
    """Plays operations: writes, syncs, quarantines, erasures, carried writes and sabotage."""

    made: list[Made] = field(default_factory=list)
    views: dict[WriterId, set[CommitId]] = field(default_factory=dict)
    counts: dict[WriterId, int] = field(default_factory=dict)
    old_ids: list[CommitId] = field(default_factory=list)

    def play(self, ops: Sequence[Op]) -> "World":
        for what, who, a, b in ops:
            writer = WRITERS[who % len(WRITERS)]
            if what < 4:
                self.write(writer, a, b)
            elif what < 6:
                self.sync(writer, WRITERS[a % len(WRITERS)])
            elif what == 6 and self.made:
                self.made[a % len(self.made)].quarantined ^= True
            elif what == 7 and self.made:
                self.made[a % len(self.made)].erased = True
            elif what == 8:
                self.name_what_does_not_exist(writer, a, b)
            elif what == 9 and self.made:
                self.name_what_was_not_seen(writer, a, b)
            elif what == 10:
                self.carry(a, b)
            elif what == 11 and self.old_ids:
                self.write_from_the_old_stream(a, b)
            elif what == 12 and self.made:
                self.sign_again(writer, a)
            elif what == 13 and self.old_ids:
                self.name_old_ids(writer, a, b)
        return self

    def write(self, writer: WriterId, a: int, b: int) -> None:
        """An honest save: names the heads that its author sees, its own ones only at times."""
        entity = ENTITIES[a % 2]
        names = FIELDS if b % 5 == 0 else (FIELDS[b % 2],)
        own = writer if a % 3 else None
        seen = heads_seen(self.view_state(writer, entity), names, own=own)
        self.add(writer, make_body(entity, {name: (b % 4, seen[name]) for name in names}))

    def sync(self, one: WriterId, other: WriterId) -> None:
        view = self.view(one) | self.view(other)
        self.views[one], self.views[other] = set(view), set(view)

    def name_what_does_not_exist(self, writer: WriterId, a: int, b: int) -> None:
        victim = WRITERS[a % len(WRITERS)]
        n = self.counts.get(victim, 0) + 1 + b % 3 if a % 2 else max(1, self.counts.get(victim, 0))
        body = make_body(ENTITIES[b % 2], {FIELDS[a % 2]: ("sabotage", [commit_id(victim, n, "forged")])})
        self.add(writer, body, honest=False)

    def name_what_was_not_seen(self, writer: WriterId, a: int, b: int) -> None:
        victim = self.made[a % len(self.made)].id
        self.add(writer, make_body(ENTITIES[b % 2], {FIELDS[a % 2]: ("sabotage", [victim])}), honest=False)

    def carry(self, a: int, b: int) -> None:
        """A head of another stream comes over by a move."""
        old = commit_id(WRITERS[a % len(WRITERS)], 1 + b % 7, "old stream")
        self.old_ids.append(old)
        self.add(CARRIER, make_body(ENTITIES[a % 2], {FIELDS[b % 2]: (b % 4, [])}, origin=old))

    def write_from_the_old_stream(self, a: int, b: int) -> None:
        """A late write of the other stream is forwarded: it names ids of that stream."""
        seen = self.old_ids[a % len(self.old_ids)]
        old = commit_id(WRITERS[b % len(WRITERS)], 10 + len(self.old_ids), "old stream")
        self.old_ids.append(old)
        self.add(CARRIER, make_body(ENTITIES[a % 2], {FIELDS[b % 2]: (b % 4, [seen])}, origin=old))

    def sign_again(self, writer: WriterId, a: int) -> None:
        """A cloned laptop's new writer signs a commit again that turns out to be here as well."""
        twin = self.made[a % len(self.made)]
        fields = {name: (said.value, said.seen) for name, said in twin.body.fields.items()}
        self.add(writer, make_body(twin.body.entity, fields, origin=twin.id))

    def name_old_ids(self, writer: WriterId, a: int, b: int) -> None:
        seen = self.old_ids[a % len(self.old_ids)]
        self.add(writer, make_body(ENTITIES[b % 2], {FIELDS[b % 2]: (b % 4, [seen])}), honest=False)

    def add(self, writer: WriterId, body: Body, *, honest: bool = True) -> None:
        n = self.counts[writer] = self.counts.get(writer, 0) + 1
        one = commit_id(writer, n, len(self.made))
        self.made.append(Made(one, body, frozenset(self.view(writer)), honest))
        self.view(writer).add(one)

    def view(self, writer: WriterId) -> set[CommitId]:
        return self.views.setdefault(writer, set())

    def view_state(self, writer: WriterId, entity: EntityId) -> EntityState | None:
        view = self.view(writer)
        writes = [
            Write(one.id, one.body)
            for one in self.made
            if one.id in view and not one.quarantined and one.body.entity == entity
        ]
        return fold_entity(writes, KnownIds(view)) if writes else None

    def known(self) -> KnownIds:
        return KnownIds(one.id for one in self.made)

    def effective(self) -> list[Made]:
        return [one for one in self.made if not one.quarantined]

    def writes(self) -> list[Write]:
        return [as_write(one) for one in self.effective()]


def as_write(one: Made) -> Write:
    """Return what is folded of a commit: restated without values when it is erased."""
    if not one.erased:
        return Write(one.id, one.body)
    fields = {name: FieldWrite(None, said.seen) for name, said in one.body.fields.items()}
    body = one.body
    return Write(
        one.id, Body(body.entity, fields, body.kind, SALT, body.schema, body.subject, body.origin), True
    )
