# SPDX-License-Identifier: MIT
"""Getting a lease again: from the hub with the passphrase as proof, or typed as the help desk reads it out.

Nothing is shown before a round with the hub, so that erasures and revocations come first; only a lease that was
read out opens without a network, which is what it is for.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

from desktop.notebook.door import Door
from desktop.notebook.hub_card import HubCard, demand_same_root, read_hub_card
from desktop.notebook.leasing import Leasing, verifier_of
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.leases import EnterLease, RenewLease
from desktop.notebook.premises import Entered, Premises
from desktop.notebook.server import Handler
from desktop.store.comparing import StoreComparing
from desktop.store.journal import StoreJournal
from desktop.vault.errors import LeaseMissing, LeaseWordsWrong
from desktop.vault.guessing import guess, open_by_key, open_by_passphrase
from desktop.vault.keyfile import Header
from desktop.vault.keyfile_io import read_copies
from desktop.vault.lease import DAY_MS, READ_OUT_DAYS, LeaseRecord, granted
from desktop.vault.lease_keeping import read_lease, write_lease
from desktop.vault.passphrase import normalised
from desktop.vault.secrets import VaultSecrets
from desktop.vault.slot_key import SlotKey, share_id
from desktop.vault.slots import slot_key
from desktop.vault.throttle import Throttle
from desktop.vault.vault import OpenVault, unix_seconds, unlock
from sync.client.comparing import Comparing
from sync.client.engine import Engine
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.device_hub import DeviceHub
from sync.protocol.devices import Lease, LeaseFetchRequest, LeaseKeepRequest
from sync.protocol.errors import (
    AccessRefused,
    CaptivePortal,
    Code,
    EnrolmentInvalid,
    ProtocolError,
    Refused,
    Unreachable,
    WrongHub,
    refusal,
)
from sync.protocol.journal import RoundOutcome, RoundRecord
from sync.protocol.lease_words import share_from

BY_HUB: Final = "lease"
"""The access log's word for a notebook whose lease the hub gave again."""
BY_WORDS: Final = "help-desk"
"""The same for one that was read out."""

_LEAST_SERIAL: Final = "least_serial"

Opened = tuple[Header, VaultSecrets, SlotKey]


class ReachDevices(Protocol):
    """How a closed notebook reaches its hub about its own laptop: the same as ``Reach``, for the other interface."""

    def __call__(
        self, address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey
    ) -> DeviceHub:
        """Return the hub, not yet spoken to; raises InsecureAddress."""


class Renewing:
    """Answers the two asks of a closed notebook whose lease has run out or is lost."""

    def __init__(
        self,
        premises: Premises,
        door: Door,
        leasing: Leasing,
        *,
        reach: ReachDevices,
        seconds: Callable[[], int] = unix_seconds,
    ) -> None:
        """``seconds`` is the throttle's clock."""
        self._premises = premises
        self._door = door
        self._leasing = leasing
        self._reach = reach
        self._seconds = seconds

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers before the door."""
        lane = self._premises.lane
        return {RenewLease: Handler(self.renew, lane), EnterLease: Handler(self.enter, lane)}

    def renew(self, ask: RenewLease) -> Unlocked:
        """Ask the hub for the share, run a round, open.

        Raises WrongPassphrase and Throttled (also where the hub's no can't tell them apart: lease-refused),
        writer-revoked and every error of the wire; the lease lies in the key store only after the round.
        """
        try:
            return self._door.open_with(
                ask.staff, lambda folder: self._fetch(folder, ask.passphrase), by=BY_HUB, first=self._catch_up
            )
        finally:
            self._leasing.waiting = None

    def enter(self, ask: EnterLease) -> Unlocked:
        """Open with the share that was read out; raises LeaseWordsWrong, WrongPassphrase, Throttled, writer-revoked."""
        try:
            share = share_from(ask.words)
        except EnrolmentInvalid as problem:
            raise LeaseWordsWrong from problem
        try:
            return self._door.open_with(
                ask.staff,
                lambda folder: self._with_share(folder, ask.passphrase, share),
                by=BY_WORDS,
                first=lambda inside: self._catch_up_if_there_is_a_way(inside, share),
            )
        finally:
            self._leasing.waiting = None

    # --- from the hub ---

    def _fetch(self, folder: Path, passphrase: str) -> OpenVault:
        headers = read_copies(self._premises.disk, folder).demand_one()
        leased = tuple(one for one in headers if one.passphrase_slot.share_id)
        if not leased:
            return unlock(folder, passphrase, clock=self._seconds, disk=self._premises.disk)
        card = read_hub_card(self._premises.disk, folder)
        throttle = self._throttle(folder)
        typed = normalised(passphrase)

        def ask() -> Opened | None:
            try:
                return self._proved_here(leased, typed, card) or self._proved_at_the_hub(leased, typed, card)
            except ProtocolError as problem:
                if not (isinstance(problem, Refused) and problem.code is Code.LEASE_REFUSED):
                    throttle.forgive_last()  # nobody has looked at the passphrase
                raise

        return self._opened(folder, throttle, guess(throttle, ask))

    def _proved_here(self, headers: tuple[Header, ...], typed: bytes, card: HubCard) -> Opened | None:
        """Renew as the writer where the share is still here: also after a new passphrase that the hub has not met."""
        shared = [
            (one, record.share_bytes) for one in headers if (record := self._record_of(one)) is not None
        ]
        opened = open_by_passphrase(shared, typed) if shared else None
        if opened is None:
            return None
        _header, secrets, key = opened
        demand_same_root(card, secrets.hub_root)
        signing = SigningKey.from_seed(secrets.signing_seed)
        receiving = ReceivingKey.from_secret(secrets.receiving_key)
        hub = self._reach(card.address, pin=card.pin, signing=signing, receiving=receiving)
        lease = hub.lease_keep(LeaseKeepRequest(key.share, verifier_of(key).public))
        self._grant(key.share, lease)
        return opened

    def _proved_at_the_hub(self, headers: tuple[Header, ...], typed: bytes, card: HubCard) -> Opened | None:
        """Prove the passphrase to the hub and be given the share; ``None`` where it is wrong for sure.

        Without the share the key file itself can't tell a wrong passphrase: the hub's refusal is all there is.
        """
        if any(self._record_of(one) is not None for one in headers):
            return None
        writer = card.writer_id
        if writer is None:
            raise LeaseMissing
        refused: AccessRefused | None = None
        for header in headers:
            base = slot_key(header.passphrase_slot, typed).base
            verifier, receiving = verifier_of(SlotKey(base)), ReceivingKey.generate()
            hub = self._reach(card.address, pin=card.pin, signing=verifier, receiving=receiving)
            try:
                lease = hub.lease_fetch(LeaseFetchRequest(writer, receiving.public), verifier=verifier)
            except AccessRefused as problem:
                if problem.code is not Code.LEASE_REFUSED:
                    raise
                refused = problem
                continue
            opened = open_by_key(headers, SlotKey(base, lease.share))
            if opened is None:
                raise LeaseMissing  # the hub holds the share of another key file than this one
            self._grant(lease.share, lease)
            return opened
        if refused is not None:
            raise refused
        return None

    # --- read out ---

    def _with_share(self, folder: Path, passphrase: str, share: bytes) -> OpenVault:
        """Open with passphrase and share; a slip in the share is told by its name before the passphrase is tried."""
        headers = read_copies(self._premises.disk, folder).demand_one()
        shared = [(one, share) for one in headers if one.passphrase_slot.share_id == share_id(share)]
        if not shared:
            raise LeaseWordsWrong
        throttle, typed = self._throttle(folder), normalised(passphrase)
        return self._opened(folder, throttle, guess(throttle, lambda: open_by_passphrase(shared, typed)))

    # --- before anything is shown ---

    def _catch_up(self, inside: Entered) -> None:
        """Run a round, then keep the lease. Raises what stopped the round, if there was no way to the hub, or a no."""
        record = self._round(inside)
        if record.outcome is RoundOutcome.OFFLINE:
            raise _NO_WAY.get(record.problem, Unreachable)(record.problem)
        self._keep(inside)

    def _catch_up_if_there_is_a_way(self, inside: Entered, share: bytes) -> None:
        """Run a round if there is a network, then keep a lease that is long enough to find one."""
        self._round(inside)
        offset = StoreJournal(inside.desk.store).clock_offset()
        now = self._premises.clock()
        until = now + offset + READ_OUT_DAYS * DAY_MS
        self._leasing.waiting = granted(share, until=until, days=READ_OUT_DAYS, now=now)
        self._keep(inside)

    def _round(self, inside: Entered) -> RoundRecord:
        """Run one round; raises writer-revoked."""
        kept, store = inside.vault.secrets, inside.desk.store
        journal = StoreJournal(store)
        hub = self._premises.reach(
            inside.hub.address,
            pin=inside.hub.pin,
            signing=store.me.key,
            receiving=ReceivingKey.from_secret(kept.receiving_key),
        )
        engine = Engine(
            hub, journal, clock=self._premises.clock, pin=inside.hub.pin, hub_id=inside.hub.hub_id,
            me=inside.desk.writer, least_serial=store.number(_LEAST_SERIAL), digests=journal.digest,
            comparing=Comparing(hub, StoreComparing(store), self._premises.clock),
        )  # fmt: skip
        record = engine.round(cancelled=lambda: False)
        if record.problem.partition(" ")[0] == Code.WRITER_REVOKED:
            raise refusal(Code.WRITER_REVOKED)
        return record

    # --- parts ---

    def _record_of(self, header: Header) -> LeaseRecord | None:
        """Return what the key store has for exactly this header's slot."""
        record = read_lease(self._premises.key_store, header.vault)
        if record is None or share_id(record.share_bytes) != header.passphrase_slot.share_id:
            return None
        return record

    def _grant(self, share: bytes, lease: Lease) -> None:
        now = self._premises.clock()
        self._leasing.waiting = granted(share, until=lease.until, days=lease.days, now=now)

    def _keep(self, inside: Entered) -> None:
        record = self._leasing.waiting
        if record is not None:
            write_lease(self._premises.key_store, inside.vault.header.vault, record)

    def _throttle(self, folder: Path) -> Throttle:
        return Throttle(folder, clock=self._seconds, disk=self._premises.disk)

    def _opened(self, folder: Path, throttle: Throttle, opened: Opened) -> OpenVault:
        header, secrets, key = opened
        return OpenVault(
            folder=folder, header=header, secrets=secrets, throttle=throttle, disk=self._premises.disk, key=key
        )  # fmt: skip


_NO_WAY: Final[dict[str, type[ProtocolError]]] = {
    "CaptivePortal": CaptivePortal,
    "WrongHub": WrongHub,
}
