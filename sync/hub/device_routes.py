# SPDX-License-Identifier: MIT
"""The routes of orders, farewells and leases."""

from starlette.routing import Route

from sync.hub.doorway import Doorway
from sync.hub.service import HubService


def device_routes(_service: HubService, _door: Doorway) -> list[Route]:
    """Return the routes."""
    return []
