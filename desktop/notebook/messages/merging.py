# SPDX-License-Identifier: MIT
"""Two cards of one person: laid side by side, merged, separated again."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.people import FieldView, RecordSaved
from desktop.notebook.messages.today import SaveId
from sync.records.ids import EntityId


class ComparedCard(msgspec.Struct, frozen=True):
    """One of the two cards: whose, how old, and how much lies on it."""

    person: EntityId
    name: str
    birth_year: int
    created_at: int
    """0 when unknown."""
    created_by: str
    team: str
    notes: int
    visits: int
    referrals: int
    files: int
    cards: int
    """How many cards are this person already."""


class ComparedField(msgspec.Struct, frozen=True):
    """One field of both cards; a side is ``None`` where the card says nothing."""

    kind: str
    """person, situation or plan"""
    name: str
    left: FieldView | None
    right: FieldView | None
    differs: bool
    """Both say something, and not the same."""


class Comparison(Answer, frozen=True):
    """Two cards side by side; ``left`` would lead."""

    left: ComparedCard
    right: ComparedCard
    fields: list[ComparedField]
    hindrance: str
    """Why they can't be merged: same_card, already_one, waits, other_team, not_allowed; empty when they can."""


class ComparePeople(Ask[Comparison], frozen=True):
    """Lay two cards side by side; the look at each is logged."""

    one: EntityId
    other: EntityId


class MergePeople(Ask[RecordSaved], frozen=True):
    """Say that two cards are one person. It takes effect when the hub has it, and can be undone for ever."""

    one: EntityId
    other: EntityId


class Separated(Answer, frozen=True):
    """The save that parts, and how many persons the cards are then; it takes effect when the hub has it."""

    save: SaveId
    persons: int


class UnmergePeople(Ask[Separated], frozen=True):
    """Part one card from the others of its person, whenever and by whomever they were merged."""

    person: EntityId


class TakeFromCard(Ask[RecordSaved], frozen=True):
    """Make what another card of a person says the leading card's value; a masked one need not be shown for it."""

    card: EntityId
    kind: str
    """person, situation or plan"""
    field: str
    sight: int = 0
    """Of the ``PersonView`` that was looked at."""


class MergedRow(msgspec.Struct, frozen=True):
    """One person of several cards, or two cards that wait to be one."""

    person: EntityId
    names: list[str]
    """Of each card, the leading one first."""
    at: int
    """When they were last joined."""
    by: str
    waits: bool
    """The hub has not numbered what was last said: they are joined, or parted, then."""


class MergedPeople(Answer, frozen=True):
    """The newest first."""

    rows: list[MergedRow]


class ListMerged(Ask[MergedPeople], frozen=True):
    """Ask who was merged; the look is logged as one at a list."""
