# SPDX-License-Identifier: MIT
"""The published numbers: what this program calls computes what the RFCs say, not only what it computed yesterday."""

import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.vault.kdf import KEK_BYTES, KdfParameters, derive
from sync.log.signing import SigningKey, is_sound_public

STANDARDS = Path(__file__).parents[2] / "vectors" / "standards"


def published(name: str) -> dict[str, Any]:
    """Return one file's numbers, hex read as bytes."""

    def read(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
        if isinstance(value, list):
            return [read(one) for one in value]
        if isinstance(value, dict):
            return {key: one if key == "source" else read(one) for key, one in value.items()}
        return bytes.fromhex(value) if isinstance(value, str) else value

    found: dict[str, Any] = read(json.loads((STANDARDS / f"{name}.json").read_text(encoding="utf-8")))
    return found


def test_argon2id_gives_the_tag_of_rfc_9106() -> None:
    given = published("argon2id-rfc9106")
    tag = Argon2id(
        salt=given["salt"], length=given["length"], iterations=given["passes"], lanes=given["lanes"],
        memory_cost=given["memory_kib"], secret=given["secret"], ad=given["data"],
    ).derive(given["password"])  # fmt: skip
    assert tag == given["tag"]


def test_what_opens_a_notebook_is_that_same_argon2id_without_secret_and_data() -> None:
    """The RFC's only number has both, and costs less than our bounds: so the way from it to ours is one step more."""
    cost = KdfParameters(memory_kib=19 * 1024, passes=2, lanes=2)
    plain = Argon2id(salt=b"s" * 16, length=KEK_BYTES, iterations=2, lanes=2, memory_cost=19 * 1024)
    assert derive(b"phrase", b"s" * 16, cost) == plain.derive(b"phrase")


@pytest.mark.parametrize("case", published("hkdf-rfc5869")["cases"], ids=["A.1", "A.2", "A.3"])
def test_hkdf_gives_the_keys_of_rfc_5869(case: dict[str, bytes]) -> None:
    hkdf = HKDF(algorithm=SHA256(), length=len(case["okm"]), salt=case["salt"] or None, info=case["info"])
    assert hkdf.derive(case["ikm"]) == case["okm"]


@pytest.mark.parametrize("case", published("ed25519-rfc8032")["cases"], ids=["1", "2", "3", "SHA(abc)"])
def test_ed25519_gives_the_keys_and_signatures_of_rfc_8032(case: dict[str, bytes]) -> None:
    key = SigningKey.from_seed(case["seed"])
    assert key.public == case["public"]
    assert is_sound_public(key.public)
    assert Ed25519PrivateKey.from_private_bytes(case["seed"]).sign(case["message"]) == case["signature"]
    public = Ed25519PublicKey.from_public_bytes(key.public)
    public.verify(case["signature"], case["message"])
    with pytest.raises(InvalidSignature):
        public.verify(case["signature"], case["message"] + b"\0")


@pytest.mark.parametrize("case", published("aes-256-gcm-siv-rfc8452")["cases"])
def test_aes_256_gcm_siv_gives_the_boxes_of_rfc_8452(case: dict[str, bytes]) -> None:
    given = published("aes-256-gcm-siv-rfc8452")
    cipher, nonce = AESGCMSIV(given["key"]), given["nonce"]
    assert cipher.encrypt(nonce, case["plain"], case["data"]) == case["box"]
    assert cipher.decrypt(nonce, case["box"], case["data"]) == case["plain"]
    with pytest.raises(InvalidTag):
        cipher.decrypt(nonce, case["box"], case["data"] + b"\0")


def test_hpke_opens_what_rfc_9180_sealed() -> None:
    """The same suite but for the KEM and the length of the AES key: MLKEM768_X25519 has no number in that RFC.

    The library takes associated data only by a name of its own tests; ours never has any.
    """
    given = published("hpke-rfc9180")
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_128_GCM)
    key = X25519PrivateKey.from_private_bytes(given["secret"])
    assert key.public_key().public_bytes_raw() == given["public"]
    sealed = given["enc"] + given["box"]
    opened = openssl.hpke._decrypt_with_aad(suite, sealed, key, info=given["info"], aad=given["data"])
    assert opened == given["plain"]
    with pytest.raises(InvalidTag):
        suite.decrypt(sealed, key, info=given["info"])
