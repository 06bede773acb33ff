# SPDX-License-Identifier: MIT
"""Answers that refuse, contradict themselves or come at a bad moment: the round names them, nothing is lost."""

import msgspec
import pytest
from fake_hub import NOW, FakeHub
from memory_journal import MemoryJournal
from sync_world import TEAM, laptop

from sync.client.check import no_digests
from sync.log.commit import Draft
from sync.protocol.errors import Code, HubBusy, refusal
from sync.protocol.hub import Hub
from sync.protocol.journal import RoundOutcome, Run
from sync.protocol.messages import Pulled, PullRequest, Pushed, PushRequest
from sync.records.ids import EntityId


def _visit(entity: int) -> list[Draft]:
    return [Draft("visit", EntityId(entity.to_bytes(16, "big")), None, 1, {"age": ("u30", ())})]


class _Refusing:
    """A hub that answers pulls with one error."""

    def __init__(self, hub: Hub, error: Exception) -> None:
        self._hub = hub
        self._error = error
        self.hello = hub.hello
        self.enrol = hub.enrol
        self.heads = hub.heads
        self.bases = hub.bases
        self.push = hub.push
        self.snapshot = hub.snapshot

    def pull(self, request: PullRequest) -> Pulled:
        del request
        raise self._error


class _Endless:
    """A hub that always promises more, or answers for another epoch."""

    def __init__(self, hub: Hub, **change: object) -> None:
        self._hub = hub
        self._change = change
        self.hello = hub.hello
        self.enrol = hub.enrol
        self.heads = hub.heads
        self.bases = hub.bases
        self.push = hub.push
        self.snapshot = hub.snapshot

    def pull(self, request: PullRequest) -> Pulled:
        return msgspec.structs.replace(self._hub.pull(request), **self._change)


def test_a_hub_that_promises_more_and_gives_nothing_is_not_asked_for_ever() -> None:
    one = laptop(FakeHub(), 1, over=lambda hub: _Endless(hub, more=True))
    assert one.round().problem == "AnswerBroken"


def test_an_answer_of_another_epoch_ends_the_round() -> None:
    one = laptop(FakeHub(), 1, over=lambda hub: _Endless(hub, epoch=2))
    assert one.round().problem == "epoch-changed"
    assert one.journal.epoch() == 0


def test_without_a_whole_stream_only_numbers_are_compared() -> None:
    hub = FakeHub()
    hub.digests = True
    one = laptop(hub, 1)
    one.engine._digests = no_digests
    one.write(1, age="u30")
    assert one.round().outcome is RoundOutcome.DONE


def test_a_journal_that_did_not_take_what_it_was_given_is_found_out() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    one.write(1, age="u30")
    one.round()

    class Forgetful(MemoryJournal):
        def apply(self, run: Run) -> int:
            return len(run.received)

    other.engine.journal = Forgetful(hub=hub.hub, key=other.key)
    assert other.round().problem == f"StreamDiffers {TEAM}"


def test_what_is_saved_while_a_round_runs_waits_for_the_next() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    one.write(1, age="u30")
    saved = iter([2])

    class Busy(MemoryJournal):
        def apply(self, run: Run) -> int:
            for entity in saved:
                self.save(TEAM, _visit(entity))
            return super().apply(run)

    busy = Busy(hub=hub.hub, key=one.key)
    busy.chains = one.journal.chains
    one.engine.journal = busy
    record = one.round()
    assert (record.outcome, busy.unsent_count()) == (RoundOutcome.DONE, 1)
    assert one.round().sent == 1


@pytest.mark.parametrize(
    ("error", "outcome", "problem"),
    [
        (HubBusy(17), RoundOutcome.OFFLINE, "HubBusy"),
        (refusal(Code.WRITER_REVOKED), RoundOutcome.FAILED, "writer-revoked"),
        (refusal(Code.PROTOCOL_TOO_OLD), RoundOutcome.FAILED, "protocol-too-old"),
        (refusal(Code.CLOCK_SKEW, hub_time=NOW), RoundOutcome.FAILED, "clock-skew"),
        (refusal(Code.CURSOR_EXPIRED), RoundOutcome.FAILED, "cursor-expired"),
    ],
)
def test_what_the_hub_refuses_ends_the_round_by_its_code(
    error: Exception, outcome: RoundOutcome, problem: str
) -> None:
    one = laptop(FakeHub(), 1, over=lambda hub: _Refusing(hub, error))
    record = one.round()
    assert (record.outcome, record.problem) == (outcome, problem)
    assert one.engine.retry_after == (17 if isinstance(error, HubBusy) else None)


class _Lying:
    """A hub whose push answers are changed on the way."""

    def __init__(self, hub: Hub, change: dict[str, object]) -> None:
        self._hub = hub
        self._change = change
        self.hello = hub.hello
        self.enrol = hub.enrol
        self.heads = hub.heads
        self.bases = hub.bases
        self.pull = hub.pull
        self.snapshot = hub.snapshot

    def push(self, request: PushRequest) -> Pushed:
        return msgspec.structs.replace(self._hub.push(request), **self._change)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"signature": b"s" * 64}, "WrongHub"),
        ({"receipt": b""}, "WrongHub"),
        ({"accepted_through": 2}, "AnswerBroken"),
        ({"accepted_through": 0}, "AnswerBroken"),
        ({"numbers": []}, "AnswerBroken"),
        ({"numbers": [0]}, "AnswerBroken"),
        ({"numbers": [1, 2]}, "AnswerBroken"),
    ],
)
def test_without_a_receipt_that_holds_nothing_counts_as_sent(change: dict[str, object], problem: str) -> None:
    one = laptop(FakeHub(), 1, over=lambda hub: _Lying(hub, change))
    one.write(1, age="u30")
    assert one.round().problem == problem
    assert one.journal.unsent_count() == 1
