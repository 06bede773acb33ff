# SPDX-License-Identifier: MIT
"""The laptop's folder: who has a notebook here, in folders of their own."""

import subprocess
import sys
from pathlib import Path

import pytest
from vault_disks import CHEAP
from vault_notebooks import PHRASE

from desktop.vault.card import CARD_FILE, NotebookCard
from desktop.vault.disk import RealDisk
from desktop.vault.errors import (
    FolderRefused,
    KeyFileDamaged,
    KeyFileMissing,
    NotebookInUse,
    Refusal,
)
from desktop.vault.laptop import LAPTOP_FILE, Laptop, open_laptop
from desktop.vault.lockfile import NotebookLock
from desktop.vault.secrets import VaultSecrets
from desktop.vault.vault import create, unlock
from sync.log.sealing import ReceivingKey
from sync.records.ids import LaptopId, StaffId

ID = LaptopId("l0123456789abcdef")
AINO, BO = StaffId("s" + "a" * 16), StaffId("s" + "b" * 16)

HOLDER = """
import pathlib, sys
from desktop.vault.lockfile import NotebookLock
lock = NotebookLock(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def card(staff: StaffId, name: str, *, opened: int | None = None) -> NotebookCard:
    return NotebookCard(staff=staff, name=name, role="adviser", team="Ohjaamo", opened=opened, unsent=3)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return open_laptop(tmp_path / "data" / "kenttakirja", laptop=ID, practice=False, disk=RealDisk())


def enrol_on(laptop: Laptop, staff: StaffId, recovery: ReceivingKey, phrase: str = PHRASE) -> Path:
    folder = laptop.prepare(staff)
    create(
        folder,
        staff=staff,
        passphrase=phrase,
        kdf=CHEAP,
        secrets=VaultSecrets.fresh(hub_root=b"r" * 32),
        recovery_key=recovery.public,
    )
    return folder


def test_a_new_laptop_has_nobody_and_is_readable_by_its_owner_only(laptop: Laptop) -> None:
    assert laptop.notebooks() == ()
    assert laptop.outbox.is_dir()
    for folder in (laptop.root, laptop.outbox, laptop.prepare(AINO)):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert (laptop.root / LAPTOP_FILE).stat().st_mode & 0o777 == 0o600


def test_the_laptop_keeps_the_id_it_was_given_first(laptop: Laptop) -> None:
    again = open_laptop(laptop.root, laptop=LaptopId("l" + "f" * 16), practice=False, disk=RealDisk())
    assert again.laptop == ID
    assert not again.practice


def test_practice_and_real_work_never_share_a_folder(laptop: Laptop, tmp_path: Path) -> None:
    with pytest.raises(FolderRefused) as caught:
        open_laptop(laptop.root, laptop=ID, practice=True, disk=RealDisk())
    assert caught.value.refusal is Refusal.PRACTICE_AND_REAL_MIXED
    practice = open_laptop(tmp_path / "practice", laptop=ID, practice=True, disk=RealDisk())
    assert practice.practice
    with pytest.raises(FolderRefused):
        open_laptop(practice.root, laptop=ID, practice=False, disk=RealDisk())


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"[" * 4000])
def test_a_damaged_mark_is_not_guessed(laptop: Laptop, content: bytes) -> None:
    (laptop.root / LAPTOP_FILE).write_bytes(content)
    with pytest.raises(KeyFileDamaged):
        open_laptop(laptop.root, laptop=ID, practice=False, disk=RealDisk())


def test_the_unlock_screen_shows_the_last_user_first(laptop: Laptop) -> None:
    laptop.prepare(AINO)
    laptop.prepare(BO)
    laptop.record(card(AINO, "Aino Esimerkki", opened=100))
    laptop.record(card(BO, "Bo Exempel", opened=200))
    assert [each.name for each in laptop.notebooks()] == ["Bo Exempel", "Aino Esimerkki"]
    laptop.record(card(AINO, "Aino Esimerkki", opened=300))
    assert laptop.notebooks()[0] == card(AINO, "Aino Esimerkki", opened=300)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[" * 9000,
        b'{"card":{"name":"X","opened":null,"role":"r","staff":"s%s","team":"t","unsent":0},"version":1}'
        % (b"b" * 16),
        b'{"card":{"name":"%s","opened":null,"role":"r","staff":"s%s","team":"t","unsent":0},"version":1}'
        % (b"X" * 201, b"a" * 16),
        b'{"card":{"name":"X","opened":null,"role":"r","staff":"s%s","team":"t","unsent":-1},"version":1}'
        % (b"a" * 16),
        b'{"card":{"name":"X","opened":null,"role":"r","staff":"s%s","team":"t","unsent":0},"version":2}'
        % (b"a" * 16),
    ],
)
def test_a_damaged_or_foreign_card_keeps_nobody_out(laptop: Laptop, content: bytes) -> None:
    (laptop.prepare(AINO) / CARD_FILE).write_bytes(content)
    assert laptop.notebooks() == (
        NotebookCard(staff=AINO, name="", role="", team="", opened=None, unsent=None),
    )


def test_a_notebook_without_a_card_is_still_listed(laptop: Laptop, recovery: ReceivingKey) -> None:
    enrol_on(laptop, AINO, recovery)
    assert [each.staff for each in laptop.notebooks()] == [AINO]


def test_an_enrolment_that_was_cut_short_is_not_listed_and_can_be_done_again(
    laptop: Laptop, recovery: ReceivingKey
) -> None:
    laptop.prepare(AINO)
    assert laptop.notebooks() == ()
    enrol_on(laptop, AINO, recovery)
    with pytest.raises(FolderRefused) as caught:
        laptop.prepare(AINO)
    assert caught.value.refusal is Refusal.OCCUPIED


def test_files_that_are_no_notebooks_are_passed_over(laptop: Laptop) -> None:
    (laptop.root / "notebooks" / "desktop.ini").write_text("x")
    (laptop.root / "notebooks" / "sXYZ").mkdir()
    (laptop.root / "notebooks" / ("s" + "c" * 16)).write_text("a file")
    assert laptop.notebooks() == ()


@pytest.mark.parametrize("staff", ["..", "s" + "a" * 15, "S" + "A" * 16, "s" + "a" * 15 + "/", ""])
def test_a_name_that_is_no_staff_id_is_no_folder(laptop: Laptop, staff: str) -> None:
    with pytest.raises(FolderRefused) as caught:
        laptop.folder_of(StaffId(staff))
    assert caught.value.refusal is Refusal.NOT_A_NOTEBOOK_NAME


def test_removing_a_colleague_leaves_everybody_else_as_they_were(
    laptop: Laptop, recovery: ReceivingKey
) -> None:
    gone, kept = enrol_on(laptop, AINO, recovery), enrol_on(laptop, BO, recovery, "toisen oma lause on tämä")
    (gone / "attachments").mkdir()
    (gone / "attachments" / "blob").write_bytes(b"x")
    laptop.remove(AINO)
    laptop.remove(AINO)
    assert not gone.exists()
    assert [each.staff for each in laptop.notebooks()] == [BO]
    assert unlock(kept, "toisen oma lause on tämä").staff == BO
    with pytest.raises(KeyFileMissing):
        unlock(gone, PHRASE)


class CutDisk(RealDisk):
    """The power goes when the removal of the key file is made durable."""

    def flush_folder(self, folder: Path) -> None:
        raise InterruptedError(folder.name)


def test_a_removal_destroys_the_key_file_before_anything_else(laptop: Laptop, recovery: ReceivingKey) -> None:
    folder = enrol_on(laptop, AINO, recovery)
    (folder / "notebook.db").write_bytes(b"x")
    cut = Laptop(laptop.root, laptop=ID, practice=False, disk=CutDisk())
    with pytest.raises(InterruptedError):
        cut.remove(AINO)
    assert (folder / "notebook.db").exists()
    with pytest.raises(KeyFileMissing):
        unlock(folder, PHRASE)


def test_a_notebook_is_open_in_one_process_only(laptop: Laptop) -> None:
    folder = laptop.prepare(AINO)
    with NotebookLock(folder), pytest.raises(NotebookInUse):
        NotebookLock(folder)
    lock = NotebookLock(folder)
    lock.release()
    lock.release()
    NotebookLock(folder).release()


def test_an_open_notebook_is_not_removed(laptop: Laptop, recovery: ReceivingKey) -> None:
    folder = enrol_on(laptop, AINO, recovery)
    with NotebookLock(folder), pytest.raises(NotebookInUse):
        laptop.remove(AINO)
    assert unlock(folder, PHRASE).staff == AINO


def test_the_lock_goes_with_its_process(laptop: Laptop) -> None:
    folder = laptop.prepare(AINO)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            HOLDER,
            str(folder),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(NotebookInUse):
            NotebookLock(folder)
        holder.kill()
    NotebookLock(folder).release()
