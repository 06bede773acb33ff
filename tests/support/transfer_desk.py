# SPDX-License-Identifier: MIT
"""One person at the desks of what goes from one to another: notices, what is held back, moves, hand-overs."""

from dataclasses import dataclass, field
from typing import Any

from card_desk import OTHER_TEAM
from notebook_world import NotebookWorld

from desktop.notebook.desk import Desk
from desktop.notebook.handover import Handover
from desktop.notebook.held import HeldBack
from desktop.notebook.moving import Moving
from desktop.notebook.notices import NoticeBoard
from sync.log.commit import Draft
from sync.protocol.errors import Unreachable
from sync.protocol.holding import HeldCommits, HeldRequest
from sync.protocol.past import PastCommits, PastRequest
from sync.records.ids import CITY, EntityId, StaffId, new_entity, roster_entity, staff_stream


@dataclass
class HoldingShelf:
    """A hub that holds back what a test puts there; ``None`` is no network."""

    answer: HeldCommits | None = None
    asked: list[HeldRequest] = field(default_factory=list)

    def held(self, request: HeldRequest) -> HeldCommits:
        """Answer, or be out of reach."""
        self.asked.append(request)
        if self.answer is None:
            raise Unreachable("no route")
        return self.answer

    def past(self, _request: PastRequest) -> PastCommits:
        """Know nothing of the past: what is held back is the subject here."""
        raise Unreachable("no route")


@dataclass
class TransferDesk:
    """A person with all four before them; every method of theirs is one ask."""

    world: NotebookWorld
    staff: StaffId
    hub: HoldingShelf = field(default_factory=HoldingShelf)
    desk: Desk = field(init=False)
    notices: NoticeBoard = field(init=False)
    held: HeldBack = field(init=False)
    moving: Moving = field(init=False)
    handover: Handover = field(init=False)

    def __post_init__(self) -> None:
        self.desk = self.world.desk(self.staff)
        reading, writing, online = self.world.lane(), self.world.lane(), self.world.lane()
        self.notices = NoticeBoard(self.desk, reading=reading, writing=writing)
        self.held = HeldBack(self.desk, reading=reading, writing=writing, online=online, hub=self.hub)
        self.moving = Moving(self.desk, reading=reading, writing=writing)
        self.handover = Handover(self.desk, reading=reading, writing=writing)


def draft(
    kind: str,
    entity: EntityId | None = None,
    /,
    *,
    subject: EntityId | None = None,
    **fields: Any,  # noqa: ANN401
) -> Draft:
    """Anything that the hub says; nothing seen."""
    said = {name.rstrip("_"): (value, ()) for name, value in fields.items()}
    return Draft(kind, entity or new_entity(), subject, 1, said)


def other_team(world: NotebookWorld) -> None:
    """Let there be a second team."""
    name = {"fi": "Toinen tiimi", "sv": "Andra teamet", "en": "Second team"}
    world.hub_says(CITY, draft("team", roster_entity(OTHER_TEAM), name=name))


def notice(world: NotebookWorld, staff: StaffId, what: str, **fields: Any) -> EntityId:  # noqa: ANN401
    """Let the hub tell somebody something; everybody's laptop gets what is theirs."""
    entity = new_entity(world.clock())
    world.hub_says(staff_stream(staff), draft("notice", entity, what=what, at=world.clock(), **fields))
    return entity
