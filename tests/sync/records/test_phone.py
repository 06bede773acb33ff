# SPDX-License-Identifier: MIT
"""Phone numbers have one stored form; what is no number is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.records.phone import is_phone, show_phone, tidy_phone


@pytest.mark.parametrize(
    ("said", "stored", "shown"),
    [
        ("040 555 0132", "+358405550132", "040 5550132"),
        ("+358 (0)40-5550132", "+358405550132", "040 5550132"),
        ("00358405550132", "+358405550132", "040 5550132"),
        ("+46 70 123 45 67", "+46701234567", "+46 70 123 45 67"),
        ("  sisaren   numero ", "sisaren numero", "sisaren numero"),
        ("12", "12", "12"),
        ("", "", ""),
    ],
)
def test_a_number_is_stored_once_and_shown_as_people_write_it(said: str, stored: str, shown: str) -> None:
    assert tidy_phone(said) == stored
    assert show_phone(stored) == shown
    assert is_phone(said) == stored.startswith("+")


@given(st.text(max_size=30))
def test_tidying_twice_changes_nothing_more(said: str) -> None:
    assert tidy_phone(tidy_phone(said)) == tidy_phone(said)
