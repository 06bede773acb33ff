# SPDX-License-Identifier: MIT
"""A name is found whatever keyboard it was typed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.records.search_text import digits, fold, skeleton, words


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Hämäläinen", "hamalainen"),
        ("Sjöholm", "sjoholm"),
        ("Nguyễn Thị Mai", "nguyen thi mai"),
        ("Олександра", "oleksandra"),
        ("  Hassan  ALI ", "hassan ali"),
        ("O\u2019Hara-Åberg", "ohara aberg"),
        ("", ""),
    ],
)
def test_names_fold_to_plain_words(name: str, folded: str) -> None:
    assert fold(name) == folded
    assert words(name) == tuple(folded.split())


@given(st.text(max_size=40))
def test_folding_is_plain_and_stable(text: str) -> None:
    once = fold(text)
    assert once.isascii()
    assert fold(once) == once


@pytest.mark.parametrize(
    ("one", "other"), [("سمير حداد", "Samir Haddad"), ("Самойленко", "Samoilenko"), ("Юлия", "Yulia")]
)
def test_a_name_heard_and_a_name_read_share_their_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_a_part_of_a_number_is_its_digits() -> None:
    assert digits("+358 40 555-0132") == "358405550132"
