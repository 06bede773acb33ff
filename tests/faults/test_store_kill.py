# SPDX-License-Identifier: MIT
"""kill -9 in the middle of saving: everything that was acknowledged is there, whole and in its chain."""

import random
from pathlib import Path

from forking import nursery
from store_world import TEAM, Colleague, open_here

from desktop.store.commit_rows import arrived, unpack_bodies
from sync.log.commit import SignedCommit
from sync.log.fold import Write
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.state import decode_state
from sync.records.ids import EntityId

KILLS = 50
SAVER = Path(__file__).with_name("store_saver.py")


def _acknowledged(said: list[str]) -> dict[int, EntityId]:
    """Return what a worker acknowledged before it was killed."""
    return {int(n): EntityId(bytes.fromhex(raw)) for n, raw in (line.split() for line in said)}


def test_nothing_acknowledged_is_lost_in_fifty_kills(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    moments = random.Random(20261124)
    acknowledged: dict[int, EntityId] = {}
    with nursery(SAVER) as savers:
        for kill in range(KILLS):
            acknowledged |= _acknowledged(
                savers.until_killed(path, kill * 1000, pause=moments.uniform(0, 0.06))
            )
            store = open_here(path, create=False)
            store.verify()
            with store.reading() as connection:
                rows = connection.execute(
                    "SELECT n, header, signature, bodies FROM commits ORDER BY n"
                ).fetchall()
                entities = dict(connection.execute("SELECT entity, state FROM entities").fetchall())
            assert [n for n, *_ in rows] == list(range(1, len(rows) + 1))
            saved = {
                n: arrived(SignedCommit(header, signature, unpack_bodies(raw)))
                for n, header, signature, raw in rows
            }
            for n, entity in acknowledged.items():
                assert [body.entity for body in saved[n].bodies if body is not None] == [entity]
                assert entity in entities
            store.close()
    assert len(acknowledged) >= KILLS
    _folded_whole(path)


def _folded_whole(path: Path) -> None:
    """No save is half there: what the commits fold to is what the tables hold, lists and search included."""
    store = open_here(path, create=False)
    store.check_pages()
    with store.reading() as connection:
        rows = connection.execute("SELECT header, signature, bodies FROM commits").fetchall()
        held = {
            one: decode_state(raw) for one, raw in connection.execute("SELECT entity, state FROM entities")
        }
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our names
            for table in ("people", "people_text", "visits", "audit")
        ]
    commits = [
        arrived(SignedCommit(header, signature, unpack_bodies(raw))) for header, signature, raw in rows
    ]
    writes = [Write(one.id, body) for one in commits for body in one.bodies if body is not None]
    assert held == fold(writes, Marks())
    kinds = [state.kind for state in held.values()]
    people, visits = kinds.count("person"), kinds.count("visit")
    assert counts == [people, people, visits, len(commits)]
    assert Colleague(b"x").stream == TEAM
    store.close()
