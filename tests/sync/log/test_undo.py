# SPDX-License-Identifier: MIT
"""Undo gives back what was replaced, where nobody has written since."""

from log_world import ENTITIES, WRITERS, Replica, commit_id, make_body

from sync.log.commit import CommitId
from sync.log.fold import Write
from sync.log.undo import LeftAlone, Undo, Why, undo

A, B, C = WRITERS
ONE = ENTITIES[0]
FIRST, SECOND, THIRD = commit_id(A, 1), commit_id(B, 1), commit_id(C, 1)


class Card:
    """A card with a history."""

    def __init__(self) -> None:
        self.replica = Replica()

    def write(self, one: CommitId, *, erased: bool = False, **fields: tuple[object, list[CommitId]]) -> None:
        self.replica.know(one)
        values = {name: (None if erased else value, seen) for name, (value, seen) in fields.items()}
        self.replica.fold(Write(one, make_body(ONE, values), erased))

    def undo(self, one: CommitId) -> Undo:
        return undo(one, self.replica.states, self.replica.writes, self.replica.known)


def test_the_value_it_replaced_returns() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []), phone=("1", []))
    card.write(SECOND, name=("Aini", [FIRST]))
    plan = card.undo(SECOND)
    assert [draft.fields for draft in plan.drafts] == [{"name": ("Aino", (SECOND,))}]
    assert not plan.left


def test_where_nothing_was_nothing_stands_again() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []))
    card.write(SECOND, phone=("1", []))
    assert card.undo(SECOND).drafts[0].fields == {"phone": (None, (SECOND,))}


def test_the_writers_own_earlier_value_returns() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []))
    card.write(commit_id(A, 2), name=("Aini", []))
    assert card.undo(commit_id(A, 2)).drafts[0].fields["name"][0] == "Aino"


def test_a_field_that_somebody_changed_since_or_beside_is_left_and_listed() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []), phone=("1", []))
    card.write(SECOND, name=("Aini", [FIRST]), phone=("2", [FIRST]), email=("x", []))
    card.write(THIRD, name=("Aina", [SECOND]), email=("y", []))
    plan = card.undo(SECOND)
    assert [draft.fields for draft in plan.drafts] == [{"phone": ("1", (SECOND,))}]
    assert plan.left == (LeftAlone(ONE, "email", Why.CHANGED), LeftAlone(ONE, "name", Why.CHANGED))


def test_a_settled_conflict_and_an_erased_value_do_not_return() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []))
    card.write(SECOND, name=("Aini", []))
    card.write(commit_id(A, 2), erased=True, phone=("", []))
    card.write(THIRD, name=("Aina", [FIRST, SECOND]), phone=("3", [commit_id(A, 2)]))
    plan = card.undo(THIRD)
    assert not plan.drafts
    assert [(one.field, one.why) for one in plan.left] == [("name", Why.SETTLED), ("phone", Why.ERASED)]


def test_two_equal_values_it_replaced_are_no_conflict() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []))
    card.write(SECOND, name=("Aino", []))
    card.write(THIRD, name=("Aina", [FIRST, SECOND]))
    assert card.undo(THIRD).drafts[0].fields["name"][0] == "Aino"


def test_an_entity_that_it_made_is_deleted() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []))
    assert card.undo(FIRST).drafts[0].fields == {"deleted": ([list(FIRST)], ())}


def test_a_commit_is_found_by_its_origin_too() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []))
    card.replica.fold(Write(SECOND, make_body(ONE, {"name": ("Aini", [FIRST])}, origin=commit_id(C, 9))))
    card.replica.know(SECOND)
    assert card.undo(commit_id(C, 9)).drafts[0].fields["name"][0] == "Aino"


def test_a_commit_that_is_not_here_undoes_nothing() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []))
    assert card.undo(THIRD) == Undo((), ())
    assert undo(FIRST, {}, card.replica.writes, card.replica.known) == Undo((), ())


def test_an_erased_save_gives_back_nothing_that_it_had_replaced() -> None:
    card = Card()
    card.write(FIRST, name=("Aino", []))
    card.write(SECOND, erased=True, name=("Aini", [FIRST]))
    plan = card.undo(SECOND)
    assert (plan.drafts, plan.left) == ((), (LeftAlone(ONE, "name", Why.ERASED),))
