# SPDX-License-Identifier: MIT
"""Passphrases: one form for one text, long enough, a hint, and the generator's words."""

import random
import re
import secrets
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.vault.errors import PassphraseTooWeak
from desktop.vault.passphrase import (
    Strength,
    demand_strong_enough,
    generate,
    normalised,
    strength,
    words_from,
)

WORDS = Path(__file__).parents[3] / "resources" / "words" / "fi.txt"


@settings(deadline=None)
@given(st.text())
def test_composed_and_decomposed_typing_give_the_same_bytes(text: str) -> None:
    assert normalised(unicodedata.normalize("NFD", text)) == normalised(text)


def test_a_broken_input_method_is_no_crash() -> None:
    assert normalised("ä\ud800") == b"\xc3\xa4\xed\xa0\x80"


@pytest.mark.parametrize(
    "passphrase",
    ["", "kissa", "kissa koira", "lyhyt1234567!", "aaaaaaaaaaaaaaaaaaaa", "a b c d e", "abcabcabcabcabcabc"],
)
def test_short_or_monotonous_passphrases_are_refused(passphrase: str) -> None:
    assert strength(passphrase) is Strength.TOO_SHORT
    with pytest.raises(PassphraseTooWeak):
        demand_strong_enough(passphrase)


@pytest.mark.parametrize(
    ("passphrase", "hint"),
    [
        ("neljätoista me", Strength.FAIR),
        ("kissa koira talo meri puu", Strength.GOOD),
        ("kissa-koira-talo-meri-puu", Strength.GOOD),
        ("yli kolmekymmentä merkkiä pitkä", Strength.STRONG),
        ("kissa koira talo meri puu ilta", Strength.STRONG),
        ("aita eka iho osa uni", Strength.GOOD),
    ],
)
def test_fourteen_characters_or_five_words_are_enough_and_more_is_better(
    passphrase: str, hint: Strength
) -> None:
    demand_strong_enough(passphrase)
    assert strength(passphrase) is hint


def test_the_same_word_five_times_counts_once() -> None:
    assert strength("kala kala kala kala kala") < Strength.STRONG
    assert strength("iho iho iho") is Strength.TOO_SHORT


def test_the_finnish_list_is_long_plain_and_without_doubles() -> None:
    words = words_from(WORDS.read_text(encoding="utf-8"))
    assert len(words) >= 2048
    assert len(set(words)) == len(words)
    assert all(re.fullmatch("[a-zäö]{3,9}", word) for word in words)
    assert list(words) == sorted(words)


def test_a_short_list_or_a_double_is_refused() -> None:
    many = [f"sana{number}" for number in range(2048)]
    assert len(words_from("# heading\n" + "\n".join(many))) == 2048
    with pytest.raises(ValueError, match="list"):
        words_from("\n".join(many[1:]))
    with pytest.raises(ValueError, match="list"):
        words_from("\n".join([*many, "sana7"]))


def test_generated_phrases_have_five_different_words_and_are_always_accepted() -> None:
    words = words_from(WORDS.read_text(encoding="utf-8"))
    phrases = {generate(words, choose=secrets.choice) for _ in range(200)}
    assert len(phrases) == 200
    for phrase in phrases:
        assert len(set(phrase.split())) == 5
        assert strength(phrase) >= Strength.GOOD


def test_a_word_drawn_twice_is_drawn_again() -> None:
    phrase = generate(("yksi", "kaksi", "kolme"), choose=random.Random(1).choice, count=3)
    assert sorted(phrase.split()) == ["kaksi", "kolme", "yksi"]
