# SPDX-License-Identifier: MIT
"""kill -9 at random in a wipe: the notebook opens whole, or its keys are gone for good and the next start finishes."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, Doorstep, problem_of
from hub_world import HubClock, HubWorld
from order_desk import OrderDesk

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.vault.keyfile_io import COPIES
from desktop.vault.wiping import MARKER_FILE, WIPED_FILE, wiped

ROOT = Path(__file__).parents[2]
KILLS = 32


class Nursery:
    """Starts workers and kills them."""

    def __init__(self, step: Doorstep) -> None:
        self.step = step
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "support" / "wipe_nursery.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])},
        )

    def wipe(self, kill_after: float | None) -> float:
        """Let a worker wipe, kill it so many seconds after it began, and return how long it lived since."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{self.step.folder}|{self.step.aino}\n")
        self.process.stdin.flush()
        pid, begun = 0, False
        while not (pid and begun):
            word = self.process.stdout.readline().strip()
            begun = begun or word == "begun"
            pid = int(word.split()[1]) if word.startswith("born") else pid
        since = time.monotonic()
        if kill_after is None:
            assert self.process.stdout.readline() == "done\n"
        else:
            time.sleep(kill_after)
        lived = time.monotonic() - since
        os.kill(pid, signal.SIGKILL)
        for line in iter(self.process.stdout.readline, "dead\n"):
            assert line == "done\n"
        return lived

    def end(self) -> None:
        """End the nursery."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OrderDesk]:
    """Return a laptop where Aino and Bertta have notebooks."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    step = Doorstep(tmp_path / "laptop", hub, lane)
    step.join(step.aino)
    step.join(step.bertta)
    yield OrderDesk.of(step)
    for door in step.doors:
        door.close()
    lane.stop()
    hub.close()


@pytest.fixture
def nursery(desk: OrderDesk) -> Iterator[Nursery]:
    """Return what starts workers."""
    one = Nursery(desk.step)
    yield one
    one.end()


def test_wipes_that_are_killed_leave_a_whole_notebook_or_none(desk: OrderDesk, nursery: Nursery) -> None:
    step, moments = desk.step, random.Random(20261124)
    folder, saved = step.folder_of(step.aino), step.folder / "saved"
    shutil.copytree(folder, saved)
    whole, cut = 0, 0
    for kill in range(KILLS):
        if kill % 8 == 0:  # a whole wipe, for how long one takes here now
            lasts = nursery.wipe(None)
            assert not folder.exists()
            _again(step, saved)
        nursery.wipe(moments.uniform(0, lasts))
        if folder.exists() and not (folder / MARKER_FILE).exists():
            if (folder / COPIES[0]).exists():
                door = step.door()
                assert door.unlock(Unlock(step.aino, GOOD)).name == "Aino Aalto"
                door.demand_inside().desk.store.verify()
                door.lock(Lock(""))
                whole += 1
                _again(step, saved)
                continue
        elif folder.exists():
            cut += 1
            assert (
                problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.NOTEBOOK_WIPED
            )
        desk.orders().finish()
        assert not any((folder / name).exists() for name in COPIES)
        assert not folder.exists() or list(folder.iterdir()) == []
        assert [one.name for one in wiped(step.disk, step.laptop.root)] == ["Aino Aalto"]
        _again(step, saved)
    assert cut > 0
    assert whole < KILLS
    door = step.door()
    assert door.unlock(Unlock(step.bertta, GOOD)).name == "Bertta Berg"


def _again(step: Doorstep, saved: Path) -> None:
    """Put the notebook back for the next kill, and forget the note of the last."""
    shutil.rmtree(step.folder_of(step.aino), ignore_errors=True)
    shutil.copytree(saved, step.folder_of(step.aino))
    (step.laptop.root / WIPED_FILE).unlink(missing_ok=True)
