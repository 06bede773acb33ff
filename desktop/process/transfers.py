# SPDX-License-Identifier: MIT
"""What goes from one to another, composed: notices, what is held back, moves, hand-overs and earlier history."""

from typing import Any

from desktop.notebook.desk import Desk
from desktop.notebook.handover import Handover
from desktop.notebook.held import HeldBack
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.moving import Moving
from desktop.notebook.notices import NoticeBoard
from desktop.notebook.past_desk import PastDesk
from desktop.notebook.returning import Returning
from desktop.notebook.server import Handler
from sync.protocol.holding import HeldCommits, HeldRequest
from sync.protocol.holding_hub import LaptopHub
from sync.protocol.messages import Enrolled
from sync.protocol.past import PastCommits, PastRequest
from sync.records.ids import LaptopId, StaffId


class Attached:
    """The hub, once there is one."""

    def __init__(self) -> None:
        self.hub: LaptopHub | None = None

    def held(self, request: HeldRequest) -> HeldCommits:
        """Ask it; nothing asks before it is attached."""
        return self._there().held(request)

    def past(self, request: PastRequest) -> PastCommits:
        """Ask it; nothing asks before it is attached."""
        return self._there().past(request)

    def enrol_again(self, code: str, *, laptop: LaptopId, laptop_name: str, staff: StaffId) -> Enrolled:
        """Ask it; nothing asks before it is attached."""
        return self._there().enrol_again(code, laptop=laptop, laptop_name=laptop_name, staff=staff)

    def _there(self) -> LaptopHub:
        if self.hub is None:
            raise LookupError("nothing reaches the hub")
        return self.hub


class Transfers:
    """Made before what reaches the hub is: ``attach`` that before the first ask."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane, online: Lane) -> None:
        """``online`` may wait for the network; nothing else waits behind it."""
        self._attached = Attached()
        self.held = HeldBack(desk, reading=reading, writing=writing, online=online, hub=self._attached)
        self.notices = NoticeBoard(desk, reading=reading, writing=writing, deciding=self.held.deciding)
        self._parts = (
            self.held,
            self.notices,
            Moving(desk, reading=reading, writing=writing),
            Handover(desk, reading=reading, writing=writing),
            PastDesk(desk, online=online, hub=self._attached),
            Returning(desk, online=online, hub=self._attached),
        )

    def attach(self, hub: LaptopHub) -> None:
        """Say by what the hub is reached: a connection that no other thread uses."""
        self._attached.hub = hub

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks of all of them."""
        return {ask: handler for part in self._parts for ask, handler in part.handlers().items()}
