# SPDX-License-Identifier: MIT
"""Opening hours are read as people type them, and what is written can be read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.editing.typed_hours import read_spans, write_spans
from desktop.ui.words.language import Language

TIMES = st.builds(lambda hour, minute: f"{hour:02}:{minute:02}", st.integers(0, 23), st.integers(0, 59))


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("", []),
        ("9-15", [("09:00", "15:00")]),
        ("9.00 - 15.30", [("09:00", "15:30")]),
        ("9:00\N{EN DASH}15:30", [("09:00", "15:30")]),
        ("8-12, 13-16.15", [("08:00", "12:00"), ("13:00", "16:15")]),
        ("22-24", [("22:00", "24:00")]),
        ("18-2", [("18:00", "02:00")]),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, spans: list[tuple[str, str]]) -> None:
    assert read_spans(typed) == spans


@pytest.mark.parametrize("typed", ["kiinni", "9", "25-26", "9.60-10", "24.30-25", "9-15 ja 16-17"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    assert read_spans(typed) is None


@pytest.mark.parametrize("language", list(Language))
@given(spans=st.lists(st.tuples(TIMES, TIMES), max_size=4))
def test_whatever_is_shown_can_be_read_again(language: Language, spans: list[tuple[str, str]]) -> None:
    assert read_spans(write_spans(spans, language)) == spans


@given(typed=st.text(max_size=40))
def test_no_text_breaks_the_reading(typed: str) -> None:
    spans = read_spans(typed)
    assert spans is None or all(len(opens) == len(closes) == 5 for opens, closes in spans)
