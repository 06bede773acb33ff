# SPDX-License-Identifier: MIT
"""Which letters the paper's fonts have: the typesetter would print a missing one as an empty box, without a word.

`resources/fonts/coverage.json` holds, for each weight, the code points that one of its fonts has; it is made by
`tools/font_coverage.py`, since reading fonts takes a library that is not shipped.
"""

from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from desktop.notebook.handout.errors import CoverageDamaged, GlyphMissing

COVERAGE_FILE: Final = "coverage.json"

_LAYOUT: Final = frozenset("\n\t")
"""Breaks lines or is turned into a space; no letter."""


class CoverageTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: ranges of code points, first and last included, in rising order, that every weight has."""

    fonts: tuple[str, ...]
    ranges: tuple[tuple[int, int], ...]


class Coverage:
    """Answers whether a letter can be printed."""

    def __init__(self, table: CoverageTable) -> None:
        self._starts = [first for first, _ in table.ranges]
        self._ends = [last for _, last in table.ranges]

    def has(self, char: str) -> bool:
        """Return whether the fonts have this one character."""
        at = bisect_right(self._starts, ord(char)) - 1
        return at >= 0 and ord(char) <= self._ends[at]

    def prints(self, text: str) -> bool:
        """Return whether every letter of a text can be printed."""
        return all(char in _LAYOUT or self.has(char) for char in text)

    def demand(self, texts: Iterable[str]) -> None:
        """Raise GlyphMissing for the first character that can't be printed."""
        for text in texts:
            for char in text:
                if char not in _LAYOUT and not self.has(char):
                    raise GlyphMissing(char)


def load_coverage(fonts: Path) -> Coverage:
    """Read the table beside the fonts. Raises CoverageDamaged."""
    try:
        table = msgspec.json.decode((fonts / COVERAGE_FILE).read_bytes(), type=CoverageTable)
    except (FileNotFoundError, msgspec.DecodeError) as error:
        raise CoverageDamaged from error
    return Coverage(table)
