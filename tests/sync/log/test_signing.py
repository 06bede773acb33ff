# SPDX-License-Identifier: MIT
"""Every signature goes through one function and holds for one purpose, one hub, one key and its bytes."""

import pytest
from log_keys import HUB, KEY, OTHER_HUB, OTHER_KEY

from sync.log.errors import BadSignature
from sync.log.signing import Purpose, SigningKey, is_sound_public, verify
from sync.records.ids import writer_id


@pytest.mark.parametrize("purpose", Purpose)
def test_a_signature_holds_for_its_own_purpose_only(purpose: Purpose) -> None:
    signature = KEY.sign(purpose, HUB, b"payload")
    verify(KEY.public, purpose, HUB, b"payload", signature)
    for other in Purpose:
        if other is not purpose:
            with pytest.raises(BadSignature):
                verify(KEY.public, other, HUB, b"payload", signature)


def test_another_hub_key_payload_or_length_is_refused() -> None:
    signature = KEY.sign(Purpose.COMMIT, HUB, b"payload")
    for public, hub, payload, its in (
        (OTHER_KEY.public, HUB, b"payload", signature),
        (KEY.public, OTHER_HUB, b"payload", signature),
        (KEY.public, HUB, b"payloae", signature),
        (KEY.public, HUB, b"payload", signature[:-1]),
        (b"no key", HUB, b"payload", signature),
    ):
        with pytest.raises(BadSignature):
            verify(public, Purpose.COMMIT, hub, payload, its)


def test_a_fresh_key_signs_and_its_text_holds_no_secret() -> None:
    key = SigningKey.generate()
    verify(key.public, Purpose.KEY, HUB, b"x", key.sign(Purpose.KEY, HUB, b"x"))
    assert key.writer == writer_id(key.public)
    assert key.seed.hex() not in repr(key)
    assert SigningKey.from_seed(key.seed).public == key.public


_P = 2**255 - 19
_ORDER_EIGHT = int.from_bytes(
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"
)
"""The y of a point of order eight, from published lists of the curve's small subgroup."""


@pytest.mark.parametrize("sign", [0, 1])
@pytest.mark.parametrize(
    "y",
    [0, 1, _P - 1, _ORDER_EIGHT, _P - _ORDER_EIGHT, _P, _P + 1, 2**255 - 1, 2, 7],
    ids=["four", "one", "two", "eight", "eight more", "zero twice", "one twice", "long", "none", "none more"],
)
def test_a_public_key_under_which_anybody_could_sign_is_not_sound(y: int, sign: int) -> None:
    assert not is_sound_public((y + (sign << 255)).to_bytes(32, "little"))


def test_every_key_that_is_made_is_sound_and_only_at_its_length() -> None:
    for _ in range(50):
        assert is_sound_public(SigningKey.generate().public)
    assert not is_sound_public(KEY.public[:-1])
    assert not is_sound_public(KEY.public + b"\0")
    assert not is_sound_public(b"")
