# SPDX-License-Identifier: MIT
"""Snapshots: a stream begins with signed parts, goes on where it was cut off, and the tail follows."""

from collections.abc import Callable

import msgspec
import pytest
from fake_hub import FakeHub
from fault_proxy import Fault, FaultyHub
from memory_journal import MemoryJournal
from sync_world import TEAM, laptop

from sync.log.codec import encode
from sync.log.snapshot import SnapshotPart as Contents
from sync.protocol.errors import Code, refusal
from sync.protocol.hub import Hub
from sync.protocol.journal import RoundOutcome
from sync.protocol.messages import Pulled, PullRequest, SnapshotPart, SnapshotRequest


def _long_stream(hub: FakeHub) -> int:
    """A stream of two writers' commits, its snapshot in several parts, and a tail; returns the parts."""
    one, other = laptop(hub, 1), laptop(hub, 2)
    for entity in range(1, 21):
        one.write(entity, age="u30", note="n" * 40)
    one.round()
    other.round()
    other.write(3, age="55_64")
    other.round()
    parts = hub.take_snapshot(TEAM, part_bytes=500)
    one.round()
    one.write(3, age="65")
    one.write(50, age="u30")
    one.round()
    return parts


def _parts_here(journal: MemoryJournal) -> int:
    loading = journal.snapshot_progress(TEAM)
    return 0 if loading is None else loading.place.read + len(loading.loaded)


def test_a_new_laptop_loads_the_snapshot_and_the_tail() -> None:
    hub = FakeHub()
    hub.digests = True
    assert _long_stream(hub) > 3
    new = laptop(hub, 3)
    record = new.round()
    assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
    assert new.journal.states(TEAM) == hub.states(TEAM)
    new.write(3, age="u30")
    assert new.round().outcome is RoundOutcome.DONE
    assert hub.states(TEAM) == new.journal.states(TEAM)


@pytest.mark.parametrize("at", range(1, 5))
def test_a_cut_snapshot_goes_on_at_its_next_part(at: int) -> None:
    hub = FakeHub()
    parts = _long_stream(hub)
    plan = [Fault.NONE] * (1 + at) + [Fault.ANSWER_LOST]
    new = laptop(hub, 3, over=lambda real: FaultyHub(real, iter(plan)))
    assert new.round().outcome is RoundOutcome.OFFLINE
    assert _parts_here(new.journal) == at - 1
    assert isinstance(new.engine.hub, FaultyHub)
    new.engine.hub.calls.clear()
    assert new.round().outcome is RoundOutcome.DONE
    assert new.engine.hub.calls.count("snapshot") == parts - at + 1
    assert new.journal.states(TEAM) == hub.states(TEAM)


def test_when_the_hub_has_cut_a_newer_one_it_is_loaded_from_its_beginning() -> None:
    hub = FakeHub()
    _long_stream(hub)
    plan = [Fault.NONE] * 3 + [Fault.REQUEST_LOST]
    new = laptop(hub, 3, over=lambda real: FaultyHub(real, iter(plan)))
    new.round()
    hub.take_snapshot(TEAM, part_bytes=1500)
    assert new.round().outcome is RoundOutcome.DONE
    assert new.journal.states(TEAM) == hub.states(TEAM)


class _Changed:
    """A hub whose snapshot parts or pulls are changed on the way."""

    def __init__(
        self,
        hub: Hub,
        *,
        part: Callable[[SnapshotPart], SnapshotPart] = lambda part: part,
        expired: bool = False,
    ) -> None:
        self._hub = hub
        self._part = part
        self._expired = expired
        self.hello = hub.hello
        self.enrol = hub.enrol
        self.heads = hub.heads
        self.bases = hub.bases
        self.push = hub.push

    def pull(self, request: PullRequest) -> Pulled:
        if self._expired and not request.cursors:
            raise refusal(Code.CURSOR_EXPIRED, stream=TEAM)
        return self._hub.pull(request)

    def snapshot(self, request: SnapshotRequest) -> SnapshotPart:
        return self._part(self._hub.snapshot(request))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"payload": b"p"}, "WrongHub"),
        ({"signature": b"s" * 64}, "WrongHub"),
        ({"number": 1}, "AnswerBroken"),
        ({"parts": 1}, "AnswerBroken"),
        ({"part": 3}, "AnswerBroken"),
        ({"stream": "team/other"}, "AnswerBroken"),
    ],
)
def test_a_part_that_is_not_what_it_says_is_not_taken(change: dict[str, object], problem: str) -> None:
    hub = FakeHub()
    _long_stream(hub)
    new = laptop(
        hub, 3, over=lambda real: _Changed(real, part=lambda part: msgspec.structs.replace(part, **change))
    )
    assert new.round().problem == problem
    assert not new.journal.cursors()


def test_a_part_that_resumes_nothing_is_not_taken() -> None:
    hub = FakeHub()
    _long_stream(hub)
    plan = iter([Fault.NONE] * 4 + [Fault.ANSWER_LOST])
    new = laptop(hub, 3, over=lambda real: FaultyHub(real, plan))
    new.round()
    assert _parts_here(new.journal) == 2
    real = hub.view(new.key.writer)
    new.engine.hub = _Changed(real, part=lambda part: msgspec.structs.replace(part, payload=b"\xc1"))
    assert new.round().problem == "WrongHub"
    new.engine.hub = real
    assert new.round().outcome is RoundOutcome.DONE


def test_a_snapshot_of_another_epoch_is_not_taken() -> None:
    hub = FakeHub()
    _long_stream(hub)
    new = laptop(hub, 3)
    parts = hub.streams[TEAM].parts
    contents = msgspec.msgpack.decode(parts[0], type=Contents)
    other = msgspec.structs.replace(contents.base, epoch=9)
    parts[0] = encode(msgspec.structs.replace(contents, base=other))
    assert new.round().problem == "AnswerBroken"


def test_own_people_come_first_and_one_who_waits_sees_how_far_it_is() -> None:
    hub = FakeHub()
    parts = _long_stream(hub)
    told: list[tuple[int, int]] = []
    new = laptop(hub, 3)
    new.engine.round(cancelled=lambda: False, progress=lambda at: told.append((at.came, at.expected)))
    (expected,) = {one for _, one in told if one}
    assert expected == 20
    assert [came for came, _ in told if came] == sorted({came for came, _ in told if came})
    assert 1 < len([one for one in told if one[1]]) < parts
    assert told[-1] == (0, 0)


def test_a_snapshot_that_was_cut_anew_at_the_same_number_begins_again() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    for entity in range(1, 21):
        one.write(entity, age="u30", note="n" * 40)
    one.round()
    parts = hub.take_snapshot(TEAM, part_bytes=500)
    plan = [Fault.NONE] * parts + [Fault.ANSWER_LOST]
    new = laptop(hub, 3, over=lambda real: FaultyHub(real, iter(plan)))
    assert new.round().outcome is RoundOutcome.OFFLINE
    assert _parts_here(new.journal) == parts - 2
    hub.take_snapshot(TEAM, part_bytes=400)
    assert new.round().outcome is RoundOutcome.DONE
    assert new.journal.states(TEAM) == hub.states(TEAM)
