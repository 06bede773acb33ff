# SPDX-License-Identifier: MIT
"""The services of the city, searched while somebody types: all words must be met, and a hit says why.

In memory and rebuilt at the start from the stream ``city``: a second store would be a second thing to
encrypt and to keep in step. Used from one lane.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from heapq import nlargest
from itertools import islice
from typing import Final

from desktop.notebook.catalogue.entry import Entry, Field, Labels, entry_of
from desktop.notebook.catalogue.filters import UNMARKED, Filters, OwnMarks, passes
from desktop.notebook.catalogue.folding import Folding
from desktop.notebook.catalogue.found import Found, Hit, Why
from desktop.notebook.catalogue.lookup import NO_WORD, Lookup, Points, unpack, weigh
from desktop.notebook.catalogue.opening import Moment, Openness
from desktop.notebook.catalogue.suitability import Suitability
from desktop.notebook.catalogue.synonyms import Synonyms
from desktop.notebook.catalogue.unmet import Client
from desktop.notebook.catalogue.vocabulary import Vocabulary, Way
from sync.catalogue.model import Service
from sync.records.codes import CodeLists
from sync.records.ids import EntityId

_LONGEST_TEXT: Final = 1_000
MOST_WORDS: Final = 12
"""Typed words that are looked at; somebody has pasted the rest."""
_MOST_REASONS: Final = 3
_ALL_IN_NAME: Final = 2.0
_COVERS_NAME: Final = 2.0
_FAVOURITE: Final = 1.0


class CatalogueIndex:
    """Published services by their words; whoever owns the stream puts and drops them."""

    def __init__(self, synonyms: Synonyms, codes: CodeLists) -> None:
        """Start empty; category, topic and place names are searched by the labels of ``codes``."""
        self._labels = Labels(codes)
        self._synonyms = synonyms
        self._folding = Folding()
        self._vocabulary = Vocabulary()
        self._by_category: dict[str, set[int]] = defaultdict(set)
        self._lookup = Lookup(self._vocabulary, synonyms, self._by_category)
        self._suitability = Suitability(codes)
        self._numbers: dict[EntityId, int] = {}
        self._entries: dict[int, Entry] = {}
        self._next = 0

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, entity: object) -> bool:
        return entity in self._numbers

    def put(self, entity: EntityId, service: Service) -> None:
        """Add a service, or take what is known of it now."""
        self.drop(entity)
        entry = entry_of(entity, service, self._labels)
        number = self._next
        self._next += 1
        self._numbers[entity] = number
        self._entries[number] = entry
        self._by_category[service.category].add(number)
        self._vocabulary.add(number, self._fields(entry))
        self._lookup.forget()

    def drop(self, entity: EntityId) -> None:
        """Take a service out; one that is not there is no matter."""
        number = self._numbers.pop(entity, None)
        if number is None:
            return
        entry = self._entries.pop(number)
        self._by_category[entry.service.category].discard(number)
        self._vocabulary.remove(number, self._fields(entry))
        self._lookup.forget()
        self._suitability.forget(entity)

    def search(
        self,
        text: str,
        *,
        filters: Filters,
        client: Client,
        moment: Moment,
        marks: Mapping[EntityId, OwnMarks],
        most: int,
    ) -> Found:
        """Return the best ``most`` services that have all words of the text and pass the filters.

        If no service has all words, those with most of them are returned and say so. Without words
        favourites come first, then all by name. What does not suit the client goes down, never out.
        """
        self._suitability.ask(client, moment, closed_too=filters.open_now or filters.say_closed)
        typed = self._typed(text)
        if not typed:
            return self._all(filters, marks, most)
        half_typed = not text[-1:].isspace()
        for guess in (False, True):
            points = self._lookup.all_words(list(typed), half_typed=half_typed, guess=guess)
            numbers = _in_all(points)
            if numbers:  # what the filters leave of them, be it nothing: a guess would be no answer to that
                by_word = dict(zip(typed.values(), points, strict=True))
                return self._found(self._passing(numbers, filters, marks), by_word, marks, most)
        return self._partly(dict(zip(typed.values(), points, strict=True)), filters, marks, most)

    def _typed(self, text: str) -> dict[str, str]:
        """Return the folded words that say something, each with how it was typed."""
        text = text[:_LONGEST_TEXT]
        words = list(islice(self._folding.of(text), MOST_WORDS))
        telling = [word for word in words if word not in self._synonyms.ignored]
        return {word: self._folding.written(text, word) or word for word in telling or words}

    def _all(self, filters: Filters, marks: Mapping[EntityId, OwnMarks], most: int) -> Found:
        entries = [self._entries[number] for number in self._passing(self._entries, filters, marks)]
        entries.sort(
            key=lambda one: (not marks.get(one.entity, UNMARKED).favourite, one.name_key, one.entity)
        )
        hits = tuple(Hit(one.entity, (), self._suitability.of(one)[1]) for one in entries[:most])
        return Found(hits, len(entries))

    def _partly(
        self, points: dict[str, Points], filters: Filters, marks: Mapping[EntityId, OwnMarks], most: int
    ) -> Found:
        met: dict[int, int] = defaultdict(int)
        for one in points.values():
            for number in one:
                met[number] += 1
        numbers = self._passing(met, filters, marks)
        best = max((met[number] for number in numbers), default=0)
        return self._found([one for one in numbers if met[one] == best], points, marks, most, partly=True)

    def _passing(
        self, numbers: Iterable[int], filters: Filters, marks: Mapping[EntityId, OwnMarks]
    ) -> list[int]:
        if filters == Filters() and not marks:
            return list(numbers)
        found = []
        for number in numbers:
            entry = self._entries[number]
            if not passes(entry, filters, marks.get(entry.entity, UNMARKED)):
                continue
            if filters.open_now and self._suitability.openness(entry) is not Openness.OPEN:
                continue
            found.append(number)
        return found

    def _found(
        self,
        numbers: list[int],
        points: dict[str, Points],
        marks: Mapping[EntityId, OwnMarks],
        most: int,
        *,
        partly: bool = False,
    ) -> Found:
        """Rank the services and say why; ``points`` by the word as it was typed."""
        each = list(points.values())
        ups = [(self._worth(number, each, marks), number) for number in numbers]
        least = min(nlargest(most, ups), default=(0.0, 0))[0]
        ranked = [(-worth, self._entries[number], number) for worth, number in ups if worth >= least]
        ranked.sort(key=lambda one: (one[0], one[1].name_key, one[1].entity))
        hits = []
        for _, entry, number in ranked[:most]:
            why = self._why(entry, {word: one[number] for word, one in points.items() if number in one})
            hits.append(Hit(entry.entity, why, self._suitability.of(entry)[1], partly))
        return Found(tuple(hits), len(numbers))

    def _worth(self, number: int, points: list[Points], marks: Mapping[EntityId, OwnMarks]) -> float:
        entry = self._entries[number]
        worth, in_name = weigh(points, number)
        if in_name:
            worth += _ALL_IN_NAME + _COVERS_NAME * min(1.0, len(points) / entry.shortest_name)
        if marks:
            worth += _FAVOURITE * marks.get(entry.entity, UNMARKED).favourite
        return round(worth + self._suitability.of(entry)[0], 6)

    def _why(self, entry: Entry, packed: Mapping[str, int]) -> tuple[Why, ...]:
        """Return the reasons, strongest first, each word once, and a guess beside what is sure."""
        found: dict[tuple[str, str, bool], Why] = {}
        for typed, one in sorted(packed.items(), key=lambda item: -item[1]):
            match = unpack(one)
            folded = "" if match.word == NO_WORD else self._vocabulary.word(match.word)
            for field, language, text in entry.texts:
                if field is match.field:
                    written = self._folding.written(text, folded) if folded else text
                    if written:
                        why = Why(field, language, written, match.way, typed)
                        found.setdefault((language, written, match.way is Way.TYPO), why)
                        break
        return tuple(found.values())[:_MOST_REASONS]

    def _fields(self, entry: Entry) -> dict[str, Field]:
        """Return each word of the service with its strongest field."""
        found: dict[str, Field] = {}
        for field, _, text in reversed(entry.texts):  # strongest last, so that it stays
            found.update(dict.fromkeys(self._folding.of(text), field))
        return found


def _in_all(points: list[Points]) -> Collection[int]:
    """Return the services that every word has found."""
    fewest = min(points, key=len)
    return (
        [number for number in fewest if all(number in one for one in points)] if len(points) > 1 else fewest
    )
