# SPDX-License-Identifier: MIT
"""The hub as a laptop sees it beside the records: orders, farewells, the lease."""

from typing import Protocol

from sync.log.signing import SigningKey
from sync.protocol.devices import (
    FarewellRequest,
    FarewellsTaken,
    Lease,
    LeaseFetchRequest,
    LeaseKeepRequest,
    SignedOrder,
)
from sync.records.ids import WriterId


class DeviceHub(Protocol):
    """Every call can be repeated. All raise ``sync.protocol.errors``."""

    def order(self, writer: WriterId) -> SignedOrder | None:
        """Return the order about a writer, ``None`` without one; asked without any key."""

    def farewell(self, request: FarewellRequest) -> FarewellsTaken:
        """Deliver farewells, also a colleague's; each is proved by its own signature."""

    def lease_keep(self, request: LeaseKeepRequest) -> Lease:
        """Leave the share with the hub and begin the lease anew."""

    def lease_fetch(self, request: LeaseFetchRequest, *, verifier: SigningKey) -> Lease:
        """Ask for the share from a closed notebook; ``verifier`` is the key that the passphrase gives.

        Raises AccessRefused (lease-refused, writer-revoked, unknown-writer) and HubBusy after wrong tries.
        """
