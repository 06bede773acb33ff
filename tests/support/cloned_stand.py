# SPDX-License-Identifier: MIT
"""Aino's notebook and a copy of its disk, one hub, and an image of laptop and hub at every step of a succession."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from backup_stand import BackupStand
from doorstep import FullDisk
from hub_world import HubWorld

from desktop.notebook.door import Door
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Lock
from desktop.notebook.succession import let_in_after_round
from sync.hub.heights import claim_instance
from sync.hub.home import open_home
from sync.hub.in_process import InProcessHub
from sync.hub.service import HubService
from sync.protocol.succession import Succeeded, SucceedRequest
from sync.records.ids import StaffId, TeamId, WriterId


class ImagingDisk(FullDisk):
    """A disk that calls ``image`` before and after each change of a name: that is where a power cut differs."""

    image: Callable[[str], None] | None = None

    def replace(self, source: Path, target: Path) -> None:
        """Rename, with an image on either side."""
        self._take(f"before {target.name}")
        super().replace(source, target)
        self._take(f"after {target.name}")

    def remove(self, path: Path) -> None:
        """Remove, with an image on either side."""
        self._take(f"before the end of {path.name}")
        super().remove(path)
        self._take(f"after the end of {path.name}")

    def _take(self, name: str) -> None:
        if self.image is not None:
            self.image(name)


class ImagingHub(InProcessHub):
    """A hub that calls ``image`` before and after it lets an heir in."""

    def __init__(self, service: HubService, writer: WriterId, image: Callable[[str], None]) -> None:
        super().__init__(service, writer)
        self._image = image

    def succeed(self, request: SucceedRequest) -> Succeeded:
        """Let the heir in, with an image on either side."""
        self._image("before the hub")
        answer = super().succeed(request)
        self._image("after the hub")
        return answer


@dataclass
class ClonedStand(BackupStand):
    """One of the two laptops."""

    disk: ImagingDisk = field(default_factory=ImagingDisk)

    @classmethod
    def going_on(
        cls, folder: Path, hub: HubWorld, lane: Lane, *, team: TeamId, aino: StaffId
    ) -> "ClonedStand":
        """Return a laptop that is in this folder already."""
        stand = cls(folder, hub, lane)
        stand.team, stand.aino = team, aino
        return stand

    def copied(self, folder: Path, hub: HubWorld | None = None) -> "ClonedStand":
        """Return a laptop whose disk is a copy of this one's, as it lies there now."""
        copy_folder(self.folder, folder)
        return ClonedStand.going_on(folder, hub or self.hub, self.lane, team=self.team, aino=self.aino)

    def let_in(self, door: Door, image: Callable[[str], None] = lambda _name: None) -> bool:
        """Do what the process does after a round that found the notebook twice."""
        inside = door.demand_inside()
        hub = ImagingHub(self.hub.service, inside.desk.writer, image)
        return let_in_after_round(
            hub, inside.desk.store, inside.vault, known=self.hub.known(), laptop_name=inside.desk.laptop_name
        )

    def settle(self) -> Door:
        """Open, make rounds and go on as the heir as often as that is needed; return the open door."""
        for _ in range(4):
            door = self.opened()
            record = self.sync(door)
            if not record.problem.startswith("Cloned"):
                assert record.problem == ""
                return door
            assert self.let_in(door)
            door.lock(Lock(""))
        raise AssertionError("never settled")


def copy_folder(source: Path, target: Path) -> None:
    """Copy a folder as a power cut would leave it: what SQLite rebuilds is left out."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*-shm"))


def same_hub(hub: HubWorld, folder: Path) -> HubWorld:
    """Return the hub whose folder was copied there, as if it had always lain there."""
    claim_instance(folder)
    home = open_home(folder, clock=hub.clock)
    return HubWorld(home, HubService(home.parts), hub.clock)
