# SPDX-License-Identifier: MIT
"""The words of all services, and in how many ways a typed word may mean one of them.

All words lie in one sorted text with a line each: looking through it for a part of a word takes less
than a millisecond, and needs no index of trigrams beside it.
"""

import math
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from desktop.notebook.catalogue.entry import Field
from desktop.notebook.catalogue.stems import stems

_SHORTEST_PART: Final = 4
"""Letters; "työ" as a part of a word would find everything."""
_LONGEST_ENDING: Final = 4
_SHARED: Final = 0.62
"""So much of two words must be the same beginning for them to be of one root: maahanmuutto, maahanmuuttaja."""
_HALF_OF_COMPOUND: Final = (3, 4)
"""The shortest first and second half of a compound that is typed as one and written as two."""
_SHORTEST_HALF: Final = 5
_INFLECTED_END: Final = 2
_ONE_SLIP: Final = 4
_TWO_SLIPS: Final = 8
_HALF_SLIP: Final = 5
"""Letters from which one, or two, letters may be wrong; and one in a word that is half typed."""
_MOST_ALIKE: Final = 40


class Way(IntEnum):
    """How a typed word meets a word of a service, the surest first."""

    WORD = 0
    FORM = 1
    BEGINNING = 2
    PART = 3
    JOINED = 4
    SYNONYM = 5
    RELATED = 6
    TYPO = 7
    """A slip of the fingers, or a compound of which only the beginning is known."""


class Vocabulary:
    """Words → services (by number), with the field where the word stands strongest."""

    def __init__(self) -> None:
        self._posted: list[defaultdict[str, array[int]]] = [defaultdict(_no_services) for _ in Field]
        self._sorted: list[str] = []
        self._numbers: dict[str, int] = {}
        self._lines = "\n"
        self._starts: list[int] = []
        self._by_stem: dict[str, list[str]] = {}
        self._stale = False

    def add(self, number: int, fields: Mapping[str, Field]) -> None:
        """Add the words of a service, each with the field where it stands strongest."""
        posted = self._posted
        known = sum(map(len, posted))
        for word, field in fields.items():
            posted[field][word].append(number)
        self._stale = self._stale or sum(map(len, posted)) > known

    def remove(self, number: int, fields: Mapping[str, Field]) -> None:
        """Take out what ``add`` was given for this number."""
        for word, field in fields.items():
            numbers = self._posted[field][word]
            numbers.remove(number)
            if not numbers:
                del self._posted[field][word]
                self._stale = True

    def __contains__(self, word: str) -> bool:
        return any(word in posted for posted in self._posted)

    def posted(self, word: str, field: Field) -> "array[int] | None":
        """Return the numbers of the services that have the word in this field at the strongest."""
        return self._posted[field].get(word)

    def number(self, word: str) -> int:
        """Return the place of a known word in the alphabet, the same whatever the order of adding."""
        self._refresh()
        return self._numbers[word]

    def word(self, number: int) -> str:
        """Return the word of a number."""
        return self._sorted[number]

    def same(self, word: str) -> dict[str, tuple[Way, float]]:
        """Return the word itself and its forms, each with how surely it is meant (0 to 1)."""
        self._refresh()
        found = {one: (Way.FORM, 0.93) for stem in stems(word) for one in self._by_stem.get(stem, ())}
        if word in self:
            found[word] = (Way.WORD, 1.0)
        return found

    def parts(self, word: str) -> dict[str, tuple[Way, float]]:
        """Return the words that begin with the word or, from four letters on, hold it."""
        self._refresh()
        found: dict[str, tuple[Way, float]] = {}
        if len(word) >= _SHORTEST_PART:
            for one, at in self._holding(word):
                rest = len(one) - at - len(word)
                share = 0.1 * len(word) / len(one)
                found[one] = (Way.PART, (0.65 if rest <= _INFLECTED_END else 0.45) + share)
        for one in self._beginning_with(word):
            found[one] = (Way.BEGINNING, 0.7 + 0.2 * len(word) / len(one))
        return found

    def related(self, word: str) -> dict[str, tuple[Way, float]]:
        """Return the words that share most of their beginning: kuntoutus, kuntouttava."""
        self._refresh()
        if len(word) <= _SHORTEST_PART:
            return {}
        found: dict[str, tuple[Way, float]] = {}
        for one in self._beginning_with(word[: max(_SHORTEST_PART, math.ceil(len(word) * _SHARED))]):
            shared = Prefix.similarity(word, one)
            longest = max(len(word), len(one))
            if longest - shared <= _LONGEST_ENDING and shared >= _SHARED * longest:
                found[one] = (Way.RELATED, 0.25 + 0.25 * shared / longest)
        return found

    def halves(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the ways to cut a compound into two words that are both known; the longer ones in any form."""
        first, second = _HALF_OF_COMPOUND
        for at in range(first, len(word) - second + 1):
            if self._is_half(word[:at]) and self._is_half(word[at:]):
                yield word[:at], word[at:]

    def alike(self, word: str, *, half_typed: bool) -> dict[str, tuple[Way, float]]:
        """Return the words that differ by a slip or, from eight letters on, two."""
        self._refresh()
        found = {one: (Way.TYPO, 0.6 - 0.15 * (slips - 1)) for one, slips in slips_of(word, self._sorted)}
        if half_typed and len(word) >= _HALF_SLIP:
            beginnings: dict[str, list[str]] = defaultdict(list)
            for one in self._sorted:
                if len(one) > len(word) and one not in found:
                    beginnings[one[: len(word)]].append(one)
            for beginning, slips in slips_of(word, list(beginnings)):
                for one in beginnings[beginning]:
                    found[one] = (Way.TYPO, 0.5 - 0.15 * (slips - 1))
        return found

    def beginnings(self, word: str) -> dict[str, tuple[Way, float]]:
        """Return the longest known word that makes up half or more of the typed one: museo of museolippu."""
        for end in range(len(word) - 1, max(_SHORTEST_HALF, math.ceil(len(word) / 2)) - 1, -1):
            if word[:end] in self:
                return {word[:end]: (Way.TYPO, 0.3 + 0.2 * end / len(word))}
        return {}

    def _is_half(self, word: str) -> bool:
        return word in self or (len(word) > _SHORTEST_PART and bool(self.same(word)))

    def _beginning_with(self, word: str) -> Iterable[str]:
        low = bisect_left(self._sorted, word)
        return self._sorted[low : bisect_left(self._sorted, word + "\x7f", lo=low)]

    def _holding(self, part: str) -> Iterator[tuple[str, int]]:
        """Yield each word that holds the part and the place of it there."""
        at = self._lines.find(part)
        while at >= 0:
            row = bisect_right(self._starts, at) - 1
            yield self._sorted[row], at - self._starts[row]
            at = self._lines.find(part, self._starts[row] + len(self._sorted[row]))

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self._sorted = sorted(set().union(*self._posted))
        self._numbers = {word: number for number, word in enumerate(self._sorted)}
        self._lines = "\n".join(self._sorted)
        starts, at = [], 0
        for word in self._sorted:
            starts.append(at)
            at += len(word) + 1
        self._starts = starts
        by_stem: dict[str, list[str]] = {}
        for word in self._sorted:
            for stem in stems(word):
                by_stem.setdefault(stem, []).append(word)
        self._by_stem = by_stem


def _no_services() -> "array[int]":
    return array("I")


def slips_of(word: str, known: list[str]) -> Iterator[tuple[str, int]]:
    """Yield the words within the slips that a word of this length is allowed, the nearest first.

    A slip is a letter too much, too few, another, or two changed round; any letter, the first too.
    """
    if len(word) < _ONE_SLIP or word.isdigit():
        return
    most = 2 if len(word) >= _TWO_SLIPS else 1
    for one, slips, _ in process.extract(
        word, known, scorer=OSA.distance, processor=None, score_cutoff=most, limit=_MOST_ALIKE
    ):
        if slips:
            yield one, int(slips)
