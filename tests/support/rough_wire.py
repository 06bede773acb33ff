# SPDX-License-Identifier: MIT
"""A loopback TCP proxy for what lines do besides cutting: silence, delay, a trickle, a reset; with TLS where asked."""

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto


class Manner(Enum):
    """How the wire behaves."""

    FAIR = auto()
    SILENT = auto()
    """Half-open: it takes connections and requests, and nothing ever comes back."""
    LATE = auto()
    """Each piece takes a while."""
    TRICKLE = auto()
    """A few bytes at a time."""
    DRIP = auto()
    """An answer's head comes at once, and of its body a byte at a time."""
    RESET = auto()
    """The connection is reset where an answer begins."""


@dataclass(frozen=True, slots=True)
class _Pace:
    piece: int
    pause: float


_PACES = {Manner.LATE: _Pace(65_536, 0.08), Manner.TRICKLE: _Pace(512, 0.002), Manner.DRIP: _Pace(1, 0.02)}
_FAIR = _Pace(65_536, 0.0)


class RoughWire:
    """Leads to ``target``; ``manner`` may be changed between rounds. ``tls`` is the front's own certificate."""

    def __init__(self, target: tuple[str, int], *, tls: ssl.SSLContext | None = None) -> None:
        self.manner = Manner.FAIR
        self.connections = 0
        self._target = target
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    @property
    def address(self) -> str:
        """Where laptops reach it."""
        scheme = "http" if self._tls is None else "https"
        return f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def hang_up(self) -> None:
        """Cut what is open."""
        for one in list(self._open):
            _shut(one)
        self._open.clear()

    def close(self) -> None:
        """Close every socket and wait for the threads."""
        _shut(self._listener)
        self.hang_up()
        for thread in list(self._threads):
            thread.join(5)

    def _start(self, run: Callable[[], None]) -> None:
        thread = threading.Thread(target=run, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._start(lambda one=client: self._serve(one))  # type: ignore[misc]

    def _serve(self, client: socket.socket) -> None:
        try:
            if self._tls is not None:
                client = self._tls.wrap_socket(client, server_side=True)
            server = socket.create_connection(self._target)
        except OSError:
            _shut(client)
            return
        self._open += [client, server]
        self._start(lambda: self._pass(client, server))
        self._pass_back(server, client)

    def _pass(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := client.recv(65_536):
                if self.manner is Manner.DRIP:
                    server.sendall(data)
                elif self.manner is not Manner.SILENT:
                    self._send(server, data)
        if self.manner is not Manner.SILENT:
            _shut(server)

    def _pass_back(self, server: socket.socket, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65_536):
                if self.manner is Manner.RESET:
                    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    client.close()
                    break
                if self.manner is Manner.DRIP:
                    head, end, data = data.rpartition(b"\r\n\r\n")
                    client.sendall(head + end)
                if self.manner is not Manner.SILENT:
                    self._send(client, data)
        if self.manner is not Manner.SILENT:
            _shut(client)
        _shut(server)

    def _send(self, sink: socket.socket, data: bytes) -> None:
        pace = _PACES.get(self.manner, _FAIR)
        for at in range(0, len(data), pace.piece):
            time.sleep(pace.pause)
            sink.sendall(data[at : at + pace.piece])


def _shut(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
