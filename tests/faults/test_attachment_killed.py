# SPDX-License-Identifier: MIT
"""kill -9 in the middle of adding files: each is whole with its record or not there, and nothing readable is left."""

import random
from pathlib import Path

from file_desk import FileDesk, numbered_file, same_world
from forking import nursery
from made_pictures import CANARY
from notebook_world import AINO

from desktop.notebook.file_sweep import sweep_at_start
from sync.records.ids import EntityId

KILLS = 20
ADDER = Path(__file__).with_name("file_adder.py")


def _acknowledged(said: list[str]) -> dict[EntityId, int]:
    """Return what a worker acknowledged before it was killed: attachment and number."""
    return {EntityId(bytes.fromhex(added)): int(number) for number, added in (line.split() for line in said)}


def test_a_file_is_whole_or_not_there_in_twenty_kills(tmp_path: Path) -> None:
    moments = random.Random(20261124)
    acknowledged: dict[EntityId, int] = {}
    with nursery(ADDER) as adders:
        for kill in range(KILLS):
            acknowledged |= _acknowledged(
                adders.until_killed(tmp_path, kill * 1000, pause=moments.uniform(0, 0.12))
            )
            world = same_world(tmp_path)
            aino = FileDesk(world, AINO)
            sweep_at_start(aino.files, aino.blobs)
            named = set()
            for person in _with_files(aino):
                for row in aino.rows(person):
                    held = aino.open(row.attachment).content
                    number = acknowledged.get(row.attachment, int(held.split(b"\n", 1)[0].rsplit(b" ", 1)[1]))
                    assert held == numbered_file(number)
                    named.add(row.attachment)
            assert acknowledged.keys() <= named
            assert {aino.blob(one) for one in named} == set(aino.files.names()) == aino.files.waiting().keys()
            assert not list(aino.folder.rglob("*.new"))
            assert _readable(aino.laptop) == []
            world.close()
    assert len(acknowledged) >= KILLS
    (tmp_path / "leak").write_bytes(b"x" + CANARY)
    assert "leak" in _readable(tmp_path), "the scan finds what is there"


def _with_files(aino: FileDesk) -> list[EntityId]:
    rows = aino.desk.reads.connection.execute("SELECT DISTINCT person FROM attachments").fetchall()
    return [EntityId(person) for (person,) in rows]


def _readable(folder: Path) -> list[str]:
    """Return the files in which the canary can be read, the database's with them."""
    return [path.name for path in folder.rglob("*") if path.is_file() and CANARY[:10] in path.read_bytes()]
