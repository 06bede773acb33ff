# SPDX-License-Identifier: MIT
"""Serve a hub with uvicorn; the listening socket is made first, so that a free port can be asked for."""

import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from sync.hub.app import create_app
from sync.hub.changes import Changes
from sync.hub.errors import FileUnusable, PortTaken
from sync.hub.home import open_home
from sync.hub.obeying import obey_all, try_again
from sync.hub.service import HubService


class _Server(uvicorn.Server):
    """Tells who waits for news that the hub is being stopped; else each would hold it for a whole long poll."""

    def __init__(self, config: uvicorn.Config, changes: Changes) -> None:
        super().__init__(config)
        self._changes = changes

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Hear the system's wish to end."""
        self._changes.end()
        super().handle_exit(sig, frame)


def listening_socket(host: str, port: int) -> socket.socket:
    """Return a bound socket; port 0 takes a free one. Raises PortTaken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP: only then asyncio sends a small answer at once, and not 40 ms later (uploads 30 MB/s, not 4).
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as problem:
        listener.close()
        raise PortTaken(host, port, problem.strerror or type(problem).__name__) from problem
    return listener


def _check_certificate(certificate: Path, key: Path | None) -> None:
    """Raise FileUnusable where TLS could not be served with these."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)
    except ssl.SSLError as problem:
        raise FileUnusable(str(certificate), "it is no certificate that goes with this key") from problem
    except OSError as problem:
        raise FileUnusable(str(certificate), problem.strerror or type(problem).__name__) from problem


def run(
    folder: Path,
    *,
    host: str,
    port: int,
    database: str | None = None,
    certificate: Path | None = None,
    key: Path | None = None,
    port_file: Path | None = None,
    listening: Callable[[int], None] = lambda _port: None,
) -> None:
    """Serve the hub in this folder until it is told to stop.

    ``port_file`` gets the port as text once the socket is bound, for whoever asked for port 0, and ``listening``
    hears it. TLS needs ``certificate`` and ``key``; without them only loopback should be served, or a balancer that
    ends TLS. Raises PortTaken, FileUnusable for a certificate that does not fit, and what ``open_home`` raises.
    """
    if certificate is not None:
        _check_certificate(certificate, key)
    home = open_home(folder, database=database)
    obey_all(home.parts, home.parts.store.heads().keys())
    try_again(home.parts)  # a newer program may be able to
    try:
        listener = listening_socket(host, port)
    except PortTaken:
        home.close()
        raise
    try:
        listener.listen()  # before the port is told: whoever reads it may come at once
        if port_file is not None:
            port_file.write_text(str(listener.getsockname()[1]), encoding="ascii")
        listening(listener.getsockname()[1])
        service = HubService(home.parts)
        config = uvicorn.Config(
            create_app(service),
            log_level="warning",
            access_log=False,
            lifespan="off",
            ssl_certfile=certificate,
            ssl_keyfile=key,
            timeout_graceful_shutdown=5,
        )
        _Server(config, service.changes).run(sockets=[listener])
    finally:
        listener.close()
        home.close()
