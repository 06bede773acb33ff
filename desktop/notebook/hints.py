# SPDX-License-Identifier: MIT
"""Hints about a person: which rules may be worth checking, and noting that one was taken up."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.notebook.cards import Cards, cards_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, NotFound
from desktop.notebook.hints_engine import FactValue, Reckoned, reckon, reckon_all
from desktop.notebook.hints_facts import facts_of
from desktop.notebook.hints_rules import RuleBook
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.hints import (
    HintFact,
    HintRow,
    HintsView,
    ListHints,
    Outcome,
    TakeHint,
    TakenHint,
)
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.notebook.server import Handler
from desktop.notebook.telling import sending_marks
from desktop.store.changes import Change
from desktop.store.shown_values import value_of
from sync.records.follow_ups import day_of
from sync.records.ids import StreamId
from sync.records.path import HINT_TAKEN
from sync.records.rights import Action, may


class Hints:
    """What the rules say at one desk; ``book`` is read once."""

    def __init__(self, desk: Desk, book: RuleBook, *, writing: Lane) -> None:
        self._desk = desk
        self._book = book
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about hints: a look is logged, so it goes through the writing lane."""
        return {ListHints: Handler(self.list, self._writing), TakeHint: Handler(self.take, self._writing)}

    def list(self, ask: ListHints) -> HintsView:
        """Return every rule in force and what it says, after logging the look at each card.

        Raises NotFound, PersonAway, FieldRefused for what is no day.
        """
        desk = self._desk
        today = _day(ask.day)
        cards = cards_of(desk, ask.person)
        for card in cards.ids:
            desk.looked("READ", card, kind="person", reason="hints")
        taken = self._taken(cards)
        told = reckon_all(self._book, facts_of(desk, cards, today), today)
        return HintsView(
            person=cards.lead.entity,
            rows=[self._row(one, taken) for one in told],
            can_take=self._may_take(cards.lead.stream),
        )

    def take(self, ask: TakeHint) -> RecordSaved:
        """Note that a hint was taken up, with the version that spoke and its facts; durable when this returns.

        Raises NotFound for a person who is not here and a version that does not speak on the day, FieldRefused
        for a rule that does not hold, NotAllowed.
        """
        desk = self._desk
        today = _day(ask.day)
        cards = cards_of(desk, ask.person)
        rule = next(
            (one for one in self._book.on(today) if (one.code, one.version) == (ask.rule, ask.version)), None
        )
        if rule is None:
            raise NotFound(kind=HINT_TAKEN.name)
        told = reckon(rule, facts_of(desk, cards, today), today, levels=self._book.levels)
        if told.outcome is Outcome.DOES_NOT:
            raise FieldRefused(field="rule", reason=told.outcome.value)
        fields = {
            "rule": rule.code,
            "version": rule.version,
            "held": told.outcome is Outcome.HOLDS,
            "day": today.isoformat(),
            "facts": {one.condition.fact: _plain(one.fact.value) for one in told.used},
            "at": desk.now(),
        }
        change = Change(kind=HINT_TAKEN.name, entity=desk.new_id(), fields=fields, subject=cards.lead.entity)
        stream = cards.lead.stream
        (saved,) = desk.save([(stream, [change])], reason="hints")
        return RecordSaved(change.entity, SaveId(stream, saved.n))

    # --- parts ---

    def _row(self, told: Reckoned, taken: Mapping[str, TakenHint]) -> HintRow:
        rule = told.rule
        return HintRow(
            rule=rule.code,
            version=rule.version,
            outcome=told.outcome,
            says=rule.says,
            check=rule.check,
            act=rule.source.act,
            source=self._book.sources[rule.source.act],
            chapter=rule.source.chapter,
            section=rule.source.section,
            checked=rule.checked,
            facts=[
                HintFact(one.condition, one.fact.standing, _plain(one.fact.value), one.fits)
                for one in told.used
            ],
            taken=taken.get(rule.code),
        )

    def _taken(self, cards: Cards) -> dict[str, TakenHint]:
        """Return of each rule the newest time that it was taken up."""
        desk = self._desk
        found: dict[str, TakenHint] = {}
        for card in cards.ids:
            for record in desk.reads.services.about(card, HINT_TAKEN.name):
                view = desk.reads.entity(record.entity)
                if view is None or not desk.may_read(HINT_TAKEN.name, view.stream):
                    continue
                writes = desk.history(record.entity)
                author = writes[0].author if writes else None
                rule = value_of(record.values, "rule", str, "")
                one = TakenHint(
                    taken=record.entity,
                    version=value_of(record.values, "version", str, ""),
                    at=value_of(record.values, "at", int, 0),
                    by=desk.name_of(author) if author is not None else "",
                    mine=author is not None and desk.mine(author),
                    marks=sending_marks(view.sending),
                )
                if rule not in found or found[rule].at < one.at:
                    found[rule] = one
        return found

    def _may_take(self, stream: StreamId) -> bool:
        return any(
            may(one, HINT_TAKEN.name, (), own=True, action=Action.CREATE)
            for one in self._desk.roles_in(stream)
        )


def _day(text: str) -> date:
    """Return the day asked about; raises FieldRefused for none."""
    day = day_of(text)
    if day is None:
        raise FieldRefused(field="day", reason="bad_date")
    return day


def _plain(value: FactValue | None) -> int | str | bool | None:
    """Return a fact's value as it crosses the pipe and as it is stored."""
    return value.isoformat() if isinstance(value, date) else value
