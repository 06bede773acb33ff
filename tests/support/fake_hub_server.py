# SPDX-License-Identifier: MIT
"""The honest hub in memory behind HTTP: sealed frames, signed requests, problem documents."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import msgspec
from fake_hub import FakeHub, HubView

from sync.protocol.answer import ANSWER_HEADER, sign_answer
from sync.protocol.calls import CONTENT_TYPE, HELLO_PATH, PROBLEM_TYPE, Call
from sync.protocol.errors import ProtocolError
from sync.protocol.frame import open_frame, pack, seal_frame
from sync.protocol.http_signature import verify_request
from sync.protocol.messages import EnrolRequest, HeadsRequest, PullRequest, PushRequest, SnapshotRequest
from sync.protocol.problems import encode_problem
from sync.records.ids import WriterId, writer_id

REQUESTS: dict[Call, type[msgspec.Struct]] = {
    Call.ENROL: EnrolRequest,
    Call.HEADS: HeadsRequest,
    Call.PUSH: PushRequest,
    Call.PULL: PullRequest,
    Call.SNAPSHOT: SnapshotRequest,
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    hub: ClassVar[FakeHub]
    before: ClassVar[Callable[[str], ProtocolError | None]]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path != HELLO_PATH:
            self._answer(404, "text/plain", b"")
            return
        nonce = bytes.fromhex(parse_qs(parts.query)["nonce"][0])
        self._answer(200, CONTENT_TYPE, pack(HubView(self.hub, WriterId(b"")).hello(nonce)))

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        try:
            refused = type(self).before(self.path)
            if refused is not None:
                raise refused
            answer = self._called(Call(self.path.rpartition("/")[2]), body)
            self._answer(200, CONTENT_TYPE, answer, asked=body)
        except ProtocolError as error:
            problem = encode_problem(error)
            self._answer(problem.status, PROBLEM_TYPE, problem.body, problem.retry_after, asked=body)

    def _called(self, call: Call, body: bytes) -> bytes:
        request: Any = open_frame(self.hub.receiving, body, REQUESTS[call], label=call.value)
        known = {writer: keys[0] for writer, keys in self.hub.writers.items()}
        if isinstance(request, EnrolRequest):
            known[writer_id(request.signing)] = request.signing
        writer = verify_request(
            method="POST",
            path=self.path,
            headers=dict(self.headers),
            body=body,
            public_key=known.get,
            now_ms=self.hub.clock(),
        )
        answer = getattr(HubView(self.hub, writer), call.value)(request)
        return seal_frame(self.hub.writers[writer][1], answer, label=call.answer)

    def _answer(
        self,
        status: int,
        kind: str,
        body: bytes,
        retry_after: int | None = None,
        *,
        asked: bytes | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if retry_after is not None:
            self.send_header("Retry-After", str(retry_after))
        if asked is not None:
            word = sign_answer(self.hub.online, hub=self.hub.hub, request=asked, answer=body)
            self.send_header(ANSWER_HEADER, word)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        del format, args


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A cut connection is what some tests are about."""


@contextmanager
def served(
    hub: FakeHub,
    *,
    before: Callable[[str], ProtocolError | None] = lambda _path: None,
    context: ssl.SSLContext | None = None,
    host: str = "127.0.0.1",
) -> Iterator[tuple[str, int]]:
    """Yield host and port of the hub. ``before`` may refuse a request by its path."""
    handler = type("Handler", (_Handler,), {"hub": hub, "before": staticmethod(before)})
    server = _Server((host, 0), handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield host, server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
