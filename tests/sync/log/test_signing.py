# SPDX-License-Identifier: MIT
"""Every signature goes through one function and holds for one purpose, one hub, one key and its bytes."""

import pytest
from log_keys import HUB, KEY, OTHER_HUB, OTHER_KEY

from sync.log.errors import BadSignature
from sync.log.signing import Purpose, SigningKey, verify
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
