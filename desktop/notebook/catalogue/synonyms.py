# SPDX-License-Identifier: MIT
"""What people call a thing and what services call it: groups of words in many languages, from a shipped file."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from desktop.notebook.catalogue.errors import SynonymsDamaged
from desktop.notebook.catalogue.stems import stems
from sync.records.search_text import words

Term = tuple[str, ...]
"""A folded word, or the folded words of a phrase."""

_LONGEST: Final = 4
"""Words of a phrase."""
_SHORTEST_BEGINNING: Final = 4
_TYPED_SHARE: Final = 0.6
"""So much of a word must stand there before it is taken for it while it is being typed."""
_OTHER_FORM: Final = 0.95


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``words`` find each other; they also find ``finds`` and ``categories``, which do not find them."""

    name: str
    words: dict[str, tuple[str, ...]]
    finds: dict[str, tuple[str, ...]] = {}
    categories: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    version: str
    source: str
    licence: str
    ignored: dict[str, tuple[str, ...]]
    groups: tuple[_Group, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What a group leads to: terms that a service's own texts may have, and codes of ``service_categories``."""

    name: str
    terms: tuple[Term, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """Some typed words say what a group says: from ``start``, ``length`` words, as surely as ``quality`` (0 to 1)."""

    start: int
    length: int
    group: int
    quality: float


class Synonyms:
    """The groups, looked up by what is typed: the word, a form of it, or its beginning."""

    def __init__(self, groups: Iterable[_Group] = (), ignored: Iterable[str] = ()) -> None:
        self.groups: list[Group] = []
        self.ignored = frozenset(word for text in ignored for word in words(text))
        """Folded words that say nothing beside others: and, for, with."""
        self._same: dict[str, set[int]] = defaultdict(set)
        self._forms: dict[str, set[int]] = defaultdict(set)
        self._phrases: dict[str, set[tuple[Term, int]]] = defaultdict(set)
        for number, group in enumerate(groups):
            own = self._terms(group.words)
            self.groups.append(Group(group.name, (*own, *self._terms(group.finds)), group.categories))
            for term in own:
                self._learn(term, number)
        self.single_words = sorted(self._same)
        """Every synonym of one word, for looking up typos."""

    def meant(self, typed: list[str], *, half_typed: bool) -> Iterator[Meant]:
        """Yield which groups the words may mean; the last word may still be being typed."""
        for start, word in enumerate(typed):
            last = half_typed and start == len(typed) - 1
            for group, quality in self.of_word(word, half_typed=last).items():
                yield Meant(start, 1, group, quality)
            yield from self._of_phrase(typed, start, half_typed=half_typed)

    def of_word(self, word: str, *, half_typed: bool) -> dict[int, float]:
        """Return the groups that one word means, each with how sure that is."""
        found: dict[int, float] = {}
        for stem in stems(word):
            found |= dict.fromkeys(self._forms.get(stem, ()), _OTHER_FORM)
        if half_typed and len(word) >= _SHORTEST_BEGINNING:
            for whole in self._beginning_with(word):
                if len(word) >= _TYPED_SHARE * len(whole):
                    for group in self._same[whole]:
                        found[group] = max(found.get(group, 0.0), len(word) / len(whole))
        return found | dict.fromkeys(self._same.get(word, ()), 1.0)

    def _learn(self, term: Term, number: int) -> None:
        if len(term) == 1:
            self._same[term[0]].add(number)
            for stem in stems(term[0]):
                self._forms[stem].add(number)
        elif len(term) <= _LONGEST:
            for key in (term[0], *stems(term[0])):
                self._phrases[key].add((term, number))

    def _of_phrase(self, typed: list[str], start: int, *, half_typed: bool) -> Iterator[Meant]:
        first = typed[start]
        known: set[tuple[Term, int]] = set()
        for key in (first, *stems(first)):
            known |= self._phrases.get(key, set())
        for term, group in sorted(known):
            part = typed[start : start + len(term)]
            if len(part) < len(term):
                continue
            ends = half_typed and start + len(term) == len(typed)
            if all(same_word(one, two) for one, two in zip(part[:-1], term[:-1], strict=True)) and (
                same_word(part[-1], term[-1])
                or (ends and len(part[-1]) >= _SHORTEST_BEGINNING - 1 and term[-1].startswith(part[-1]))
            ):
                yield Meant(start, len(term), group, 1.0)

    def _terms(self, texts: Mapping[str, tuple[str, ...]]) -> tuple[Term, ...]:
        """Return the folded terms without the words that are ignored when typed."""
        found = []
        for term in _terms(texts):
            telling = tuple(word for word in term if word not in self.ignored)
            found.append(telling or term)
        return tuple(dict.fromkeys(found))

    def _beginning_with(self, word: str) -> Iterator[str]:
        for at in range(bisect_left(self.single_words, word), len(self.single_words)):
            if not self.single_words[at].startswith(word):
                return
            yield self.single_words[at]


def same_word(one: str, two: str) -> bool:
    """Return whether two folded words are one, or forms of one."""
    return one == two or not stems(one).isdisjoint(stems(two))


def load_synonyms(path: Path) -> Synonyms:
    """Read the file of groups; raises ``SynonymsDamaged``."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as error:
        raise SynonymsDamaged(path.name, type(error).__name__) from error
    except msgspec.MsgspecError as error:
        raise SynonymsDamaged(path.name, str(error)) from error
    if file.name != path.stem:
        raise SynonymsDamaged(path.name, "name")
    seen: set[str] = set()
    for group in file.groups:
        if group.name in seen or not any(_terms(group.words)):
            raise SynonymsDamaged(path.name, group.name)
        seen.add(group.name)
    return Synonyms(file.groups, (word for several in file.ignored.values() for word in several))


def _terms(texts: Mapping[str, tuple[str, ...]]) -> tuple[Term, ...]:
    folded = (words(text) for several in texts.values() for text in several)
    return tuple(dict.fromkeys(term for term in folded if term))
