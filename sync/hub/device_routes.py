# SPDX-License-Identifier: MIT
"""The routes of orders, farewells and leases: what a laptop asks beside its records, some of it while it is closed."""

import logging
from collections.abc import Awaitable, Callable
from typing import Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sync.hub.asked import Asked, place, problem_response, who, word
from sync.hub.doorway import Doorway
from sync.hub.errors import HubError
from sync.hub.guarded import guarded
from sync.hub.service import HubService
from sync.log.errors import Malformed
from sync.log.sealing import seal
from sync.protocol.answer import ANSWER_HEADER
from sync.protocol.calls import CONTENT_TYPE, Call
from sync.protocol.devices import ORDER_PATH, FarewellRequest, LeaseFetchRequest, LeaseKeepRequest
from sync.protocol.errors import Code, HubFault, ProtocolError, Refused, refusal
from sync.protocol.frame import open_frame, pack
from sync.protocol.http_signature import verify_request
from sync.protocol.orders import order_bytes
from sync.records.ids import ID_BYTES, WriterId

_NOT_STORED: Final = {"Cache-Control": "no-store"}

_log = logging.getLogger(__name__)

Answer = Callable[[Asked], Response]


def device_routes(service: HubService, door: Doorway) -> list[Route]:
    """Return the routes."""
    answers: dict[Call, Answer] = {
        Call.LEASE_KEEP: lambda asked: _keep(service, asked),
        Call.LEASE_FETCH: lambda asked: _fetch(service, asked),
        Call.FAREWELL: lambda asked: _farewell(service, asked),
    }
    return [
        Route(ORDER_PATH, _order_route(service, door), methods=["GET"]),
        *(
            Route(call.path, guarded(service.parts, answer, door), methods=["POST"])
            for call, answer in answers.items()
        ),
    ]


def _order_route(service: HubService, door: Doorway) -> Callable[[Request], Awaitable[Response]]:
    """GET /v1/orders?writer=…: who has no order and who is not known look alike."""

    def answer(text: str) -> Response:
        try:
            writer = bytes.fromhex(text)
        except ValueError:
            writer = b""
        if len(writer) != ID_BYTES:
            return problem_response(refusal(Code.MALFORMED))
        order = service.order(WriterId(writer))
        raw = b"" if order is None else order_bytes(order)
        return Response(raw, media_type=CONTENT_TYPE, headers=_NOT_STORED)

    async def ask(request: Request) -> Response:
        try:
            with door.enter():
                return await run_in_threadpool(answer, request.query_params.get("writer", ""))
        except ProtocolError as problem:
            return problem_response(problem)
        except HubError as problem:
            _log.error("hub error on orders: %s", type(problem).__name__)
        except Exception as problem:  # noqa: BLE001 - a trace would print rows and parameters into the log
            _log.error("bug on orders: %s at %s", type(problem).__name__, place(problem))
        return problem_response(HubFault(500))

    return ask


def _keep(service: HubService, asked: Asked) -> Response:
    writer, receiving = who(service.parts, asked)
    call = Call.LEASE_KEEP
    request = open_frame(service.parts.keys.receiving, asked.body, LeaseKeepRequest, label=call.value)
    return _sealed(service, asked, call, receiving, service.lease_keep(writer, request))


def _fetch(service: HubService, asked: Asked) -> Response:
    """The notebook is closed: what signs is the key that its passphrase gives."""
    call = Call.LEASE_FETCH
    request = open_frame(service.parts.keys.receiving, asked.body, LeaseFetchRequest, label=call.value)

    def proves(verifier: bytes) -> bool:
        try:
            verify_request(
                method=asked.method,
                path=asked.path,
                headers=asked.headers,
                body=asked.body,
                public_key=lambda _signer: verifier,
                now_ms=service.parts.clock(),
            )
        except Refused as problem:
            if problem.code is Code.SIGNATURE_INVALID:
                return False
            raise
        return True

    return _sealed(service, asked, call, request.receiving, service.lease_fetch(request.writer, proves))


def _farewell(service: HubService, asked: Asked) -> Response:
    """Whoever brings it needs no key: each farewell proves itself."""
    call = Call.FAREWELL
    request = open_frame(service.parts.keys.receiving, asked.body, FarewellRequest, label=call.value)
    return _sealed(service, asked, call, request.receiving, service.farewell(request))


def _sealed(
    service: HubService, asked: Asked, call: Call, receiving: bytes, answer: msgspec.Struct
) -> Response:
    try:
        sealed = seal(receiving, pack(answer), label=call.answer)
    except Malformed as problem:
        raise refusal(Code.MALFORMED) from problem
    headers = _NOT_STORED | {ANSWER_HEADER: word(service.parts, asked.body, sealed)}
    return Response(sealed, media_type=CONTENT_TYPE, headers=headers)
