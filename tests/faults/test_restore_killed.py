# SPDX-License-Identifier: MIT
"""kill -9 at random in backups and restores, and a full disk at any write: old or new, never neither, nothing lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from backup_stand import BackupStand
from doorstep import GOOD, problem_of
from hub_world import HubClock, HubWorld
from vault_disks import FullDisk

from desktop.notebook.backup_files import list_backups
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import Restore
from desktop.notebook.messages.laptop import Lock
from desktop.notebook.messages.problems import Problem
from desktop.notebook.premises import backups_of
from desktop.notebook.restoring import Restoring
from desktop.vault.backup import read_backup, unpack
from desktop.vault.disk import RealDisk
from desktop.vault.restore import BACKUPS

ROOT = Path(__file__).parents[2]
KILLS = 32


class Nursery:
    """Starts workers and kills them."""

    def __init__(self, stand: BackupStand) -> None:
        self.stand = stand
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "support" / "restore_nursery.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])},
        )

    def kill_one(self, kind: str, backup: Path, seconds: float) -> list[str]:
        """Let a worker begin, kill it so much later, and return what it said."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{kind}|{self.stand.folder}|{self.stand.aino}|{backup}\n")
        self.process.stdin.flush()
        said: list[str] = []
        for line in iter(self.process.stdout.readline, ""):
            said.append(line.strip())
            assert said[-1] != "dead", "the worker ended by itself"
            if "begun" in said and any(one.startswith("born") for one in said):
                break
        pid = next(int(one.split()[1]) for one in said if one.startswith("born"))
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        said += [line.strip() for line in iter(self.process.stdout.readline, "dead\n")]
        return said

    def end(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[BackupStand]:
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = BackupStand(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    yield one
    one.close()
    lane.stop()
    hub.close()


@pytest.fixture
def nursery(stand: BackupStand) -> Iterator[Nursery]:
    one = Nursery(stand)
    yield one
    one.end()


def test_restores_that_are_killed_leave_the_old_or_the_new_notebook_and_every_save(
    stand: BackupStand, nursery: Nursery
) -> None:
    moments = random.Random(20261124)
    names: list[str] = []
    backup, restored = Path(), 0
    for kill in range(KILLS):
        door = stand.opened()
        assert stand.names(door) == names
        if kill % 8 == 0:
            backup = stand.back_up(door)
        names.append(f"tallennus {kill:02d}")
        stand.save(door, names[-1])
        if kill % 3 == 0:
            assert stand.sync(door).problem == ""
        door.lock(Lock(""))
        nursery.kill_one("restore", backup, moments.uniform(0, 0.35))
        restoring = stand.restoring()  # what a new process does before anybody is asked for a passphrase
        assert restoring
        aside = stand.folder_of(stand.aino).with_name(f"{stand.aino}.aside")
        restored += aside.exists()
    door = stand.opened()
    assert stand.names(door) == names
    assert stand.sync(door).problem == ""
    assert stand.names_at_the_hub() == names
    door.demand_inside().desk.store.verify()
    assert 0 < restored < KILLS
    assert [one.name for one in (stand.folder / "notebooks").iterdir()] == [stand.aino]


def test_backups_that_are_killed_leave_no_file_that_does_not_open(
    stand: BackupStand, nursery: Nursery, tmp_path: Path
) -> None:
    moments = random.Random(20261125)
    made: set[str] = set()
    for _ in range(KILLS):
        said = nursery.kill_one("back-up", Path("none"), moments.uniform(0, 0.12))
        made |= {one.split()[1] for one in said if one.startswith("made")}
        door = stand.opened()
        inside = door.demand_inside()
        files = list_backups(stand.folder_of(stand.aino) / BACKUPS)
        for one in files[:2]:
            unpack(RealDisk(), read_backup(one.path), inside.vault.secrets, tmp_path / "out.db")
        backups_of(stand.premises, inside.vault, inside.hub).prune()
        assert list((stand.folder_of(stand.aino) / BACKUPS).glob("*.new")) == []
        door.lock(Lock(""))
    assert len(made) > KILLS // 4
    newest = max(made)
    assert Path(newest).exists()


def test_a_full_disk_at_any_write_of_a_restore_leaves_a_notebook_that_opens(stand: BackupStand) -> None:
    door = stand.opened()
    backup = stand.back_up(door)
    stand.save(door, "lähettämättä")
    door.lock(Lock(""))
    folder = stand.folder_of(stand.aino)
    saved = stand.folder / "saved"
    shutil.copytree(folder, saved)
    refused = 0
    for fails_at in range(200):
        full = FullDisk(fails_at)
        door = stand.door()
        restoring = Restoring(replace(stand.premises, disk=full), door, opening=door.open_vault)
        stand.online = False
        problem = problem_of(lambda: restoring.restore(Restore(str(backup), GOOD)))[0]  # noqa: B023 - at once
        stand.online = True
        refused += problem is Problem.DISK_FULL
        assert problem in {Problem.DISK_FULL, Problem.NO_NETWORK}
        again = stand.restoring()
        assert again
        door = stand.opened()
        assert stand.names(door) == ["lähettämättä"]
        door.lock(Lock(""))
        if problem is Problem.NO_NETWORK:
            break
        shutil.rmtree(folder)
        shutil.copytree(saved, folder)
    assert refused > 10
