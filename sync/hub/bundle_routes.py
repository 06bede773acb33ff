# SPDX-License-Identifier: MIT
"""The route of bundles: a whole file as its body, signed by whoever carries it."""

import logging
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from sync.hub.asked import Asked, place, problem_response, read_in_time, refused, who, word
from sync.hub.bundles import MOST_INSIDE
from sync.hub.doorway import Doorway
from sync.hub.errors import HubError
from sync.hub.service import HubService
from sync.log.sealing import seal
from sync.protocol.answer import ANSWER_HEADER
from sync.protocol.bundle import BUNDLE_ANSWER, BUNDLE_PATH, MAX_DELIVERED
from sync.protocol.calls import CONTENT_TYPE
from sync.protocol.errors import HubFault, ProtocolError
from sync.protocol.frame import pack

_log = logging.getLogger(__name__)


def bundle_routes(service: HubService, door: Doorway) -> list[Route]:
    """Return the routes; few bundles are inside at once, whatever the doorway lets in."""
    return [Route(BUNDLE_PATH, _deliver(service, door, Doorway(MOST_INSIDE)), methods=["POST"])]


def _deliver(service: HubService, door: Doorway, narrow: Doorway) -> Callable[[Request], Awaitable[Response]]:
    """POST /v1/bundles: the bundle's bytes in, a sealed BundleTaken out."""

    def answer(asked: Asked) -> Response:
        writer, receiving = who(service.parts, asked)
        sealed = seal(receiving, pack(service.deliver(writer, asked.body)), label=BUNDLE_ANSWER)
        headers = {"Cache-Control": "no-store", ANSWER_HEADER: word(service.parts, asked.body, sealed)}
        return Response(sealed, media_type=CONTENT_TYPE, headers=headers)

    async def deliver(request: Request) -> Response:
        body: bytes | None = None
        try:
            with door.enter(), narrow.enter():
                body = await read_in_time(request, MAX_DELIVERED)
                return await run_in_threadpool(answer, Asked.of(request, body))
        except ClientDisconnect:
            raise
        except ProtocolError as problem:
            return refused(service.parts, problem, body)
        except HubError as problem:
            _log.error("hub error on a bundle: %s", type(problem).__name__)
        except Exception as problem:  # noqa: BLE001 - a trace would print rows and parameters into the log
            _log.error("bug on a bundle: %s at %s", type(problem).__name__, place(problem))
        return problem_response(HubFault(500))

    return deliver
