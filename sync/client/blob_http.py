# SPDX-License-Identifier: MIT
"""Attachments over HTTP: tus to send, ranges to read. Fits ``sync.protocol.blob_hub.BlobHub``."""

import base64
import hashlib
import secrets
from typing import Final

from sync.client.http import Expected, HttpHub
from sync.protocol.blobs import (
    BLOBS_PATH,
    CONTENT,
    MAX_CHUNK,
    MAX_READ,
    NONCE_BYTES,
    OFFSET_TYPE,
    TUS_VERSION,
    BlobBegin,
    BlobStand,
    blob_path,
)
from sync.protocol.calls import CONTENT_TYPE
from sync.protocol.errors import BlobRefused, Code, WrongHub
from sync.protocol.frame import pack, unpack

_TUS: Final = {"Tus-Resumable": TUS_VERSION, "Accept": CONTENT_TYPE}


class HttpBlobs:
    """Asks through an ``HttpHub`` that no other thread uses meanwhile; all calls raise what that one raises."""

    def __init__(self, http: HttpHub) -> None:
        self._http = http

    def blob_begin(self, blob: bytes, size: int) -> int:
        """Return how many bytes of it the hub holds, after making room for it."""
        body = pack(BlobBegin(blob, size, secrets.token_bytes(NONCE_BYTES)))
        headers = {
            "Content-Type": CONTENT_TYPE,
            "Upload-Length": str(size),
            "Upload-Metadata": f"blob {_base64(blob)}",
        }
        return self._stand(blob, size, "POST", BLOBS_PATH, body, headers)

    def blob_send(self, blob: bytes, offset: int, chunk: bytes, *, size: int) -> int:
        """Send the bytes from ``offset`` on, as many as go at once, and return how many the hub holds now."""
        piece = chunk[:MAX_CHUNK]
        headers = {
            "Content-Type": OFFSET_TYPE,
            "Upload-Offset": str(offset),
            "Upload-Length": str(size),
            "Upload-Checksum": f"sha256 {_base64(hashlib.sha256(piece).digest())}",
        }
        held = self._stand(blob, size, "PATCH", blob_path(blob), piece, headers)
        if held != offset + len(piece):
            raise WrongHub("blob offset")
        return held

    def blob_read(self, blob: bytes, start: int, length: int) -> bytes:
        """Return at most ``length`` bytes from ``start`` on, none at the end; their hash is the reader's to check."""
        most = min(length, MAX_READ)
        if most < 1:
            return b""
        headers = {"Accept": CONTENT, "Range": f"bytes={start}-{start + most - 1}"}
        expects = Expected(CONTENT, most, vouched=False)
        try:
            raw = self._http.ask("GET", blob_path(blob), b"", headers, expects=expects)
        except BlobRefused as problem:
            _check_name(problem, blob)
            if problem.code is Code.BLOB_RANGE:
                return b""
            raise
        if len(raw) > most:
            raise WrongHub("blob range")
        return raw

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._http.close()

    def _stand(
        self, blob: bytes, size: int, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> int:
        stand = unpack(self._http.ask(method, path, body, _TUS | headers), BlobStand)
        if (stand.blob, stand.size) != (blob, size) or not 0 <= stand.offset <= size:
            raise WrongHub("blob")
        return stand.offset


def _check_name(problem: BlobRefused, blob: bytes) -> None:
    """Raise WrongHub where a no is about another blob: a GET has no body that the hub's word could bind it to."""
    if problem.facts.get("blob") != blob.hex():
        raise WrongHub("blob") from problem


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
