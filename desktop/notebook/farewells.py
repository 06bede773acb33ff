# SPDX-License-Identifier: MIT
"""What others left in the outbox, carried to the hub unread: bundles first, and only then their writers' farewells.

The order matters: a farewell revokes its writer, and of what comes later the hub believes nothing.
"""

import logging
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Protocol

import msgspec

from desktop.notebook.premises import Entered
from desktop.vault.disk import Disk, write_durably
from sync.client.outbox import FAREWELL_SUFFIX, entries, is_read, mark_read, read_file
from sync.log.codec import encode
from sync.log.sealing import ReceivingKey, key_id
from sync.log.signing import SigningKey
from sync.protocol.bundle import MAX_DELIVERED
from sync.protocol.bundle_hub import BundleHub
from sync.protocol.devices import FarewellRequest, FarewellsTaken, SignedFarewell, Why
from sync.protocol.errors import BundleRefused, FrameBroken, ProtocolError, Refused
from sync.protocol.hello import NONCE_BYTES, verify_hello
from sync.protocol.messages import SignedHello
from sync.protocol.orders import farewell_of, sign_farewell
from sync.records.ids import HubId, WriterId

_LARGEST: Final = 4096
_MOST: Final = 50
"""Farewells of one request (``FarewellRequest``)."""

_log = logging.getLogger(__name__)
_signed = msgspec.msgpack.Decoder(SignedFarewell)


class CarryHub(BundleHub, Protocol):
    """The two calls that this needs of a hub."""

    def farewell(self, request: FarewellRequest) -> FarewellsTaken:
        """Deliver farewells."""


def leave_farewell(
    disk: Disk, outbox: Path, key: SigningKey, *, hub: HubId, why: Why, order: int, time_ms: int
) -> Path:
    """Leave a writer's last word in the outbox, durably, for whoever is next online; raises DiskFull."""
    signed = sign_farewell(hub=hub, why=why, order=order, time_ms=time_ms, key=key)
    path = outbox / f"{key.writer.hex()}{FAREWELL_SUFFIX}"
    write_durably(disk, path, encode(signed))
    return path


def take_back_farewell(outbox: Path, writer: WriterId) -> None:
    """Take out of the outbox what a leaving that was cut has left there; harmless without one. Raises OSError."""
    (outbox / f"{writer.hex()}{FAREWELL_SUFFIX}").unlink(missing_ok=True)


class CarryReach(Protocol):
    """How to reach a hub to carry something to it."""

    def __call__(
        self, address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey
    ) -> "HelloHub":
        """Return the hub, not yet spoken to; raises InsecureAddress."""


class HelloHub(CarryHub, Protocol):
    """A hub that also says who it is."""

    def hello(self, nonce: bytes) -> SignedHello:
        """Return who the hub is, signed."""


def carrying(outbox: Path, inside: Entered, reach: CarryReach) -> Callable[[], bool]:
    """Return what delivers the outbox when the notebook is closed, the person's own work too; it keeps the keys."""
    key, card = inside.desk.store.me.key, inside.hub
    receiving = ReceivingKey.from_secret(inside.vault.secrets.receiving_key)

    def carry() -> bool:
        nonce = secrets.token_bytes(NONCE_BYTES)
        try:
            hub = reach(card.address, pin=card.pin, signing=key, receiving=receiving)
            known = verify_hello(hub.hello(nonce), nonce=nonce, pin=card.pin, hub=card.hub_id)
        except ProtocolError as problem:
            _log.info("the outbox was not carried: %s", type(problem).__name__)
            return False
        carrier = Carrier(outbox, hub, hub_id=card.hub_id, receiving=receiving.public)
        return carrier.carry(key_id(known.receiving))

    return carry


class Carrier:
    """Carries what lies in one laptop's outbox; used by one thread at a time."""

    def __init__(self, outbox: Path, hub: CarryHub, *, hub_id: HubId, receiving: bytes) -> None:
        """``receiving`` is the public key that the hub's answer is sealed to."""
        self._outbox = outbox
        self._hub = hub
        self._hub_id = hub_id
        self._receiving = receiving

    def carry(self, hub_key: bytes, *, besides: WriterId | None = None) -> bool:
        """Deliver what the hub lacks and return whether all of it is there now.

        ``hub_key`` is the id of the hub's receiving key; ``besides`` a writer who delivers for themselves. What
        the network stops stays and is carried next time; raises nothing but OSError.
        """
        if not any(self._outbox.iterdir()):
            return True
        try:
            waiting = self._bundles(hub_key, besides)
            farewells = {
                writer: one
                for writer, one in self._farewells()
                if writer not in waiting and writer != besides
            }
            self._deliver(farewells)
        except ProtocolError as problem:
            _log.info("the outbox was not carried: %s", type(problem).__name__)
            return False
        return not waiting

    def _bundles(self, hub_key: bytes, besides: WriterId | None) -> set[WriterId]:
        """Deliver bundles; return the writers of whom one waits that the hub may yet take."""
        waiting: set[WriterId] = set()
        for entry in entries(self._outbox, hub=self._hub_id)[0]:
            header = entry.header
            if header.writer == besides or hub_key not in header.receivers or is_read(entry, hub_key):
                continue
            try:
                raw = read_file(entry.path)
            except (BundleRefused, FileNotFoundError):
                continue  # taken away or replaced meanwhile
            if len(raw) > MAX_DELIVERED:
                continue
            try:
                taken = self._hub.deliver(raw)
            except Refused as problem:
                # For good: the hub will say so again. The bundle stays for a colleague who can read it.
                _log.info("a bundle was refused: %s", problem.code.value)
                continue
            if taken.left:
                waiting.add(header.writer)
            else:
                mark_read(entry, hub_key)
        return waiting

    def _farewells(self) -> Iterator[tuple[WriterId, tuple[Path, SignedFarewell]]]:
        for path in sorted(self._outbox.glob(f"*{FAREWELL_SUFFIX}")):
            try:
                signed = _signed.decode(read_file(path)[:_LARGEST])
                said = farewell_of(signed, hub=self._hub_id)
            except (BundleRefused, OSError, msgspec.MsgspecError, ValueError, FrameBroken):
                continue
            yield said.writer, (path, signed)

    def _deliver(self, farewells: dict[WriterId, tuple[Path, SignedFarewell]]) -> None:
        for at in range(0, len(farewells), _MOST):
            some = dict(list(farewells.items())[at : at + _MOST])
            request = FarewellRequest([signed for _, signed in some.values()], self._receiving)
            for writer in self._hub.farewell(request).writers:
                if writer in some:
                    some[writer][0].unlink(missing_ok=True)
