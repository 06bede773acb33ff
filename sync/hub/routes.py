# SPDX-License-Identifier: MIT
"""The routes: read a signed, sealed request within its limits, ask the service, answer sealed or say no.

The service works with blocking databases, so each request runs on a worker thread; waiting for news is done
here, where it costs no thread.
"""

import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from sync.hub.asked import Asked, place, problem_response, read_in_time, refused, who, word
from sync.hub.audit import Event, Operation, log
from sync.hub.doorway import Doorway
from sync.hub.errors import HubError
from sync.hub.service import HubService
from sync.hub.watching import HeadsWatch, readable_now
from sync.log.sealing import seal
from sync.protocol.answer import ANSWER_HEADER
from sync.protocol.calls import CONTENT_TYPE, Call
from sync.protocol.comparing import DigestsRequest, StatesRequest, TallyRequest
from sync.protocol.errors import AccessRefused, Code, FrameTooLarge, HubFault, ProtocolError, refusal
from sync.protocol.frame import open_frame, pack
from sync.protocol.hello import NONCE_BYTES
from sync.protocol.holding import HeldRequest
from sync.protocol.http_signature import verify_request
from sync.protocol.messages import (
    MAX_FRAME_PACKED,
    EnrolRequest,
    HeadsRequest,
    Pulled,
    PullRequest,
    PushRequest,
    SnapshotRequest,
)
from sync.protocol.past import PastRequest
from sync.protocol.restart import BasesRequest
from sync.protocol.succession import SucceedRequest
from sync.records.ids import WriterId

LONGEST_WAIT: Final = 30_000
"""Milliseconds that a pull may be held back."""
_LEAST_PULL: Final = 16 * 1024

_log = logging.getLogger(__name__)

Answer = Callable[[Request], Awaitable[Response]]
_Serve = Callable[[HubService, WriterId, Any], msgspec.Struct]
_PLAIN: Final[Mapping[Call, tuple[type[msgspec.Struct], _Serve]]] = MappingProxyType(
    {
        Call.HEADS: (HeadsRequest, HubService.heads),
        Call.PUSH: (PushRequest, HubService.push),
        Call.SNAPSHOT: (SnapshotRequest, HubService.snapshot),
        Call.SUCCEED: (SucceedRequest, HubService.succeed),
        Call.TALLY: (TallyRequest, HubService.tally),
        Call.DIGESTS: (DigestsRequest, HubService.digests),
        Call.STATES: (StatesRequest, HubService.states),
        Call.HELD: (HeldRequest, HubService.held),
        Call.BASES: (BasesRequest, HubService.bases),
        Call.PAST: (PastRequest, HubService.past),
    }
)
"""Calls that are answered at once: what is asked, and which method of the service answers."""
SYNC_CALLS: Final = (Call.ENROL, Call.PULL, *_PLAIN)
"""All calls that ``SyncRoute`` serves."""


async def health(_request: Request) -> Response:
    """Answer that the process runs."""
    return PlainTextResponse("ok")


def hello_route(service: HubService) -> Answer:
    """GET /v1/hello?nonce=…: unsealed, signed."""

    async def hello(request: Request) -> Response:
        try:
            nonce = bytes.fromhex(request.query_params.get("nonce", ""))
        except ValueError:
            return problem_response(refusal(Code.MALFORMED))
        if len(nonce) != NONCE_BYTES:
            return problem_response(refusal(Code.MALFORMED))
        answer = await run_in_threadpool(service.hello, nonce)
        return Response(pack(answer), media_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})

    return hello


def status_route(service: HubService) -> Answer:
    """GET /v1/status: what a monitor may know: protocol, epoch, time; no counts, no names."""

    async def status(_request: Request) -> Response:
        hub, epoch = await run_in_threadpool(service.parts.store.identity)
        return JSONResponse({"hub": hub.hex(), "epoch": epoch, "time": service.parts.clock(), "ok": True})

    return status


class RetiredRoute:
    """A route of an earlier major: whoever asks there is told, by the hub's own word, that the program is too old."""

    def __init__(self, service: HubService, doorway: Doorway) -> None:
        self._service = service
        self._doorway = doorway

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the request, since the hub's word covers it, and say no."""
        request = Request(scope, receive)
        body: bytes | None = None
        problem: ProtocolError = refusal(Code.PROTOCOL_TOO_OLD)
        try:
            with self._doorway.enter():
                body = await read_in_time(request)
        except ClientDisconnect:
            return
        except ProtocolError as other:
            problem = other
        await refused(self._service.parts, problem, body)(scope, receive, send)


class SyncRoute:
    """One POST route as plain ASGI: sealed frame in, sealed frame out."""

    def __init__(self, service: HubService, call: Call, doorway: Doorway) -> None:
        self._service = service
        self._call = call
        self._doorway = doorway
        self._watch = HeadsWatch(service)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what went wrong is a problem document, never a stack trace."""
        request = Request(scope, receive)
        body: bytes | None = None
        try:
            with self._doorway.enter():
                body = await read_in_time(request)
                response = await self._answer(request, body)
        except ClientDisconnect:
            return
        except ProtocolError as problem:
            response = refused(self._service.parts, problem, body)
        except HubError as problem:
            _log.error("hub error on %s: %s", self._call.value, type(problem).__name__)
            response = problem_response(HubFault(500))
        except Exception as problem:  # noqa: BLE001 - a trace would print rows and parameters into the log
            _log.error("bug on %s: %s at %s", self._call.value, type(problem).__name__, place(problem))
            response = problem_response(HubFault(500))
        await response(scope, receive, send)

    async def _answer(self, request: Request, body: bytes) -> Response:
        asked = Asked.of(request, body)
        if self._call is Call.ENROL:
            return await run_in_threadpool(self._enrol, asked)
        if self._call is Call.PULL:
            return await self._pull(request, asked)
        return await run_in_threadpool(self._plain, asked)

    def _yes(self, asked: Asked, receiving: bytes, packed: bytes) -> Response:
        """Seal an answer to its reader, and vouch for it: the seal alone anybody could have made."""
        sealed = seal(receiving, packed, label=self._call.answer)
        headers = {"Cache-Control": "no-store", ANSWER_HEADER: word(self._service.parts, asked.body, sealed)}
        return Response(sealed, media_type=CONTENT_TYPE, headers=headers)

    def _enrol(self, asked: Asked) -> Response:
        """The request brings the key that signed it: it is opened first, and then held to that key."""
        parts = self._service.parts
        request = open_frame(parts.keys.receiving, asked.body, EnrolRequest, label=self._call.value)
        verify_request(
            method=asked.method,
            path=asked.path,
            headers=asked.headers,
            body=asked.body,
            public_key=lambda _writer: request.signing,
            now_ms=parts.clock(),
        )
        return self._yes(asked, request.receiving, pack(self._service.enrol(request)))

    def _plain(self, asked: Asked) -> Response:
        writer, receiving = who(self._service.parts, asked)
        key, label = self._service.parts.keys.receiving, self._call.value
        shape, serve = _PLAIN[self._call]
        try:
            answer = serve(self._service, writer, open_frame(key, asked.body, shape, label=label))
        except AccessRefused as problem:
            self._note_denial(writer, problem)
            raise
        return self._yes(asked, receiving, pack(answer))

    async def _pull(self, http: Request, asked: Asked) -> Response:
        writer, receiving = await run_in_threadpool(who, self._service.parts, asked)
        key = self._service.parts.keys.receiving
        request = open_frame(key, asked.body, PullRequest, label=self._call.value)
        until = time.monotonic() + max(0, min(request.wait, LONGEST_WAIT)) / 1000
        while True:
            before = await self._watch.numbers() if request.wait else {}
            packed, answer = await run_in_threadpool(self._pull_once, writer, request)
            over = self._service.changes.ending or time.monotonic() >= until
            if answer.frames or over or not self._doorway.may_wait:
                return await run_in_threadpool(self._yes, asked, receiving, packed)
            readable = await run_in_threadpool(readable_now, self._service.parts, writer)
            with self._doorway.waiting():
                await self._watch.moved(before, readable, until=until, gone=http.is_disconnected)
            if await http.is_disconnected():
                raise ClientDisconnect

    def _pull_once(self, writer: WriterId, asked: PullRequest) -> tuple[bytes, Pulled]:
        """Ask for less until the answer fits a frame."""
        most = min(asked.max_bytes, 2 * MAX_FRAME_PACKED)
        while True:
            try:
                answer = self._service.pull(writer, msgspec.structs.replace(asked, max_bytes=most))
                return pack(answer), answer
            except FrameTooLarge:
                if most <= _LEAST_PULL:
                    raise
                most //= 2
            except AccessRefused as problem:
                self._note_denial(writer, problem)
                raise

    def _note_denial(self, writer: WriterId, problem: AccessRefused) -> None:
        row = self._service.parts.store.writer(writer)
        actor = "" if row is None else row.staff
        log(
            self._service.parts,
            [Event(Operation.READ, actor, self._call.value, problem.code.value, forbidden=True)],
        )
