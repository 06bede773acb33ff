# SPDX-License-Identifier: MIT
"""Any saves on two laptops, any faults, any rounds: in the end all hold the same, and nothing acknowledged is lost."""

from dataclasses import dataclass

from fake_hub import FakeHub
from fault_proxy import Fault, FaultyHub
from hypothesis import given, settings
from hypothesis import strategies as st
from sync_world import OTHER_TEAM, TEAM, Laptop, laptop

from sync.protocol.journal import RoundOutcome
from sync.records.ids import StreamId


@dataclass(frozen=True)
class Save:
    who: int
    stream: StreamId
    entity: int
    field: str
    value: int


@dataclass(frozen=True)
class Sync:
    who: int


_who = st.integers(min_value=0, max_value=1)
_step = st.one_of(
    st.builds(
        Save,
        _who,
        st.sampled_from([TEAM, OTHER_TEAM]),
        st.integers(min_value=1, max_value=3),
        st.sampled_from(["age", "note"]),
        st.integers(min_value=0, max_value=3),
    ),
    st.builds(Sync, _who),
)
_plan = st.lists(st.sampled_from(list(Fault)), max_size=25)


def _play(hub: FakeHub, laptops: list[Laptop], steps: list[Save | Sync]) -> set[bytes]:
    """Do the steps; return the hashes of all commits that a person was told are saved."""
    saved = set()
    for step in steps:
        one = laptops[step.who]
        if isinstance(step, Save):
            saved.add(one.write(step.entity, stream=step.stream, **{step.field: step.value}).hash)
            continue
        before = {commit.hash for stream in hub.streams.values() for _, commit in stream.commits}
        outcome = one.round().outcome
        assert outcome in {RoundOutcome.DONE, RoundOutcome.OFFLINE}
        after = {commit.hash for stream in hub.streams.values() for _, commit in stream.commits}
        assert before <= after
    return saved


@given(st.lists(_step, max_size=30), _plan, _plan)
@settings(max_examples=60, deadline=None)
def test_all_laptops_and_the_hub_come_to_hold_the_same(
    steps: list[Save | Sync], first: list[Fault], second: list[Fault]
) -> None:
    hub = FakeHub()
    hub.digests = True
    plans = [iter(first), iter(second)]
    laptops = [
        laptop(hub, seed + 1, over=lambda real, plan=plan: FaultyHub(real, plan))  # type: ignore[misc]
        for seed, plan in enumerate(plans)
    ]
    saved = _play(hub, laptops, steps)
    for one in laptops:
        assert isinstance(one.engine.hub, FaultyHub)
        one.engine.hub.plan = iter(())
    for one in (*laptops, *laptops):
        assert one.round().outcome is RoundOutcome.DONE
    at_hub = {commit.hash for stream in hub.streams.values() for _, commit in stream.commits}
    assert saved == at_hub
    for stream in (TEAM, OTHER_TEAM):
        assert laptops[0].journal.states(stream) == laptops[1].journal.states(stream) == hub.states(stream)
    for one in laptops:
        assert one.journal.unsent_count() == 0
        assert {cursor.stream: cursor.number for cursor in one.journal.cursors()} == {
            name: len(stream.commits) for name, stream in hub.streams.items() if stream.commits
        }
