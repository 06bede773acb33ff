# SPDX-License-Identifier: MIT
"""A broken or hostile hub with its own true key: what a laptop notices of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hub_world import HubWorld, Member, home_stream, person
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.changes import WriterIdentity
from desktop.store.journal import StoreJournal
from desktop.store.notebook import open_notebook
from sync.client.engine import Engine
from sync.client.errors import AnswerBroken
from sync.client.pull import Checked, read_answer
from sync.hub.in_process import InProcessHub
from sync.log.checkpoint import sign_checkpoint
from sync.log.commit import SignedCommit
from sync.log.digest import EMPTY
from sync.log.running import running_next, running_over, running_start
from sync.protocol.errors import WrongHub
from sync.protocol.journal import RoundOutcome
from sync.protocol.messages import (
    CheckpointFrame,
    CommitFrame,
    DropFrame,
    Frame,
    Pulled,
    PullRequest,
    WireCommit,
)
from sync.records.ids import CITY, StreamId, stream_team


@pytest.fixture
def world(tmp_path: Path) -> Iterator[HubWorld]:
    world = HubWorld.make(tmp_path / "hub")
    yield world
    world.close()


def _answer(
    world: HubWorld,
    stream: StreamId,
    commits: Sequence[SignedCommit],
    *,
    epoch: int | None = None,
    after: Sequence[SignedCommit] = (),
) -> list[Frame]:
    """Return these commits as a run that agrees with itself, under the hub's signature."""
    its = world.parts.epoch if epoch is None else epoch
    running = running_over(running_start(world.hub, stream, its), [one.hash for one in after])
    frames: list[Frame] = []
    for place, commit in enumerate(commits, len(after)):
        running = running_next(running, commit.hash)
        frames.append(CommitFrame(stream, place + 1, WireCommit.of(commit), b""))
    signed = sign_checkpoint(
        key=world.parts.keys.signing, hub=world.hub, stream=stream, epoch=its, number=len(after) + len(commits),
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


@dataclass
class LeavingOut:
    """A hub that answers each pull with what it likes, under its true signature."""

    true: InProcessHub
    epoch: int
    answers: list[list[Frame]]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the true hub has
        return getattr(self.true, name)

    def pull(self, _request: PullRequest) -> Pulled:
        return Pulled(self.epoch, 1, self.answers.pop(0), bool(self.answers))


def test_a_commit_left_out_between_two_answers_is_noticed(world: HubWorld, tmp_path: Path) -> None:
    stream, _, saves = _saves(world)
    reader = world.enrol(world.person("Bo", "adviser", stream_team(stream)), "Bo")
    store = open_notebook(
        tmp_path / "reader.db", KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
        me=WriterIdentity(reader.key, reader.staff, reader.laptop), hub=world.hub, create=True,
        allow_temporary=True,
    )  # fmt: skip
    journal = StoreJournal(store)
    hub = LeavingOut(
        reader.hub,
        world.parts.epoch,
        [_answer(world, stream, saves[:1]), _answer(world, stream, saves[2:], after=saves[:1])],
    )
    engine = Engine(
        hub, journal, clock=world.clock, pin=world.root_digest, hub_id=world.hub, me=reader.writer,
    )  # fmt: skip
    record = engine.round(cancelled=lambda: False)
    assert (record.outcome, record.problem, hub.answers) == (RoundOutcome.FAILED, "AnswerBroken", [])
    assert [(one.stream, one.number) for one in journal.cursors()] == [(stream, 1)]
    store.close()
