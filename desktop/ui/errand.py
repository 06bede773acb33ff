# SPDX-License-Identifier: MIT
"""What one goes to the services for, and what one comes back with: values that pages hand to each other."""

from dataclasses import dataclass, field

from desktop.notebook.messages.services import ServiceClient
from desktop.notebook.messages.today import SaveId
from sync.records.ids import EntityId


@dataclass(frozen=True, slots=True)
class Errand:
    """Handed to Services: for whom a service is sought.

    ``visit``: for the walk-in whose keys are half pressed on Today. ``person`` and ``name``: for somebody
    known. Neither: to look something up.
    """

    client: ServiceClient = field(default_factory=ServiceClient)
    visit: bool = False
    person: EntityId | None = None
    name: str = ""
    protected: bool = False
    """Whether the person is under turvakielto: said before anything is printed."""
    handed_out: bool = False
    """Whether a paper has been given on the way already."""


@dataclass(frozen=True, slots=True)
class ChosenService:
    """One service that was chosen, with its name for a strip."""

    service: EntityId
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """Handed back to Today: the services the visitor is sent to, how, and whether a paper was given."""

    services: tuple[ChosenService, ...]
    kind: str = "information"
    """Code of ``referral_kinds``."""
    handed_out: bool = False


@dataclass(frozen=True, slots=True)
class Sending:
    """Handed to the page of referring: for whom, and to which services."""

    errand: Errand
    services: tuple[ChosenService, ...]


@dataclass(frozen=True, slots=True)
class AtCard:
    """Handed to People: whose card, at which tab, and what was saved just now and can be undone there."""

    person: EntityId
    tab: str = ""
    words: str = ""
    """Told on the card, as what was saved."""
    save: SaveId | None = None
    field: str = ""
    """Whose history stands open beside the facts, as ``kind/field``."""


@dataclass(frozen=True, slots=True)
class AppointmentFor:
    """Handed to Follow-up: with whom an appointment is made, from their card; leaving goes back there."""

    person: EntityId
    name: str
