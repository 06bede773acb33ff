# SPDX-License-Identifier: MIT
"""A walk-in in a few typed words, as ``cv 22 ru +ohjaus``: topic, age in years, language, and outcome after a plus.

A word that is none of these is the note's, in the order it was typed: nothing that was typed is lost.
"""

from collections.abc import Mapping
from typing import Final

from desktop.ui.today.walk_in import WalkIn
from sync.records.codes import Code, CodeLists
from sync.records.search_text import fold

_LEAST_STEM: Final = 4
"""A word of an ending language is known by so many letters: ``ohjaus`` means ``ohjattu``."""
_MOST_LOST: Final = 2
_OLDEST: Final = 120


def read_power_text(text: str, codes: CodeLists) -> WalkIn:
    """Return what the words say, in whatever staff language they are; later ages and languages win."""
    walk_in = WalkIn()
    note = []
    for token in text.split():
        field, code = _meaning(token, codes)
        if not field:
            note.append(token)
        elif not walk_in.has(field, code):
            walk_in = walk_in.with_code(field, code)
    return walk_in.with_value("note", " ".join(note))


def _meaning(token: str, codes: CodeLists) -> tuple[str, str]:
    """Return the field and code of one word; two empty texts for a word of the note."""
    word = _one_word(token)
    if token.startswith("+"):
        code = _best(word, codes["outcomes"].rows)
        return ("outcomes", code) if code else ("", "")
    if token.isdigit() and token.isascii():
        code = _age(int(token), codes["ages"].rows)
        return ("age", code) if code else ("", "")
    topics = codes["topics"].rows
    if code := next((row.code for row in topics if word in _words(row)), ""):
        return "topics", code
    if codes.knows("languages", token.lower()):
        return "language", token.lower()
    named: Mapping[str, str] = {
        "topics": _best(word, topics),
        "language": _best(word, codes["languages"].rows) if len(word) >= _LEAST_STEM else "",
    }
    return next(((field, code) for field, code in named.items() if code), ("", ""))


def _age(years: int, rows: tuple[Code, ...]) -> str:
    bands = [
        row for row in rows if row.lowest is not None and row.lowest <= years <= (row.highest or _OLDEST)
    ]
    return bands[0].code if bands else ""


def _best(word: str, rows: tuple[Code, ...]) -> str:
    """Return the code whose words begin most like this one; the first of several."""
    scored = [(max((_alike(word, other) for other in _words(row)), default=0), row.code) for row in rows]
    best = max((score for score, _ in scored), default=0)
    return next((code for score, code in scored if score == best), "") if best else ""


def _alike(word: str, other: str) -> int:
    """Return how many letters two words share from the beginning; 0 for too few."""
    shared = next(
        (at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    if not word or shared == 0:
        return 0
    enough = shared == len(word) >= _MOST_LOST or (shared >= _LEAST_STEM and len(word) - shared <= _MOST_LOST)
    return shared if enough else 0


def _words(row: Code) -> list[str]:
    labels = [row.label, *([row.short] if row.short is not None else [])]
    texts = [text for label in labels for text in (label.fi, label.sv, label.en)]
    return [word for text in texts for part in text.split() if (word := _one_word(part))]


def _one_word(text: str) -> str:
    """Return the folded text without what parts it: ``Lupa-asiat`` is one word."""
    return fold(text).replace(" ", "")
