# SPDX-License-Identifier: MIT
"""Somebody inside TLS, between laptop and hub: passes everything on, and may answer in the hub's stead."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import requests

from sync.protocol.answer import ANSWER_HEADER


@dataclass(frozen=True)
class Told:
    """An answer as it travels: HTTP status, content type, body, the field that vouches for it."""

    status: int
    kind: str
    body: bytes
    word: str | None


@dataclass
class Interloper:
    """``forge`` gets path, request body and the hub's true answer, and returns what the laptop is told."""

    address: str = ""
    forge: Callable[[str, bytes, Told], Told] = lambda _path, _request, true: true
    passed: list[Told] = field(default_factory=list)


class _Between(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: ClassVar[str]
    its: ClassVar[Interloper]

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        answer = requests.request(self.command, self.hub + self.path, data=body, headers=headers, timeout=20)
        true = Told(
            answer.status_code,
            answer.headers["Content-Type"],
            answer.content,
            answer.headers.get(ANSWER_HEADER),
        )
        self.its.passed.append(true)
        told = self.its.forge(self.path, body, true) if self.command == "POST" else true
        self.send_response(told.status)
        self.send_header("Content-Type", told.kind)
        self.send_header("Content-Length", str(len(told.body)))
        if told.word is not None:
            self.send_header(ANSWER_HEADER, told.word)
        self.end_headers()
        self.wfile.write(told.body)

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        del format, args


@contextmanager
def between(hub: str) -> Iterator[Interloper]:
    """Yield somebody who stands before the hub at this address."""
    its = Interloper()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Between", (_Between,), {"hub": hub, "its": its}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    its.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield its
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
