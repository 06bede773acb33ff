# SPDX-License-Identifier: MIT
"""Two versions of a long text in one: what one changed is taken, what both changed stands twice, nothing is lost."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.text_merge import Merged, Piece, merge

WORDS = st.lists(
    st.sampled_from(["Samir", "soitti", "kurssi", "huomenna.", "\nSovittu:", "ei", "CV"]), max_size=25
)
TEXTS = WORDS.map(" ".join)


def words(text: str) -> Counter[str]:
    return Counter(text.split())


def said(merged: Merged) -> Counter[str]:
    """Every word of the merge, those of a disputed place from both sides."""
    every = " ".join(f"{piece.text} {piece.other or ''}" for piece in merged.pieces)
    return words(every)


def test_each_ones_own_change_is_taken() -> None:
    base = "Samir soittaa oppilaitokseen. Tavataan maanantaina."
    mine = "Samir soittaa oppilaitokseen perjantaina. Tavataan maanantaina."
    theirs = "Samir soittaa oppilaitokseen. Tavataan tiistaina."
    merged = merge(base, mine, theirs)
    assert merged.text == "Samir soittaa oppilaitokseen perjantaina. Tavataan tiistaina."
    assert merged.overlaps == 0


def test_two_paragraphs_written_at_the_end_both_stay_and_are_marked() -> None:
    merged = merge("Alku.", "Alku.\nAino: CV valmis.", "Alku.\nCelia: soitin.")
    assert merged.text == "Alku.[[\nAino: CV valmis.||\nCelia: soitin.]]"
    assert merged.overlaps == 1


def test_the_same_change_by_both_stands_once() -> None:
    merged = merge("Tavataan maanantaina.", "Tavataan tiistaina.", "Tavataan tiistaina.")
    assert merged == Merged((Piece("Tavataan"), Piece(" tiistaina.")))


def test_taking_a_sentence_out_beside_a_change_elsewhere_takes_it_out() -> None:
    assert (
        merge("Yksi. Kaksi. Kolme.", "Yksi. Kolme.", "Yksi. Kaksi. Neljä.").text
        == "Yksi.[[ Kolme.|| Kaksi. Neljä.]]"
    )
    assert merge("A B C D E", "A C D E", "A B C D F").text == "A C D F"


def test_without_a_common_past_both_texts_stand_whole() -> None:
    assert merge("", "Aino kirjasi.", "Celia kirjasi.").pieces == (Piece("Aino kirjasi.", "Celia kirjasi."),)


@given(TEXTS, TEXTS)
def test_with_one_side_unchanged_the_other_stands(base: str, other: str) -> None:
    assert merge(base, base, other).text == other
    assert merge(base, other, base).text == other
    assert merge(base, other, other).text == other


@given(TEXTS, TEXTS, TEXTS)
def test_whose_version_is_named_first_makes_no_difference_but_to_the_order_in_a_disputed_place(
    base: str, one: str, other: str
) -> None:
    turned = tuple(
        piece if piece.other is None else Piece(piece.other, piece.text)
        for piece in merge(base, other, one).pieces
    )
    assert merge(base, one, other).pieces == turned


@given(TEXTS, TEXTS, TEXTS)
def test_no_word_that_either_wrote_anew_is_lost(base: str, one: str, other: str) -> None:
    merged = said(merge(base, one, other))
    for version in (one, other):
        fresh = {word: count for word, count in words(version).items() if word not in words(base)}
        assert all(merged[word] >= count for word, count in fresh.items())


@given(WORDS, st.integers(0, 24), st.integers(0, 24))
def test_changes_far_from_each_other_are_both_in_the_text(tokens: list[str], first: int, second: int) -> None:
    tokens = [f"{word}{place}" for place, word in enumerate(tokens)]
    first, second = sorted((first, second))
    if second >= len(tokens) or second - first < 2:  # beside each other they are one place
        return
    one, other = list(tokens), list(tokens)
    one[first], other[second] = "AINO", "CELIA"
    expected = list(one)
    expected[second] = "CELIA"
    merged = merge(" ".join(tokens), " ".join(one), " ".join(other))
    assert merged.text == " ".join(expected)
