# SPDX-License-Identifier: MIT
"""A review is pinned to what its author saw."""

import hashlib

from log_world import ENTITIES, WRITERS, KnownIds, commit_id, make_body

from sync.log.codec import encode
from sync.log.commit import CommitId
from sync.log.deletion import deletion_value
from sync.log.fold import Write, apply
from sync.log.pure import fold
from sync.log.review import ReviewShown, entity_hash, pins, review_shown, reviews
from sync.log.state import EntityState, FieldState
from sync.records.ids import EntityId

A, B, C = WRITERS
SAVE = commit_id(A, 1)
VISIT = apply(
    None, Write(SAVE, make_body(ENTITIES[0], {"note": ("x", []), "age": ("25-29", [])})), KnownIds()
)
CHANGED = apply(VISIT, Write(commit_id(A, 2), make_body(ENTITIES[0], {"note": ("y", [])})), KnownIds())


def _review(n: int, of: list[list[bytes]], verdict: str = "approved", save: CommitId = SAVE) -> EntityState:
    value = {"verdict": verdict, "comment": "ok", "reason": "spot", "save": list(save), "of": of, "at": 1}
    body = make_body(EntityId(bytes([n]) * 16), {"verdict": (value, [])}, kind="review")
    return apply(None, Write(commit_id(B, n), body), KnownIds())


def _shown(states: list[EntityState], now: EntityState, numbers: dict[int, int]) -> ReviewShown:
    return review_shown(SAVE, reviews(states), {now.entity: entity_hash(now)}, lambda one: numbers.get(one.n))


def test_the_hash_is_over_sorted_fields_and_values() -> None:
    expected = encode([["age", "25-29"], ["note", "x"]])
    assert entity_hash(VISIT) == hashlib.sha256(b"kenttakirja/entity/1" + expected).digest()


def test_the_hash_does_not_ask_who_wrote_or_in_which_order() -> None:
    writes = [
        Write(commit_id(C, 5), make_body(ENTITIES[0], {"age": ("25-29", [])})),
        Write(commit_id(B, 1), make_body(ENTITIES[0], {"note": ("x", [])})),
        Write(commit_id(A, 1), make_body(ENTITIES[0], {"note": ("x", [])})),
    ]
    assert entity_hash(fold(writes, KnownIds())[ENTITIES[0]]) == entity_hash(VISIT)


def test_a_conflict_and_an_erasure_change_the_hash() -> None:
    conflict = apply(VISIT, Write(commit_id(B, 1), make_body(ENTITIES[0], {"note": ("z", [])})), KnownIds())
    erased = apply(VISIT, Write(SAVE, make_body(ENTITIES[0], {"note": (None, [])}), erased=True), KnownIds())
    assert len({entity_hash(state) for state in (VISIT, conflict, erased, CHANGED)}) == 4


def test_a_review_of_todays_state_counts() -> None:
    shown = _shown([_review(1, pins([VISIT]))], VISIT, {1: 10})
    assert shown.counts is not None
    assert (shown.counts.said.verdict, shown.changed, shown.waiting) == ("approved", False, ())


def test_a_later_change_shows() -> None:
    shown = _shown([_review(1, pins([VISIT]))], CHANGED, {1: 10})
    assert shown.counts is not None
    assert shown.changed


def test_of_several_the_one_with_the_highest_number_for_todays_hash_counts() -> None:
    states = [
        _review(1, pins([CHANGED]), "returned"),
        _review(2, pins([CHANGED]), "approved"),
        _review(3, pins([VISIT]), "question"),
    ]
    shown = _shown(states, CHANGED, {1: 10, 2: 11, 3: 99})
    assert shown.counts is not None
    assert (shown.counts.said.verdict, shown.changed) == ("approved", False)


def test_a_provisional_review_does_nothing_and_is_shown_as_waiting() -> None:
    shown = _shown([_review(1, pins([VISIT]))], VISIT, {})
    assert shown.counts is None
    assert [one.id.n for one in shown.waiting] == [1]


def test_reviews_of_another_save_deleted_and_unreadable_ones_say_nothing() -> None:
    gone = _review(2, pins([VISIT]))
    deleted = Write(
        commit_id(B, 9), make_body(gone.entity, {"deleted": (deletion_value(gone), [])}, kind="review")
    )
    odd = make_body(EntityId(b"o" * 16), {"verdict": ("approved", [])}, kind="review")
    states = [
        _review(1, pins([VISIT]), save=commit_id(C, 1)),
        apply(gone, deleted, KnownIds()),
        apply(None, Write(commit_id(B, 3), odd), KnownIds()),
        VISIT,
        EntityState(EntityId(b"n" * 16), "review", None, 1, {"x": FieldState(())}),
    ]
    assert len(reviews(states)) == 1
    assert _shown(states, VISIT, {1: 1, 2: 2, 3: 3}) == ReviewShown(None, changed=False, waiting=())


def test_a_review_of_several_entities_holds_while_none_of_them_has_changed() -> None:
    other = apply(None, Write(commit_id(A, 3), make_body(ENTITIES[1], {"note": ("x", [])})), KnownIds())
    given = reviews([_review(1, pins([VISIT, other]))])
    for now, changed in ((VISIT, False), (CHANGED, True)):
        hashes = {state.entity: entity_hash(state) for state in (now, other)}
        assert review_shown(SAVE, given, hashes, lambda _: 1).changed is changed
