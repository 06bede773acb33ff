# SPDX-License-Identifier: MIT
"""Joining where something lies already: without its key file a notebook is still somebody's work."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from backup_stand import BackupStand
from doorstep import GOOD, OTHER, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import Restore
from desktop.notebook.messages.laptop import Join, Lock
from desktop.notebook.messages.problems import Problem
from desktop.vault.keyfile_io import COPIES


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[BackupStand]:
    """A laptop with Aino's notebook on it."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = BackupStand(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    yield one
    one.close()
    lane.stop()
    hub.close()


def test_joining_anew_over_a_notebook_without_its_key_file_destroys_neither_it_nor_its_backups(
    stand: BackupStand,
) -> None:
    door = stand.opened()
    stand.save(door, "lähettämättä")
    backup = stand.back_up(door)
    door.lock(Lock(""))
    folder = stand.folder_of(stand.aino)
    database = (folder / "notebook.db").read_bytes()
    for name in COPIES:
        (folder / name).unlink()
    ask = Join(stand.token(stand.aino), OTHER, "Testikone")
    assert problem_of(lambda: stand.door().join(ask)) == (Problem.FOLDER_REFUSED, {"reason": "occupied"})
    assert (folder / "notebook.db").read_bytes() == database
    stand.restoring().restore(Restore(str(backup), GOOD))
    assert stand.names(stand.doors[-1]) == ["lähettämättä"]
