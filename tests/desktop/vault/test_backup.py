# SPDX-License-Identifier: MIT
"""A backup's file: it opens for its owner and the city, and for nobody when a single byte of it is another."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vault_disks import FullDisk
from vault_notebooks import Enrolled, enrol

from desktop.vault.backup import (
    MAGIC,
    SUFFIX,
    Backup,
    Contents,
    read_backup,
    read_header,
    unpack,
    write_backup,
)
from desktop.vault.disk import RealDisk
from desktop.vault.errors import BackupFault, BackupUnreadable, DiskFull, VaultError
from desktop.vault.slots import open_recovery_slot
from sync.log.sealing import ReceivingKey
from sync.records.ids import LaptopId

LAPTOP = LaptopId("l00000000000000a1")
MADE = 1_790_000_000_000
DISK = RealDisk()


def contents(enrolled: Enrolled) -> Contents:
    return Contents(
        keys=enrolled.vault.header, hub_card=b'{"hub":"x"}', laptop=LAPTOP, made=MADE, practice=False, automatic=True
    )  # fmt: skip


def make(enrolled: Enrolled, folder: Path, plain: bytes = b"a database" * 400) -> Backup:
    source = folder / "source.db"
    source.write_bytes(plain)
    return write_backup(
        DISK, folder / f"one{SUFFIX}", database=source, contents=contents(enrolled), secrets=enrolled.secrets,
        city=enrolled.recovery.public,
    )  # fmt: skip


def fault_of(path: Path, enrolled: Enrolled, target: Path) -> BackupFault | None:
    try:
        unpack(DISK, read_backup(path), enrolled.secrets, target)
    except BackupUnreadable as problem:
        return problem.fault
    return None


def test_what_was_sealed_comes_out_again_and_the_file_is_its_owners_alone(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    plain = bytes(range(256)) * 9000
    made = make(enrolled, tmp_path, plain)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert plain[:64] not in made.path.read_bytes()
    unpack(DISK, read_backup(made.path), enrolled.secrets, tmp_path / "out.db")
    assert (tmp_path / "out.db").read_bytes() == plain
    assert sorted(one.name for one in tmp_path.glob("*.new")) == []
    header, size = read_header(made.path)
    assert size == made.path.stat().st_size
    assert header.keys() == enrolled.vault.header
    assert (header.made, header.laptop, header.automatic) == (MADE, LAPTOP, True)


@settings(max_examples=20)
@given(plain=st.binary(max_size=5000))
def test_any_content_comes_out_as_it_went_in(tmp_path_factory: pytest.TempPathFactory, plain: bytes) -> None:
    folder = tmp_path_factory.mktemp("backup")
    enrolled = enrol(folder / "n", ReceivingKey.generate())
    unpack(DISK, make(enrolled, folder, plain), enrolled.secrets, folder / "out.db")
    assert (folder / "out.db").read_bytes() == plain


def test_the_city_opens_it_through_the_recovery_slot_inside(enrolled: Enrolled, tmp_path: Path) -> None:
    made = make(enrolled, tmp_path)
    keys = made.header.keys()
    found = open_recovery_slot(keys.recovery_slot, vault=keys.vault, key=enrolled.recovery)
    assert found == enrolled.secrets
    assert made.header.receivers[1] == enrolled.recovery.key_id.hex()


def test_a_backup_without_the_citys_key_is_sealed_to_its_owner_alone(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    source = tmp_path / "source.db"
    source.write_bytes(b"x")
    made = write_backup(
        DISK,
        tmp_path / "a",
        database=source,
        contents=contents(enrolled),
        secrets=enrolled.secrets,
        city=None,
    )
    assert len(made.header.receivers) == 1
    assert fault_of(made.path, enrolled, tmp_path / "out") is None


def test_every_byte_that_is_another_is_refused(enrolled: Enrolled, tmp_path: Path) -> None:
    made = make(enrolled, tmp_path, b"a small database")
    whole = made.path.read_bytes()
    broken, out = tmp_path / "broken", tmp_path / "out"
    faults = set()
    for place in range(len(whole)):
        broken.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        fault = fault_of(broken, enrolled, out)
        assert fault is not None, place
        faults.add(fault)
        assert not out.exists()
    assert faults == {BackupFault.NO_BACKUP, BackupFault.DAMAGED, BackupFault.FOREIGN}


def test_a_cut_file_and_one_that_goes_on_are_refused(enrolled: Enrolled, tmp_path: Path) -> None:
    made = make(enrolled, tmp_path)
    whole = made.path.read_bytes()
    broken = tmp_path / "broken"
    for length in [0, 5, 12, 13, 100, len(whole) // 2, len(whole) - 65, len(whole) - 64, len(whole) - 1]:
        broken.write_bytes(whole[:length])
        with pytest.raises(BackupUnreadable):
            read_backup(broken)
    broken.write_bytes(whole + b"x")
    assert fault_of(broken, enrolled, tmp_path / "out") is BackupFault.DAMAGED


def test_what_is_no_backup_a_newer_one_and_one_that_is_gone_are_told_apart(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    made = make(enrolled, tmp_path)
    whole = made.path.read_bytes()
    other = tmp_path / "other"
    assert fault_of(other, enrolled, tmp_path / "out") is BackupFault.MISSING
    assert fault_of(tmp_path, enrolled, tmp_path / "out") is BackupFault.MISSING
    other.write_bytes(b"a letter, and no backup at all")
    assert fault_of(other, enrolled, tmp_path / "out") is BackupFault.NO_BACKUP
    other.write_bytes(MAGIC + b"\x02" + whole[len(MAGIC) + 1 :])
    assert fault_of(other, enrolled, tmp_path / "out") is BackupFault.NEWER
    other.write_bytes(MAGIC + b"\x01\x7f\xff\xff\xff" + whole[len(MAGIC) + 5 :])
    assert fault_of(other, enrolled, tmp_path / "out") is BackupFault.DAMAGED


def test_another_vaults_backup_does_not_open_even_when_it_is_sealed_to_this_one(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    other = enrol(tmp_path / "other", ReceivingKey.generate())
    made = make(other, tmp_path)
    assert fault_of(made.path, enrolled, tmp_path / "out") is BackupFault.FOREIGN
    # Whoever knows a public key can seal to it: that the owner's own vault made it is what the MAC says.
    source = tmp_path / "source.db"
    forged = write_backup(
        DISK, tmp_path / "forged", database=source, contents=contents(enrolled),
        secrets=replace(other.secrets, receiving_key=enrolled.secrets.receiving_key), city=None,
    )  # fmt: skip
    assert fault_of(forged.path, enrolled, tmp_path / "out") is BackupFault.FOREIGN


def test_a_full_disk_at_any_write_leaves_no_backup_and_the_older_one_whole(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    made = make(enrolled, tmp_path)
    whole = made.path.read_bytes()
    refused = 0
    for fails_at in range(50):
        try:
            write_backup(
                FullDisk(fails_at), made.path, database=tmp_path / "source.db", contents=contents(enrolled),
                secrets=enrolled.secrets, city=None,
            )  # fmt: skip
        except DiskFull:
            refused += 1
            assert made.path.read_bytes() == whole
            assert list(tmp_path.glob("*.new")) == []
        else:
            break
    assert refused >= 5
    for fails_at in range(3):
        with pytest.raises(DiskFull):
            unpack(FullDisk(fails_at), read_backup(made.path), enrolled.secrets, tmp_path / "out")
        assert not (tmp_path / "out").exists()


def test_every_refusal_is_an_error_of_the_vault() -> None:
    assert issubclass(BackupUnreadable, VaultError)
