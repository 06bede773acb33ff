# SPDX-License-Identifier: MIT
"""Bad networks: a hub whose requests or answers get lost or come twice, and a wire that is cut at a byte."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeVar

from sync.protocol.errors import Unreachable
from sync.protocol.hub import Hub
from sync.protocol.messages import (
    Enrolled,
    EnrolRequest,
    Heads,
    HeadsRequest,
    Pulled,
    PullRequest,
    Pushed,
    PushRequest,
    SignedHello,
    SnapshotPart,
    SnapshotRequest,
)
from sync.protocol.restart import Bases, BasesRequest

A = TypeVar("A")


class Fault(StrEnum):
    """What happens to one request."""

    NONE = "none"
    REQUEST_LOST = "request lost"
    ANSWER_LOST = "answer lost"
    TWICE = "twice"


class FaultyHub:
    """Passes calls to a hub, each under the next fault of ``plan``; once that is used up, without."""

    def __init__(self, hub: Hub, plan: Iterator[Fault]) -> None:
        self.hub = hub
        self.plan = plan
        self.calls: list[str] = []

    def _under(self, name: str, call: Callable[[], A]) -> A:
        self.calls.append(name)
        fault = next(self.plan, Fault.NONE)
        if fault is Fault.REQUEST_LOST:
            raise Unreachable(fault)
        answer = call()
        if fault is Fault.ANSWER_LOST:
            raise Unreachable(fault)
        return call() if fault is Fault.TWICE else answer

    def hello(self, nonce: bytes) -> SignedHello:
        return self._under("hello", lambda: self.hub.hello(nonce))

    def enrol(self, request: EnrolRequest) -> Enrolled:
        return self._under("enrol", lambda: self.hub.enrol(request))

    def heads(self, request: HeadsRequest) -> Heads:
        return self._under("heads", lambda: self.hub.heads(request))

    def push(self, request: PushRequest) -> Pushed:
        return self._under("push", lambda: self.hub.push(request))

    def pull(self, request: PullRequest) -> Pulled:
        return self._under("pull", lambda: self.hub.pull(request))

    def snapshot(self, request: SnapshotRequest) -> SnapshotPart:
        return self._under("snapshot", lambda: self.hub.snapshot(request))

    def bases(self, request: BasesRequest) -> Bases:
        return self._under("bases", lambda: self.hub.bases(request))


class CuttingProxy:
    """A loopback TCP proxy that counts bytes both ways and cuts every connection at a byte.

    ``cut_up`` and ``cut_down`` are how many bytes of a connection pass in that direction; ``None`` is all.
    """

    def __init__(self, target: tuple[str, int]) -> None:
        self.cut_up: int | None = None
        self.cut_down: int | None = None
        self.up = 0
        self.down = 0
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def lead_to(self, target: tuple[str, int]) -> None:
        """Let new connections lead elsewhere, and cut those there are."""
        self._target = target
        for one in list(self._open):
            _shut(one)

    def close(self) -> None:
        """Close every socket and wait for the threads."""
        _shut(self._listener)
        for one in list(self._open):
            _shut(one)
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
                server = socket.create_connection(self._target)
            except OSError:
                return
            for one in (client, server):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._open += [client, server]
            self._start(lambda a=client, b=server: self._pass(a, b, up=True))  # type: ignore[misc]
            self._start(lambda a=client, b=server: self._pass(b, a, up=False))  # type: ignore[misc]

    def _pass(self, source: socket.socket, sink: socket.socket, *, up: bool) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                limit = self.cut_up if up else self.cut_down
                kept = data if limit is None else data[: max(0, limit - passed)]
                passed += len(kept)
                if up:
                    self.up += len(kept)
                else:
                    self.down += len(kept)
                sink.sendall(kept)
                if len(kept) < len(data):
                    break
        _shut(source)
        _shut(sink)


def _shut(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
