# SPDX-License-Identifier: MIT
"""Moving a person to another team, and handing people over within one."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.held import TeamOption
from desktop.notebook.messages.today import SaveId, StaffOption
from sync.records.ids import EntityId, StaffId


class MoveOffer(Answer, frozen=True):
    """Where a person may be moved to, and a move that waits for the hub."""

    person: EntityId
    teams: list[TeamOption]
    may: bool
    """A coach or a supervisor of the team moves people; others see why they do not."""
    waiting: EntityId | None
    waiting_team: str
    waiting_by: str
    can_take_back: bool
    """The hub has not heard of it, and it is one's own."""
    heard: bool = False
    """The hub has the order; the person goes with the next news from it."""


class OfferMove(Ask[MoveOffer], frozen=True):
    """Ask before moving, and when a card is opened."""

    person: EntityId


class MovePerson(Ask[Done], frozen=True):
    """Move a person with all that is about them; nothing happens before the hub has it."""

    person: EntityId
    to: str
    reason: str


class TakeBackMove(Ask[Done], frozen=True):
    """Take a move back that the hub has not heard of; problem ``gone-meanwhile`` when it has."""

    move: EntityId


class LateRow(msgspec.Struct, frozen=True):
    """What the one before did after the hand-over."""

    kind: str
    at: int


class HandoverRow(msgspec.Struct, frozen=True):
    """One person who was handed over."""

    person: EntityId
    name: str
    by: str
    """Who did it."""
    before: str
    """Who was responsible before; empty when nobody was or nobody knows."""
    to: str
    at: int
    late: list[LateRow]
    new: bool
    """Not seen by the receiver, or something came after they saw it."""
    waits_for_hub: bool


class Handovers(Answer, frozen=True):
    """People handed to me, those not seen first; and those I handed on, with whether they were taken over."""

    received: list[HandoverRow]
    given: list[HandoverRow]
    new: int
    colleagues: list[StaffOption]
    mine: int
    """How many people I am responsible for."""


class ListHandovers(Ask[Handovers], frozen=True):
    """Ask for both lists."""


class TakeOver(Ask[Done], frozen=True):
    """Say that I have seen what was handed over about a person, with all that stands there today."""

    person: EntityId


class HandedOn(Answer, frozen=True):
    """So many people have another responsible worker now; ``saves`` can be undone."""

    count: int
    saves: list[SaveId]


class HandOver(Ask[HandedOn], frozen=True):
    """Hand people to a colleague: these, or with an empty list all I am responsible for."""

    people: list[EntityId]
    to: StaffId
