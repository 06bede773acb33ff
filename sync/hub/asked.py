# SPDX-License-Identifier: MIT
"""A request as it arrived: read within its limits, held to its signature, answered with the hub's word."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from sync.hub.doorway import RETRY_SECONDS
from sync.hub.parts import HubParts
from sync.protocol.answer import ANSWER_HEADER, sign_answer
from sync.protocol.calls import PROBLEM_TYPE
from sync.protocol.errors import FrameTooLarge, HubBusy, ProtocolError
from sync.protocol.frame import MAX_SEALED
from sync.protocol.http_signature import verify_request
from sync.protocol.problems import encode_problem
from sync.records.ids import WriterId

BODY_SECONDS: Final = 30.0
"""A frame is at most 258 KiB: a laptop on a bad telephone network needs ten."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was signed: the method, the path as it arrived, header fields in lower case, the body."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @classmethod
    def of(cls, request: Request, body: bytes) -> "Asked":
        """Return the request with the body that was read from it."""
        return cls(request.method, request.scope["path"], dict(request.headers), body)


def who(parts: HubParts, asked: Asked) -> tuple[WriterId, bytes]:
    """Return who signed the request, and the public key that an answer is sealed to.

    Raises AccessRefused (signature-invalid, unknown-writer) and ClockRefused.
    """
    keys: dict[WriterId, bytes] = {}

    def public_key(writer: WriterId) -> bytes | None:
        row = parts.store.writer(writer)
        if row is None:
            return None
        keys[writer] = row.receiving
        return row.signing

    writer = verify_request(
        method=asked.method,
        path=asked.path,
        headers=asked.headers,
        body=asked.body,
        public_key=public_key,
        now_ms=parts.clock(),
    )
    return writer, keys[writer]


def word(parts: HubParts, request: bytes, answer: bytes) -> str:
    """Return the hub's word for an answer body to a request body: the value of ``ANSWER_HEADER``."""
    return sign_answer(parts.keys.signing, hub=parts.hub, request=request, answer=answer)


def problem_response(error: ProtocolError) -> Response:
    """Return the problem document that says this; nobody vouches for it yet."""
    document = encode_problem(error)
    headers = {"Cache-Control": "no-store"}
    if document.retry_after is not None:
        headers["Retry-After"] = str(document.retry_after)
    return Response(document.body, status_code=document.status, media_type=PROBLEM_TYPE, headers=headers)


def refused(parts: HubParts, error: ProtocolError, request: bytes | None) -> Response:
    """Say no; vouched for where the request was read, since a laptop acts upon it."""
    response = problem_response(error)
    if request is not None:
        response.headers[ANSWER_HEADER] = word(parts, request, bytes(response.body))
    return response


async def read_in_time(request: Request, most: int = MAX_SEALED) -> bytes:
    """Return the body; raises FrameTooLarge as soon as it is more than ``most`` bytes.

    Raises HubBusy for a sender who takes a place and then sends next to nothing.
    """
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await _read(request, most)
    except TimeoutError as problem:
        raise HubBusy(RETRY_SECONDS) from problem


async def _read(request: Request, most: int) -> bytes:
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and int(declared) > most:
        raise FrameTooLarge("declared")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise FrameTooLarge("sealed")
    return bytes(body)


def place(problem: Exception) -> str:
    """Return the innermost line of our own that a bug passed: no value, no path of this machine."""
    places = [
        f"{trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"
        for trace in _traces(problem.__traceback__)
    ]
    return next((one for one in reversed(places) if one.startswith("sync.")), "")


def _traces(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next
