# SPDX-License-Identifier: MIT
"""A captive portal: answers every request with a sign-in page, or sends it elsewhere."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

PAGE = b"<html><body>Welcome to the library's network. Please sign in.</body></html>"


class _Portal(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    status: ClassVar[int] = 200
    headers_more: ClassVar[dict[str, str]] = {}

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.send_response(self.status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        for name, value in self.headers_more.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(PAGE)

    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        del format, args


@contextmanager
def captive_portal(*, status: int = 200, headers: dict[str, str] | None = None) -> Iterator[str]:
    """Yield the address of a portal that answers with this status."""
    handler = type("Portal", (_Portal,), {"status": status, "headers_more": headers or {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
