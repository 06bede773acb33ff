# SPDX-License-Identifier: MIT
"""A notebook that existed twice becomes its heir's: what it had not sent is signed again, and nothing else changes."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_world import (
    AUDIT_KEY,
    HUB,
    INDEX_KEY,
    KEY,
    ME,
    NOON,
    TEAM,
    Colleague,
    edit,
    entity,
    note,
    open_here,
    person,
    take,
)

from desktop.store.changes import WriterIdentity
from desktop.store.errors import FormerWriter, StoreMisuse
from desktop.store.heir import Heir
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.log.codec import MAX_BYTES
from sync.log.commit import SignedCommit, read_bodies, read_header
from sync.log.errors import ChainForked
from sync.log.sealing import PRIVATE_BYTES
from sync.log.snapshot import Base, SnapshotContents, VectorEntry, cut_snapshot
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import LaptopId, StreamId, audit_stream

HEIR = Heir(ME.writer, b"h" * 32, bytes(PRIVATE_BYTES), LaptopId("l00000000000000bb"), b"city")
Become = Callable[[NotebookStore], NotebookStore]


@pytest.fixture
def become() -> Iterator[Become]:
    """Closes a notebook and opens it with its heir's key; the hub card still names the old laptop."""
    opened: list[NotebookStore] = []

    def reopen(store: NotebookStore) -> NotebookStore:
        store.close()
        opened.append(
            open_notebook(
                store.path, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
                me=WriterIdentity(HEIR.key, ME.staff, ME.laptop), hub=HUB, allow_temporary=True,
            )
        )  # fmt: skip
        return opened[-1]

    yield reopen
    for one in opened:
        one.close()


def unsent(store: NotebookStore, stream: StreamId = TEAM) -> list[SignedCommit]:
    """What the heir will send in a stream."""
    with store.reading() as connection:
        rows = connection.execute(
            "SELECT c.header, c.signature FROM commits AS c JOIN streams AS s ON s.key = c.stream"
            " JOIN writers AS w ON w.key = c.writer WHERE s.name = ? AND w.writer = ? AND c.sent = 0 ORDER BY c.n",
            (stream, HEIR.key.writer),
        ).fetchall()
    return [SignedCommit(header, signature, ()) for header, signature in rows]


def of_the_old(store: NotebookStore) -> int:
    """How many commits of the old writer wait to be sent."""
    with store.reading() as connection:
        (count,) = connection.execute(
            "SELECT count(*) FROM commits AS c JOIN writers AS w ON w.key = c.writer WHERE w.writer = ? AND sent = 0",
            (ME.writer,),
        ).fetchone()
    return int(count)


def test_every_unsent_save_is_the_heirs_with_its_time_and_its_old_id(
    notebook: NotebookStore, become: Become
) -> None:
    card = person("Aino", "Virta")
    old = [
        notebook.save(TEAM, [card], time_ms=NOON),
        notebook.save(TEAM, [edit("person", card.entity, known_as="Aikku")], time_ms=NOON + 5),
        notebook.save(TEAM, [note(card.entity, "soitti")], time_ms=NOON + 9),
    ]
    notebook.set_heir(HEIR)
    heir = become(notebook)
    assert (heir.me.writer, heir.me.laptop) == (HEIR.key.writer, HEIR.laptop)
    segment = StoreJournal(heir).unsent(max_commits=9, max_bytes=10**6)
    assert segment is not None
    assert (segment.writer, segment.first) == (HEIR.key.writer, 1)
    headers = [read_header(one.header) for one in segment.commits]
    assert [one.time for one in headers] == [NOON, NOON + 5, NOON + 9]
    bodies = [read_bodies(one, header)[0] for one, header in zip(segment.commits, headers, strict=True)]
    assert [one.origin for one in bodies if one is not None] == old
    assert of_the_old(heir) == 0
    assert StoreJournal(heir).unsent_count() == 3
    view = heir.reads().entity(card.entity)
    assert view is not None
    assert view.values["known_as"] == "Aikku"
    heir.verify()
    heir.check_fold()


def test_the_access_log_goes_on_in_the_heirs_laptops_stream(notebook: NotebookStore, become: Become) -> None:
    for at in range(3):
        notebook.record({"operation": "READ"}, time_ms=NOON + at)
    notebook.set_heir(HEIR)
    heir = become(notebook)
    heir.record({"operation": "READ"}, time_ms=NOON + 9)
    assert [read_header(one.header).n for one in unsent(heir, audit_stream(HEIR.laptop))] == [1, 2, 3, 4]
    with heir.reading() as connection:
        rows = connection.execute(
            "SELECT s.name, a.seq FROM audited AS a JOIN streams AS s ON s.key = a.stream ORDER BY a.seq"
        ).fetchall()
    assert [seq for _, seq in rows] == [1, 2, 3, 4]
    assert {name for name, _ in rows} == {audit_stream(HEIR.laptop)}
    heir.verify()
    heir.check_fold()


def test_what_the_hub_has_stays_as_it_is(notebook: NotebookStore, become: Become) -> None:
    sent = person("Aino", "Virta")
    notebook.save(TEAM, [sent], time_ms=NOON)
    StoreJournal(notebook).rejoin(TEAM, ME.writer, 2)
    edited = notebook.save(TEAM, [edit("person", sent.entity, known_as="Aikku")], time_ms=NOON)
    notebook.set_heir(HEIR)
    heir = become(notebook)
    assert len(unsent(heir)) == 1
    view = heir.reads().entity(sent.entity)
    assert view is not None
    head = view.fields["known_as"].heads[0]
    assert head.id.writer == HEIR.key.writer != edited.writer
    assert view.fields["name"].heads[0].id.writer == ME.writer


def test_until_its_key_opens_the_notebook_the_heir_is_nobody(notebook: NotebookStore, become: Become) -> None:
    notebook.save(TEAM, [person("Aino", "Virta")], time_ms=NOON)
    notebook.set_heir(HEIR)
    notebook.close()
    again = open_here(notebook.path, create=False)
    assert (again.me, again.heir, of_the_old(again)) == (ME, HEIR, 1)
    again.set_heir(None)
    with pytest.raises(StoreMisuse):
        become(again)


def test_the_old_key_opens_it_no_more_and_the_heirs_opens_it_again_and_again(
    notebook: NotebookStore, become: Become
) -> None:
    notebook.save(TEAM, [person("Aino", "Virta")], time_ms=NOON)
    notebook.set_heir(HEIR)
    heir = become(become(notebook))
    assert len(unsent(heir)) == 1
    heir.close()
    with pytest.raises(FormerWriter):
        open_here(notebook.path, create=False)


def test_a_save_that_its_origin_makes_too_large_goes_in_parts(
    notebook: NotebookStore, become: Become
) -> None:
    card = person("Aino", "Virta")
    notebook.save(TEAM, [card], time_ms=NOON)
    StoreJournal(notebook).rejoin(TEAM, ME.writer, 2)
    notes = [note(card.entity, "") for _ in range(80)]
    each = MAX_BYTES // len(notes) - 190  # what surrounds a note's text, its hash in the header among it
    full = [replace(one, fields={**one.fields, "text": "x" * each}) for one in notes]
    notebook.save(TEAM, full, time_ms=NOON + 7)
    notebook.set_heir(HEIR)
    heir = become(notebook)
    parts = unsent(heir)
    assert len(parts) == 2
    assert {read_header(one.header).time for one in parts} == {NOON + 7}
    views = [heir.reads().entity(one.entity) for one in notes]
    assert all(view is not None and len(str(view.values["text"])) == each for view in views)
    assert heir.reads().sending.set_aside() == ()
    heir.check_fold()


def test_what_somebody_deleted_by_its_old_id_stays_deleted(notebook: NotebookStore, become: Become) -> None:
    card = person("Aino", "Virta")
    old = notebook.save(TEAM, [card], time_ms=NOON)
    colleague = Colleague(b"c")
    take(notebook, [colleague.write("person", card.entity, {"deleted": [list(old)]}, subject=card.entity)])
    assert notebook.reads().lists.recent_people() == ()
    notebook.set_heir(HEIR)
    heir = become(notebook)
    assert heir.reads().lists.recent_people() == ()
    assert len(unsent(heir)) == 1


def test_an_erased_person_is_not_brought_back_by_what_was_unsent(
    notebook: NotebookStore, become: Become
) -> None:
    card = person("Aino", "Virta")
    notebook.save(TEAM, [card], time_ms=NOON)
    order = Colleague(b"H").write(
        "erasure", entity(), {"subject": hashlib.sha256(card.entity).digest(), "at": NOON}
    )
    take(notebook, [order], first=1)
    notebook.set_heir(HEIR)
    heir = become(notebook)
    assert heir.reads().entity(card.entity) is None
    assert len(unsent(heir)) == 1
    heir.check_fold()


def test_a_colleagues_set_aside_copy_goes_when_it_comes_signed_by_the_heir(
    notebook: NotebookStore, tmp_path: Path, become: Become
) -> None:
    other = open_here(tmp_path / "other.db")
    card = person("Aino", "Virta")
    other.save(TEAM, [card], time_ms=NOON)
    segment = StoreJournal(other).unsent(max_commits=9, max_bytes=10**6)
    assert segment is not None
    notebook.close()
    reader = open_here(
        tmp_path / "reader.db",
        me=WriterIdentity(Colleague(b"r").key, ME.staff, LaptopId("l00000000000000cc")),
    )
    take(reader, segment.commits)
    twin = Colleague(b"m")
    take(reader, [twin.write("session", entity(), {"starts": 1})], first=1)
    assert len(reader.reads().sending.set_aside()) == 1
    other.set_heir(HEIR)
    heir = become(other)
    again = StoreJournal(heir).unsent(max_commits=9, max_bytes=10**6)
    assert again is not None
    take(reader, again.commits, first=2)
    assert reader.reads().sending.set_aside() == ()
    assert [row.name for row in reader.reads().lists.recent_people()] == ["Aino Virta"]
    reader.close()


@pytest.mark.parametrize("through", [1, 2])
def test_a_snapshot_that_contradicts_own_unsent_saves_is_not_taken_for_them(
    notebook: NotebookStore, through: int
) -> None:
    notebook.save(TEAM, [person("Aino", "Virta")], time_ms=NOON)
    twin = Colleague(b"m")
    for _ in range(through):
        twin.write("session", entity(), {"starts": 1})
    vector = [VectorEntry(ME.writer, through, twin.made[-1].hash)]
    marks = [(ME.writer, b"".join(one.hash[:8] for one in twin.made))]
    (payload,) = cut_snapshot(Base(TEAM, 1, through, bytes(32)), SnapshotContents(vector, marks, (), (), ()))
    part = SnapshotPart(TEAM, through, 0, 1, payload, b"")
    with pytest.raises(ChainForked):
        StoreJournal(notebook).apply_part(part, Cursor(TEAM, through, bytes(32)))
    assert StoreJournal(notebook).unsent_count() == 1
    assert [row.name for row in notebook.reads().lists.recent_people()] == ["Aino Virta"]


@settings(max_examples=20)
@given(writes=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["known_as", "phone"])), max_size=12),
       sent=st.integers(0, 12))  # fmt: skip
def test_the_heir_shows_what_the_notebook_showed(
    tmp_path_factory: pytest.TempPathFactory, writes: list[tuple[int, str]], sent: int
) -> None:
    folder = tmp_path_factory.mktemp("heir")
    notebook = open_here(folder / "notebook.db")
    cards = [person("Aino", f"Virta{at}") for at in range(3)]
    for one in cards:
        notebook.save(TEAM, [one], time_ms=NOON)
    for at, (who, name) in enumerate(writes):
        notebook.save(
            TEAM, [edit("person", cards[who].entity, **{name: f"+3584055501{at:02}"})], time_ms=NOON
        )
    StoreJournal(notebook).rejoin(TEAM, ME.writer, min(sent, 3 + len(writes)) + 1)

    def shown(store: NotebookStore) -> list[dict[str, list[object]]]:
        views = [store.reads().entity(one.entity) for one in cards]
        return [
            {name: [head.value for head in field.heads] for name, field in view.fields.items()}
            for view in views
            if view is not None
        ]

    before = shown(notebook)
    notebook.set_heir(HEIR)
    notebook.close()
    heir = open_notebook(
        notebook.path, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
        me=WriterIdentity(HEIR.key, ME.staff, ME.laptop), hub=HUB, allow_temporary=True,
    )  # fmt: skip
    assert shown(heir) == before
    assert len(unsent(heir)) == 3 + len(writes) - min(sent, 3 + len(writes))
    heir.check_fold()
    heir.close()
