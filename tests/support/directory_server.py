# SPDX-License-Identifier: MIT
"""A service directory on loopback: a small real server that says what a test lays before it."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Said:
    """One answer."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    """The connection ends before the body does."""


@dataclass
class DirectoryServer:
    """Answers by path and query; the last of several answers stays. ``asked`` is what came."""

    answers: dict[str, list[Said]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def say(self, path: str, *answers: Said | bytes) -> None:
        """Lay answers before it."""
        self.answers[path] = [one if isinstance(one, Said) else Said(one) for one in answers]

    def take(self, path: str, mark: str | None) -> Said:
        """Return the next answer; one whose mark is known already is not sent again."""
        self.asked.append(path)
        left = self.answers.get(path, [Said(status=404)])
        said = left.pop(0) if len(left) > 1 else left[0]
        etag = said.headers.get("ETag")
        return Said(status=304) if etag is not None and etag == mark else said


@contextmanager
def directory_server() -> Iterator[DirectoryServer]:
    """Serve on a free loopback port."""
    directory = DirectoryServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            said = directory.take(self.path, self.headers.get("If-None-Match"))
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            self.wfile.write(said.body[: len(said.body) // 2] if said.cut else said.body)
            self.close_connection = said.cut

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    directory.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield directory
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
