# SPDX-License-Identifier: MIT
"""Texts cut to folded words, each written word folded once: a catalogue repeats its words a thousand times."""

import re
from typing import Final

from sync.records.search_text import words

_MOST_KEPT: Final = 60_000
"""Written words kept with what they fold to; a catalogue of 5,000 services has about half of that."""
_EDGES: Final = re.compile(r"^[\W_]+|[\W_]+$")


class Folding:
    """The folded words of a text, as ``sync.records.search_text.words`` has them."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, ...]] = {}

    def of(self, text: str) -> list[str]:
        """Return the folded words in order."""
        kept = self._kept
        found: list[str] = []
        for written in text.split():  # folding never joins what white space parts
            folded = kept.get(written)
            if folded is None:
                folded = self._fold(written)
            found += folded
        return found

    def written(self, text: str, folded: str) -> str:
        """Return the first word of the text that holds this folded word, as it stands there; empty if none."""
        for one in text.split():
            if folded in self.of(one):
                return _EDGES.sub("", one)
        return ""

    def _fold(self, written: str) -> tuple[str, ...]:
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        folded = words(written)
        self._kept[written] = folded
        return folded
