# SPDX-License-Identifier: MIT
"""A bundle: unsent commits as one sealed and signed file, for the outbox and for a stick (vault.md).

magic ‖ version ‖ length ‖ header ‖ one HPKE box a receiver ‖ Cobblestone body ‖ Ed25519 signature over all before.
The header says in the clear who wrote, for whom, and how long everything is, and nothing of what is inside.
The body is packed frames (``sync.protocol.frame``), each behind its length.
"""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from sync.log.codec import decode_struct, encode
from sync.log.commit import SIGNATURE_BYTES
from sync.log.errors import BadSignature, LogError, SealBroken
from sync.log.sealing import ReceivingKey, key_id, seal
from sync.log.signing import Purpose, SigningKey, verify
from sync.protocol.errors import (
    BundleBroken,
    BundleNotForMe,
    BundleOtherHub,
    BundleTooNew,
    FrameBroken,
)
from sync.protocol.frame import open_size, pack, unpack
from sync.protocol.journal import Segment
from sync.protocol.messages import MAX_FRAME_PACKED, CheckpointFrame, PushRequest, WireCommit
from sync.records.ids import HubId, WriterId, writer_id

MAGIC: Final = b"KKBUNDLE"
VERSION: Final = 1
MAX_BYTES: Final = 64 * 1024 * 1024
MAX_DELIVERED: Final = 4 * 1024 * 1024
"""A bundle that somebody else delivers to the hub: some 10,000 saves of one stream."""
BUNDLE_PATH: Final = "/v1/bundles"
"""POST of a bundle's bytes as they lie in the outbox, signed by whoever delivers it; answers a sealed BundleTaken."""
BUNDLE_ANSWER: Final = "bundle-answer"
MAX_OPEN: Final = 4 * MAX_BYTES
"""All frames of a bundle together, unpacked: anybody may leave one, and 400 bytes can unpack to 4 MiB."""
_LABEL: Final = "bundle"
_PREFIX: Final = len(MAGIC) + 1 + 4
_LENGTH: Final = 4
_KEY_ID: Final = 16
_MAX_HEADER: Final = 64 * 1024
_PIECE: Final = 64
"""Commits a frame: small enough that a frame of them keeps the frame's limits, whatever they hold."""


class BundleHeader(msgspec.Struct, array_like=True, frozen=True):
    """What anybody may know of a bundle. ``signing`` proves ``writer``."""

    id: bytes
    hub: HubId
    signing: bytes
    sequence: int
    """1, 2, 3 … for each bundle of this writer."""
    previous: bytes
    """SHA-256 of that writer's bundle before it; empty for the first."""
    time: int
    """The writer's clock, ms since 1970."""
    receivers: list[bytes]
    """``sealing.key_id`` of each key that it is sealed to; a box each, in this order."""
    boxes: list[int]
    """Length of each box."""
    length: int
    """Length of the body as it lies here."""
    digest: bytes
    """SHA-256 of boxes and body as they lie here."""

    @property
    def writer(self) -> WriterId:
        """Who wrote it."""
        return writer_id(self.signing)


class BundleTaken(msgspec.Struct, array_like=True, frozen=True):
    """What the hub made of a bundle: commits it has now, and runs it could not take (a gap, a stream not theirs).

    Numbers only: whoever delivers a bundle unread is not told what is in it.
    """

    commits: int
    left: int


class _Frame(msgspec.Struct, array_like=True, frozen=True):
    runs: list[PushRequest]
    checkpoints: list[CheckpointFrame]


@dataclass(frozen=True, slots=True)
class Bundle:
    """An opened bundle. Its commits carry their own signatures, which whoever takes them in verifies."""

    header: BundleHeader
    segments: tuple[Segment, ...]
    checkpoints: tuple[CheckpointFrame, ...]
    """The newest checkpoints of the hub that its writer had seen."""


_header_decoder = msgspec.msgpack.Decoder(BundleHeader)


def write_bundle(
    segments: Sequence[Segment],
    *,
    key: SigningKey,
    hub: HubId,
    receivers: Sequence[bytes],
    sequence: int,
    previous: bytes,
    time_ms: int,
    checkpoints: Sequence[CheckpointFrame] = (),
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> bytes:
    """Return the bytes of a bundle sealed to these public receiving keys.

    Raises FrameTooLarge or Malformed on what can't be sealed.
    """
    file_key = Cobblestone256Encryptor.generate_key()
    bundle_id = random_bytes(16)
    encryptor = Cobblestone256Encryptor(file_key, _context(hub, key.public, bundle_id))
    body = encryptor.update(_frames(segments, checkpoints)) + encryptor.finalize()
    boxes = [seal(receiver, file_key, label=_LABEL) for receiver in receivers]
    sealed = b"".join(boxes) + body
    header = encode(
        BundleHeader(
            id=bundle_id,
            hub=hub,
            signing=key.public,
            sequence=sequence,
            previous=previous,
            time=time_ms,
            receivers=[key_id(receiver) for receiver in receivers],
            boxes=[len(box) for box in boxes],
            length=len(body),
            digest=hashlib.sha256(sealed).digest(),
        )
    )
    unsigned = MAGIC + bytes([VERSION]) + len(header).to_bytes(_LENGTH, "big") + header + sealed
    return unsigned + key.sign(Purpose.BUNDLE, hub, unsigned)


def read_header(raw: bytes, *, hub: HubId) -> BundleHeader:
    """Return the header of a whole, undamaged bundle of this hub; needs no key.

    Raises BundleBroken, BundleTooNew or BundleOtherHub.
    """
    return _parse(raw, hub)[0]


def read_bundle(raw: bytes, *, key: ReceivingKey, hub: HubId) -> Bundle:
    """Return an opened bundle; raises BundleNotForMe beside what ``read_header`` raises."""
    header, sealed = _parse(raw, hub)
    if key.key_id not in header.receivers:
        raise BundleNotForMe
    place = header.receivers.index(key.key_id)
    start = sum(header.boxes[:place])
    body = sealed[sum(header.boxes) :]
    try:
        file_key = key.open(sealed[start : start + header.boxes[place]], label=_LABEL)
        decryptor = Cobblestone256Decryptor(file_key, _context(hub, header.signing, header.id))
        plain = decryptor.update(body) + decryptor.finalize()
    except (SealBroken, InvalidTag, ValueError) as problem:
        raise BundleBroken("body") from problem
    segments: list[Segment] = []
    checkpoints: list[CheckpointFrame] = []
    for frame in _unframed(plain):
        segments += [_segment(run) for run in frame.runs]
        checkpoints += frame.checkpoints
    return Bundle(header, tuple(segments), tuple(checkpoints))


def _parse(raw: bytes, hub: HubId) -> tuple[BundleHeader, bytes]:
    """Return header and sealed part, with every length, the digest and the signature held against the bytes."""
    if len(raw) > MAX_BYTES:
        raise BundleBroken("length")
    if len(raw) < _PREFIX or raw[: len(MAGIC)] != MAGIC:
        raise BundleBroken("magic")
    if raw[len(MAGIC)] != VERSION:
        raise BundleTooNew(raw[len(MAGIC)])
    header_end = _PREFIX + int.from_bytes(raw[_PREFIX - _LENGTH : _PREFIX], "big")
    try:
        header = decode_struct(raw[_PREFIX:header_end], _header_decoder, limit=_MAX_HEADER)
    except LogError as problem:
        raise BundleBroken("header") from problem
    lengths = [*header.boxes, header.length]
    if min(lengths) < 0 or header_end + sum(lengths) + SIGNATURE_BYTES != len(raw):
        raise BundleBroken("length")
    if len(header.receivers) != len(header.boxes) or any(len(one) != _KEY_ID for one in header.receivers):
        raise BundleBroken("receivers")
    sealed = raw[header_end:-SIGNATURE_BYTES]
    if hashlib.sha256(sealed).digest() != header.digest:
        raise BundleBroken("digest")
    try:
        verify(header.signing, Purpose.BUNDLE, header.hub, raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:])
    except BadSignature as problem:
        raise BundleBroken("signature") from problem
    if header.hub != hub:
        raise BundleOtherHub
    return header, sealed


def _context(hub: HubId, signing: bytes, bundle_id: bytes) -> bytes:
    return b"kenttakirja/bundle/1" + hub + signing + bundle_id


def _frames(segments: Sequence[Segment], checkpoints: Sequence[CheckpointFrame]) -> bytes:
    frames = [_Frame([piece], []) for segment in segments for piece in _pieces(segment)]
    if checkpoints:
        frames.append(_Frame([], list(checkpoints)))
    packed = [pack(frame) for frame in frames]
    return b"".join(len(one).to_bytes(_LENGTH, "big") + one for one in packed)


def _pieces(segment: Segment) -> list[PushRequest]:
    """Cut a segment so that no frame is too large: by number, and alone what is large itself."""
    pieces: list[PushRequest] = []
    wire = [WireCommit.of(commit) for commit in segment.commits]
    start = 0
    prev = segment.prev
    while start < len(wire):
        end, size = start, 0
        while end < min(len(wire), start + _PIECE) and size < MAX_FRAME_PACKED // 2:
            commit = segment.commits[end]
            size += len(commit.header) + sum(len(body) for body in commit.bodies if body is not None)
            end += 1
        if end - start > 1 and size > MAX_FRAME_PACKED // 2:
            end -= 1
        pieces.append(
            PushRequest(segment.stream, segment.writer, segment.first + start, prev, wire[start:end])
        )
        prev = segment.commits[end - 1].hash
        start = end
    return pieces


def _segment(run: PushRequest) -> Segment:
    return Segment(run.stream, run.writer, run.first, run.prev, tuple(wire.value() for wire in run.commits))


def _unframed(plain: bytes) -> list[_Frame]:
    frames: list[_Frame] = []
    start, opened = 0, 0
    while start < len(plain):
        end = start + _LENGTH + int.from_bytes(plain[start : start + _LENGTH], "big")
        if end > len(plain):
            raise BundleBroken("frame length")
        packed = plain[start + _LENGTH : end]
        try:
            opened += open_size(packed)
            if opened > MAX_OPEN:
                raise BundleBroken("frames too large")
            frames.append(unpack(packed, _Frame))
        except FrameBroken as problem:
            raise BundleBroken("frame") from problem
        start = end
    return frames
