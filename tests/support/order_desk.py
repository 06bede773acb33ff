# SPDX-License-Identifier: MIT
"""A laptop that several share, with a hub that gives orders, takes bundles and farewells, and can be out of reach."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from doorstep import GOOD, Doorstep

from desktop.notebook.door import Door
from desktop.notebook.farewells import Carrier
from desktop.notebook.leaving import Leaving
from desktop.notebook.messages.envelope import Event
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.orders import Orders
from desktop.notebook.outbox_keeper import OutboxKeeper
from desktop.notebook.premises import Entered
from desktop.store.changes import Change
from desktop.store.journal import StoreJournal
from sync.client.engine import Engine
from sync.hub.in_process import InProcessHub
from sync.hub.roster import revoke
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.bundle import BundleTaken
from sync.protocol.devices import FarewellRequest, FarewellsTaken, SignedOrder, What
from sync.protocol.errors import Unreachable
from sync.protocol.orders import farewell_of, sign_order, verify_farewell
from sync.records.ids import StaffId, WriterId


@dataclass
class Centre:
    """The hub about laptops. ``heard`` is what came, in order: the word, and the writer's id in hex."""

    step: Doorstep
    online: bool = True
    orders: dict[WriterId, SignedOrder] = field(default_factory=dict)
    heard: list[tuple[str, str]] = field(default_factory=list)
    carrier: WriterId | None = None

    def give(self, writer: WriterId, what: What, *, serial: int = 1) -> SignedOrder:
        """Revoke a writer and leave an order about it."""
        parts = self.step.hub.parts
        revoke(parts, writer)
        self.orders[writer] = sign_order(
            hub=parts.hub, writer=writer, what=what, serial=serial, time_ms=parts.clock(),
            online=parts.keys.signing, keys=parts.keys.signed,
        )  # fmt: skip
        return self.orders[writer]

    def order(self, writer: WriterId) -> SignedOrder | None:
        """Return the order about a writer."""
        self._reach()
        return self.orders.get(writer)

    def deliver(self, bundle: bytes) -> BundleTaken:
        """Take in a bundle."""
        self._reach()
        assert self.carrier is not None
        taken = self.step.hub.service.deliver(self.carrier, bundle)
        self.heard.append(("bundle", ""))
        return taken

    def farewell(self, request: FarewellRequest) -> FarewellsTaken:
        """Prove farewells, and revoke who has gone."""
        self._reach()
        parts, taken = self.step.hub.parts, []
        for one in request.farewells:
            said = farewell_of(one, hub=parts.hub)
            row = parts.known_writer(said.writer)
            verify_farewell(one, signing=row.signing, hub=parts.hub)
            if not row.revoked:
                revoke(parts, said.writer)
            self.heard.append((said.why.value, said.writer.hex()))
            taken.append(said.writer)
        return FarewellsTaken(taken)

    def _reach(self) -> None:
        if not self.online:
            raise Unreachable("offline")


@dataclass
class Seat:
    """Somebody's open notebook with all that leaving it needs."""

    door: Door
    inside: Entered
    keeper: OutboxKeeper
    engine: Engine
    carrier: Carrier
    hub_key: bytes
    leaving: Leaving

    def save(self) -> None:
        """Save a session of this person's team."""
        fields = {"place": {"point": None, "name": "Tori"}, "state": {"status": "open", "at": 1}, "starts": 1,
                  f"staff/{self.inside.desk.staff}": True}  # fmt: skip
        change = Change(kind="session", entity=self.inside.desk.new_id(), fields=fields)
        self.inside.desk.save([(self.inside.desk.team_stream(), [change])])

    def round(self) -> None:
        """Run a round, look after the outbox, and carry what others left."""
        self.engine.round(cancelled=lambda: False)
        self.keeper.tidy()
        self.carrier.carry(self.hub_key, besides=self.inside.desk.writer)
        self.keeper.tidy()


@dataclass
class OrderDesk:
    """The laptop. ``told`` are events to the window."""

    step: Doorstep
    centre: Centre
    told: list[Event] = field(default_factory=list)

    @classmethod
    def of(cls, step: Doorstep) -> "OrderDesk":
        """Make it of a doorstep."""
        return cls(step, Centre(step))

    def orders(self, door: Door | None = None, *, seal: Callable[[], object] = lambda: None) -> Orders:
        """Return a fresh process's orders."""
        one = door or self.step.door()
        return Orders(self.step.premises, one, reach=self._reach, tell=self.told.append, seal=seal)

    def _reach(self, address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey) -> Centre:
        del address, pin, signing, receiving
        return self.centre

    def writer(self, staff: StaffId) -> WriterId:
        """Return the writer of somebody's newest laptop."""
        return next(row.writer for row in self.step.hub.parts.store.writers() if row.staff == staff)

    def outbox(self, suffix: str) -> list[Path]:
        """Return what lies in the outbox by the end of its name."""
        return sorted(self.step.laptop.outbox.glob(f"*{suffix}"))

    def sit(self, staff: StaffId, passphrase: str = GOOD) -> Seat:
        """Open somebody's notebook."""
        step = self.step
        door = step.door()
        door.unlock(Unlock(staff, passphrase))
        inside = step.entered[-1][0]
        receiving = ReceivingKey.from_secret(inside.vault.secrets.receiving_key)
        hub = step.hub.parts.keys.receiving
        engine = Engine(
            InProcessHub(step.hub.service, inside.desk.writer), StoreJournal(inside.desk.store),
            clock=step.clock, pin=inside.hub.pin, hub_id=inside.hub.hub_id, me=inside.desk.writer,
        )  # fmt: skip
        keeper = OutboxKeeper(
            inside.desk, step.laptop.outbox, receiving=receiving, hub_receiving=lambda: hub.public,
            arrived=lambda: None,
        )  # fmt: skip
        carrier = Carrier(
            step.laptop.outbox, self.centre, hub_id=inside.hub.hub_id, receiving=receiving.public
        )
        self.centre.carrier = inside.desk.writer

        def send() -> None:
            if self.centre.online:
                engine.round(cancelled=lambda: False)

        leaving = Leaving(
            step.premises, door, keeper, send=send,
            carrying=lambda _inside: lambda: carrier.carry(hub.key_id),
        )  # fmt: skip
        return Seat(door, inside, keeper, engine, carrier, hub.key_id, leaving)

    def rise(self, seat: Seat) -> None:
        """Lock it again."""
        seat.door.lock(Lock(""))
