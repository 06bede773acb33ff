# SPDX-License-Identifier: MIT
"""A passphrase slot that takes a share: neither half opens it, and nothing of it can be turned back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from vault_disks import CHEAP
from vault_notebooks import PHRASE, Enrolled

from desktop.vault.errors import (
    FileFault,
    LeaseMissing,
    LeaseRunOut,
    VaultMisuse,
    WrongPassphrase,
)
from desktop.vault.kdf import KdfParameters
from desktop.vault.keyfile import Header, canonical, decode, is_authentic
from desktop.vault.keyfile_io import COPIES, KEY_FILE
from desktop.vault.slot_key import SlotKey, share_id
from desktop.vault.vault import (
    OpenVault,
    change_passphrase,
    demand_passphrase,
    fits,
    recover,
    strengthen,
    take_lease,
    unlock,
)

SHARE, OTHER = bytes(range(16)), bytes(16)
NEW = "aivan toisenlainen lause"
DEARER = KdfParameters(memory_kib=CHEAP.memory_kib, passes=2, lanes=1)


def having(share: bytes) -> Callable[[Header], bytes]:
    """A key store that gives this share."""
    return lambda _header: share


def opened(enrolled: Enrolled, phrase: str = PHRASE, share: bytes = SHARE) -> OpenVault:
    enrolled.clock.now += 1000
    return unlock(enrolled.folder, phrase, known_generation=0, share_of=having(share), clock=enrolled.clock)


@pytest.fixture
def leased(enrolled: Enrolled) -> Enrolled:
    """A notebook whose key file asks for a share."""
    take_lease(enrolled.vault, SHARE)
    return enrolled


def test_passphrase_and_share_open_and_neither_alone(leased: Enrolled) -> None:
    assert opened(leased).secrets == leased.secrets
    for phrase, share in ((NEW, SHARE), (PHRASE, OTHER)):
        with pytest.raises(WrongPassphrase):
            opened(leased, phrase, share)


def test_without_the_share_nothing_is_derived_and_no_try_is_counted(leased: Enrolled) -> None:
    with pytest.raises(LeaseMissing):
        unlock(leased.folder, PHRASE, clock=leased.clock)
    assert not leased.vault.throttle.failures()


def test_what_the_lease_says_is_raised_as_it_is(leased: Enrolled) -> None:
    def run_out(_header: Header) -> bytes:
        raise LeaseRunOut

    with pytest.raises(LeaseRunOut):
        unlock(leased.folder, PHRASE, share_of=run_out, clock=leased.clock)


def test_an_unleased_slot_is_never_asked_for_a_share(enrolled: Enrolled) -> None:
    def never(_header: Header) -> bytes:
        raise AssertionError

    assert unlock(enrolled.folder, PHRASE, share_of=never, clock=enrolled.clock).share == b""


def test_the_keys_are_derived_as_the_format_says(leased: Enrolled) -> None:
    key = opened(leased).key
    assert key is not None

    def hkdf(salt: bytes | None, label: str, length: int = 32, of: bytes = key.base) -> bytes:
        info = f"kenttakirja/v2/{label}".encode()
        return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(of)

    assert key.kek == hkdf(SHARE, "kek-with-lease")
    assert key.sign_in_seed == hkdf(None, "lease-sign-in")
    assert share_id(SHARE) == hkdf(None, "share-id", 8, SHARE).hex()
    assert SlotKey(key.base).kek == key.base
    assert share_id(b"") == ""


def test_a_new_passphrase_and_a_dearer_one_keep_the_share_and_give_a_new_proof(leased: Enrolled) -> None:
    vault = opened(leased)
    proofs = set()
    for phrase in (PHRASE, NEW, NEW):
        assert vault.key is not None
        assert (vault.share, fits(vault)) == (SHARE, True)
        proofs.add(vault.key.sign_in_seed)
        if len(proofs) == 1:
            change_passphrase(vault, current=phrase, new=NEW)
        elif len(proofs) == 2:
            assert strengthen(vault, NEW, wanted=DEARER)
    assert len(proofs) == 3
    assert opened(leased, NEW).kdf == DEARER


def test_a_vault_that_does_not_know_its_share_changes_no_passphrase_until_it_is_told(
    leased: Enrolled,
) -> None:
    known = opened(leased)
    assert known.key is not None
    vault = OpenVault(
        folder=leased.folder, header=known.header, secrets=known.secrets, throttle=known.throttle,
        disk=known.disk, key=SlotKey(known.key.base),
    )  # fmt: skip
    vault.confirm(0)
    assert not fits(vault)
    with pytest.raises(LeaseMissing):
        demand_passphrase(vault, PHRASE)
    with pytest.raises(VaultMisuse):
        take_lease(vault, SHARE)
    vault.know_share(OTHER)
    with pytest.raises(LeaseMissing):
        change_passphrase(vault, current=PHRASE, new=NEW)
    vault.know_share(SHARE)
    change_passphrase(vault, current=PHRASE, new=NEW)
    assert opened(leased, NEW).secrets == leased.secrets


def test_a_vault_without_its_slots_key_takes_no_lease(enrolled: Enrolled) -> None:
    one = enrolled.vault
    vault = OpenVault(
        folder=one.folder, header=one.header, secrets=one.secrets, throttle=one.throttle, disk=one.disk
    )
    vault.confirm(0)
    vault.know_share(SHARE)
    assert not fits(vault)
    with pytest.raises(VaultMisuse):
        take_lease(vault, SHARE)


def test_the_citys_recovery_key_opens_a_leased_notebook_and_ends_the_lease(leased: Enrolled) -> None:
    vault = recover(
        leased.folder, leased.recovery.secret, NEW, kdf=CHEAP, known_generation=2, clock=leased.clock
    )
    assert vault.secrets == leased.secrets
    assert vault.share == b""
    assert unlock(leased.folder, NEW, clock=leased.clock).secrets == leased.secrets


def edited(leased: Enrolled, change: Callable[[dict[str, Any]], object]) -> None:
    """Write an edit into both copies."""
    value = json.loads((leased.folder / KEY_FILE).read_bytes())
    change(value)
    for name in COPIES:
        (leased.folder / name).write_bytes(canonical(value))


def test_a_slot_whose_share_was_edited_away_or_exchanged_does_not_open(leased: Enrolled) -> None:
    edited(leased, lambda header: header["slots"][0].update(lease=""))
    with pytest.raises(WrongPassphrase):
        opened(leased)
    edited(leased, lambda header: header["slots"][0].update(lease=share_id(OTHER)))
    for share in (SHARE, OTHER):
        with pytest.raises(WrongPassphrase):
            opened(leased, share=share)


def test_a_leased_file_made_an_older_version_does_not_open(leased: Enrolled) -> None:
    def down(header: dict[str, Any]) -> None:
        header["version"] = 1
        del header["slots"][0]["lease"]

    edited(leased, down)
    with pytest.raises(WrongPassphrase):
        opened(leased)


def test_every_flipped_bit_of_a_leased_file_is_refused_by_the_reader_or_by_the_mac(leased: Enrolled) -> None:
    raw, authentic = (leased.folder / KEY_FILE).read_bytes(), 0
    for place in range(len(raw)):
        for bit in range(8):
            other = bytearray(raw)
            other[place] ^= 1 << bit
            try:
                header = decode(bytes(other))
            except FileFault:
                continue
            authentic += is_authentic(header, leased.secrets)
    assert authentic == 0


def test_an_edit_of_one_leased_copy_is_outvoted_by_the_other(leased: Enrolled, tmp_path: Path) -> None:
    del tmp_path
    raw = (leased.folder / KEY_FILE).read_bytes()
    place = raw.index(b'"lease":"') + len(b'"lease":"')
    other = bytearray(raw)
    other[place] = ord("0") if other[place] != ord("0") else ord("1")
    (leased.folder / KEY_FILE).write_bytes(other)

    def share_of(header: Header) -> bytes:
        if header.passphrase_slot.share_id != share_id(SHARE):
            raise LeaseMissing
        return SHARE

    vault = unlock(leased.folder, PHRASE, known_generation=2, share_of=share_of, clock=leased.clock)
    assert vault.secrets == leased.secrets
    assert (leased.folder / KEY_FILE).read_bytes() == raw


def test_the_packed_key_comes_back_and_nothing_else_does(leased: Enrolled) -> None:
    key = opened(leased).key
    assert key is not None
    assert SlotKey.unpacked(key.packed()) == key
    assert SlotKey.unpacked(SlotKey(key.base).packed()) == SlotKey(key.base)
    assert SlotKey.unpacked(b"x" * 33) is None
    assert repr(key) == "SlotKey(…)"
    for base, share in ((b"x" * 31, b""), (b"x" * 32, b"x")):
        with pytest.raises(VaultMisuse):
            SlotKey(base, share)
