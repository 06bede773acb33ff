# SPDX-License-Identifier: MIT
"""Making and proving orders and farewells: each carries all that is needed to believe it, on any route.

An order: the laptop's pinned digest names the root, the root signed the online key, the online key signed the order.
A farewell: the writer's own key signed it, and the hub knows that key.
"""

from typing import Final

import msgspec

from sync.log.codec import encode
from sync.log.errors import BadSignature
from sync.log.signing import Purpose, SigningKey, verify
from sync.protocol.devices import (
    FAREWELL_VERSION,
    ORDER_VERSION,
    Farewell,
    Order,
    SignedFarewell,
    SignedOrder,
    What,
    Why,
)
from sync.protocol.errors import FrameBroken, WrongHub
from sync.protocol.fingerprint import fits
from sync.protocol.frame import pack, unpack
from sync.protocol.hello import SignedKeys
from sync.protocol.messages import OnlineKeys
from sync.records.ids import ID_BYTES, HubId, WriterId

LARGEST_ORDER: Final = 16 * 1024
"""Bytes of an order's file; a real one has about 3 KiB."""
_SIGNING_BYTES: Final = 32
_BAD: Final = (msgspec.DecodeError, RecursionError, ValueError)

_orders = msgspec.msgpack.Decoder(Order)
_farewells = msgspec.msgpack.Decoder(Farewell)
_keys = msgspec.msgpack.Decoder(OnlineKeys)


def sign_order(
    *,
    hub: HubId,
    writer: WriterId,
    what: What,
    serial: int,
    time_ms: int,
    online: SigningKey,
    keys: SignedKeys,
) -> SignedOrder:
    """Return the hub's order about a writer, with the root's word for the key that signs it."""
    raw = encode(Order(ORDER_VERSION, hub, writer, what, serial, time_ms))
    return SignedOrder(raw, online.sign(Purpose.ORDER, hub, raw), keys.keys, keys.signature, keys.root)


def verify_order(signed: SignedOrder, *, pin: bytes, hub: HubId) -> Order:
    """Return the order that this proves; ``pin`` is the root's digest. Raises WrongHub: nothing is to be done then."""
    try:
        order = _orders.decode(signed.order)
        keys = _keys.decode(signed.keys)
        spelled = encode(order) == signed.order
    except _BAD as problem:
        raise WrongHub("order") from problem
    if not spelled or order.version != ORDER_VERSION or order.serial < 1 or len(order.writer) != ID_BYTES:
        raise WrongHub("order")
    if not fits(pin, signed.root):
        raise WrongHub("root")
    if order.hub != hub or keys.hub != hub or len(keys.signing) != _SIGNING_BYTES:
        raise WrongHub("hub id")
    try:
        verify(signed.root, Purpose.KEY, hub, signed.keys, signed.keys_signature)
        verify(keys.signing, Purpose.ORDER, hub, signed.order, signed.signature)
    except BadSignature as problem:
        raise WrongHub("signature") from problem
    return order


def order_bytes(signed: SignedOrder) -> bytes:
    """Return an order as a file on a stick and as the answer of the route hold it."""
    return pack(signed)


def order_from(raw: bytes) -> SignedOrder:
    """Return the order of these bytes, not yet believed; raises FrameBroken."""
    if len(raw) > LARGEST_ORDER:
        raise FrameBroken("order")
    return unpack(raw, SignedOrder)


def sign_farewell(*, hub: HubId, why: Why, order: int, time_ms: int, key: SigningKey) -> SignedFarewell:
    """Return a writer's last word, in its own hand; ``order`` is the serial obeyed, 0 for none."""
    raw = encode(Farewell(FAREWELL_VERSION, hub, key.writer, why, order, time_ms))
    return SignedFarewell(raw, key.sign(Purpose.FAREWELL, hub, raw))


def farewell_of(signed: SignedFarewell, *, hub: HubId) -> Farewell:
    """Return what a farewell says, not yet believed; raises FrameBroken for one that is none, or another hub's."""
    try:
        farewell = _farewells.decode(signed.farewell)
        spelled = encode(farewell) == signed.farewell
    except _BAD as problem:
        raise FrameBroken("farewell") from problem
    sound = spelled and farewell.version == FAREWELL_VERSION and farewell.hub == hub
    if not sound or len(farewell.writer) != ID_BYTES or farewell.order < 0:
        raise FrameBroken("farewell")
    return farewell


def verify_farewell(signed: SignedFarewell, *, signing: bytes, hub: HubId) -> Farewell:
    """Return a farewell that this writer's public key proves; raises FrameBroken."""
    farewell = farewell_of(signed, hub=hub)
    try:
        verify(signing, Purpose.FAREWELL, hub, signed.farewell, signed.signature)
    except BadSignature as problem:
        raise FrameBroken("farewell") from problem
    return farewell
