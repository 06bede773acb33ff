# SPDX-License-Identifier: MIT
"""The courier: up after the records, down newest first, on from where it stood, and what must not be here goes."""

import hashlib
import os
import threading
import time

import pytest
from file_desk import FakeBlobHub, FileDesk
from made_pictures import CANARY
from notebook_world import AINO, BERTTA, CELIA, DANIEL, TEAM, NotebookWorld
from vault_disks import FullDisk

from desktop.notebook.courier import WAITING_SECONDS
from desktop.notebook.errors import AttachmentNotHere
from desktop.notebook.file_sweep import drop_files, sweep_at_start
from desktop.notebook.messages.attachments import RemoveAttachment
from desktop.store.blobs import BlobState
from desktop.store.journal import StoreJournal
from desktop.vault.errors import DiskFull
from sync.log.commit import Draft
from sync.protocol.errors import Code, HubBusy, Unreachable, refusal
from sync.records.ids import EntityId, team_stream

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


def state(at: FileDesk, blob: bytes) -> BlobState | None:
    row = at.blobs.row(blob)
    return None if row is None else row.state


def cut_after(hub: FakeBlobHub, calls: int) -> None:
    """Let the network be gone after so many calls."""
    left = [calls]

    def before() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Unreachable

    hub.before = before


# --- up ---


def test_a_file_goes_up_after_its_record_and_never_before(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    person = aino.cards.new()
    one = aino.add(person, PLAIN)
    blob = aino.blob(one)
    aino.courier.work()
    assert hub.calls == []
    world.sync()
    aino.courier.work()
    assert hub.has(blob)
    row = aino.row(person, one)
    assert (row.sent, row.here, row.marks) == (True, True, [])
    assert not aino.outbox(blob).exists()
    last = aino.told[-1]
    assert (last.attachment, last.moved, last.total, last.here, last.sent) == (
        one, len(hub.held[blob]), len(hub.held[blob]), True, True,
    )  # fmt: skip
    moved = [told.moved for told in aino.told]
    assert moved == sorted(moved)
    assert len(moved) == len(hub.held[blob]) // 1000 + 1
    hub.calls.clear()
    aino.courier.work()
    assert hub.calls == []


def test_an_upload_goes_on_where_the_hub_stands(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()
    cut_after(hub, 6)
    with pytest.raises(Unreachable):
        aino.courier.work()
    assert len(hub.held[blob]) == 5000
    row = aino.blobs.row(blob)
    assert row is not None
    assert (row.state, row.moved) == (BlobState.UNSENT, 4000)
    hub.before = lambda: None
    hub.calls.clear()
    aino.new_courier().work()
    assert hub.calls[:2] == [("begin", row.sealed), ("send", 5000)]
    assert hub.has(blob)


def test_a_hub_that_stands_elsewhere_is_asked_anew(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()

    def lose() -> None:
        if len(hub.held.get(blob, b"")) == 3000:
            hub.held[blob] = hub.held[blob][:1000]
            hub.before = lambda: None

    hub.before = lose
    aino.courier.work()
    assert state(aino, blob) is BlobState.UNSENT
    aino.courier.work()
    assert hub.has(blob)


def test_one_file_that_is_refused_holds_up_no_other_and_rests(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    person = aino.cards.new()
    first, second = (aino.blob(aino.add(person, PLAIN)) for _ in range(2))
    world.sync()
    hub.closed = {first}
    asked = []
    for _ in range(20):
        hub.calls.clear()
        aino.courier.work()
        asked.append(len(hub.calls))
    assert hub.has(second)
    assert not hub.has(first)
    assert sum(count > 0 for count in asked) == 5, "after 1, 2, 4 and 8 further passes"
    assert aino.outbox(first).exists()
    aino.courier.wanted()
    hub.closed.clear()
    aino.courier.work()
    assert hub.has(first)


def test_a_file_that_was_damaged_before_it_was_sent_is_told_lost(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    person = aino.cards.new()
    one = aino.add(person, PLAIN)
    blob = aino.blob(one)
    world.sync()
    raw = aino.path(blob).read_bytes()
    aino.path(blob).write_bytes(raw[:500] + b"!" + raw[501:])  # the same file as in the outbox
    aino.courier.work()
    assert state(aino, blob) is BlobState.LOST
    assert (aino.row(person, one).here, aino.row(person, one).sent) == (False, False)
    assert not aino.path(blob).exists()
    assert not aino.outbox(blob).exists()
    hub.held[blob] = bytearray(raw)  # somebody else has it and delivers it
    aino.courier.wanted()
    aino.courier.work()
    assert aino.open(one).content == PLAIN


def test_a_damaged_file_is_sent_from_a_whole_copy(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()
    raw = aino.path(blob).read_bytes()
    aino.path(blob).unlink()
    aino.path(blob).write_bytes(raw[:500])
    aino.courier.work()
    aino.courier.wanted()
    aino.courier.work()
    assert hub.has(blob)
    assert aino.path(blob).read_bytes() == raw


# --- colleagues ---


def test_a_colleague_delivers_from_the_outbox_what_they_may_not_even_read(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    bertta = FileDesk(world, BERTTA, hub)
    bertta.courier.work()
    assert hub.has(blob)
    assert not bertta.outbox(blob).exists()
    assert list(bertta.files.names()) == []
    world.sync()
    aino.courier.work()
    assert state(aino, blob) is BlobState.HERE


def test_a_leavers_file_waits_until_the_hub_takes_it_and_thirty_days_at_most(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    hub.closed = {blob}
    bertta = FileDesk(world, BERTTA, hub)
    now = world.clock.now / 1000
    for age, there in ((0.0, True), (WAITING_SECONDS - 60, True), (WAITING_SECONDS + 60, False)):
        os.utime(bertta.outbox(blob), (now - age, now - age))
        bertta.new_courier().work()
        assert bertta.outbox(blob).exists() is there


def test_other_bytes_in_the_outbox_are_not_delivered(aino: FileDesk, hub: FakeBlobHub) -> None:
    aino.outbox(bytes(32)).write_bytes(b"other")
    aino.outbox(hashlib.sha256(b"").digest()).write_bytes(b"")
    aino.courier.work()
    assert hub.calls == []
    assert aino.files.waiting() == {}


def test_a_colleague_here_takes_the_file_from_the_outbox_and_delivers_it_too(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    person = aino.cards.new()
    one = aino.add(person, PLAIN)
    bertta = FileDesk(world, BERTTA, hub)
    world.hand_over(AINO, BERTTA)
    bertta.courier.work()
    assert bertta.row(person, one).here
    assert hub.calls == [], "its record is not there yet"
    world.sync()
    bertta.courier.work()
    assert hub.has(bertta.blob(one))
    assert bertta.row(person, one).sent


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


def forget(world: NotebookWorld, person: EntityId) -> None:
    """Let the hub order everybody to forget a person."""
    fields = {"subject": hashlib.sha256(person).digest(), "at": world.clock()}
    entity = EntityId(os.urandom(16))
    world.hub_says(
        STREAM, Draft("erasure", entity, None, 1, {name: (value, ()) for name, value in fields.items()})
    )


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


# --- the thread ---


def soon(done: threading.Event) -> bool:
    return done.wait(10)


def test_a_round_that_ended_sets_it_going_and_failures_in_a_row_make_it_wait(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()
    tried, sent = threading.Event(), threading.Event()

    def busy() -> None:
        tried.set()
        raise HubBusy(100.0)

    hub.before = busy
    aino.courier.start()
    assert hub.calls == []
    aino.courier.round_ended()
    assert soon(tried)
    hub.before = lambda: sent.set() if hub.has(blob) else None
    tried.clear()
    for _ in range(3):
        aino.courier.round_ended()
    assert hub.calls == []
    aino.courier.wanted()
    end = time.monotonic() + 10
    while not hub.has(blob) and time.monotonic() < end:
        time.sleep(0.01)
    assert hub.has(blob)
    assert aino.courier.stop(wait_seconds=10)


def test_it_stops_between_two_pieces_and_nothing_is_lost(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()
    reached, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        if len(hub.held.get(blob, b"")) == 3000:
            reached.set()
            go_on.wait(10)

    hub.before = slow
    aino.courier.start()
    aino.courier.round_ended()
    assert soon(reached)
    assert not aino.courier.stop()
    go_on.set()
    assert aino.courier.stop(wait_seconds=10)
    assert len(hub.held[blob]) == 4000
    assert state(aino, blob) is BlobState.UNSENT
    aino.new_courier().work()
    assert hub.has(blob)


def test_a_bug_in_one_pass_does_not_end_it_for_the_day(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub, caplog: pytest.LogCaptureFixture
) -> None:
    blob = aino.blob(aino.add(aino.cards.new(), PLAIN))
    world.sync()
    failed = threading.Event()

    def bug() -> None:
        hub.before = lambda: None
        failed.set()
        raise ZeroDivisionError

    hub.before = bug
    aino.courier.start()
    aino.courier.round_ended()
    assert soon(failed)
    aino.courier.wanted()
    end = time.monotonic() + 10
    while not hub.has(blob) and time.monotonic() < end:
        aino.courier.wanted()
        time.sleep(0.01)
    assert aino.courier.stop(wait_seconds=10)
    assert hub.has(blob)
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_a_writer_that_was_let_go_moves_nothing(
    world: NotebookWorld, aino: FileDesk, hub: FakeBlobHub
) -> None:
    aino.add(aino.cards.new(), PLAIN)
    world.sync()

    def revoked() -> None:
        raise refusal(Code.WRITER_REVOKED)

    hub.before = revoked
    with pytest.raises(Exception, match="writer-revoked"):
        aino.courier.work()
    assert hub.held == {}
