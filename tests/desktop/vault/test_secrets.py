# SPDX-License-Identifier: MIT
"""The secrets: subkeys by label, nothing shown, strict lengths."""

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.vault.errors import KeyFileDamaged
from desktop.vault.secrets import VaultSecrets, pack_secrets, unpack_secrets
from sync.log.sealing import ReceivingKey

SECRETS = VaultSecrets(
    vault_key=bytes(range(32)), signing_seed=b"s" * 32, receiving_key=b"p" * 96, hub_root=b"r" * 32
)
FROZEN = [
    "5937b2589395f1432bdfc8f8508b17cdec875a2229116d74739ba43582e8bb25",
    "b2fff8e3e612c8586154367fabc03acdf9faf28c732c6415172a20bb1b864db3",
    "e4d53b25bd53b7a98c33151ce936efe6eb2f9939b364752b91e47173c36a9989",
    "ddebaf980bb6c5956f49b570747d1a6af621cba0b657d231098427ef0cd2088c",
    "80acde8837bc07b546c23e4c3ab0e2b36c358232af72b5107dba966aa8c45eec",
]
"""Retyped from RFC 5869 over HMAC alone, not taken from the code under test."""


def test_hkdf_is_that_of_rfc_5869_case_1() -> None:
    okm = HKDF(algorithm=SHA256(), length=42, salt=bytes(range(13)), info=bytes(range(0xF0, 0xFA))).derive(
        b"\x0b" * 22
    )
    assert okm.hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )


def test_the_five_keys_are_frozen_for_ever() -> None:
    assert [
        SECRETS.database_key.hex(),
        SECRETS.header_key.hex(),
        SECRETS.attachment_key.hex(),
        SECRETS.audit_key.hex(),
        SECRETS.index_key.hex(),
    ] == FROZEN


def test_no_two_uses_share_a_key_and_none_is_the_vault_key() -> None:
    assert len({SECRETS.vault_key, *(bytes.fromhex(text) for text in FROZEN)}) == 6


def test_printing_shows_nothing() -> None:
    for text in (repr(SECRETS), str(SECRETS), f"{SECRETS}"):
        assert text == "VaultSecrets(…)"


def test_fresh_secrets_are_random_and_their_receiving_key_is_one() -> None:
    one, other = VaultSecrets.fresh(hub_root=b"r" * 32), VaultSecrets.fresh(hub_root=b"r" * 32)
    assert one.vault_key != other.vault_key
    assert one.signing_seed != other.signing_seed
    assert ReceivingKey.from_secret(one.receiving_key).secret == one.receiving_key


def test_a_box_gives_back_what_was_put_in() -> None:
    assert unpack_secrets(pack_secrets(SECRETS)) == SECRETS


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"\xc1",
        msgspec.msgpack.encode({"vault_key": b"v" * 32}),
        msgspec.msgpack.encode(
            {
                "vault_key": b"v" * 31,
                "signing_seed": b"s" * 32,
                "receiving_key": b"p" * 96,
                "hub_root": b"r" * 32,
            }
        ),
        pack_secrets(SECRETS) + b"x",
    ],
)
def test_a_box_with_another_content_is_damaged(plain: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        unpack_secrets(plain)


def test_aes_gcm_siv_is_that_of_rfc_8452() -> None:
    key, nonce = b"\x01" + bytes(31), b"\x03" + bytes(11)
    assert AESGCMSIV(key).encrypt(nonce, b"", b"").hex() == "07f5f4169bbf55a8400cd47ea6fd400f"
    assert (
        AESGCMSIV(key).encrypt(nonce, b"\x01" + bytes(7), b"").hex()
        == "c2ef328e5c71c83b843122130f7364b761e0b97427e3df28"
    )
