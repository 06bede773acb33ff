# SPDX-License-Identifier: MIT
"""The courier: up after the records, down newest first, on from where it stood, and what must not be here goes."""

import hashlib
import os
import threading
import time

import pytest
from file_desk import FakeBlobHub, FileDesk, cut_after, state
from made_pictures import CANARY
from notebook_world import AINO, BERTTA, CELIA, TEAM, NotebookWorld

from desktop.notebook.courier import WAITING_SECONDS
from desktop.store.blobs import BlobState
from sync.protocol.errors import Code, HubBusy, Unreachable, refusal
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
