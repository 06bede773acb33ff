# SPDX-License-Identifier: MIT
"""The courier fetches the newest first and what was opened, and what must not be here goes."""

import hashlib

import pytest
from file_desk import FakeBlobHub, FileDesk, cut_after, forget, state
from made_pictures import CANARY
from notebook_world import AINO, CELIA, DANIEL, TEAM, NotebookWorld
from vault_disks import FullDisk

from desktop.notebook.errors import AttachmentNotHere
from desktop.notebook.file_sweep import drop_files, sweep_at_start
from desktop.notebook.messages.attachments import RemoveAttachment
from desktop.store.blobs import BlobState
from desktop.store.commit_rows import arrived
from desktop.store.journal import StoreJournal
from desktop.vault.errors import DiskFull
from sync.log.commit import Draft
from sync.log.erasure import restate
from sync.log.fold import Write
from sync.protocol.errors import Unreachable
from sync.records.ids import team_stream

STREAM = team_stream(TEAM)
PLAIN = CANARY * 300


@pytest.fixture
def hub() -> FakeBlobHub:
    return FakeBlobHub()


@pytest.fixture
def aino(world: NotebookWorld, hub: FakeBlobHub) -> FileDesk:
    return FileDesk(world, AINO, hub)


@pytest.fixture
def celia(world: NotebookWorld, hub: FakeBlobHub) -> FileDesk:
    """A colleague at another laptop."""
    return FileDesk(world, CELIA, hub)


# --- down ---


def test_a_team_gets_its_files_the_newest_first_up_to_the_budget(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    person = aino.cards.new()
    added = [aino.add(person, PLAIN) for _ in range(4)]
    blobs = [aino.blob(one) for one in added]
    size = aino.path(blobs[0]).stat().st_size
    celia = FileDesk(world, CELIA, hub, budget=2 * size + 10)
    world.sync()
    aino.courier.work()
    hub.calls.clear()
    celia.courier.work()
    assert [celia.files.has(blob) for blob in blobs] == [False, False, True, True]
    finished = [told.attachment for told in celia.told if told.here]
    assert finished == [added[3], added[2]]
    assert celia.open(added[3]).content == PLAIN
    newer = aino.add(person, PLAIN)
    world.sync()
    aino.courier.work()
    celia.courier.work()
    celia.courier.work()
    assert [celia.files.has(celia.blob(one)) for one in (*added, newer)] == [False] * 3 + [True] * 2
    assert not celia.row(person, added[2]).here


def test_what_was_opened_comes_whatever_the_budget_says_and_stays_longest(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    person = aino.cards.new()
    old = aino.add(person, PLAIN)
    size = aino.path(aino.blob(old)).stat().st_size
    newer = [aino.add(person, PLAIN) for _ in range(2)]
    celia = FileDesk(world, CELIA, hub, budget=size)
    world.sync()
    aino.courier.work()
    celia.courier.work()
    assert [celia.row(person, one).here for one in (old, *newer)] == [False, False, True]
    with pytest.raises(AttachmentNotHere):
        celia.open(old)
    celia.courier.work()
    assert celia.open(old).content == PLAIN
    celia.courier.work()
    assert [celia.row(person, one).here for one in (old, *newer)] == [True, False, False]


def test_a_fetch_goes_on_where_it_stood_also_after_a_start(
    world: NotebookWorld, aino: FileDesk, celia: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()
    aino.courier.work()
    cut_after(hub, 5)
    with pytest.raises(Unreachable):
        celia.courier.work()
    assert celia.files.fetched(blob) == 5000
    hub.before = lambda: None
    hub.calls.clear()
    sweep_at_start(celia.files, celia.blobs)
    celia.new_courier().work()
    assert hub.calls[0] == ("read", 5000)
    assert celia.files.is_whole(blob)


@pytest.mark.parametrize("kind", ["other bytes", "too long", "nothing"])
def test_a_hub_that_gives_something_else_is_not_believed(
    world: NotebookWorld, aino: FileDesk, celia: FileDesk, kind: str
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()
    aino.courier.work()

    def read(_blob: bytes, _start: int, length: int) -> bytes:
        return {"other bytes": bytes(length), "too long": bytes(length + 1), "nothing": b""}[kind]

    celia.courier._hub = type("Lying", (FakeBlobHub,), {"blob_read": staticmethod(read)})()
    celia.courier.work()
    assert not celia.files.has(blob)
    assert state(celia, blob) is BlobState.AWAY
    celia.new_courier().work()
    assert celia.files.is_whole(blob)


def test_a_supervisors_laptop_gets_the_files_it_may_read(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    one = aino.add(aino.cards.new(), PLAIN)
    daniel = FileDesk(world, DANIEL, hub)
    world.sync()
    aino.courier.work()
    daniel.courier.work()
    assert daniel.open(one).content == PLAIN


def test_a_full_disk_at_any_call_of_a_fetch_is_got_over(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    disk = FullDisk(10**9)
    celia = FileDesk(world, CELIA, hub, disk=disk, chunk=4000)
    world.sync()
    aino.courier.work()
    refused = 0
    for fails_at in range(20):
        disk.calls, disk.fails_at = 0, fails_at
        try:
            celia.courier.work()
        except DiskFull:
            refused += 1
            assert not celia.files.has(blob)
        if celia.files.has(blob):
            break
    assert refused > 2
    disk.fails_at = 10**9
    celia.courier.work()
    assert celia.files.is_whole(blob)
    assert state(celia, blob) is BlobState.HERE


def test_a_record_that_says_it_is_enormous_is_not_fetched(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    person = aino.cards.new()
    for sealed in (10**12, 0):
        fields = {
            "on": person, "name": "x.txt", "media": "text", "size": 1, "at": 1,
            "blob": {"id": hashlib.sha256(b"%d" % sealed).digest(), "key": bytes(32), "sealed": sealed},
        }  # fmt: skip
        entity = aino.desk.new_id()
        world.hub_says(
            STREAM,
            Draft("attachment", entity, person, 1, {name: (value, ()) for name, value in fields.items()}),
        )
        with pytest.raises(AttachmentNotHere):
            aino.open(entity)
    aino.courier.work()
    assert hub.calls == []


# --- what must not be here ---


@pytest.mark.parametrize("sent", [True, False])
def test_erasing_a_person_takes_their_files_from_the_laptop_sent_or_not(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub, *, sent: bool
) -> None:
    person, other = aino.cards.new(), aino.cards.new("Toinen")
    gone, kept = aino.blob(aino.add(person, PLAIN)), aino.blob(aino.add(other, PLAIN))
    if sent:
        world.sync()
        aino.courier.work()
    forget(world, person)
    hub.closed = {gone}
    aino.courier.work()
    assert not aino.path(gone).exists()
    assert not aino.outbox(gone).exists()
    assert state(aino, gone) is None
    assert aino.files.is_whole(kept)


def test_a_purged_stream_takes_its_files_along_but_never_an_unsent_one(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    person = aino.cards.new()
    sent = aino.blob(aino.add(person, PLAIN))
    world.sync()
    aino.courier.work()
    waiting, written = aino.blob(aino.add(person, PLAIN)), aino.blob(aino.add(person, PLAIN))
    hub.closed = {waiting, written}
    StoreJournal(aino.desk.store).drop(STREAM)
    aino.courier.work()
    assert [aino.files.has(blob) for blob in (sent, waiting, written)] == [False, True, True]
    assert aino.rows_known() == {waiting: BlobState.UNSENT, written: BlobState.UNSENT}


def test_a_fetch_that_a_purge_overtook_leaves_nothing(
    world: NotebookWorld, aino: FileDesk, celia: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()
    aino.courier.work()
    cut_after(hub, 3)
    with pytest.raises(Unreachable):
        celia.courier.work()
    assert celia.files.parts() == (blob,)
    StoreJournal(celia.desk.store).drop(STREAM)
    hub.before = lambda: None
    celia.courier.work()
    assert celia.files.parts() == ()
    assert state(celia, blob) is None


def test_one_erased_write_takes_its_file_along(world: NotebookWorld, aino: FileDesk) -> None:
    one = aino.add(aino.cards.new(), PLAIN)
    blob = aino.blob(one)
    world.sync()
    (write,) = [
        Write(commit.id, body)
        for commit in map(arrived, world.numbered[STREAM])
        for body in commit.bodies
        if body is not None and body.entity == one
    ]
    said = {"write": (restate(write), ()), "at": (world.clock(), ())}
    world.hub_says(STREAM, Draft("erasure", aino.desk.new_id(), None, 1, said))
    aino.courier.work()
    assert not aino.files.has(blob)
    assert not aino.outbox(blob).exists()
    assert state(aino, blob) is None


def test_what_was_taken_off_goes_at_the_next_start_once_the_hub_has_it(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    one = aino.add(aino.cards.new(), PLAIN)
    blob = aino.blob(one)
    aino.attachments.remove(RemoveAttachment(one))
    drop_files(aino.files, aino.blobs, [STREAM], budget=10**9, removed=True)
    assert aino.files.has(blob), "the hub does not have it"
    world.sync()
    aino.courier.work()
    assert hub.has(blob)
    assert aino.files.has(blob), "Undo wants it back at once"
    drop_files(aino.files, aino.blobs, [STREAM], budget=10**9, removed=True)
    assert not aino.files.has(blob)
