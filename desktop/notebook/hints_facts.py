# SPDX-License-Identifier: MIT
"""The facts that rules of hints use, read from a person's cards, situation, plan, steps and permits.

What nobody wrote down is missing; what two people or two cards say otherwise is nobody's to choose from here;
of a protected address no rule hears.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from desktop.notebook.cards import Cards, situation_of
from desktop.notebook.desk import Desk
from desktop.notebook.hints_engine import HIDDEN, MISSING, TWO_VALUES, Fact, FactValue, age_on, known
from desktop.notebook.path_days import ENDED
from desktop.notebook.referrals import read_service
from desktop.store.service_reads import StoredRecord
from desktop.store.shown_values import part, value_of
from desktop.store.views import EntityView
from sync.records.follow_ups import day_of
from sync.records.hetu import birth_date
from sync.records.ids import EntityId, derived_entity
from sync.records.path import PLAN

_BINDS: Final = frozenset({"if_agreed", "always"})
"""Codes of ``obligations`` of a service that one may have to go to."""
_UNKNOWN: Final = "unknown"

_Read = Callable[[dict[str, Any]], FactValue | None]


def facts_of(desk: Desk, cards: Cards, today: date) -> dict[str, Fact]:
    """Return every fact about a person, on a day. The look at the cards is the caller's to log."""
    situations = [situation_of(desk, one) for one in cards.ids]
    plans = [desk.reads.entity(derived_entity(one, PLAN.name)) for one in cards.ids]
    own, where, plan = (_Pages(desk, views) for views in (cards.views, situations, plans))
    return {
        "age": own.fact("birth_date", "hetu", read=lambda values: _age(values, today)),
        "municipality": HIDDEN if cards.protected else own.code("municipality"),
        "status": where.fact("labour", read=lambda values: _code(part(values, "labour", "status", str, ""))),
        "status_since": where.fact(
            "labour", read=lambda values: day_of(part(values, "labour", "since", str, ""))
        ),
        "education": where.code("education"),
        "income": where.code("income"),
        "finnish_level": where.code("finnish_level"),
        "integration": plan.fact("integration", read=lambda values: _flag(values.get("integration"))),
        "integration_to": plan.fact(
            "valid_to", read=lambda values: day_of(value_of(values, "valid_to", str, ""))
        ),
        "binding_service": _binding(desk, _records(desk, cards, "plan_step")),
        **_cards(_records(desk, cards, "permit")),
    }


class _Pages:
    """The same page of each card of a person: one fact of them all."""

    def __init__(self, desk: Desk, views: Iterable[EntityView | None]) -> None:
        self._views = [
            one
            for one in views
            if one is not None and not one.deleted and desk.may_read(one.kind, one.stream)
        ]

    def code(self, field: str) -> Fact:
        """Return a code; "not known" is as good as nothing."""
        return self.fact(field, read=lambda values: _code(value_of(values, field, str, "")))

    def fact(self, *fields: str, read: _Read) -> Fact:
        """Return what ``read`` finds in the fields; two values of one of them are no fact."""
        if any(field in one.fields and one.fields[field].conflict for one in self._views for field in fields):
            return TWO_VALUES
        return _agreed(read(one.values) for one in self._views)


def _agreed(values: Iterable[FactValue | None]) -> Fact:
    said = {one for one in values if one is not None}
    if len(said) > 1:
        return TWO_VALUES
    return known(said.pop()) if said else MISSING


def _age(values: dict[str, Any], today: date) -> int | None:
    """Return the age by the date of birth, else by the identity code; no age before birth."""
    born = day_of(value_of(values, "birth_date", str, ""))
    code = value_of(values, "hetu", str, "")
    if born is None and code:
        born = birth_date(code)
    return age_on(born, today) if born is not None and born <= today else None


def _code(word: str) -> str | None:
    return word if word and word != _UNKNOWN else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _records(desk: Desk, cards: Cards, kind: str) -> list[StoredRecord]:
    return [
        one
        for card in cards.ids
        for one in desk.reads.services.about(card, kind)
        if desk.may_read(kind, one.stream)
    ]


def _binding(desk: Desk, steps: Iterable[StoredRecord]) -> Fact:
    """Return whether an open step leads to a service that may bind; not known where one left the catalogue."""
    gone = False
    for step in steps:
        service = value_of(step.values, "service", bytes, b"")
        if not service or part(step.values, "state", "status", str, "") in ENDED:
            continue
        found = desk.reads.services.service(EntityId(service))
        if found is None:
            gone = True
        elif read_service(found).obligation in _BINDS:
            return known(value=True)
    return MISSING if gone else known(value=False)


def _cards(permits: Iterable[StoredRecord]) -> dict[str, Fact]:
    """Return whether some card has a last day, and the first of these days."""
    its = list(permits)
    if any(one.conflict for one in its):
        return {"dated_card": TWO_VALUES, "card_ends": TWO_VALUES}
    days = [day for one in its if (day := day_of(value_of(one.values, "valid_to", str, ""))) is not None]
    return {"dated_card": known(bool(days)), "card_ends": known(min(days)) if days else MISSING}
