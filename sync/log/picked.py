# SPDX-License-Identifier: MIT
"""Single states asked for again: what the hub says of some entities of a stream at one number, signed.

It has a snapshot's purpose and is never a part of one: its first value is a word where a part has a number.
"""

from collections.abc import Collection, Sequence
from typing import Final

import msgspec

from sync.log.codec import check_value, decode_struct, encode
from sync.log.commit import HASH_BYTES
from sync.log.errors import Malformed, TooNew
from sync.log.signing import Purpose, SigningKey, verify
from sync.log.snapshot import MAX_PART_BYTES, Base
from sync.log.state import EntityState, decode_foreign_state
from sync.records.ids import ID_BYTES, EntityId, HubId

PICKED_VERSION: Final = 1
WORD: Final = "picked"


class Picked(msgspec.Struct, array_like=True, frozen=True):
    """These entities of a stream as they stand at ``base``, and which of those asked for do not stand there."""

    word: str
    version: int
    base: Base
    entities: list[bytes]
    """Encoded states, in order of their entities."""
    gone: list[EntityId]
    """Asked for and in no fold of the hub's: never seen, erased, moved away, or only ever withheld."""


_decoder = msgspec.msgpack.Decoder(Picked)


def pick(base: Base, states: Sequence[bytes], gone: Collection[EntityId]) -> bytes:
    """Return the payload of these states, which lie in order of their entities."""
    return encode(Picked(WORD, PICKED_VERSION, base, list(states), sorted(gone)))


def sign_picked(payload: bytes, *, key: SigningKey, hub: HubId) -> bytes:
    """Return the hub's signature over it."""
    return key.sign(Purpose.SNAPSHOT, hub, payload)


def read_picked(
    payload: bytes, signature: bytes, *, hub: HubId, public: bytes
) -> tuple[Picked, tuple[EntityState, ...]]:
    """Return what was picked and its states, decoded.

    Raises BadSignature, Malformed and its kin, and TooNew. An entity stands in it at most once.
    """
    verify(public, Purpose.SNAPSHOT, hub, payload, signature)
    picked = decode_struct(payload, _decoder, limit=MAX_PART_BYTES)
    if picked.word != WORD:
        raise Malformed("not picked states")
    if picked.version > PICKED_VERSION:
        raise TooNew(picked.version)
    base = picked.base
    if picked.version != PICKED_VERSION or base.epoch < 0 or base.number < 0 or not base.stream:
        raise Malformed("picked base")
    check_value(base.stream)
    if len(base.running) != HASH_BYTES or any(len(one) != ID_BYTES for one in picked.gone):
        raise Malformed("picked base")
    states = tuple(decode_foreign_state(raw) for raw in picked.entities)
    names = [state.entity for state in states]
    if names != sorted(set(names)) or picked.gone != sorted(set(picked.gone) - set(names)):
        raise Malformed("picked entities")
    return picked, states
