# SPDX-License-Identifier: MIT
"""Who a search found, as rows: one row a person, however many cards they have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import PersonRow
from desktop.notebook.telling import is_minor, joint_sending, sending_marks
from desktop.store.person_marks import PersonMarks
from desktop.store.views import Found
from desktop.store.views import PersonRow as StoredRow
from sync.records.ids import EntityId, StaffId
from sync.records.phone import tidy_phone
from sync.records.search_text import digits

_MATCHED: Final = {Found.PHONE: "phone", Found.HETU: "hetu", Found.NOTE: "note", Found.ALIKE: "alike"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A person who was found: the rows of all cards, the leading one first, and the row that was found."""

    cards: tuple[StoredRow, ...]
    found: StoredRow

    @property
    def lead(self) -> StoredRow:
        """The row of the card under which the person is shown."""
        return self.cards[0]

    @property
    def protected(self) -> bool:
        """Whether some card says that the person is under a non-disclosure order."""
        return any(row.protected for row in self.cards)

    def mine(self, staff: StaffId) -> bool:
        """Whether this worker is responsible for the person, by some card."""
        return any(row.responsible == staff for row in self.cards)


def hits_of(desk: Desk, rows: Iterable[StoredRow], typed: str) -> list[Hit]:
    """Return the persons behind these rows, in the order of the first row that found each."""
    merged, lists = desk.reads.merged, desk.reads.lists
    hits: dict[EntityId, Hit] = {}
    shown = [row for row in rows if desk.may_read("person", row.stream)]
    for row, members in zip(shown, merged.members_of([one.entity for one in shown]), strict=True):
        if members[0] in hits:
            continue
        hit = Hit((row,) if len(members) == 1 else lists.people(members), row)
        if hit.cards and not _by_a_part(hit, typed):
            hits[members[0]] = hit
    return list(hits.values())


def rows_of(desk: Desk, hits: Sequence[Hit]) -> list[PersonRow]:
    """Return the hits as the list shows them; what stands beside the names is read for all at once."""
    beside = desk.reads.lists.marks_of([row.entity for hit in hits for row in hit.cards])
    return [_row(desk, hit, beside) for hit in hits]


def _row(desk: Desk, hit: Hit, beside: dict[EntityId, PersonMarks]) -> PersonRow:
    lead = hit.lead
    its = [beside[row.entity] for row in hit.cards if row.entity in beside]
    born = next((row.birth_date for row in hit.cards if row.birth_date), "")
    marks = _marks(its)
    if is_minor({"birth_date": born}, desk.now()):
        marks.append(Mark.UNDER_18)
    if hit.protected:
        marks.insert(0, Mark.PROTECTED)
    responsible = next((row.responsible for row in hit.cards if row.responsible), "")
    name = lead.name or lead.known_as
    others = dict.fromkeys(row.name or row.known_as for row in hit.cards[1:])
    return PersonRow(
        person=lead.entity,
        name=name,
        known_as=lead.known_as if lead.name else "",
        birth_year=int(born[:4]) if born[:4].isdigit() and not hit.protected else 0,
        language="" if hit.protected else next((one.language for one in its if one.language), ""),
        responsible=desk.staff_name(StaffId(responsible)) if responsible else "",
        mine=hit.mine(desk.staff),
        last_at=max((one.changed for one in its), default=0),
        marks=marks,
        matched_in=_MATCHED.get(hit.found.found, ""),
        cards=len(hit.cards),
        also=[one for one in others if one and one != name],
    )


def _marks(its: Sequence[PersonMarks]) -> list[Mark]:
    marks = [Mark.TWO_VALUES] if any(one.conflict for one in its) else []
    sending = sending_marks(joint_sending(one.sending for one in its))
    return marks + [one for one in sending if one is not Mark.DELIVERED]


def _by_a_part(hit: Hit, typed: str) -> bool:
    """Whether somebody under a non-disclosure order is found by less than the whole of their number.

    Else the number could be had a digit at a time, without asking for it and without a line in the access log.
    """
    by_words = hit.found.found not in {Found.HETU, Found.NOTE}
    return hit.protected and by_words and bool(digits(typed)) and tidy_phone(typed) != hit.found.phone
