# SPDX-License-Identifier: MIT
"""The passphrase: its normal form, what is long enough, a hint of its strength, a generator.

No rules of composition (NIST SP 800-63B §5.1.1.2): length is what counts, and people at a stand
type what they can remember. Five words of the generator's list are 55 bits or more.
"""

import unicodedata
from collections.abc import Callable, Sequence
from enum import IntEnum
from math import log2
from typing import Final

from desktop.vault.errors import PassphraseTooWeak

LEAST_WORDS: Final = 5
LEAST_CHARACTERS: Final = 14
LEAST_WORD_LETTERS: Final = 3
LEAST_DIFFERENT: Final = 5
"""Fewer different characters than this is one key held down, however long."""
LEAST_LIST: Final = 2048

_GOOD_BITS: Final = 45.0
_STRONG_BITS: Final = 65.0
_WORD_BITS: Final = 11.0
_CHARACTER_BITS: Final = 2.4
"""A guess for text that people make up; capped by the alphabet that the text really uses."""


class Strength(IntEnum):
    """A hint beside the field; the window owns the words for it. TOO_SHORT is refused."""

    TOO_SHORT = 0
    FAIR = 1
    GOOD = 2
    STRONG = 3


def normalised(passphrase: str) -> bytes:
    """Return the bytes that are hashed: NFC, UTF-8, so that ä typed on any keyboard is one ä.

    A lone surrogate, which a broken input method can send, is kept as it is and never an error.
    """
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def strength(passphrase: str) -> Strength:
    """Return a hint, from the length and the number of different characters; no dictionary."""
    text = unicodedata.normalize("NFC", passphrase)
    words = _words(text)
    different = len(set(text))
    if different < LEAST_DIFFERENT or (len(words) < LEAST_WORDS and len(text) < LEAST_CHARACTERS):
        return Strength.TOO_SHORT
    by_words = len(words) * _WORD_BITS if len(words) >= LEAST_WORDS else 0.0
    bits = max(by_words, len(text) * min(_CHARACTER_BITS, log2(different)))
    if bits >= _STRONG_BITS:
        return Strength.STRONG
    return Strength.GOOD if bits >= _GOOD_BITS else Strength.FAIR


def demand_strong_enough(passphrase: str) -> None:
    """Raise PassphraseTooWeak unless it has five different words or fourteen characters."""
    if strength(passphrase) is Strength.TOO_SHORT:
        raise PassphraseTooWeak


def generate(
    words: Sequence[str], *, choose: Callable[[Sequence[str]], str], count: int = LEAST_WORDS
) -> str:
    """Return ``count`` words joined by spaces; ``choose`` is ``secrets.choice`` outside of tests.

    Words that were chosen before in the same phrase are drawn again, so that the five differ.
    """
    chosen: list[str] = []
    while len(chosen) < count:
        word = choose(words)
        if word not in chosen:
            chosen.append(word)
    return " ".join(chosen)


def words_from(text: str) -> tuple[str, ...]:
    """Return the word list that ``resources/words/fi.txt`` holds, one word a line.

    Raises ValueError (our own data is wrong) for fewer than 2048 words or a word twice.
    """
    words = tuple(line for line in text.splitlines() if line and not line.startswith("#"))
    if len(words) < LEAST_LIST or len(set(words)) != len(words):
        raise ValueError("the word list is too short or has a word twice")
    return words


def _words(text: str) -> set[str]:
    """Return the different words of three letters or more; hyphens part words as spaces do."""
    parts = text.replace("-", " ").split()
    return {part.casefold() for part in parts if len(part) >= LEAST_WORD_LETTERS}
