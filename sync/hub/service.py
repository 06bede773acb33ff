# SPDX-License-Identifier: MIT
"""The hub as a table of contents: one method a message, each step in a file of its own."""

from collections.abc import Callable

from sync.hub import (
    bases,
    blobs,
    comparing,
    enrol,
    farewells,
    heads,
    holding,
    leases,
    orders,
    orphans,
    past,
    pull,
    push,
    restored,
    snapshot,
    succession,
)
from sync.hub.bundles import take_bundle
from sync.hub.changes import Changes
from sync.hub.parts import HubParts
from sync.protocol.bundle import BundleTaken
from sync.protocol.comparing import Digests, DigestsRequest, States, StatesRequest, Tallied, TallyRequest
from sync.protocol.devices import FarewellRequest, FarewellsTaken, Lease, LeaseKeepRequest, SignedOrder
from sync.protocol.hello import make_hello
from sync.protocol.holding import HeldCommits, HeldRequest
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
from sync.protocol.past import PastCommits, PastRequest
from sync.protocol.restart import Bases, BasesRequest
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
        if request.apart:
            answer = orphans.take_apart(self.parts, writer, request)
            self.changes.happened()
            return answer
        if restored.is_own_earlier(self.parts, request.writer):
            answer = restored.take_back(self.parts, writer, request)
        else:
            answer = push.push(self.parts, writer, request)
            if self.parts.restored and answer.quarantined:
                restored.decide_again(self.parts, request.stream)
        self.parts.heights.reached(request.stream, max(answer.numbers))
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

    # --- comparing, asking again

    def tally(self, writer: WriterId, request: TallyRequest) -> Tallied:
        """Return what streams hold by kind."""
        return comparing.tally(self.parts, writer, request)

    def digests(self, writer: WriterId, request: DigestsRequest) -> Digests:
        """Return the digests of a kind's entities."""
        return comparing.digests(self.parts, writer, request)

    def states(self, writer: WriterId, request: StatesRequest) -> States:
        """Return entities as they stand."""
        return comparing.states(self.parts, writer, request)

    def held(self, writer: WriterId, request: HeldRequest) -> HeldCommits:
        """Return what is held back, whole, to who may decide about it."""
        return holding.held_for(self.parts, writer, request)

    def past(self, writer: WriterId, request: PastRequest) -> PastCommits:
        """Return what was written about a person."""
        return past.past(self.parts, writer, request)

    def bases(self, writer: WriterId, request: BasesRequest) -> Bases:
        """Return up to where the numbers of an earlier epoch still hold."""
        return bases.bases(self.parts, writer, request)

    # --- attachments

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
