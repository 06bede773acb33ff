# SPDX-License-Identifier: MIT
"""From typed words to services with points: what a word, a phrase or a slip of the fingers may mean.

Points of a service for one typed word are the best of field weight and surety, packed into one number with
what gave them, so that the best is a plain comparison. They depend on the service and the catalogue's words
only, never on other services' points; guesses are the one exception: they are made where nothing is met.
"""

from array import array
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Final, NamedTuple

from desktop.notebook.catalogue.entry import WEIGHTS, Field
from desktop.notebook.catalogue.synonyms import Group, Synonyms, Term
from desktop.notebook.catalogue.vocabulary import Vocabulary, Way, slips_of

Points = dict[int, int]
"""Service number → packed points."""
Ways = Mapping[str, tuple[Way, float]]

_WAY_BITS: Final = 4
_FIELD_BITS: Final = 4
_WORD_BITS: Final = 28
NO_WORD: Final = (1 << _WORD_BITS) - 1
"""Where the service's category was meant, not a word of it."""
_LOW: Final = _WORD_BITS + _FIELD_BITS + _WAY_BITS
_SCALE: Final = 1_000
_FIELD_MASK: Final = (1 << _FIELD_BITS) - 1
_WHERE_AND_HOW: Final = (1 << _FIELD_BITS + _WAY_BITS) - 1
"""Field and way; both begin with what is surest, so that small is sure."""
_SURE_IN_NAME: Final = Field.NAME << _WAY_BITS | Way.PART
_STRONG: Final = (Field.NAME, Field.OTHER_NAME, Field.KEYWORD)
"""Where one or two letters are looked for: elsewhere they would find everything."""
_FOR_SYNONYMS: Final = (*_STRONG, Field.CATEGORY)
"""Where a service says what it is; in a sentence a synonym is too often another language's other word."""
_SHORT: Final = 2
_LITERALLY_IN_NAME: Final = 2 * _SCALE
"""More for the typed word, a form or a part of it, in the name: it goes before anything that is only meant."""
_SYNONYM: Final = 0.68
_CATEGORY: Final = 0.6
_JOINED: Final = 0.6
_GUESSED: Final = 0.7
"""A slip in a synonym."""
_MET: Final = frozenset((Way.WORD, Way.FORM, Way.BEGINNING))
_LONG_FORM: Final = 5
_LONG_PART: Final = 6
"""Letters of a synonym from which its forms, and words that hold it, count too."""
_MOST_CACHED: Final = 400


def weigh(points: list[Points], number: int) -> tuple[float, bool]:
    """Return a service's points a word, and whether its name has all words, as they are, in a form or in part.

    Works on the packed numbers, since a letter typed may ask for thousands.
    """
    total, in_name = 0, True
    for one in points:
        packed = one.get(number, 0)
        total += packed >> _LOW
        in_name = in_name and packed & _WHERE_AND_HOW <= _SURE_IN_NAME and packed > 0
    return total / (_SCALE * len(points)), in_name


class Match(NamedTuple):
    """Unpacked points; ``points`` are at most 12."""

    points: float
    word: int
    field: Field
    way: Way


def unpack(packed: int) -> Match:
    """Return what ``Lookup`` packed."""
    way = Way(packed & (1 << _WAY_BITS) - 1)
    field = Field(packed >> _WAY_BITS & _FIELD_MASK)
    word = packed >> _WAY_BITS + _FIELD_BITS & (1 << _WORD_BITS) - 1
    return Match((packed >> _LOW) / _SCALE, word, field, way)


class Lookup:
    """Looks words up in the vocabulary and the synonyms; remembers until ``forget``."""

    def __init__(
        self, vocabulary: Vocabulary, synonyms: Synonyms, by_category: Mapping[str, set[int]]
    ) -> None:
        self._vocabulary = vocabulary
        self._synonyms = synonyms
        self._by_category = by_category
        self._words: dict[tuple[str, bool, bool], Points] = {}
        self._groups: dict[int, Points] = {}

    def forget(self) -> None:
        """Forget everything: a service came or went."""
        self._words.clear()
        self._groups.clear()

    def all_words(self, typed: list[str], *, half_typed: bool, guess: bool) -> list[Points]:
        """Return the points of every typed word; ``guess`` looks for slips in each, known or not."""
        last = len(typed) - 1
        found = [
            self._word(word, half_typed=half_typed and at == last, guess=guess)
            for at, word in enumerate(typed)
        ]
        for meant in self._synonyms.meant(typed, half_typed=half_typed):
            if meant.length > 1:
                points = self._group(meant.group)
                for at in range(meant.start, meant.start + meant.length):
                    found[at] = _best(found[at], points)
        return found

    def _word(self, word: str, *, half_typed: bool, guess: bool) -> Points:
        key = (word, half_typed, guess)
        kept = self._words.get(key)
        if kept is None:
            if len(self._words) >= _MOST_CACHED:
                self._words.clear()
            kept = self._words[key] = self._look_up(word, half_typed=half_typed, guess=guess)
        return kept

    def _look_up(self, word: str, *, half_typed: bool, guess: bool) -> Points:
        words = self._vocabulary
        ways = words.related(word) | (words.parts(word) if half_typed or len(word) > _SHORT else {})
        ways |= words.same(word)
        meant = self._synonyms.of_word(word, half_typed=half_typed)
        known = bool(meant) or any(way in _MET for way, _ in ways.values())
        if guess or not known:
            ways = words.beginnings(word) | words.alike(word, half_typed=half_typed) | ways
        if len(word) <= _SHORT:
            whole = {one: way for one, way in ways.items() if one == word}
            found = _best(self._gather(ways, _STRONG), self._gather(whole, Field))
        else:
            found = self._gather(ways, Field)
        for first, second in words.halves(word):
            found = _best(found, self._both(first, second))
        for group, surety in meant.items():
            found = _best(found, self._group(group), surety)
        if guess or not known:
            for one, _ in slips_of(word, self._synonyms.single_words):
                for group in self._synonyms.of_word(one, half_typed=False):
                    found = _best(found, self._group(group), _GUESSED)
        return found

    def _gather(self, ways: Ways, fields: Iterable[Field], *, times: float = _SCALE) -> Points:
        """Return the best points of each service that has any of the words in any of the fields."""
        wanted = tuple(fields)
        worth: list[tuple[int, array[int]]] = []
        for word, (way, surety) in ways.items():
            low = self._vocabulary.number(word) << _WAY_BITS + _FIELD_BITS | way
            for field in wanted:
                numbers = self._vocabulary.posted(word, field)
                if numbers is not None:
                    points = int(WEIGHTS[field] * surety * times)
                    if field is Field.NAME and way <= Way.PART:
                        points += _LITERALLY_IN_NAME
                    worth.append((points << _LOW | field << _WAY_BITS | low, numbers))
        found: Points = {}
        for packed, numbers in sorted(worth, key=itemgetter(0)):  # so that what is best is written last
            found.update(dict.fromkeys(numbers, packed))
        return found

    def _both(self, first: str, second: str) -> Points:
        """Return the services that have both halves of a compound as words."""
        halves = []
        for half in (first, second):
            same = self._vocabulary.same(half)
            halves.append(
                self._gather({one: (Way.JOINED, surety) for one, (_, surety) in same.items()}, Field)
            )
        both = _lesser(halves[0], halves[1])
        return {number: _times(packed, _JOINED) for number, packed in both.items()}

    def _group(self, group: int) -> Points:
        kept = self._groups.get(group)
        if kept is None:
            kept = self._groups[group] = self._of_group(self._synonyms.groups[group])
        return kept

    def _of_group(self, group: Group) -> Points:
        found: Points = {}
        for term in group.terms:
            found = _best(found, self._term(term))
        worth = int(WEIGHTS[Field.CATEGORY] * _CATEGORY * _SCALE) << _LOW
        for category in group.categories:
            for number in self._by_category.get(category, ()):
                packed = (
                    worth | NO_WORD << _WAY_BITS + _FIELD_BITS | Field.CATEGORY << _WAY_BITS | Way.SYNONYM
                )
                found[number] = max(found.get(number, 0), packed)
        return found

    def _term(self, term: Term) -> Points:
        """Return the services that have all words of a synonym where a service says what it is."""
        found: Points | None = None
        for word in term:
            same = self._vocabulary.same(word)
            if len(word) < _LONG_FORM:
                same = {one: way for one, way in same.items() if one == word}
            elif len(word) >= _LONG_PART:
                same = self._vocabulary.parts(word) | same
            ways = {one: (Way.SYNONYM, surety) for one, (_, surety) in same.items()}
            points = self._gather(ways, _FOR_SYNONYMS, times=_SCALE * _SYNONYM)
            found = points if found is None else _lesser(found, points)
        return found or {}


def _best(one: Points, two: Points, times: float = 1.0) -> Points:
    """Return the better points of each service; neither is changed."""
    found = dict(one)
    for number, packed in two.items():
        worth = packed if times == 1.0 else _times(packed, times)
        if worth > found.get(number, 0):
            found[number] = worth
    return found


def _lesser(one: Points, two: Points) -> Points:
    return {number: min(packed, two[number]) for number, packed in one.items() if number in two}


def _times(packed: int, times: float) -> int:
    return int((packed >> _LOW) * times) << _LOW | packed & (1 << _LOW) - 1
