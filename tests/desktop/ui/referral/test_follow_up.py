# SPDX-License-Identifier: MIT
"""The day of a follow-up is read as people type it, and is never a day that has gone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.referral.follow_up import coming_day, preset_day
from desktop.ui.words.dates import written_date

TODAY = date(2026, 11, 24)
COMING = st.integers(0, 700).map(lambda days: TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24.11.2026", "2026-11-24"),
        ("8.12.", "2026-12-08"),
        ("8.12", "2026-12-08"),
        ("8/1", "2027-01-08"),
        ("8.1.27", "2027-01-08"),
        ("+1", "2026-11-25"),
        (" +14 ", "2026-12-08"),
        ("2026-12-08", "2026-12-08"),
        ("23.11.2026", ""),
        ("23.11.26", ""),
        ("23.11.", "2027-11-23"),
        ("31.2.", ""),
        ("1.1.2031", ""),
        ("+900", ""),
        ("ensi viikolla", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_forgivingly(typed: str, day: str) -> None:
    assert coming_day(typed, TODAY) == day


@given(COMING)
def test_every_coming_day_that_is_shown_is_read_back(day: date) -> None:
    assert coming_day(written_date(day), TODAY) == day.isoformat()
    assert coming_day(f"+{(day - TODAY).days}", TODAY) == day.isoformat()


@given(st.text(max_size=12))
def test_whatever_is_typed_the_day_is_today_or_later(typed: str) -> None:
    found = coming_day(typed, TODAY)
    assert not found or date.fromisoformat(found) >= TODAY


@given(st.dates(date(2020, 1, 1), date(2099, 1, 1)))
def test_the_preset_is_two_weeks_away(today: date) -> None:
    assert date.fromisoformat(coming_day(preset_day(today), today)) - today == timedelta(days=14)
