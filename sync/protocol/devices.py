# SPDX-License-Identifier: MIT
"""What laptop and hub say to each other about the laptop itself: orders, farewells, the lease.

An order and a farewell prove themselves, so they travel by any route: over the wire, on a stick, in the
laptop's outbox by a colleague's hand. A lease is a secret and travels sealed.
"""

from enum import StrEnum
from typing import Final

import msgspec

from sync.records.ids import HubId, WriterId

ORDER_PATH: Final = "/v1/orders"
"""GET with ``?writer=<hex>``; answers a packed SignedOrder, or nothing when there is none. Neither signed nor sealed
by the asker: a locked laptop asks too, and an order tells nothing but that there is one."""
ORDER_SUFFIX: Final = ".kkorder"
"""The name's end of an order on a stick: a packed SignedOrder."""
ORDER_VERSION: Final = 1
FAREWELL_VERSION: Final = 1
SHARE_BYTES: Final = 16
"""A lease share: 128 bits, 26 characters in Crockford's base32."""
LEASE_DAYS: Final = 45
"""How long a lease runs when the city says nothing else: a summer leave is four weeks (vault.md)."""


class What(StrEnum):
    """What an order wants of a laptop."""

    REVOKE = "revoke"
    """The notebook is closed to its person and opens no more; what is unsent stays for a colleague to deliver."""
    WIPE = "wipe"
    """The notebook is destroyed: key file, then database and attachments, then a farewell is left."""


class Why(StrEnum):
    """Why a notebook is gone from a laptop."""

    LEFT = "left"
    """Its person took it off, after all was sent or sealed for a colleague to deliver."""
    WIPED = "wiped"
    """The hub ordered it."""


class Order(msgspec.Struct, array_like=True, frozen=True):
    """An order about one writer. ``serial`` grows with each order of a writer; ``time`` is the hub's, in ms."""

    version: int
    hub: HubId
    writer: WriterId
    what: What
    serial: int
    time: int


class SignedOrder(msgspec.Struct, array_like=True, frozen=True):
    """Canonical Order, signed by the online key (Purpose.ORDER), with the root's word for that key as in Hello."""

    order: bytes
    signature: bytes
    keys: bytes
    """Canonical OnlineKeys."""
    keys_signature: bytes
    """By the root, Purpose.KEY."""
    root: bytes
    """The root's 32-byte public key; the laptop holds it against the digest it pinned."""


class Farewell(msgspec.Struct, array_like=True, frozen=True):
    """A writer's last word. ``order`` is the serial of the order obeyed, 0 for none; ``time`` the laptop's, in ms."""

    version: int
    hub: HubId
    writer: WriterId
    why: Why
    order: int
    time: int


class SignedFarewell(msgspec.Struct, array_like=True, frozen=True):
    """Canonical Farewell and the writer's own signature over it (Purpose.FAREWELL)."""

    farewell: bytes
    signature: bytes


class FarewellRequest(msgspec.Struct, array_like=True, frozen=True):
    """Farewells to deliver, at most 50, by whoever is online. The answer is sealed to ``receiving``."""

    farewells: list[SignedFarewell]
    receiving: bytes


class FarewellsTaken(msgspec.Struct, array_like=True, frozen=True):
    """The writers whose farewell is kept now, durably; also those it was kept of before."""

    writers: list[WriterId]


class LeaseKeepRequest(msgspec.Struct, array_like=True, frozen=True):
    """Leave a lease share with the hub and begin the lease anew; signed by the writer, over and over the same.

    ``verifier`` is a 32-byte Ed25519 public key whose private half comes from the passphrase: with it a closed
    notebook can ask for its share (LeaseFetchRequest), and the hub learns nothing that it could guess from
    without the key file.
    """

    share: bytes
    verifier: bytes


class LeaseFetchRequest(msgspec.Struct, array_like=True, frozen=True):
    """A closed notebook asks for its share; signed by the verifier's private half, under its own keyid.

    ``receiving`` is a fresh 1216-byte public key that the answer is sealed to.
    """

    writer: WriterId
    receiving: bytes


class Lease(msgspec.Struct, array_like=True, frozen=True):
    """A lease as the hub grants it. ``share`` is empty in the answer to LeaseKeepRequest.

    ``until`` is the hub's time in ms when it runs out; ``days`` how long a lease is.
    """

    share: bytes
    until: int
    days: int
