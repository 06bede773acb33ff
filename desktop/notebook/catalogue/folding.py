# SPDX-License-Identifier: MIT
"""Texts cut to folded words, each written word folded once: a catalogue repeats its words a thousand times."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from sync.records.search_text import words

_MOST_KEPT: Final = 60_000
"""Written words kept with what they fold to; a catalogue of 5,000 services has about half of that."""
_EDGES: Final = re.compile(r"^[\W_]+|[\W_]+$")


class _Kept(dict[str, tuple[str, ...]]):
    """Written word → folded words, made when first asked for."""

    def __missing__(self, written: str) -> tuple[str, ...]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        folded = self[written] = words(written)
        return folded


class Folding:
    """The folded words of a text, as ``sync.records.search_text.words`` has them."""

    def __init__(self) -> None:
        self._kept = _Kept()

    def of(self, text: str) -> Iterator[str]:
        """Yield the folded words in order."""
        # Folding never joins what white space parts.
        return chain.from_iterable(map(self._kept.__getitem__, text.split()))

    def written(self, text: str, folded: str) -> str:
        """Return the first word of the text that holds this folded word, as it stands there; empty if none."""
        for one in text.split():
            if folded in self._kept[one]:
                return _EDGES.sub("", one)
        return ""
