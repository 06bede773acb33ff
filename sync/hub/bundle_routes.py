# SPDX-License-Identifier: MIT
"""The route of bundles: a whole file as its body, signed by whoever carries it."""

from starlette.responses import Response
from starlette.routing import Route

from sync.hub.asked import Asked, who, word
from sync.hub.bundles import MOST_INSIDE
from sync.hub.doorway import Doorway
from sync.hub.guarded import guarded
from sync.hub.service import HubService
from sync.log.sealing import seal
from sync.protocol.answer import ANSWER_HEADER
from sync.protocol.bundle import BUNDLE_ANSWER, BUNDLE_PATH, MAX_DELIVERED
from sync.protocol.calls import CONTENT_TYPE
from sync.protocol.frame import pack


def bundle_routes(service: HubService, door: Doorway) -> list[Route]:
    """Return the routes; few bundles are inside at once, whatever the doorway lets in."""

    def deliver(asked: Asked) -> Response:
        """POST /v1/bundles: the bundle's bytes in, a sealed BundleTaken out."""
        writer, receiving = who(service.parts, asked)
        sealed = seal(receiving, pack(service.deliver(writer, asked.body)), label=BUNDLE_ANSWER)
        headers = {"Cache-Control": "no-store", ANSWER_HEADER: word(service.parts, asked.body, sealed)}
        return Response(sealed, media_type=CONTENT_TYPE, headers=headers)

    narrow = Doorway(MOST_INSIDE)
    endpoint = guarded(service.parts, deliver, door, narrow, most=MAX_DELIVERED)
    return [Route(BUNDLE_PATH, endpoint, methods=["POST"])]
