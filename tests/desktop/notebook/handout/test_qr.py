# SPDX-License-Identifier: MIT
"""QR codes hold web addresses only, as the standard draws them."""

# ruff: noqa: RUF001 - the clients' own letters
import re
from xml.etree import ElementTree as ET

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.handout.errors import LinkRefused
from desktop.notebook.handout.qr import LONGEST_LINK, LinkReason, qr_modules, qr_svg, web_link

PAGE = "https://www.example.fi/kurssi?kieli=ru#alku"


def test_a_page_keeps_its_address() -> None:
    assert web_link(PAGE) == PAGE
    assert web_link("http://example.fi") == "http://example.fi"
    assert web_link("https://example.fi/%C3%A4") == "https://example.fi/%C3%A4"


def test_letters_outside_of_ascii_are_percent_encoded() -> None:
    assert web_link("https://example.fi/työ") == "https://example.fi/ty%C3%B6"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("javascript:alert(1)", LinkReason.SCHEME),
        ("tel:+358401234567", LinkReason.SCHEME),
        ("file:///etc/passwd", LinkReason.SCHEME),
        ("geo:60.1,24.9", LinkReason.SCHEME),
        ("www.example.fi", LinkReason.SCHEME),
        ("", LinkReason.SCHEME),
        ("https://", LinkReason.HOST),
        ("https://hel.fi@example.org/", LinkReason.HOST),
        ("https://[::1", LinkReason.HOST),
        ("https://еxample.fi", LinkReason.HOST),
        ("https://example.fi/a b", LinkReason.SIGNS),
        ("https://example.fi/\n", LinkReason.SIGNS),
        ("https://example.fi/\u202e", LinkReason.SIGNS),
        ("https://example.fi/" + "a" * LONGEST_LINK, LinkReason.LENGTH),
    ],
)
def test_an_address_that_no_phone_should_open_is_refused(said: str, reason: LinkReason) -> None:
    for make in (web_link, qr_svg, qr_modules):
        with pytest.raises(LinkRefused) as raised:
            make(said)
        assert raised.value.reason == reason


def test_the_picture_is_square_black_and_has_its_quiet_zone() -> None:
    size = len(qr_modules(PAGE))
    picture = ET.fromstring(qr_svg(PAGE))  # noqa: S314 - our own picture
    assert picture.attrib["viewBox"] == f"0 0 {size + 8} {size + 8}"
    assert set(re.findall(r'(?:stroke|fill)="(.*?)"', qr_svg(PAGE))) == {"#000"}
    assert ET.fromstring(qr_svg(PAGE, quiet=0)).attrib["viewBox"] == f"0 0 {size} {size}"  # noqa: S314 - same


def test_the_squares_are_those_of_the_standard() -> None:
    rows = qr_modules(PAGE)
    assert all(len(row) == len(rows) for row in rows)
    # The three corner marks of any QR code: seven black squares along their edges, then white.
    for corner in (rows[0], rows[6], [row[0] for row in rows], rows[-1]):
        assert list(corner[:8]) == [True] * 7 + [False]
    assert [list(row) for row in rows] == [
        [bool(one) for one in row] for row in segno.make_qr(PAGE, error="m", boost_error=False).matrix
    ]


@given(st.text(max_size=60))
def test_any_text_is_a_web_address_or_refused(text: str) -> None:
    said = f"https://example.fi/{text}"
    if text.isprintable() and " " not in text and not re.search(r"\s", text):
        assert web_link(said).isascii()
    else:
        with pytest.raises(LinkRefused):
            web_link(said)
