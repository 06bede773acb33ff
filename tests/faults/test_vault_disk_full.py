# SPDX-License-Identifier: MIT
"""The disk fills up at any write of the vault's."""

import shutil
from pathlib import Path

import pytest
from vault_disks import CHEAP, FullDisk
from vault_notebooks import PHRASE, Clock, enrol

from desktop.vault.errors import DiskFull, KeyFileMissing, WrongPassphrase
from desktop.vault.vault import change_passphrase, recover, unlock
from sync.log.sealing import ReceivingKey

NEW = "aivan toisenlainen lause"


def opens(folder: Path, phrase: str) -> bool:
    try:
        unlock(folder, phrase, known_generation=1, clock=Clock())
    except WrongPassphrase:
        return False
    return True


def test_a_full_disk_at_any_write_of_a_passphrase_change_leaves_a_notebook_that_opens(tmp_path: Path) -> None:
    enrolled = enrol(tmp_path / "n", ReceivingKey.generate())
    refused = 0
    for fails_at in range(100):
        folder = tmp_path / f"full-{fails_at}"
        shutil.copytree(enrolled.folder, folder)
        disk = FullDisk(10**9)
        vault = unlock(folder, PHRASE, known_generation=1, clock=Clock(), disk=disk)
        disk.calls, disk.fails_at = 0, fails_at
        try:
            change_passphrase(vault, current=PHRASE, new=NEW, kdf=CHEAP)
        except DiskFull:
            refused += 1
            assert vault.generation == 1
            assert opens(folder, PHRASE), "what was there still opens"
        else:
            assert opens(folder, NEW)
            assert not opens(folder, PHRASE)
            break
    assert refused == 4 * 4, "two throttle writes, two copies, four calls each"


def test_a_full_disk_at_enrolment_makes_no_half_notebook(tmp_path: Path) -> None:
    for fails_at in range(8):
        with pytest.raises(DiskFull):
            enrol(tmp_path / f"n{fails_at}", ReceivingKey.generate(), disk=FullDisk(fails_at))
    with pytest.raises(KeyFileMissing):
        unlock(tmp_path / "n3", PHRASE, clock=Clock())
    assert opens(tmp_path / "n4", PHRASE), "the first copy was whole"


def test_a_full_disk_during_recovery_leaves_the_old_passphrase(tmp_path: Path) -> None:
    recovery = ReceivingKey.generate()
    enrolled = enrol(tmp_path / "n", recovery)
    with pytest.raises(DiskFull):
        recover(enrolled.folder, recovery.secret, NEW, kdf=CHEAP, disk=FullDisk(2))
    assert opens(enrolled.folder, PHRASE)


def test_on_a_full_disk_no_guess_is_made_that_could_not_be_counted(tmp_path: Path) -> None:
    enrolled = enrol(tmp_path / "n", ReceivingKey.generate())
    with pytest.raises(DiskFull):
        unlock(enrolled.folder, PHRASE, clock=Clock(), disk=FullDisk(0))
