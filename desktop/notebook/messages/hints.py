# SPDX-License-Identifier: MIT
"""Hints: which dated rules may be worth checking for a person, the facts they used, and what is not known.

A hint never decides anything. It says which facts it used, which are missing, and which law it comes from.
"""

from enum import Enum
from types import MappingProxyType
from typing import Final, Literal

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from sync.records.codes import Label
from sync.records.ids import EntityId

AgeFact = Literal["age"]
CodeFact = Literal["municipality", "status", "education", "income"]
DayFact = Literal["status_since", "integration_to", "card_ends"]
FlagFact = Literal["integration", "binding_service", "dated_card"]
LevelFact = Literal["finnish_level"]


class Between(msgspec.Struct, tag="between", tag_field="is", frozen=True, forbid_unknown_fields=True):
    """The age in whole years lies between two, both included."""

    fact: AgeFact
    low: int | None = None
    high: int | None = None


class OneOf(msgspec.Struct, tag="in", tag_field="is", frozen=True, forbid_unknown_fields=True):
    """A code is one of these."""

    fact: CodeFact
    codes: list[str]


class DaysSince(msgspec.Struct, tag="days_since", tag_field="is", frozen=True, forbid_unknown_fields=True):
    """A day lies at least so many days back."""

    fact: DayFact
    at_least: int


class DaysUntil(msgspec.Struct, tag="days_until", tag_field="is", frozen=True, forbid_unknown_fields=True):
    """A day comes within so many days, or has passed; with ``at_least`` 0 it has not."""

    fact: DayFact
    at_most: int
    at_least: int | None = None


class IsSet(msgspec.Struct, tag="flag", tag_field="is", frozen=True, forbid_unknown_fields=True):
    """A yes or no is this one."""

    fact: FlagFact
    on: bool


class LevelBelow(msgspec.Struct, tag="level_below", tag_field="is", frozen=True, forbid_unknown_fields=True):
    """A level of a language lies below this one."""

    fact: LevelFact
    level: str


Condition = Between | OneOf | DaysSince | DaysUntil | IsSet | LevelBelow
"""The closed set of comparisons; a rule holds when all of its own do."""


class FactHome(msgspec.Struct, frozen=True):
    """Where a fact is written down, and the list its codes are of."""

    kind: str
    field: str
    codes: str = ""


FACT_HOMES: Final = MappingProxyType(
    {
        "age": FactHome("person", "birth_date"),
        "municipality": FactHome("person", "municipality", "municipalities"),
        "status": FactHome("situation", "labour", "statuses"),
        "status_since": FactHome("situation", "labour"),
        "education": FactHome("situation", "education", "educations"),
        "income": FactHome("situation", "income", "incomes"),
        "finnish_level": FactHome("situation", "finnish_level", "cefr"),
        "integration": FactHome("plan", "integration"),
        "integration_to": FactHome("plan", "valid_to"),
        "binding_service": FactHome("plan_step", "service"),
        "dated_card": FactHome("permit", "kind"),
        "card_ends": FactHome("permit", "valid_to"),
    }
)
"""Every fact that a rule may use."""


class Standing(Enum):
    """Whether a fact can be used."""

    KNOWN = "known"
    MISSING = "missing"
    TWO_VALUES = "two_values"
    """Two people wrote otherwise, or two cards of the person say otherwise: nobody has settled it."""
    HIDDEN = "hidden"
    """A protected address: the rule does not look at it."""


class Outcome(Enum):
    """What a rule says of a person."""

    HOLDS = "holds"
    NOT_KNOWN = "not_known"
    DOES_NOT = "does_not"


class HintFact(msgspec.Struct, frozen=True):
    """One comparison of a rule with the fact that it looked at."""

    condition: Condition
    standing: Standing
    value: int | str | bool | None
    """As in ``FieldView``: days as ``YYYY-MM-DD``; ``None`` unless known."""
    fits: bool | None
    """``None`` when it can't be said."""


class TakenHint(msgspec.Struct, frozen=True):
    """That somebody took a hint up: when, by which version of its rule."""

    taken: EntityId
    version: str
    at: int
    by: str
    mine: bool
    marks: list[Mark]


class HintRow(msgspec.Struct, frozen=True):
    """One rule and what it says of the person; ``rule`` is a code of ``hint_rules``."""

    rule: str
    version: str
    outcome: Outcome
    says: Label
    check: Label
    """What has to be found out beside the facts."""
    act: str
    """Number of the act (``1290/2002``), else a word of our own."""
    source: Label
    chapter: str
    section: str
    checked: bool
    """Whether the source was checked; else it awaits a lawyer."""
    facts: list[HintFact]
    taken: TakenHint | None


class HintsView(Answer, frozen=True):
    """Every rule in force on the day: those that hold first, then those that are not known, then the others."""

    person: EntityId
    rows: list[HintRow]
    can_take: bool


class ListHints(Ask[HintsView], frozen=True):
    """Ask which rules may be worth checking for a person on a day (``YYYY-MM-DD``); the look is logged."""

    person: EntityId
    day: str


class TakeHint(Ask[RecordSaved], frozen=True):
    """Note that a hint was taken up with the person; the version that spoke and its facts are stored.

    Problems: ``not-found`` for a rule, or a version of it, that is not in force; ``field-refused`` for one
    that does not hold by what is known.
    """

    person: EntityId
    day: str
    rule: str
    version: str
