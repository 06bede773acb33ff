# SPDX-License-Identifier: MIT
"""Files that are not here, damaged, half written or left over: each is told, mended or swept."""

import stat
from dataclasses import dataclass
from pathlib import Path

import pytest
from file_desk import FileDesk
from made_pictures import CANARY
from notebook_world import AINO, BERTTA, CELIA, TEAM, NotebookWorld
from vault_disks import FullDisk

from desktop.notebook.errors import (
    AttachmentDamaged,
    AttachmentNotHere,
    NotebookError,
)
from desktop.notebook.file_sweep import sweep_at_start
from desktop.notebook.messages.attachments import (
    AddAttachment,
    OpenAttachment,
)
from desktop.store.blobs import BlobState
from desktop.store.changes import Change
from desktop.store.errors import DiskFull as StoreFull
from desktop.vault.errors import DiskFull
from sync.records.ids import EntityId, team_stream

STREAM = team_stream(TEAM)


@pytest.fixture
def aino(world: NotebookWorld) -> FileDesk:
    return FileDesk(world, AINO)


def everything_on(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


# --- not here, damaged ---


def test_a_colleagues_file_is_opened_from_the_outbox_without_a_network(
    world: NotebookWorld, aino: FileDesk
) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    bertta = FileDesk(world, BERTTA)
    world.hand_over(AINO, BERTTA)
    assert bertta.open(one).content == CANARY * 100
    row = bertta.row(person, one)
    assert (row.here, row.sent) == (True, False)
    assert bertta.path(bertta.blob(one)).stat().st_ino != aino.path(aino.blob(one)).stat().st_ino


def test_what_is_not_here_is_asked_for(world: NotebookWorld, aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    celia = FileDesk(world, CELIA)
    world.sync()
    looks = celia.operations()
    with pytest.raises(AttachmentNotHere):
        celia.open(one)
    row = celia.blobs.row(celia.blob(one))
    assert row is not None
    assert (row.state, celia.wanted) == (BlobState.WANTED, 1)
    assert celia.operations() == looks, "nothing was shown"
    assert celia.row(person, one).here is False


@dataclass(frozen=True)
class Damage:
    delivered: bool
    state: BlobState


@pytest.mark.parametrize("case", [Damage(True, BlobState.WANTED), Damage(False, BlobState.LOST)])
def test_a_damaged_file_is_dropped_and_fetched_again(aino: FileDesk, case: Damage) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    blob = aino.blob(one)
    if case.delivered:
        aino.blobs.stand(blob, BlobState.HERE)
    aino.files.delivered(blob)
    raw = aino.path(blob).read_bytes()
    aino.path(blob).write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    with pytest.raises(AttachmentDamaged):
        aino.open(one)
    assert not aino.files.has(blob)
    row = aino.blobs.row(blob)
    assert row is not None
    assert (row.state, aino.wanted) == (case.state, 1)
    assert (aino.row(person, one).here, aino.row(person, one).sent) == (False, False)
    with pytest.raises(AttachmentNotHere):
        aino.open(one)


def test_a_damaged_file_is_mended_from_a_whole_copy_in_the_outbox(aino: FileDesk) -> None:
    one = aino.add(aino.cards.new())
    blob = aino.blob(one)
    raw = aino.path(blob).read_bytes()
    aino.path(blob).unlink()  # the outbox holds the same file otherwise
    aino.path(blob).write_bytes(b"x" + raw[1:])
    assert aino.open(one).content == CANARY * 100
    assert aino.path(blob).read_bytes() == raw


def test_a_file_that_somebody_deleted_is_fetched_again(aino: FileDesk) -> None:
    one = aino.add(aino.cards.new())
    aino.blobs.stand(aino.blob(one), BlobState.HERE)
    aino.files.delivered(aino.blob(one))
    aino.files.drop(aino.blob(one))
    with pytest.raises(AttachmentNotHere):
        aino.open(one)
    row = aino.blobs.row(aino.blob(one))
    assert row is not None
    assert row.state is BlobState.WANTED


def test_a_key_that_does_not_fit_is_told_and_the_file_is_kept(aino: FileDesk) -> None:
    person = aino.cards.new()
    blob = aino.blob(aino.add(person))
    wrong = aino.desk.new_id()
    fields = {
        "on": person, "name": "x.txt", "media": "text", "size": 1, "at": 1,
        "blob": {"id": blob, "key": bytes(32), "sealed": aino.path(blob).stat().st_size},
    }  # fmt: skip
    aino.desk.save([(STREAM, [Change(kind="attachment", entity=wrong, subject=person, fields=fields)])])
    with pytest.raises(AttachmentDamaged):
        aino.open(wrong)
    assert aino.files.is_whole(blob)
    assert aino.wanted == 0


# --- disk ---


def test_a_full_disk_at_any_call_leaves_no_half_attachment(world: NotebookWorld) -> None:
    disk = FullDisk(10**9)
    aino = FileDesk(world, AINO, disk=disk)
    person = aino.cards.new()
    path = aino.original()
    refused = 0
    for fails_at in range(20):
        disk.calls, disk.fails_at = 0, fails_at
        try:
            aino.attachments.add(AddAttachment(person, person, path))
        except DiskFull:
            refused += 1
            disk.fails_at = 10**9
            assert aino.rows(person) == []
            assert list(aino.files.names()) == []
            assert aino.files.waiting() == {}
        else:
            break
    assert refused == 5, "create, piece, end, flush, replace"
    disk.fails_at = 10**9
    (row,) = aino.rows(person)
    assert aino.open(row.attachment).content == CANARY * 100


def test_a_database_that_is_full_leaves_no_file(aino: FileDesk) -> None:
    person = aino.cards.new()
    with aino.desk.store.reading() as connection:
        used = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {used}")
    added = 0
    with pytest.raises(StoreFull):  # noqa: PT012 - which save fills it is not known
        for _ in range(500):
            aino.add(person)
            added += 1
    with aino.desk.store.reading() as connection:
        connection.execute("PRAGMA max_page_count = 100000")
    sweep_at_start(aino.files, aino.blobs)
    assert len(list(aino.files.names())) == len(aino.rows(person)) == added


# --- the next start ---


def test_an_orphan_is_swept_and_an_acknowledged_file_is_taken_up(aino: FileDesk) -> None:
    person = aino.cards.new()
    one = aino.add(person)
    aino.blobs.forget([aino.blob(one)])  # the process died before that was noted
    orphan = aino.files.seal(CANARY, b"")
    aino.files.leave(orphan.blob)
    aino.files.append(bytes(32), 0, b"of a record that is gone")
    sweep_at_start(aino.files, aino.blobs)
    assert list(aino.files.names()) == [aino.blob(one)]
    assert list(aino.files.waiting()) == [aino.blob(one)]
    assert aino.files.parts() == ()
    row = aino.blobs.row(aino.blob(one))
    assert row is not None
    assert row.state is BlobState.UNSENT


@pytest.mark.parametrize(
    ("before", "after"), [(BlobState.UNSENT, BlobState.LOST), (BlobState.HERE, BlobState.AWAY)]
)
def test_a_file_that_went_while_the_notebook_was_closed_is_noted(
    aino: FileDesk, before: BlobState, after: BlobState
) -> None:
    blob = aino.blob(aino.add(aino.cards.new()))
    aino.blobs.stand(blob, before)
    aino.files.delivered(blob)
    aino.files.drop(blob)
    sweep_at_start(aino.files, aino.blobs)
    row = aino.blobs.row(blob)
    assert row is not None
    assert row.state is after


def test_a_file_that_lies_in_the_outbox_only_is_taken_back(aino: FileDesk) -> None:
    one = aino.add(aino.cards.new())
    aino.files.drop(aino.blob(one))
    sweep_at_start(aino.files, aino.blobs)
    assert aino.open(one).content == CANARY * 100


def test_files_are_their_owners_only(aino: FileDesk) -> None:
    blob = aino.blob(aino.add(aino.cards.new()))
    assert stat.S_IMODE(aino.path(blob).stat().st_mode) == 0o600
    assert stat.S_IMODE(aino.outbox(blob).stat().st_mode) == 0o600


def test_every_problem_has_a_code_and_no_value(aino: FileDesk) -> None:
    person = aino.cards.new()
    with pytest.raises(NotebookError) as caught:
        aino.attachments.open(OpenAttachment(person))
    assert "kind" in caught.value.facts
    assert EntityId(person).hex() not in str(caught.value.facts)
