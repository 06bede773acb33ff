# SPDX-License-Identifier: MIT
"""Names as they are searched: one alphabet, one case, no marks."""

import re
import unicodedata
from typing import Final

from anyascii import anyascii

_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_SILENT: Final = str.maketrans("", "", "aeiouyw ")
_TWICE: Final = re.compile(r"(.)\1+")


def fold(text: str) -> str:
    """Return the text in lower-case ASCII words with one space between.

    ``Hämäläinen`` becomes ``hamalainen``, ``Самойленко`` ``samoylenko``, ``حداد`` ``hdad``: whoever
    types finds it whatever keyboard they have. The same function folds what is stored and what is typed.
    Apostrophes vanish inside a word (``O'Hara``, ``Mar'yana``); other marks part words.
    """
    plain = anyascii(unicodedata.normalize("NFKC", text)).casefold()
    return _NOT_WORD.sub(" ", re.sub(r"['`]", "", plain)).strip()


def words(text: str) -> tuple[str, ...]:
    """Return the folded words in order, for the index of words that typos are looked up in."""
    return tuple(fold(text).split())


def skeleton(name: str) -> str:
    """Return the folded name's consonants, doubled ones once.

    A name that was written in Arabic or by ear in Latin letters keeps its consonants: ``سمير`` and
    ``Samir`` are both ``smr``, ``Самойленко`` and ``Samoilenko`` both ``smlnk``.
    """
    return _TWICE.sub(r"\1", fold(name).translate(_SILENT))


def digits(text: str) -> str:
    """Return the digits only: how a part of a phone number is looked up."""
    return "".join(char for char in text if char in "0123456789")
