# SPDX-License-Identifier: MIT
"""A backup that is not this notebook's, or not told the truth about, takes nobody's work."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from backup_stand import BackupStand
from doorstep import CHEAP, GOOD, OTHER, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.hub_card import write_hub_card
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import Restore
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.notebook.premises import backups_of
from desktop.store.backup_copy import copy_notebook
from desktop.vault.restore import Place
from desktop.vault.vault import create
from sync.log.sealing import ReceivingKey


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


def restore(stand: BackupStand, path: Path) -> None:
    stand.restoring().restore(Restore(str(path), GOOD))


def test_a_backup_of_an_earlier_enrolment_takes_nothing_that_was_saved_under_the_present_one(
    stand: BackupStand, tmp_path: Path
) -> None:
    door = stand.opened()
    stand.save(door, "vanha")
    backup = stand.back_up(door, tmp_path)
    stand.sync(door)
    door.lock(Lock(""))
    stand.laptop.remove(stand.aino)
    stand.join(stand.aino)
    door = stand.opened()
    stand.save(door, "lähettämättä")
    door.lock(Lock(""))
    assert problem_of(lambda: restore(stand, backup)) == (Problem.FOLDER_REFUSED, {"reason": "occupied"})
    door = stand.opened()
    assert "lähettämättä" in stand.names(door)
    assert not Place(stand.folder_of(stand.aino)).aside.exists()


def test_a_backup_that_says_it_is_a_colleagues_takes_no_place_of_theirs(
    stand: BackupStand, tmp_path: Path
) -> None:
    stand.join(stand.bertta)
    door = stand.door()
    door.unlock(Unlock(stand.bertta, GOOD))
    inside = door.demand_inside()
    forged = create(
        tmp_path, staff=stand.aino, passphrase=OTHER, kdf=CHEAP, secrets=inside.vault.secrets,
        recovery_key=ReceivingKey.generate().public, disk=stand.disk,
    )  # fmt: skip
    folder = replace(backups_of(stand.premises, inside.vault, inside.hub), vault=forged)
    write_hub_card(stand.disk, tmp_path, inside.hub)
    copy = partial(copy_notebook, inside.desk.store.path, inside.vault.secrets.database_key)
    backup = folder.make(copy, into=None, automatic=False, city=None)
    door.lock(Lock(""))
    before = sorted(path.name for path in stand.folder_of(stand.aino).iterdir())
    assert backup.header.staff == stand.aino
    told = problem_of(lambda: stand.restoring().restore(Restore(str(backup.path), OTHER)))
    assert told == (Problem.FOLDER_REFUSED, {"reason": "occupied"})
    assert sorted(path.name for path in stand.folder_of(stand.aino).iterdir()) == before
    assert stand.door().unlock(Unlock(stand.aino, GOOD)).name == "Aino Aalto"


def test_an_empty_folder_put_aside_does_not_make_a_restore_destroy_what_it_replaces(
    stand: BackupStand,
) -> None:
    door = stand.opened()
    backup = stand.back_up(door)
    stand.save(door, "lähettämättä")
    door.lock(Lock(""))
    Place(stand.folder_of(stand.aino)).aside.mkdir()
    restore(stand, backup)
    assert stand.names(stand.doors[-1]) == ["lähettämättä"]


def test_who_has_the_notebook_open_keeps_it_while_another_process_restores(
    stand: BackupStand, tmp_path: Path
) -> None:
    door = stand.opened()
    backup = stand.back_up(door, tmp_path)
    stand.save(door, "auki")
    assert problem_of(lambda: restore(stand, backup))[0] is Problem.NOTEBOOK_IN_USE
    stand.save(door, "yhä auki")
    assert stand.names(door) == ["auki", "yhä auki"]
