# SPDX-License-Identifier: MIT
"""Identity codes, the signs of 2023 included; all made up (900-999)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.records.hetu import birth_date, is_hetu, mask_hetu, tidy_hetu

_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def _made_up(day: date, sign: str, number: int) -> str:
    digits = f"{day:%d%m%y}{number:03d}"
    return f"{digits[:6]}{sign}{digits[6:]}{_CHECK[int(digits) % 31]}"


_codes = st.builds(
    lambda day, late, early, number: (day, _made_up(day, early if day.year < 2000 else late, number)),
    st.dates(date(1900, 1, 1), date(2026, 12, 31)),
    st.sampled_from("ABCDEF"),
    st.sampled_from("-YXWVU"),
    st.integers(900, 999),
)


@given(_codes)
def test_every_sign_of_both_centuries_is_a_code_and_carries_its_birth_date(made: tuple[date, str]) -> None:
    day, code = made
    assert is_hetu(code, allow_temporary=True)
    assert not is_hetu(code)
    assert birth_date(code) == day


@given(_codes, st.integers(0, 10))
def test_one_wrong_digit_is_no_code(made: tuple[date, str], place: int) -> None:
    code = made[1]
    if code[place].isdigit():
        wrong = code[:place] + str((int(code[place]) + 1) % 10) + code[place + 1 :]
        assert not is_hetu(wrong, allow_temporary=True)


@given(st.text(max_size=14))
def test_no_text_makes_the_check_fail(text: str) -> None:
    is_hetu(text, allow_temporary=True)


def test_the_sign_is_part_of_the_person() -> None:
    assert is_hetu("100190-999P", allow_temporary=True)
    assert is_hetu("100190Y999P", allow_temporary=True)
    assert not is_hetu("100190G999P", allow_temporary=True)


def test_what_is_typed_is_tidied() -> None:
    assert tidy_hetu(" 100190y999p ") == "100190Y999P"
    assert tidy_hetu("100190 \N{EN DASH} 999p") == "100190-999P"
    assert not is_hetu("010190-999p", allow_temporary=True)


@pytest.mark.parametrize(("code", "shown"), [("100190-999P", "100190-••••"), ("100190Y999P", "100190Y••••")])
def test_the_mask_hides_what_makes_it_a_key(code: str, shown: str) -> None:
    assert mask_hetu(code) == shown


def test_a_code_of_the_nineteenth_century_is_read() -> None:
    assert birth_date("010199+999X") == date(1899, 1, 1)
