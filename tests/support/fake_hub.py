# SPDX-License-Identifier: MIT
"""An honest hub in memory: keeps everything, proves everything, knows no rights but who reads a stream."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sync.log.checkpoint import sign_checkpoint
from sync.log.codec import encode
from sync.log.commit import (
    Header,
    SignedCommit,
    commit_id,
    first_prev,
    read_bodies,
    read_header,
    verify_signature,
)
from sync.log.digest import EMPTY, stream_digest
from sync.log.fold import Write
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.running import running_next, running_start
from sync.log.sealing import ReceivingKey
from sync.log.signing import Purpose, SigningKey
from sync.log.snapshot import Base, SnapshotContents, VectorEntry, cut_snapshot, sign_part
from sync.log.state import EntityState, encode_state
from sync.protocol.errors import Code, refusal
from sync.protocol.fingerprint import root_digest
from sync.protocol.hello import make_hello, sign_keys
from sync.protocol.messages import (
    BeginFrame,
    CheckpointFrame,
    CommitFrame,
    Cursor,
    DropFrame,
    Enrolled,
    EnrolRequest,
    Frame,
    Heads,
    HeadsRequest,
    OnlineKeys,
    OwnNumberFrame,
    Pulled,
    PullRequest,
    Pushed,
    PushRequest,
    Receipt,
    SignedHello,
    SnapshotFrame,
    SnapshotPart,
    SnapshotRequest,
    StreamHead,
    WireCommit,
)
from sync.protocol.restart import Base as RestartBase
from sync.protocol.restart import Bases, BasesRequest
from sync.records.ids import EntityId, HubId, StaffId, StreamId, WriterId, writer_id

NOW = 1_790_000_000_000
HUB = HubId(b"H" * 16)


@dataclass
class Stream:
    """One stream: its commits in hub order, the running hash after each, and chains."""

    running: list[bytes]
    commits: list[tuple[Header, SignedCommit]] = field(default_factory=list)
    chains: dict[WriterId, list[tuple[bytes, int]]] = field(default_factory=dict)
    """Per writer, hash and number of each commit in order."""
    horizon: int = 0
    parts: list[bytes] = field(default_factory=list)
    snapshot: int = 0


class FakeHub:
    """All that the hub holds. ``view(writer)`` is the hub as that writer sees it."""

    def __init__(self, *, hub: HubId = HUB, clock: Callable[[], int] = lambda: NOW, serial: int = 1) -> None:
        self.hub = hub
        self.clock = clock
        self.epoch = 1
        self.begun: dict[StreamId, int] = {}
        """In which epoch a stream's numbers began."""
        self.standing: dict[StreamId, int] = {}
        """Up to which number a stream outlived the restore."""
        self.root = SigningKey.from_seed(b"r" * 16 + hub)
        self.online = SigningKey.from_seed(bytes([serial]) * 16 + hub)
        self.receiving = ReceivingKey.generate()
        self.recovery = ReceivingKey.generate()
        self.serial = serial
        self.streams: dict[StreamId, Stream] = {}
        self.writers: dict[WriterId, tuple[bytes, bytes]] = {}
        self.forbidden: set[tuple[WriterId, StreamId]] = set()
        self.closed: set[StreamId] = set()
        """Streams that take no pushes."""
        self.quarantines: set[tuple[WriterId, int]] = set()
        self.codes: set[str] = set()
        self.digests = False
        self.largest_push = 500

    @property
    def pin(self) -> bytes:
        return root_digest(self.root.public)

    def enter(self, signing: bytes, receiving: bytes = b"") -> WriterId:
        """Let a writer in without a code."""
        writer = writer_id(signing)
        self.writers[writer] = (signing, receiving)
        return writer

    def view(self, writer: WriterId) -> "HubView":
        return HubView(self, writer)

    def stream(self, name: StreamId) -> Stream:
        if name not in self.streams:
            self.streams[name] = Stream([running_start(self.hub, name, self.epoch)])
            self.begun[name] = self.epoch
        return self.streams[name]

    def restore(self, backup: dict[StreamId, int]) -> None:
        """Come back from a backup that had so many commits of each stream, in a new epoch."""
        self.epoch += 1
        for name, stream in list(self.streams.items()):
            number = min(backup.get(name, 0), len(stream.commits))
            self.standing[name] = min(number, self.standing.get(name, number))
            if not number:
                del self.streams[name]
                continue
            fresh = self.streams[name] = Stream(stream.running[:1])
            for header, commit in stream.commits[:number]:
                fresh.running.append(running_next(fresh.running[-1], commit.hash))
                fresh.commits.append((header, commit))
                fresh.chains.setdefault(header.writer, []).append((commit.hash, len(fresh.commits)))

    def states(self, name: StreamId) -> dict[EntityId, EntityState]:
        """Fold a stream's effective commits."""
        stream, marks, writes = self.stream(name), Marks(), []
        for header, commit in stream.commits:
            one = commit_id(header, commit.header)
            marks.add(one)
            if (header.writer, header.n) not in self.quarantines:
                writes += [Write(one, body) for body in read_bodies(commit, header) if body is not None]
        return fold(writes, marks)

    def take_snapshot(self, name: StreamId, *, part_bytes: int) -> int:
        """Cut a snapshot of a stream as it stands, serve nothing older one by one; return its parts."""
        stream, marks = self.stream(name), Marks()
        for header, commit in stream.commits:
            marks.add(commit_id(header, commit.header))
        states = self.states(name)
        vector = [
            VectorEntry(writer, len(ends), ends[-1][0]) for writer, ends in sorted(stream.chains.items())
        ]
        number = len(stream.commits)
        base = Base(name, self.epoch, number, stream.running[-1])
        contents = SnapshotContents(
            vector,
            marks.runs(),
            [
                commit_id(one, raw.header)
                for one, raw in stream.commits
                if (one.writer, one.n) in self.quarantines
            ],
            (),
            (encode_state(states[entity]) for entity in sorted(states)),
        )
        stream.parts = cut_snapshot(base, contents, part_bytes=part_bytes)
        stream.horizon = stream.snapshot = number
        return len(stream.parts)


class HubView:
    """Implements sync.protocol.hub.Hub for one writer."""

    def __init__(self, hub: FakeHub, writer: WriterId) -> None:
        self.hub = hub
        self.writer = writer

    def hello(self, nonce: bytes) -> SignedHello:
        hub = self.hub
        keys = OnlineKeys(hub.hub, hub.serial, hub.online.public, hub.receiving.public, hub.recovery.public)
        return make_hello(
            sign_keys(keys, root=hub.root),
            online=hub.online,
            hub=hub.hub,
            epoch=hub.epoch,
            now_ms=hub.clock(),
            nonce=nonce,
        )

    def enrol(self, request: EnrolRequest) -> Enrolled:
        if request.code not in self.hub.codes:
            raise refusal(Code.CODE_WRONG)
        self.hub.codes.remove(request.code)
        writer = self.hub.enter(request.signing, request.receiving)
        return Enrolled(writer, StaffId("s" + "0" * 16), "Aino Esimerkki", [])

    def heads(self, request: HeadsRequest) -> Heads:
        del request
        streams = [
            StreamHead(
                name,
                len(stream.chains.get(self.writer, [])),
                stream.chains.get(self.writer, [(b"", 0)])[-1][0],
                len(stream.commits),
            )
            for name, stream in self._readable()
        ]
        return Heads(self.hub.epoch, streams)

    def push(self, request: PushRequest) -> Pushed:
        hub = self.hub
        if len(request.commits) > hub.largest_push:
            raise refusal(Code.FRAME_TOO_LARGE)
        if request.stream in hub.closed:
            raise refusal(Code.STREAM_FORBIDDEN)
        public = hub.writers[request.writer][0]
        stream = hub.stream(request.stream)
        chain = stream.chains.setdefault(request.writer, [])
        if request.first > len(chain) + 1:
            raise refusal(Code.CHAIN_GAP, expected=len(chain) + 1)
        numbers = []
        for wire in request.commits:
            commit = wire.value()
            header = read_header(commit.header)
            if header.n <= len(chain):
                if chain[header.n - 1][0] != commit.hash:
                    raise refusal(Code.CHAIN_FORK)
                numbers.append(chain[header.n - 1][1])
                continue
            verify_signature(commit, hub=hub.hub, public=public)
            prev = chain[-1][0] if chain else first_prev(hub.hub, request.stream, public)
            if header.prev != prev:
                raise refusal(Code.CHAIN_FORK)
            read_bodies(commit, header)
            stream.commits.append((header, commit))
            stream.running.append(running_next(stream.running[-1], commit.hash))
            chain.append((commit.hash, len(stream.commits)))
            numbers.append(len(stream.commits))
        receipt = encode(
            Receipt(
                hub.hub,
                hub.epoch,
                request.stream,
                request.writer,
                len(chain),
                chain[-1][0],
                chain[-1][1],
                hub.clock(),
            )
        )
        ns = range(request.first, request.first + len(request.commits))
        quarantined = [n for n in ns if (request.writer, n) in hub.quarantines]
        return Pushed(
            len(chain), numbers, [], quarantined, receipt, hub.online.sign(Purpose.RECEIPT, hub.hub, receipt)
        )

    def pull(self, request: PullRequest) -> Pulled:
        hub = self.hub
        if request.epoch not in {0, hub.epoch}:
            raise refusal(Code.EPOCH_CHANGED, epoch=hub.epoch)
        cursors = {cursor.stream: cursor for cursor in request.cursors}
        own, left, more = dict(request.own), request.max_bytes, False
        frames: list[Frame] = [DropFrame(name) for name in cursors if (self.writer, name) in hub.forbidden]
        for name, stream in self._readable():
            at = cursors.get(name, Cursor(name, 0, b"")).number
            if at < stream.horizon:
                frames.append(SnapshotFrame(name, stream.snapshot, len(stream.parts)))
                continue
            if at >= len(stream.commits):
                continue
            if left <= 0:
                more = True
                continue
            if at == 0 and hub.begun[name] != hub.epoch:
                frames.append(BeginFrame(name, hub.begun[name]))
            for frame, size in self._run(name, stream, at, own.get(name, 0)):
                frames.append(frame)
                at, left = at + 1, left - size
                if left <= 0:
                    break
            more = more or at < len(stream.commits)
            frames.append(self._checkpoint(name, stream, at))
        return Pulled(hub.epoch, hub.clock(), frames, more)

    def snapshot(self, request: SnapshotRequest) -> SnapshotPart:
        stream = self.hub.stream(request.stream)
        if request.number not in {0, stream.snapshot}:
            raise refusal(Code.CURSOR_EXPIRED, stream=request.stream)
        payload = stream.parts[request.part]
        signature = sign_part(payload, key=self.hub.online, hub=self.hub.hub)
        return SnapshotPart(
            request.stream, stream.snapshot, request.part, len(stream.parts), payload, signature
        )

    def bases(self, _request: BasesRequest) -> Bases:
        hub = self.hub
        named = [(name, hub.standing.get(name, 0), stream) for name, stream in sorted(hub.streams.items())]
        return Bases(
            hub.epoch, [RestartBase(name, at, stream.running[at]) for name, at, stream in named if at]
        )

    def _readable(self) -> list[tuple[StreamId, Stream]]:
        return [
            (name, stream)
            for name, stream in sorted(self.hub.streams.items())
            if (self.writer, name) not in self.hub.forbidden
        ]

    def _run(self, name: StreamId, stream: Stream, at: int, own: int) -> Iterator[tuple[Frame, int]]:
        shown: set[WriterId] = set()
        for number, (header, commit) in enumerate(stream.commits[at:], at + 1):
            if header.writer == self.writer and header.n <= own:
                yield OwnNumberFrame(name, number, header.n, commit.hash), 60
                continue
            wire = WireCommit.of(commit)
            if (header.writer, header.n) in self.hub.quarantines:
                wire = WireCommit(wire.header, wire.signature, [None] * len(wire.bodies))
            signing = b"" if header.writer in shown else self.hub.writers[header.writer][0]
            shown.add(header.writer)
            size = len(commit.header) + sum(len(body) for body in commit.bodies if body is not None)
            yield CommitFrame(name, number, wire, signing), size

    def _checkpoint(self, name: StreamId, stream: Stream, number: int) -> CheckpointFrame:
        whole = self.hub.digests and number == len(stream.commits)
        signed = sign_checkpoint(
            key=self.hub.online,
            hub=self.hub.hub,
            stream=name,
            epoch=self.hub.epoch,
            number=number,
            running=stream.running[number],
            digest=stream_digest(self.hub.states(name).values()) if whole else EMPTY,
            time_ms=self.hub.clock(),
        )
        return CheckpointFrame(signed.raw, signed.signature)
