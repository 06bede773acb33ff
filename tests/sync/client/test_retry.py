# SPDX-License-Identifier: MIT
"""When to try again: soon, then later, never all at once, never later than five minutes."""

from hypothesis import given
from hypothesis import strategies as st

from sync.client.retry import LONGEST_SECONDS, delay

_random = st.floats(min_value=0, max_value=1, exclude_max=True)


@given(
    st.integers(min_value=0, max_value=10**6), _random, st.none() | st.floats(min_value=-5, max_value=10**6)
)
def test_a_delay_is_never_below_nothing_nor_above_five_minutes(
    attempt: int, randomness: float, retry_after: float | None
) -> None:
    assert 0 <= delay(attempt, randomness, retry_after) <= LONGEST_SECONDS


def test_the_longest_delay_doubles_with_each_failure() -> None:
    assert [round(delay(attempt, 0.9999999)) for attempt in range(1, 6)] == [2, 4, 8, 16, 32]
    assert round(delay(50, 0.9999999)) == 300


def test_full_jitter_spreads_from_nothing() -> None:
    assert delay(9, 0.0) == 0
    assert delay(9, 0.5) == 150


@given(_random)
def test_what_the_hub_asks_for_is_kept(randomness: float) -> None:
    assert delay(1, randomness, 40) >= 40
    assert delay(20, randomness, 1000) >= 240
