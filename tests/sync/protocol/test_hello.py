# SPDX-License-Identifier: MIT
"""Hello: the pinned hub is recognised, everything else is not."""

from dataclasses import replace

import msgspec
import pytest

from sync.log.codec import encode
from sync.log.sealing import PUBLIC_BYTES
from sync.log.signing import Purpose, SigningKey
from sync.protocol.errors import EnrolmentInvalid, Refused, VersionRefused, WrongHub
from sync.protocol.fingerprint import fingerprint_bytes, root_digest, root_fingerprint
from sync.protocol.hello import SignedKeys, make_hello, sign_keys, verify_hello
from sync.protocol.messages import Hello, OnlineKeys, SignedHello
from sync.records.ids import HubId

HUB = HubId(b"H" * 16)
ROOT = SigningKey.from_seed(b"r" * 32)
ONLINE = SigningKey.from_seed(b"o" * 32)
STRANGER = SigningKey.from_seed(b"s" * 32)
NONCE = b"n" * 16
KEYS = OnlineKeys(HUB, 4, ONLINE.public, b"a" * PUBLIC_BYTES, b"b" * PUBLIC_BYTES)
PIN = root_digest(ROOT.public)


def _hello(keys: OnlineKeys = KEYS, *, root: SigningKey = ROOT, online: SigningKey = ONLINE) -> SignedHello:
    return make_hello(
        sign_keys(keys, root=root), online=online, hub=keys.hub, epoch=2, now_ms=77, nonce=NONCE
    )


def test_the_pinned_hub_is_recognised_by_the_whole_hash_and_by_the_typed_part() -> None:
    known = verify_hello(_hello(), nonce=NONCE, pin=PIN, hub=HUB, least_serial=4)
    assert (known.hub, known.epoch, known.time, known.serial) == (HUB, 2, 77, 4)
    assert (known.signing, known.root) == (ONLINE.public, ROOT.public)
    typed = fingerprint_bytes(root_fingerprint(ROOT.public).lower().replace("-", " "))
    assert len(typed) == 10
    assert verify_hello(_hello(), nonce=NONCE, pin=typed) == known


def test_a_fingerprint_is_four_groups_of_four() -> None:
    assert [len(group) for group in root_fingerprint(ROOT.public).split("-")] == [4, 4, 4, 4]
    with pytest.raises(EnrolmentInvalid):
        fingerprint_bytes("0123-4567-89AB-CDE")


@pytest.mark.parametrize("pin", [root_digest(STRANGER.public), b"", PIN[:9], PIN + b"\0"])
def test_another_root_or_too_short_a_pin_is_the_wrong_hub(pin: bytes) -> None:
    with pytest.raises(WrongHub):
        verify_hello(_hello(), nonce=NONCE, pin=pin)


def test_a_hello_with_another_nonce_is_a_replay() -> None:
    with pytest.raises(WrongHub):
        verify_hello(_hello(), nonce=b"m" * 16, pin=PIN)


def test_older_online_keys_are_not_taken_again() -> None:
    with pytest.raises(WrongHub):
        verify_hello(_hello(), nonce=NONCE, pin=PIN, least_serial=5)


def test_another_hub_id_is_the_wrong_hub() -> None:
    with pytest.raises(WrongHub):
        verify_hello(_hello(), nonce=NONCE, pin=PIN, hub=HubId(b"G" * 16))


def test_keys_that_the_root_did_not_sign_and_hellos_that_the_online_key_did_not_sign_fail() -> None:
    forged = SignedKeys(encode(KEYS), STRANGER.sign(Purpose.KEY, HUB, encode(KEYS)), ROOT.public)
    with pytest.raises(WrongHub):
        verify_hello(
            make_hello(forged, online=ONLINE, hub=HUB, epoch=1, now_ms=1, nonce=NONCE), nonce=NONCE, pin=PIN
        )
    with pytest.raises(WrongHub):
        verify_hello(_hello(online=STRANGER), nonce=NONCE, pin=PIN)


@pytest.mark.parametrize("field", ["signing", "receiving", "recovery"])
def test_keys_of_another_length_fail(field: str) -> None:
    short = msgspec.structs.replace(KEYS, **{field: b"k" * 31})
    with pytest.raises(WrongHub):
        verify_hello(_hello(short), nonce=NONCE, pin=PIN)


def test_any_flipped_byte_of_a_hello_fails() -> None:
    signed = _hello()
    for place in range(0, len(signed.hello), 11):
        flipped = bytearray(signed.hello)
        flipped[place] ^= 1
        with pytest.raises(WrongHub):
            verify_hello(SignedHello(bytes(flipped), signed.signature), nonce=NONCE, pin=PIN)


@pytest.mark.parametrize(
    ("protocols", "code"), [([3, 4], "protocol-too-old"), ([0], "protocol-too-new"), ([], "protocol-too-new")]
)
def test_the_right_hub_without_a_common_protocol_says_which_side_is_old(
    protocols: list[int], code: str
) -> None:
    hello = msgspec.msgpack.decode(_hello().hello, type=Hello)
    raw = encode(msgspec.structs.replace(hello, protocols=protocols))
    with pytest.raises(VersionRefused) as refused:
        verify_hello(SignedHello(raw, ONLINE.sign(Purpose.HELLO, HUB, raw)), nonce=NONCE, pin=PIN)
    assert isinstance(refused.value, Refused)
    assert refused.value.code.value == code


@pytest.mark.parametrize(("protocols", "picked"), [([1, 2], 2), ([2, 3], 2), ([0, 1], 1), ([1], 1)])
def test_the_highest_common_major_is_picked(protocols: list[int], picked: int) -> None:
    hello = msgspec.msgpack.decode(_hello().hello, type=Hello)
    raw = encode(msgspec.structs.replace(hello, protocols=protocols))
    known = verify_hello(SignedHello(raw, ONLINE.sign(Purpose.HELLO, HUB, raw)), nonce=NONCE, pin=PIN)
    assert known.protocol == picked


def test_signed_keys_are_a_value() -> None:
    signed = sign_keys(KEYS, root=ROOT)
    assert replace(signed, root=b"") != signed
