# SPDX-License-Identifier: MIT
"""Erasure: of a subject for ever, or of one write, which the hub then restates without values.

A restated write still covers what its author had seen, so nothing that it replaced comes back; where it is a
head, the fold shows "erased". Nothing else removes a body from the fold (design.md §3).
"""

import hashlib
from collections.abc import Collection, Iterable
from typing import Any, Final

import msgspec

from sync.log.codec import Value, encode
from sync.log.commit import SALT_BYTES, Body, CommitId, FieldWrite, read_body
from sync.log.errors import Malformed
from sync.log.fold import Write
from sync.log.state import EntityState
from sync.records.ids import EntityId

_NO_SALT: Final = bytes(SALT_BYTES)


class _Restated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the hub's ``erasure`` says in its field ``write``: everything of a body but values and salt."""

    commit: CommitId
    entity: EntityId
    kind: str
    subject: EntityId | None
    schema: int
    origin: CommitId | None
    fields: dict[str, list[CommitId]]


def restate(write: Write) -> dict[str, Any]:
    """Return the value of an ``erasure``'s field ``write`` that erases this write."""
    body = write.body
    seen = {name: said.seen for name, said in sorted(body.fields.items())}
    restated = _Restated(write.id, body.entity, body.kind, body.subject, body.schema, body.origin, seen)
    value: dict[str, Any] = msgspec.to_builtins(restated, builtin_types=(bytes,))
    return value


def restated(value: Value) -> Write:
    """Return the erased write that an ``erasure`` restates; fold it with ``apply`` or ``pure.fold``.

    Raises Malformed when the value restates no write.
    """
    try:
        it = msgspec.convert(value, _Restated)
    except msgspec.ValidationError as problem:
        raise Malformed("restated write") from problem
    fields = {name: FieldWrite(None, seen) for name, seen in it.fields.items()}
    body = Body(it.entity, fields, it.kind, _NO_SALT, it.schema, it.subject, it.origin)
    return Write(it.commit, read_body(encode(body)), erased=True)


def erasure_mark(subject: EntityId) -> bytes:
    """Return SHA-256 of a subject's id: all that is kept of it for ever."""
    return hashlib.sha256(subject).digest()


def is_erased(*, entity: EntityId, subject: EntityId | None, marks: Collection[bytes]) -> bool:
    """Whether a body about this entity and subject must not be stored: one of them is erased for ever."""
    return erasure_mark(entity) in marks or (subject is not None and erasure_mark(subject) in marks)


def concerned(states: Iterable[EntityState], subjects: Collection[EntityId]) -> frozenset[EntityId]:
    """Return the entities that an erasure of ``subjects`` (all aliases of one person) takes away."""
    return frozenset(
        state.entity for state in states if state.entity in subjects or state.subject in subjects
    )
