# SPDX-License-Identifier: MIT
"""Dates and times read as people in Helsinki write them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.words.dates import (
    near_day,
    near_moment,
    written_count,
    written_date,
    written_day,
    written_time,
)
from desktop.ui.words.language import Language

NOW = datetime(2026, 11, 24, 14, 27)  # noqa: DTZ001 - already in the laptop's zone
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("language", "time", "day", "today", "yesterday"),
    [
        (Language.FINNISH, "14.27", "ti 24.11.2026", "tänään", "eilen"),
        (Language.SWEDISH, "14.27", "ti 24.11.2026", "i dag", "i går"),
        (Language.ENGLISH, "14:27", "Tue 24.11.2026", "today", "yesterday"),
    ],
)
def test_each_language_has_its_own_words(
    language: Language, time: str, day: str, today: str, yesterday: str
) -> None:
    assert written_time(NOW, language) == time
    assert written_day(TODAY, language) == day
    assert near_day(TODAY, TODAY, language) == today
    assert near_day(TODAY - timedelta(days=1), TODAY, language) == yesterday


@pytest.mark.parametrize(
    ("back", "words"), [(4, "pe 20.11."), (6, "ke 18.11."), (7, "17.11."), (18, "6.11."), (400, "20.10.2025")]
)
def test_a_day_is_as_short_as_it_stays_clear(back: int, words: str) -> None:
    assert near_day(TODAY - timedelta(days=back), TODAY, Language.FINNISH) == words


def test_moments_carry_the_time_only_within_a_week() -> None:
    assert near_moment(NOW - timedelta(minutes=6), NOW, Language.FINNISH) == "14.21"
    assert near_moment(NOW - timedelta(days=1), NOW, Language.FINNISH) == "eilen 14.27"
    assert near_moment(NOW - timedelta(days=30), NOW, Language.FINNISH) == "25.10."


def test_figures_have_their_thousands_apart() -> None:
    assert written_count(1284, Language.FINNISH) == "1\N{NO-BREAK SPACE}284"
    assert written_count(1284, Language.ENGLISH) == "1,284"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_written_date_is_read_back(day: date) -> None:
    parts = [int(part) for part in written_date(day).split(".")]
    assert date(parts[2], parts[1], parts[0]) == day


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1)), st.sampled_from(list(Language)))
def test_two_days_close_by_never_read_the_same(day: date, language: Language) -> None:
    around = [day + timedelta(days=away) for away in range(-20, 21)]
    assert len({near_day(each, day, language) for each in around}) == len(around)
