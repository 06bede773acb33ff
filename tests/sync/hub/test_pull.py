# SPDX-License-Identifier: MIT
"""What is new: in order, within a size, each stream's run vouched for by one signature."""

import threading
import time

import pytest
from hub_city import City
from hub_world import visit

from sync.log.checkpoint import SignedCheckpoint, read_checkpoint
from sync.log.digest import EMPTY
from sync.log.running import running_next, running_start
from sync.protocol.errors import CursorExpired, EpochChanged
from sync.protocol.messages import (
    CheckpointFrame,
    CommitFrame,
    Cursor,
    OwnNumberFrame,
    PullRequest,
)
from sync.records.ids import StreamId


def follow(city: City, *, max_bytes: int = 1_000_000, own: int = 0) -> tuple[list[int], Cursor, int]:
    """Pull the team's stream as a laptop does; return numbers, the last cursor, and how many answers it took."""
    known = city.world.known()
    cursors: dict[StreamId, Cursor] = {}
    numbers: list[int] = []
    answers = 0
    more = True
    while more:
        pulled = city.coach.pull(PullRequest(0, list(cursors.values()), [(city.stream, own)], max_bytes))
        answers += 1
        more = pulled.more
        hashes: list[bytes] = []
        for frame in pulled.frames:
            if isinstance(frame, CommitFrame):
                hashes.append(frame.commit.value().hash)
                numbers += [frame.number] if frame.stream == city.stream else []
            elif isinstance(frame, OwnNumberFrame):
                hashes.append(frame.hash)
            elif isinstance(frame, CheckpointFrame):
                checkpoint = read_checkpoint(
                    SignedCheckpoint(frame.checkpoint, frame.signature), hub=known.hub, public=known.signing
                )
                before = cursors.get(checkpoint.stream)
                running = (
                    running_start(known.hub, checkpoint.stream, known.epoch)
                    if before is None
                    else before.hash
                )
                for one in hashes:
                    running = running_next(running, one)
                assert running == checkpoint.running
                hashes = []
                cursors[checkpoint.stream] = Cursor(checkpoint.stream, checkpoint.number, running)
        assert hashes == []
    return numbers, cursors[city.stream], answers


def test_every_run_is_vouched_for_by_a_checkpoint(city: City) -> None:
    for _ in range(4):
        city.adviser.save(city.stream, visit(), visit())
    numbers, cursor, answers = follow(city)
    assert (numbers, cursor.number, answers) == ([1, 2, 3, 4], 4, 1)


def test_a_long_stream_comes_in_several_answers_and_none_is_missed(city: City) -> None:
    commits = [city.adviser.write(city.stream, visit(), visit(), visit()) for _ in range(120)]
    city.adviser.push(city.stream, *commits)
    numbers, cursor, answers = follow(city, max_bytes=1)
    assert numbers == list(range(1, 121))
    assert cursor.number == 120
    assert answers > 3


def test_nothing_new_is_nothing_said(city: City) -> None:
    city.adviser.save(city.stream, visit())
    cursors = [
        Cursor(head.stream, head.number, head.running) for head in city.world.parts.store.heads().values()
    ]
    mine = [cursor for cursor in cursors if cursor.stream in city.coach.heads()]
    pulled = city.coach.pull(PullRequest(city.world.parts.epoch, mine, [], 1_000_000))
    assert (pulled.frames, pulled.more) == ([], False)


def test_my_own_commits_come_back_as_numbers_only(city: City) -> None:
    for _ in range(3):
        city.coach.save(city.stream, visit())
    pulled = city.coach.pull(PullRequest(0, [], [(city.stream, 2)], 1_000_000))
    mine = [frame for frame in pulled.frames if getattr(frame, "stream", "") == city.stream]
    assert [type(frame) for frame in mine] == [OwnNumberFrame, OwnNumberFrame, CommitFrame]


def test_a_writers_key_comes_with_its_first_commit_of_a_stream(city: City) -> None:
    for _ in range(2):
        city.adviser.save(city.stream, visit())
    frames = [
        frame
        for frame in city.coach.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == city.stream
    ]
    assert [frame.signing for frame in frames] == [city.adviser.key.public, b""]


def test_the_digest_is_stated_where_a_stream_ends_only(city: City) -> None:
    commits = [city.adviser.write(city.stream, visit()) for _ in range(200)]
    city.adviser.push(city.stream, *commits)
    known = city.world.known()
    pulled = city.coach.pull(PullRequest(0, [], [], 30_000))
    last = pulled.frames[-1]
    assert pulled.more
    assert isinstance(last, CheckpointFrame)
    checkpoint = read_checkpoint(
        SignedCheckpoint(last.checkpoint, last.signature), hub=known.hub, public=known.signing
    )
    assert checkpoint.digest == EMPTY


@pytest.mark.parametrize("cursor", [(1, bytes(32)), (2, bytes(32))])
def test_a_cursor_on_another_line_begins_again(city: City, cursor: tuple[int, bytes]) -> None:
    for _ in range(2):
        city.adviser.save(city.stream, visit())
    with pytest.raises(CursorExpired) as caught:
        city.coach.pull(PullRequest(0, [Cursor(city.stream, *cursor)], [], 1_000_000))
    assert caught.value.facts == {"stream": city.stream}


def test_another_epoch_is_said(city: City) -> None:
    with pytest.raises(EpochChanged) as caught:
        city.coach.pull(PullRequest(1, [], [], 1_000_000))
    assert caught.value.facts == {"epoch": city.world.parts.epoch}


def test_who_waits_is_told_as_soon_as_something_comes(city: City) -> None:
    heads = city.world.parts.store.heads().values()
    cursors = [Cursor(head.stream, head.number, head.running) for head in heads]
    mine = [cursor for cursor in cursors if cursor.stream in city.coach.heads()]
    commit = city.adviser.write(city.stream, visit())
    pusher = threading.Timer(0.2, lambda: city.adviser.push(city.stream, commit))
    pusher.start()
    start = time.monotonic()
    pulled = city.coach.pull(PullRequest(0, mine, [], 1_000_000, wait=20_000))
    assert time.monotonic() - start < 15
    assert [frame.number for frame in pulled.frames if isinstance(frame, CommitFrame)] == [1]
    pusher.join()
