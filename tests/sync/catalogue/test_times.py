# SPDX-License-Identifier: MIT
"""Days and times as directories write them, in Helsinki's time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.times import day_of, time_of, weekday_of, weekdays_between


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-24", "2026-11-24"),
        ("2026-05-31T21:00:00Z", "2026-06-01"),
        ("2026-12-23T22:00:00+00:00", "2026-12-24"),
        ("2026-12-23T22:00:00", "2026-12-23"),
        ("2026-03-31T21:30:00.1234567Z", "2026-04-01"),
        ("24.11.2026", "2026-11-24"),
        (1_700_000_000, "2023-11-15"),
        ("1700000000", "2023-11-15"),
        ("2026-02-30", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("9999-12-31T23:59:59Z", ""),
        ("huomenna", ""),
        (True, ""),
        (10**30, ""),
        (None, ""),
        ([], ""),
    ],
)
def test_a_day_is_one_of_helsinki(said: object, day: str) -> None:
    assert day_of(said) == day


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("9", "09:00"),
        ("9.30", "09:30"),
        ("09:30:00", "09:30"),
        ("2026-01-01 09:00:00.000000", "09:00"),
        ("2026-01-01T09:00:00+02:00", "09:00"),
        ("24:00", "00:00"),
        ("25:00", ""),
        ("9:75", ""),
        ("illalla", ""),
        (9, ""),
    ],
)
def test_a_time_has_two_and_two_digits(said: object, time: str) -> None:
    assert time_of(said) == time


def test_weekdays_have_names_in_three_languages() -> None:
    assert [weekday_of(one) for one in ("Maanantai", "ti", "ons", "Thursday", "pe.", "lördag", "su")] == [
        *range(1, 8)
    ]
    assert weekday_of("juhannus") == weekday_of(None) == 0
    assert weekdays_between(5, 1) == (5, 6, 7, 1)
    assert weekdays_between(3, 3) == (3,)


@given(said=st.text(max_size=60) | st.integers() | st.none())
def test_any_value_is_a_day_and_a_time_or_none(said: object) -> None:
    assert len(day_of(said)) in {0, 10}
    assert len(time_of(said)) in {0, 5}
