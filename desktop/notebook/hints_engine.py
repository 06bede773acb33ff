# SPDX-License-Identifier: MIT
"""What rules say of facts: holds, does not, or not known. Pure: no notebook, no clock, no words.

A fact that is not known never lets a rule hold, and a rule that has said "holds" or "does not" says the same
when more is known: only "not known" can change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.notebook.hints_rules import Rule, RuleBook
from desktop.notebook.messages.hints import (
    Between,
    Condition,
    DaysSince,
    DaysUntil,
    IsSet,
    LevelBelow,
    OneOf,
    Outcome,
    Standing,
)

FactValue = int | str | bool | date


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about a person; ``value`` is ``None`` unless it is known."""

    standing: Standing
    value: FactValue | None = None

    @property
    def known(self) -> bool:
        """Whether a rule may use it."""
        return self.standing is Standing.KNOWN and self.value is not None


MISSING: Final = Fact(Standing.MISSING)
TWO_VALUES: Final = Fact(Standing.TWO_VALUES)
HIDDEN: Final = Fact(Standing.HIDDEN)


def known(value: FactValue) -> Fact:
    """Return a fact that a rule may use."""
    return Fact(Standing.KNOWN, value)


@dataclass(frozen=True, slots=True)
class Used:
    """A comparison, the fact it looked at, and whether that fits (``None``: can't be said)."""

    condition: Condition
    fact: Fact
    fits: bool | None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What one rule says, and by what."""

    rule: Rule
    outcome: Outcome
    used: tuple[Used, ...]


_ORDER: Final = (Outcome.HOLDS, Outcome.NOT_KNOWN, Outcome.DOES_NOT)


def reckon_all(book: RuleBook, facts: Mapping[str, Fact], today: date) -> list[Reckoned]:
    """Return what every rule in force says: those that hold first, then the ones of which least is missing."""
    told = [reckon(rule, facts, today, levels=book.levels) for rule in book.on(today)]
    return sorted(told, key=lambda one: (_ORDER.index(one.outcome), _missing(one)))


def reckon(rule: Rule, facts: Mapping[str, Fact], today: date, *, levels: Sequence[str]) -> Reckoned:
    """Return what one rule says of these facts on a day. A fact that is not in the map is missing."""
    used = tuple(_use(condition, facts, today, levels) for condition in rule.when)
    answers = {one.fits for one in used}
    unknown = Outcome.NOT_KNOWN if None in answers else Outcome.HOLDS
    return Reckoned(rule, Outcome.DOES_NOT if False in answers else unknown, used)


def age_on(born: date, day: date) -> int:
    """Return whole years; who was born on 29 February turns a year older on 1 March in other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _use(condition: Condition, facts: Mapping[str, Fact], today: date, levels: Sequence[str]) -> Used:
    fact = facts.get(condition.fact, MISSING)
    return Used(condition, fact, _fits(condition, fact.value, today, levels) if fact.known else None)


def _fits(condition: Condition, value: FactValue | None, today: date, levels: Sequence[str]) -> bool | None:
    """Return whether a value fits; ``None`` for a value of another sort, which is as good as none."""
    match condition, value:
        case Between(low=low, high=high), int() if not isinstance(value, bool):
            return (low is None or low <= value) and (high is None or value <= high)
        case OneOf(codes=codes), str():
            return value in codes
        case DaysSince(at_least=least), date():
            return (today - value).days >= least
        case DaysUntil(at_most=most, at_least=least), date():
            left = (value - today).days
            return left <= most and (least is None or least <= left)
        case IsSet(on=on), bool():
            return value is on
        case LevelBelow(level=level), str() if value in levels and level in levels:
            return levels.index(value) < levels.index(level)
        case _:
            return None


def _missing(told: Reckoned) -> int:
    return sum(one.fits is None for one in told.used)
