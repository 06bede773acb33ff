# SPDX-License-Identifier: MIT
"""What the hub's service needs from a database about laptops: leases, orders, farewells."""

from collections.abc import Callable, Sequence
from typing import Protocol

from sync.hub.store.rows import FarewellRow, LeaseRow, OrderRow
from sync.records.ids import WriterId


class DeviceStore(Protocol):
    """A part of ``HubStore``; every method is one transaction."""

    def put_lease(self, row: LeaseRow) -> None:
        """Keep a lease, in place of the writer's older one."""

    def lease(self, writer: WriterId) -> LeaseRow | None:
        """Return a writer's lease."""

    def leases(self) -> Sequence[LeaseRow]:
        """Return all leases."""

    def try_lease(self, writer: WriterId, now: int, *, not_before: Callable[[int, int], int]) -> int:
        """Count a try as missed unless it comes too early; return how many ms too early, 0 when it was counted.

        ``not_before`` gives from misses and the time of the last (ms) when the next may come. Under the row's lock.
        """

    def prolong_lease(self, writer: WriterId, verifier: bytes, until: int) -> bool:
        """Begin a lease anew and forget its misses, if it still has this verifier and its writer is in force."""

    def put_order(self, row: OrderRow) -> bool:
        """Keep an order unless one of the same or a higher serial is there; return whether it is kept."""

    def order(self, writer: WriterId) -> OrderRow | None:
        """Return the order about a writer."""

    def orders(self) -> Sequence[OrderRow]:
        """Return all orders."""

    def add_farewell(self, row: FarewellRow) -> bool:
        """Keep a farewell; the first one of a writer stays. Return whether it is new."""

    def farewells(self) -> Sequence[FarewellRow]:
        """Return all farewells."""
