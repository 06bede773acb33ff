# SPDX-License-Identifier: MIT
"""A notebook is destroyed keys first, and a wipe that was cut anywhere goes on at the next start."""

import errno
from pathlib import Path

import pytest
from vault_disks import FullDisk
from vault_notebooks import PHRASE, STAFF, enrol

from desktop.vault.card import NotebookCard, write_card
from desktop.vault.disk import RealDisk
from desktop.vault.errors import KeyFileMissing, NotebookInUse
from desktop.vault.keyfile_io import COPIES
from desktop.vault.lockfile import NotebookLock
from desktop.vault.vault import unlock
from desktop.vault.wiping import MARKER_FILE, WIPED_FILE, Wipe, destroy, is_marked, mark, marked, wiped
from sync.log.sealing import ReceivingKey
from sync.records.ids import StaffId

ORDERED = Wipe(why="wiped", order=3, at=1_800_000_000_000, signed=False)
LEFT = Wipe(why="left", order=0, at=1_800_000_000_000, signed=True)
OTHER = StaffId("s" + "b" * 16)
FILES = {
    "notebook.db": b"database",
    "notebook.db-wal": b"log",
    "notebook.db-shm": b"index",
    "notebook.db.before-2": b"old database",
    "attachments/aa": b"sealed",
    "attachments/deep/bb": b"sealed",
    "backups/20261124.kkbackup": b"backup",
    "recovery.key": b"half a key",
}


class Cut(Exception):
    """The power went."""


class CutDisk(RealDisk):
    """A disk of which the call ``at`` (from 0) never happens: the process is gone before it."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.calls = 0

    def _count(self) -> None:
        if self.calls == self.at:
            raise Cut
        self.calls += 1

    def create(self, path: Path) -> int:
        self._count()
        return super().create(path)

    def write(self, descriptor: int, content: bytes) -> None:
        self._count()
        super().write(descriptor, content)

    def replace(self, source: Path, target: Path) -> None:
        self._count()
        super().replace(source, target)

    def flush_folder(self, folder: Path) -> None:
        self._count()
        super().flush_folder(folder)

    def remove(self, path: Path) -> None:
        self._count()
        super().remove(path)

    def overwrite(self, path: Path) -> None:
        self._count()
        super().overwrite(path)


def notebook(root: Path, staff: StaffId = STAFF, name: str = "Aino Esimerkki") -> Path:
    """Make a laptop folder with one notebook in it, whole and with files of every sort."""
    (root / "notebooks").mkdir(parents=True, exist_ok=True)
    folder = root / "notebooks" / staff
    enrol(folder, RECOVERY, staff=staff)
    for relative, content in FILES.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    write_card(RealDisk(), folder, NotebookCard(staff=staff, name=name, role="adviser", team="Ohjaamo"))
    return folder


RECOVERY = ReceivingKey.generate()


@pytest.mark.parametrize("wipe", [ORDERED, LEFT])
def test_nothing_of_a_notebook_is_left_and_an_ordered_wipe_is_told_once(tmp_path: Path, wipe: Wipe) -> None:
    folder, kept = notebook(tmp_path), notebook(tmp_path, OTHER, "Bo Exempel")
    before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    disk = RealDisk()
    mark(disk, folder, wipe)
    assert is_marked(folder)
    destroy(disk, tmp_path, STAFF)
    destroy(disk, tmp_path, STAFF)
    assert not folder.exists()
    told = [(one.staff, one.name, one.wipe) for one in wiped(disk, tmp_path)]
    assert told == ([(STAFF, "Aino Esimerkki", wipe)] if wipe is ORDERED else [])
    assert {path: path.read_bytes() for path in before} == before


def test_a_cut_at_every_step_leaves_it_whole_or_keyless_and_the_next_start_finishes(tmp_path: Path) -> None:
    whole, keyless, at = 0, 0, 0
    while True:
        root = tmp_path / str(at)
        folder = notebook(root)
        disk = CutDisk(at)
        try:
            mark(disk, folder, ORDERED)
            destroy(disk, root, STAFF)
        except Cut:
            pass
        else:
            break
        if not is_marked(folder) and folder.is_dir() and any((folder / name).exists() for name in COPIES):
            assert unlock(folder, PHRASE).staff == STAFF
            assert all((folder / relative).read_bytes() == content for relative, content in FILES.items())
            whole += 1
        for staff in marked(root):
            destroy(RealDisk(), root, staff)
            assert not folder.exists()
            assert [one.wipe for one in wiped(RealDisk(), root)] == [ORDERED]
            keyless += 1
        at += 1
    assert whole >= 3, "before the marker all is as it was"
    assert keyless >= 20
    assert not folder.exists()


def test_the_keys_go_before_the_database_and_their_bytes_before_their_names(tmp_path: Path) -> None:
    folder = notebook(tmp_path)
    order: list[tuple[str, str]] = []

    class Watched(RealDisk):
        """A disk that tells what is destroyed."""

        def overwrite(self, path: Path) -> None:
            super().overwrite(path)
            if path.exists():
                assert not any(path.read_bytes())
                order.append(("zeros", path.name))

        def remove(self, path: Path) -> None:
            if path.exists():
                order.append(("gone", path.name))
            super().remove(path)

    mark(Watched(), folder, ORDERED)
    destroy(Watched(), tmp_path, STAFF)
    first, second = COPIES
    assert order[:4] == [("zeros", first), ("gone", first), ("zeros", second), ("gone", second)]
    names = [name for what, name in order if what == "gone"]
    assert names.index("notebook.db") < names.index("aa") < names.index(MARKER_FILE)
    assert names[-1] == MARKER_FILE


def test_what_a_restore_put_aside_is_destroyed_too(tmp_path: Path) -> None:
    folder = notebook(tmp_path)
    aside = folder.with_name(f"{STAFF}.aside")
    aside.mkdir()
    for name in COPIES:
        (aside / name).write_bytes((folder / name).read_bytes())
    mark(RealDisk(), folder, ORDERED)
    destroy(RealDisk(), tmp_path, STAFF)
    assert list((tmp_path / "notebooks").iterdir()) == []


def test_a_link_out_of_the_folder_is_removed_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_bytes(b"somebody else's")
    folder = notebook(tmp_path)
    (folder / "attachments" / "link").symlink_to(outside, target_is_directory=True)
    mark(RealDisk(), folder, ORDERED)
    destroy(RealDisk(), tmp_path, STAFF)
    assert not folder.exists()
    assert (outside / "file").read_bytes() == b"somebody else's"


def test_a_full_disk_keeps_no_key(tmp_path: Path) -> None:
    folder = notebook(tmp_path)
    disk = FullDisk(0, code=errno.ENOSPC)
    mark(disk, folder, ORDERED)
    assert not is_marked(folder)
    destroy(disk, tmp_path, STAFF)
    assert not folder.exists()


def test_an_open_notebook_is_not_destroyed_under_its_process(tmp_path: Path) -> None:
    folder = notebook(tmp_path)
    mark(RealDisk(), folder, ORDERED)
    with NotebookLock(folder), pytest.raises(NotebookInUse):
        destroy(RealDisk(), tmp_path, STAFF)
    assert marked(tmp_path) == (STAFF,)
    destroy(RealDisk(), tmp_path, STAFF)
    with pytest.raises(KeyFileMissing):
        unlock(folder, PHRASE)


@pytest.mark.parametrize("content", [b"", b"\xff", b"[" * 5000, b'{"notes":[],"version":2}'])
def test_a_note_that_nobody_can_read_tells_nothing_and_stops_nothing(tmp_path: Path, content: bytes) -> None:
    folder = notebook(tmp_path)
    (tmp_path / WIPED_FILE).write_bytes(content)
    assert wiped(RealDisk(), tmp_path) == ()
    mark(RealDisk(), folder, ORDERED)
    destroy(RealDisk(), tmp_path, STAFF)
    assert len(wiped(RealDisk(), tmp_path)) == 1


def test_a_marker_with_nonsense_in_it_is_still_a_marker(tmp_path: Path) -> None:
    folder = notebook(tmp_path)
    (folder / MARKER_FILE).write_bytes(b"nonsense")
    destroy(RealDisk(), tmp_path, STAFF)
    assert not folder.exists()
    assert wiped(RealDisk(), tmp_path) == ()
