# SPDX-License-Identifier: MIT
"""Erasing a subject, and erasing one write."""

import hashlib

import pytest
from log_world import ENTITIES, WRITERS, KnownIds, commit_id, make_body

from sync.log.codec import Value, decode_value, encode
from sync.log.erasure import concerned, erasure_mark, is_erased, restate, restated
from sync.log.errors import Malformed
from sync.log.fold import Write, apply
from sync.log.pure import fold
from sync.log.shown import shown
from sync.records.ids import EntityId

A, B, _ = WRITERS
ONE, TWO = ENTITIES
FIRST, SECOND = commit_id(A, 1), commit_id(B, 1)
OLD = Write(FIRST, make_body(ONE, {"name": ("old secret", [])}, subject=ONE))
NEW = Write(SECOND, make_body(ONE, {"name": ("new secret", [FIRST])}, subject=ONE, origin=commit_id(A, 9)))


def test_a_write_is_restated_without_its_values() -> None:
    value = decode_value(encode(restate(NEW)))
    assert b"secret" not in encode(value)
    again = restated(value)
    assert again.erased
    assert again.id == SECOND
    assert (again.body.entity, again.body.subject, again.body.origin) == (ONE, ONE, commit_id(A, 9))
    assert again.body.fields["name"].seen == [FIRST]
    assert again.body.fields["name"].value is None


def test_the_fold_shows_erased_and_nothing_it_replaced_returns() -> None:
    known = KnownIds([FIRST, SECOND])
    erased = restated(decode_value(encode(restate(NEW))))
    state = fold([OLD, erased], known)[ONE]
    its = shown(state.fields["name"], lambda _: None)
    assert (its.value, its.erased, [head.id for head in its.heads]) == (None, True, [SECOND])
    assert apply(apply(apply(None, OLD, known), NEW, known), erased, known) == state


def _without_fields() -> Value:
    return {**restate(OLD), "fields": {}}


@pytest.mark.parametrize("value", [None, {}, {**restate(OLD), "kind": 1}, _without_fields()])
def test_a_value_that_restates_no_write_is_refused(value: Value) -> None:
    with pytest.raises(Malformed):
        restated(value)


def test_a_subject_is_erased_for_ever_by_the_hash_of_its_id() -> None:
    marks = {erasure_mark(ONE)}
    assert marks == {hashlib.sha256(ONE).digest()}
    assert is_erased(entity=ONE, subject=None, marks=marks)
    assert is_erased(entity=TWO, subject=ONE, marks=marks)
    assert not is_erased(entity=TWO, subject=TWO, marks=marks)
    assert not is_erased(entity=TWO, subject=None, marks=marks)


def test_an_erasure_concerns_every_entity_of_every_alias() -> None:
    note = EntityId(b"n" * 16)
    writes = [
        OLD,
        Write(commit_id(A, 2), make_body(note, {"text": ("x", [])}, subject=ONE)),
        Write(commit_id(A, 3), make_body(TWO, {"name": ("x", [])}, subject=TWO)),
        Write(commit_id(A, 4), make_body(EntityId(b"v" * 16), {"at": (1, [])})),
    ]
    states = fold(writes, KnownIds()).values()
    assert concerned(states, {ONE}) == {ONE, note}
    assert concerned(states, {ONE, TWO}) == {ONE, TWO, note}
