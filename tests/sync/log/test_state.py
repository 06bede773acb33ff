# SPDX-License-Identifier: MIT
"""A stored state is small, has one spelling, and damage to it is noticed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from log_world import ENTITIES, WRITERS, KnownIds, commit_id, make_body

from sync.log.codec import encode
from sync.log.digest import entity_digest, plain_digest
from sync.log.errors import LogError, Malformed, NotCanonical, TooNew
from sync.log.fold import Write, apply
from sync.log.state import (
    EntityState,
    FieldState,
    Head,
    decode_foreign_state,
    decode_plain,
    decode_state,
    encode_state,
)

A, B, _ = WRITERS
VISIT = apply(
    None,
    Write(
        commit_id(A, 1), make_body(ENTITIES[0], {f"topics/{i}": (True, []) for i in range(8)}, kind="visit")
    ),
    KnownIds(),
)


def test_the_id_of_a_save_is_stored_once() -> None:
    raw = encode_state(VISIT)
    assert raw.count(A) == 1
    assert decode_foreign_state(raw) == VISIT


def test_everything_a_field_holds_is_stored() -> None:
    field = FieldState(
        (Head(commit_id(A, 2), None, True), Head(commit_id(B, 1), "x", False, commit_id(A, 9), True)),
        {WRITERS[2]: 7},
        (commit_id(A, 9), commit_id(B, 5)),
    )
    state = EntityState(ENTITIES[0], "person", ENTITIES[0], 1, {"name": field})
    assert decode_foreign_state(encode_state(state)) == state


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", Malformed),
        (encode([2, b"e" * 16, "k", None, 1, [], {}, {}]), TooNew),
        (encode([1, b"e" * 16, "k", None, 1, [], {"a": 1}, {}]), Malformed),
        (encode([1, b"e" * 16, "k", None, 1, [], {}, {"a": [[], [], [3]]}]), Malformed),
        (encode([1, b"e" * 16, "k", None, 1, [list(commit_id(A, 1))], {}, {}]), NotCanonical),
        (encode([1, b"e" * 16, "k", None, 1, [list(commit_id(A, 1))], {"a": 1.5}, {}]), Malformed),
        (encode([1, b"e" * 16, "a\u0308", None, 1, [], {}, {}]), NotCanonical),
    ],
)
def test_bytes_that_are_no_state_are_refused(raw: bytes, error: type[LogError]) -> None:
    with pytest.raises(error):
        decode_foreign_state(raw)


def test_a_flipped_bit_of_a_state_is_refused_or_another_state_in_its_one_spelling() -> None:
    raw = encode_state(VISIT)
    for at in range(len(raw)):
        for bit in range(8):
            changed = bytearray(raw)
            changed[at] ^= 1 << bit
            with suppress(LogError):
                assert encode_state(decode_foreign_state(bytes(changed))) == changed


def test_an_entity_without_fields_is_stored() -> None:
    state = EntityState(ENTITIES[0], "person", None, 1, {})
    assert decode_state(encode_state(state)) == state


@given(
    values=st.dictionaries(st.sampled_from(["a", "bb", "name", "x" * 40]), st.integers(0, 300), min_size=1),
    n=st.integers(1, 70_000),
)
def test_a_plain_state_is_told_from_others_and_has_the_digest_of_its_heads(
    values: dict[str, int], n: int
) -> None:
    one = commit_id(WRITERS[0], n)
    plain = EntityState(
        ENTITIES[0],
        "person",
        None,
        1,
        {name: FieldState((Head(one, value),)) for name, value in values.items()},
    )
    stored = decode_plain(encode_state(plain))
    assert stored is not None
    assert (stored.entity, stored.kind, stored.subject, stored.plain) == (ENTITIES[0], "person", None, values)
    assert plain_digest(stored) == entity_digest(plain)
    later = FieldState((Head(commit_id(WRITERS[1], 1), 1),))
    assert (
        decode_plain(encode_state(EntityState(ENTITIES[0], "person", None, 1, {**plain.fields, "z": later})))
        is None
    )
