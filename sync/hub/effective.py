# SPDX-License-Identifier: MIT
"""The effective writes of a stream, in the clear: what snapshots, exports and merges are folded from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies
from sync.hub.store.rows import Reason, Standing, StoredCommit
from sync.log.commit import Body, CommitId, read_body
from sync.log.erasure import restated
from sync.log.fold import Write, apply, learn, pending
from sync.log.known import Marks
from sync.log.state import EntityState
from sync.records.ids import EntityId, StreamId, WriterId
from sync.records.kinds import kind
from sync.records.transfers import ADOPT, RETRACT

_AT_ONCE: Final = 1000


@dataclass(slots=True)
class StreamFold:
    """A stream as it stands at ``number``: H(number), states, marks, and what is not in the fold."""

    stream: StreamId
    number: int = 0
    running: bytes = b""
    states: dict[EntityId, EntityState] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    last: dict[WriterId, tuple[int, bytes]] = field(default_factory=dict)
    numbers: dict[CommitId, int] = field(default_factory=dict)
    quarantined: list[CommitId] = field(default_factory=list)
    parked: list[CommitId] = field(default_factory=list)
    away: set[EntityId] = field(default_factory=set)
    """Whoever went to another team, as of ``number``: nothing about them is in the fold."""
    late: dict[CommitId, list[Body]] = field(default_factory=dict)
    """What was held back and let count later: it counts from its release on."""


def commits_of(parts: HubParts, stream: StreamId, through: int) -> Iterator[StoredCommit]:
    """Yield a stream's commits in order, up to a number."""
    after = 0
    while after < through:
        batch = parts.store.commits(stream, after=after, limit=min(_AT_ONCE, through - after))
        if not batch:
            return
        yield from batch
        after = batch[-1].number


def fold_stream(parts: HubParts, stream: StreamId, through: int) -> StreamFold:
    """Return the stream folded up to a number, erased subjects and withheld commits left out."""
    folded = StreamFold(stream)
    waiting: dict[CommitId, set[EntityId]] = {}
    batch: list[StoredCommit] = []
    for one in commits_of(parts, stream, through):
        batch.append(one)
        if len(batch) == _AT_ONCE:
            _fold_batch(parts, folded, batch, waiting)
            batch = []
    _fold_batch(parts, folded, batch, waiting)
    return folded


def _fold_batch(
    parts: HubParts,
    folded: StreamFold,
    batch: list[StoredCommit],
    waiting: dict[CommitId, set[EntityId]],
) -> None:
    own = parts.own_writers()
    for one, bodies in zip(batch, open_bodies(parts, batch), strict=True):
        its = CommitId(one.writer, one.n, one.hash[:8])
        folded.number, folded.running = one.number, one.running
        folded.marks.add(its)
        folded.last[one.writer] = (one.n, one.hash)
        folded.numbers[its] = one.number
        if one.standing is not Standing.EFFECTIVE:
            folded.quarantined.append(its)
        else:
            read = [read_body(raw) for raw in bodies if raw is not None]
            if any(kind(body.kind) is None for body in read):
                folded.parked.append(its)
            if one.reason is not Reason.NONE:
                folded.late[its] = read
            for body in read:
                if body.kind == ADOPT.name and one.writer in own and body.subject is not None:
                    folded.away.discard(body.subject)
                if kind(body.kind) is not None:
                    _fold(folded, Write(its, body), waiting)
                if one.writer in own:
                    _obey(folded, body, waiting)
        for entity in waiting.pop(its, ()):
            if entity in folded.states:
                folded.states[entity] = learn(folded.states[entity], its)


def _fold(folded: StreamFold, write: Write, waiting: dict[CommitId, set[EntityId]]) -> None:
    entity = write.body.entity
    if write.body.subject in folded.away and write.body.kind != RETRACT.name:
        return
    after = apply(folded.states.get(entity), write, folded.marks)
    folded.states[entity] = after
    for one in pending(after):
        waiting.setdefault(one, set()).add(entity)


def _obey(folded: StreamFold, body: Body, waiting: dict[CommitId, set[EntityId]]) -> None:
    """Do what a body of the hub's own says of others."""
    said = {name: write.value for name, write in body.fields.items()}
    if body.kind == "erasure" and said.get("write") is not None:
        _fold(folded, restated(said["write"]), waiting)
    elif body.kind == "release" and said.get("accepted"):
        one = CommitId(*said["commit"])
        for its in folded.late.get(one, ()):
            if kind(its.kind) is not None:
                _fold(folded, Write(one, its), waiting)
    elif body.kind == RETRACT.name and body.subject is not None:
        folded.away.add(body.subject)
        for state in list(folded.states.values()):
            if state.subject == body.subject and state.kind != RETRACT.name:
                del folded.states[state.entity]
