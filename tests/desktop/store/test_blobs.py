# SPDX-License-Identifier: MIT
"""Where files stand: what is sent, fetched and dropped follows from the records, the budget and the hub's orders."""

import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notebook_world import AINO, CELIA, TEAM, NotebookWorld

from desktop.notebook.desk import Desk
from desktop.store.blobs import Blobs, BlobState
from desktop.store.changes import Change
from desktop.vault.attachments import LARGEST_SEALED
from sync.records.ids import EntityId, StreamId, team_stream

STREAM = team_stream(TEAM)
OTHER = StreamId("team/t00000000000000b2")


def blob_of(number: int) -> bytes:
    return hashlib.sha256(b"%d" % number).digest()


def lay(desk: Desk, person: EntityId, number: int, *, sealed: int = 1000) -> EntityId:
    """Save the record of a file whose bytes are made up."""
    entity = desk.new_id()
    fields = {
        "on": person, "name": "x.txt", "media": "text", "size": 900, "at": 1_000 + number,
        "blob": {"id": blob_of(number), "key": bytes(32), "sealed": sealed},
    }  # fmt: skip
    desk.save([(STREAM, [Change(kind="attachment", entity=entity, subject=person, fields=fields)])])
    return entity


def person(desk: Desk) -> EntityId:
    entity = desk.new_id()
    fields = {"name": {"first": "Aino", "last": "Testinen"}, "register": "employment"}
    desk.save([(STREAM, [Change(kind="person", entity=entity, subject=entity, fields=fields)])])
    return entity


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return NotebookWorld.make(tmp_path).desk(AINO)


def test_a_record_without_a_file_here_is_wanted_and_has_no_row(desk: Desk) -> None:
    who = person(desk)
    entity = lay(desk, who, 1)
    blobs = Blobs(desk.store.writing)
    (row,) = blobs.wanted([STREAM], budget=10_000)
    assert (row.blob, row.entity, row.sealed, row.state) == (blob_of(1), entity, 1000, BlobState.AWAY)
    assert blobs.row(blob_of(1)) is None
    stored = desk.reads.attachments.one(entity, who)
    assert stored is not None
    assert (stored.state, stored.here, stored.blob) == (None, False, blob_of(1))
    assert blobs.wanted([OTHER], budget=10_000) == ()


def test_how_far_a_file_is_and_how_often_it_was_refused_is_kept(desk: Desk) -> None:
    who = person(desk)
    entity = lay(desk, who, 1)
    blobs = Blobs(desk.store.writing)
    blobs.begin_fetch(blob_of(1), 0)
    blobs.moved(blob_of(1), 300)
    blobs.refused(blob_of(1))
    (row,) = blobs.wanted([STREAM], budget=10_000)
    assert (row.moved, row.tries) == (300, 1)
    assert desk.reads.attachments.of(who)[0].moved == 300
    blobs.stand(blob_of(1), BlobState.HERE)
    assert blobs.wanted([STREAM], budget=10_000) == ()
    assert desk.reads.attachments.used() == 1000
    assert desk.reads.attachments.unsent_count() == 0
    blobs.put(blob_of(1), entity=entity, subject=who, sealed=1000, state=BlobState.UNSENT)
    assert desk.reads.attachments.unsent_count() == 1


def test_a_file_is_unsent_only_once_its_record_is_sent(tmp_path: Path) -> None:
    world = NotebookWorld.make(tmp_path)
    desk = world.desk(AINO)
    who = person(desk)
    entity = lay(desk, who, 1)
    blobs = Blobs(desk.store.writing)
    blobs.put(blob_of(1), entity=entity, subject=who, sealed=1000, state=BlobState.UNSENT)
    assert blobs.unsent() == ()
    world.sync()
    assert [row.blob for row in blobs.unsent()] == [blob_of(1)]
    world.close()


def test_a_file_without_a_record_is_not_adopted(desk: Desk) -> None:
    blobs = Blobs(desk.store.writing)
    assert not blobs.adopt(blob_of(1))
    assert blobs.states() == {}
    lay(desk, person(desk), 1)
    assert blobs.adopt(blob_of(1))
    assert blobs.states() == {blob_of(1): BlobState.UNSENT}
    assert blobs.adopt(blob_of(1))
    assert blobs.states() == {blob_of(1): BlobState.UNSENT}


@pytest.mark.parametrize("sealed", [0, LARGEST_SEALED + 1, 2**53])
def test_a_length_that_no_file_has_counts_for_nothing(desk: Desk, sealed: int) -> None:
    who = person(desk)
    lay(desk, who, 1, sealed=sealed)
    lay(desk, who, 0)
    blobs = Blobs(desk.store.writing)
    assert [row.blob for row in blobs.wanted([STREAM], budget=1_000)] == [blob_of(0)]


def test_what_is_wanted_by_somebody_comes_first_and_latest_first(desk: Desk) -> None:
    who = person(desk)
    for number in range(4):
        lay(desk, who, number)
    blobs = Blobs(desk.store.writing)
    blobs.want(blob_of(0), now=10)
    blobs.want(blob_of(1), now=20)
    found = [row.blob for row in blobs.wanted([STREAM], budget=3_000)]
    assert found == [blob_of(1), blob_of(0), blob_of(3)]


def test_a_reader_of_another_laptop_has_its_own_standing(tmp_path: Path) -> None:
    world = NotebookWorld.make(tmp_path)
    aino, celia = world.desk(AINO), world.desk(CELIA)
    lay(aino, person(aino), 1)
    Blobs(aino.store.writing).adopt(blob_of(1))
    world.sync()
    assert Blobs(celia.store.writing).states() == {}
    world.close()


_FILES = st.lists(
    st.tuples(st.sampled_from([*BlobState]), st.integers(1, 3_000), st.integers(0, 3)),
    min_size=1, max_size=8,
)  # fmt: skip


@given(files=_FILES, budget=st.integers(0, 8_000), removed=st.booleans())
@settings(max_examples=25, deadline=None)
def test_no_unsent_file_is_ever_dropped_and_what_stays_fits_the_budget(
    files: list[tuple[BlobState, int, int]], budget: int, *, removed: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        world = NotebookWorld.make(Path(folder))
        desk = world.desk(AINO)
        who = person(desk)
        blobs = Blobs(desk.store.writing)
        sizes = {}
        for number, (state, sealed, opened) in enumerate(files):
            entity = lay(desk, who, number, sealed=sealed)
            blobs.put(blob_of(number), entity=entity, subject=who, sealed=sealed, state=state)
            blobs.opened(blob_of(number), now=opened)
            sizes[blob_of(number)] = sealed
        before = blobs.states()
        gone = set(blobs.to_drop([STREAM], budget=budget, removed=removed))
        assert {before[blob] for blob in gone} <= {BlobState.HERE}
        kept = [blob for blob, state in before.items() if state is BlobState.HERE and blob not in gone]
        assert sum(sizes[blob] for blob in kept) <= budget
        coming = [row for row in blobs.wanted([STREAM], budget=budget) if row.state is BlobState.AWAY]
        assert sum(row.sealed for row in coming) + sum(sizes[blob] for blob in kept) <= budget
        assert not gone & {row.blob for row in blobs.wanted([STREAM], budget=budget)}
        blobs.forget(gone)
        if all(opened == 0 for _, _, opened in files):
            assert not gone & {row.blob for row in blobs.wanted([STREAM], budget=budget)}
        world.close()
