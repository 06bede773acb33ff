# SPDX-License-Identifier: MIT
"""Perhaps the same person: candidates from the search index, judged by ``sync.records.duplicates``.

The index narrows first (by name, phone and code), so that a hundred thousand cards cost no more than two.
"""

from datetime import date
from typing import Final

from desktop.notebook.cards import cards_of
from desktop.notebook.desk import Desk
from desktop.notebook.messages.people import DuplicateHint, Duplicates, FindDuplicates
from desktop.notebook.telling import birth_year, person_name
from desktop.store.views import EntityView
from sync.records.duplicates import Card, Reason, find_duplicates
from sync.records.hetu import birth_date, is_hetu, tidy_hetu
from sync.records.ids import EntityId
from sync.records.phone import tidy_phone

WORTH_OFFERING: Final = 50
"""The same name alone is worth a look before a second card is made; the person decides."""
_REASONS: Final = {
    Reason.SAME_HETU: "hetu",
    Reason.SAME_NAME: "name",
    Reason.NAME_ALIKE: "name_alike",
    Reason.SAME_PHONE: "phone",
    Reason.SAME_BIRTH_DATE: "birth_date",
    Reason.SAME_BIRTH_YEAR: "birth_year",
}


class Likeness:
    """Finds people who may be the one that is being written down."""

    def __init__(self, desk: Desk) -> None:
        """Search in the notebook on ``desk``."""
        self._desk = desk

    def find(self, ask: FindDuplicates) -> Duplicates:
        """Return the likeliest five with the reasons, best first, a person of several cards once.

        Asking with a whole identity code is logged.
        """
        code = tidy_hetu(ask.hetu)
        valid = is_hetu(code, allow_temporary=self._desk.practice)
        new = Card(
            first=ask.first.strip(),
            last=ask.last.strip(),
            known_as=ask.known_as.strip(),
            birth_date=birth_date(code) if valid else _day(ask.birth_date),
            phone=tidy_phone(ask.phone) if ask.phone.strip() else "",
            hetu=code if valid else "",
        )
        if valid:
            self._desk.looked("SEARCH", None, kind="person", reason="duplicate")
        candidates: dict[EntityId, EntityView] = {}
        for text in (code if valid else "", ask.phone, ask.first, ask.last, ask.known_as):
            if not text.strip():
                continue
            for row in self._desk.reads.search.people(text.strip()):
                view = self._desk.reads.entity(row.entity)
                if not self._desk.may_read("person", row.stream):
                    continue
                if view is not None and not view.deleted:
                    candidates[row.entity] = view
        found = find_duplicates(new, [_card(view) for view in candidates.values()], worth=WORTH_OFFERING)
        hints: dict[EntityId, DuplicateHint] = {}
        for one in found:
            if one.card.entity is None:
                continue
            cards = cards_of(self._desk, one.card.entity)
            lead = cards.lead
            reasons = [_REASONS[reason] for reason in one.reasons if reason in _REASONS]
            year = 0 if cards.protected else birth_year(lead.values)
            hints.setdefault(lead.entity, DuplicateHint(lead.entity, person_name(lead.values), year, reasons))
        return Duplicates(list(hints.values()))


def _card(view: EntityView) -> Card:
    values = view.values
    name = values.get("name")
    parts = name if isinstance(name, dict) else {}
    return Card(
        entity=view.entity,
        first=str(parts.get("first") or ""),
        last=str(parts.get("last") or ""),
        known_as=str(values.get("known_as") or ""),
        birth_date=_day(str(values.get("birth_date") or "")),
        phone=str(values.get("phone") or ""),
        hetu=str(values.get("hetu") or ""),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
