# SPDX-License-Identifier: MIT
"""The effective writes of a stream, in the clear: what snapshots, exports and merges are folded from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies
from sync.hub.store.rows import Standing, StoredCommit
from sync.log.commit import Body, CommitId, read_body
from sync.log.erasure import restated
from sync.log.fold import Write, apply, learn, pending
from sync.log.known import Marks
from sync.log.state import EntityState
from sync.records.ids import EntityId, StreamId, WriterId
from sync.records.kinds import kind

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
            for body in read:
                if kind(body.kind) is not None:
                    _fold(folded, Write(its, body), waiting)
                if body.kind == "erasure" and one.writer in own:
                    _erase_write(folded, body, waiting)
        for entity in waiting.pop(its, ()):
            folded.states[entity] = learn(folded.states[entity], its)


def _fold(folded: StreamFold, write: Write, waiting: dict[CommitId, set[EntityId]]) -> None:
    entity = write.body.entity
    after = apply(folded.states.get(entity), write, folded.marks)
    folded.states[entity] = after
    for one in pending(after):
        waiting.setdefault(one, set()).add(entity)


def _erase_write(folded: StreamFold, body: Body, waiting: dict[CommitId, set[EntityId]]) -> None:
    write = body.fields.get("write")
    if write is not None and write.value is not None:
        _fold(folded, restated(write.value), waiting)
