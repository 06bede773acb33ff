# SPDX-License-Identifier: MIT
"""A snapshot: a stream as it stands at one hub number, in signed parts that are resume points.

``load(snapshot) + tail = fold(everything)``. For that it carries more than the states: for every writer the
hash of the last commit (so the chain goes on) and the marks of all its commits (so that a seen id from
long ago counts here exactly when it counts elsewhere), and the ids that are quarantined or parked.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from sync.log.codec import check_value, decode_struct, encode
from sync.log.commit import HASH_BYTES, MARK_BYTES, CommitId
from sync.log.errors import ChainBroken, Malformed, TooNew
from sync.log.signing import Purpose, SigningKey, verify
from sync.records.ids import HubId, StreamId, WriterId

SNAPSHOT_VERSION: Final = 1
PART_BYTES: Final = 1024 * 1024
"""About how large a part is cut."""
MAX_PART_BYTES: Final = 4 * 1024 * 1024
"""Largest part that is read: what a frame may hold when open (design.md §6)."""


class Base(msgspec.Struct, array_like=True, frozen=True):
    """Where the snapshot was taken: the tail is pulled from ``number``, on top of ``running`` = H(number)."""

    stream: StreamId
    epoch: int
    number: int
    running: bytes


class VectorEntry(msgspec.Struct, array_like=True, frozen=True):
    """How far a writer's chain goes: its last n and that commit's hash."""

    writer: WriterId
    n: int
    hash: bytes


class MarksRun(msgspec.Struct, array_like=True, frozen=True):
    """The marks of a writer's commits ``first``, ``first`` + 1 …, 8 bytes each."""

    writer: WriterId
    first: int
    marks: bytes


class SnapshotPart(msgspec.Struct, array_like=True, frozen=True):
    """One part. ``previous`` is SHA-256 of the part before it (32 zero bytes for part 0)."""

    version: int
    base: Base
    part: int
    parts: int
    previous: bytes
    vector: list[VectorEntry]
    marks: list[MarksRun]
    quarantined: list[CommitId]
    parked: list[CommitId]
    entities: list[bytes]
    """Encoded states (``state.decode_foreign_state``), in order of their entities."""


@dataclass(frozen=True, slots=True)
class SnapshotContents:
    """What a snapshot is cut from. ``states`` are encoded, in order of their entities."""

    vector: Sequence[VectorEntry]
    marks: Iterable[tuple[WriterId, bytes]]
    quarantined: Sequence[CommitId]
    parked: Sequence[CommitId]
    states: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Place:
    """How far a snapshot has been read: a resume point."""

    base: Base
    part: int
    parts: int
    hash: bytes

    @property
    def complete(self) -> bool:
        """Whether this was the last part."""
        return self.part + 1 == self.parts


_MARKS_RUN: Final = 64 * 1024
_Item = VectorEntry | MarksRun | tuple[str, CommitId] | bytes
_decoder = msgspec.msgpack.Decoder(SnapshotPart)


def cut_snapshot(base: Base, contents: SnapshotContents, *, part_bytes: int = PART_BYTES) -> list[bytes]:
    """Return the payloads of all parts in order; each is then signed with ``sign_part``."""
    boxes = list(_boxes(_items(contents), part_bytes))
    payloads: list[bytes] = []
    previous = bytes(HASH_BYTES)
    for part, box in enumerate(boxes):
        payload = encode(
            SnapshotPart(
                version=SNAPSHOT_VERSION,
                base=base,
                part=part,
                parts=len(boxes),
                previous=previous,
                vector=[one for one in box if isinstance(one, VectorEntry)],
                marks=[one for one in box if isinstance(one, MarksRun)],
                quarantined=[one[1] for one in box if isinstance(one, tuple) and one[0] == "quarantined"],
                parked=[one[1] for one in box if isinstance(one, tuple) and one[0] == "parked"],
                entities=[one for one in box if isinstance(one, bytes)],
            )
        )
        payloads.append(payload)
        previous = hashlib.sha256(payload).digest()
    return payloads


def sign_part(payload: bytes, *, key: SigningKey, hub: HubId) -> bytes:
    """Return the hub's signature over one part."""
    return key.sign(Purpose.SNAPSHOT, hub, payload)


def read_part(
    payload: bytes, signature: bytes, *, hub: HubId, public: bytes, after: Place | None
) -> tuple[SnapshotPart, Place]:
    """Return the part that follows ``after`` (``None``: the first) and the new resume point.

    Raises BadSignature, Malformed and its kin, TooNew, and ChainBroken when it is not the next part of the
    same snapshot: begin again from part 0 then.
    """
    verify(public, Purpose.SNAPSHOT, hub, payload, signature)
    part = decode_struct(payload, _decoder, limit=MAX_PART_BYTES)
    _check(part)
    expected = (0, part.parts, part.base, bytes(HASH_BYTES)) if after is None else (
        after.part + 1, after.parts, after.base, after.hash,
    )  # fmt: skip
    if (part.part, part.parts, part.base, part.previous) != expected:
        raise ChainBroken("snapshot part", part.part)
    return part, Place(part.base, part.part, part.parts, hashlib.sha256(payload).digest())


def _items(contents: SnapshotContents) -> Iterator[tuple[int, _Item]]:
    """Yield everything with about how many bytes it takes."""
    for entry in contents.vector:
        yield 64, entry
    for writer, marks in contents.marks:
        for start in range(0, len(marks), _MARKS_RUN):
            run = marks[start : start + _MARKS_RUN]
            yield len(run) + 32, MarksRun(writer, start // MARK_BYTES + 1, run)
    for one in contents.quarantined:
        yield 40, ("quarantined", one)
    for one in contents.parked:
        yield 40, ("parked", one)
    for state in contents.states:
        yield len(state) + 5, state


def _boxes(items: Iterable[tuple[int, _Item]], part_bytes: int) -> Iterator[list[_Item]]:
    box: list[_Item] = []
    filled = 0
    for size, item in items:
        if box and filled + size > part_bytes:
            yield box
            box, filled = [], 0
        box.append(item)
        filled += size
    yield box


def _check(part: SnapshotPart) -> None:
    if part.version > SNAPSHOT_VERSION:
        raise TooNew(part.version)
    base = part.base
    if part.version != SNAPSHOT_VERSION or not 0 <= part.part < part.parts:
        raise Malformed("snapshot part")
    if base.epoch < 0 or base.number < 0 or len(base.running) != HASH_BYTES or not base.stream:
        raise Malformed("snapshot base")
    check_value(base.stream)
    if any(entry.n < 1 or len(entry.hash) != HASH_BYTES for entry in part.vector):
        raise Malformed("snapshot vector")
    if any(run.first < 1 or len(run.marks) % MARK_BYTES for run in part.marks):
        raise Malformed("snapshot marks")
