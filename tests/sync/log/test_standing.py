# SPDX-License-Identifier: MIT
"""How a body of a commit stands, and what it may do then."""

import pytest

from sync.log.standing import Ruling, Standing, acts, after_revocation, is_folded, standing

QUARANTINE = Ruling(5, None)


@pytest.mark.parametrize(
    ("number", "rulings", "has_body", "folds", "expected"),
    [
        (None, [], True, True, Standing.PROVISIONAL),
        (3, [], True, True, Standing.EFFECTIVE),
        (3, [QUARANTINE], True, True, Standing.QUARANTINED),
        (3, [Ruling(6, True), QUARANTINE], True, True, Standing.RELEASED),
        (3, [QUARANTINE, Ruling(6, False)], True, True, Standing.REFUSED),
        (3, [QUARANTINE, Ruling(6, True), Ruling(7, None)], True, True, Standing.QUARANTINED),
        (3, [QUARANTINE, Ruling(6, True)], False, True, Standing.STRIPPED),
        (3, [], False, True, Standing.STRIPPED),
        (3, [], True, False, Standing.PARKED),
        (None, [], True, False, Standing.PARKED),
    ],
)
def test_a_body_stands_as_what_is_known_of_it_says(
    number: int | None, rulings: list[Ruling], *, has_body: bool, folds: bool, expected: Standing
) -> None:
    assert standing(number=number, rulings=rulings, has_body=has_body, folds=folds) is expected


def test_provisional_effective_and_released_bodies_are_folded() -> None:
    folded = {its for its in Standing if is_folded(its)}
    assert folded == {Standing.PROVISIONAL, Standing.EFFECTIVE, Standing.RELEASED}


@pytest.mark.parametrize("kind", ["review", "merge", "grant", "erasure", "move"])
def test_a_provisional_review_merge_grant_erasure_or_move_does_nothing(kind: str) -> None:
    assert not acts(Standing.PROVISIONAL, kind)
    assert acts(Standing.EFFECTIVE, kind)
    assert acts(Standing.RELEASED, kind)
    assert not acts(Standing.QUARANTINED, kind)


def test_a_provisional_visit_is_shown_like_any_other() -> None:
    assert acts(Standing.PROVISIONAL, "visit")


def test_what_a_writer_wrote_after_being_revoked_is_quarantined() -> None:
    assert after_revocation(8, 7)
    assert not after_revocation(7, 7)
    assert not after_revocation(8, None)


def test_an_unknown_kind_parks_its_body_and_not_the_commit() -> None:
    kinds = ("visit", "from the future")
    stand = [standing(number=3, folds=kind == "visit") for kind in kinds]
    assert stand == [Standing.EFFECTIVE, Standing.PARKED]
