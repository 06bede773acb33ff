# SPDX-License-Identifier: MIT
"""The hub as one writer sees it: two implementations, HTTP and in-process, are tested alike."""

from typing import Protocol

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


class Hub(Protocol):
    """Stateless between calls; every call can be repeated. All raise ``sync.protocol.errors``."""

    def hello(self, nonce: bytes) -> SignedHello:
        """Return who the hub is, signed, with ``nonce`` inside."""

    def enrol(self, request: EnrolRequest) -> Enrolled:
        """Let a new writer in."""

    def heads(self, request: HeadsRequest) -> Heads:
        """Return where the hub stands."""

    def push(self, request: PushRequest) -> Pushed:
        """Accept a run of commits; durable when this returns."""

    def pull(self, request: PullRequest) -> Pulled:
        """Return what is new for this writer."""

    def snapshot(self, request: SnapshotRequest) -> SnapshotPart:
        """Return one part of a snapshot."""

    def bases(self, request: BasesRequest) -> Bases:
        """Return up to where numbers of an earlier epoch still hold."""
