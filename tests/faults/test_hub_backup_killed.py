# SPDX-License-Identifier: MIT
"""kill -9 and a full disk in ``backup``, ``compact`` and ``restore from``: said again, it is done, and whole."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from fail_points import BACKUP
from hub_city import City, make_city
from hub_command import Commands, commands
from hub_world import HubClock, HubWorld, visit
from lost_hub import Left, lose_a_hub

from sync.failpoints import FailPoint
from sync.hub.backup import keys_beside, read_backup
from sync.hub.errors import BackupDamaged
from sync.hub.home import now_ms
from sync.hub.verify import verify

KILLED = -9
SAVES = 12


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Commands]:
    """Commands of the hub."""
    said = tmp_path / "said"
    said.mkdir()
    with commands(said) as started:
        yield started


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    """A hub with some saves; nobody has it open."""
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock(now_ms() - 1_000_000)
    made = make_city(HubWorld.make(tmp_path / "hub", database=database, clock=clock), clock)
    for _ in range(SAVES):
        made.adviser.save(made.stream, visit())
    made.world.close()
    yield made
    made.world.close()


def _home(city: City) -> list[str]:
    return ["--home", str(city.world.home.folder)]


def test_a_backup_that_is_killed_is_no_backup_and_said_again_it_is_whole(
    city: City, hub: Commands, tmp_path: Path
) -> None:
    done = hub.run(["backup", str(tmp_path / "whole"), *_home(city)])
    assert done.code == 0, done.err
    assert done.counts.keys() == BACKUP
    for point, times in sorted(done.counts.items()):
        for at in range(1, times + 1):
            folder = tmp_path / f"{point.value}-{at}"
            words = ["backup", str(folder), *_home(city)]
            assert hub.kill(words, point, at).code == KILLED
            sealed = point is FailPoint.HUB_BACKUP_AFTER_SEAL
            if not sealed:
                with pytest.raises(BackupDamaged):
                    read_backup(folder, keys_beside(folder))
            again = hub.run(words)
            assert again.code == (1 if sealed else 0), again.err
            assert ("there already, and whole" in again.err) is sealed
            assert read_backup(folder, keys_beside(folder)).commits
            assert "there already, and whole" in hub.run(words).err


def test_the_keys_of_another_backup_are_never_taken_for_a_rest(
    city: City, hub: Commands, tmp_path: Path
) -> None:
    cut, whole = tmp_path / "cut", tmp_path / "whole"
    assert hub.kill(["backup", str(cut), *_home(city)], FailPoint.HUB_BACKUP_BEFORE_SEAL, 1).code == KILLED
    assert hub.run(["backup", str(whole), *_home(city)]).code == 0
    for keys in (keys_beside(whole), tmp_path / "other"):
        keys.mkdir(exist_ok=True)
        (keys / "something").write_text("of somebody's", encoding="utf-8")
        again = hub.run(["backup", str(cut), "--keys", str(keys), *_home(city)])
        assert "it is there already" in again.err
        assert (keys / "something").exists()
    assert read_backup(whole, keys_beside(whole)).commits


def test_a_compaction_that_is_killed_goes_on_when_it_is_said_again(city: City, hub: Commands) -> None:
    words = ["compact", "--older-than-days", "0", "--keep", "2", *_home(city)]
    for point in (FailPoint.HUB_SNAPSHOT_BEFORE_KEEP, FailPoint.HUB_COMPACT_BETWEEN_STEPS):
        assert hub.kill(words, point, 1).code == KILLED
    done = hub.run(words)
    assert done.code == 0, done.err
    city.world = city.world.reopened()
    parts = city.world.parts
    assert parts.store.horizon(city.stream) == SAVES - 2
    assert not verify(parts).damages
    assert len(parts.store.commits(city.stream, after=0, limit=1000)) == SAVES


def test_a_full_disk_at_any_step_of_a_backup_is_said_and_room_makes_it_whole(
    city: City, hub: Commands, tmp_path: Path
) -> None:
    for at in range(1, 6):
        folder = tmp_path / f"full-{at}"
        words = ["backup", str(folder), *_home(city)]
        full = hub.refuse(words, FailPoint.HUB_BACKUP_BETWEEN_FILES, at, errno.ENOSPC)
        if full.code == 0:
            break
        assert full.code == 1
        assert "say the same again" in full.err
        assert "No space left on device" in full.err
        with pytest.raises(BackupDamaged):
            read_backup(folder, keys_beside(folder))
        assert hub.run(words).code == 0
        assert read_backup(folder, keys_beside(folder)).commits
    assert at > 3


def _refused_by_size(hub: Commands, words: list[str]) -> int:
    """Run a command under limits that grow, until it goes through; return how often it was refused in its midst."""
    refused = 0
    for more in range(20):
        ended = hub.limit(words, 8192 << more)
        if ended.code == 0:
            return refused
        assert ended.code == 1, ended.err
        assert "again" in ended.err, "also where the hub itself could not be opened"
        assert "Traceback" not in ended.err
        refused += "say the same again" in ended.err
    raise AssertionError(ended.err)


def test_a_backup_whose_files_are_cut_in_the_middle_begins_anew(tmp_path: Path, hub: Commands) -> None:
    clock = HubClock(now_ms() - 1_000_000)
    made = make_city(HubWorld.make(tmp_path / "hub", clock=clock), clock)
    made.world.close()
    folder = tmp_path / "copy"
    assert _refused_by_size(hub, ["backup", str(folder), *_home(made)]) > 0
    assert read_backup(folder, keys_beside(folder)).commits


def test_a_restore_whose_files_are_cut_in_the_middle_puts_nothing_in_place(
    tmp_path: Path, hub: Commands
) -> None:
    lost = lose_a_hub(tmp_path)
    left: Left = lost.copy(tmp_path / "left-over")
    assert not left.home.exists()
    assert _refused_by_size(hub, left.words) > 0
    back = left.open()
    try:
        assert not verify(back.world.parts).damages
        for at in (2, 0, 1, 2):
            back.round(at)
        assert set(back.numbered()) < lost.saved, "but those of whom nobody has confirmed"
    finally:
        back.close()
