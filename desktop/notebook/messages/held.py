# SPDX-License-Identifier: MIT
"""What the hub holds back and what waits for a newer program: for who may decide, and for who wrote it."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.people import FieldValue
from sync.records.ids import EntityId, TeamId


class TeamOption(msgspec.Struct, frozen=True):
    """A team that something may be passed on to."""

    team: TeamId
    name: str


class HeldRow(msgspec.Struct, frozen=True):
    """One save that is held back."""

    item: str
    """Opaque id, to open it with."""
    at: int
    """When it was written, by its author's clock; when it was held back where that is not known."""
    by: str
    mine: bool
    team: str
    reason: str
    """forbidden, misplaced, revoked, signature, identity, restored, or a word of a newer hub."""
    kinds: list[str]
    """Of an own save what is in it; empty for others until the content is fetched."""
    can_decide: bool
    refused: bool
    """It was not accepted: an own save that stays on this list for its author."""
    said: str
    """A verdict that waits for the hub: accept, refuse, forward, or empty."""
    said_team: str


class ParkedRow(msgspec.Struct, frozen=True):
    """One save that this program or the hub is too old to understand."""

    at: int
    by: str
    team: str
    app: str
    """The program that wrote it."""
    kinds: list[str]
    """What is in it, as far as it can be read."""
    at_hub: bool
    """The hub is too old for it; it is shown here."""


class Held(Answer, frozen=True):
    """The page: what is to be decided and what is one's own, the oldest first, and what is parked."""

    rows: list[HeldRow]
    parked: list[ParkedRow]
    teams: list[TeamOption]
    deciding: int
    """How many rows this person may decide about and has not yet."""


class ListHeld(Ask[Held], frozen=True):
    """Ask for the page."""


class HeldField(msgspec.Struct, frozen=True):
    """One field of a held save."""

    name: str
    value: FieldValue


class HeldBody(msgspec.Struct, frozen=True):
    """What a held save says of one record."""

    kind: str
    person: EntityId | None
    name: str
    """Whom it is about, where that card is here."""
    fields: list[HeldField]


class HeldContent(Answer, frozen=True):
    """The content of one held save: shown while its page is open, and kept nowhere."""

    item: str
    bodies: list[HeldBody]
    received: int
    """When the hub got it; 0 for an own save read from this laptop."""
    erased: bool
    """Some of it was erased meanwhile."""


class OpenHeld(Ask[HeldContent], frozen=True):
    """Look at one: an own save from this laptop, another's from the hub; the look is logged."""

    item: str


class GiveRuling(Ask[Done], frozen=True):
    """Say accept, refuse or forward (then ``to``); the hub obeys it when it hears of it."""

    item: str
    verdict: str
    to: str = ""
    comment: str = ""
