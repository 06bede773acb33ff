# SPDX-License-Identifier: MIT
"""People: search, the card, notes, linking a walk-in, and two values for one field."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import SaveId
from sync.records.ids import EntityId

FieldValue = bool | int | str | list[str] | dict[str, bool | int | str | None] | None
"""What a field shows: codes, dates, texts; sets come as the list of their elements that are on."""


class PersonRow(msgspec.Struct, frozen=True):
    """One line of the list."""

    person: EntityId
    name: str
    known_as: str
    birth_year: int
    """0 when unknown."""
    language: str
    responsible: str
    """Name of the responsible worker; empty when none."""
    mine: bool
    last_at: int
    """Newest change or visit."""
    marks: list[Mark]
    matched_in: str = ""
    """Field that the search hit when it was not the name (phone, hetu, note, known_as)."""
    cards: int = 1
    """How many cards are this person."""
    also: list[str] = msgspec.field(default_factory=list)
    """What the other cards call them, where it is not the name."""


class PeopleFound(Answer, frozen=True):
    """Hits, newest first, capped; ``total`` counts up to 1000, ``more`` says there are more than shown."""

    rows: list[PersonRow]
    total: int
    more: bool
    away: int = 0
    """Of the list without a text: how many people have left this computer; the centre has them."""


class SearchPeople(Ask[PeopleFound], frozen=True):
    """Search as typed. ``scope``: mine, team or all. An empty text lists the most recent."""

    text: str
    scope: str
    limit: int = 50


class Side(msgspec.Struct, frozen=True):
    """One of several values of a field."""

    value: FieldValue
    writer: str
    """Hex writer id; with ``n`` it names the write."""
    n: int
    by: str
    mine: bool
    at: int
    laptop: str
    """What the laptop is called, empty when the roster does not say."""
    place: str
    """Place of the session that was open, when known."""
    offline: bool
    """Whether the hub does not have it yet."""
    mark: Mark
    shown: bool
    reached: int = 0
    """When it reached the hub, by this laptop's clock (ms); 0 when it has not, or when nobody told when."""


class FieldView(msgspec.Struct, frozen=True):
    """One field of a card."""

    name: str
    value: FieldValue
    sides: list[Side]
    """Empty unless there are two values."""
    marks: list[Mark]
    masked: bool = False
    """The value is a mask; ``RevealField`` shows it, logged."""


class HistoryRow(msgspec.Struct, frozen=True):
    """One line of the card's history, newest first."""

    at: int
    kind: str
    """visit, note, person, situation, attendance, review, referral, consent, attachment, merge"""
    what: str
    """created, changed, linked, noted, approved, returned, question, deleted, referred, withdrawn, attached,
    restored, merged, separated"""
    fields: list[str]
    """Names of the fields written; of a referral its new state (``referral_states``) and what was heard back."""
    text: str
    """Note text, review comment, topic codes joined by a comma, a service's or a file's name."""
    by: str
    mine: bool
    marks: list[Mark]
    save: SaveId | None
    """Set when it is an own save that can be undone."""
    card: int = 1
    """Which of the person's cards it stands on: ``MergedCard.number``, 1 for the leading one."""


class MergedCard(msgspec.Struct, frozen=True):
    """Another card that is this person's too, with what it says otherwise than the leading one."""

    person: EntityId
    number: int
    """2, 3, … in the order of their making."""
    name: str
    birth_year: int
    created_at: int
    """0 when unknown."""
    created_by: str
    merged_at: int
    merged_by: str
    mine: bool
    """Whether I merged it."""
    leaving: bool
    """Whether it was separated again, and that waits for the hub."""
    fields: list[FieldView]
    situation: list[FieldView]
    plan: list[FieldView] = msgspec.field(default_factory=list)


class WaitingMerge(msgspec.Struct, frozen=True):
    """A card that this one was merged with; it waits for the hub, and both are still shown apart."""

    person: EntityId
    name: str
    at: int
    by: str
    save: SaveId | None
    """Set when it is mine and can be undone."""


class PersonView(Answer, frozen=True):
    """The card."""

    person: EntityId
    name: str
    fields: list[FieldView]
    """Of the person, in the order of the vocabulary; unknown fields of a newer version last."""
    situation: list[FieldView]
    history: list[HistoryRow]
    marks: list[Mark]
    unsent: int
    mine: bool
    can_edit: bool
    sight: int = 0
    """Names what is shown here; a form that was filled from it hands it back with ``SavePerson``."""
    cards: list[MergedCard] = msgspec.field(default_factory=list)
    """The other cards that are this person's; ``person`` and ``fields`` are of the leading one."""
    waiting: list[WaitingMerge] = msgspec.field(default_factory=list)
    earlier: bool = False
    """Earlier writes are at the centre and not here: ``FetchPast`` asks for them."""


class OpenPerson(Ask[PersonView], frozen=True):
    """Open a card; the reading is written to the audit log. ``reason`` is preset by where one comes from."""

    person: EntityId
    reason: str


class FetchPast(Ask[Done], frozen=True):
    """Ask the centre for what was written about a person before this notebook's history begins; the look is logged.

    It is shown with the card and the fields from then on, until the notebook is locked, and kept nowhere.
    """

    person: EntityId


class DuplicateHint(msgspec.Struct, frozen=True):
    """Perhaps the same person, and why: hetu, phone, name, birth_year."""

    person: EntityId
    name: str
    birth_year: int
    reasons: list[str]


class Duplicates(Answer, frozen=True):
    """Likely the same people, best first."""

    hints: list[DuplicateHint]


class FindDuplicates(Ask[Duplicates], frozen=True):
    """Ask before saving a new person."""

    first: str
    last: str
    known_as: str
    phone: str
    hetu: str
    birth_date: str


class RecordSaved(Answer, frozen=True):
    """The save is durable."""

    entity: EntityId
    save: SaveId


class SavePerson(Ask[RecordSaved], frozen=True):
    """Make (``person`` is ``None``) or change a person and their situation in one save.

    Only the fields given are written. Values are as in FieldView; sets as {element: on}.
    """

    person: EntityId | None
    fields: dict[str, FieldValue]
    situation: dict[str, FieldValue] = msgspec.field(default_factory=dict)
    note: str = ""
    visit: EntityId | None = None
    """A walk-in to link to the person in the same save."""
    sight: int = 0
    """The ``PersonView.sight`` that the form was filled from; 0: the card as it was last opened."""
    lead: EntityId | None = None
    """A permission to contact that the card is made of: it names the card from then on."""


class SaveNote(Ask[RecordSaved], frozen=True):
    """Add a note to a person."""

    person: EntityId
    text: str


class LinkVisit(Ask[RecordSaved], frozen=True):
    """Link a walk-in to a person; the walk-in's free text moves to the link."""

    visit: EntityId
    person: EntityId


class RevealedField(Answer, frozen=True):
    """The plain value."""

    value: str


class RevealField(Ask[RevealedField], frozen=True):
    """Show a masked field; written to the audit log. ``writer`` and ``n`` name one of two values."""

    person: EntityId
    field: str
    reason: str
    writer: str = ""
    n: int = 0


class ConflictRow(msgspec.Struct, frozen=True):
    """One line of the two-values list."""

    entity: EntityId
    kind: str
    field: str
    title: str
    """The person's name or the session's place."""
    at: int
    later: str = ""
    """ISO date until which I have put it off."""
    asks: str = ""
    """The colleague whom I have asked to choose."""
    asked_by: str = ""
    """The colleague who asks me."""


class Conflicts(Answer, frozen=True):
    """Every field with two values that concerns me, newest first."""

    rows: list[ConflictRow]


class ListConflicts(Ask[Conflicts], frozen=True):
    """Ask what has two values."""


class FieldHistoryRow(msgspec.Struct, frozen=True):
    """One earlier value of a field."""

    at: int
    by: str
    mine: bool
    value: FieldValue
    mark: Mark
    writer: str
    n: int
    stands: bool = False
    """It is what stands in the field now, alone or beside others."""
    element: str = ""
    """Of a set: which element was put on or taken off."""


class ConflictView(Answer, frozen=True):
    """Two (or more) values side by side."""

    entity: EntityId
    kind: str
    field: str
    title: str
    birth_year: int
    sides: list[Side]
    """Mine first when one is mine."""
    previous: FieldValue
    history: list[FieldHistoryRow]
    can_keep_both: bool
    masked: bool = False
    """Every value here is a mask; ``RevealField`` shows one, logged."""
    what: str = "values"
    """``values``; ``deletion``: somebody deleted what another changed (field ``deleted``; the sides are the
    changes, as lists of ``kind/field``, then the deletions); ``settled``: what lay side by side before my choice."""
    proposal: str = ""
    """Of two long texts: both in one, to look over; what both changed differently stands as ``[[one||other]]``."""
    overlaps: int = 0
    """How many such places the proposal has."""
    can_settle: bool = True
    can_ask: bool = True
    """Whether it can be put off or left to a colleague."""
    later: str = ""
    asks: str = ""
    asked_by: str = ""
    """As in the list's row."""
    person: EntityId | None = None
    """Whom it is about."""
    earlier: bool = False
    """Earlier values are at the centre and not here: ``FetchPast`` of that person brings them."""


class OpenConflict(Ask[ConflictView], frozen=True):
    """Open one field's values; problem ``gone-meanwhile`` when it is settled by now.

    ``settled`` names a choice of mine: the values before it are shown, to choose again.
    """

    entity: EntityId
    field: str
    settled: SaveId | None = None


class SettleConflict(Ask[RecordSaved], frozen=True):
    """Choose one side (``writer``, ``n``) or, with both empty, give a new ``value``.

    With ``settled`` the sides are those that lay side by side before that choice of mine. Of the field
    ``deleted`` a side that deletes is chosen, or one that changes: then the record stays.
    """

    entity: EntityId
    field: str
    writer: str = ""
    n: int = 0
    value: FieldValue = None
    settled: SaveId | None = None


class RestoreValue(Ask[RecordSaved], frozen=True):
    """Bring back an earlier value of a field by a new save."""

    entity: EntityId
    field: str
    writer: str
    n: int


class DeleteNote(Ask[Done], frozen=True):
    """Mark an own note as deleted."""

    note: EntityId
