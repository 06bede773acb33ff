# SPDX-License-Identifier: MIT
"""The step that fetches: stream by stream, each run held against the hub's signed hash before it counts."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sync.client.errors import AnswerBroken, Cloned
from sync.client.round import Round
from sync.client.snapshot import load_snapshot
from sync.log.checkpoint import Checkpoint, SignedCheckpoint, read_checkpoint
from sync.log.commit import Header, SignedCommit, read_header
from sync.log.errors import ChainBroken, ChainForked, LogError
from sync.log.running import running_next, running_start
from sync.protocol.errors import Code, CursorExpired, FrameTooLarge, Unreachable, WrongHub, refusal
from sync.protocol.hello import KnownHub
from sync.protocol.journal import Journal, Received, Run
from sync.protocol.messages import (
    BeginFrame,
    CheckpointFrame,
    CommitFrame,
    Cursor,
    DropFrame,
    Frame,
    OwnNumberFrame,
    Pulled,
    PullRequest,
    SnapshotFrame,
)
from sync.records.ids import CITY, StreamId, WriterId, writer_id

_LATEST: Final = 2**53
"""Milliseconds; beyond the year 280,000 a hub's time is none."""


def pull_all(trip: Round) -> None:
    """Pull until there is no more.

    Raises WrongHub, AnswerBroken, EpochChanged, Cancelled and what the hub raises.
    """
    while True:
        trip.go_on()
        cursors = {cursor.stream: cursor for cursor in trip.journal.cursors()}
        answer = _ask(trip, list(cursors.values()))
        if answer is None:
            continue
        if answer.epoch != trip.known.epoch:
            raise refusal(Code.EPOCH_CHANGED, epoch=answer.epoch)
        if trip.journal.epoch() == 0:
            trip.journal.begin_epoch(answer.epoch)
        more, moved = answer.more, False
        for step in read_answer(answer.frames, cursors, trip.known):
            moved = True
            more = _take(trip, step) or more
        trip.pace.grow_pull()
        if not more:
            return
        if not moved:
            raise AnswerBroken("more of nothing")


def pull_request(
    journal: Journal, max_bytes: int, wait_ms: int, cursors: Sequence[Cursor] | None = None
) -> PullRequest:
    """Return what to ask as the notebook stands."""
    return PullRequest(
        epoch=journal.epoch(),
        cursors=list(journal.cursors() if cursors is None else cursors),
        own=list(journal.own_counts()),
        max_bytes=max_bytes,
        wait=wait_ms,
    )


def _same_question(one: PullRequest, other: PullRequest) -> bool:
    """Whether an answer to one is an answer to the other: the notebook stands where it stood."""
    return (one.epoch, one.cursors, one.own) == (other.epoch, other.cursors, other.own)


def _ask(trip: Round, cursors: list[Cursor]) -> Pulled | None:
    """Return the hub's answer, or ``None`` when a stream had to begin again from a snapshot instead."""
    request = pull_request(trip.journal, trip.pace.pull_bytes, 0, cursors)
    heard, trip.heard = trip.heard, None
    if heard is not None and _same_question(heard[0], request):
        return heard[1]
    try:
        return trip.hub.pull(request)
    except CursorExpired as expired:
        stream = expired.facts.get("stream")
        if not isinstance(stream, str):
            raise
        trip.received += load_snapshot(trip, SnapshotFrame(StreamId(stream), 0, 0))
        return None
    except (Unreachable, FrameTooLarge):
        trip.pace.halve_pull()
        raise


def _half_loaded(trip: Round, run: Run) -> bool:
    """Whether a run begins a stream of which a snapshot is half here, which the hub can't know: that goes on instead.

    Where the run was applied, what it has would be here, and yet marked as still to come.
    """
    begins = bool(run.received) and run.received[0].number == 1
    return begins and trip.journal.snapshot_progress(run.stream) is not None


def _take(trip: Round, step: "Checked | DropFrame | SnapshotFrame") -> bool:
    """Take one step in; return whether it leaves something to come, as the tail of a snapshot."""
    if isinstance(step, DropFrame):
        trip.journal.drop(step.stream)
        trip.checkpoints.pop(step.stream, None)
    elif isinstance(step, SnapshotFrame):
        trip.received += load_snapshot(trip, step)
        return True
    elif _half_loaded(trip, step.run):
        trip.received += load_snapshot(trip, SnapshotFrame(step.run.stream, 0, 0))
        return True
    else:
        if step.run.received:
            trip.received += _apply(trip, step.run)
        trip.checkpoints[step.run.stream] = step.checkpoint
    return False


def _apply(trip: Round, run: Run) -> int:
    try:
        return trip.journal.apply(run)
    except ChainForked as problem:
        if any(received.commit is None for received in run.received):
            raise Cloned(run.stream, trip.me) from problem
        raise
    except ChainBroken as problem:
        raise AnswerBroken("chain of a writer") from problem


@dataclass(frozen=True, slots=True)
class Checked:
    """A run, and the signed checkpoint that it was held against."""

    run: Run
    checkpoint: Checkpoint


@dataclass(slots=True)
class _Open:
    """A run that no checkpoint has closed yet."""

    stream: StreamId
    number: int
    running: bytes
    received: list[Received] = field(default_factory=list)
    reached: int = 0
    writers: dict[WriterId, bytes] = field(default_factory=dict)
    start: bytes = b""
    tips: dict[WriterId, tuple[int, bytes]] = field(default_factory=dict)
    """Each writer's newest commit in this run: the hub numbers a chain in its order and leaves nothing out."""


def read_answer(
    frames: list[Frame], cursors: Mapping[StreamId, Cursor], known: KnownHub
) -> Iterator[Checked | DropFrame | SnapshotFrame]:
    """Yield what the frames mean, each run only once its checkpoint fits. Raises WrongHub or AnswerBroken."""
    opened: _Open | None = None
    reached = dict(cursors)
    for frame in frames:
        if isinstance(frame, CommitFrame | OwnNumberFrame):
            if opened is None:
                opened = _begin(frame.stream, reached, known)
            _add(opened, frame)
            continue
        if isinstance(frame, BeginFrame):
            opened = _begin_in(frame, opened, reached, known)
            continue
        if isinstance(frame, CheckpointFrame):
            checked = _close(opened, frame, reached, known)
            reached[checked.run.stream] = checked.run.cursor
            opened = None
            yield checked
            continue
        if opened is not None:
            raise AnswerBroken("run without checkpoint")
        if isinstance(frame, DropFrame) and frame.stream == CITY:
            raise AnswerBroken("drop of the roster")  # everybody reads it; without it nobody may do anything
        yield frame
    if opened is not None:
        raise AnswerBroken("run without checkpoint")


def _begin(stream: StreamId, reached: Mapping[StreamId, Cursor], known: KnownHub) -> _Open:
    cursor = reached.get(stream)
    if cursor is None or cursor.number == 0:
        start = running_start(known.hub, stream, known.epoch)
        return _Open(stream, 0, start, start=start)
    return _Open(stream, cursor.number, cursor.hash)


def _begin_in(
    frame: BeginFrame, opened: _Open | None, reached: Mapping[StreamId, Cursor], known: KnownHub
) -> _Open:
    """Begin a stream in the epoch that its numbers began in: the signed running hash holds the hub to it."""
    cursor = reached.get(frame.stream)
    if opened is not None or (cursor is not None and cursor.number) or not 0 < frame.epoch < known.epoch:
        raise AnswerBroken("beginning of a stream")
    start = running_start(known.hub, frame.stream, frame.epoch)
    return _Open(frame.stream, 0, start, start=start)


def _add(opened: _Open, frame: CommitFrame | OwnNumberFrame) -> None:
    if frame.stream != opened.stream or frame.number != opened.number + 1:
        raise AnswerBroken("order of frames")
    if not 0 <= frame.reached <= _LATEST:
        raise AnswerBroken("time of a frame")
    opened.number = frame.number
    opened.reached = frame.reached or opened.reached
    if isinstance(frame, OwnNumberFrame):
        opened.running = running_next(opened.running, frame.hash)
        opened.received.append(Received(frame.number, None, frame.n, frame.hash, opened.reached))
        return
    commit = frame.commit.value()
    header = _check_commit(commit, opened.stream)
    before = opened.tips.get(header.writer)
    if before is not None and (header.n - 1, header.prev) != before:
        raise AnswerBroken("chain of a writer")
    opened.tips[header.writer] = (header.n, commit.hash)
    opened.running = running_next(opened.running, commit.hash)
    opened.received.append(Received(frame.number, commit, reached=opened.reached))
    if frame.signing:
        opened.writers[writer_id(frame.signing)] = frame.signing


def _check_commit(commit: SignedCommit, stream: StreamId) -> Header:
    """Return the header, after checking that it is of this stream and the bodies are those it names."""
    try:
        header = read_header(commit.header)
    except LogError as problem:
        raise AnswerBroken("commit header") from problem
    if header.stream != stream or len(header.bodies) != len(commit.bodies):
        raise AnswerBroken("commit stream")
    for raw, digest in zip(commit.bodies, header.bodies, strict=True):
        if raw is not None and hashlib.sha256(raw).digest() != digest:
            raise AnswerBroken("commit body")
    return header


def _close(
    opened: _Open | None, frame: CheckpointFrame, reached: Mapping[StreamId, Cursor], known: KnownHub
) -> Checked:
    try:
        checkpoint = read_checkpoint(
            SignedCheckpoint(frame.checkpoint, frame.signature), hub=known.hub, public=known.signing
        )
    except LogError as problem:
        raise WrongHub("checkpoint") from problem
    if opened is None:
        opened = _begin(checkpoint.stream, reached, known)
    if checkpoint.stream != opened.stream or checkpoint.epoch != known.epoch:
        raise AnswerBroken("checkpoint of another stream")
    if (checkpoint.number, checkpoint.running) != (opened.number, opened.running):
        raise AnswerBroken("running hash")
    run = Run(
        stream=opened.stream,
        received=tuple(opened.received),
        cursor=Cursor(opened.stream, opened.number, opened.running),
        writers=opened.writers,
        start=opened.start,
    )
    return Checked(run, checkpoint)
