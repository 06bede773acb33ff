# SPDX-License-Identifier: MIT
"""The order of steps and the days of a path: moving writes little, months end where a month ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.path_days import days_left, is_stalled, late_days
from desktop.notebook.path_order import GAP, HIGHEST, in_order, last_rank, moved
from sync.records.follow_ups import day_of, months_after, next_question
from sync.records.ids import EntityId

TODAY = date(2026, 6, 1)
RANKS = st.lists(st.integers(0, HIGHEST), min_size=1, max_size=12).map(
    lambda ranks: {EntityId(bytes(15) + bytes([at])): rank for at, rank in enumerate(ranks)}
)


def order(ranks: dict[EntityId, int]) -> list[EntityId]:
    return [step for _, step in in_order(ranks)]


@given(ranks=RANKS, place=st.integers(0, 11), earlier=st.booleans())
def test_a_step_changes_places_with_its_neighbour_and_no_other_does(
    ranks: dict[EntityId, int], place: int, *, earlier: bool
) -> None:
    before = order(ranks)
    place %= len(before)
    target = place - 1 if earlier else place + 1
    new = moved(ranks, before[place], earlier=earlier)
    if not 0 <= target < len(before):
        assert new == {}
        return
    wanted = list(before)
    wanted[place], wanted[target] = wanted[target], wanted[place]
    assert order(ranks | new) == wanted
    assert all(0 <= rank <= HIGHEST for rank in new.values())
    assert all(ranks[step] != rank for step, rank in new.items())


def test_where_there_is_room_one_number_is_written() -> None:
    steps = [EntityId(bytes(15) + bytes([at])) for at in range(4)]
    ranks = {step: (at + 1) * GAP for at, step in enumerate(steps)}
    for place, earlier in ((3, True), (0, False), (1, True), (2, False)):
        assert list(moved(ranks, steps[place], earlier=earlier)) == [steps[place]]
    assert moved(ranks, EntityId(b"somebody else's."), earlier=True) == {}


def test_a_new_step_comes_last_and_never_beyond_the_highest_number() -> None:
    assert last_rank({}) == GAP
    assert last_rank({EntityId(bytes(16)): HIGHEST - 1}) == HIGHEST


@given(day=st.dates(date(2000, 1, 1), date(2090, 1, 1)), months=st.sampled_from([3, 6, 12]))
def test_some_months_later_is_the_same_day_or_the_months_last(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later.replace(day=28) > later.replace(day=1) and later.day >= 28)


@pytest.mark.parametrize(
    ("values", "question"),
    [
        ({"day": "2026-01-31"}, (3, date(2026, 4, 30))),
        ({"day": "2026-01-31", "after_3": "still"}, (6, date(2026, 7, 31))),
        ({"day": "2026-01-31", "after_3": "still", "after_6": "ended"}, (12, date(2027, 1, 31))),
        ({"day": "2026-01-31", "after_3": "still", "after_6": "ended", "after_12": "ended"}, None),
        ({"day": "spring"}, None),
        ({}, None),
    ],
)
def test_the_next_question_is_the_first_without_an_answer(
    values: dict[str, str], question: tuple[int, date] | None
) -> None:
    assert next_question(values) == question


def test_what_is_no_day_is_never_late_and_never_ends() -> None:
    assert day_of("spring") is None
    assert late_days("spring", "open", TODAY) == 0
    assert not is_stalled("spring", "open", TODAY)
    assert is_stalled("", "stalled", TODAY)
    assert days_left("", TODAY) is None
    assert days_left("2026-05-30", TODAY) == -2
