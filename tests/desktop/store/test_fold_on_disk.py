# SPDX-License-Identifier: MIT
"""The fold on disk is the fold of the log: any order, duplicates, batches, quarantine, late release."""

import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from store_world import NOON, TEAM, Colleague, edit, entity, open_here, person, take

from desktop.store.commit_rows import arrived
from desktop.store.flags import Standing
from desktop.store.notebook import NotebookStore
from sync.log.commit import CommitId, SignedCommit
from sync.log.deletion import deletion_value
from sync.log.digest import stream_digest
from sync.log.fold import Write
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId, StreamId

FIELDS = ("known_as", "postcode", "deleted")
_streams = itertools.count(1)

Op = tuple[int, int, int, list[int], int]
"""(who, which entity, which field, which earlier commits are named as seen, value)."""
OPS = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(0, 1), st.integers(0, 2), st.lists(st.integers(0, 40), max_size=3),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=12,
)  # fmt: skip


def _play(ops: Sequence[Op], stream: StreamId, people: Sequence[EntityId]) -> list[SignedCommit]:
    """Three writers name whatever they like as seen: earlier commits, their own, and one that never was."""
    writers = [Colleague(seed, stream) for seed in (b"1", b"2", b"3")]
    made: list[CommitId] = [CommitId(writers[0].key.writer, 99, b"neverwas")]
    commits = []
    for who, which, field, seen, value in ops:
        name = FIELDS[field]
        written: object = [[*made[0]]] if name == "deleted" and value else [None, "a", "b"][value]
        named = {made[at % len(made)].writer: made[at % len(made)] for at in seen}
        author = writers[who]
        commits.append(
            author.write(
                "person", people[which], {name: written}, seen={name: named.values()}, subject=people[which]
            )
        )
        made.append(author.id(len(author.made)))
    return commits


def _reference(commits: Sequence[SignedCommit], out: set[int]) -> dict[EntityId, EntityState]:
    marks = Marks()
    writes = []
    for at, one in enumerate(map(arrived, commits)):
        marks.add(one.id)
        if at not in out:
            writes += [Write(one.id, body) for body in one.bodies if body is not None]
    return fold(writes, marks)


def _on_disk(store: NotebookStore, stream: StreamId) -> tuple[dict[EntityId, EntityState], bytes]:
    with store.reading() as connection:
        rows = connection.execute(
            "SELECT e.entity, e.state FROM entities AS e JOIN streams AS s ON s.key = e.stream WHERE s.name = ?",
            (stream,),
        ).fetchall()
        digest = connection.execute("SELECT digest FROM streams WHERE name = ?", (stream,)).fetchone()[0]
    return {EntityId(one): decode_state(raw) for one, raw in rows}, digest


class _Notebook:
    """One notebook for all examples; each plays in a stream of its own."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = open_here(Path(self.folder.name) / "notebook.db")


_shared: list[_Notebook] = []


def _store() -> NotebookStore:
    if not _shared:
        _shared.append(_Notebook())
    return _shared[0].store


def teardown_module() -> None:
    for one in _shared:
        one.store.close()
        one.folder.cleanup()


@settings(max_examples=60)
@given(ops=OPS, data=st.data())
def test_any_order_and_batches_and_duplicates_fold_alike(ops: list[Op], data: st.DataObject) -> None:
    store, stream = _store(), StreamId(f"team/{next(_streams)}")
    commits = _play(ops, stream, (entity(), entity()))
    order = data.draw(st.permutations(range(len(commits))))
    again = data.draw(st.lists(st.sampled_from(order), max_size=4))
    cut = data.draw(st.integers(0, len(order)))
    for part in (order[:cut], [*order[cut:], *again], again):
        take(store, [commits[at] for at in part], stream=stream)
    states, digest = _on_disk(store, stream)
    assert states == _reference(commits, set())
    assert digest == stream_digest(states.values())


@settings(max_examples=60)
@given(ops=OPS, data=st.data())
def test_what_is_quarantined_leaves_the_fold_and_comes_back_released(
    ops: list[Op], data: st.DataObject
) -> None:
    store, stream = _store(), StreamId(f"team/{next(_streams)}")
    commits = _play(ops, stream, (entity(), entity()))
    out = data.draw(st.sets(st.integers(0, len(commits) - 1)))
    released = data.draw(st.sets(st.sampled_from(sorted(out)))) if out else set()
    cut = data.draw(st.integers(0, len(commits)))
    take(store, commits[:cut], stream=stream, first=1)
    _stand(store, stream, [commits[at] for at in out if at < cut], Standing.QUARANTINED)
    take(store, commits[cut:], stream=stream, first=cut + 1)
    _stand(store, stream, [commits[at] for at in out], Standing.QUARANTINED)
    states, _ = _on_disk(store, stream)
    assert states == _reference(commits, out)
    _stand(store, stream, [commits[at] for at in released], Standing.FOLDED)
    states, digest = _on_disk(store, stream)
    assert states == _reference(commits, out - released)
    assert digest == stream_digest(states.values())


def _stand(
    store: NotebookStore, stream: StreamId, commits: Sequence[SignedCommit], standing: Standing
) -> None:
    with store.writing() as connection:
        intake, names = store.intake(connection, stream)
        for one in map(arrived, commits):
            intake.stand(names.writer(one.header.writer), one.header.n, standing)
        intake.finish()


def test_a_conflict_is_shown_to_everybody_until_somebody_settles_it(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen", phone="+358405550101")
    first = notebook.save(TEAM, [card], time_ms=NOON)
    other = Colleague(b"c")
    theirs = other.write(
        "person", card.entity, {"phone": "+358405550199"}, seen={"phone": [first]}, subject=card.entity
    )
    from_before = notebook.reads().entity(card.entity)
    assert from_before is not None
    take(notebook, [theirs], first=1)
    mine = type(card)(
        kind="person", entity=card.entity, fields={"phone": "+358405550102"}, seen=from_before.seen(["phone"])
    )
    notebook.save(TEAM, [mine], time_ms=NOON + 1)
    view = notebook.reads().entity(card.entity)
    assert view is not None
    assert [field.name for field in view.conflicts] == ["phone"]
    assert view.values["phone"] == "+358405550199", "the numbered one is shown meanwhile"
    (row,) = notebook.reads().lists.conflicts()
    assert (row.entity, row.fields, len(row.authors)) == (card.entity, ("phone",), 2)

    settled = type(card)(
        kind="person", entity=card.entity, fields={"phone": "+358405550102"}, seen=view.seen(["phone"])
    )
    notebook.save(TEAM, [settled], time_ms=NOON + 2)
    view = notebook.reads().entity(card.entity)
    assert view is not None
    assert (view.conflicts, view.values["phone"]) == ((), "+358405550102")
    assert notebook.reads().lists.conflicts() == ()


def test_a_number_that_comes_later_moves_what_lists_and_search_show(notebook: NotebookStore) -> None:
    who = entity()
    one, other = Colleague(b"c"), Colleague(b"d")
    first = one.write("person", who, {"name": {"first": "Aino", "last": "Virta"}}, subject=who)
    second = other.write("person", who, {"name": {"first": "Aino", "last": "Koski"}}, subject=who)
    take(notebook, [first, second])
    low, high = sorted([(one.id(1), "Virta", first), (other.id(1), "Koski", second)])
    assert [row.name for row in notebook.reads().lists.recent_people()] == [f"Aino {low[1]}"]
    take(notebook, [high[2]], first=7)
    assert [row.name for row in notebook.reads().lists.recent_people()] == [f"Aino {high[1]}"]
    assert [row.entity for row in notebook.reads().search.people(high[1])] == [who]
    assert notebook.reads().search.people(low[1]) == ()


def test_a_deleted_person_leaves_lists_and_comes_back_when_changed_beside(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen")
    notebook.save(TEAM, [card], time_ms=NOON)
    state = notebook.reads().entities.state(card.entity)
    assert state is not None
    notebook.save(TEAM, [edit("person", card.entity, deleted=deletion_value(state))], time_ms=NOON)
    view = notebook.reads().entity(card.entity)
    assert view is not None
    assert view.deleted
    assert notebook.reads().search.people("korhonen") == ()
    other = Colleague(b"c")
    about = other.write("note", entity(), {"text": "Soitti tänään", "at": NOON}, subject=card.entity)
    take(notebook, [about], first=3)
    view = notebook.reads().entity(card.entity)
    assert view is not None
    assert (view.deleted, view.changed_beside_deletion) == (False, True)
    assert [row.name for row in notebook.reads().search.people("korhonen")] == ["Aino Korhonen"]
    assert [row.changed_beside_deletion for row in notebook.reads().lists.conflicts()] == [True]


def test_a_kind_from_the_future_is_kept_and_shown_as_parked(notebook: NotebookStore) -> None:
    other = Colleague(b"c")
    strange = other.write("hologram", entity(), {"shape": "cube"})
    assert take(notebook, [strange], first=1) == 1
    (row,) = notebook.reads().sending.parked()
    assert (row.kinds, row.id) == (("hologram",), other.id(1))
    assert notebook.reads().entity(row.entities[0]) is None


def test_what_was_parked_is_folded_once_its_kind_is_known(tmp_path: Path) -> None:
    path, who, other = tmp_path / "notebook.db", entity(), Colleague(b"c")
    store = open_here(path)
    strange = other.write("hologram", entity(), {"shape": "cube"})
    known = other.write("person", who, {"name": {"first": "Aino", "last": "Virta"}}, subject=who)
    take(store, [strange, known], first=1)
    with store.writing() as connection:
        # As an older program would have left it: kept, and in no table but its own.
        connection.execute("UPDATE commits SET standing = ? WHERE n = 2", (int(Standing.PARKED),))
        for table in ("entities", "people", "people_text", "short", "words", "commit_entities"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our names
    store.close()
    store = open_here(path)
    assert [row.name for row in store.reads().search.people("virta")] == ["Aino Virta"]
    assert [row.kinds for row in store.reads().sending.parked()] == [("hologram",)]
    store.close()
