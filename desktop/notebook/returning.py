# SPDX-License-Identifier: MIT
"""Enrolling again at a hub that was restored from a backup made before this laptop came.

The keys stay, and so does everything: to the hub it is the same writer, which brings what it has as in any round.
"""

from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.sync import EnrolAgain
from desktop.notebook.server import Handler
from sync.protocol.holding_hub import ReturningHub


class Returning:
    """Answers ``EnrolAgain``. ``hub`` is asked in a lane of its own, where nothing else waits behind it."""

    def __init__(self, desk: Desk, *, online: Lane, hub: ReturningHub) -> None:
        self._desk: Final = desk
        self._online = online
        self._hub = hub

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the ask."""
        return {EnrolAgain: Handler(self.enrol, self._online)}

    def enrol(self, ask: EnrolAgain) -> Done:
        """Show the code; raises the hub's errors, EnrolRefused also for a code that was made for somebody else."""
        desk = self._desk
        self._hub.enrol_again(
            ask.code, laptop=desk.store.me.laptop, laptop_name=desk.laptop_name, staff=desk.staff
        )
        return Done()
