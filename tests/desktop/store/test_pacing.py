# SPDX-License-Identifier: MIT
"""Work over many rows rests between slices, and leaves no row out."""

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from desktop.store.pacing import REST_SECONDS, ROWS, SLICE_SECONDS, Pace, in_slices


class Day:
    """Time that passes by what is done in it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.worked = 0.0
        """Since the last rest."""
        self.longest = 0.0
        self.rests = 0

    def work(self, seconds: float) -> None:
        self.now += seconds
        self.worked += seconds
        self.longest = max(self.longest, self.worked)

    def rest(self, seconds: float) -> None:
        self.now += seconds
        self.worked = 0.0
        self.rests += 1


@given(st.lists(st.floats(min_value=0, max_value=0.009), max_size=200))
def test_nobody_waits_longer_than_a_slice_and_one_piece_of_work(pieces: list[float]) -> None:
    day = Day()
    pace = Pace(clock=lambda: day.now, sleep=day.rest)
    for piece in pieces:
        day.work(piece)
        pace.breathe()
    assert day.longest < SLICE_SECONDS + 0.009
    assert day.rests <= sum(pieces) / SLICE_SECONDS
    assert day.now < sum(pieces) + (day.rests + 1) * REST_SECONDS


def test_work_that_is_short_is_not_slowed_down() -> None:
    day = Day()
    pace = Pace(clock=lambda: day.now, sleep=day.rest)
    day.work(SLICE_SECONDS / 2)
    pace.breathe()
    assert day.rests == 0


@given(st.integers(min_value=0, max_value=3 * ROWS + 1))
def test_every_row_comes_once_and_in_order(count: int) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        rows = connection.execute(
            "WITH RECURSIVE n(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n LIMIT ?) SELECT n FROM n",
            (count,),
        )
        assert [n for (n,) in in_slices(rows)] == list(range(count))
    finally:
        connection.close()
