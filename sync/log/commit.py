# SPDX-License-Identifier: MIT
"""A commit: one save by one writer in one stream, atomic, signed, chained (design.md §3).

On the wire and on disk a commit is three byte strings that never change again: the header, its
signature, and one body per entity. A *stripped* commit has ``None`` where a body was: it still
verifies, it just says nothing.
"""

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import msgspec

from sync.log.codec import MAX_BYTES, check_value, decode_struct, encode
from sync.log.errors import BodyChanged, LimitExceeded, Malformed, TooNew
from sync.log.signing import Purpose, SigningKey, verify
from sync.records.ids import ID_BYTES, EntityId, HubId, StreamId, WriterId

VERSION: Final = 1
MAX_FIELDS: Final = 500
MAX_ENTITIES: Final = 100
SALT_BYTES: Final = 16
MARK_BYTES: Final = 8
HASH_BYTES: Final = 32
SIGNATURE_BYTES: Final = 64


class CommitId(NamedTuple):
    """``[writer, n, first 8 bytes of the commit's hash]``: what a later write says that it has seen."""

    writer: WriterId
    n: int
    mark: bytes


class FieldWrite(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One field's new value, with the ids of that field's heads that its author saw (sorted)."""

    value: Any
    seen: list[CommitId]


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """What one commit says of one entity. ``subject`` is the person it is about, if any.

    ``origin`` is set when a write is carried over from another commit (a move, a re-signed clone):
    the id it had there.
    """

    entity: EntityId
    fields: dict[str, FieldWrite]
    kind: str
    salt: bytes
    schema: int
    subject: EntityId | None
    origin: CommitId | None = None


class Header(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What is signed: it holds no personal data, no kind, no entity and no field name."""

    version: int
    stream: StreamId
    writer: WriterId
    n: int
    prev: bytes
    time: int
    """The writer's own clock, milliseconds since 1970, never below its last; for display only."""
    app: str
    bodies: list[bytes]
    """SHA-256 of each body."""


_header_decoder = msgspec.msgpack.Decoder(Header)
_body_decoder = msgspec.msgpack.Decoder(Body)


@dataclass(frozen=True, slots=True)
class SignedCommit:
    """A commit as it travels and lies on disk; a ``None`` body is stripped."""

    header: bytes
    signature: bytes
    bodies: tuple[bytes | None, ...]

    @property
    def hash(self) -> bytes:
        """The 32-byte hash that the next commit of this writer names as ``prev``."""
        return commit_hash(self.header)

    @property
    def stripped(self) -> bool:
        """Whether some body is missing."""
        return any(body is None for body in self.bodies)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a save wants to say of one entity, before it is salted, hashed and signed."""

    kind: str
    entity: EntityId
    subject: EntityId | None
    schema: int
    fields: Mapping[str, tuple[Any, Sequence[CommitId]]]
    origin: CommitId | None = None


def commit_hash(header: bytes) -> bytes:
    """Return ``SHA-256("kenttakirja/commit/1" ‖ header)``."""
    return hashlib.sha256(b"kenttakirja/commit/1" + header).digest()


def first_prev(hub: HubId, stream: StreamId, signing_public_key: bytes) -> bytes:
    """Return the ``prev`` of a writer's first commit in a stream."""
    return hashlib.sha256(
        b"kenttakirja/chain/1" + hub + stream.encode() + b"\0" + signing_public_key
    ).digest()


def commit_id(header: Header, header_bytes: bytes) -> CommitId:
    """Return the id of the commit with this header."""
    return CommitId(header.writer, header.n, commit_hash(header_bytes)[:MARK_BYTES])


def write_commit(
    drafts: Sequence[Draft],
    *,
    key: SigningKey,
    hub: HubId,
    stream: StreamId,
    n: int,
    prev: bytes,
    time_ms: int,
    app: str,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> SignedCommit:
    """Return the signed commit of one save; raises Malformed or LimitExceeded on what can't be one."""
    bodies = []
    for draft in drafts:
        fields = {
            name: FieldWrite(value, sorted(CommitId(*one) for one in seen))
            for name, (value, seen) in draft.fields.items()
        }
        body = Body(
            draft.entity, fields, draft.kind, random_bytes(SALT_BYTES), draft.schema, draft.subject,
            draft.origin,
        )  # fmt: skip
        _check_body(body)
        bodies.append(encode(body))
    hashes = [hashlib.sha256(body).digest() for body in bodies]
    header = Header(VERSION, stream, key.writer, n, prev, time_ms, app, hashes)
    _check_header(header)
    raw = encode(header)
    if len(raw) + sum(map(len, bodies)) > MAX_BYTES:
        raise LimitExceeded("bytes")
    if len({draft.entity for draft in drafts}) != len(drafts):
        raise Malformed("entity twice")
    if sum(len(draft.fields) for draft in drafts) > MAX_FIELDS:
        raise LimitExceeded("fields")
    return SignedCommit(raw, key.sign(Purpose.COMMIT, hub, raw), tuple(bodies))


def read_header(raw: bytes) -> Header:
    """Return the header of its canonical bytes; raises Malformed and its kin, TooNew for a later version."""
    header = decode_struct(raw, _header_decoder)
    _check_header(header)
    return header


def read_body(raw: bytes) -> Body:
    """Return the body of its canonical bytes; raises Malformed and its kin."""
    body = decode_struct(raw, _body_decoder)
    _check_body(body)
    return body


def read_bodies(commit: SignedCommit, header: Header) -> tuple[Body | None, ...]:
    """Return the decoded bodies, ``None`` where stripped, after holding each against the header's hash.

    Raises BodyChanged when a body is not the one that was signed, LimitExceeded above the limits, Malformed
    when one is no body.
    """
    if len(commit.bodies) != len(header.bodies):
        raise BodyChanged("number of bodies")
    if len(commit.header) + sum(len(raw) for raw in commit.bodies if raw is not None) > MAX_BYTES:
        raise LimitExceeded("bytes")
    bodies: list[Body | None] = []
    fields = 0
    entities: set[EntityId] = set()
    for raw, digest in zip(commit.bodies, header.bodies, strict=True):
        if raw is None:
            bodies.append(None)
            continue
        if hashlib.sha256(raw).digest() != digest:
            raise BodyChanged("body hash")
        body = read_body(raw)
        fields += len(body.fields)
        if body.entity in entities:
            raise Malformed("entity twice")
        entities.add(body.entity)
        bodies.append(body)
    if fields > MAX_FIELDS:
        raise LimitExceeded("fields")
    return tuple(bodies)


def verify_signature(commit: SignedCommit, *, hub: HubId, public: bytes) -> None:
    """Raise BadSignature unless this commit's header was signed by ``public`` for this hub."""
    verify(public, Purpose.COMMIT, hub, commit.header, commit.signature)


def _check_header(header: Header) -> None:
    if header.version > VERSION:
        raise TooNew(header.version)
    if header.version != VERSION:
        raise Malformed("version")
    if len(header.writer) != ID_BYTES or len(header.prev) != HASH_BYTES:
        raise Malformed("length of an id")
    if header.n < 1 or header.time < 0 or not header.stream or not header.app.isascii():
        raise Malformed("header field")
    if not 1 <= len(header.bodies) <= MAX_ENTITIES:
        raise LimitExceeded("entities")
    for digest in header.bodies:
        if len(digest) != HASH_BYTES:
            raise Malformed("length of a hash")
    check_value(header.stream)


def _check_body(body: Body) -> None:
    if len(body.entity) != ID_BYTES or len(body.salt) != SALT_BYTES or body.schema < 1 or not body.fields:
        raise Malformed("body field")
    if body.subject is not None and len(body.subject) != ID_BYTES:
        raise Malformed("subject")
    if body.origin is not None:
        _check_id(body.origin)
    check_value(body.kind)
    for name, write in body.fields.items():
        # Most names and values are short ASCII: asked here, a field costs a third of two calls.
        if type(name) is not str or not name.isascii():
            check_value(name)
        value = write.value
        told = type(value)
        if told is str:
            if not value.isascii():
                check_value(value)
        elif told is not bool and told is not bytes:
            check_value(value)
        if write.seen:
            _check_seen(write.seen)


def _check_seen(seen: list[CommitId]) -> None:
    if list(seen) != sorted(seen) or len({one.writer for one in seen}) != len(seen):
        raise Malformed("seen ids not sorted, or two of one writer")
    for one in seen:
        _check_id(one)


def _check_id(one: CommitId) -> None:
    if len(one.writer) != ID_BYTES or one.n < 1 or len(one.mark) != MARK_BYTES:
        raise Malformed("id")
