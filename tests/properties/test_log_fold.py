# SPDX-License-Identifier: MIT
"""The state is a function of the set of effective commits, and no value leaves it unseen (I4, I5)."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from log_world import HONEST, OPERATIONS, WRITERS, KnownIds, Made, Op, Replica, World, as_write

from sync.log.commit import CommitId
from sync.log.fold import Write
from sync.log.join import join
from sync.log.pure import fold
from sync.log.state import EntityState, decode_state, encode_state
from sync.records.ids import EntityId


def _ops(kinds: int, size: int) -> st.SearchStrategy[list[Op]]:
    small = st.integers(0, 11)
    return st.lists(st.tuples(st.integers(0, kinds - 1), small, small, small), max_size=size)


ANY_OPS = _ops(OPERATIONS, 24)
HONEST_OPS = _ops(HONEST, 24)
SHUFFLE = st.randoms(use_true_random=False)


def _events(world: World, shuffle: random.Random) -> list[Callable[[Replica], None]]:
    """Return what reaches a replica: ids and writes apart, twice over, in any order, erased ones both ways."""

    def know(one: CommitId) -> Callable[[Replica], None]:
        return lambda replica: replica.know(one)

    def write(one: Write) -> Callable[[Replica], None]:
        return lambda replica: replica.fold(one)

    events = [know(one.id) for one in world.made]
    for one in world.effective():
        events.append(write(as_write(one)))
        if one.erased and shuffle.random() < 0.5:
            events.append(write(Write(one.id, one.body)))
    events += shuffle.sample(events, len(events) // 2)
    shuffle.shuffle(events)
    return events


def _check_any_order(ops: list[Op], shuffle: random.Random) -> None:
    world = World().play(ops)
    replica = Replica()
    for event in _events(world, shuffle):
        event(replica)
        assert replica.states == replica.reference()
    assert replica.states == fold(world.writes(), world.known())


@given(ANY_OPS, SHUFFLE)
def test_any_order_duplication_and_subset_folds_to_the_pure_state(
    ops: list[Op], shuffle: random.Random
) -> None:
    _check_any_order(ops, shuffle)


@pytest.mark.torture
@given(_ops(OPERATIONS, 60), SHUFFLE)
def test_long_histories_fold_to_the_pure_state_in_any_order(ops: list[Op], shuffle: random.Random) -> None:
    _check_any_order(ops, shuffle)


@given(ANY_OPS)
def test_a_stored_state_is_read_back_as_it_was_and_has_one_spelling(ops: list[Op]) -> None:
    world = World().play(ops)
    for state in fold(world.writes(), world.known()).values():
        raw = encode_state(state)
        assert decode_state(raw) == state
        assert encode_state(decode_state(raw)) == raw


@given(ANY_OPS, SHUFFLE)
def test_two_halves_folded_apart_join_to_the_whole(ops: list[Op], shuffle: random.Random) -> None:
    world = World().play(ops)
    known = world.known()
    left: list[Write] = []
    right: list[Write] = []
    for write in world.writes():
        side = shuffle.choice((left, right, None))
        for half in (left, right) if side is None else (side,):
            half.append(write)
    joined: dict[EntityId, EntityState] = fold(left, known)
    for entity, state in fold(right, known).items():
        joined[entity] = join(joined[entity], state) if entity in joined else state
    assert joined == fold(world.writes(), known)


@given(HONEST_OPS)
def test_a_value_leaves_the_heads_only_by_a_write_whose_author_had_seen_it(ops: list[Op]) -> None:
    world = World().play(ops)
    states = fold(world.writes(), world.known())
    for one in world.effective():
        for name in one.body.fields:
            if any(head.id == one.id for head in states[one.body.entity].fields[name].heads):
                continue
            assert any(
                other.body.entity == one.body.entity and name in other.body.fields and one.id in other.view
                for other in world.effective()
            )


@given(ANY_OPS)
def test_no_field_that_was_written_vanishes_whatever_a_saboteur_names(ops: list[Op]) -> None:
    world = World().play(ops)
    for write in world.writes():
        state = fold(world.writes(), world.known())[write.body.entity]
        assert all(state.fields[name].heads for name in write.body.fields)


def _made_before(one: Made, other: Made, world: World) -> bool:
    return world.made.index(one) < world.made.index(other)


@given(ANY_OPS)
def test_nothing_made_after_a_write_is_covered_by_it(ops: list[Op]) -> None:
    world = World().play(ops)
    known = world.known()
    states = fold(world.writes(), known)
    for one in world.effective():
        for name in one.body.fields:
            later = [
                other
                for other in world.effective()
                if other.body.entity == one.body.entity
                and name in other.body.fields
                and _made_before(one, other, world)
            ]
            if not later:
                heads = states[one.body.entity].fields[name].heads
                # a twin that was signed again stands or falls with its original
                assert any(head.id == one.id for head in heads) or one.body.origin is not None


@given(HONEST_OPS, SHUFFLE)
def test_naming_ids_that_do_not_exist_covers_nothing(ops: list[Op], shuffle: random.Random) -> None:
    honest = World().play(ops)
    before = fold(honest.writes(), honest.known())
    sabotaged = World().play(ops)
    for _ in range(3):
        sabotaged.name_what_does_not_exist(WRITERS[0], shuffle.randrange(12), shuffle.randrange(12))
    after = fold(sabotaged.writes(), sabotaged.known())
    for entity, state in before.items():
        for name, field in state.fields.items():
            kept = [head for head in after[entity].fields[name].heads if head.id.writer != WRITERS[0]]
            assert kept == [head for head in field.heads if head.id.writer != WRITERS[0]]


@given(ANY_OPS)
def test_a_quarantined_commit_released_late_counts_as_if_it_had_never_waited(ops: list[Op]) -> None:
    world = World().play(ops)
    replica = Replica(KnownIds(one.id for one in world.made))
    for one in world.effective():
        replica.fold(as_write(one))
    for one in world.made:
        if one.quarantined:
            one.quarantined = False
            replica.fold(as_write(one))
    assert replica.states == fold(world.writes(), world.known())


@settings(max_examples=30)
@given(ANY_OPS, st.integers(0, 23))
def test_after_an_erasure_nothing_of_the_value_is_in_the_state_and_nothing_old_returns(
    ops: list[Op], which: int
) -> None:
    world = World().play(ops)
    effective = world.effective()
    if not effective:
        return
    one = effective[which % len(effective)]
    before = fold(world.writes(), world.known())[one.body.entity]
    one.erased = True
    after = fold(world.writes(), world.known())[one.body.entity]
    for name, field in before.fields.items():
        assert [head.id for head in field.heads] == [head.id for head in after.fields[name].heads]
        for head in after.fields[name].heads:
            if head.id == one.id:
                assert head.erased
                assert head.value is None
