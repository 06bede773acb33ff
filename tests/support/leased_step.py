# SPDX-License-Identifier: MIT
"""A laptop at its door whose notebooks have leases: with a clock of its own, and a hub that can be away."""

from dataclasses import dataclass, field

from doorstep import GOOD, Doorstep
from lease_hub import DAY_MS, LeaseHub, LeaseShelf

from desktop.notebook.door import Door
from desktop.notebook.leasing import Leasing
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.premises import Entered
from desktop.notebook.renewing import Renewing
from desktop.vault.keyfile import Header
from desktop.vault.keyfile_io import read_copies
from desktop.vault.lease import LeaseRecord
from desktop.vault.lease_keeping import read_lease
from sync.hub.in_process import InProcessHub
from sync.hub.service import HubService
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.errors import Unreachable
from sync.protocol.messages import SignedHello
from sync.records.ids import WriterId


class MetHub(LeaseHub, InProcessHub):
    """The whole hub for one writer."""

    def __init__(self, service: HubService, shelf: LeaseShelf, writer: WriterId) -> None:
        InProcessHub.__init__(self, service, writer)
        LeaseHub.__init__(self, shelf, writer)

    def hello(self, nonce: bytes) -> SignedHello:
        """Greet, unless away."""
        if self.shelf.away:
            raise Unreachable("away")
        return super().hello(nonce)


@dataclass
class LeasedStep(Doorstep):
    """``shift`` is how far the laptop's clock is off, in ms; ``seconds`` what it counts that nobody sets."""

    shift: int = 0
    seconds: int = 1000
    shelf: LeaseShelf = field(init=False)
    guesses: int = 2_000_000_000
    """The throttle's clock: so late that no wait lasts."""
    leasing: Leasing = field(init=False)
    renewing: Renewing = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.shelf = LeaseShelf(self.hub.clock)

    def clock(self) -> int:
        """The laptop's clock."""
        return self.hub.clock() + self.shift

    def process(self) -> Door:
        """Return a fresh process's door, with what keeps and renews leases behind it."""
        door = self.door()
        self.leasing = Leasing(self.premises, door, started=lambda: self.seconds)
        self.renewing = Renewing(self.premises, door, self.leasing, reach=self.reach, seconds=self.next_guess)
        return door

    def next_guess(self) -> int:
        """The throttle's clock, a thousand seconds later."""
        self.guesses += 1000
        return self.guesses

    def reach(self, address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey) -> MetHub:
        """Reach the hub without a wire."""
        del address, pin, receiving
        return MetHub(self.hub.service, self.shelf, signing.writer)

    def unlocked(self) -> Door:
        """Unlock in a fresh process."""
        door = self.process()
        door.unlock(Unlock(self.aino, GOOD))
        return door

    def contact(self) -> None:
        """What follows a round that went well."""
        inside = self.inside
        self.leasing.contact(inside, MetHub(self.hub.service, self.shelf, inside.desk.writer))

    def leased(self) -> None:
        """Join, unlock, meet the hub, lock: from here on the key file asks for the share."""
        self.join(self.aino)
        door = self.unlocked()
        self.contact()
        self.lock(door)

    def lock(self, door: Door) -> None:
        """Lock, as the process does."""
        self.leasing.left()
        door.lock(Lock("today"))

    @property
    def inside(self) -> Entered:
        """The notebook that was opened last."""
        return self.entered[-1][0]

    @property
    def header(self) -> Header:
        """The key file as it lies on the disk."""
        return read_copies(self.disk, self.folder_of(self.aino)).demand_one()[0]

    @property
    def record(self) -> LeaseRecord | None:
        """What the key store holds."""
        return read_lease(self.key_store, self.header.vault)

    def later(self, days: float) -> None:
        """Let honest time pass, on the hub's clock and the laptop's."""
        self.hub.clock.now += round(days * DAY_MS)  # type: ignore[attr-defined]
