# SPDX-License-Identifier: MIT
"""Is this the same person? A score with its reasons, so that a second card is offered and never forced."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Final

from rapidfuzz.distance import JaroWinkler

from sync.records.ids import EntityId
from sync.records.phone import is_phone, tidy_phone
from sync.records.search_text import fold, skeleton

CERTAIN: Final = 100
WORTH_ASKING: Final = 60
"""From here on a card is offered: a name with a phone, a birth date or a birth year beside it."""
_SAME: Final = 0.97
_ALIKE: Final = 0.88
_SHORTEST_SKELETON: Final = 4
_E164: Final = re.compile(r"\+[1-9][0-9]{6,14}")


class Reason(Enum):
    """What speaks for or against two cards being one person."""

    SAME_HETU = auto()
    DIFFERENT_HETU = auto()
    SAME_NAME = auto()
    NAME_ALIKE = auto()
    SAME_PHONE = auto()
    SAME_BIRTH_DATE = auto()
    SAME_BIRTH_YEAR = auto()
    DIFFERENT_BIRTH_YEAR = auto()


_POINTS: Final = {
    Reason.SAME_NAME: 50,
    Reason.NAME_ALIKE: 35,
    Reason.SAME_PHONE: 40,
    Reason.SAME_BIRTH_DATE: 40,
    Reason.SAME_BIRTH_YEAR: 15,
    Reason.DIFFERENT_BIRTH_YEAR: -25,
}
"""Judgement, not statistics: a shared phone alone is a family, a name alone is a namesake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What two cards are compared by; an empty text is unknown."""

    entity: EntityId | None = None
    first: str = ""
    last: str = ""
    known_as: str = ""
    birth_date: date | None = None
    phone: str = ""
    hetu: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How alike two cards are: 0 to 100, and why."""

    card: Card
    score: int
    reasons: tuple[Reason, ...]


def likeness(new: Card, old: Card) -> Likeness:
    """Return how alike two cards are; symmetric. A shared identity code settles it, two codes do too."""
    if new.hetu and old.hetu:
        same = new.hetu == old.hetu
        reason = Reason.SAME_HETU if same else Reason.DIFFERENT_HETU
        return Likeness(card=old, score=CERTAIN if same else 0, reasons=(reason,))
    facts = [one for one in (_phone(new, old), _birth(new, old)) if one is not None]
    return _judged(old, [_name(new, old), *facts])


def find_duplicates(
    new: Card, others: Iterable[Card], *, worth: int = WORTH_ASKING, most: int = 5
) -> list[Likeness]:
    """Return the cards worth asking about, the likeliest first; at most ``most``."""
    found = [one for one in _likely(new, others, worth) if one.score >= worth]
    return sorted(found, key=lambda one: -one.score)[:most]


def _likely(new: Card, others: Iterable[Card], worth: int) -> Iterator[Likeness]:
    """Compare the names, which is the slow part, of those only whom a same name would lift high enough."""
    tidy = replace(new, phone=tidy_phone(new.phone))
    for old in others:
        facts = [one for one in (_phone(tidy, old), _birth(new, old)) if one is not None]
        if new.hetu and old.hetu:
            yield likeness(new, old)
        elif sum(_POINTS[one] for one in facts) + _POINTS[Reason.SAME_NAME] >= worth:
            yield _judged(old, [_name(new, old), *facts])


def _judged(old: Card, reasons: Sequence[Reason | None]) -> Likeness:
    real = tuple(one for one in reasons if one is not None)
    score = sum(_POINTS[one] for one in real)
    return Likeness(card=old, score=max(0, min(score, CERTAIN - 1)), reasons=real)


def _name(new: Card, old: Card) -> Reason | None:
    """Compare every way each is called; names may stand in either order."""
    best = 0.0
    for one in _called(new):
        for other in _called(old):
            best = max(best, JaroWinkler.similarity(_sorted(one), _sorted(other)))
            best = max(best, JaroWinkler.similarity(fold(one), fold(other)))
            bones = skeleton(one)
            if len(bones) >= _SHORTEST_SKELETON and bones == skeleton(other):
                best = max(best, _ALIKE)
    if best >= _SAME:
        return Reason.SAME_NAME
    return Reason.NAME_ALIKE if best >= _ALIKE else None


def _called(card: Card) -> list[str]:
    full = f"{card.first} {card.last}".strip()
    nick = f"{card.known_as} {card.last}".strip() if card.known_as else ""
    return [name for name in dict.fromkeys((full, nick, card.known_as)) if fold(name)]


def _sorted(name: str) -> str:
    return " ".join(sorted(fold(name).split()))


def _phone(new: Card, old: Card) -> Reason | None:
    if not new.phone or not old.phone:
        return None
    stored = _E164.fullmatch(new.phone) and _E164.fullmatch(old.phone)
    if stored:  # both in the stored form already: no need to parse them again
        return Reason.SAME_PHONE if new.phone == old.phone else None
    if not (is_phone(new.phone) and is_phone(old.phone)):
        return None
    return Reason.SAME_PHONE if tidy_phone(new.phone) == tidy_phone(old.phone) else None


def _birth(new: Card, old: Card) -> Reason | None:
    if new.birth_date is None or old.birth_date is None:
        return None
    if new.birth_date == old.birth_date:
        return Reason.SAME_BIRTH_DATE
    if new.birth_date.year == old.birth_date.year:
        return Reason.SAME_BIRTH_YEAR
    return Reason.DIFFERENT_BIRTH_YEAR
