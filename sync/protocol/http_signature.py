# SPDX-License-Identifier: MIT
"""Signed requests: HTTP Message Signatures (RFC 9421) with Ed25519, in the one form that we use.

Covered are ``@method``, ``@path``, ``content-digest`` (RFC 9530, SHA-256) and ``created``; ``keyid`` is the
writer's id in hex. Only this exact form is accepted, so a regular expression reads it. The general library
costs 90 ms of import at unlock; the tests hold our signatures against it.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.log.signing import SigningKey
from sync.protocol.errors import Code, refusal
from sync.records.ids import WriterId, writer_id

TOLERANCE_SECONDS: Final = 120
"""How far ``created`` may lie from the verifier's time, either way."""

_LABEL: Final = "kk"
_COVERED: Final = '("@method" "@path" "content-digest")'
_INPUT: Final = re.compile(
    r'kk=(?P<params>\("@method" "@path" "content-digest"\);created=(?P<created>[0-9]{1,15});'
    r'keyid="(?P<keyid>[0-9a-f]{32})";alg="ed25519")'
)
_SIGNATURE: Final = re.compile(r"kk=:(?P<value>[A-Za-z0-9+/]{86}==):")


def content_digest(body: bytes) -> str:
    """Return the Content-Digest field of a body (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def sign_request(*, method: str, path: str, body: bytes, key: SigningKey, created_ms: int) -> dict[str, str]:
    """Return the three header fields that sign a request; ``created_ms`` is the signer's idea of hub time."""
    digest = content_digest(body)
    params = f'{_COVERED};created={created_ms // 1000};keyid="{key.writer.hex()}";alg="ed25519"'
    signature = Ed25519PrivateKey.from_private_bytes(key.seed).sign(_signed(method, path, digest, params))
    return {
        "Content-Digest": digest,
        "Signature-Input": f"{_LABEL}={params}",
        "Signature": f"{_LABEL}=:{base64.b64encode(signature).decode()}:",
    }


def verify_request(
    *,
    method: str,
    path: str,
    headers: Mapping[str, str],
    body: bytes,
    public_key: Callable[[WriterId], bytes | None],
    now_ms: int,
) -> WriterId:
    """Return who signed this request.

    ``public_key`` gives the 32 bytes of a known writer. Raises AccessRefused (signature-invalid,
    unknown-writer) or ClockRefused with the verifier's time; that one only to somebody whose signature holds.
    """
    fields = {name.lower(): value for name, value in headers.items()}
    described = _INPUT.fullmatch(fields.get("signature-input", ""))
    signed = _SIGNATURE.fullmatch(fields.get("signature", ""))
    digest = content_digest(body)
    if described is None or signed is None or fields.get("content-digest") != digest:
        raise refusal(Code.SIGNATURE_INVALID)
    writer = WriterId(bytes.fromhex(described["keyid"]))
    public = public_key(writer)
    if public is None:
        raise refusal(Code.UNKNOWN_WRITER)
    if writer_id(public) != writer:
        raise refusal(Code.SIGNATURE_INVALID)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(
            base64.b64decode(signed["value"]), _signed(method, path, digest, described["params"])
        )
    except (InvalidSignature, ValueError) as problem:
        raise refusal(Code.SIGNATURE_INVALID) from problem
    if abs(int(described["created"]) * 1000 - now_ms) > TOLERANCE_SECONDS * 1000:
        raise refusal(Code.CLOCK_SKEW, hub_time=now_ms)
    return writer


def _signed(method: str, path: str, digest: str, params: str) -> bytes:
    """The signature base of RFC 9421 §2.5."""
    return (
        f'"@method": {method}\n"@path": {path}\n"content-digest": {digest}\n"@signature-params": {params}'
    ).encode()
