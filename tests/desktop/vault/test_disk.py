# SPDX-License-Identifier: MIT
"""Small files that are replaced whole, and what is said when there is no room."""

import errno
from pathlib import Path

import pytest
from vault_disks import FullDisk, RecordingDisk

from desktop.vault.disk import RealDisk, replace_patiently, write_durably
from desktop.vault.errors import DiskFull


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_nothing_else_stays_behind(tmp_path: Path) -> None:
    target = tmp_path / "file"
    for content in (b"one", b"", b"x" * 100_000):
        write_durably(RealDisk(), target, content)
        assert target.read_bytes() == content
        assert names_in(tmp_path) == ["file"]


def test_the_order_is_write_flush_replace_flush_the_folder(tmp_path: Path) -> None:
    disk = RecordingDisk()
    write_durably(disk, tmp_path / "file", b"content")
    assert [call.verb for call in disk.calls] == [
        "remove",
        "create",
        "write",
        "flush",
        "replace",
        "flush_folder",
    ]


def test_what_a_dead_process_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file.new").write_bytes(b"half")
    write_durably(RealDisk(), tmp_path / "file", b"whole")
    assert names_in(tmp_path) == ["file"]


def test_a_file_that_is_there_is_never_opened_for_writing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"somebody else's")
    with pytest.raises(FileExistsError):
        RealDisk().create(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"somebody else's"


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    write_durably(RealDisk(), tmp_path / "file", b"content")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("fails_at", range(4))
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG])
def test_a_full_disk_is_typed_and_the_old_file_is_untouched(tmp_path: Path, fails_at: int, code: int) -> None:
    write_durably(RealDisk(), tmp_path / "file", b"old")
    with pytest.raises(DiskFull) as caught:
        write_durably(FullDisk(fails_at, code=code), tmp_path / "file", b"new")
    assert caught.value.errno_code == code
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names_in(tmp_path) == ["file"]


def test_another_trouble_is_not_called_a_full_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="made up") as caught:
        write_durably(FullDisk(1, code=errno.EIO), tmp_path / "file", b"new")
    assert caught.value.errno == errno.EIO


class ReadOnlyDisk(RealDisk):
    """Refuses to create and to remove."""

    def create(self, path: Path) -> int:
        raise OSError(errno.EROFS, path.name)

    def remove(self, path: Path) -> None:
        raise OSError(errno.EROFS, path.name)


def test_a_read_only_disk_counts_as_full_also_when_it_lets_nothing_be_removed(tmp_path: Path) -> None:
    with pytest.raises(DiskFull):
        write_durably(ReadOnlyDisk(), tmp_path / "file", b"new")


def test_reading_takes_no_more_than_it_was_told_and_a_missing_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"0123456789")
    assert RealDisk().read(tmp_path / "file", 4) == b"0123"
    assert RealDisk().read(tmp_path / "other", 4) is None


@pytest.mark.parametrize("held_for", [0, 1, 6])
def test_a_file_that_a_scanner_holds_is_waited_for(held_for: int) -> None:
    tries: list[int] = []
    pauses: list[float] = []

    def replace() -> None:
        tries.append(1)
        if len(tries) <= held_for:
            raise PermissionError

    replace_patiently(replace, pause=pauses.append)
    assert len(tries) == held_for + 1
    assert len(pauses) == held_for


def test_a_file_that_stays_held_is_said_after_less_than_two_seconds() -> None:
    pauses: list[float] = []

    def replace() -> None:
        raise PermissionError

    with pytest.raises(PermissionError):
        replace_patiently(replace, pause=pauses.append)
    assert 1 < sum(pauses) < 2
