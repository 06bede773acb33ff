# SPDX-License-Identifier: MIT
"""The routes of attachments: resumable upload (tus 1.0) and ranged download."""

from starlette.routing import Route

from sync.hub.doorway import Doorway
from sync.hub.service import HubService


def blob_routes(_service: HubService, _door: Doorway) -> list[Route]:
    """Return the routes."""
    return []
