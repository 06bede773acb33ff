# SPDX-License-Identifier: MIT
"""Pull: what is new in the streams that a writer may read, each stream's run ended by a signed checkpoint."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sync.hub.absence import stayed
from sync.hub.access import Rights
from sync.hub.audit import Event, Operation, log
from sync.hub.bases import begun
from sync.hub.obeying import obey_all
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, settle
from sync.hub.snapshot import offer
from sync.hub.store.rows import Head, Standing, StoredCommit, WriterRow
from sync.log.checkpoint import sign_checkpoint
from sync.log.digest import EMPTY
from sync.protocol.errors import Code, refusal
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
    WireCommit,
)
from sync.records.ids import CITY, StreamId, WriterId

LEAST_BYTES: Final = 16 * 1024
MOST_BYTES: Final = 1024 * 1024
"""Of commits in one answer, before packing; the routes ask for less where it would not fit a frame."""
_FRAME_OVERHEAD: Final = 24
_TYPICAL: Final = 300


@dataclass(slots=True)
class _Answer:
    """The answer as it grows. ``left`` counts the bytes that may still be added."""

    left: int
    frames: list[Frame] = field(default_factory=list)
    more: bool = False
    read: list[tuple[StreamId, int, int]] = field(default_factory=list)


def pull(parts: HubParts, writer: WriterId, request: PullRequest) -> Pulled:
    """Return what is new for this writer.

    Raises AccessRefused, EpochChanged (``epoch``), CursorExpired.
    """
    me = parts.reader(writer)
    if request.epoch not in {0, parts.epoch}:
        raise refusal(Code.EPOCH_CHANGED, epoch=parts.epoch)
    now = parts.clock()
    writers = parts.store.writers()
    rights = Rights.of(me, parts.store.grants(me.staff), now)
    readable = rights.readable({row.laptop for row in writers if row.laptop})
    cursors = {cursor.stream: cursor for cursor in request.cursors}
    own = dict(request.own)
    answer = _Answer(max(LEAST_BYTES, min(request.max_bytes, MOST_BYTES)))
    answer.frames += [DropFrame(stream) for stream in sorted(cursors) if stream not in readable]
    obey_all(parts, readable)
    heads = parts.store.heads()
    for stream in sorted(readable & heads.keys(), key=lambda one: (one != CITY, one)):
        cursor = cursors.get(stream)
        _check_cursor(parts, heads[stream], cursor)
        after = 0 if cursor is None else cursor.number
        if after == heads[stream].number:
            continue
        if answer.left <= 0:
            answer.more = True
            break
        held = own.get(stream, 0)
        if after == 0:
            # Numbered here, too: a restored hub may have lost some.
            numbered = min(held, parts.store.writer_heads(writer).get(stream, (0, b""))[0]) if held else 0
            shot = offer(parts, stream, heads[stream].number, numbered)
            if shot is not None:
                answer.frames.append(shot)
                continue
        _Run(parts, me, answer, stream, held).serve(heads[stream], after, writers)
    if answer.read:
        log(parts, [
            Event(Operation.READ, me.staff, str(stream), f"{first}-{last}")
            for stream, first, last in answer.read if stream != CITY
        ])  # fmt: skip
    return Pulled(parts.epoch, parts.clock(), answer.frames, answer.more)


def _check_cursor(parts: HubParts, head: Head, cursor: Cursor | None) -> None:
    """A cursor must lie on this stream's own line (same number, same running hash), and not below its horizon."""
    if cursor is None or cursor.number == 0:
        return
    if cursor.number > head.number:
        raise refusal(Code.HUB_BEHIND, stream=head.stream)
    if cursor.number == head.number:  # no horizon lies above what is warm, as the newest always is
        running: bytes | None = head.running
    elif cursor.number < max(1, parts.store.horizon(head.stream)):
        running = None
    else:
        found = parts.store.commit_at(head.stream, cursor.number)
        running = None if found is None else found.running
    if running != cursor.hash:
        raise refusal(Code.CURSOR_EXPIRED, stream=head.stream)


@dataclass(slots=True)
class _Run:
    """One stream's part of the answer."""

    parts: HubParts
    me: WriterRow
    answer: _Answer
    stream: StreamId
    own: int
    reached: int = 0
    """When the frame before reached the hub: said once for all that came together."""

    def serve(self, head: Head, after: int, writers: Sequence[WriterRow]) -> None:
        """Add the stream's frames, as many as fit, and the checkpoint that vouches for them."""
        settled, digest = settle(self.parts, self.stream, head.number)
        keys = {row.writer: row.signing for row in writers}
        gone = self.parts.store.gone(self.stream)
        away = {one.subject for one in gone.values() if one.into != self.stream}
        limit = max(1, self.answer.left // _TYPICAL)
        commits = self.parts.store.commits(self.stream, after=after, limit=limit)
        commits = [one for one in commits if one.number <= settled]
        shown: set[WriterId] = set()
        last: StoredCommit | None = None
        if after == 0 and commits and (epoch := begun(self.parts, self.stream)) != self.parts.epoch:
            self.answer.frames.append(BeginFrame(self.stream, epoch))
        for one, bodies in zip(commits, open_bodies(self.parts, commits), strict=True):
            if self.answer.left <= 0:
                break
            signing = b"" if one.writer in shown else keys.get(one.writer, b"")
            shown.add(one.writer)
            self._add(one, stayed(bodies, away) if away else bodies, signing)
            last = one
        if last is None:
            return
        self.answer.read.append((self.stream, after + 1, last.number))
        self.answer.more = self.answer.more or last.number < settled
        checkpoint = sign_checkpoint(
            key=self.parts.keys.signing,
            hub=self.parts.hub,
            stream=self.stream,
            epoch=self.parts.epoch,
            number=last.number,
            running=last.running,
            # What a stream folds to is stated where the stream ends; zero in the middle of a long run.
            digest=digest if last.number == settled else EMPTY,
            time_ms=self.parts.clock(),
        )
        self.answer.frames.append(CheckpointFrame(checkpoint.raw, checkpoint.signature))

    def _add(self, one: StoredCommit, bodies: Sequence[bytes | None], signing: bytes) -> None:
        reached = 0 if one.received == self.reached else one.received
        self.reached = one.received
        if one.writer == self.me.writer and one.n <= self.own:
            self.answer.frames.append(OwnNumberFrame(self.stream, one.number, one.n, one.hash, reached))
            self.answer.left -= 64
            return
        shown = bodies if one.standing is Standing.EFFECTIVE else [None] * len(bodies)
        frame = CommitFrame(
            self.stream, one.number, WireCommit(one.header, one.signature, list(shown)), signing, reached
        )
        size = len(one.header) + len(one.signature) + sum(len(raw) for raw in shown if raw is not None)
        self.answer.left -= size + _FRAME_OVERHEAD
        self.answer.frames.append(frame)
