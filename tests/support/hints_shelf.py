# SPDX-License-Identifier: MIT
"""Hints for the card of the design's pictures: what the shipped rules say of made-up facts."""

from datetime import date, timedelta
from typing import Final

from fake_notebook import FakeBridge
from msgspec.structs import replace
from people_world import NOW

from desktop.notebook.hints_engine import Fact, Reckoned, known, reckon_all
from desktop.notebook.hints_rules import load_rule_book
from desktop.notebook.messages.hints import HintFact, HintRow, HintsView, ListHints, TakeHint, TakenHint
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.resources import resource
from sync.records.ids import EntityId

TODAY: Final = date(2026, 11, 24)
BOOK: Final = load_rule_book(resource("hints.json"))
TAKEN: Final = EntityId(bytes([230] * 16))
FACTS: Final = {
    "age": known(30),
    "municipality": known("091"),
    "status": known("unemployed"),
    "status_since": known(TODAY - timedelta(days=400)),
    "income": known("general_support"),
    "integration": known(value=True),
    "integration_to": known(TODAY + timedelta(days=60)),
    "binding_service": known(value=False),
    "dated_card": known(value=True),
    "card_ends": known(TODAY + timedelta(days=49)),
}
"""Nobody has asked about education or language."""


class HintsShelf:
    """What a notebook answers about hints; taking one up shows it from then on."""

    def __init__(
        self, bridge: FakeBridge, facts: dict[str, Fact] | None = None, *, can_take: bool = True
    ) -> None:
        self.facts = FACTS if facts is None else facts
        self.can_take = can_take
        self.taken: dict[str, TakenHint] = {}
        bridge.on(ListHints, self._list)
        bridge.on(TakeHint, self._take)

    def _list(self, ask: ListHints) -> HintsView:
        rows = [hint_row_of(one) for one in reckon_all(BOOK, self.facts, date.fromisoformat(ask.day))]
        rows = [replace(row, taken=self.taken.get(row.rule)) for row in rows]
        return HintsView(ask.person, rows, can_take=self.can_take)

    def _take(self, ask: TakeHint) -> RecordSaved:
        self.taken[ask.rule] = TakenHint(TAKEN, ask.version, NOW, "", mine=True, marks=[Mark.UNSENT])
        return RecordSaved(TAKEN, SaveId("team/t0000000000000001", 42))


def hint_row_of(told: Reckoned) -> HintRow:
    """Return a rule as the notebook tells it."""
    rule = told.rule
    facts = [
        HintFact(
            one.condition,
            one.fact.standing,
            one.fact.value.isoformat() if isinstance(one.fact.value, date) else one.fact.value,
            one.fits,
        )
        for one in told.used
    ]
    return HintRow(
        rule=rule.code, version=rule.version, outcome=told.outcome, says=rule.says, check=rule.check,
        act=rule.source.act, source=BOOK.sources[rule.source.act], chapter=rule.source.chapter,
        section=rule.source.section, checked=rule.checked, facts=facts, taken=None,
    )  # fmt: skip
