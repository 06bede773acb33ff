# SPDX-License-Identifier: MIT
"""The hub interface without a wire: for the demo's builder and for tests that run against both."""

from sync.hub.service import HubService
from sync.log.signing import SigningKey
from sync.protocol.blobs import MAX_CHUNK, MAX_READ
from sync.protocol.bundle import BundleTaken
from sync.protocol.comparing import Digests, DigestsRequest, States, StatesRequest, Tallied, TallyRequest
from sync.protocol.devices import (
    FarewellRequest,
    FarewellsTaken,
    Lease,
    LeaseFetchRequest,
    LeaseKeepRequest,
    SignedOrder,
)
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


class InProcessHub:
    """Fits ``sync.protocol.hub.Hub`` and ``blob_hub.BlobHub`` for one writer."""

    def __init__(self, service: HubService, writer: WriterId) -> None:
        self._service = service
        self._writer = writer

    def hello(self, nonce: bytes) -> SignedHello:
        """Return who the hub is."""
        return self._service.hello(nonce)

    def enrol(self, request: EnrolRequest) -> Enrolled:
        """Let a new writer in."""
        return self._service.enrol(request)

    def heads(self, request: HeadsRequest) -> Heads:
        """Return where the hub stands."""
        return self._service.heads(self._writer, request)

    def push(self, request: PushRequest) -> Pushed:
        """Take in a run of commits."""
        return self._service.push(self._writer, request)

    def deliver(self, bundle: bytes) -> BundleTaken:
        """Take in a bundle that this writer carries."""
        return self._service.deliver(self._writer, bundle)

    def pull(self, request: PullRequest) -> Pulled:
        """Return what is new, after at most ``request.wait`` ms."""
        since = self._service.changes.number
        answer = self._service.pull(self._writer, request)
        if answer.frames or not request.wait:
            return answer
        self._service.changes.wait(since, request.wait / 1000)
        return self._service.pull(self._writer, request)

    def snapshot(self, request: SnapshotRequest) -> SnapshotPart:
        """Return one part of a snapshot."""
        return self._service.snapshot(self._writer, request)

    def tally(self, request: TallyRequest) -> Tallied:
        """Return what streams hold by kind."""
        return self._service.tally(self._writer, request)

    def digests(self, request: DigestsRequest) -> Digests:
        """Return the digests of a kind's entities."""
        return self._service.digests(self._writer, request)

    def states(self, request: StatesRequest) -> States:
        """Return entities as they stand."""
        return self._service.states(self._writer, request)

    def held(self, request: HeldRequest) -> HeldCommits:
        """Return what is held back, whole."""
        return self._service.held(self._writer, request)

    def past(self, request: PastRequest) -> PastCommits:
        """Return what was written about a person."""
        return self._service.past(self._writer, request)

    def bases(self, request: BasesRequest) -> Bases:
        """Return up to where numbers still hold."""
        return self._service.bases(self._writer, request)

    def blob_begin(self, blob: bytes, size: int) -> int:
        """Return how many bytes of it the hub holds."""
        return self._service.blob_begin(self._writer, blob, size)

    def blob_send(self, blob: bytes, offset: int, chunk: bytes, *, size: int) -> int:
        """Send the bytes from ``offset`` on, as many as go at once, and return how many the hub holds now."""
        return self._service.blob_send(self._writer, blob, offset, chunk[:MAX_CHUNK], size=size)

    def blob_read(self, blob: bytes, start: int, length: int) -> bytes:
        """Return at most ``length`` bytes from ``start`` on."""
        return self._service.blob_read(self._writer, blob, start, min(length, MAX_READ))

    def order(self, writer: WriterId) -> SignedOrder | None:
        """Return the order about a writer."""
        return self._service.order(writer)

    def farewell(self, request: FarewellRequest) -> FarewellsTaken:
        """Take in farewells."""
        return self._service.farewell(request)

    def succeed(self, request: SucceedRequest) -> Succeeded:
        """Let a writer in beside this one."""
        return self._service.succeed(self._writer, request)

    def lease_keep(self, request: LeaseKeepRequest) -> Lease:
        """Keep a share and begin the lease anew."""
        return self._service.lease_keep(self._writer, request)

    def lease_fetch(self, request: LeaseFetchRequest, *, verifier: SigningKey) -> Lease:
        """Give the share to who holds the private half of the verifier."""
        return self._service.lease_fetch(request.writer, lambda public: public == verifier.public)
