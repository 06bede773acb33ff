# SPDX-License-Identifier: MIT
"""Long words break; short ones and what is stored stay as they are."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.words.breaking import breakable

SPACE = "\N{ZERO WIDTH SPACE}"


def test_short_words_stay_as_they_are() -> None:
    assert breakable("Samir Haddad, Itäkeskuksen kirjasto") == "Samir Haddad, Itäkeskuksen kirjasto"


def test_an_address_breaks_at_its_joints() -> None:
    assert breakable("samir.haddad@example.org").split(SPACE) == ["samir.", "haddad@", "example.", "org"]


def test_a_word_without_joints_breaks_anywhere() -> None:
    assert max(len(piece) for piece in breakable("a" * 120).split(SPACE)) == 20


@given(st.text(alphabet="ab.@ -", max_size=80))
def test_nothing_but_places_to_break_is_added(text: str) -> None:
    assert breakable(text).replace(SPACE, "") == text
