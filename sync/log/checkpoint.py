# SPDX-License-Identifier: MIT
"""A checkpoint: the hub signs how far a stream goes and what it folds to, once a round (design.md §6)."""

from dataclasses import dataclass
from typing import Final

import msgspec

from sync.log.codec import check_value, decode_struct, encode
from sync.log.commit import HASH_BYTES
from sync.log.errors import Malformed, TooNew
from sync.log.signing import Purpose, SigningKey, verify
from sync.records.ids import HubId, StreamId

CHECKPOINT_VERSION: Final = 1
_LIMIT: Final = 1024


class Checkpoint(msgspec.Struct, array_like=True, frozen=True):
    """What the hub vouches for: the stream as it stands at one number."""

    version: int
    stream: StreamId
    epoch: int
    number: int
    """k: how many commits the hub has numbered in this stream and epoch."""
    running: bytes
    """H(k)."""
    digest: bytes
    """XOR digest of the heads that the effective ones of those k commits fold to."""
    time: int
    """Hub time, ms since 1970."""


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A checkpoint as it travels: canonical bytes and the hub's signature over them."""

    raw: bytes
    signature: bytes


_decoder = msgspec.msgpack.Decoder(Checkpoint)


def sign_checkpoint(
    *, key: SigningKey, hub: HubId, stream: StreamId, epoch: int, number: int, running: bytes, digest: bytes,
    time_ms: int,
) -> SignedCheckpoint:  # fmt: skip
    """Return the signed checkpoint; raises Malformed on what can't be one."""
    checkpoint = Checkpoint(CHECKPOINT_VERSION, stream, epoch, number, running, digest, time_ms)
    _check(checkpoint)
    raw = encode(checkpoint)
    return SignedCheckpoint(raw, key.sign(Purpose.CHECKPOINT, hub, raw))


def read_checkpoint(signed: SignedCheckpoint, *, hub: HubId, public: bytes) -> Checkpoint:
    """Return the checkpoint if ``public`` signed it for this hub; raises BadSignature, Malformed, TooNew."""
    verify(public, Purpose.CHECKPOINT, hub, signed.raw, signed.signature)
    checkpoint = decode_struct(signed.raw, _decoder, limit=_LIMIT)
    _check(checkpoint)
    return checkpoint


def contradicts(one: Checkpoint, other: Checkpoint) -> bool:
    """Whether two signed checkpoints cannot both be true: one k of one epoch with two H (or two digests).

    Both are kept as proof and shown (design.md §6).
    """
    same_place = (one.stream, one.epoch, one.number) == (other.stream, other.epoch, other.number)
    return same_place and (one.running, one.digest) != (other.running, other.digest)


def _check(checkpoint: Checkpoint) -> None:
    if checkpoint.version > CHECKPOINT_VERSION:
        raise TooNew(checkpoint.version)
    if checkpoint.version != CHECKPOINT_VERSION:
        raise Malformed("version")
    if len(checkpoint.running) != HASH_BYTES or len(checkpoint.digest) != HASH_BYTES:
        raise Malformed("length of a hash")
    if checkpoint.number < 0 or checkpoint.epoch < 0 or checkpoint.time < 0 or not checkpoint.stream:
        raise Malformed("checkpoint field")
    check_value(checkpoint.stream)
