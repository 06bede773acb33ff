# SPDX-License-Identifier: MIT
"""Settling a stream: before a checkpoint is signed, every signature it covers is verified and folded.

The hub's fold holds no values, only which commits stand in which field: enough for the digest that laptops
compare, and nothing to steal.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sync.failpoints import FailPoint, reached
from sync.hub.authoring import QUARANTINE, quarantine_draft, write_drafts
from sync.hub.parts import HubParts
from sync.hub.store.contract import Settling
from sync.hub.store.deed import Gone
from sync.hub.store.rows import Reason, Standing, StoredCommit
from sync.log.commit import (
    Body,
    CommitId,
    FieldWrite,
    SignedCommit,
    read_body,
    verify_signature,
)
from sync.log.digest import EMPTY, digest_change
from sync.log.erasure import erasure_mark, restated
from sync.log.errors import BadSignature
from sync.log.fold import Write, apply, learn, pending
from sync.log.kind_digests import KindDigests
from sync.log.state import EntityState, decode_state, encode_state
from sync.records.ids import EntityId, StreamId, WriterId, beside
from sync.records.kinds import kind
from sync.records.transfers import ADOPT, MOVE, RETRACT, RULING

ORDERS: Final = frozenset({MOVE.name, RULING.name})
"""What somebody orders, and ``obeying`` does."""
STEP: Final = 250
"""Commits in one step: about 50 ms, so that pushes are not kept waiting."""


def settle(parts: HubParts, stream: StreamId, through: int) -> tuple[int, bytes]:
    """Return (number, digest) once the stream is settled through at least this number."""
    number, digest = parts.store.settled(stream)
    if number >= through:
        return number, digest  # as mostly: looked up in one read, without waiting for anybody's lock
    writers = parts.store.writers()
    keys = {row.writer: row.signing for row in writers}
    own = frozenset(row.writer for row in writers if not row.staff)
    while True:
        bad: list[StoredCommit] = []

        def step(at: Settling, found: list[StoredCommit] = bad) -> None:
            found += _step(parts, at, keys, own)

        number, digest = parts.store.settle(stream, step)
        if bad:
            drafts = [quarantine_draft(parts, one.writer, one.n, one.hash, Reason.SIGNATURE) for one in bad]
            through = max(through, write_drafts(parts, stream, [[one] for one in drafts]).number)
        if number >= through:
            return number, digest


def _step(
    parts: HubParts, at: Settling, keys: dict[WriterId, bytes], own: frozenset[WriterId]
) -> list[StoredCommit]:
    """Settle the next commits; return those whose own signature does not verify."""
    waiting = at.waiting(STEP)
    if not waiting:
        return []
    broken = [one for one in waiting if not _signed(parts, one, keys)]
    bad = {one.number for one in broken}
    for number in sorted(bad):
        at.quarantine(number)
    bodies = [read_all(its) for its in open_bodies(parts, waiting)]
    folding = _Folding(parts, at, own)
    folding.load(body for its in bodies for body in its)
    for one, its in zip(waiting, bodies, strict=True):
        folding.know(one)
        if one.standing is Standing.EFFECTIVE and one.number not in bad:
            folding.fold(one, its)
        folding.wake(one)
    digest = folding.finish()
    reached(FailPoint.HUB_SETTLE_BEFORE_ADVANCE)
    at.advance(waiting[-1].number, digest)
    reached(FailPoint.HUB_SETTLE_AFTER_ADVANCE)
    return broken


def tallied(at: Settling) -> KindDigests:
    """Return the stream's tallies by kind; what does not fit its digest is counted anew.

    So it is in a database that an earlier program settled, which kept none.
    """
    kept = at.tallies()
    if KindDigests(kept).total() == at.digest:
        return KindDigests(kept)
    fresh = KindDigests.of(decode_state(raw) for raw in at.all_states())
    at.put_tallies({**dict.fromkeys(kept, (0, EMPTY)), **fresh.kinds()})
    return KindDigests(fresh.kinds())


def open_bodies(parts: HubParts, commits: Sequence[StoredCommit]) -> list[list[bytes | None]]:
    """Return the bodies of commits at rest, ``None`` where they are gone."""
    return parts.bodies.open_all([(one.hash, one.sealed) for one in commits])


def read_all(bodies: Iterable[bytes | None]) -> list[Body]:
    """Return the bodies that are there, decoded."""
    return [read_body(raw) for raw in bodies if raw is not None]


def signed(one: StoredCommit, bodies: Iterable[bytes | None] = ()) -> SignedCommit:
    """Return a commit at rest as the log's value."""
    return SignedCommit(one.header, one.signature, tuple(bodies))


def _signed(parts: HubParts, one: StoredCommit, keys: dict[WriterId, bytes]) -> bool:
    public = keys.get(one.writer)
    if public is None:
        return False
    try:
        verify_signature(signed(one), hub=parts.hub, public=public)
    except BadSignature:
        return False
    return True


def without_values(body: Body) -> Body:
    """Return a body that says which fields were written and what was seen, but not what was said."""
    fields = {name: FieldWrite(None, write.seen) for name, write in body.fields.items()}
    return Body(body.entity, fields, body.kind, body.salt, body.schema, body.subject, body.origin)


@dataclass(slots=True)
class _Folding:
    """The states that one step touches, loaded once and written once."""

    parts: HubParts
    at: Settling
    own: frozenset[WriterId]
    states: dict[EntityId, EntityState | None] = field(default_factory=dict)
    before: dict[EntityId, EntityState | None] = field(default_factory=dict)
    marks: dict[tuple[WriterId, int], bytes | None] = field(default_factory=dict)
    waits: dict[tuple[WriterId, int], set[EntityId]] = field(default_factory=dict)
    gone: dict[bytes, Gone | None] = field(default_factory=dict)
    reached: int = 0
    ordered: bool = False
    """Whether somebody ordered something, or the hub has to forward or to tell something."""

    def load(self, bodies: Iterable[Body]) -> None:
        """Read the states that these bodies touch at once, who waits for what, and who went."""
        self.waits = self.at.waits()
        wanted: set[EntityId] = set()
        subjects: set[bytes] = set()
        for body in bodies:
            wanted.add(body.entity)
            if body.subject is not None:
                subjects.add(erasure_mark(body.subject))
        self.gone = {**dict.fromkeys(subjects), **self.at.gone(subjects)}
        found = self.at.states(wanted)
        for entity in wanted:
            raw = found.get(entity)
            self.states[entity] = self.before[entity] = None if raw is None else decode_state(raw)

    def mark(self, writer: WriterId, n: int) -> bytes | None:
        """Fits ``fold.Known``: commits numbered so far."""
        asked = (writer, n)
        if asked not in self.marks:
            found = self.at.commit(writer, n)
            self.marks[asked] = None if found is None or found.number > self.reached else found.hash[:8]
        return self.marks[asked]

    def know(self, one: StoredCommit) -> None:
        """Count this commit among the known ones."""
        self.reached = one.number
        self.marks[(one.writer, one.n)] = one.hash[:8]

    def fold(self, one: StoredCommit, bodies: Iterable[Body]) -> None:
        """Fold the bodies of one effective commit; the hub's own may order something."""
        for body in bodies:
            if kind(body.kind) is None:
                continue
            own = one.writer in self.own
            self.ordered = self.ordered or (body.kind == QUARANTINE if own else body.kind in ORDERS)
            if own and body.kind == ADOPT.name:
                self._come_back(body)
            self._apply(Write(CommitId(one.writer, one.n, one.hash[:8]), without_values(body)))
            if own:
                self._obey(body)

    def wake(self, one: StoredCommit) -> None:
        """Tell the entities that waited for this commit."""
        awake = self.waits.pop((one.writer, one.n), None)
        if awake is None:
            return
        self.at.forget_waits(one.writer, one.n)
        for entity in awake:
            state = self._state(entity)
            if state is not None:
                self.states[entity] = learn(state, CommitId(one.writer, one.n, one.hash[:8]))

    def finish(self) -> bytes:
        """Write the states; return the stream's new digest."""
        digest = self.at.digest
        kinds = tallied(self.at)
        changed: dict[EntityId, bytes | None] = {}
        for entity, state in self.states.items():
            before = self.before[entity]
            if state == before:
                continue
            digest = digest_change(digest, before, state)
            kinds.change(before, state)
            changed[entity] = None if state is None else encode_state(state)
            if state is not None:
                waits = pending(state)
                if waits:
                    self.at.wait_for(entity, waits)
        self.at.put_states(changed)
        self.at.put_tallies(kinds.changed())
        return digest

    def _apply(self, write: Write) -> None:
        if write.body.kind != RETRACT.name and self._away(write.body.subject):
            self.ordered = True  # said late about somebody who went: it is to be forwarded
            return
        # A body that claims another kind or subject is folded as laptops fold it: the smaller claim stands.
        after = self.states[write.body.entity] = apply(self._state(write.body.entity), write, self)
        for one in pending(after):
            self.waits.setdefault((one.writer, one.n), set()).add(write.body.entity)

    def _obey(self, body: Body) -> None:
        said = {name: write.value for name, write in body.fields.items()}
        if body.kind == "release" and said.get("accepted"):
            writer, n, _ = said["commit"]
            released = self.at.commit(writer, n)
            if released is not None:
                self.fold(released, read_all(open_bodies(self.parts, [released])[0]))
        elif body.kind == "erasure" and said.get("subject") is not None:
            for entity in self.at.entities_of(said["subject"]):
                self._state(entity)
                self.states[entity] = None
        elif body.kind == "erasure" and said.get("write") is not None:
            self._apply(restated(said["write"]))
        elif body.kind == RETRACT.name and body.subject is not None:
            self._retract(body.subject, said)

    def _retract(self, person: EntityId, said: dict[str, Any]) -> None:
        """Take everything about a person out of the stream but the word that they went."""
        subject = erasure_mark(person)
        gone = Gone(subject, beside(self.at.stream, said["to"]), EntityId(said["move"]), self.reached)
        self.gone[subject] = gone
        self.at.went(gone)
        for entity in self.at.entities_of(subject):
            state = self._state(entity)
            if state is not None and state.kind != RETRACT.name:
                self.states[entity] = None

    def _come_back(self, body: Body) -> None:
        if body.subject is not None and self._away(body.subject):
            subject = erasure_mark(body.subject)
            self.at.came_back(subject, body.entity)
            self.gone[subject] = None

    def _away(self, person: EntityId | None) -> bool:
        if person is None:
            return False
        subject = erasure_mark(person)
        if subject not in self.gone:
            self.gone[subject] = self.at.gone([subject]).get(subject)
        found = self.gone[subject]
        return found is not None and found.into != self.at.stream

    def _state(self, entity: EntityId) -> EntityState | None:
        if entity not in self.states:
            raw = self.at.states([entity]).get(entity)
            self.states[entity] = self.before[entity] = None if raw is None else decode_state(raw)
        return self.states[entity]
