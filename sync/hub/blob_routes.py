# SPDX-License-Identifier: MIT
"""The routes of attachments: resumable upload (tus 1.0 with creation and checksum) and ranged download.

Every request but OPTIONS is signed by its writer like the others. tus speaks in header fields, which nobody signs:
to whoever accepts it, creation and PATCH answer with a packed ``BlobStand`` under the hub's word instead. What is
read proves itself by its hash.
"""

import base64
import binascii
import hashlib
import logging
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BufferedReader
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from sync.hub import blobs
from sync.hub.asked import Asked, place, problem_response, read_in_time, refused, who, word
from sync.hub.doorway import RETRY_SECONDS, Doorway
from sync.hub.errors import HubError
from sync.hub.parts import HubParts
from sync.hub.service import HubService
from sync.protocol.answer import ANSWER_HEADER
from sync.protocol.blobs import (
    BLOB_BYTES,
    BLOBS_PATH,
    CONTENT,
    MAX_BLOB,
    MAX_CHUNK,
    MAX_READ,
    OFFSET_TYPE,
    TUS_EXTENSIONS,
    TUS_VERSION,
    BlobBegin,
    BlobStand,
    blob_path,
)
from sync.protocol.calls import CONTENT_TYPE
from sync.protocol.errors import Code, HubBusy, HubFault, ProtocolError, refusal
from sync.protocol.frame import pack, unpack
from sync.records.ids import WriterId

MOST_AT_ONCE: Final = 4
"""Requests about attachments that one writer may have inside: so few can fill neither doorway nor disk."""
_ALGORITHMS: Final = {"sha256": hashlib.sha256, "sha1": hashlib.sha1}
"""tus asks every server for SHA-1; it is held against slips of the wire only, under the writer's signature."""
_HEX: Final = re.compile(r"[0-9a-f]{64}")
_NUMBER: Final = re.compile(r"[0-9]{1,15}")
_RANGE: Final = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")
_NAME: Final = "blob"
_TUS: Final = {"Tus-Resumable": TUS_VERSION, "Cache-Control": "no-store"}
_STREAMED: Final = 256 * 1024

_log = logging.getLogger(__name__)


def blob_routes(service: HubService, door: Doorway) -> list[Route]:
    """Return the routes."""
    route = BlobRoute(service.parts, door)
    return [
        Route(BLOBS_PATH, route, methods=["POST", "OPTIONS"]),
        Route(BLOBS_PATH + "/{blob}", route, methods=["HEAD", "PATCH", "GET", "POST", "OPTIONS"]),
    ]


class BlobRoute:
    """Plain ASGI; the whole answer counts as inside, since a download may be long."""

    def __init__(self, parts: HubParts, doorway: Doorway) -> None:
        self._parts = parts
        self._doorway = doorway
        self._inside: dict[WriterId, int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what went wrong is a problem document."""
        request = Request(scope, receive)
        if request.method == "OPTIONS":
            await _options()(scope, receive, send)
            return
        body: bytes | None = None
        with ExitStack() as inside:
            try:
                inside.enter_context(self._doorway.enter())
                body = await read_in_time(request, MAX_CHUNK)
                asked = Asked.of(request, body)
                _check_sum(asked)
                writer, _ = await run_in_threadpool(who, self._parts, asked)
                inside.enter_context(self._place_of(writer))
                response = await run_in_threadpool(self._answer, asked, writer)
            except ClientDisconnect:
                return
            except ProtocolError as problem:
                response = refused(self._parts, problem, body)
            except HubError as problem:
                _log.error("hub error on blobs: %s", type(problem).__name__)
                response = problem_response(HubFault(500))
            except Exception as problem:  # noqa: BLE001 - a trace would print rows and parameters into the log
                _log.error("bug on blobs: %s at %s", type(problem).__name__, place(problem))
                response = problem_response(HubFault(500))
            response.headers["Tus-Resumable"] = TUS_VERSION
            with suppress(ClientDisconnect):
                await response(scope, receive, send)

    @contextmanager
    def _place_of(self, writer: WriterId) -> Iterator[None]:
        """Take one of the writer's places; on one event loop, so without a lock."""
        taken = self._inside.get(writer, 0)
        if taken >= MOST_AT_ONCE:
            raise HubBusy(RETRY_SECONDS)
        self._inside[writer] = taken + 1
        try:
            yield
        finally:
            self._inside[writer] -= 1
            if not self._inside[writer]:
                del self._inside[writer]

    def _answer(self, asked: Asked, writer: WriterId) -> Response:
        method = asked.method
        if method == "POST" and asked.path != BLOBS_PATH:
            method = asked.headers.get("x-http-method-override", "POST")  # for who cannot say PATCH
        if method == "GET":
            return self._read(asked, writer, _blob_of(asked.path))
        if asked.headers.get("tus-resumable") != TUS_VERSION:
            return Response(status_code=412, headers={"Tus-Version": TUS_VERSION})
        if method == "HEAD":
            return self._stand(writer, _blob_of(asked.path))
        if method == "PATCH":
            return self._send(asked, writer, _blob_of(asked.path))
        if asked.path == BLOBS_PATH:
            return self._begin(asked, writer)
        return Response(status_code=405, headers={"Allow": "HEAD, PATCH, GET, OPTIONS"})

    def _begin(self, asked: Asked, writer: WriterId) -> Response:
        blob, size = _wanted(asked)
        if size > MAX_BLOB:
            raise refusal(Code.FRAME_TOO_LARGE)
        offset = blobs.begin(self._parts, writer, blob, size)
        headers = {"Location": blob_path(blob), "Upload-Offset": str(offset)}
        return self._yes(asked, BlobStand(blob, offset, size), 201, headers, otherwise=201)

    def _send(self, asked: Asked, writer: WriterId, blob: bytes) -> Response:
        if asked.headers.get("content-type") != OFFSET_TYPE:
            return Response(status_code=415, headers=_TUS)
        offset, length = _number(asked, "upload-offset"), asked.headers.get("upload-length")
        size = None if length is None else _number(asked, "upload-length")
        held = blobs.send(self._parts, writer, blob, offset, asked.body, size=size)
        headers = {"Upload-Offset": str(held)}
        return self._yes(asked, BlobStand(blob, held, size or 0), 200, headers, otherwise=204)

    def _stand(self, writer: WriterId, blob: bytes) -> Response:
        offset, size = blobs.stand(self._parts, writer, blob)
        headers = {"Upload-Offset": str(offset), "Upload-Length": str(size)}
        return Response(status_code=200, headers=_TUS | headers)

    def _yes(
        self, asked: Asked, answer: BlobStand, status: int, headers: dict[str, str], *, otherwise: int
    ) -> Response:
        """Say where the blob stands: packed and vouched for to whoever accepts that, else as tus does."""
        if asked.headers.get("accept") != CONTENT_TYPE:
            return Response(status_code=otherwise, headers=_TUS | headers)
        packed = pack(answer)
        vouched = {ANSWER_HEADER: word(self._parts, asked.body, packed)}
        return Response(packed, status_code=status, media_type=CONTENT_TYPE, headers=_TUS | headers | vouched)

    def _read(self, asked: Asked, writer: WriterId, blob: bytes) -> Response:
        tag = f'"{blob.hex()}"'
        wanted = asked.headers.get("range") if asked.headers.get("if-range", tag) == tag else None
        found = None if wanted is None else _RANGE.fullmatch(wanted)
        first = found is None or found[1] in {"", "0"}
        file, size = blobs.open_blob(self._parts, writer, blob, first=first)
        try:
            start, end = (0, size) if found is None else _cut(blob, found[1], found[2], size)
            file.seek(start)
            headers = _TUS | {
                "Accept-Ranges": "bytes",
                "Content-Length": str(end - start),
                "ETag": tag,
                "X-Content-Type-Options": "nosniff",
            }
            if found is not None:
                headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
            status = 200 if found is None else 206
            if end - start > MAX_READ:
                return StreamingResponse(
                    _pieces(file, end - start), status_code=status, media_type=CONTENT, headers=headers
                )
            content = file.read(end - start)
        except BaseException:
            file.close()
            raise
        file.close()
        return Response(content, status_code=status, media_type=CONTENT, headers=headers)


def _options() -> Response:
    headers = {
        "Tus-Version": TUS_VERSION,
        "Tus-Extension": TUS_EXTENSIONS,
        "Tus-Checksum-Algorithm": ",".join(_ALGORITHMS),
        "Tus-Max-Size": str(MAX_BLOB),
    }
    return Response(status_code=204, headers=_TUS | headers)


def _blob_of(path: str) -> bytes:
    """Return the blob of a path; what is no name of one is as unknown as one that is not there."""
    name = path.removeprefix(BLOBS_PATH + "/")
    if _HEX.fullmatch(name) is None:
        raise refusal(Code.UNKNOWN_BLOB)
    return bytes.fromhex(name)


def _wanted(asked: Asked) -> tuple[bytes, int]:
    """Return blob and size of a creation: from our own body, or from tus's header fields."""
    if asked.headers.get("content-type") == CONTENT_TYPE:
        said = unpack(asked.body, BlobBegin)
        blob, size = said.blob, said.size
    else:
        blob, size = _metadata(asked.headers.get("upload-metadata", "")), _number(asked, "upload-length")
    if len(blob) != BLOB_BYTES or size < 1:
        raise refusal(Code.MALFORMED)
    return blob, size


def _metadata(field: str) -> bytes:
    """Return the blob that Upload-Metadata names: ``key base64`` pairs between commas."""
    for pair in field.split(","):
        key, _, value = pair.strip().partition(" ")
        if key == _NAME:
            return _base64(value)
    raise refusal(Code.MALFORMED)


def _number(asked: Asked, field: str) -> int:
    said = asked.headers.get(field, "")
    if _NUMBER.fullmatch(said) is None:
        raise refusal(Code.MALFORMED)
    return int(said)


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as problem:
        raise refusal(Code.MALFORMED) from problem


def _check_sum(asked: Asked) -> None:
    """Hold the body against Upload-Checksum, before the signature: what the wire broke is said as tus says it."""
    field = asked.headers.get("upload-checksum")
    if field is None:
        return
    name, _, value = field.partition(" ")
    algorithm = _ALGORITHMS.get(name)
    if algorithm is None:
        raise refusal(Code.MALFORMED)
    if algorithm(asked.body, usedforsecurity=False).digest() != _base64(value):
        raise refusal(Code.BLOB_DAMAGED)


def _cut(blob: bytes, begin: str, end: str, size: int) -> tuple[int, int]:
    """Return the half-open range that a single Range asks for; raises BlobRefused (blob-range, ``size``)."""
    if begin:
        start, stop = int(begin), min(int(end) + 1, size) if end else size
    else:
        start, stop = max(0, size - int(end or 0)), size
    if start >= stop:
        raise refusal(Code.BLOB_RANGE, blob=blob.hex(), size=size)
    return start, stop


async def _pieces(file: BufferedReader, length: int) -> AsyncIterator[bytes]:
    """Yield the next ``length`` bytes of a file, and close it also when nobody reads on."""
    try:
        while length and (piece := await run_in_threadpool(file.read, min(length, _STREAMED))):
            length -= len(piece)
            yield piece
    finally:
        file.close()
