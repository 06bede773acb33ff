# SPDX-License-Identifier: MIT
"""The hub as an ASGI application: the sync routes, hello and health."""

from starlette.applications import Starlette
from starlette.routing import Route

from sync.hub.blob_routes import blob_routes
from sync.hub.bundle_routes import bundle_routes
from sync.hub.device_routes import device_routes
from sync.hub.doorway import Doorway
from sync.hub.routes import SYNC_CALLS, RetiredRoute, SyncRoute, health, hello_route, status_route
from sync.hub.service import HubService
from sync.protocol.calls import HEALTH_PATH, HELLO_PATH


def create_app(service: HubService, *, doorway: Doorway | None = None) -> Starlette:
    """Return the application that serves this hub; ``doorway`` limits how many requests are inside."""
    door = Doorway() if doorway is None else doorway
    return Starlette(
        routes=[
            Route(HELLO_PATH, hello_route(service), methods=["GET"]),
            Route(HEALTH_PATH, health, methods=["GET"]),
            Route("/v1/status", status_route(service), methods=["GET"]),
            *(Route(call.path, SyncRoute(service, call, door), methods=["POST"]) for call in SYNC_CALLS),
            *(
                Route(path, RetiredRoute(service, door), methods=["POST"])
                for call in SYNC_CALLS
                for path in call.retired
            ),
            *bundle_routes(service, door),
            *device_routes(service, door),
            *blob_routes(service, door),
        ]
    )
