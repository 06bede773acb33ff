# SPDX-License-Identifier: MIT
"""What stood before each author's eyes: who settled what, and where two values come from."""

from log_world import CARRIER, ENTITIES, WRITERS, commit_id, make_body

from sync.log.commit import CommitId
from sync.log.fold import Write
from sync.log.lineage import Lineage

A, B, C = WRITERS
FIRST, SECOND, THIRD = commit_id(A, 1), commit_id(B, 1), commit_id(C, 1)
LATER = commit_id(A, 2)


def write(
    one: CommitId, value: str, *seen: CommitId, origin: CommitId | None = None, erased: bool = False
) -> Write:
    return Write(one, make_body(ENTITIES[0], {"phone": (value, seen)}, origin=origin), erased)


def lineage(*writes: Write) -> Lineage:
    return Lineage(writes, "phone")


def test_who_wrote_having_seen_both_values_has_settled_them() -> None:
    told = lineage(
        write(FIRST, "1"), write(SECOND, "2", FIRST), write(THIRD, "3", FIRST),
        write(LATER, "2", SECOND, THIRD),
    )  # fmt: skip
    assert told.settled(LATER) == (SECOND, THIRD)
    assert told.before(SECOND) == (FIRST,)


def test_ones_own_value_is_settled_with_a_colleagues_though_it_goes_unsaid() -> None:
    told = lineage(write(FIRST, "1"), write(SECOND, "2"), write(LATER, "2", SECOND))
    assert told.settled(LATER) == (FIRST, SECOND)


def test_an_ordinary_change_settles_nothing() -> None:
    told = lineage(write(FIRST, "1"), write(SECOND, "2", FIRST), write(LATER, "3", SECOND))
    assert told.settled(FIRST) == ()
    assert told.settled(SECOND) == ()
    assert told.settled(LATER) == ()


def test_two_that_said_the_same_were_no_question() -> None:
    told = lineage(write(FIRST, "1"), write(SECOND, "1"), write(LATER, "2", SECOND))
    assert told.before(LATER) == (FIRST, SECOND)
    assert told.settled(LATER) == ()


def test_an_erased_value_is_told_as_erased_and_counts_as_no_value() -> None:
    told = lineage(write(FIRST, "1"), write(SECOND, "2", erased=True), write(LATER, "3", SECOND))
    assert told.settled(LATER) == ()
    assert told.erased(SECOND)
    assert told.value(SECOND) is None
    assert told.value(FIRST) == "1"


def test_the_base_of_two_values_is_the_last_that_both_had_seen() -> None:
    told = lineage(write(FIRST, "1"), write(LATER, "2"), write(SECOND, "3", LATER), write(THIRD, "4", LATER))
    assert told.base((SECOND, THIRD)) == LATER


def test_values_with_nothing_in_common_have_no_base() -> None:
    told = lineage(write(FIRST, "1"), write(SECOND, "2"))
    assert told.base((FIRST, SECOND)) is None
    assert told.base(()) is None
    assert told.base((THIRD,)) is None


def test_a_seen_id_of_another_chain_says_nothing() -> None:
    forked = commit_id(A, 1, "another")
    told = lineage(write(FIRST, "1"), write(SECOND, "2", forked))
    assert told.before(SECOND) == ()


def test_a_seen_id_that_wrote_another_field_covers_what_its_writer_wrote_before_it() -> None:
    told = lineage(write(FIRST, "1"), write(SECOND, "2", commit_id(A, 5)))
    assert told.before(SECOND) == (FIRST,)


def test_a_carried_write_says_nothing_of_its_carriers_own() -> None:
    told = lineage(
        write(commit_id(CARRIER, 1), "1", origin=FIRST), write(commit_id(CARRIER, 2), "2", origin=SECOND)
    )
    assert told.past(commit_id(CARRIER, 2)) == frozenset()
    assert told.past(THIRD) == frozenset()


def test_writes_to_other_fields_are_none_of_its_business() -> None:
    other = Write(SECOND, make_body(ENTITIES[0], {"name": ("Aino", [])}))
    assert lineage(write(FIRST, "1"), other).ids() == (FIRST,)
