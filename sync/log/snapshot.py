# SPDX-License-Identifier: MIT
"""A snapshot: a stream as it stands at one hub number, in signed parts that may be loaded in any order.

``load(snapshot) + tail = fold(everything)``. For that it carries more than the states: for every writer the
hash of the last commit (so the chain goes on) and the marks of all its commits (so that a seen id from
long ago counts here exactly when it counts elsewhere), and the ids that are quarantined or parked. That is
the index; it comes first, and names every part of states that follows: by its hash, how many entities it
holds, and whose people they are. A small snapshot is one part, index and states together.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

import msgspec

from sync.log.codec import check_value, decode_struct, encode
from sync.log.commit import HASH_BYTES, MARK_BYTES, CommitId
from sync.log.errors import ChainBroken, Malformed, TooNew
from sync.log.signing import Purpose, SigningKey, verify
from sync.records.ids import HubId, StaffId, StreamId, WriterId

SNAPSHOT_VERSION: Final = 2
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


class Entry(msgspec.Struct, array_like=True, frozen=True):
    """What the index says of one part of states."""

    hash: bytes
    """SHA-256 of the part."""
    entities: int
    staff: list[StaffId]
    """Who is responsible for somebody in it: they load it before others."""


class SnapshotPart(msgspec.Struct, array_like=True, frozen=True):
    """One part: of the index where ``part`` < ``indexes``, else of states."""

    version: int
    base: Base
    part: int
    parts: int
    indexes: int
    """How many parts the index takes; they come in order."""
    previous: bytes
    """In the index SHA-256 of the part before it; 32 zero bytes in part 0 and in parts of states."""
    vector: list[VectorEntry]
    marks: list[MarksRun]
    quarantined: list[CommitId]
    parked: list[CommitId]
    entries: list[Entry]
    """The parts of states in the order in which they are best loaded; all parts of the index together name all."""
    entities: list[bytes]
    """Encoded states (``state.decode_foreign_state``), in order of their entities."""

    @property
    def is_index(self) -> bool:
        """Whether this part belongs to the index."""
        return self.part < self.indexes


@dataclass(frozen=True, slots=True)
class Box:
    """The states of one part, and whose people are among them."""

    states: Sequence[bytes]
    staff: Sequence[StaffId] = ()


@dataclass(frozen=True, slots=True)
class SnapshotContents:
    """What a snapshot is cut from. ``states`` are encoded, in order of their entities, and come first.

    ``boxes`` are parts that have been put together already, in the order in which they are best loaded.
    """

    vector: Sequence[VectorEntry]
    marks: Iterable[tuple[WriterId, bytes]]
    quarantined: Sequence[CommitId]
    parked: Sequence[CommitId]
    states: Iterable[bytes]
    boxes: Iterable[Box] = ()


class Place(msgspec.Struct, array_like=True, frozen=True):
    """How far the index has been read, and what it says: all that is needed to go on from."""

    base: Base
    parts: int
    indexes: int
    read: int
    """How many parts of the index are read."""
    hash: bytes
    """SHA-256 of the last one."""
    entries: list[Entry]
    quarantined: list[CommitId] = []
    parked: list[CommitId] = []

    @property
    def indexed(self) -> bool:
        """Whether the whole index is read: parts of states can be held against it."""
        return self.read == self.indexes

    @property
    def entities(self) -> int:
        """How many entities the parts of states hold, as far as the index is read."""
        return sum(entry.entities for entry in self.entries)


_MARKS_RUN: Final = 64 * 1024
_ENTRY_BYTES: Final = 56
_STATE_BYTES: Final = 5
_NOTHING: Final = bytes(HASH_BYTES)
_Item = VectorEntry | MarksRun | tuple[str, CommitId] | int
"""What an index is made of; a number stands for the entry of that box."""
_Any = TypeVar("_Any")
_decoder = msgspec.msgpack.Decoder(SnapshotPart)
_place_decoder = msgspec.msgpack.Decoder(Place)


def cut_snapshot(base: Base, contents: SnapshotContents, *, part_bytes: int = PART_BYTES) -> list[bytes]:
    """Return the payloads of all parts in order; each is then signed with ``sign_part``."""
    boxes = [
        Box(box) for box in _filled(((len(raw) + _STATE_BYTES, raw) for raw in contents.states), part_bytes)
    ]
    boxes += contents.boxes
    known = list(_known(contents))
    if len(boxes) <= 1 and _size(known) + sum(_box_bytes(box) for box in boxes) <= part_bytes:
        whole = [raw for box in boxes for raw in box.states]
        return [_index_part(Place(base, 1, 1, 0, _NOTHING, []), [item for _, item in known], [], whole)]
    sized = [*known, *((_ENTRY_BYTES + 20 * len(box.staff), at) for at, box in enumerate(boxes))]
    index = list(_filled(sized, part_bytes))
    parts = len(index) + len(boxes)
    payloads = [
        encode(SnapshotPart(
            SNAPSHOT_VERSION, base, len(index) + at, parts, len(index), _NOTHING, [], [], [], [], [], list(box.states)
        ))
        for at, box in enumerate(boxes)
    ]  # fmt: skip
    entries = [
        Entry(hashlib.sha256(payload).digest(), len(box.states), list(box.staff))
        for payload, box in zip(payloads, boxes, strict=True)
    ]
    first: list[bytes] = []
    place = Place(base, parts, len(index), 0, _NOTHING, [])
    for items in index:
        first.append(_index_part(place, items, entries, []))
        place = msgspec.structs.replace(place, read=place.read + 1, hash=hashlib.sha256(first[-1]).digest())
    return [*first, *payloads]


def sign_part(payload: bytes, *, key: SigningKey, hub: HubId) -> bytes:
    """Return the hub's signature over one part."""
    return key.sign(Purpose.SNAPSHOT, hub, payload)


def read_part(
    payload: bytes, signature: bytes, *, hub: HubId, public: bytes, after: Place | None
) -> tuple[SnapshotPart, Place]:
    """Return a part that fits what has been read, and how far the index is read with it.

    ``after`` is ``None`` before the first part of the index; the parts of states may come in any order once the
    index is whole. Raises BadSignature, Malformed and its kin, TooNew, and ChainBroken when it is no part of
    the same snapshot, or not its turn: begin again from part 0 then.
    """
    verify(public, Purpose.SNAPSHOT, hub, payload, signature)
    part = decode_struct(payload, _decoder, limit=MAX_PART_BYTES)
    _check(part)
    return part, follow(part, payload, after)


def follow(part: SnapshotPart, payload: bytes, after: Place | None) -> Place:
    """Return how far the index is read with this part; raises as ``read_part``, the signature is not asked."""
    if after is None:
        after = Place(part.base, part.parts, part.indexes, 0, _NOTHING, [])
    digest = hashlib.sha256(payload).digest()
    fits = (part.base, part.parts, part.indexes) == (after.base, after.parts, after.indexes)
    if not part.is_index:
        if not (fits and after.indexed) or after.entries[part.part - after.indexes].hash != digest:
            raise ChainBroken("snapshot part", part.part)
        return after
    if not fits or (part.part, part.previous) != (after.read, after.hash):
        raise ChainBroken("snapshot part", part.part)
    place = Place(
        part.base, part.parts, part.indexes, part.part + 1, digest, [*after.entries, *part.entries],
        [*after.quarantined, *part.quarantined], [*after.parked, *part.parked],
    )  # fmt: skip
    if place.indexed and len(place.entries) != place.parts - place.indexes:
        raise Malformed("snapshot index")
    return place


def loading_order(place: Place, staff: StaffId | None) -> list[int]:
    """Return the numbers of the parts of states: those with this person's people first, then as the index says."""
    order = range(place.indexes, place.parts)
    return sorted(order, key=lambda part: staff not in place.entries[part - place.indexes].staff)


def encode_place(place: Place) -> bytes:
    """Return a place as bytes, to be kept until the snapshot is whole."""
    return encode(place)


def decode_place(raw: bytes) -> Place:
    """Return the place of its bytes, which are this program's own."""
    return _place_decoder.decode(raw)


def _index_part(
    place: Place, items: Sequence[_Item], entries: Sequence[Entry], states: Sequence[bytes]
) -> bytes:
    return encode(
        SnapshotPart(
            version=SNAPSHOT_VERSION,
            base=place.base,
            part=place.read,
            parts=place.parts,
            indexes=place.indexes,
            previous=place.hash,
            vector=[one for one in items if isinstance(one, VectorEntry)],
            marks=[one for one in items if isinstance(one, MarksRun)],
            quarantined=[one[1] for one in items if isinstance(one, tuple) and one[0] == "quarantined"],
            parked=[one[1] for one in items if isinstance(one, tuple) and one[0] == "parked"],
            entries=[entries[one] for one in items if isinstance(one, int)],
            entities=list(states),
        )
    )


def _known(contents: SnapshotContents) -> Iterator[tuple[int, _Item]]:
    """Yield what the index says of commits, with about how many bytes it takes."""
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


def _size(items: Iterable[tuple[int, _Item]]) -> int:
    return sum(size for size, _ in items)


def _box_bytes(box: Box) -> int:
    return sum(len(raw) + _STATE_BYTES for raw in box.states)


def _filled(items: Iterable[tuple[int, _Any]], part_bytes: int) -> Iterator[list[_Any]]:
    """Yield the items in boxes of about this size; none where there are none."""
    box: list[_Any] = []
    filled = 0
    for size, item in items:
        if box and filled + size > part_bytes:
            yield box
            box, filled = [], 0
        box.append(item)
        filled += size
    if box:
        yield box


def _check(part: SnapshotPart) -> None:
    if part.version > SNAPSHOT_VERSION:
        raise TooNew(part.version)
    base = part.base
    if (
        part.version != SNAPSHOT_VERSION
        or not 0 <= part.part < part.parts
        or not 0 < part.indexes <= part.parts
    ):
        raise Malformed("snapshot part")
    if base.epoch < 0 or base.number < 0 or len(base.running) != HASH_BYTES or not base.stream:
        raise Malformed("snapshot base")
    check_value(base.stream)
    if any(entry.n < 1 or len(entry.hash) != HASH_BYTES for entry in part.vector):
        raise Malformed("snapshot vector")
    if any(run.first < 1 or len(run.marks) % MARK_BYTES for run in part.marks):
        raise Malformed("snapshot marks")
    if any(entry.entities < 0 or len(entry.hash) != HASH_BYTES for entry in part.entries):
        raise Malformed("snapshot index")
    index_only = (part.vector, part.marks, part.quarantined, part.parked, part.entries)
    if (not part.is_index and (any(index_only) or part.previous != _NOTHING)) or (
        part.is_index and part.parts > 1 and part.entities
    ):
        raise Malformed("snapshot part")
