# SPDX-License-Identifier: MIT
"""A person is the connected component of the merges that stand, and comes apart again."""

import pytest
from log_world import WRITERS, KnownIds, commit_id, make_body

from sync.log.commit import CommitId
from sync.log.deletion import deletion_value
from sync.log.fold import Write, apply
from sync.log.merge import aliases, components, face, pairs
from sync.log.state import EntityState
from sync.records.ids import EntityId

A, B, _ = WRITERS
ONE, TWO, THREE, FOUR = (EntityId(digit * 16) for digit in (b"1", b"2", b"3", b"4"))


def _always(_: CommitId) -> bool:
    return True


def _merge(n: int, pair: object, kind: str = "merge", field: str = "pair") -> EntityState:
    body = make_body(EntityId(bytes([n]) * 16), {field: (pair, [])}, kind=kind)
    return apply(None, Write(commit_id(A, n), body), KnownIds())


def _delete(state: EntityState, one: CommitId) -> EntityState:
    body = make_body(state.entity, {"deleted": (deletion_value(state), [])}, kind="merge")
    return apply(state, Write(one, body), KnownIds())


def test_three_who_were_merged_two_by_two_are_one_person_shown_by_the_oldest_id() -> None:
    joined = components(pairs([_merge(1, [TWO, ONE]), _merge(2, [TWO, THREE])], _always))
    assert aliases(THREE, joined) == {ONE, TWO, THREE}
    assert face(THREE, joined) == ONE
    assert aliases(FOUR, joined) == {FOUR}


def test_merging_in_a_circle_or_twice_changes_nothing() -> None:
    circle = [(ONE, TWO), (TWO, THREE), (THREE, ONE), (ONE, TWO)]
    assert set(components(circle).values()) == {frozenset({ONE, TWO, THREE})}


def test_two_components_that_meet_become_one() -> None:
    joined = components([(ONE, TWO), (THREE, FOUR), (FOUR, TWO)])
    assert set(joined) == {ONE, TWO, THREE, FOUR}
    assert set(joined.values()) == {frozenset({ONE, TWO, THREE, FOUR})}


def test_un_merging_lets_them_fall_apart() -> None:
    first, second = _merge(1, [ONE, TWO]), _merge(2, [TWO, THREE])
    joined = components(pairs([_delete(first, commit_id(B, 1)), second], _always))
    assert aliases(ONE, joined) == {ONE}
    assert aliases(TWO, joined) == {TWO, THREE}


def test_a_provisional_merge_joins_nobody_and_a_provisional_deletion_parts_nobody() -> None:
    merge, deletion = commit_id(A, 1), commit_id(B, 1)
    state = _delete(_merge(1, [ONE, TWO]), deletion)
    assert pairs([state], lambda one: one == merge) == {(ONE, TWO)}
    assert pairs([state], lambda one: one == deletion) == frozenset()


@pytest.mark.parametrize("pair", [None, [ONE], [ONE, ONE], [ONE, "two"], [ONE, b"short"]])
def test_a_pair_that_is_none_joins_nobody(pair: object) -> None:
    assert not pairs([_merge(1, pair)], _always)


def test_only_merges_merge() -> None:
    assert not pairs([_merge(1, [ONE, TWO], kind="note"), _merge(2, [ONE, TWO], field="other")], _always)
