# SPDX-License-Identifier: MIT
"""The lease of an open notebook: taken at the hub, kept in the key store, used up while the notebook stands open.

The share goes to the hub, then into the key store, and only then does the key file ask for it: cut anywhere, the
notebook opens. Getting a lease again when it has run out or is lost is in ``renewing``.
"""

import logging
import os
import threading
from collections.abc import Callable
from typing import Any, Final

from desktop.notebook.door import Door
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.leases import LeaseView, ShowLease
from desktop.notebook.premises import Entered, Premises
from desktop.notebook.server import Handler
from desktop.store.errors import StoreError
from desktop.vault.errors import LaptopFault
from desktop.vault.lease import DAY_MS, READ_OUT_DAYS, LeaseRecord, granted, opened, stood_open
from desktop.vault.lease_keeping import demand_lease, read_lease, write_lease
from desktop.vault.pin import since_start
from desktop.vault.slot_key import SHARE_BYTES, SlotKey
from desktop.vault.vault import OpenVault, fits, take_lease
from sync.log.signing import SigningKey
from sync.protocol.device_hub import DeviceHub
from sync.protocol.devices import LeaseKeepRequest
from sync.protocol.errors import ProtocolError

TICK_SECONDS: Final = 300
"""How often the time that the notebook stood open is written down."""
RETRY_SECONDS: Final = 3600
"""A hub that gives no lease is asked again after this; records go on meanwhile."""
_VERIFIER: Final = "lease_verifier"

_log = logging.getLogger(__name__)


class Leasing:
    """Keeps the lease of the notebook that is open. ``started`` counts seconds and is set by nobody."""

    def __init__(
        self,
        premises: Premises,
        door: Door,
        *,
        started: Callable[[], int] = since_start,
        random_bytes: Callable[[int], bytes] = os.urandom,
    ) -> None:
        """Listen at the door: whoever comes in, by whatever key, has a lease in force or is not let in."""
        self._premises = premises
        self._door = door
        self._started = started
        self._random_bytes = random_bytes
        self._lock = threading.Lock()
        self._inside: Entered | None = None
        self._record: LeaseRecord | None = None
        self._ticked = 0
        self._not_before = 0
        self._provisional = False
        self.waiting: LeaseRecord | None = None
        """What was given again for the notebook that is about to open; whoever gave it takes it back if it does not."""
        door.on_arrival(self._arrived)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers behind the door."""
        return {ShowLease: Handler(self.show, self._premises.lane)}

    def show(self, _ask: ShowLease) -> LeaseView:
        """Return how the open notebook's lease stands."""
        leased = bool(self._door.demand_inside().vault.header.passphrase_slot.share_id)
        record = self._record if leased else None
        return LeaseView(
            until=record.until if record is not None else 0,
            days=record.days if record is not None else 0,
            in_key_store=self._premises.key_store.system,
        )

    def warm(self) -> None:
        """Meet the key store while nobody waits: its library takes 0.2 s to load, the system's search as long again."""
        _log.debug("the system guards keys: %s", self._premises.key_store.system)

    # --- while the notebook is open; called from the thread of the rounds ---

    def contact(self, inside: Entered, hub: DeviceHub) -> None:
        """Begin the lease anew at the hub after a round that went well, once a day and when something changed.

        What fails is tried again later: a lease is no reason to hold up records.
        """
        if self._started() < self._not_before or not self._due(inside):
            return
        try:
            self._keep(inside, hub)
        except (ProtocolError, LaptopFault, StoreError) as problem:
            self._not_before = self._started() + RETRY_SECONDS
            _log.info("the lease was not renewed: %s", type(problem).__name__)

    def tick(self, *, now: bool = False) -> bool:
        """Write down how long the notebook stood open; return whether the lease has run out by that."""
        with self._lock:
            elapsed = self._started() - self._ticked
            inside, record = self._inside, self._record
            if inside is None or record is None or not inside.vault.header.passphrase_slot.share_id:
                return False
            if elapsed >= TICK_SECONDS or (now and elapsed > 0):
                self._ticked += elapsed
                self._record = record = stood_open(elapsed * 1000, record)
                write_lease(self._premises.key_store, inside.vault.header.vault, record)
            return record.mark >= record.until

    def left(self) -> None:
        """Write down the last of it; the notebook is closing."""
        self.tick(now=True)
        with self._lock:
            self._inside = self._record = None

    # --- parts ---

    def _arrived(self, inside: Entered, _by: str) -> None:
        """Demand a lease in force of a slot that takes one, by the PIN too, and move its mark to the clock.

        Raises LeaseRunOut, LeaseSuspended, LeaseMissing.
        """
        premises, header = self._premises, inside.vault.header
        record, self.waiting = self.waiting, None
        provisional = record is not None and record.days == READ_OUT_DAYS
        if header.passphrase_slot.share_id:
            if record is None:
                record = demand_lease(premises.key_store, header, now=premises.clock())
            inside.vault.know_share(record.share_bytes)
            record = opened(premises.clock(), record)
            write_lease(premises.key_store, header.vault, record)
        with self._lock:
            self._inside, self._record, self._ticked = inside, record, self._started()
            self._not_before, self._provisional = 0, provisional

    def _due(self, inside: Entered) -> bool:
        """Say whether the hub should hear of this notebook's lease now."""
        key, record = inside.vault.key, self._record
        if key is None or not fits(inside.vault):
            return False  # opened by a PIN from before a change; the next full unlock knows the key
        if self._provisional or record is None or not inside.vault.header.passphrase_slot.share_id:
            return True
        hub_time = self._premises.clock() + record.offset
        if abs(hub_time - record.granted) >= DAY_MS:
            return True
        return inside.desk.store.shelf.setting(_VERIFIER) != verifier_of(key).public

    def _keep(self, inside: Entered, hub: DeviceHub) -> None:
        """Share to the hub, record into the key store, then the slot, then the database's generation."""
        vault, key = inside.vault, inside.vault.key
        if key is None:
            return
        name = vault.header.vault
        known = self._record or read_lease(self._premises.key_store, name)
        share = vault.share or (known.share_bytes if known else self._random_bytes(SHARE_BYTES))
        verifier = verifier_of(key)
        lease = hub.lease_keep(LeaseKeepRequest(share, verifier.public))
        record = granted(share, until=lease.until, days=lease.days, now=self._premises.clock())
        if not write_lease(self._premises.key_store, name, record):
            return
        with self._lock:
            if self._inside is not inside:
                return  # locked meanwhile
            self._record, self._ticked, self._provisional = record, self._started(), False
        first = not vault.header.passphrase_slot.share_id
        if first:
            self._rewrite(vault, inside, share)
        inside.desk.looked("UPDATE", None, kind="lease", reason="first" if first else "contact")
        inside.desk.store.shelf.put_setting(_VERIFIER, verifier.public)

    def _rewrite(self, vault: OpenVault, inside: Entered, share: bytes) -> None:
        with self._door.key_file:
            if self._inside is inside and fits(vault):
                take_lease(vault, share, random_bytes=self._random_bytes)
                inside.desk.store.generation = vault.generation


def verifier_of(key: SlotKey) -> SigningKey:
    """Return the key that proves the passphrase to the hub; its public half is the verifier."""
    return SigningKey.from_seed(key.sign_in_seed)
