# SPDX-License-Identifier: MIT
"""A stream carried over into another one folds to the same heads as before."""

import random

from hypothesis import given
from hypothesis import strategies as st
from log_world import CARRIER, KnownIds, Op, Replica, World, commit_id, make_body

from sync.log.carry import carry
from sync.log.commit import CommitId
from sync.log.fold import Write
from sync.log.pure import fold
from sync.records.ids import EntityId, WriterId

WRITES_AND_SYNCS = 6
SMALL = st.integers(0, 11)
OPS = st.lists(st.tuples(st.integers(0, WRITES_AND_SYNCS - 1), SMALL, SMALL, SMALL), max_size=24)


def _carried(world: World) -> list[Write]:
    """Return every write of a stream as its carrier signs it in another, in the old order."""
    before: dict[tuple[WriterId, EntityId, str], CommitId] = {}
    carried: list[Write] = []
    for n, one in enumerate(world.made, start=1):
        entity = one.body.entity
        mine = {
            name: before[one.id.writer, entity, name]
            for name in one.body.fields
            if (one.id.writer, entity, name) in before
        }
        draft = carry(Write(one.id, one.body), mine)
        body = make_body(entity, draft.fields, origin=draft.origin)
        carried.append(Write(commit_id(CARRIER, n), body))
        before.update({(one.id.writer, entity, name): one.id for name in one.body.fields})
    return carried


@given(OPS, st.randoms(use_true_random=False))
def test_carried_writes_leave_the_heads_that_stood_before_in_any_order(
    ops: list[Op], shuffle: random.Random
) -> None:
    world = World().play(ops)
    carried = _carried(world)
    replica = Replica(KnownIds(write.id for write in carried))
    for write in shuffle.sample(carried, len(carried)) + shuffle.sample(carried, len(carried) // 2):
        replica.fold(write)
    assert replica.states == replica.reference()
    for entity, state in fold(world.writes(), world.known()).items():
        for name, field in state.fields.items():
            heads = replica.states[entity].fields[name].heads
            assert {head.origin for head in heads} == {head.id for head in field.heads}


@given(OPS, st.integers(0, 24))
def test_late_writes_forwarded_after_a_move_settle_what_they_saw(ops: list[Op], cut: int) -> None:
    world = World().play(ops)
    carried = _carried(world)
    live = {
        head.id
        for state in fold([Write(one.id, one.body) for one in world.made[:cut]], world.known()).values()
        for field in state.fields.values()
        for head in field.heads
    }
    moved = [write for write in carried[:cut] if write.body.origin in live]
    states = fold([*moved, *carried[cut:]], KnownIds(write.id for write in carried))
    for entity, state in fold(world.writes(), world.known()).items():
        for name, field in state.fields.items():
            heads = states[entity].fields[name].heads
            # a field of a commit moved for another field's sake may come along; nothing live is missing
            assert {head.id for head in field.heads} <= {head.origin for head in heads}
