# SPDX-License-Identifier: MIT
"""kill -9 and power cuts while a notebook of schema 2 is brought forward: the old or the new one, and every save."""

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
from backup_stand import BackupStand
from canaries import Canaries
from doorstep import GOOD
from hub_world import HubClock, HubWorld
from older_schema import added_since, make_older

from desktop.notebook.backup_files import list_backups
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.store.backup_copy import check_copy
from desktop.store.changes import Change
from desktop.store.late_rows import add_late_rows
from desktop.store.migrations import SCHEMA, STEPS, found_schema, migrate
from desktop.store.names import Names
from desktop.store.sqlcipher import connect
from desktop.vault.backup import read_backup, unpack
from desktop.vault.disk import RealDisk
from desktop.vault.restore import BACKUPS
from desktop.vault.secrets import VaultSecrets
from sync.records.attachments import ATTACHMENT

ROOT = Path(__file__).parents[2]
OLD = 2
NAMES = [f"tallennus {at:02d}" for at in range(30)]
FILES = 12
NEW_TABLES = tuple(name for sort, name in added_since(OLD) if sort == "table")
FRAME, LOG_HEADER = 24 + 4096, 32


class OldNotebook(BackupStand):
    """A laptop with Aino's notebook as a program of schema 2 left it, with records whose lists came later."""

    secrets: VaultSecrets

    def make(self) -> None:
        """Fill it, then take away what schemas 3 and 4 have added."""
        door = self.opened()
        for name in NAMES:
            self.save(door, name)
        inside = door.demand_inside()
        desk, self.secrets = inside.desk, inside.vault.secrets
        holder = desk.new_id()
        for _ in range(FILES):
            fields = Canaries().fields(ATTACHMENT) | {"on": holder, "media": "pdf"}
            change = Change(kind="attachment", entity=desk.new_id(), fields=fields, subject=holder)
            desk.save([(desk.team_stream(), [change])])
        door.lock(Lock(""))
        connection = connect(self.path, self.secrets.database_key)
        make_older(connection, OLD)
        connection.close()

    @property
    def path(self) -> Path:
        """The database."""
        return self.folder_of(self.aino) / "notebook.db"

    def schema(self) -> int:
        """Return the schema that lies there, after a look at every page, every save and the tables that came since."""
        connection = connect(self.path, self.secrets.database_key)
        try:
            found = found_schema(connection)
            assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
            saved = connection.execute("SELECT count(*) FROM entities WHERE kind = 'person'").fetchone()[0]
            tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
        finally:
            connection.close()
        assert saved == len(NAMES)
        assert [name for name in NEW_TABLES if name in tables] == (
            list(NEW_TABLES) if found == SCHEMA else []
        )
        return found

    def holds_all(self) -> None:
        """Open it as the next start does, and look for every save, in the lists too."""
        door = self.door()
        door.unlock(Unlock(self.aino, GOOD))
        assert self.names(door) == NAMES
        store = door.demand_inside().desk.store
        with store.reading() as connection:
            assert connection.execute("SELECT count(*) FROM attachments").fetchone() == (FILES,)
        store.verify()
        store.check_pages()
        door.lock(Lock(""))


@pytest.fixture
def old(tmp_path: Path) -> Iterator[OldNotebook]:
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = OldNotebook(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    one.make()
    yield one
    one.close()
    lane.stop()
    hub.close()


class _Nursery:
    """Starts workers and kills them."""

    def __init__(self, old: OldNotebook) -> None:
        self.order = f"{old.folder}|{old.aino}\n"
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "support" / "migration_nursery.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])},
        )

    def kill_one(self, share: float, usual: float) -> float:
        """Kill a worker after a share of the usual time; return how long it worked, or 0 when it did not end."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(self.order)
        self.process.stdin.flush()
        said: list[str] = []
        while "begun" not in said or not any(one.startswith("born") for one in said):
            said.append(self.process.stdout.readline().strip())
            assert said[-1] not in {"", "dead"}, "the worker ended by itself"
        begun = time.monotonic()
        pid = next(int(one.split()[1]) for one in said if one.startswith("born"))
        took = 0.0
        if share > 1:
            assert self.process.stdout.readline() == "done\n"
            took = time.monotonic() - begun
        else:
            time.sleep(share * usual)
        os.kill(pid, signal.SIGKILL)
        for line in iter(self.process.stdout.readline, "dead\n"):
            assert line == "done\n"
        return took

    def end(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()


@pytest.mark.parametrize("kills", [40, pytest.param(200, marks=pytest.mark.torture)])
def test_a_migration_that_is_killed_leaves_the_old_or_the_new_notebook_and_its_copy(
    old: OldNotebook, tmp_path: Path, kills: int
) -> None:
    folder, saved = old.folder_of(old.aino), tmp_path / "saved"
    shutil.copytree(folder, saved)
    nursery = _Nursery(old)
    moments = random.Random(20261124)
    usual = nursery.kill_one(2, 0)
    assert old.schema() == SCHEMA
    left = {OLD: 0, SCHEMA: 0}
    copies = 0
    for _ in range(kills):
        shutil.rmtree(folder)
        shutil.copytree(saved, folder)
        nursery.kill_one(moments.uniform(0, 1), usual * 1.1)
        left[old.schema()] += 1
        whole = list_backups(folder / BACKUPS)
        for number, one in enumerate(whole):
            out = tmp_path / f"copy-{number}.db"
            unpack(RealDisk(), read_backup(one.path), old.secrets, out)
            assert check_copy(out, old.secrets.database_key, audit_key=old.secrets.audit_key) == OLD
            out.unlink()
        assert whole or old.schema() == OLD, "nothing is brought forward before its copy is sealed"
        copies += bool(whole)
        old.holds_all()
    nursery.end()
    assert min(left.values()) > 0, left
    assert copies > left[SCHEMA], "some were killed between the copy and the end"


def test_the_power_cut_at_every_page_of_a_migration_leaves_all_of_the_old_or_of_the_new(
    old: OldNotebook, tmp_path: Path
) -> None:
    base, log = tmp_path / "base.db", old.path.with_name("notebook.db-wal")
    shutil.copy(old.path, base)
    key, index_key = old.secrets.database_key, old.secrets.index_key
    connection = connect(old.path, key)
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    found = migrate(
        connection,
        old.path,
        late=lambda one: add_late_rows(connection, Names(connection), index_key, found=one),
    )
    whole = log.read_bytes()
    connection.close()
    assert (found, (len(whole) - LOG_HEADER) % FRAME) == (OLD, 0)
    places = [0, 1, LOG_HEADER]
    for end in range(LOG_HEADER + FRAME, len(whole) + 1, FRAME):
        places += [end - FRAME // 2, end - 1, end]
    seen = []
    for place in places:
        for torn in (whole[:place], whole[:place] + bytes(len(whole) - place)):
            shutil.copy(base, old.path)
            log.write_bytes(torn)
            log.with_name("notebook.db-shm").unlink(missing_ok=True)
            seen.append(old.schema())
    assert set(seen[:-2]) == {OLD}
    assert seen[-2:] == [SCHEMA, SCHEMA]
    assert len(seen) >= 60
    old.holds_all()
    assert set(STEPS) == {1, OLD, 3, SCHEMA}, "what a new schema adds is taken away in this test"
