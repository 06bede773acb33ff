# SPDX-License-Identifier: MIT
"""Attachments: who may send and read which ciphertext. Denied unless a record says so, and the fold agrees.

A row in the store says that an accepted commit once named a blob. To send, that is enough for its author and for
whoever may read the stream. To read, the stream must be open to the reader, and the record must stand: effective,
not deleted, not erased, and still naming the blob. What is unknown and what is forbidden look the same.
"""

from collections.abc import Collection, Iterable, Iterator
from io import BufferedReader

from sync.hub.access import Rights
from sync.hub.audit import Event, Operation, log
from sync.hub.blob_files import BlobFiles
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all, settle
from sync.hub.store.rows import BlobRow, Claim, WriterRow
from sync.log.commit import Body
from sync.log.deletion import DELETED, Deletion, deletion
from sync.log.erasure import erasure_mark
from sync.log.state import EntityState, FieldState, Head, decode_state
from sync.protocol.blobs import BLOB_BYTES, MAX_BLOB, MAX_CHUNK
from sync.protocol.errors import Code, refusal
from sync.records.attachments import ATTACHMENT
from sync.records.ids import EntityId, StreamId, WriterId

_BLOB = "blob"
_TARGET = "blobs"
"""What the hub's log calls a blob that cannot be told by its stream."""


def begin(parts: HubParts, writer: WriterId, blob: bytes, size: int) -> int:
    """Return how many bytes of a blob the hub holds, after making room; ``size`` when it holds all.

    Raises BlobRefused (unknown-blob), AccessRefused (unknown-writer, writer-revoked), FilesFailed.
    """
    if size not in _sizes(parts, writer, blob):
        raise refusal(Code.UNKNOWN_BLOB, blob=blob.hex())
    return BlobFiles(parts.blobs).begin(blob, size, parts.clock())


def send(
    parts: HubParts, writer: WriterId, blob: bytes, offset: int, chunk: bytes, *, size: int | None = None
) -> int:
    """Add the bytes from ``offset`` on; return how many are held, durably.

    Without ``size`` the longest counts that a record of this writer's says. Raises as ``begin``, and
    BlobRefused (blob-offset, blob-damaged), FrameRefused (frame-too-large, malformed).
    """
    if len(chunk) > MAX_CHUNK:
        raise refusal(Code.FRAME_TOO_LARGE)
    sizes = _sizes(parts, writer, blob)
    whole = max(sizes, default=0) if size is None else size
    if whole not in sizes:
        raise refusal(Code.UNKNOWN_BLOB, blob=blob.hex())
    return BlobFiles(parts.blobs).append(blob, offset, chunk, size=whole, now=parts.clock())


def stand(parts: HubParts, writer: WriterId, blob: bytes) -> tuple[int, int]:
    """Return (how many bytes are held, how many there are) for who may send; raises as ``begin``."""
    sizes = _sizes(parts, writer, blob)
    if not sizes:
        raise refusal(Code.UNKNOWN_BLOB, blob=blob.hex())
    files = BlobFiles(parts.blobs)
    whole = files.whole(blob)
    return (files.stand(blob), max(sizes)) if whole is None else (whole, whole)


def open_blob(parts: HubParts, writer: WriterId, blob: bytes, *, first: bool) -> tuple[BufferedReader, int]:
    """Return a whole blob to read from, which the caller closes, and its size.

    ``first`` logs the reading: once a file, not once a piece. Raises BlobRefused (unknown-blob), also for one
    that has not come yet, AccessRefused (unknown-writer, writer-revoked), FilesFailed.
    """
    me = parts.reader(writer)
    claim = _standing(parts, me, blob)
    if claim is None:
        denied = Event(Operation.READ, me.staff, _TARGET, Code.UNKNOWN_BLOB.value, forbidden=True)
        log(parts, [denied])
        raise refusal(Code.UNKNOWN_BLOB, blob=blob.hex())
    files = BlobFiles(parts.blobs)
    file, size = files.open(blob), files.whole(blob)
    if file is None or size is None:
        raise refusal(Code.UNKNOWN_BLOB, blob=blob.hex())
    if first:
        log(parts, [Event(Operation.READ, me.staff, claim.stream, f"attachment {claim.entity.hex()}")])
    return file, size


def read(parts: HubParts, writer: WriterId, blob: bytes, start: int, length: int) -> bytes:
    """Return at most ``length`` bytes from ``start`` on; raises as ``open_blob``."""
    file, _ = open_blob(parts, writer, blob, first=start == 0)
    with file:
        file.seek(start)
        return file.read(length)


def named(stream: StreamId, bodies: Iterable[Body | None]) -> Iterator[BlobRow]:
    """Yield what the attachments among these bodies name; what is no name of a blob is passed over."""
    for body in bodies:
        if body is None or body.kind != ATTACHMENT.name or body.subject is None:
            continue
        write = body.fields.get(_BLOB)
        said = None if write is None else write.value
        if not isinstance(said, dict):
            continue
        blob, size = said.get("id"), said.get("sealed")
        if not isinstance(blob, bytes) or not isinstance(size, int):
            continue
        if len(blob) == BLOB_BYTES and 0 < size <= MAX_BLOB:
            yield BlobRow(stream, body.entity, blob, size, erasure_mark(body.subject))


def others(parts: HubParts, rights: Rights, stream: StreamId, blobs: Collection[bytes]) -> frozenset[bytes]:
    """Return those of these blobs that belong to streams only which this author may not read.

    Who knows a name from a team they have left must not get the file by naming it in another's stream.
    """
    homes: dict[bytes, set[StreamId]] = {}
    for row in parts.store.blob_rows(blobs):
        homes.setdefault(row.blob, set()).add(row.stream)
    if not homes:
        return frozenset()
    mine = rights.readable(parts.laptops()) | {stream}
    return frozenset(blob for blob, streams in homes.items() if not streams & mine)


def forget_subject(parts: HubParts, subject: bytes) -> None:
    """Take everything off the disk that only records about this subject (its SHA-256) name.

    Files go first: a crash in between leaves the rows, from which doing it again completes.
    """
    rows = parts.store.blobs_of_subject(subject)
    concerned = {row.blob for row in rows}
    elsewhere = {row.blob for row in parts.store.blob_rows(concerned) if row.subject != subject}
    for blob in sorted(concerned - elsewhere):
        BlobFiles(parts.blobs).drop(blob)
    parts.store.forget_blobs(subject)


def forget_write(parts: HubParts, stream: StreamId, bodies: Iterable[Body]) -> None:
    """Take off the disk what only an erased write of a record named; the stream is settled already."""
    for row in named(stream, bodies):
        claims = parts.store.claims(row.blob)
        its = [one for one in claims if (one.stream, one.entity) == (row.stream, row.entity)]
        if any(_names(parts, one, row.blob) for one in its):
            continue
        if all(one in its for one in claims):
            BlobFiles(parts.blobs).drop(row.blob)
        parts.store.forget_blob(row.stream, row.entity, row.blob)


def _sizes(parts: HubParts, writer: WriterId, blob: bytes) -> frozenset[int]:
    """Return how long records say a blob is that this writer's person wrote or may read."""
    me = parts.reader(writer)
    claims = parts.store.claims(blob)
    if not claims:
        return frozenset()
    readable = _readable(parts, me)
    return frozenset(one.size for one in claims if one.staff == me.staff or one.stream in readable)


def _readable(parts: HubParts, me: WriterRow) -> frozenset[StreamId]:
    return Rights.of(me, parts.store.grants(me.staff), parts.clock()).readable(parts.laptops())


def _standing(parts: HubParts, me: WriterRow, blob: bytes) -> Claim | None:
    """Return a record that names this blob and stands, in a stream that is open to this reader."""
    readable = _readable(parts, me)
    claims = [one for one in parts.store.claims(blob) if one.stream in readable]
    behind = {one.stream: one.number for one in claims if one.settled < one.number}
    for stream, number in sorted(behind.items()):
        settle(parts, stream, number)
    if behind:
        claims = [one for one in parts.store.claims(blob) if one.stream in readable]
    return next((one for one in claims if _names(parts, one, blob)), None)


def _names(parts: HubParts, claim: Claim, blob: bytes) -> bool:
    """Whether the record stands and one of its live writes names the blob."""
    state = None if claim.state is None else _with_values(parts, claim.stream, decode_state(claim.state))
    if state is None or state.kind != ATTACHMENT.name or deletion(state).verdict is Deletion.DELETED:
        return False
    field = state.fields.get(_BLOB)
    values = [] if field is None else [head.value for head in field.heads]
    return any(isinstance(value, dict) and value.get("id") == blob for value in values)


def _with_values(parts: HubParts, stream: StreamId, state: EntityState) -> EntityState:
    """Return a state of the hub's with what its live writes say of blob and deletion: it keeps no values."""
    fields = dict(state.fields)
    for name in (_BLOB, DELETED):
        field = fields.get(name)
        if field is not None:
            heads = tuple(_head(parts, stream, state.entity, name, head) for head in field.heads)
            fields[name] = FieldState(heads, field.context, field.pending)
    return EntityState(state.entity, state.kind, state.subject, state.schema, fields)


def _head(parts: HubParts, stream: StreamId, entity: EntityId, name: str, head: Head) -> Head:
    if head.erased:
        return head
    found = parts.store.commit(stream, head.id.writer, head.id.n)
    bodies = [] if found is None else read_all(open_bodies(parts, [found])[0])
    for body in bodies:
        if body.entity == entity and name in body.fields:
            return Head(head.id, body.fields[name].value, head.erased, head.origin, head.here)
    return head
