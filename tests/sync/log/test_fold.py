# SPDX-License-Identifier: MIT
"""The rules of the fold, one by one."""

import pytest
from log_world import CARRIER, ENTITIES, WRITERS, KnownIds, Replica, commit_id, make_body

from sync.log.commit import CommitId
from sync.log.errors import WrongEntity
from sync.log.fold import Write, apply, heads_seen, learn, pending
from sync.log.join import join
from sync.log.pure import fold
from sync.log.state import EntityState, FieldState, Head

A, B, C = WRITERS
ONE = ENTITIES[0]


def _write(one: CommitId, value: object, *seen: CommitId, origin: CommitId | None = None) -> Write:
    return Write(one, make_body(ONE, {"name": (value, seen)}, origin=origin))


def _name(replica: Replica) -> FieldState:
    assert replica.states == replica.reference()
    return replica.states[ONE].fields["name"]


def _values(replica: Replica) -> list[object]:
    return [head.value for head in _name(replica).heads]


def _fold(*writes: Write) -> Replica:
    replica = Replica(KnownIds(write.id for write in writes))
    for write in writes:
        replica.fold(write)
    return replica


def test_two_who_did_not_see_each_other_both_stand() -> None:
    replica = _fold(_write(commit_id(A, 1), "Aino"), _write(commit_id(B, 1), "Aini"))
    assert _values(replica) == ["Aino", "Aini"]


def test_a_write_that_saw_both_settles_it() -> None:
    first, second = commit_id(A, 1), commit_id(B, 1)
    replica = _fold(
        _write(first, "Aino"), _write(second, "Aini"), _write(commit_id(C, 1), "x", first, second)
    )
    assert _values(replica) == ["x"]
    assert _name(replica).context == {A: 1, B: 1}


def test_a_writers_later_write_covers_its_own_earlier_one_unsaid_also_when_it_comes_first() -> None:
    replica = _fold(_write(commit_id(A, 4), "new"), _write(commit_id(A, 2), "old"))
    assert _values(replica) == ["new"]
    assert _name(replica).context == {}


def test_a_seen_id_counts_once_that_very_commit_is_known() -> None:
    first, second = commit_id(A, 1), commit_id(B, 1)
    replica = Replica(KnownIds([second]))
    replica.fold(_write(second, "B's", first))
    assert _name(replica).pending == (first,)
    assert pending(replica.states[ONE]) == {first}
    replica.fold(_write(first, "A's"))
    assert _values(replica) == ["A's", "B's"]
    replica.know(first)
    assert _values(replica) == ["B's"]
    assert not pending(replica.states[ONE])


def test_an_id_with_another_mark_never_counts() -> None:
    forged = CommitId(A, 1, b"forged!!")
    replica = _fold(_write(commit_id(A, 1), "A's"), _write(commit_id(B, 1), "sabotage", forged))
    assert _values(replica) == ["A's", "sabotage"]
    assert _name(replica).pending == (forged,)


def test_a_named_id_covers_its_writers_earlier_writes_but_no_later_ones() -> None:
    named = commit_id(A, 2)
    replica = _fold(
        _write(commit_id(B, 1), "B's", named), _write(commit_id(A, 1), "one"), _write(named, "two"),
        _write(commit_id(A, 3), "three"),
    )  # fmt: skip
    assert _values(replica) == ["three", "B's"]


def test_learning_an_older_id_lowers_nothing_and_an_id_nobody_waits_for_changes_nothing() -> None:
    old, new = commit_id(A, 1), commit_id(A, 5)
    replica = Replica(KnownIds([new]))
    replica.fold(_write(commit_id(B, 1), "x", old))
    replica.fold(_write(commit_id(B, 2), "y", new))
    replica.know(old)
    assert _name(replica).context == {A: 5}
    state = replica.states[ONE]
    assert learn(state, commit_id(C, 9)) is state


def test_a_write_folded_again_after_its_named_id_became_known_waits_no_longer() -> None:
    first, second = commit_id(A, 1), commit_id(B, 1)
    known = KnownIds([second])
    state = apply(None, _write(second, "B's", first), known)
    known.add(first)
    again = apply(state, _write(second, "B's", first), known)
    assert again.fields["name"].pending == ()
    assert again.fields["name"].context == {A: 1}


def test_an_erased_write_stays_erased_when_the_original_comes_again() -> None:
    write = _write(commit_id(A, 1), "secret")
    erased = Write(write.id, make_body(ONE, {"name": (None, [])}), erased=True)
    for order in ([erased, write], [write, erased], [write, erased, write, erased]):
        assert _name(_fold(*order)).heads == (Head(write.id, None, erased=True),)


def test_an_erased_write_still_covers_what_it_had_replaced() -> None:
    first, second = commit_id(A, 1), commit_id(B, 1)
    replica = _fold(
        _write(first, "old"), Write(second, make_body(ONE, {"name": (None, [first])}), erased=True)
    )
    assert [(head.id, head.erased) for head in _name(replica).heads] == [(second, True)]


def test_two_heads_carried_by_one_writer_both_stand() -> None:
    old = [commit_id(A, 70, "old"), commit_id(B, 3, "old")]
    carried = [_write(commit_id(CARRIER, n), f"v{n}", origin=old[n - 1]) for n in (1, 2)]
    assert _values(_fold(*carried)) == ["v1", "v2"]
    assert _values(_fold(*carried, _write(commit_id(A, 1), "late", old[0]))) == ["late", "v2"]


def test_a_carried_write_is_covered_by_its_origin_in_any_order() -> None:
    old = commit_id(A, 70, "old")
    carried = _write(commit_id(CARRIER, 1), "carried", origin=old)
    naming = _write(commit_id(B, 1), "later", old)
    assert _values(_fold(carried, naming)) == _values(_fold(naming, carried, carried)) == ["later"]


def test_a_commit_signed_again_is_covered_with_its_original() -> None:
    original = commit_id(A, 1)
    again = _write(commit_id(C, 1), "same", origin=original)
    replica = Replica(KnownIds([again.id]))
    replica.fold(again)
    assert pending(replica.states[ONE]) == {original}
    replica.know(original)
    replica.fold(_write(original, "same"))
    assert len(_name(replica).heads) == 2
    replica.fold(_write(commit_id(B, 1), "settled", original))
    assert _values(replica) == ["settled"]
    replica.fold(again)
    assert _values(replica) == ["settled"]


def test_a_carried_write_folded_again_keeps_knowing_its_origin() -> None:
    original = commit_id(A, 1)
    again = _write(commit_id(C, 1), "same", origin=original)
    state = apply(None, again, KnownIds([original]))
    twice = apply(state, again, KnownIds())
    assert twice.fields["name"].heads[0].here


def test_a_write_of_another_entity_is_our_own_bug() -> None:
    state = apply(None, _write(commit_id(A, 1), "x"), KnownIds())
    other = Write(commit_id(A, 2), make_body(ENTITIES[1], {"name": ("y", [])}))
    with pytest.raises(WrongEntity):
        apply(state, other, KnownIds())
    with pytest.raises(WrongEntity):
        join(state, apply(None, other, KnownIds()))


def test_kind_and_subject_are_agreed_on_in_any_order_and_the_schema_is_the_latest() -> None:
    writes = [
        Write(commit_id(A, 1), make_body(ONE, {"a": (1, [])}, kind="person", subject=ONE, schema=2)),
        Write(commit_id(B, 1), make_body(ONE, {"b": (1, [])}, kind="note", subject=None, schema=1)),
    ]
    states: list[EntityState] = [_fold(*order).states[ONE] for order in (writes, writes[::-1])]
    assert states[0] == states[1] == fold(writes, KnownIds())[ONE]
    assert (states[0].kind, states[0].subject, states[0].schema) == ("note", None, 2)


def test_unknown_fields_are_kept() -> None:
    replica = _fold(Write(commit_id(A, 1), make_body(ONE, {"from the future": ({"x": [1]}, [])})))
    assert replica.states[ONE].fields["from the future"].heads[0].value == {"x": [1]}


def test_an_author_names_one_id_a_writer_and_may_leave_out_its_own() -> None:
    old = [commit_id(A, 70, "old"), commit_id(B, 3, "old")]
    replica = _fold(
        _write(commit_id(CARRIER, 1), "x", origin=old[0]), _write(commit_id(CARRIER, 2), "y", origin=old[1]),
        _write(commit_id(A, 1), "z"),
    )  # fmt: skip
    state = replica.states[ONE]
    assert heads_seen(state, ["name", "new"]) == {
        "name": (commit_id(A, 1), commit_id(CARRIER, 2)),
        "new": (),
    }
    assert heads_seen(state, ["name"], own=A) == {"name": (commit_id(CARRIER, 2),)}
    assert heads_seen(None, ["name"]) == {"name": ()}


def test_an_id_that_becomes_known_is_learnt_in_every_field_that_waits() -> None:
    first, second = commit_id(A, 1), commit_id(B, 1)
    replica = Replica(KnownIds([second]))
    replica.fold(Write(second, make_body(ONE, {name: ("x", [first]) for name in ("name", "phone", "email")})))
    replica.know(first)
    assert all(field.context == {A: 1} for field in replica.states[ONE].fields.values())
    assert replica.states == replica.reference()


@pytest.mark.parametrize("turned", [False, True])
def test_the_join_keeps_the_greater_context(turned: bool) -> None:  # noqa: FBT001 - a parameter of the test
    low, high = commit_id(A, 1), commit_id(A, 5)
    known = KnownIds([low, high])
    halves = [
        apply(None, _write(commit_id(B, 1), "x", low), known),
        apply(None, _write(commit_id(C, 1), "y", high), known),
    ]
    joined = join(*(halves[::-1] if turned else halves))
    assert joined.fields["name"].context == {A: 5}
