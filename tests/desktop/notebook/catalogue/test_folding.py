# SPDX-License-Identifier: MIT
"""Texts are cut as names are: remembered words change nothing but the time it takes."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.catalogue.folding import Folding
from sync.records.search_text import words

FOLDING = Folding()


@given(st.text(max_size=60))
def test_a_text_has_the_words_that_it_has_anywhere(text: str) -> None:
    # U+0085, a line's end that nobody types, is the one white space that folding passes over
    assert list(FOLDING.of(text)) == list(FOLDING.of(text)) == list(words(text.replace("\x85", " ")))


def test_a_word_is_shown_as_it_was_written() -> None:
    text = "Kielikurssit (Työväenopisto), O'Haran ryhmä"
    assert FOLDING.written(text, "tyovaenopisto") == "Työväenopisto"
    assert FOLDING.written(text, "oharan") == "O'Haran"
    assert FOLDING.written(text, "muu") == ""
