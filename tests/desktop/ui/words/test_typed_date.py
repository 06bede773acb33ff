# SPDX-License-Identifier: MIT
"""Days are read as people type them, and a slip of the finger is no day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.words.dates import written_date
from desktop.ui.words.typed_date import stored_date

TODAY = "2026-11-24"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("14.2.1996", "1996-02-14"),
        (" 14.02.1996 ", "1996-02-14"),
        ("14.2.96", "1996-02-14"),
        ("1.3.26", "2026-03-01"),
        ("1.3.27", "1927-03-01"),
        ("140296", "1996-02-14"),
        ("14021996", "1996-02-14"),
        ("1996-02-14", "1996-02-14"),
        ("14/2/1996", "1996-02-14"),
        ("31.2.1996", ""),
        ("14.2.", ""),
        ("14.2.0996", ""),
        ("14.2.2199", ""),
        ("eilen", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_forgivingly(typed: str, stored: str) -> None:
    assert stored_date(typed, TODAY) == stored


@given(st.dates(date(1910, 1, 1), date(2030, 12, 31)))
def test_what_is_written_can_be_typed_back(day: date) -> None:
    assert stored_date(written_date(day), TODAY) == day.isoformat()


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_nothing(typed: str) -> None:
    stored = stored_date(typed, TODAY)
    assert stored == "" or date.fromisoformat(stored)
