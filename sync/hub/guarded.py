# SPDX-License-Identifier: MIT
"""A route with its guard: let in by doorways, read in time, and whatever goes wrong becomes a problem document."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import ExitStack

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from sync.hub.asked import Asked, place, problem_response, read_in_time, refused
from sync.hub.doorway import Doorway
from sync.hub.errors import HubError
from sync.hub.parts import HubParts
from sync.protocol.errors import HubFault, ProtocolError
from sync.protocol.frame import MAX_SEALED

_log = logging.getLogger(__name__)

Endpoint = Callable[[Request], Awaitable[Response]]


def guarded(
    parts: HubParts, answer: Callable[[Asked], Response], *doors: Doorway, most: int = MAX_SEALED
) -> Endpoint:
    """Return an endpoint that reads at most ``most`` bytes and asks ``answer`` on a worker thread.

    A no is vouched for where the request was read, since a laptop acts upon it. A bug is told by its class and
    place: a trace would print rows and parameters into the log.
    """

    async def endpoint(request: Request) -> Response:
        body: bytes | None = None
        try:
            with ExitStack() as inside:
                for door in doors:
                    inside.enter_context(door.enter())
                body = await read_in_time(request, most)
                return await run_in_threadpool(answer, Asked.of(request, body))
        except ClientDisconnect:
            raise
        except ProtocolError as problem:
            return refused(parts, problem, body)
        except HubError as problem:
            _log.error("hub error on %s: %s", request.scope["path"], type(problem).__name__)
        except Exception as problem:  # noqa: BLE001 - see above
            _log.error("bug on %s: %s at %s", request.scope["path"], type(problem).__name__, place(problem))
        return problem_response(HubFault(500))

    return endpoint
