# SPDX-License-Identifier: MIT
"""A snapshot and the tail after it fold to what the whole stream folds to."""

from hypothesis import given
from hypothesis import strategies as st
from log_snapshot import load, snapshot_of
from log_world import OPERATIONS, Op, World, as_write

from sync.log.digest import EMPTY, digest_change, stream_digest
from sync.log.fold import apply
from sync.log.pure import fold

SMALL = st.integers(0, 11)
OPS = st.lists(st.tuples(st.integers(0, OPERATIONS - 1), SMALL, SMALL, SMALL), max_size=24)


@given(OPS, st.integers(0, 24), st.sampled_from([60, 300, 100_000]))
def test_snapshot_and_tail_fold_to_the_whole(ops: list[Op], cut: int, part_bytes: int) -> None:
    world = World().play(ops)
    before, tail = world.made[:cut], world.made[cut:]
    replica, place = load(snapshot_of(before, part_bytes=part_bytes))
    assert place.indexed
    for one in tail:
        replica.know(one.id)
        if not one.quarantined:
            replica.fold(as_write(one))
    assert replica.states == fold(world.writes(), world.known())


@given(OPS, st.integers(0, 24))
def test_a_commit_quarantined_in_the_snapshot_is_released_in_the_tail(ops: list[Op], cut: int) -> None:
    world = World().play(ops)
    replica, _ = load(snapshot_of(world.made[:cut], part_bytes=300))
    waiting = [one for one in world.made[:cut] if one.quarantined]
    for one in world.made[cut:]:
        replica.know(one.id)
        if not one.quarantined:
            replica.fold(as_write(one))
    for one in waiting:
        one.quarantined = False
        replica.fold(as_write(one))
    assert replica.states == fold(world.writes(), world.known())


@given(OPS)
def test_the_digest_kept_up_one_by_one_is_the_digest_of_the_whole(ops: list[Op]) -> None:
    world = World().play(ops)
    known = world.known()
    digest = EMPTY
    states = dict(fold([], known))
    for write in world.writes():
        before = states.get(write.body.entity)
        states[write.body.entity] = apply(before, write, known)
        digest = digest_change(digest, before, states[write.body.entity])
    assert digest == stream_digest(states.values())
    assert digest == stream_digest(fold(world.writes(), known).values())
