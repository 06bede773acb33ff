# SPDX-License-Identifier: MIT
"""The hub as a table of contents: one method a message, each step in a file of its own."""

from collections.abc import Callable

from sync.hub import blobs, enrol, farewells, heads, leases, orders, pull, push, snapshot, succession
from sync.hub.bundles import take_bundle
from sync.hub.changes import Changes
from sync.hub.parts import HubParts
from sync.protocol.bundle import BundleTaken
from sync.protocol.devices import FarewellRequest, FarewellsTaken, Lease, LeaseKeepRequest, SignedOrder
from sync.protocol.hello import make_hello
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
from sync.protocol.succession import Succeeded, SucceedRequest
from sync.records.ids import WriterId


class HubService:
    """Stateless between calls; who calls has been authenticated by whoever passes the ``WriterId``."""

    def __init__(self, parts: HubParts) -> None:
        self.parts = parts
        self.changes = Changes()

    def hello(self, nonce: bytes) -> SignedHello:
        """Return who the hub is, signed, with this nonce."""
        return make_hello(
            self.parts.keys.signed,
            online=self.parts.keys.signing,
            hub=self.parts.hub,
            epoch=self.parts.epoch,
            now_ms=self.parts.clock(),
            nonce=nonce,
        )

    def enrol(self, request: EnrolRequest) -> Enrolled:
        """Let a new writer in."""
        answer = enrol.enrol(self.parts, request)
        self.changes.happened()
        return answer

    def heads(self, writer: WriterId, request: HeadsRequest) -> Heads:
        """Return where the hub stands."""
        return heads.heads(self.parts, writer, request)

    def push(self, writer: WriterId, request: PushRequest) -> Pushed:
        """Take in a run of commits; durable when this returns."""
        answer = push.push(self.parts, writer, request)
        self.changes.happened()
        return answer

    def deliver(self, sender: WriterId, bundle: bytes) -> BundleTaken:
        """Take in a bundle that somebody carries; durable when this returns."""
        answer = take_bundle(self.parts, sender, bundle)
        self.changes.happened()
        return answer

    def pull(self, writer: WriterId, request: PullRequest) -> Pulled:
        """Return at once what is new; whoever serves the request waits (``request.wait``)."""
        return pull.pull(self.parts, writer, request)

    def snapshot(self, writer: WriterId, request: SnapshotRequest) -> SnapshotPart:
        """Return one part of a snapshot."""
        return snapshot.snapshot(self.parts, writer, request)

    def blob_begin(self, writer: WriterId, blob: bytes, size: int) -> int:
        """Return how much of an attachment's bytes is held, after making room for them."""
        return blobs.begin(self.parts, writer, blob, size)

    def blob_send(
        self, writer: WriterId, blob: bytes, offset: int, chunk: bytes, *, size: int | None = None
    ) -> int:
        """Take in some of an attachment's bytes; durable when this returns."""
        return blobs.send(self.parts, writer, blob, offset, chunk, size=size)

    def blob_read(self, writer: WriterId, blob: bytes, start: int, length: int) -> bytes:
        """Return some of an attachment's bytes."""
        return blobs.read(self.parts, writer, blob, start, length)

    # --- the laptop itself

    def order(self, writer: WriterId) -> SignedOrder | None:
        """Return the order about a writer."""
        return orders.order_about(self.parts, writer)

    def farewell(self, request: FarewellRequest) -> FarewellsTaken:
        """Take in farewells, whoever brings them; durable when this returns."""
        answer = farewells.take_farewells(self.parts, request)
        self.changes.happened()
        return answer

    def succeed(self, writer: WriterId, request: SucceedRequest) -> Succeeded:
        """Let a writer in beside the one that asks."""
        answer = succession.succeed(self.parts, writer, request)
        self.changes.happened()
        return answer

    def lease_keep(self, writer: WriterId, request: LeaseKeepRequest) -> Lease:
        """Keep a share and begin the lease anew."""
        return leases.keep_lease(self.parts, writer, request)

    def lease_fetch(self, writer: WriterId, proves: Callable[[bytes], bool]) -> Lease:
        """Give the share to who proves the passphrase: ``proves`` holds the request against a verifier."""
        return leases.fetch_lease(self.parts, writer, proves)
