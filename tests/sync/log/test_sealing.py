# SPDX-License-Identifier: MIT
"""What is sealed to one receiver opens for that receiver, under the same label, unchanged."""

import pytest

from sync.log.errors import Malformed, SealBroken
from sync.log.sealing import PRIVATE_BYTES, PUBLIC_BYTES, ReceivingKey, key_id, seal

RECEIVER = ReceivingKey.from_secret(bytes(range(96)))


def test_what_is_sealed_opens_for_its_receiver() -> None:
    sealed = seal(RECEIVER.public, b"plain", label="push")
    assert RECEIVER.open(sealed, label="push") == b"plain"
    assert len(sealed) == len(b"plain") + 1136


def test_another_label_or_receiver_opens_nothing() -> None:
    sealed = seal(RECEIVER.public, b"plain", label="push")
    with pytest.raises(SealBroken):
        RECEIVER.open(sealed, label="pull")
    with pytest.raises(SealBroken):
        ReceivingKey.generate().open(sealed, label="push")
    with pytest.raises(SealBroken):
        RECEIVER.open(b"short", label="push")


def test_a_changed_byte_anywhere_opens_nothing() -> None:
    sealed = seal(RECEIVER.public, b"plain", label="push")
    for at in range(0, len(sealed), 7):
        changed = bytearray(sealed)
        changed[at] ^= 0x10
        with pytest.raises(SealBroken):
            RECEIVER.open(bytes(changed), label="push")


def test_a_key_is_its_secret_and_its_text_holds_none() -> None:
    key = ReceivingKey.generate()
    again = ReceivingKey.from_secret(key.secret)
    assert (len(key.secret), len(key.public)) == (PRIVATE_BYTES, PUBLIC_BYTES)
    assert again.public == key.public
    assert key.key_id == key_id(key.public)
    assert key.secret.hex() not in repr(key)


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(Malformed):
        ReceivingKey.from_secret(b"short")
    with pytest.raises(Malformed):
        seal(b"short", b"plain", label="push")
    with pytest.raises(Malformed):
        seal(b"\xff" * PUBLIC_BYTES, b"plain", label="push")
