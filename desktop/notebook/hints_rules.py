# SPDX-License-Identifier: MIT
"""The rules of hints as data: dated, with their source, read from ``resources/hints.json``."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final

import msgspec

from desktop.notebook.errors import HintsDamaged
from desktop.notebook.messages.hints import Between, Condition, DaysUntil, LevelBelow, OneOf
from sync.records.codes import Label

_ALWAYS: Final = date.max


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a rule comes from: an act of the file's ``sources``, and the place in it."""

    act: str
    chapter: str = ""
    section: str = ""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One version of a rule; it speaks from ``valid_from`` to ``valid_to``, both included."""

    code: str
    version: str
    valid_from: date
    valid_to: date | None = None
    checked: bool
    """Whether the source was checked; else it awaits a lawyer."""
    source: Source
    when: tuple[Condition, ...]
    says: Label
    check: Label

    def valid_on(self, day: date) -> bool:
        """Return whether this version speaks on that day."""
        return self.valid_from <= day <= (self.valid_to or _ALWAYS)


class RuleBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All rules with their versions. ``levels`` orders the levels of a language, the lowest first."""

    name: str
    version: str
    licence: str
    about: str
    levels: tuple[str, ...]
    sources: dict[str, Label]
    rules: tuple[Rule, ...]

    def on(self, day: date) -> tuple[Rule, ...]:
        """Return what speaks on that day, in the file's order; of each rule one version at most."""
        return tuple(rule for rule in self.rules if rule.valid_on(day))


def load_rule_book(path: Path) -> RuleBook:
    """Return the rules of a file.

    Raises HintsDamaged for a file that is none, a rule without a condition or a known source, an empty span,
    a level that is not there, and two versions of one rule that speak on one day.
    """
    try:
        book = msgspec.json.decode(path.read_bytes(), type=RuleBook)
    except (OSError, msgspec.MsgspecError) as error:
        raise HintsDamaged(what=type(error).__name__) from error
    for rule in book.rules:
        if not _is_whole(rule, book):
            raise HintsDamaged(what="rule", rule=rule.code)
    for code in _overlapping(book.rules):
        raise HintsDamaged(what="versions", rule=code)
    return book


def _is_whole(rule: Rule, book: RuleBook) -> bool:
    in_order = rule.valid_to is None or rule.valid_from <= rule.valid_to
    fits = all(_can_fit(one, book.levels) for one in rule.when)
    return bool(rule.when) and rule.source.act in book.sources and in_order and fits


def _can_fit(condition: Condition, levels: tuple[str, ...]) -> bool:
    """Whether some fact can fit and some other not."""
    match condition:
        case Between(low=low, high=high):
            bounds = [one for one in (low, high) if one is not None]
            return bool(bounds) and bounds == sorted(bounds)
        case OneOf(codes=codes):
            return bool(codes)
        case DaysUntil(at_most=most, at_least=least):
            return least is None or least <= most
        case LevelBelow(level=level):
            return level in levels[1:]
        case _:
            return True


def _overlapping(rules: Iterable[Rule]) -> Iterable[str]:
    versions: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        versions[rule.code].append(rule)
    for code, its in versions.items():
        its.sort(key=lambda rule: rule.valid_from)
        named = {rule.version for rule in its}
        apart = all((one.valid_to or _ALWAYS) < other.valid_from for one, other in pairwise(its))
        if len(named) < len(its) or not apart:
            yield code
