# SPDX-License-Identifier: MIT
"""Orders and farewells prove themselves: whatever is changed, cut or signed by somebody else is refused."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.log.codec import encode
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.devices import Farewell, What, Why
from sync.protocol.errors import FrameBroken, ProtocolError, WrongHub
from sync.protocol.fingerprint import root_digest
from sync.protocol.hello import SignedKeys, sign_keys
from sync.protocol.messages import OnlineKeys
from sync.protocol.orders import (
    LARGEST_ORDER,
    farewell_of,
    order_bytes,
    order_from,
    sign_farewell,
    sign_order,
    verify_farewell,
    verify_order,
)
from sync.records.ids import HubId, WriterId

HUB, OTHER_HUB = HubId(b"h" * 16), HubId(b"i" * 16)
WRITER = WriterId(b"w" * 16)
ROOT, ONLINE, STRANGER = (SigningKey.from_seed(bytes([n]) * 32) for n in (1, 2, 3))
RECEIVING = ReceivingKey.generate().public
PIN = root_digest(ROOT.public)


def keys(root: SigningKey = ROOT, online: SigningKey = ONLINE, hub: HubId = HUB) -> SignedKeys:
    """Return online keys with a root's word for them."""
    return sign_keys(
        OnlineKeys(hub=hub, serial=1, signing=online.public, receiving=RECEIVING, recovery=RECEIVING),
        root=root,
    )


ORDER = sign_order(hub=HUB, writer=WRITER, what=What.WIPE, serial=3, time_ms=7, online=ONLINE, keys=keys())
RAW = order_bytes(ORDER)
FAREWELL = sign_farewell(hub=HUB, why=Why.LEFT, order=0, time_ms=7, key=ONLINE)


def test_a_good_order_is_believed_by_whoever_pinned_the_root() -> None:
    order = verify_order(order_from(RAW), pin=PIN, hub=HUB)
    assert (order.writer, order.what, order.serial, order.time) == (WRITER, What.WIPE, 3, 7)


@given(data=st.data())
def test_a_flipped_bit_is_refused_or_changes_nothing_of_what_is_ordered(data: st.DataObject) -> None:
    """The wrapping's own header has bits that mean nothing to who opens it; the order inside has none."""
    raw = bytearray(RAW)
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        order = verify_order(order_from(bytes(raw)), pin=PIN, hub=HUB)
    except ProtocolError:
        return
    assert order == verify_order(ORDER, pin=PIN, hub=HUB)


@given(data=st.data())
def test_every_flipped_bit_of_the_order_itself_is_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["order", "signature", "keys", "keys_signature", "root"]))
    raw = bytearray(getattr(ORDER, name))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(WrongHub):
        verify_order(msgspec.structs.replace(ORDER, **{name: bytes(raw)}), pin=PIN, hub=HUB)


@given(raw=st.binary(max_size=400))
def test_any_other_bytes_are_no_order(raw: bytes) -> None:
    with pytest.raises(ProtocolError):
        verify_order(order_from(raw), pin=PIN, hub=HUB)


@given(cut=st.integers(0, len(RAW) - 1))
def test_a_cut_file_is_no_order(cut: int) -> None:
    with pytest.raises(FrameBroken):
        order_from(RAW[:cut])


def test_a_file_of_any_length_is_not_read_whole() -> None:
    with pytest.raises(FrameBroken):
        order_from(RAW + bytes(LARGEST_ORDER))


@pytest.mark.parametrize(
    ("signed_by", "said_by", "hub"),
    [(STRANGER, keys(), HUB), (ONLINE, keys(root=STRANGER), HUB), (STRANGER, keys(STRANGER, STRANGER), HUB),
     (ONLINE, keys(hub=OTHER_HUB), HUB), (ONLINE, keys(), OTHER_HUB)],
)  # fmt: skip
def test_another_key_root_or_hub_orders_nothing(
    signed_by: SigningKey, said_by: SignedKeys, hub: HubId
) -> None:
    order = sign_order(
        hub=hub, writer=WRITER, what=What.WIPE, serial=1, time_ms=1, online=signed_by, keys=said_by
    )
    with pytest.raises(WrongHub):
        verify_order(order, pin=PIN, hub=HUB)


def test_an_order_without_a_number_is_none() -> None:
    order = sign_order(
        hub=HUB, writer=WRITER, what=What.REVOKE, serial=0, time_ms=1, online=ONLINE, keys=keys()
    )
    with pytest.raises(WrongHub):
        verify_order(order, pin=PIN, hub=HUB)


def test_a_signature_over_something_else_is_no_order() -> None:
    """Purposes are apart: what the hub signed as a receipt, say, orders nothing."""
    said = verify_order(ORDER, pin=PIN, hub=HUB)
    assert said.what is What.WIPE
    with pytest.raises(FrameBroken):
        verify_farewell(FAREWELL.__class__(ORDER.order, ORDER.signature), signing=ONLINE.public, hub=HUB)


def test_a_farewell_is_believed_for_its_writers_key_only() -> None:
    said = verify_farewell(FAREWELL, signing=ONLINE.public, hub=HUB)
    assert (said.writer, said.why) == (ONLINE.writer, Why.LEFT)
    for signing, hub in ((STRANGER.public, HUB), (ONLINE.public, OTHER_HUB)):
        with pytest.raises(FrameBroken):
            verify_farewell(FAREWELL, signing=signing, hub=hub)


@given(data=st.data())
def test_every_flipped_bit_of_a_farewell_is_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["farewell", "signature"]))
    raw = bytearray(getattr(FAREWELL, name))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    parts = {"farewell": FAREWELL.farewell, "signature": FAREWELL.signature} | {name: bytes(raw)}
    with pytest.raises(FrameBroken):
        verify_farewell(FAREWELL.__class__(**parts), signing=ONLINE.public, hub=HUB)


@given(raw=st.binary(max_size=200))
def test_any_other_bytes_are_no_farewell(raw: bytes) -> None:
    with pytest.raises(FrameBroken):
        farewell_of(FAREWELL.__class__(raw, bytes(64)), hub=HUB)


def test_a_farewell_of_a_newer_version_is_not_guessed_at() -> None:
    raw = encode(Farewell(2, HUB, ONLINE.writer, Why.LEFT, 0, 1))
    with pytest.raises(FrameBroken):
        farewell_of(FAREWELL.__class__(raw, bytes(64)), hub=HUB)
