# SPDX-License-Identifier: MIT
"""What a laptop believes of an answer: only runs that lead exactly to a checkpoint the hub signed."""

from collections.abc import Callable

import msgspec
import pytest
from fake_hub import FakeHub
from sync_world import OTHER_TEAM, TEAM, laptop

from sync.client.errors import AnswerBroken
from sync.client.pull import Checked, read_answer
from sync.protocol.errors import WrongHub
from sync.protocol.hello import KnownHub, verify_hello
from sync.protocol.messages import (
    CheckpointFrame,
    CommitFrame,
    Cursor,
    DropFrame,
    Frame,
    OwnNumberFrame,
    PullRequest,
    WireCommit,
)

Frames = list[Frame]


def _world() -> tuple[KnownHub, Frames]:
    """A hub with two streams, and its answer to a laptop that has nothing."""
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    for entity in (1, 2, 3):
        one.write(entity, age="u30")
    one.write(4, stream=OTHER_TEAM, age="u30")
    one.round()
    view = hub.view(other.key.writer)
    known = verify_hello(view.hello(b"n" * 16), nonce=b"n" * 16, pin=hub.pin)
    return known, view.pull(PullRequest(0, [], [], 10**6)).frames


def test_an_honest_answer_gives_a_run_a_stream() -> None:
    known, frames = _world()
    runs = [step.run for step in read_answer(frames, {}, known) if isinstance(step, Checked)]
    assert [(run.stream, len(run.received)) for run in runs] == [(TEAM, 3), (OTHER_TEAM, 1)]
    assert [received.number for received in runs[0].received] == [1, 2, 3]
    assert list(runs[0].writers.values()) == [
        frames[0].signing if isinstance(frames[0], CommitFrame) else b""
    ]


def _without(place: int) -> Callable[[Frames], Frames]:
    return lambda frames: frames[:place] + frames[place + 1 :]


def _swapped(frames: Frames) -> Frames:
    return [frames[1], frames[0], *frames[2:]]


def _other_body(frames: Frames) -> Frames:
    first = frames[0]
    assert isinstance(first, CommitFrame)
    wire = WireCommit(first.commit.header, first.commit.signature, [b"other"])
    return [msgspec.structs.replace(first, commit=wire), *frames[1:]]


def _fewer_bodies(frames: Frames) -> Frames:
    first = frames[0]
    assert isinstance(first, CommitFrame)
    wire = WireCommit(first.commit.header, first.commit.signature, [])
    return [msgspec.structs.replace(first, commit=wire), *frames[1:]]


def _no_header(frames: Frames) -> Frames:
    first = frames[0]
    assert isinstance(first, CommitFrame)
    wire = WireCommit(b"\xc1", first.commit.signature, [])
    return [msgspec.structs.replace(first, commit=wire), *frames[1:]]


def _other_own(frames: Frames) -> Frames:
    return [OwnNumberFrame(TEAM, 1, 1, b"x" * 32), *frames[1:]]


def _drop_inside(frames: Frames) -> Frames:
    return [frames[0], DropFrame(TEAM), *frames[1:]]


def _other_stream(frames: Frames) -> Frames:
    return [*frames[:3], frames[5], frames[4], frames[3]]


def _renamed(frames: Frames) -> Frames:
    """The other stream's commit passed off as this one's."""
    fourth = frames[4]
    assert isinstance(fourth, CommitFrame)
    return [msgspec.structs.replace(fourth, stream=TEAM, number=1)]


@pytest.mark.parametrize(
    "change",
    [
        _without(0), _without(1), _without(2), _without(3), _without(5), _swapped, _other_body,
        _fewer_bodies, _no_header, _other_own, _drop_inside, _other_stream, _renamed,
    ],
)  # fmt: skip
def test_an_answer_that_was_changed_is_not_believed(change: Callable[[Frames], Frames]) -> None:
    known, frames = _world()
    with pytest.raises(AnswerBroken):
        list(read_answer(change(frames), {}, known))


def test_a_checkpoint_by_another_key_is_the_wrong_hub() -> None:
    known, frames = _world()
    last = frames[3]
    assert isinstance(last, CheckpointFrame)
    forged = [*frames[:3], CheckpointFrame(last.checkpoint, b"s" * 64)]
    with pytest.raises(WrongHub):
        list(read_answer(forged, {}, known))


def test_a_run_goes_on_from_the_cursors_own_hash() -> None:
    known, frames = _world()
    whole = next(read_answer(frames, {}, known))
    assert isinstance(whole, Checked)
    assert list(read_answer([frames[3]], {TEAM: whole.run.cursor}, known)) != []
    with pytest.raises(AnswerBroken):
        list(read_answer([frames[3]], {TEAM: Cursor(TEAM, 3, b"h" * 32)}, known))
    with pytest.raises(AnswerBroken):
        list(read_answer(frames[:4], {TEAM: Cursor(TEAM, 1, b"h" * 32)}, known))
