# SPDX-License-Identifier: MIT
"""The list of printable letters is the fonts' own, and a missing letter is named."""

# ruff: noqa: RUF001 - the clients' own letters
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.notebook.handout.coverage import Coverage, CoverageTable, load_coverage
from desktop.notebook.handout.errors import CoverageDamaged, GlyphMissing
from desktop.notebook.handout.press import letters
from desktop.resources import resource
from tools.font_coverage import covered, ranges, table


def test_the_list_says_what_the_fonts_have() -> None:
    assert resource("fonts", "coverage.json").read_text(encoding="utf-8") == table(resource("fonts"))


@pytest.mark.parametrize(
    "alphabet",
    [
        "aäåöAÄÅÖšžŠŽõÕüÜéèáíóúñçđčăạệịøæÆØŋđŧ",
        "’‘“”„«»–—…•·€§°½№‰",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
        "ґєіїҐЄІЇ’ʼ",
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىًٌٍَُِّْ٠١٢٣٤٥٦٧٨٩،؛؟٪ـ",
        "پچژگکیۀۂ۰۱۲۳۴۵۶۷۸۹٫٬\u200c",
        "ڕڵۆێەڤ",
        "ټځډړښڼېۍئ",
        "ٹڈڑںہھۓ",
        "\u200b\u200e\u200f",
    ],
)
def test_the_letters_of_the_clients_can_be_printed(alphabet: str) -> None:
    letters().demand([alphabet])


@pytest.mark.parametrize(
    "char", ["中", "日", "한", "አ", "த", "ไ", "א", "😀", "☎", "✓", "→", "\ufe0f", "\x07"]
)
def test_what_the_fonts_lack_is_named_and_never_a_box(char: str) -> None:
    with pytest.raises(GlyphMissing) as raised:
        letters().demand(["Nähdään", f"kello 9 {char}"])
    assert raised.value.char == char


@given(st.sets(st.integers(0, 0x10FFFF), max_size=60), st.integers(0, 0x10FFFF))
def test_ranges_hold_exactly_their_points(points: set[int], other: int) -> None:
    made = Coverage(CoverageTable(fonts=(), ranges=tuple(ranges(points))))
    for point in {*points, *(point + 1 for point in points if point < 0x10FFFF), other}:
        assert made.has(chr(point)) is (point in points)


def test_every_weight_counts() -> None:
    assert len(covered(resource("fonts"))) > 3_500
    assert {char for char in "aяپ" if ord(char) in covered(resource("fonts"))} == set("aяپ")


@pytest.mark.parametrize("content", ["", "{}", '{"fonts": [], "ranges": [[1]]}'])
def test_a_damaged_list_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "coverage.json").write_text(content, encoding="utf-8")
    with pytest.raises(CoverageDamaged):
        load_coverage(tmp_path)


def test_a_missing_list_is_said(tmp_path: Path) -> None:
    with pytest.raises(CoverageDamaged):
        load_coverage(tmp_path)
