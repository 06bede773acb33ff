# SPDX-License-Identifier: MIT
"""The hub's word for an answer: a header field with a signature over the request and what answers it.

Sealing alone says nothing of who sealed: a writer's public receiving key is no secret. The request's bytes are
sealed under fresh randomness, so an answer signed for one request fits no other.
"""

import base64
import binascii
import hashlib
from typing import Final

from sync.log.errors import BadSignature
from sync.log.signing import Purpose, SigningKey, verify
from sync.protocol.errors import WrongHub
from sync.records.ids import HubId

ANSWER_HEADER: Final = "Kenttakirja-Answer"
"""Base64 of 64 bytes: about 110 bytes of an answer."""


def sign_answer(key: SigningKey, *, hub: HubId, request: bytes, answer: bytes) -> str:
    """Return the field's value for these two bodies as they travel."""
    return base64.b64encode(key.sign(Purpose.ANSWER, hub, _both(request, answer))).decode("ascii")


def verify_answer(public: bytes, value: str | None, *, hub: HubId, request: bytes, answer: bytes) -> None:
    """Raise WrongHub unless the field is the online key's word for this answer to this request."""
    try:
        signature = base64.b64decode(value or "", validate=True)
        verify(public, Purpose.ANSWER, hub, _both(request, answer), signature)
    except (BadSignature, binascii.Error, ValueError) as problem:
        raise WrongHub("answer") from problem


def _both(request: bytes, answer: bytes) -> bytes:
    return hashlib.sha256(request).digest() + hashlib.sha256(answer).digest()
