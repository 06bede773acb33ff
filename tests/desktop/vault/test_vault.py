# SPDX-License-Identifier: MIT
"""A vault's life: made, unlocked, its passphrase changed, its cost raised, recovered, closed."""

import shutil
import unicodedata
from pathlib import Path

import msgspec
import pytest
from vault_disks import CHEAP, FullDisk
from vault_notebooks import PHRASE, STAFF, Clock, Enrolled, enrol

from desktop.vault.errors import (
    DiskFull,
    FolderRefused,
    KeyFileDamaged,
    KeyFileRolledBack,
    MemoryShort,
    PassphraseTooWeak,
    RecoveryKeyWrong,
    Refusal,
    Throttled,
    VaultMisuse,
    WrongPassphrase,
)
from desktop.vault.kdf import KdfParameters
from desktop.vault.keyfile import PassphraseSlot
from desktop.vault.keyfile_io import COPIES, KEY_FILE, KEY_FILE_COPY, write_copies
from desktop.vault.secrets import VaultSecrets
from desktop.vault.slot_key import SlotKey
from desktop.vault.slots import slot_key
from desktop.vault.vault import (
    REAL_DISK,
    OpenVault,
    change_passphrase,
    create,
    recover,
    strengthen,
    unix_seconds,
    unlock,
)
from sync.log.errors import Malformed
from sync.log.sealing import ReceivingKey

NEW = "aivan toisenlainen lause"
DEARER = KdfParameters(memory_kib=CHEAP.memory_kib, passes=2, lanes=1)


def opened(enrolled: Enrolled, phrase: str, known: int | None = None) -> OpenVault:
    return unlock(enrolled.folder, phrase, known_generation=known, clock=enrolled.clock)


def copy_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in COPIES}


def put_back(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


def test_the_passphrase_opens_what_was_put_in(enrolled: Enrolled) -> None:
    vault = opened(enrolled, PHRASE)
    assert vault.secrets == enrolled.secrets
    assert (vault.staff, vault.generation, vault.kdf) == (STAFF, 1, CHEAP)
    assert not vault.confirmed


def test_a_passphrase_typed_with_combining_dots_is_the_same_passphrase(
    tmp_path: Path, recovery: ReceivingKey
) -> None:
    enrolled = enrol(tmp_path / "n", recovery, phrase="yötä päivää väsymättä")
    assert opened(enrolled, unicodedata.normalize("NFD", "yötä päivää väsymättä")).generation == 1


def test_a_wrong_passphrase_is_told_with_what_is_left(enrolled: Enrolled) -> None:
    with pytest.raises(WrongPassphrase) as caught:
        opened(enrolled, PHRASE + "x")
    assert (caught.value.free_tries, caught.value.wait_seconds) == (4, 2)


def test_after_five_wrong_ones_even_the_right_one_waits_and_then_opens(enrolled: Enrolled) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            opened(enrolled, "väärin väärin väärin")
    with pytest.raises(Throttled) as caught:
        opened(enrolled, PHRASE)
    assert caught.value.seconds == 2
    enrolled.clock.now += 2
    vault = opened(enrolled, PHRASE)
    assert len(vault.throttle.failures().times) == 5
    assert vault.throttle.free_tries == 5


def test_nothing_printed_holds_a_secret_or_the_passphrase(enrolled: Enrolled) -> None:
    text = repr(enrolled.vault) + str(enrolled.vault)
    with pytest.raises(WrongPassphrase) as caught:
        opened(enrolled, "salainen arvaus täällä")
    assert text.startswith("OpenVault(s0123456789abcdef, generation 1)")
    assert "salainen" not in repr(caught.value)
    assert enrolled.secrets.vault_key.hex() not in text


def test_a_second_enrolment_never_overwrites_a_key_file(enrolled: Enrolled) -> None:
    (enrolled.folder / KEY_FILE).unlink()
    before = (enrolled.folder / KEY_FILE_COPY).read_bytes()
    with pytest.raises(FolderRefused) as caught:
        create(
            enrolled.folder,
            staff=STAFF,
            passphrase=PHRASE,
            kdf=CHEAP,
            secrets=enrolled.secrets,
            recovery_key=enrolled.recovery.public,
        )
    assert caught.value.refusal is Refusal.OCCUPIED
    assert (enrolled.folder / KEY_FILE_COPY).read_bytes() == before


def test_a_weak_passphrase_or_no_recovery_key_makes_no_notebook(
    tmp_path: Path, recovery: ReceivingKey
) -> None:
    secrets = VaultSecrets.fresh(hub_root=b"r" * 32)
    with pytest.raises(PassphraseTooWeak):
        create(
            tmp_path,
            staff=STAFF,
            passphrase="lyhyt",
            kdf=CHEAP,
            secrets=secrets,
            recovery_key=recovery.public,
        )
    with pytest.raises(Malformed):
        create(tmp_path, staff=STAFF, passphrase=PHRASE, kdf=CHEAP, secrets=secrets, recovery_key=b"x")
    assert list(tmp_path.iterdir()) == []


def test_after_a_change_the_old_passphrase_is_dead_and_the_new_one_opens_the_same(enrolled: Enrolled) -> None:
    change_passphrase(enrolled.vault, current=PHRASE, new=NEW)
    assert enrolled.vault.generation == 2
    with pytest.raises(WrongPassphrase):
        opened(enrolled, PHRASE)
    assert opened(enrolled, NEW, known=2).secrets == enrolled.secrets
    assert len(set(copy_of(enrolled.folder).values())) == 1


def test_a_change_may_carry_another_cost(enrolled: Enrolled) -> None:
    change_passphrase(enrolled.vault, current=PHRASE, new=NEW, kdf=DEARER)
    assert opened(enrolled, NEW).kdf == DEARER


def test_a_change_asks_for_the_current_passphrase_and_counts_a_wrong_one(enrolled: Enrolled) -> None:
    before = copy_of(enrolled.folder)
    with pytest.raises(WrongPassphrase):
        change_passphrase(enrolled.vault, current="arvaus arvaus 99", new=NEW)
    with pytest.raises(PassphraseTooWeak):
        change_passphrase(enrolled.vault, current=PHRASE, new="lyhyt")
    assert copy_of(enrolled.folder) == before
    assert len(enrolled.vault.throttle.failures().times) == 1


def test_a_key_file_from_before_the_change_is_refused(enrolled: Enrolled) -> None:
    before = copy_of(enrolled.folder)
    change_passphrase(enrolled.vault, current=PHRASE, new=NEW)
    put_back(enrolled.folder, before)
    vault = opened(enrolled, PHRASE)
    with pytest.raises(KeyFileRolledBack) as caught:
        vault.confirm(2)
    assert (caught.value.generation, caught.value.known) == (1, 2)
    with pytest.raises(KeyFileRolledBack):
        opened(enrolled, PHRASE, known=2)


def test_one_old_copy_put_back_cannot_overwrite_the_newer_one(enrolled: Enrolled) -> None:
    before = copy_of(enrolled.folder)
    change_passphrase(enrolled.vault, current=PHRASE, new=NEW)
    newest = (enrolled.folder / KEY_FILE).read_bytes()
    put_back(enrolled.folder, {KEY_FILE_COPY: before[KEY_FILE_COPY]})
    with pytest.raises(KeyFileRolledBack):
        opened(enrolled, PHRASE, known=2)
    assert (enrolled.folder / KEY_FILE).read_bytes() == newest
    assert opened(enrolled, NEW, known=2).generation == 2
    assert copy_of(enrolled.folder) == {KEY_FILE: newest, KEY_FILE_COPY: newest}


def test_of_two_valid_copies_the_higher_counts(enrolled: Enrolled) -> None:
    before = copy_of(enrolled.folder)
    strengthen(enrolled.vault, PHRASE, wanted=DEARER)
    newest = (enrolled.folder / KEY_FILE_COPY).read_bytes()
    put_back(enrolled.folder, {KEY_FILE: before[KEY_FILE]})
    assert opened(enrolled, PHRASE, known=1).generation == 2
    assert (enrolled.folder / KEY_FILE).read_bytes() == newest


def test_a_header_newer_than_the_database_is_accepted(enrolled: Enrolled) -> None:
    strengthen(enrolled.vault, PHRASE, wanted=DEARER)
    vault = opened(enrolled, PHRASE)
    assert not vault.confirm(1)
    assert vault.generation == 2


def test_nothing_is_written_before_the_generation_is_confirmed(enrolled: Enrolled) -> None:
    (enrolled.folder / KEY_FILE_COPY).unlink()
    vault = opened(enrolled, PHRASE)
    assert not (enrolled.folder / KEY_FILE_COPY).exists()
    with pytest.raises(VaultMisuse):
        change_passphrase(vault, current=PHRASE, new=NEW)
    assert vault.confirm(1)
    assert (enrolled.folder / KEY_FILE_COPY).exists()


def test_a_closed_vault_gives_nothing_and_writes_nothing(enrolled: Enrolled) -> None:
    enrolled.vault.close()
    enrolled.vault.close()
    with pytest.raises(VaultMisuse):
        _ = enrolled.vault.secrets
    with pytest.raises(VaultMisuse):
        change_passphrase(enrolled.vault, current=PHRASE, new=NEW)


def test_the_cost_is_raised_silently_once(enrolled: Enrolled) -> None:
    assert strengthen(enrolled.vault, PHRASE, wanted=DEARER)
    assert not strengthen(enrolled.vault, PHRASE, wanted=DEARER)
    assert not strengthen(enrolled.vault, PHRASE, wanted=CHEAP)
    vault = opened(enrolled, PHRASE, known=2)
    assert (vault.kdf, vault.generation) == (DEARER, 2)


def test_raising_with_another_passphrase_would_lock_the_person_out_and_is_our_bug(enrolled: Enrolled) -> None:
    with pytest.raises(VaultMisuse):
        strengthen(enrolled.vault, NEW, wanted=DEARER)
    assert opened(enrolled, PHRASE).generation == 1


def test_a_full_disk_puts_the_raise_and_the_repair_off(enrolled: Enrolled) -> None:
    vault = opened(enrolled, PHRASE, known=1)
    full = OpenVault(
        folder=enrolled.folder,
        header=vault.header,
        secrets=vault.secrets,
        throttle=vault.throttle,
        disk=FullDisk(0),
    )
    (enrolled.folder / KEY_FILE_COPY).unlink()
    assert not full.confirm(1)
    assert not strengthen(full, PHRASE, wanted=DEARER)
    with pytest.raises(DiskFull):
        change_passphrase(full, current=PHRASE, new=NEW)
    assert full.generation == 1
    assert opened(enrolled, PHRASE, known=1).generation == 1


def test_a_header_edited_by_someone_who_knows_the_passphrase_but_not_the_key_is_damage(
    enrolled: Enrolled,
) -> None:
    forged = msgspec.structs.replace(enrolled.vault.header, generation=5)
    write_copies(REAL_DISK, enrolled.folder, forged)
    with pytest.raises(KeyFileDamaged):
        opened(enrolled, PHRASE)
    assert not enrolled.vault.throttle.failures(), "no guess was made"


def test_a_copy_that_this_computer_cannot_try_is_set_aside(
    enrolled: Enrolled, monkeypatch: pytest.MonkeyPatch
) -> None:
    greedy = msgspec.structs.replace(enrolled.vault.header.passphrase_slot.kdf, memory_kib=2**22)
    slot = msgspec.structs.replace(enrolled.vault.header.passphrase_slot, kdf=greedy)
    header = msgspec.structs.replace(
        enrolled.vault.header, generation=9, slots=(slot, enrolled.vault.header.recovery_slot)
    )

    def starved(slot: PassphraseSlot, passphrase: bytes, share: bytes) -> SlotKey:
        asked = slot.kdf.memory_kib
        if asked == 2**22:
            raise MemoryShort(asked)
        return slot_key(slot, passphrase, share)

    monkeypatch.setattr("desktop.vault.guessing.slot_key", starved)
    put_back(enrolled.folder, {KEY_FILE: msgspec.json.encode(header, order="sorted")})
    assert opened(enrolled, PHRASE, known=1).generation == 1
    write_copies(REAL_DISK, enrolled.folder, header)
    with pytest.raises(MemoryShort):
        opened(enrolled, PHRASE)


def test_the_citys_recovery_key_opens_and_sets_a_new_passphrase(enrolled: Enrolled) -> None:
    vault = recover(enrolled.folder, enrolled.recovery.secret, NEW, kdf=CHEAP, clock=enrolled.clock)
    assert vault.secrets == enrolled.secrets
    assert (vault.generation, vault.confirmed) == (2, False)
    assert not vault.confirm(1)
    with pytest.raises(WrongPassphrase):
        opened(enrolled, PHRASE)
    assert opened(enrolled, NEW, known=2).secrets == enrolled.secrets


def test_recovery_ends_the_wait_of_forgotten_passphrases_and_keeps_them_for_the_audit(
    enrolled: Enrolled,
) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            opened(enrolled, "unohdin sen kokonaan")
    vault = recover(enrolled.folder, enrolled.recovery.secret, NEW, kdf=CHEAP, clock=enrolled.clock)
    assert vault.throttle.seconds_left() == 0
    assert len(vault.throttle.failures().times) == 5


def test_a_key_file_from_a_backup_is_brought_back_on_purpose_by_recovery(enrolled: Enrolled) -> None:
    backup = copy_of(enrolled.folder)
    change_passphrase(enrolled.vault, current=PHRASE, new=NEW)
    change_passphrase(enrolled.vault, current=NEW, new=PHRASE)
    put_back(enrolled.folder, backup)
    vault = recover(
        enrolled.folder, enrolled.recovery.secret, NEW, kdf=CHEAP, known_generation=3, clock=enrolled.clock
    )
    assert (vault.generation, vault.confirmed) == (4, True)
    assert opened(enrolled, NEW, known=4).secrets == enrolled.secrets


@pytest.mark.parametrize("key", [b"", b"x" * 95, ReceivingKey.generate().secret])
def test_another_recovery_key_opens_nothing(enrolled: Enrolled, key: bytes) -> None:
    before = copy_of(enrolled.folder)
    with pytest.raises(RecoveryKeyWrong):
        recover(enrolled.folder, key, NEW, kdf=CHEAP)
    with pytest.raises(PassphraseTooWeak):
        recover(enrolled.folder, enrolled.recovery.secret, "lyhyt", kdf=CHEAP)
    assert copy_of(enrolled.folder) == before


def test_the_key_file_goes_wherever_the_folder_is_copied(enrolled: Enrolled, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(enrolled.folder, moved)
    assert unlock(moved, PHRASE, known_generation=1, clock=Clock()).secrets == enrolled.secrets


def test_the_clock_of_the_outermost_edge_is_unix_time() -> None:
    assert unix_seconds() > 1_700_000_000
