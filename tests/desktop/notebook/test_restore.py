# SPDX-License-Identifier: MIT
"""Restoring: an older notebook in the place of a newer one, which meets the hub before it shows anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from backup_stand import BackupStand
from doorstep import GOOD, OTHER, WRONG, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import ListBackups, Restore
from desktop.notebook.messages.laptop import ChangePassphrase, Lock, ShowLaptop, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.vault.backup import SUFFIX
from desktop.vault.errors import LeaseMissing
from desktop.vault.keyfile_io import COPIES
from desktop.vault.laptop import open_laptop
from desktop.vault.restore import PENDING, Place
from desktop.vault.throttle import THROTTLE_FILE
from sync.hub.roster import revoke
from sync.records.ids import LaptopId


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


def restore(stand: BackupStand, path: Path, passphrase: str = GOOD) -> None:
    stand.restoring().restore(Restore(str(path), passphrase))


def test_saves_made_after_the_backup_come_back_from_the_hub_and_new_ones_go_on_from_them(
    stand: BackupStand,
) -> None:
    door = stand.opened()
    stand.save(door, "ennen")
    backup = stand.back_up(door)
    for name in ("jälkeen", "myöhemmin"):
        stand.save(door, name)
    stand.sync(door)
    door.lock(Lock(""))
    restore(stand, backup)
    door = stand.doors[-1]
    assert stand.names(door) == ["ennen", "jälkeen", "myöhemmin"]
    stand.save(door, "uusi")
    assert stand.sync(door).problem == ""
    assert stand.unsent(door) == 0
    assert stand.names_at_the_hub() == ["ennen", "jälkeen", "myöhemmin", "uusi"]
    door.demand_inside().desk.store.verify()
    assert not Place(stand.folder_of(stand.aino)).aside.exists()


def test_what_the_replaced_notebook_had_not_sent_is_taken_over(stand: BackupStand) -> None:
    door = stand.opened()
    backup = stand.back_up(door)
    stand.save(door, "lähettämättä")
    events = [row.hash for row in door.demand_inside().desk.store.audit_rows()]
    door.lock(Lock(""))
    restore(stand, backup)
    door = stand.doors[-1]
    assert stand.names(door) == ["lähettämättä"]
    assert stand.names_at_the_hub() == ["lähettämättä"]
    assert set(events) <= {row.hash for row in door.demand_inside().desk.store.audit_rows(newest=10_000)}
    assert stand.sync(door).problem == ""


def test_a_replaced_notebook_that_is_damaged_gives_what_can_be_read(stand: BackupStand) -> None:
    door = stand.opened()
    stand.save(door, "ennen")
    backup = stand.back_up(door)
    stand.save(door, "jälkeen")
    stand.sync(door)
    door.lock(Lock(""))
    database = stand.folder_of(stand.aino) / "notebook.db"
    whole = bytearray(database.read_bytes())
    for page in range(8, len(whole) // 4096, 2):
        whole[page * 4096 + 100] ^= 1
    database.write_bytes(whole)
    restore(stand, backup)
    assert stand.names(stand.doors[-1]) == ["ennen", "jälkeen"]


def test_without_a_network_it_stays_shut_and_is_opened_later_with_all_it_holds(stand: BackupStand) -> None:
    door = stand.opened()
    stand.save(door, "lähettämättä")
    backup = stand.back_up(door)
    door.lock(Lock(""))
    stand.online = False
    entered = len(stand.entered)
    assert problem_of(lambda: restore(stand, backup))[0] is Problem.NO_NETWORK
    for _ in range(2):
        assert problem_of(lambda: stand.door().unlock(Unlock(stand.aino, GOOD)))[0] is Problem.NO_NETWORK
    assert len(stand.entered) == entered
    assert Place(stand.folder_of(stand.aino)).aside.exists()
    stand.online = True
    door = stand.opened()
    assert stand.names_at_the_hub() == stand.names(door) == ["lähettämättä"]
    door.lock(Lock(""))
    stand.online = False
    assert stand.names(stand.opened()) == ["lähettämättä"]


def test_whom_the_hub_has_let_go_is_shown_nothing(stand: BackupStand) -> None:
    door = stand.opened()
    stand.save(door, "ennen")
    backup = stand.back_up(door)
    writer = door.demand_inside().desk.writer
    door.lock(Lock(""))
    revoke(stand.hub.parts, writer)
    assert problem_of(lambda: restore(stand, backup))[0] is Problem.WRITER_REVOKED


def test_after_a_change_of_the_passphrase_the_old_one_restores_nothing(stand: BackupStand) -> None:
    door = stand.opened()
    backup = stand.back_up(door)
    door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    door.lock(Lock(""))
    old = (stand.folder_of(stand.aino) / COPIES[0]).read_bytes()
    problem, facts = problem_of(lambda: restore(stand, backup, GOOD))
    assert problem is Problem.WRONG_PASSPHRASE
    assert facts["tries_left"] == 4
    restore(stand, backup, OTHER)
    stand.doors[-1].lock(Lock(""))
    for name in COPIES:
        (stand.folder_of(stand.aino) / name).write_bytes(old)
    assert problem_of(lambda: stand.door().unlock(Unlock(stand.aino, OTHER)))[0] is (
        Problem.KEY_FILE_ROLLED_BACK
    )


def test_a_wrong_passphrase_leaves_the_notebook_as_it_was_and_counts(stand: BackupStand) -> None:
    door = stand.opened()
    stand.save(door, "ennen")
    backup = stand.back_up(door)
    stand.save(door, "jälkeen")
    door.lock(Lock(""))
    for name in COPIES:
        (stand.folder_of(stand.aino) / name).write_bytes(b"{}")
    for left in (4, 3):
        assert problem_of(lambda: restore(stand, backup, WRONG))[1]["tries_left"] == left
    assert sorted(one.name for one in (stand.folder / "notebooks").iterdir()) == [stand.aino]
    restore(stand, backup)
    assert stand.names(stand.doors[-1]) == ["ennen", "jälkeen"]


def test_a_backup_opens_on_a_laptop_where_nobody_knew_its_owner(stand: BackupStand, tmp_path: Path) -> None:
    door = stand.opened()
    stand.save(door, "ennen")
    backup = stand.back_up(door, tmp_path)
    stand.save(door, "jälkeen")
    stand.sync(door)
    door.lock(Lock(""))
    stand.laptop = open_laptop(
        tmp_path / "another", laptop=LaptopId("l00000000000000b2"), practice=True, disk=stand.disk
    )
    assert problem_of(lambda: restore(stand, backup, WRONG))[0] is Problem.WRONG_PASSPHRASE
    assert stand.door().show(ShowLaptop()).people == []
    restore(stand, backup)
    door = stand.doors[-1]
    assert stand.names(door) == ["ennen", "jälkeen"]
    stand.save(door, "uusi")
    assert stand.sync(door).problem == ""
    door.lock(Lock(""))
    assert [one.name for one in stand.door().show(ShowLaptop()).people] == ["Aino Aalto"]
    assert stand.names(stand.opened()) == ["ennen", "jälkeen", "uusi"]


def test_a_notebook_under_a_lease_is_put_in_its_place_sealed_and_opens_when_the_share_is_there(
    stand: BackupStand, tmp_path: Path
) -> None:
    stand.take_lease()
    door = stand.opened()
    stand.save(door, "ennen")
    backup = stand.back_up(door, tmp_path)
    stand.sync(door)
    door.lock(Lock(""))
    stand.laptop = open_laptop(
        tmp_path / "another", laptop=LaptopId("l00000000000000b2"), practice=True, disk=stand.disk
    )
    share, stand.share = stand.share, b""
    with pytest.raises(LeaseMissing):
        restore(stand, backup)
    folder = stand.folder_of(stand.aino)
    assert (folder / PENDING).exists()
    assert not (folder / "notebook.db").exists()
    stand.share = share
    assert stand.names(stand.opened()) == ["ennen"]
    assert not (folder / PENDING).exists()


def test_what_is_no_backup_or_is_damaged_changes_nothing(stand: BackupStand, tmp_path: Path) -> None:
    door = stand.opened()
    backup = stand.back_up(door)
    door.lock(Lock(""))
    whole = backup.read_bytes()
    other = tmp_path / f"other{SUFFIX}"
    for raw, reason in (
        (b"a letter", "no-backup"),
        (whole[:-1], "damaged"),
        (whole[:8] + b"\x07" + whole[9:], "newer"),
    ):
        other.write_bytes(raw)
        assert problem_of(lambda: restore(stand, other)) == (Problem.BACKUP_UNREADABLE, {"reason": reason})
    assert problem_of(lambda: restore(stand, tmp_path / "gone")) == (
        Problem.BACKUP_UNREADABLE, {"reason": "missing"},
    )  # fmt: skip
    assert stand.opened().demand_inside()


def test_a_practice_backup_is_not_restored_on_a_real_laptop(stand: BackupStand, tmp_path: Path) -> None:
    backup = stand.back_up(stand.opened(), tmp_path)
    stand.doors[-1].lock(Lock(""))
    stand.laptop = open_laptop(
        tmp_path / "real", laptop=LaptopId("l00000000000000b2"), practice=False, disk=stand.disk
    )
    assert problem_of(lambda: restore(stand, backup)) == (
        Problem.FOLDER_REFUSED, {"reason": "practice-and-real-mixed"},
    )  # fmt: skip


def test_backups_and_wrong_tries_stay_and_the_notebook_that_was_replaced_goes(stand: BackupStand) -> None:
    door = stand.opened()
    first = stand.back_up(door)
    stand.back_up(door)
    door.lock(Lock(""))
    listed = stand.restoring().list(ListBackups(stand.aino)).rows
    assert len(listed) == 2
    restore(stand, first)
    assert stand.restoring().list(ListBackups(stand.aino)).rows == listed
    assert (stand.folder_of(stand.aino) / THROTTLE_FILE).exists()
    assert [one.name for one in (stand.folder / "notebooks").iterdir()] == [stand.aino]


def test_a_second_restore_before_the_first_has_met_the_hub_keeps_what_the_first_replaced(
    stand: BackupStand,
) -> None:
    door = stand.opened()
    backup = stand.back_up(door)
    stand.save(door, "lähettämättä")
    door.lock(Lock(""))
    stand.online = False
    for _ in range(2):
        assert problem_of(lambda: restore(stand, backup))[0] is Problem.NO_NETWORK
    stand.online = True
    assert stand.names(stand.opened()) == ["lähettämättä"]
    assert len(stand.restoring().list(ListBackups(stand.aino)).rows) == 1


def test_a_notebook_that_goes_takes_what_a_restore_left_with_it(stand: BackupStand) -> None:
    door = stand.opened()
    backup = stand.back_up(door)
    door.lock(Lock(""))
    stand.online = False
    assert problem_of(lambda: restore(stand, backup))[0] is Problem.NO_NETWORK
    stand.laptop.remove(stand.aino)
    assert list((stand.folder / "notebooks").iterdir()) == []


def test_a_restore_that_was_cut_between_its_two_renames_is_ended_by_the_next_start(
    stand: BackupStand,
) -> None:
    door = stand.opened()
    backup = stand.back_up(door)
    stand.save(door, "lähettämättä")
    door.lock(Lock(""))
    stand.online = False
    assert problem_of(lambda: restore(stand, backup))[0] is Problem.NO_NETWORK
    place = Place(stand.folder_of(stand.aino))
    place.folder.rename(place.staged)
    place.fresh.mkdir()
    stand.online = True
    assert stand.restoring().list(ListBackups(stand.aino)).rows
    assert not place.staged.exists()
    assert not place.fresh.exists()
    assert stand.names(stand.opened()) == ["lähettämättä"]
