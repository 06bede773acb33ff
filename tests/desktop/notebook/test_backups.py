# SPDX-License-Identifier: MIT
"""Backups of an open notebook: each opened before it counts, the old ones let go, a failed one told."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from backup_stand import BackupStand
from doorstep import GOOD, problem_of
from hub_world import HubClock, HubWorld
from older_schema import make_older

from desktop.notebook.backup_files import KEPT_MS, MOST_KEPT, list_backups
from desktop.notebook.backups import DAY_MS, Backups
from desktop.notebook.door import Door
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import BackUp, ListBackups, ShowBackups
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.notebook.premises import backups_of
from desktop.store.migrations import SCHEMA
from desktop.store.sqlcipher import connect
from desktop.vault.backup import read_backup
from desktop.vault.restore import BACKUPS
from sync.log.sealing import ReceivingKey

CITY = ReceivingKey.generate()


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


def backups(stand: BackupStand, door: Door, city: bytes | None = CITY.public) -> Backups:
    inside = door.demand_inside()
    return Backups(
        inside.desk, backups_of(stand.premises, inside.vault, inside.hub), spare=stand.lane, city=lambda: city
    )


def later(stand: BackupStand, ms: int) -> None:
    assert isinstance(stand.hub.clock, HubClock)
    stand.hub.clock.now += ms


def test_a_backup_is_made_now_and_listed_open_and_closed(stand: BackupStand) -> None:
    door = stand.opened()
    its = backups(stand, door)
    assert its.show(ShowBackups()).rows == []
    (row,) = its.back_up(BackUp("")).rows
    assert not row.automatic
    assert row.size == Path(row.path).stat().st_size
    events = [one.event for one in door.demand_inside().desk.store.audit_rows()]
    assert [(one["operation"], one["reason"]) for one in events if one["operation"] == "BACKUP"] == [
        ("BACKUP", "own")
    ]
    door.lock(Lock(""))
    assert stand.restoring().list(ListBackups(stand.aino)).rows == [row]
    assert stand.restoring().list(ListBackups(stand.bertta)).rows == []


def test_a_name_tells_the_time_and_nothing_of_anybody(stand: BackupStand) -> None:
    its = backups(stand, stand.opened())
    rows = its.back_up(BackUp("")).rows + its.back_up(BackUp("")).rows
    for row in rows:
        stem = Path(row.path).stem
        assert stem.replace("-", "").isdigit()
        assert Path(row.path).stat().st_mode & 0o777 == 0o600
    assert (stand.folder_of(stand.aino) / BACKUPS).stat().st_mode & 0o777 == 0o700


def test_a_backup_on_a_stick_lies_there_and_not_here(stand: BackupStand, tmp_path: Path) -> None:
    its = backups(stand, stand.opened())
    stick = tmp_path / "stick"
    assert problem_of(lambda: its.back_up(BackUp(str(stick)))) == (
        Problem.BACKUP_UNREADABLE, {"reason": "missing"},
    )  # fmt: skip
    assert its.show(ShowBackups()).last_failed
    stick.mkdir()
    seen = its.back_up(BackUp(str(stick)))
    assert (seen.rows, seen.last_failed) == ([], False)
    assert len(list_backups(stick)) == 1
    assert list((stand.folder_of(stand.aino) / BACKUPS).iterdir()) == []


def test_it_is_made_by_itself_once_a_day(stand: BackupStand) -> None:
    its = backups(stand, stand.opened())
    assert its.daily()
    assert not its.daily()
    later(stand, DAY_MS)
    assert its.daily()
    assert [one.automatic for one in its.show(ShowBackups()).rows] == [True, True]


def test_the_days_backup_comes_some_time_after_the_unlock(stand: BackupStand) -> None:
    door = stand.opened()
    inside = door.demand_inside()
    told = threading.Event()
    inside.desk.store.verify()
    its = Backups(
        inside.desk, backups_of(stand.premises, inside.vault, inside.hub), spare=stand.lane,
        city=told.set, first_seconds=0.0,
    )  # fmt: skip
    its.start()
    assert told.wait(20)
    stand.lane.call(lambda: None)
    its.stop()
    assert len(its.show(ShowBackups()).rows) == 1
    assert not its.daily()


def test_ten_are_kept_and_none_beyond_thirty_days_but_the_newest(stand: BackupStand) -> None:
    its = backups(stand, stand.opened())
    for _ in range(MOST_KEPT + 2):
        its.back_up(BackUp(""))
        later(stand, 1000)
    rows = its.show(ShowBackups()).rows
    assert len(rows) == MOST_KEPT
    later(stand, KEPT_MS)
    assert its.daily()
    assert [one.automatic for one in its.show(ShowBackups()).rows] == [True]
    later(stand, KEPT_MS + DAY_MS)
    folder = stand.folder_of(stand.aino) / BACKUPS
    (folder / "left.kkbackup.new").write_bytes(b"half")
    inside = stand.doors[-1].demand_inside()
    backups_of(stand.premises, inside.vault, inside.hub).prune()
    assert len(list(folder.iterdir())) == 1


def test_the_citys_key_is_remembered_for_a_day_without_a_hub(stand: BackupStand) -> None:
    door = stand.opened()
    path = Path(backups(stand, door).back_up(BackUp("")).rows[0].path)
    assert read_backup(path).header.receivers[1] == CITY.key_id.hex()
    later(stand, 1000)
    path = Path(backups(stand, door, None).back_up(BackUp("")).rows[0].path)
    assert read_backup(path).header.receivers[1] == CITY.key_id.hex()


def test_a_full_disk_is_told_and_leaves_nothing(stand: BackupStand) -> None:
    its = backups(stand, stand.opened())
    its.back_up(BackUp(""))
    stand.disk.full = True
    assert problem_of(lambda: its.back_up(BackUp("")))[0] is Problem.DISK_FULL
    later(stand, DAY_MS)
    assert not its.daily()
    assert its.show(ShowBackups()).last_failed
    assert len(list((stand.folder_of(stand.aino) / BACKUPS).iterdir())) == 1
    stand.disk.full = False
    assert its.daily()
    assert not its.show(ShowBackups()).last_failed


def test_a_notebook_with_a_damaged_page_makes_no_backup_that_would_not_open(stand: BackupStand) -> None:
    door = stand.opened()
    for name in ("yksi", "kaksi", "kolme"):
        stand.save(door, name)
    store = door.demand_inside().desk.store
    store.tidy()
    raw = bytearray(store.path.read_bytes())
    for page in range(len(raw) // 8192, len(raw) // 4096):
        raw[page * 4096 + 50] ^= 1
    its = backups(stand, door)
    store.path.write_bytes(raw)
    assert problem_of(lambda: its.back_up(BackUp("")))[0] is Problem.NOTEBOOK_DAMAGED
    assert list((stand.folder_of(stand.aino) / BACKUPS).iterdir()) == []


def test_before_an_older_notebook_is_brought_forward_a_backup_is_made(stand: BackupStand) -> None:
    door = stand.opened()
    key = door.demand_inside().vault.secrets.database_key
    door.lock(Lock(""))
    folder = stand.folder_of(stand.aino)
    connection = connect(folder / "notebook.db", key)
    make_older(connection, SCHEMA - 1)
    connection.close()
    door = stand.door()
    assert door.unlock(Unlock(stand.aino, GOOD)).name == "Aino Aalto"
    (made,) = list_backups(folder / BACKUPS)
    assert made.header.automatic
    assert list(folder.glob("*.before-*")) == []


def test_nothing_readable_of_a_person_lies_in_a_backup_or_beside_it(stand: BackupStand) -> None:
    door = stand.opened()
    canary = "Pöllöläinen"
    stand.save(door, canary)
    backups(stand, door).back_up(BackUp(""))
    secrets = door.demand_inside().vault.secrets
    files = [path for path in stand.folder_of(stand.aino).rglob("*") if path.is_file()]
    assert any(path.suffix == ".kkbackup" for path in files)
    for path in files:
        raw = path.read_bytes()
        assert canary not in str(path)
        for one in (canary.encode(), canary.encode("utf-16-le"), secrets.database_key, secrets.vault_key):
            assert one not in raw
