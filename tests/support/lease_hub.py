# SPDX-License-Identifier: MIT
"""The hub's side of leases in a dictionary, for what no hub does at will: be away, refuse, count its visitors."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sync.log.signing import SigningKey
from sync.protocol.devices import (
    LEASE_DAYS,
    FarewellRequest,
    FarewellsTaken,
    Lease,
    LeaseFetchRequest,
    LeaseKeepRequest,
    SignedOrder,
)
from sync.protocol.errors import Code, Unreachable, refusal
from sync.records.ids import WriterId

DAY_MS = 86_400_000


@dataclass
class LeaseShelf:
    """What the hub keeps, and how it behaves. ``clock`` is the hub's, in ms."""

    clock: Callable[[], int]
    days: int = LEASE_DAYS
    away: bool = False
    revoked: set[WriterId] = field(default_factory=set)
    kept: dict[WriterId, tuple[bytes, bytes]] = field(default_factory=dict)
    keeps: int = 0
    fetches: int = 0


class LeaseHub:
    """Fits ``sync.protocol.device_hub.DeviceHub`` for one writer."""

    def __init__(self, shelf: LeaseShelf, writer: WriterId) -> None:
        self.shelf = shelf
        self.writer = writer

    def order(self, writer: WriterId) -> SignedOrder | None:
        """Know of none."""
        del writer
        self._demand()
        return None

    def farewell(self, request: FarewellRequest) -> FarewellsTaken:
        """Take none."""
        del request
        self._demand()
        return FarewellsTaken([])

    def lease_keep(self, request: LeaseKeepRequest) -> Lease:
        """Keep the share, and begin anew."""
        self._demand()
        self._refuse_revoked(self.writer)
        self.shelf.keeps += 1
        self.shelf.kept[self.writer] = (request.share, request.verifier)
        return self._lease(b"")

    def lease_fetch(self, request: LeaseFetchRequest, *, verifier: SigningKey) -> Lease:
        """Give the share to whoever has the verifier's private half."""
        self._demand()
        self.shelf.fetches += 1
        share, public = self.shelf.kept.get(request.writer, (b"", b""))
        if public != verifier.public:
            raise refusal(Code.LEASE_REFUSED)
        self._refuse_revoked(request.writer)
        return self._lease(share)

    def _lease(self, share: bytes) -> Lease:
        return Lease(share, self.shelf.clock() + self.shelf.days * DAY_MS, self.shelf.days)

    def _demand(self) -> None:
        if self.shelf.away:
            raise Unreachable("away")

    def _refuse_revoked(self, writer: WriterId) -> None:
        if writer in self.shelf.revoked:
            raise refusal(Code.WRITER_REVOKED)
