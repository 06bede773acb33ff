# SPDX-License-Identifier: MIT
"""Two versions of a long text brought together over what both came from: a proposal, never a decision.

A three-way merge (diff3) by words: what only one of the two changed is taken, what both changed the same way
is taken once, and where they changed the same place differently both stand there, marked. Each word keeps the
space before it, so that a sentence added at the end changes no word that was there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

OPEN: Final = "[["
BETWEEN: Final = "||"
CLOSE: Final = "]]"
_WORD: Final = re.compile(r"\s*\S+|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the merged text; with ``other`` the two disagree here and both must stay."""

    text: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """The pieces in order."""

    pieces: tuple[Piece, ...]

    @property
    def overlaps(self) -> int:
        """How many places both changed differently."""
        return sum(piece.other is not None for piece in self.pieces)

    @property
    def text(self) -> str:
        """The text to look over; a place that both changed stands as ``[[one||other]]``."""
        return "".join(
            piece.text if piece.other is None else f"{OPEN}{piece.text}{BETWEEN}{piece.other}{CLOSE}"
            for piece in self.pieces
        )


def merge(base: str, one: str, other: str) -> Merged:
    """Return both versions in one, by what each changed of ``base``."""
    words, ones, others = (_WORD.findall(text) for text in (base, one, other))
    in_one, in_other = _kept(words, ones), _kept(words, others)
    anchors = [place for place in range(len(words)) if place in in_one and place in in_other]
    pieces: list[Piece] = []
    start = (0, 0, 0)
    for place in anchors:
        end = (place, in_one[place], in_other[place])
        pieces += _between(words[start[0] : end[0]], ones[start[1] : end[1]], others[start[2] : end[2]])
        pieces.append(Piece(words[place]))
        start = (end[0] + 1, end[1] + 1, end[2] + 1)
    pieces += _between(words[start[0] :], ones[start[1] :], others[start[2] :])
    return Merged(tuple(pieces))


def _kept(words: Sequence[str], version: Sequence[str]) -> Mapping[int, int]:
    """Return where each word that a version left as it was stands there."""
    blocks = SequenceMatcher(None, words, version, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _between(words: Sequence[str], ones: Sequence[str], others: Sequence[str]) -> list[Piece]:
    """Return what stands between two words that both left alone."""
    was, one, other = ("".join(each) for each in (words, ones, others))
    if one in {was, other}:
        said = Piece(other)
    elif other == was:
        said = Piece(one)
    else:
        said = Piece(one, other)
    return [said] if said.text or said.other else []
