# SPDX-License-Identifier: MIT
"""A broken or hostile hub with its own true key: what a laptop notices of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hub_world import HubWorld, Member, home_stream, person

from sync.client.errors import AnswerBroken
from sync.client.pull import Checked, read_answer
from sync.log.checkpoint import sign_checkpoint
from sync.log.commit import SignedCommit
from sync.log.digest import EMPTY
from sync.log.running import running_next, running_start
from sync.protocol.errors import WrongHub
from sync.protocol.messages import CheckpointFrame, CommitFrame, DropFrame, Frame, WireCommit
from sync.records.ids import CITY, StreamId


@pytest.fixture
def world(tmp_path: Path) -> Iterator[HubWorld]:
    world = HubWorld.make(tmp_path / "hub")
    yield world
    world.close()


def _answer(
    world: HubWorld, stream: StreamId, commits: Sequence[SignedCommit], *, epoch: int | None = None
) -> list[Frame]:
    """Return these commits as a run that agrees with itself, under the hub's signature."""
    its = world.parts.epoch if epoch is None else epoch
    running = running_start(world.hub, stream, its)
    frames: list[Frame] = []
    for place, commit in enumerate(commits):
        running = running_next(running, commit.hash)
        frames.append(CommitFrame(stream, place + 1, WireCommit.of(commit), b""))
    signed = sign_checkpoint(
        key=world.parts.keys.signing, hub=world.hub, stream=stream, epoch=its, number=len(commits),
        running=running, digest=EMPTY, time_ms=1,
    )  # fmt: skip
    return [*frames, CheckpointFrame(signed.raw, signed.signature)]


def _saves(world: HubWorld) -> tuple[StreamId, Member, list[SignedCommit]]:
    team = world.team("Itä")
    stream, member = home_stream(team), world.member("Aino", "adviser", team)
    return stream, member, [member.write(stream, person(f"Ihminen {n}")) for n in range(3)]


def test_a_commit_left_out_between_two_of_its_writer_is_noticed(world: HubWorld) -> None:
    stream, _, saves = _saves(world)
    (whole,) = read_answer(_answer(world, stream, saves), {}, world.known())
    assert isinstance(whole, Checked)
    assert len(whole.run.received) == len(saves)
    for told in ([saves[0], saves[2]], [saves[1], saves[0], saves[2]], [saves[0], saves[0]]):
        with pytest.raises(AnswerBroken):
            list(read_answer(_answer(world, stream, told), {}, world.known()))


def test_a_writer_who_has_two_lines_is_noticed(world: HubWorld) -> None:
    stream, member, saves = _saves(world)
    member.tips[stream] = (1, saves[0].hash)
    fork = member.write(stream, person("Toinen"))
    with pytest.raises(AnswerBroken):
        list(read_answer(_answer(world, stream, [saves[0], fork, saves[2]]), {}, world.known()))


def test_another_epoch_or_another_body_is_noticed_under_a_true_signature(world: HubWorld) -> None:
    stream, _, saves = _saves(world)
    with pytest.raises(AnswerBroken):
        list(read_answer(_answer(world, stream, saves, epoch=world.parts.epoch + 1), {}, world.known()))
    other = replace(saves[0], bodies=saves[1].bodies)
    with pytest.raises(AnswerBroken):
        list(read_answer(_answer(world, stream, [other]), {}, world.known()))
    frames = _answer(world, stream, saves)
    last = frames[-1]
    assert isinstance(last, CheckpointFrame)
    with pytest.raises(WrongHub):
        list(read_answer([*frames[:-1], CheckpointFrame(last.checkpoint, bytes(64))], {}, world.known()))


def test_the_roster_is_never_dropped(world: HubWorld) -> None:
    with pytest.raises(AnswerBroken):
        list(read_answer([DropFrame(CITY)], {}, world.known()))
