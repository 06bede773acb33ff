# SPDX-License-Identifier: MIT
"""Services: finding one, reading it, the own marks and the team's notes on it.

What a service itself says crosses as ``content``, the value of ``sync.catalogue.model.to_map``; the window
reads it with ``from_map`` of that module, which is no part of the notebook.
"""

from typing import Any

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.marks import Mark
from sync.records.ids import EntityId


class ServiceFilters(msgspec.Struct, frozen=True):
    """What narrows a search; empty and false mean: no matter. Sets are any of them."""

    ages: list[str] = []
    """Codes of ``ages``."""
    languages: list[str] = []
    districts: list[str] = []
    """Codes of ``districts`` or ``major_districts``."""
    groups: list[str] = []
    """Codes of ``topic_groups``."""
    categories: list[str] = []
    obligation: str = ""
    """``voluntary`` or ``binding``."""
    open_now: bool = False
    free: bool = False
    without_appointment: bool = False
    places_now: bool = False
    step_free: bool = False
    favourites: bool = False
    hidden: bool = False
    """Show hidden ones too."""


class ServiceClient(msgspec.Struct, frozen=True):
    """For whom the service is sought, as far as it is known: a walk-in's keys or a person's card.

    With ``person`` the notebook fills in what is empty from the card; the reading is logged.
    """

    person: EntityId | None = None
    age: str = ""
    language: str = ""
    district: str = ""
    municipality: str = ""
    status: str = ""


class Why(msgspec.Struct, frozen=True):
    """Why a service is among the hits: name, other_name, keyword, summary, description, category, ..."""

    field: str
    word: str
    """As it stands in the service."""
    language: str = ""
    typed: str = ""
    """What was typed for it when that is another word, as far as it is known (a synonym, a slip)."""
    way: str = ""
    """How it meets what was typed: word, form, beginning, part, joined, synonym, related, typo."""


class Unmet(msgspec.Struct, frozen=True):
    """What does not fit this client or this moment; ``facts`` are numbers, codes and days, for the words.

    Codes: age, municipality, status, language, level, not_open_yet, over, full, closed_now, stale.
    """

    code: str
    facts: dict[str, str | int] = {}


class ServiceRow(msgspec.Struct, frozen=True):
    """One line of the hits, its texts in the staff's language where there are."""

    service: EntityId
    name: str
    summary: str
    place: str
    """Name or address of the nearest or first place; empty for none."""
    district: str
    lowest_age: int
    highest_age: int
    price: str
    without_appointment: str
    places_free: int
    queue_weeks: int
    starts: str
    open: str
    """yes, no, or empty when no hours are known."""
    closes: str
    """``HH:MM`` when it is open now."""
    checked: str
    stale: bool
    favourite: bool
    hidden: bool
    noted: bool
    """Whether the team has a note on it."""
    obligation: str
    consent: str
    why: list[Why]
    unmet: list[Unmet]


class CatalogueState(msgspec.Struct, frozen=True):
    """How fresh the catalogue is. ``services`` counts the published ones; ``updated`` is ms, 0 for never."""

    services: int
    updated: int
    stale: int


class ServicesFound(Answer, frozen=True):
    """Hits, best first. ``partly``: no service has all the words, these have most."""

    rows: list[ServiceRow]
    total: int
    partly: bool
    catalogue: CatalogueState


class SearchServices(Ask[ServicesFound], frozen=True):
    """Search as typed. ``day`` (``YYYY-MM-DD``) and ``minute`` of it are local, for what is open now."""

    text: str
    filters: ServiceFilters
    client: ServiceClient
    language: str
    """The staff's language, for the texts of the rows."""
    day: str
    minute: int
    limit: int = 100


class TeamNote(msgspec.Struct, frozen=True):
    """What a team knows of a service."""

    note: EntityId
    text: str
    by: str
    mine: bool
    at: int
    marks: list[Mark]


class LinkedService(msgspec.Struct, frozen=True):
    """Another service that goes with it, in the catalogue."""

    service: EntityId
    name: str


class ServiceView(Answer, frozen=True):
    """Everything about one service. ``content`` is read with ``sync.catalogue.model.from_map``."""

    service: EntityId
    content: dict[str, Any]
    status: str
    row: ServiceRow
    notes: list[TeamNote]
    complementary: list[LinkedService]


class OpenService(Ask[ServiceView], frozen=True):
    """Open one service; problem ``not-found`` when the catalogue has lost it."""

    service: EntityId
    client: ServiceClient
    language: str
    day: str
    minute: int


class MarkService(Ask[Done], frozen=True):
    """Make a service a favourite or hide it, or take that back; for this person, on all their laptops."""

    service: EntityId
    favourite: bool
    hidden: bool


class NoteService(Ask[Done], frozen=True):
    """Write down what the team should know of a service."""

    service: EntityId
    text: str


class DropServiceNote(Ask[Done], frozen=True):
    """Take back an own note on a service."""

    note: EntityId
