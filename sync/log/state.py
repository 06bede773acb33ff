# SPDX-License-Identifier: MIT
"""The state of an entity: per field its heads, its context and its pending ids (design.md §3).

All values here are in normal form, so that two folds of the same commits are equal byte for byte: heads
and pending ids sorted by id, and in ``context`` no entry for a writer whose own uncarried head stands in
the field (that head already says that everything before it is covered).
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from sync.log.codec import check_value
from sync.log.commit import CommitId
from sync.log.errors import Malformed, NotCanonical, TooNew
from sync.records.ids import EntityId, WriterId

STATE_VERSION: Final = 1
NOTHING: Final[Mapping[WriterId, int]] = {}
"""The empty context, shared; no context is ever changed in place."""


class Head(msgspec.Struct, frozen=True, gc=False):
    """One live value of a field and the commit that wrote it.

    ``erased``: the value was erased, the fact that there was one was not. ``origin``: the id the write had
    where it was carried over from; ``here``: that origin is itself a commit known in this stream.
    """

    id: CommitId
    value: Any
    erased: bool = False
    origin: CommitId | None = None
    here: bool = False


class FieldState(msgspec.Struct, frozen=True, gc=False):
    """One field: what stands, what is covered, and which named ids are not known here yet."""

    heads: tuple[Head, ...]
    context: Mapping[WriterId, int] = msgspec.field(default_factory=lambda: NOTHING)
    """Writer → n: its writes to this field up to n are covered. Entries follow the normal form above."""
    pending: tuple[CommitId, ...] = ()
    """Seen ids that no commit known here has; each counts once that very commit is known."""


class EntityState(msgspec.Struct, frozen=True):
    """What the folded commits say of one entity."""

    entity: EntityId
    kind: str
    subject: EntityId | None
    schema: int
    fields: Mapping[str, FieldState]


class StoredState(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """The stored form: each id once in ``ids``; ``plain`` holds the fields with one plain head by ids[0]."""

    version: int
    entity: EntityId
    kind: str
    subject: EntityId | None
    schema: int
    ids: list[CommitId]
    plain: dict[str, Any]
    rest: dict[str, "_BlobField"]


class _BlobField(msgspec.Struct, array_like=True, frozen=True):
    heads: list[tuple[int, Any, bool, int | None, bool]]
    """Index of the id, value, erased, index of the origin, here."""
    context: list[tuple[WriterId, int]]
    """Sorted by writer."""
    pending: list[int]


_encoder = msgspec.msgpack.Encoder(order="sorted")
_decoder = msgspec.msgpack.Decoder(StoredState)


def encode_state(state: EntityState) -> bytes:
    """Return the compact canonical bytes of a state, for the entities table and for snapshots."""
    ids: list[CommitId] = []
    places: dict[CommitId, int] = {}
    plain: dict[str, Any] = {}
    rest: dict[str, _BlobField] = {}

    def place(one: CommitId) -> int:
        found = places.get(one)
        if found is None:
            found = places[one] = len(ids)
            ids.append(one)
        return found

    common = _common_head(state)
    if common is not None:
        place(common)
    for name in sorted(state.fields):
        field = state.fields[name]
        if is_plain(field) and field.heads[0].id == common:
            plain[name] = field.heads[0].value
            continue
        rest[name] = _BlobField(
            [
                (
                    place(head.id),
                    head.value,
                    head.erased,
                    None if head.origin is None else place(head.origin),
                    head.here,
                )
                for head in field.heads
            ],
            sorted(field.context.items()),
            [place(one) for one in field.pending],
        )
    return _encoder.encode(
        StoredState(STATE_VERSION, state.entity, state.kind, state.subject, state.schema, ids, plain, rest)
    )


def decode_state(raw: bytes) -> EntityState:
    """Return the state of its bytes; raises Malformed, NotCanonical or TooNew."""
    blob = _read_blob(raw)
    fields: dict[str, FieldState] = {}
    try:
        for name, value in blob.plain.items():
            fields[name] = FieldState((Head(blob.ids[0], value),), NOTHING)
        for name, field in blob.rest.items():
            heads = tuple(
                Head(blob.ids[at], value, erased, None if origin is None else blob.ids[origin], here)
                for at, value, erased, origin, here in field.heads
            )
            fields[name] = FieldState(heads, dict(field.context), tuple(blob.ids[at] for at in field.pending))
    except IndexError as problem:
        raise Malformed("id outside the table") from problem
    return EntityState(blob.entity, blob.kind, blob.subject, blob.schema, fields)


def decode_plain(raw: bytes) -> StoredState | None:
    """Return a state whose every field is one plain head of one commit, ``None`` where it is not such.

    No head is built: ``ids[0]`` stands in all fields of ``plain``. Most of a snapshot is like this.
    Raises Malformed or TooNew.
    """
    blob = _read_blob(raw)
    return None if blob.rest or len(blob.ids) != 1 else blob


def decode_foreign_state(raw: bytes) -> EntityState:
    """Like ``decode_state``, for bytes that others made: refuses another spelling and values not allowed."""
    state = decode_state(raw)
    check_value(state.kind)
    for name, field in state.fields.items():
        check_value(name)
        for head in field.heads:
            check_value(head.value)
    if encode_state(state) != raw:
        raise NotCanonical("state")
    return state


def is_plain(field: FieldState) -> bool:
    """Whether a field is one live, uncarried head and nothing else: the common case."""
    if len(field.heads) != 1 or field.context or field.pending:
        return False
    head = field.heads[0]
    return not head.erased and head.origin is None


def _read_blob(raw: bytes) -> StoredState:
    try:
        blob = _decoder.decode(raw)
    except (msgspec.DecodeError, RecursionError, ValueError) as problem:
        raise Malformed("not a state") from problem
    if blob.version > STATE_VERSION:
        raise TooNew(blob.version)
    return blob


def _common_head(state: EntityState) -> CommitId | None:
    """Return the id that most plain fields stand on (the smallest of equals), or ``None``."""
    counts: dict[CommitId, int] = {}
    for field in state.fields.values():
        if is_plain(field):
            one = field.heads[0].id
            counts[one] = counts.get(one, 0) + 1
    return min(counts, key=lambda one: (-counts[one], one)) if counts else None
