# SPDX-License-Identifier: MIT
"""Older files put back: what is noticed, by what, when; and what is not noticed before the hub is met.

| put back | noticed by | when |
|---|---|---|
| a page of the database | the chains and the fold of the check after the unlock (test_self_check.py) | seconds after |
| both copies of the key file | the generation in the database | at the unlock |
| one copy of the key file | the other, newer one; the old one is made equal | at the unlock |
| the database alone | the hub, which has other events under the access log's next numbers | at the next contact |
| the key file and the database, or the whole folder | the same; the passphrase of then opens it | the same |

So an old database is told as a notebook that exists twice (``Cloned``), which it does; how one goes on from there is
shown in test_succession_killed.py. Nothing tells of what was saved, never sent, and rolled back with all its copies.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from backup_stand import BackupStand
from doorstep import GOOD, OTHER, problem_of
from hub_world import HubClock, HubWorld
from notebook_child import TYPED, NotebookChild, Said

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import ChangePassphrase, Lock, ShowLaptop, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.vault.keyfile_io import COPIES
from sync.records.ids import StaffId

DATABASE = ("notebook.db", "notebook.db-wal", "notebook.db-shm")
SMALL = (
    "import resource, sys\n"
    "from desktop import run_notebook\n"
    "resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))\n"
    "sys.exit(run_notebook.run(sys.argv[2:]))\n"
)
"""A computer that gives a process three gigabytes and no more."""


class Rolled(BackupStand):
    """A laptop with Aino's notebook: a morning that lies in ``old`` and a day that went on from it."""

    old: Path

    def spend_a_day(self) -> None:
        """Save in the morning, keep the folder, then change the passphrase and save and send more."""
        door = self.opened()
        self.save(door, "aamulla")
        assert self.sync(door).problem == ""
        door.lock(Lock(""))
        self.old = self.folder.with_name("old")
        shutil.copytree(self.place, self.old)
        door = self.opened()
        door.change_passphrase(ChangePassphrase(GOOD, OTHER))
        self.save(door, "iltapäivällä")
        assert self.sync(door).problem == ""
        door.lock(Lock(""))

    @property
    def place(self) -> Path:
        """The notebook's folder."""
        return self.folder_of(self.aino)

    def put_back(self, *names: str) -> None:
        """Put these files back as they were in the morning."""
        for name in names:
            (self.place / name).unlink(missing_ok=True)
            if (self.old / name).exists():
                shutil.copy(self.old / name, self.place / name)

    def is_told_as_a_copy_by_the_hub(self, passphrase: str) -> None:
        """Open it, see the morning and no warning, meet the hub, and be told; no save of either day is lost."""
        door = self.opened(passphrase)
        assert self.names(door) == ["aamulla"]
        self.save(door, "illalla")
        assert self.sync(door).problem.startswith("Cloned")
        assert self.names(door) == ["aamulla", "illalla"]
        assert self.names_at_the_hub() == ["aamulla", "iltapäivällä"]
        assert self.unsent(door) == 1
        door.demand_inside().desk.store.verify()
        door.lock(Lock(""))


@pytest.fixture
def rolled(tmp_path: Path) -> Iterator[Rolled]:
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = Rolled(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    one.spend_a_day()
    yield one
    one.close()
    lane.stop()
    hub.close()


def test_an_older_key_file_beside_the_newer_database_opens_nothing(rolled: Rolled) -> None:
    rolled.put_back(*COPIES)
    assert problem_of(lambda: rolled.opened(GOOD))[0] is Problem.KEY_FILE_ROLLED_BACK
    assert problem_of(lambda: rolled.opened(OTHER))[0] is Problem.WRONG_PASSPHRASE


@pytest.mark.parametrize("name", COPIES)
def test_one_older_copy_of_the_key_file_is_outvoted_and_mended(rolled: Rolled, name: str) -> None:
    """The old passphrase opens the old copy, and is refused for what it is: the database knows better."""
    rolled.put_back(name)
    assert problem_of(lambda: rolled.opened(GOOD))[0] is Problem.KEY_FILE_ROLLED_BACK
    rolled.opened(OTHER).lock(Lock(""))
    assert len({(rolled.place / one).read_bytes() for one in COPIES}) == 1
    assert problem_of(lambda: rolled.opened(GOOD))[0] is Problem.WRONG_PASSPHRASE


def test_an_older_database_beside_the_newer_key_file_is_noticed_by_the_hub_alone(rolled: Rolled) -> None:
    rolled.put_back(*DATABASE)
    rolled.is_told_as_a_copy_by_the_hub(OTHER)


def test_a_key_file_and_a_database_put_back_together_bring_an_old_passphrase_back(rolled: Rolled) -> None:
    """Said plainly in FORMAT.md: whoever knew the old passphrase and kept a copy of the folder has that copy."""
    rolled.put_back(*COPIES, *DATABASE)
    rolled.is_told_as_a_copy_by_the_hub(GOOD)


def test_a_whole_folder_put_back_is_noticed_by_the_hub_alone(rolled: Rolled) -> None:
    shutil.rmtree(rolled.place)
    shutil.copytree(rolled.old, rolled.place)
    rolled.is_told_as_a_copy_by_the_hub(GOOD)


@pytest.fixture
def enrolled(tmp_path: Path) -> tuple[Path, StaffId]:
    """A laptop with one notebook, made by a notebook process."""
    hub = HubWorld.live(tmp_path / "hub")
    staff = hub.person("Aino Aalto", "adviser", hub.team("Testitiimi"))
    with hub.http() as address:
        child = NotebookChild(tmp_path / "laptop")
        child.join(hub, address, staff)
        child.ask(Lock(""))
        child.end()
    hub.close()
    return tmp_path / "laptop", staff


def test_a_slot_that_asks_for_all_memory_is_told_in_megabytes_and_leaves_the_process_and_colleagues_alone(
    enrolled: tuple[Path, StaffId],
) -> None:
    home, staff = enrolled
    for name in COPIES:
        path = home / "notebooks" / staff / name
        header = json.loads(path.read_bytes())
        header["slots"][0]["kdf"] |= {"memory_kib": 4 * 1024 * 1024, "passes": 64}
        path.write_bytes(json.dumps(header, sort_keys=True, separators=(",", ":")).encode())
    child = NotebookChild(home, program=("-c", SMALL))
    with pytest.raises(Said) as said:
        child.ask(Unlock(staff, TYPED))
    assert (said.value.report.problem, said.value.report.facts) == (Problem.MEMORY_SHORT, {"mebibytes": 4096})
    assert [one.staff for one in child.ask(ShowLaptop()).people] == [staff]
    assert child.end() == 0
