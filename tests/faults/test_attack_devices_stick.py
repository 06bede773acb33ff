# SPDX-License-Identifier: MIT
"""Files on a stick that are none of ours, and places to write to that are none: nothing hangs, nothing is lost."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from backup_stand import BackupStand
from doorstep import GOOD, OTHER, problem_of
from hub_world import HubClock, HubWorld
from order_desk import OrderDesk

from desktop.notebook.invitations import read_invitation_file
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import Restore
from desktop.notebook.messages.laptop import ReadInvitationFile, Unlock
from desktop.notebook.messages.leaving import ReadOrder
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.recovery import AskRecovery, Recover
from desktop.notebook.recovering import Recovering
from desktop.vault.attachments import copy_readable
from desktop.vault.keyfile_io import COPIES

Reading = Callable[[BackupStand, str], Any]


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[BackupStand]:
    """A laptop that Aino and Bertta share."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = BackupStand(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    one.join(one.bertta)
    yield one
    one.close()
    lane.stop()
    hub.close()


def recovering(stand: BackupStand) -> Recovering:
    door = stand.door()
    return Recovering(stand.premises, door)


READERS: dict[Problem, Reading] = {
    Problem.ORDER_UNREADABLE: lambda stand, path: OrderDesk.of(stand).orders().read(ReadOrder(path)),
    Problem.RECOVERY_UNREADABLE: lambda stand, path: recovering(stand).recover(
        Recover(stand.aino, path, OTHER)
    ),
    Problem.BACKUP_UNREADABLE: lambda stand, path: stand.restoring().restore(Restore(path, GOOD)),
    Problem.ENROLMENT_UNREADABLE: lambda _stand, path: read_invitation_file(ReadInvitationFile(path)),
}


@pytest.mark.parametrize("told", READERS, ids=[one.value for one in READERS])
def test_what_is_no_plain_file_is_told_and_holds_nobody(
    stand: BackupStand, tmp_path: Path, told: Problem
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    long = stick / "long"
    long.touch()
    os.truncate(long, 2**40)
    odd = [stick, stick / "nothing", long, f"{stick}/nul\0byte", stick / ("name" * 100)]
    if sys.platform != "win32":
        os.mkfifo(stick / "pipe")
        (stick / "round").symlink_to(stick / "round")
        (stick / "zeros").symlink_to("/dev/zero")
        odd += [stick / "pipe", stick / "round", stick / "zeros"]
    for path in odd:
        assert problem_of(lambda path=path: READERS[told](stand, str(path)))[0] is told, path  # type: ignore[misc]
    assert stand.door().unlock(Unlock(stand.aino, GOOD)).name == "Aino Aalto"


def test_a_recovery_request_is_written_over_no_file_of_the_laptop(stand: BackupStand, tmp_path: Path) -> None:
    folder = stand.folder_of(stand.bertta)
    link = tmp_path / "link.kkpyynto"
    if sys.platform != "win32":
        link.symlink_to(folder / COPIES[1])
    places = [*(folder / name for name in (*COPIES, "notebook.db", "wiping.json")), link]
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for path in places:
        ask = AskRecovery(stand.aino, str(path))
        assert problem_of(lambda ask=ask: recovering(stand).ask(ask))[0] is Problem.FIELD_REFUSED  # type: ignore[misc]
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert not (stand.folder_of(stand.aino) / "recovery.key").exists()
    assert stand.door().unlock(Unlock(stand.bertta, GOOD)).name == "Bertta Berg"


def test_a_request_that_can_not_be_written_says_so_and_leaves_the_earlier_one_good(
    stand: BackupStand, tmp_path: Path
) -> None:
    recovering(stand).ask(AskRecovery(stand.aino, str(tmp_path / "one.kkpyynto")))
    key = (stand.folder_of(stand.aino) / "recovery.key").read_bytes()
    (tmp_path / "folder").mkdir()
    ask = AskRecovery(stand.aino, str(tmp_path / "folder"))
    assert problem_of(lambda: recovering(stand).ask(ask))[0] is Problem.RECOVERY_UNREADABLE
    assert (stand.folder_of(stand.aino) / "recovery.key").read_bytes() == key
    assert sorted(tmp_path.glob("*.new")) == []


def test_a_readable_copy_is_for_the_eyes_of_whoever_asked(tmp_path: Path) -> None:
    copy_readable(b"tosite", tmp_path / "copy.txt")
    assert sys.platform == "win32" or stat.S_IMODE((tmp_path / "copy.txt").stat().st_mode) == 0o600
