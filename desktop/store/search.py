# SPDX-License-Identifier: MIT
"""Search as somebody types: names, known-as, phone, identity code and notes.

Blind to diacritics and scripts, forgiving of typos, at most fifty hits, the newest cards first: ranking
by relevance costs 40 ms for a common word and tells nothing of people (design.md §4).
"""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop.store.lists import PEOPLE, person_row
from desktop.store.names import Names
from desktop.store.search_index import blind
from desktop.store.sqlcipher import Connection
from desktop.store.views import Found, PersonRow
from sync.records.hetu import is_hetu, tidy_hetu
from sync.records.ids import EntityId
from sync.records.search_text import digits, fold, skeleton

MOST: Final = 50
_TRIGRAM: Final = 3
_FEW: Final = 5
"""With fewer hits than this, words that differ by a typo are looked for too."""
_SHORTEST_TYPO: Final = 4
_LONG: Final = 8
_ALIKE_WORDS: Final = 8
_PHONE_CHARACTERS: Final = frozenset("0123456789+- ()")


class Search:
    """Belongs to a reader connection; keeps the distinct words in memory once a typo was typed."""

    def __init__(self, connection: Connection, names: Names, index_key: bytes) -> None:
        self._connection = connection
        self._names = names
        self._index_key = index_key
        self._words: dict[int, list[str]] = {}
        """By length: a word some slips away is not much longer or shorter."""
        self._newest_word = 0

    def people(self, typed: str, *, most: int = MOST) -> tuple[PersonRow, ...]:
        """Return the people that fit what is typed, at most ``most`` (fifty).

        A whole identity code finds its owner only; nothing typed finds nobody.
        """
        tidy = tidy_hetu(typed)
        if is_hetu(tidy, allow_temporary=True):
            return self._by_hetu(tidy)
        words = _typed_words(typed)
        if not words:
            return ()
        most = min(most, MOST)
        found: dict[EntityId, PersonRow] = {}
        by_number = all(word.isdigit() for word in words)
        self._add(found, self._by_words(words, most), Found.PHONE if by_number else Found.NAME)
        if len(found) < _FEW and not by_number:
            self._add_alike(found, words, typed, most)
        if len(found) < most:
            self._add_noted(found, words, most)
        return tuple(list(found.values())[:most])

    def _by_hetu(self, hetu: str) -> tuple[PersonRow, ...]:
        rows = self._connection.execute(
            f"{PEOPLE} WHERE hetu = ? ORDER BY id DESC", (blind(self._index_key, hetu),)
        ).fetchall()
        return tuple(person_row(self._names, row, Found.HETU) for row in rows)

    def _by_words(self, words: Sequence[str], most: int) -> list[int]:
        """Return the rows in which every word occurs, one and two letters as a beginning, the newest first."""
        long = [word for word in words if len(word) >= _TRIGRAM]
        short = [word for word in words if len(word) < _TRIGRAM]
        if long:
            also = "".join(
                " AND EXISTS (SELECT 1 FROM short WHERE prefix = ? AND id = people_text.rowid)" for _ in short
            )
            sql = (
                f"SELECT rowid FROM people_text WHERE people_text MATCH ?{also}"  # noqa: S608 - only marks
                " ORDER BY rowid DESC LIMIT ?"
            )
            arguments = [" AND ".join(f'"{word}"' for word in long), *short, most]
        else:
            also = "".join(
                " AND EXISTS (SELECT 1 FROM short AS o WHERE o.prefix = ? AND o.id = short.id)"
                for _ in short[1:]
            )
            sql = f"SELECT id FROM short WHERE prefix = ?{also} ORDER BY id DESC LIMIT ?"  # noqa: S608 - only marks
            arguments = [*short, most]
        return [row for (row,) in self._connection.execute(sql, arguments).fetchall()]

    def _add(self, found: dict[EntityId, PersonRow], rows: Sequence[int], how: Found) -> None:
        for number in rows:
            row = self._connection.execute(f"{PEOPLE} WHERE id = ?", (number,)).fetchone()
            if row is not None and row[0] not in found:
                found[row[0]] = person_row(self._names, row, how)

    def _add_alike(
        self, found: dict[EntityId, PersonRow], words: Sequence[str], typed: str, most: int
    ) -> None:
        """Add people with a word that is one slip away (two in a long one), or that sounds the same."""
        for at, word in enumerate(words):
            for other in self._alike(word):
                if len(found) >= most:
                    return
                self._add(found, self._by_words([*words[:at], other, *words[at + 1 :]], most), Found.ALIKE)
        bones = [skeleton(word) for word in typed.split()]
        if bones and all(len(bone) >= _TRIGRAM for bone in bones):
            self._add(found, self._by_words(bones, most), Found.ALIKE)

    def _alike(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_TYPO or word.isdigit():
            return []
        self._learn_words()
        slips = 2 if len(word) >= _LONG else 1
        near: list[tuple[int, str]] = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            hits = process.extract(
                word,
                self._words.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=slips,
                limit=_ALIKE_WORDS,
            )
            near += [(int(hit[1]), hit[0]) for hit in hits if hit[0] != word]
        return [other for _, other in sorted(near)[:_ALIKE_WORDS]]

    def _learn_words(self) -> None:
        rows = self._connection.execute(
            "SELECT id, word FROM words WHERE id > ? ORDER BY id", (self._newest_word,)
        ).fetchall()
        for _, word in rows:
            self._words.setdefault(len(word), []).append(word)
        if rows:
            self._newest_word = rows[-1][0]

    def _add_noted(self, found: dict[EntityId, PersonRow], words: Sequence[str], most: int) -> None:
        long = [word for word in words if len(word) >= _TRIGRAM]
        if not long:
            return
        rows = self._connection.execute(
            "SELECT n.entity, n.person FROM notes_text JOIN notes AS n ON n.id = notes_text.rowid"
            " WHERE notes_text MATCH ? ORDER BY notes_text.rowid DESC LIMIT ?",
            (" AND ".join(f'"{word}"' for word in long), most),
        ).fetchall()
        for note, person in rows:
            if person in found:
                continue
            row = self._connection.execute(f"{PEOPLE} WHERE entity = ?", (person,)).fetchone()
            if row is not None:
                found[person] = person_row(self._names, row, Found.NOTE, note)


def _typed_words(typed: str) -> list[str]:
    """Return what is typed as folded words; a number typed with spaces is one word."""
    if typed.strip() and set(typed.strip()) <= _PHONE_CHARACTERS:
        number = digits(typed)
        return [number] if number else []
    return fold(typed).split()
