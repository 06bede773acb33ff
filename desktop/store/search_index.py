# SPDX-License-Identifier: MIT
"""The search index: trigrams of names and notes, prefixes of one and two letters, distinct words.

Everything is folded text (``sync.records.search_text``), so what is typed on any keyboard finds what was
written in any script. Rows are gathered and written once a batch.
"""

import hmac
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, Final, NamedTuple

from desktop.store.sqlcipher import Connection
from sync.records.search_text import digits, fold, skeleton

_COUNTRY: Final = "358"
_NOTHING: Final[frozenset[str]] = frozenset()


def blind(index_key: bytes, hetu: str) -> bytes:
    """Return the 32-byte blind index of an identity code: equal codes meet, nothing else shows."""
    return hmac.digest(index_key, b"kenttakirja/hetu/1" + hetu.encode(), "sha256")


def name_words(name: str) -> str:
    """Return what a name is found by: folded, and its consonants when it is in another script.

    ``سمير`` is then found as ``Samir``.
    """
    if name.isascii() or not _foreign(name):
        return fold(name)
    return " ".join([fold(name), *(skeleton(word) for word in name.split())])


def phone_pieces(phone: str) -> "list[_Piece]":
    """Return the digits of a phone number, both ways it may be typed."""
    number = phone[1:] if phone[:1] == "+" and phone[1:].isdecimal() else digits(phone)
    if not number:
        return []
    found = [_Piece(number, (number[:1], number[:2]), ())]
    if number.startswith(_COUNTRY):
        inland = "0" + number[len(_COUNTRY) :]
        found.append(_Piece(inland, (inland[:1], inland[:2]), ()))
    return found


def prefixes(words: str) -> set[str]:
    """Return the one- and two-letter beginnings of the words."""
    found = set()
    for word in words.split():
        found.add(word[:1])
        if len(word) > 1:
            found.add(word[:2])
    return found


class _Piece(NamedTuple):
    """One part of what a person is found by: its folded text, its words' beginnings, its distinct words."""

    text: str
    starts: Collection[str]
    words: Collection[str]


def _piece(text: str) -> _Piece:
    return _Piece(text, prefixes(text), _distinct(text))


class SearchIndex:
    """Gathers what changes in a batch. ``write`` brings it into the tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._people_gone: list[tuple[int, str]] = []
        self._people_new: list[tuple[int, str]] = []
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        self._uses: dict[str, int] = {}
        self._notes_gone: list[int] = []
        self._notes_new: list[tuple[int, str]] = []
        self._pieces: dict[str, _Piece] = {}
        """Names come again and again; what is remembered goes with the batch."""

    def person(self, row: int, before: str | None, values: dict[str, Any] | None) -> str:
        """Index a person by the values shown, ``None`` for not there; return the words it is found by.

        ``before``: the words it was found by until now.
        """
        pieces = [] if values is None else self._pieces_of(values)
        words = " ".join([text for text, _, _ in pieces])
        if before == words and values is not None:
            return words
        if before is not None:
            self._people_gone.append((row, before))
            for word in _distinct(before):
                self._uses[word] = self._uses.get(word, 0) - 1
        if values is not None:
            self._people_new.append((row, words))
            starts, uses = self._starts, self._uses
            for start in _NOTHING.union(*[its for _, its, _ in pieces]):
                starts[start].append(row)
            for word in _NOTHING.union(*[its for _, _, its in pieces]):
                uses[word] = uses.get(word, 0) + 1
        return words

    def _pieces_of(self, values: dict[str, Any]) -> list["_Piece"]:
        name = values.get("name")
        first, last = (name.get("first"), name.get("last")) if isinstance(name, dict) else (None, None)
        found = []
        for text in (first, last, values.get("known_as")):
            if text and isinstance(text, str):
                piece = self._pieces.get(text)
                if piece is None:
                    piece = self._pieces[text] = _piece(name_words(text))
                if piece.text:
                    found.append(piece)
        phone = values.get("phone")
        if phone and isinstance(phone, str):
            found += phone_pieces(phone)
        return found

    def note(self, row: int, text: str | None, *, existed: bool) -> None:
        """Index a note's text, ``None`` to take it out."""
        if existed:
            self._notes_gone.append(row)
        if text is not None:
            self._notes_new.append((row, fold(text)))

    def write(self) -> None:
        """Write what was gathered."""
        run = self._connection.executemany
        if self._notes_gone:
            run("DELETE FROM notes_text WHERE rowid = ?", [(row,) for row in self._notes_gone])
        if self._notes_new:
            run("INSERT INTO notes_text(rowid, words) VALUES (?,?)", self._notes_new)
        if self._people_gone:
            run("DELETE FROM people_text WHERE rowid = ?", [(row,) for row, _ in self._people_gone])
            run("DELETE FROM short WHERE prefix = ? AND id = ?", _short(self._people_gone))
        if self._people_new:
            run("INSERT INTO people_text(rowid, words) VALUES (?,?)", self._people_new)
            starts = self._starts
            run("INSERT INTO short(prefix, id) VALUES (?,?)", (
                (start, row) for start in sorted(starts) for row in starts[start]
            ))  # fmt: skip
        self._write_words()

    def _write_words(self) -> None:
        changed = [(word, count) for word, count in sorted(self._uses.items()) if count]
        if changed:
            self._connection.executemany(
                "INSERT INTO words(word, uses) VALUES (?,?)"
                " ON CONFLICT(word) DO UPDATE SET uses = uses + excluded.uses",
                changed,
            )
        if self._people_gone:
            self._connection.executemany(
                "DELETE FROM words WHERE word = ? AND uses <= 0",
                [(word,) for word, count in changed if count < 0],
            )


def _distinct(words: str) -> set[str]:
    """Words that may be mistyped: not the numbers."""
    return {word for word in words.split() if not word.isdigit()}


def _short(rows: Iterable[tuple[int, str]]) -> list[tuple[str, int]]:
    return sorted([(prefix, row) for row, words in rows for prefix in prefixes(words)])


def _foreign(text: str) -> bool:
    return any(char.isalpha() and ord(char) > 0x24F for char in text)  # noqa: PLR2004 - end of Latin Extended-B
