# SPDX-License-Identifier: MIT
"""A laptop at its door, with a hub in the same process: for tests of coming in."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hub_world import HubWorld
from memory_key_store import MemoryKeyStore
from volatile_memory import MemoryVolatileStore

from desktop.notebook.door import Door
from desktop.notebook.faults import report_of
from desktop.notebook.invitations import read_invitation_typed
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import (
    Join,
    Lock,
    ReadInvitationTyped,
    Unlocked,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.premises import Entered, Premises, ReachedHub
from desktop.resources import resource
from desktop.store.journal import StoreJournal
from desktop.vault.disk import RealDisk
from desktop.vault.kdf import LEAST_MEMORY_KIB, KdfParameters
from desktop.vault.laptop import Laptop, open_laptop
from sync.client.engine import Engine
from sync.hub.in_process import InProcessHub
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.crockford import to_text
from sync.protocol.fingerprint import FINGERPRINT_CHARACTERS
from sync.records.codes import load_codes
from sync.records.ids import LaptopId, StaffId

GOOD, OTHER, WRONG = "viisi sanaa riittää ihan hyvin", "aivan toiset viisi sanaa nyt", "ei ole tämä lause"
CHEAP = KdfParameters(memory_kib=LEAST_MEMORY_KIB, passes=1, lanes=1)
CODES = load_codes(resource("codes"))


class FullDisk(RealDisk):
    """A disk that can be full."""

    full = False

    def write(self, descriptor: int, content: bytes) -> None:
        """Write, or have no room."""
        if self.full:
            raise OSError(errno.ENOSPC, "full", "somebody/notebook")
        super().write(descriptor, content)


@dataclass
class Doorstep:
    """A laptop at its door, and a hub in the same process. ``door()`` is a fresh process's."""

    folder: Path
    hub: HubWorld
    lane: Lane
    disk: FullDisk = field(default_factory=FullDisk)
    entered: list[tuple[Entered, bool]] = field(default_factory=list)
    doors: list[Door] = field(default_factory=list)
    kdf: KdfParameters = CHEAP
    laptop: Laptop = field(init=False)
    volatile: MemoryVolatileStore = field(default_factory=MemoryVolatileStore)
    key_store: MemoryKeyStore = field(default_factory=MemoryKeyStore)
    premises: Premises = field(init=False)
    """Of the door that was made last."""

    def __post_init__(self) -> None:
        self.team = self.hub.team("Testitiimi")
        self.aino = self.hub.person("Aino Aalto", "adviser", self.team)
        self.bertta = self.hub.person("Bertta Berg", "supervisor", self.team)
        self.laptop = open_laptop(
            self.folder, laptop=LaptopId("l00000000000000a1"), practice=True, disk=self.disk
        )

    def clock(self) -> int:
        """The laptop's clock: the hub's, unless a world says otherwise."""
        return self.hub.clock()

    def door(self) -> Door:
        """Return a fresh process's door."""
        premises = self.premises = Premises(
            laptop=self.laptop, disk=self.disk, codes=CODES,
            passphrase_words=resource("words", "fi.txt").read_text(encoding="utf-8"),
            kdf=lambda: self.kdf, reach=self.reach, clock=self.clock, version="1", lane=self.lane,
            spare=self.lane, key_store=self.key_store, volatile=self.volatile,
        )  # fmt: skip
        one = Door(premises, entered=self.on_entered, leaving=lambda _why: None)
        self.doors.append(one)
        return one

    def reach(self, address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey) -> ReachedHub:
        """Reach the hub without a wire."""
        del address, pin, receiving
        return InProcessHub(self.hub.service, signing.writer)

    def on_entered(self, inside: Entered, fresh: bool) -> None:  # noqa: FBT001 - the door's callback
        """Fetch the roster, as the engine's first round does."""
        self.entered.append((inside, fresh))
        me = inside.desk.writer
        engine = Engine(
            InProcessHub(self.hub.service, me), StoreJournal(inside.desk.store), clock=self.hub.clock,
            pin=inside.hub.pin, hub_id=inside.hub.hub_id, me=me,
        )  # fmt: skip
        engine.round(cancelled=lambda: False)

    def token(self, staff: StaffId, code: str = "") -> str:
        """Return an invitation as ``Join`` wants it."""
        fingerprint = to_text(self.hub.root_digest, FINGERPRINT_CHARACTERS)
        ask = ReadInvitationTyped("http://127.0.0.1:1", code or self.hub.code(staff), fingerprint)
        return read_invitation_typed(ask).token

    def join(self, staff: StaffId) -> Unlocked:
        """Join, and lock again."""
        door = self.door()
        answer = door.join(Join(self.token(staff), GOOD, "Testikone"))
        door.lock(Lock("today"))
        return answer

    def folder_of(self, staff: StaffId) -> Path:
        """Return somebody's notebook folder."""
        return self.laptop.folder_of(staff)


def problem_of(call: Callable[[], Any]) -> tuple[Problem, dict[str, Any]]:
    """Return the code and facts that the window would get."""
    with pytest.raises(Exception) as raised:  # noqa: PT011 - whatever it is, the window gets a code for it
        call()
    report = report_of(raised.value)
    assert report is not None, raised.value
    return report.problem, dict(report.facts)
