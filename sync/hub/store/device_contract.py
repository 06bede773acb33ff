# SPDX-License-Identifier: MIT
"""What the hub's service needs from a database about laptops: leases, orders, farewells."""

from typing import Protocol


class DeviceStore(Protocol):
    """A part of ``HubStore``; every method is one transaction."""
