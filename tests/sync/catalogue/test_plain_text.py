# SPDX-License-Identifier: MIT
"""HTML becomes plain text: words and lines stay, everything that runs or steers goes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.catalogue.plain_text import clean_text, cut_at, on_one_line, plain_text

PERSIAN = "\u0645\u06cc\u200c\u062e\u0648"
MARKUP = st.lists(
    st.sampled_from(
        (
            "<p>",
            "</p>",
            "<li>",
            "<ul>",
            "<!--",
            "-->",
            "<script",
            ">",
            "<",
            "&#",
            "&amp;",
            "&#x",
            "9" * 40,
            "<![",
            '<a "',
            "'",
            "teksti ",
            "\n",
            "\u202e",
            "\ud800",
            "e\u0301",
            "<br/>",
            "</script>",
            "- ",
            "\x00",
        )
    ),
    max_size=60,
).map("".join)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("<p>Hei&nbsp;<b>sinä</b>!</p>\r\n<p>Tervetuloa&hellip;</p>", "Hei sinä!\nTervetuloa…"),
        (
            "Tuo:<ul>\n<li><p>kortti</p></li>\n<li>passi</li>\n</ul>Muuta ei.",
            "Tuo:\n- kortti\n- passi\nMuuta ei.",
        ),
        ("rivi<br>toinen<br/>kolmas", "rivi\ntoinen\nkolmas"),
        ("alle <30-vuotiaat & muut, 5 < 6", "alle <30-vuotiaat & muut, 5 < 6"),
        ("yksi\r\nkaksi\r\n\r\n\r\n\r\nkolme", "yksi\nkaksi\n\nkolme"),
        ("a&lt;b&gt;", "a<b>"),
        ("<table><tr><td>ma</td><td>9\u201316</td></tr><tr><td>ti</td></tr></table>", "ma 9\u201316\nti"),
    ],
)
def test_words_and_lines_stay(said: str, text: str) -> None:
    assert plain_text(said, 1_000).text == text


@pytest.mark.parametrize(
    "said",
    [
        "hyvä<script>paha()</script>",
        "hyvä<style>p{}</style>",
        "hyvä<!-- paha -->",
        "hyvä<!-- paha",
        "hyvä<script src=paha>",
        '<a href="javascript:paha()">hyvä</a>',
        '<p onclick="paha()">hyvä</p>',
        '<img src="paha.png" alt="paha">hyvä',
        "hyvä<iframe src=paha>paha</iframe>",
    ],
)
def test_what_would_run_or_show_goes_and_is_told(said: str) -> None:
    plain = plain_text(said, 100)
    assert plain.text == "hyvä"
    assert plain.dropped


def test_plain_formatting_is_no_loss() -> None:
    plain = plain_text('<p class="x">hyvä <em>näin</em></p>', 100)
    assert (plain.text, plain.marked_up, plain.dropped) == ("hyvä näin", True, False)


def test_characters_that_steer_or_hide_go_and_joiners_stay() -> None:
    assert plain_text("a\u202eb\u0000c\u00add\u200be\u2066f\ufeff", 100).text == "abcdef"
    assert plain_text(PERSIAN, 100).text == PERSIAN


def test_a_number_of_thousands_of_digits_is_no_character() -> None:
    assert plain_text("&#" + "9" * 9_000 + "; loppu", 100).text == "\ufffd; loppu"


def test_a_long_text_ends_with_a_whole_word() -> None:
    plain = plain_text("sana " * 40_000, 23)
    assert (plain.text, plain.cut) == ("sana sana sana sana…", True)
    assert cut_at("x" * 50, 10).text == "x" * 9 + "…"
    assert cut_at("kymmenen m", 10).text == "kymmenen m"


def test_a_text_that_is_plain_by_agreement_keeps_its_signs() -> None:
    assert clean_text("ikä <b> & alle\u202e 30", 100).text == "ikä <b> & alle 30"
    assert on_one_line(" a\n b\t c ") == "a b c"


@given(said=st.text() | MARKUP, limit=st.integers(1, 80))
def test_any_text_gives_a_plain_one_within_its_limit(said: str, limit: int) -> None:
    for plain in (plain_text(said, limit), clean_text(said, limit)):
        assert len(plain.text) <= limit
        assert unicodedata.is_normalized("NFC", plain.text)
        assert plain.text == plain.text.strip()
        assert not [one for one in plain.text if one != "\n" and unicodedata.category(one) in {"Cc", "Cs"}]
        assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(plain.text)
        plain.text.encode()
