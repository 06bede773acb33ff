# SPDX-License-Identifier: MIT
"""Which value is shown: one head, equal heads, and heads that differ."""

from log_world import WRITERS, commit_id

from sync.log.commit import CommitId
from sync.log.shown import shown
from sync.log.state import FieldState, Head

A, B, C = (commit_id(writer, 1) for writer in WRITERS)
NUMBERS = {A: 5, B: 9}


def _number(one: CommitId) -> int | None:
    return NUMBERS.get(one)


def test_one_head_is_the_value() -> None:
    assert shown(FieldState((Head(A, "x"),)), _number)[:2] == ("x", False)


def test_several_heads_with_the_same_bytes_are_the_value() -> None:
    field = FieldState((Head(A, {"a": 1, "b": 2}), Head(B, {"b": 2, "a": 1})))
    assert shown(field, _number)[:2] == ({"a": 1, "b": 2}, False)


def test_true_and_one_are_two_values() -> None:
    assert shown(FieldState((Head(A, True), Head(B, 1))), _number).conflict


def test_of_heads_that_differ_the_highest_number_is_shown_and_unnumbered_ones_come_after() -> None:
    its = shown(FieldState((Head(A, "a"), Head(B, "b"), Head(C, "c"))), _number)
    assert its.value == "b"
    assert its.conflict
    assert [head.id for head in its.heads] == [B, A, C]


def test_unnumbered_heads_are_shown_by_id() -> None:
    assert shown(FieldState((Head(B, "b"), Head(A, "a"))), lambda _: None).value == "a"


def test_an_erased_value_is_said_and_gives_no_conflict() -> None:
    alone = shown(FieldState((Head(A, None, erased=True),)), _number)
    assert (alone.value, alone.conflict, alone.erased) == (None, False, True)
    beside = shown(FieldState((Head(A, "a"), Head(B, None, erased=True))), _number)
    assert (beside.value, beside.conflict, beside.erased) == ("a", False, True)
    assert [head.id for head in beside.heads] == [A, B]


def test_a_field_without_heads_shows_nothing() -> None:
    assert shown(FieldState((), {}, (A,)), _number) == (None, False, (), False)
