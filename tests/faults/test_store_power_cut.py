# SPDX-License-Identifier: MIT
"""The power goes at any moment of writing: the notebook opens, whole, with every save that was acknowledged.

The write-ahead log only grows until it is brought into the file, and a save returns after its fsync. So what a
power cut can leave is the database file as it was, all of the log up to the last fsync, and after that any
part of what was being written: cut at any byte, with sectors missing or in disorder.
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from store_world import NOON, TEAM, Colleague, entity, note, open_here, person, session, take, visit

from desktop.store.notebook import NotebookStore
from sync.log.digest import stream_digest
from sync.log.state import decode_state

SECTOR = 512
CUTS = 80


@dataclass
class _Recorded:
    """The files of a day's work: what was acknowledged when the log had this many bytes."""

    base: Path
    log: bytes
    acknowledged: list[tuple[int, int]]
    """(bytes of the log after the fsync, saves and batches that were then acknowledged)."""

    def at(self, length: int) -> int:
        """How much was acknowledged when this much of the log was safe."""
        return max((count for size, count in self.acknowledged if size <= length), default=0)

    def safe(self, length: int) -> int:
        """Where the last fsync before this byte was."""
        return max((size for size, _ in self.acknowledged if size <= length), default=0)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Recorded]:
    """Thirty saves and ten batches from the hub, each with the size of the log that it left."""
    folder = tmp_path_factory.mktemp("day")
    path, base = folder / "notebook.db", folder / "base.db"
    store = open_here(path)
    opened, card, author = session(), person("Aino", "Korhonen"), Colleague(b"c")
    store.save(TEAM, [opened, card], time_ms=NOON)
    store.tidy()
    shutil.copy(path, base)
    log = path.with_name("notebook.db-wal")
    acknowledged = [(log.stat().st_size, 0)]
    for at in range(40):
        if at % 4 == 3:
            for _ in range(5):
                who = entity()
                author.write("person", who, {"name": {"first": "Liisa", "last": f"Virta{at}"}}, subject=who)
            take(store, author.made[-5:], first=len(author.made) - 4)
        else:
            remark = note(card.entity, f"soitti {at}")
            store.save(TEAM, [visit(opened.entity, at=NOON + at), remark], time_ms=NOON + at)
        acknowledged.append((log.stat().st_size, at + 1))
    yield _Recorded(base, log.read_bytes(), acknowledged)
    store.close()


def _begun(store: NotebookStore) -> int:
    """How many of the saves and batches are here: each is whole, and none is without those before it."""
    with store.reading() as connection:
        own = [
            n
            for (n,) in connection.execute(
                "SELECT n FROM commits AS c JOIN writers AS w ON w.key = c.writer WHERE w.writer = ? ORDER BY n",
                (store.me.writer,),
            )
        ]
        theirs = connection.execute("SELECT count(*) FROM commits WHERE number IS NOT NULL").fetchone()[0]
        states = [decode_state(raw) for (raw,) in connection.execute("SELECT state FROM entities")]
        (digest,) = connection.execute("SELECT digest FROM streams WHERE name = ?", (TEAM,)).fetchone()
        shown = connection.execute("SELECT count(*) FROM visits").fetchone()[0]
        found = connection.execute("SELECT count(*) FROM people_text WHERE words MATCH 'virta'").fetchone()[0]
    saves, (batches, torn) = len(own) - 1, divmod(theirs, 5)
    assert own == list(range(1, len(own) + 1))
    assert (torn, shown, found) == (0, saves, theirs)
    assert digest == stream_digest(states)
    done = saves + batches
    assert (saves, batches) == (done - done // 4, done // 4)
    store.verify()
    return int(done)


def _open_with(recorded: _Recorded, folder: Path, log: bytes) -> int:
    path = folder / "notebook.db"
    shutil.copy(recorded.base, path)
    path.with_name("notebook.db-wal").write_bytes(log)
    path.with_name("notebook.db-shm").unlink(missing_ok=True)
    store = open_here(path, create=False)
    try:
        return _begun(store)
    finally:
        store.close()


def _cut_places(recorded: _Recorded, dice: random.Random) -> list[int]:
    sizes = [size for size, _ in recorded.acknowledged]
    edges = [place for size in dice.sample(sizes, 6) for place in (size - 1, size, size + 1)]
    return [0, 17, *edges, *(dice.randrange(len(recorded.log)) for _ in range(CUTS - len(edges) - 2))]


def test_the_log_cut_at_any_byte_holds_what_was_acknowledged(recorded: _Recorded, tmp_path: Path) -> None:
    dice = random.Random(20261124)
    for place in _cut_places(recorded, dice):
        assert _open_with(recorded, tmp_path, recorded.log[: max(place, 0)]) == recorded.at(place)


def test_sectors_lost_after_the_last_fsync_take_nothing_with_them(
    recorded: _Recorded, tmp_path: Path
) -> None:
    dice = random.Random(4)
    for place in _cut_places(recorded, dice):
        safe = recorded.safe(place)
        torn = bytearray(recorded.log[: max(place, 0)])
        first = -(-safe // SECTOR) * SECTOR
        lost = [at for at in range(first, len(torn), SECTOR) if dice.random() < 0.5]
        for at in lost:
            length = len(torn[at : at + SECTOR])
            torn[at : at + SECTOR] = bytes(length) if dice.random() < 0.5 else dice.randbytes(length)
        assert _open_with(recorded, tmp_path, bytes(torn)) == recorded.at(place)


def test_a_log_damaged_before_its_last_fsync_is_noticed_by_this_very_measure(
    recorded: _Recorded, tmp_path: Path
) -> None:
    """The two tests above could not fail if opening ignored the log, or if they counted nothing."""
    middle = len(recorded.log) // 2
    damaged = bytearray(recorded.log)
    damaged[middle] ^= 1
    held = _open_with(recorded, tmp_path, bytes(damaged))
    assert held < recorded.at(len(recorded.log)) == 40
    assert held == recorded.at(middle)
