# SPDX-License-Identifier: MIT
"""Personal data in a note that should be anonymous: where it stands and what it looks like.

A warning while somebody types, never a refusal: it is wrong at times in both directions, and prefers a
missed name to a warning that people learn to overlook.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from sync.records.search_text import fold

_LETTERS: Final = "a-zåäöæøéèüáíóúñçšžčăạễịđ"
_CAPITALS: Final = "A-ZÅÄÖÆØÉÈÜÁÍÓÚÑÇŠŽČĐ"
_NAME_WORD: Final = rf"[{_CAPITALS}][{_LETTERS}\u2019'-]+(?:[{_CAPITALS}][{_LETTERS}]+)?"
_STREETS: Final = (
    "katu|kadun|kadulla|tie|tien|tiellä|kuja|kujan|polku|polun|kaari|kaaren|rinne|rinteen|väylä|väylän|"
    "aukio|aukion|bulevardi|bulevardin|raitti|raitin|ranta|rannan|portti|portin|mäki|mäen|"
    "gatan|vägen|gränden|stigen|stranden|esplanaden|bågen"
)
_HETU: Final = re.compile(r"(?<!\d)\d{6}\s?[-+A-FU-Ya-fu-y]\s?\d{3}[0-9A-Ya-y](?![0-9A-Za-z])")
_EMAIL: Final = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(r"(?<![\w.+-])(?:\+\d{1,3}|0)(?:[ -]?\(?\d\)?){6,12}(?![\d.]\d|\d)")
_ADDRESS: Final = re.compile(
    rf"\b[{_CAPITALS}][{_LETTERS}]+(?:\s[{_CAPITALS}{_LETTERS}]+)?(?<=[{_LETTERS}])(?<!\s)(?:{_STREETS})"
    rf"\s\d{{1,3}}\b(?:\s?[A-Za-z]\b(?:\s?\d{{1,3}}\b)?)?"
)
_VERBS: Final = (
    "Kävi|Puhui|Tuli|Tulee|Haki|Hakee|Soitti|Soittaa|Kysyi|Halusi|Haluaa|Tarvitsi|Tarvitsee|Sai|Saa|Teki|"
    "Oli|On|Lähti|Ei|Aika|Sovittu|Kom|Ringde|Frågade|Came|Called|Asked|Wants|Needs"
)
"""Words that open a sentence of a note and no name."""
_NAME: Final = re.compile(
    rf"\b(?!(?:{_VERBS})\b)({_NAME_WORD})(?:\s(?:von|van|de|da|bin|al|el|af))?\s({_NAME_WORD})(?:\s{_NAME_WORD})?\b"
)
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;]\s+|\n\s*)$")
_NOT_A_NAME: Final = re.compile(
    r"(?:ttu|tty|tu|ty|nut|nyt|aan|ään|een|iin|oon|uun|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|vat|vät|"
    r"kaa|kää|ing|ed|ade|ades)$"
)
"""How a sentence's first word ends when it is a verb or a place: advised, referred, in, from, to."""


class Hint(Enum):
    """What a piece of text looks like."""

    HETU = auto()
    EMAIL = auto()
    PHONE = auto()
    ADDRESS = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One hint and where it stands: ``text[start:end]``. It holds no copy of the text."""

    hint: Hint
    start: int
    end: int


def find_hints(text: str, *, not_names: Container[str] = frozenset()) -> list[Found]:
    """Return what looks personal, in reading order and without overlaps.

    ``not_names`` holds folded words (``search_text.fold``) that are no person's name though they are
    capitalised: districts, schools, services. The surest pattern wins where two overlap.
    """
    found: list[Found] = []
    for hint, pattern in (
        (Hint.HETU, _HETU),
        (Hint.EMAIL, _EMAIL),
        (Hint.PHONE, _PHONE),
        (Hint.ADDRESS, _ADDRESS),
        (Hint.NAME, _NAME),
    ):
        for match in pattern.finditer(text):
            if hint is Hint.NAME and not _is_name(text, match, not_names):
                continue
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                found.append(Found(hint=hint, start=match.start(), end=match.end()))
    return sorted(found, key=lambda one: one.start)


def _is_name(text: str, match: re.Match[str], not_names: Container[str]) -> bool:
    if any(fold(word) in not_names for word in match.group().split()):
        return False
    starts = _SENTENCE_START.search(text[: match.start()]) is not None
    return not (starts and _NOT_A_NAME.search(match.group(1)))
