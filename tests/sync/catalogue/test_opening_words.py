# SPDX-License-Identifier: MIT
"""Opening hours in words are read when every word of them is understood, and not at all otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.model import Opening
from sync.catalogue.opening_words import openings_in


@pytest.mark.parametrize(
    ("words", "openings"),
    [
        ("ma\u2013pe klo 9\u201316", [(day, "09:00", "16:00") for day in range(1, 6)]),
        (
            "Ma-ke 9.00-15.30, pe 10-14",
            [(day, "09:00", "15:30") for day in (1, 2, 3)] + [(5, "10:00", "14:00")],
        ),
        ("ma ja to 9-11; su suljettu", [(1, "09:00", "11:00"), (4, "09:00", "11:00")]),
        ("ke 9-11 ja 12-16", [(3, "09:00", "11:00"), (3, "12:00", "16:00")]),
        ("må-fre kl 8-16", [(day, "08:00", "16:00") for day in range(1, 6)]),
        ("Mon, Wed: 10-18", [(1, "10:00", "18:00"), (3, "10:00", "18:00")]),
        ("la 20-02", [(6, "20:00", "02:00")]),
    ],
)
def test_common_ways_of_writing_are_read(words: str, openings: list[tuple[int, str, str]]) -> None:
    assert openings_in(words) == tuple(Opening(*one) for one in openings)


@pytest.mark.parametrize(
    "words",
    [
        "ma-pe 9-16, kesällä sovitusti",
        "sopimuksen mukaan",
        "9-16",
        "ma 9-9",
        "ma 9-26",
        "su suljettu",
        "",
        "ma " * 99,
    ],
)
def test_what_is_not_understood_is_not_guessed(words: str) -> None:
    assert openings_in(words) == ()


@given(words=st.text(alphabet="mapetokeli-\u2013,.: 0123456789&ja", max_size=80))
def test_any_words_give_openings_of_a_week(words: str) -> None:
    assert all(1 <= one.weekday <= 7 and one.opens != one.closes for one in openings_in(words))
