# SPDX-License-Identifier: MIT
"""A laptop at its door that makes backups and restores them, with a hub that may be out of reach."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec
from doorstep import GOOD, Doorstep

from desktop.notebook.door import Door
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.premises import Entered, ReachedHub, backups_of
from desktop.notebook.restoring import Restoring
from desktop.store.backup_copy import copy_notebook
from desktop.store.changes import Change
from desktop.store.journal import StoreJournal
from desktop.vault.guessing import no_share
from desktop.vault.vault import OpenVault, take_lease, unlock
from sync.client.engine import Engine
from sync.hub.export import export
from sync.hub.in_process import InProcessHub
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.errors import Unreachable
from sync.protocol.journal import RoundRecord
from sync.protocol.messages import SignedHello
from sync.records.ids import team_stream


class NoHub(InProcessHub):
    """A hub that cannot be reached."""

    def hello(self, nonce: bytes) -> SignedHello:
        """Reach nothing."""
        del nonce
        raise Unreachable


@dataclass
class BackupStand(Doorstep):
    """As a doorstep, with ``online`` to take the network away and ``share`` for a lease."""

    online: bool = True
    share: bytes = b""

    def reach(self, address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey) -> ReachedHub:
        """Reach the hub without a wire, if there is a network."""
        del address, pin, receiving
        return (InProcessHub if self.online else NoHub)(self.hub.service, signing.writer)

    def on_entered(self, inside: Entered, fresh: bool) -> None:  # noqa: FBT001 - the door's callback
        """Fetch the roster for a new notebook; nothing else is sent but when a test says so."""
        self.entered.append((inside, fresh))
        if fresh:
            self._round(inside)

    def opening(self, folder: Path, passphrase: str) -> OpenVault:
        """Open the vault of a folder, with the lease's share if the laptop has it."""
        return unlock(
            folder, passphrase, share_of=lambda _header: self.share or no_share(_header), disk=self.disk
        )

    def restoring(self) -> Restoring:
        """Return what restores, at a fresh process's door."""
        door = self.door()
        return Restoring(self.premises, door, opening=self.opening)

    def opened(self, passphrase: str = GOOD) -> Door:
        """Return a door behind which Aino's notebook is open."""
        door = self.door()
        door.open_with(self.aino, lambda folder: self.opening(folder, passphrase), by="unlock")
        return door

    def take_lease(self) -> None:
        """Give Aino's notebook a lease, whose share the laptop has."""
        self.share = bytes(range(16))
        door = self.door()
        door.unlock(Unlock(self.aino, GOOD))
        inside = door.demand_inside()
        take_lease(inside.vault, self.share)
        inside.desk.store.generation = inside.vault.generation
        door.lock(Lock(""))

    def back_up(self, door: Door, into: Path | None = None) -> Path:
        """Make a backup of the open notebook and return it."""
        inside = door.demand_inside()
        key = inside.vault.secrets.database_key
        folder = backups_of(self.premises, inside.vault, inside.hub)
        return folder.make(
            partial(copy_notebook, inside.desk.store.path, key), into=into, automatic=False, city=None
        ).path

    def save(self, door: Door, name: str) -> None:
        """Save a person of this first name."""
        desk = door.demand_inside().desk
        person = desk.new_id()
        fields = {"name": {"first": name, "last": "Testinen"}}
        desk.save(
            [(desk.team_stream(), [Change(kind="person", entity=person, fields=fields, subject=person)])]
        )

    def names(self, door: Door) -> list[str]:
        """Return the first names that the open notebook shows, the oldest first."""
        reads = door.demand_inside().desk.store.reads()
        rows = reads.connection.execute("SELECT name FROM people ORDER BY entity").fetchall()
        return [str(name).removesuffix(" Testinen") for (name,) in rows]

    def names_at_the_hub(self) -> list[str]:
        """Return the first names that the hub has of the team's people, the oldest first."""
        lines = [msgspec.json.decode(line) for line in export(self.hub.parts, stream=team_stream(self.team))]
        found = [(one["entity"], one["fields"]["name"]["first"]) for one in lines if one["kind"] == "person"]
        return [name for _, name in sorted(found)]

    def unsent(self, door: Door) -> int:
        """Return how many saves the hub has not received."""
        return door.demand_inside().desk.reads.sending.unsent_count()

    def sync(self, door: Door) -> RoundRecord:
        """Make one round."""
        return self._round(door.demand_inside())

    def close(self) -> None:
        """Close every door."""
        for door in self.doors:
            door.close()

    def _round(self, inside: Entered) -> RoundRecord:
        me = inside.desk.writer
        journal = StoreJournal(inside.desk.store)
        engine = Engine(
            InProcessHub(self.hub.service, me), journal, clock=self.hub.clock, pin=inside.hub.pin,
            hub_id=inside.hub.hub_id, me=me, digests=journal.digest,
        )  # fmt: skip
        return engine.round(cancelled=lambda: False)
