# SPDX-License-Identifier: MIT
"""A web proxy that passes TLS on (CONNECT), or wants a sign-in first."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_CHUNK = 64 * 1024


@dataclass
class ConnectProxy:
    """Where it listens and whom it connected to."""

    port: int
    wants_sign_in: bool
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def connect_proxy(*, wants_sign_in: bool = False) -> Iterator[ConnectProxy]:
    """Serve until the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    proxy = ConnectProxy(listener.getsockname()[1], wants_sign_in)
    server = threading.Thread(target=_serve, args=(listener, proxy), daemon=True)
    server.start()
    try:
        yield proxy
    finally:
        listener.close()


def _serve(listener: socket.socket, proxy: ConnectProxy) -> None:
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_one, args=(client, proxy), daemon=True).start()


def _one(client: socket.socket, proxy: ConnectProxy) -> None:
    with client, suppress(OSError):
        head = b""
        while b"\r\n\r\n" not in head:
            head += client.recv(_CHUNK)
        target = head.split()[1].decode("ascii")
        proxy.asked.append(target)
        if proxy.wants_sign_in:
            client.sendall(
                b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\n\r\n"
            )
            return
        host, _, port = target.rpartition(":")
        with socket.create_connection((host, int(port))) as server:
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_pass_on, args=(server, client), daemon=True)
            back.start()
            _pass_on(client, server)
            back.join()


def _pass_on(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(_CHUNK):
            sink.sendall(part)
        sink.shutdown(socket.SHUT_WR)
