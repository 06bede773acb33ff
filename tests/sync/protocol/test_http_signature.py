# SPDX-License-Identifier: MIT
"""Signed requests: ours fit the standard's other implementation, and nothing altered passes."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, algorithms

from sync.log.signing import SigningKey
from sync.protocol.errors import AccessRefused, ClockRefused, Code
from sync.protocol.http_signature import sign_request, verify_request
from sync.records.ids import WriterId

KEY = SigningKey.from_seed(bytes(range(32)))
OTHER = SigningKey.from_seed(bytes(range(1, 33)))
NOW = 1_790_000_000_000
BODY = b"sealed"


def _signed(created_ms: int = NOW) -> dict[str, str]:
    return sign_request(method="POST", path="/v1/push", body=BODY, key=KEY, created_ms=created_ms)


def _known(writer: WriterId) -> bytes | None:
    return KEY.public if writer == KEY.writer else None


def _verify(
    headers: dict[str, str],
    *,
    method: str = "POST",
    path: str = "/v1/push",
    body: bytes = BODY,
    public_key: Callable[[WriterId], bytes | None] = _known,
) -> WriterId:
    return verify_request(
        method=method, path=path, headers=headers, body=body, public_key=public_key, now_ms=NOW
    )


def test_a_signed_request_names_its_writer() -> None:
    assert _verify(_signed()) == KEY.writer
    assert _verify({name.lower(): value for name, value in _signed().items()}) == KEY.writer


@pytest.mark.parametrize(
    "altered",
    [{"method": "PUT"}, {"path": "/v1/pull"}, {"body": b"sealeD"}],
    ids=["method", "path", "body"],
)
def test_a_signature_covers_method_path_and_body(altered: dict[str, Any]) -> None:
    with pytest.raises(AccessRefused) as refused:
        _verify(_signed(), **altered)
    assert refused.value.code is Code.SIGNATURE_INVALID


@pytest.mark.parametrize("field", ["Content-Digest", "Signature-Input", "Signature"])
def test_any_changed_letter_or_missing_field_is_refused(field: str) -> None:
    signed = _signed()
    without = {name: value for name, value in signed.items() if name != field}
    with pytest.raises(AccessRefused):
        _verify(without)
    value = signed[field]
    for place in range(len(value)):
        letter = "A" if value[place] != "A" else "B"
        with pytest.raises(AccessRefused):
            _verify(signed | {field: value[:place] + letter + value[place + 1 :]})


def test_a_writer_that_the_hub_does_not_know_is_told_so() -> None:
    with pytest.raises(AccessRefused) as refused:
        _verify(_signed(), public_key=lambda _writer: None)
    assert refused.value.code is Code.UNKNOWN_WRITER


@pytest.mark.parametrize("public", [OTHER.public, b"\xff" * 32, b"short"])
def test_a_key_that_is_not_the_writers_never_passes(public: bytes) -> None:
    with pytest.raises(AccessRefused):
        _verify(_signed(), public_key=lambda _writer: public)


@pytest.mark.parametrize("seconds", [-120, 120])
def test_two_minutes_either_way_are_tolerated(seconds: int) -> None:
    assert _verify(_signed(NOW + seconds * 1000)) == KEY.writer


@pytest.mark.parametrize("seconds", [-121, 121, 315_000_000])
def test_a_clock_further_off_is_told_the_hubs_time(seconds: int) -> None:
    with pytest.raises(ClockRefused) as refused:
        _verify(_signed(NOW + seconds * 1000))
    assert refused.value.facts == {"hub_time": NOW}


class _Keys(HTTPSignatureKeyResolver):
    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        assert key_id == KEY.writer.hex()
        return Ed25519PublicKey.from_public_bytes(KEY.public)


@dataclass
class _Request:
    method: str
    url: str
    headers: dict[str, str]


def test_another_implementation_of_the_standard_accepts_our_signatures() -> None:
    headers = sign_request(
        method="POST",
        path="/v1/push",
        body=BODY,
        key=KEY,
        created_ms=int(dt.datetime.now(dt.UTC).timestamp() * 1000),
    )
    verifier = HTTPMessageVerifier(signature_algorithm=algorithms.ED25519, key_resolver=_Keys())
    results = verifier.verify(
        _Request("POST", "https://hub.example/v1/push", headers),
        require_components=("@method", "@path", "content-digest"),
        body=BODY,
    )
    assert [result.label for result in results] == ["kk"]
