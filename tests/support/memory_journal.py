# SPDX-License-Identifier: MIT
"""A small, real journal in memory: what the engine's tests use for a laptop's store."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

import msgspec

from sync.log.commit import (
    Draft,
    Header,
    SignedCommit,
    commit_id,
    first_prev,
    read_bodies,
    read_header,
    write_commit,
)
from sync.log.digest import stream_digest
from sync.log.errors import ChainBroken, ChainForked
from sync.log.fold import Write, apply
from sync.log.known import Marks
from sync.log.pure import fold
from sync.log.signing import SigningKey
from sync.log.snapshot import Place, follow
from sync.log.snapshot import SnapshotPart as Contents
from sync.log.state import EntityState, decode_state
from sync.protocol.journal import Acknowledged, Loading, RoundRecord, Run, Segment
from sync.protocol.messages import Cursor, SnapshotPart
from sync.protocol.restart import Base
from sync.records.ids import EntityId, HubId, StaffId, StreamId, WriterId

Chain = tuple[StreamId, WriterId]


@dataclass
class Loaded:
    """A snapshot that was loaded, or is being loaded, into a stream."""

    number: int
    place: Place
    parts: set[int] = field(default_factory=set)
    marks: Marks = field(default_factory=Marks)
    ends: dict[WriterId, tuple[int, bytes]] = field(default_factory=dict)
    states: dict[EntityId, EntityState] = field(default_factory=dict)


class MemoryJournal:
    """One writer's notebook. Fits sync.protocol.journal.Journal."""

    def __init__(self, *, hub: HubId, key: SigningKey) -> None:
        self.hub = hub
        self.key = key
        self.chains: dict[Chain, list[SignedCommit]] = {}
        self.before: dict[Chain, tuple[int, bytes]] = {}
        """What a snapshot covers of a chain: its last n and hash."""
        self.acknowledged: dict[Chain, int] = {}
        self.numbers: dict[tuple[StreamId, WriterId, int], int] = {}
        self.whose: StaffId | None = None
        self.quarantined: set[tuple[StreamId, WriterId, int]] = set()
        self.parked: set[tuple[StreamId, WriterId, int]] = set()
        self.receipts: list[bytes] = []
        self.keys: dict[WriterId, bytes] = {key.writer: key.public}
        self.rounds: list[RoundRecord] = []
        self.rejoined: list[tuple[StreamId, WriterId, int]] = []
        self.said_for: list[tuple[StreamId, WriterId, tuple[int, ...], tuple[int, ...]]] = []
        self.snapshots: dict[StreamId, Loaded] = {}
        self._cursors: dict[StreamId, Cursor] = {}
        self._epoch = 0
        self._offset = 0

    # --- what a person does ---

    def save(
        self, stream: StreamId, drafts: Sequence[Draft], *, time_ms: int = 1_790_000_000_000
    ) -> SignedCommit:
        """Sign, chain and keep one save."""
        chain = (stream, self.key.writer)
        n, prev = self._end(chain)
        commit = write_commit(
            drafts, key=self.key, hub=self.hub, stream=stream, n=n + 1, prev=prev, time_ms=time_ms, app="test"
        )
        self.chains.setdefault(chain, []).append(commit)
        return commit

    def take(self, segment: Segment, public: bytes) -> None:
        """Take a colleague's unsent run from the outbox."""
        self.keys[segment.writer] = public
        for commit in segment.commits:
            self._keep(commit)

    def states(self, stream: StreamId, *, numbered_only: bool = False) -> dict[EntityId, EntityState]:
        """Fold what is held of a stream, quarantined commits left out."""
        marks, writes = self._marks(stream), []
        for (its_stream, _), commits in self.chains.items():
            for commit in commits if its_stream == stream else ():
                header = read_header(commit.header)
                dot = (stream, header.writer, header.n)
                if dot in self.quarantined or (numbered_only and dot not in self.numbers):
                    continue
                one = commit_id(header, commit.header)
                writes += [Write(one, body) for body in read_bodies(commit, header) if body is not None]
        loaded = self.snapshots.get(stream)
        if loaded is None:
            return fold(writes, marks)
        states = dict(loaded.states)
        for write in writes:
            states[write.body.entity] = apply(states.get(write.body.entity), write, marks)
        return states

    def digest(self, stream: StreamId) -> bytes | None:
        """The digest of the effective commits held."""
        return stream_digest(self.states(stream, numbered_only=True).values())

    # --- the engine's side ---

    def epoch(self) -> int:
        return self._epoch

    def begin_epoch(self, epoch: int) -> None:
        self._epoch = epoch

    def rebase(self, epoch: int, bases: Sequence[Base]) -> None:
        named = {base.stream: base for base in bases}
        above = {
            dot: number
            for dot, number in self.numbers.items()
            if number > (named[dot[0]].number if dot[0] in named else 0)
        }
        for stream, writer, n in sorted(above):
            chain = (stream, writer)
            self.acknowledged[chain] = min(self._sent(chain), n - 1)
            del self.numbers[stream, writer, n]
        self.quarantined -= above.keys()
        self.parked -= above.keys()
        for stream, cursor in list(self._cursors.items()):
            base = named.get(stream)
            if base is None:
                del self._cursors[stream]
            elif cursor.number > base.number:
                self._cursors[stream] = Cursor(stream, base.number, base.running)
        self._epoch = epoch

    def cursors(self) -> Sequence[Cursor]:
        return list(self._cursors.values())

    def own_counts(self) -> Sequence[tuple[StreamId, int]]:
        me = self.key.writer
        streams = {stream for stream, writer in (*self.chains, *self.before) if writer == me}
        return [(stream, self._end((stream, me))[0]) for stream in sorted(streams)]

    def unsent_count(self) -> int:
        return sum(self._end(chain)[0] - self._sent(chain) for chain in self.chains)

    def unsent(self, *, max_commits: int, max_bytes: int, besides: Collection[Chain] = ()) -> Segment | None:
        for chain in sorted(self.chains, key=lambda chain: (chain[1] != self.key.writer, chain)):
            sent, base = self._sent(chain), self.before.get(chain, (0, b""))[0]
            waiting = self.chains[chain][sent - base :]
            if chain[1] != self.key.writer:  # a colleague's commits go whole or not at all
                waiting = list(takewhile(lambda one: not one.stripped, waiting))
            if not waiting or chain in besides:
                continue
            run, size = [waiting[0]], _size(waiting[0])
            for commit in waiting[1:max_commits]:
                size += _size(commit)
                if size > max_bytes:
                    break
                run.append(commit)
            return Segment(chain[0], chain[1], sent + 1, read_header(run[0].header).prev, tuple(run))
        return None

    def orphans(self, _offered: Mapping[Chain, int], *, max_commits: int, max_bytes: int) -> Segment | None:
        del max_commits, max_bytes
        return None

    def said_for_them(
        self, stream: StreamId, writer: WriterId, *, carried: Collection[int], elsewhere: Collection[int]
    ) -> None:
        self.said_for.append((stream, writer, tuple(carried), tuple(elsewhere)))

    def acknowledge(self, answer: Acknowledged) -> None:
        chain = (answer.stream, answer.writer)
        self.acknowledged[chain] = max(self._sent(chain), answer.through)
        self.receipts.append(answer.receipt)
        for n, number in answer.numbers.items():
            self.numbers[answer.stream, answer.writer, n] = number
        self.parked |= {(answer.stream, answer.writer, n) for n in answer.parked}
        self.quarantined |= {(answer.stream, answer.writer, n) for n in answer.quarantined}

    def apply(self, run: Run) -> int:
        self.keys |= run.writers
        new = 0
        for received in run.received:
            if received.commit is None:
                self._number_own(run.stream, received.own_n, received.own_hash, received.number)
                continue
            header, fresh = self._keep(received.commit)
            new += fresh
            chain = (run.stream, header.writer)
            self.acknowledged[chain] = max(self._sent(chain), header.n)
            self.numbers[run.stream, header.writer, header.n] = received.number
        self._cursors[run.stream] = run.cursor
        return new

    def staff(self) -> StaffId | None:
        return self.whose

    def snapshot_progress(self, stream: StreamId) -> Loading | None:
        loaded = self.snapshots.get(stream)
        if loaded is None or stream in self._cursors:
            return None
        return Loading(loaded.place, frozenset(loaded.parts))

    def apply_part(self, part: SnapshotPart, cursor: Cursor | None) -> int:
        contents = msgspec.msgpack.decode(part.payload, type=Contents)
        before = None if part.part == 0 else self.snapshots[part.stream].place
        place = follow(contents, part.payload, before)
        if part.part == 0:
            self.snapshots[part.stream] = Loaded(part.number, place)
            self._cursors.pop(part.stream, None)
        loaded = self.snapshots[part.stream]
        loaded.place = place
        for run in contents.marks:
            loaded.marks.extend(run.writer, run.first, run.marks)
        loaded.ends |= {entry.writer: (entry.n, entry.hash) for entry in contents.vector}
        states = [decode_state(raw) for raw in contents.entities]
        loaded.states |= {state.entity: state for state in states}
        if not contents.is_index:
            loaded.parts.add(part.part)
        if cursor is not None:
            self._cursors[part.stream] = cursor
            for writer, end in loaded.ends.items():
                chain = (part.stream, writer)
                if chain not in self.chains:
                    self.before[chain] = end
                    self.chains[chain] = []
                self.acknowledged[chain] = max(self._sent(chain), end[0])
        return len(states)

    def drop(self, stream: StreamId) -> None:
        self._cursors.pop(stream, None)
        self.snapshots.pop(stream, None)
        for chain in [chain for chain in self.chains if chain[0] == stream and chain[1] != self.key.writer]:
            del self.chains[chain]

    def rejoin(self, stream: StreamId, writer: WriterId, expected: int) -> None:
        self.rejoined.append((stream, writer, expected))
        self.acknowledged[stream, writer] = expected - 1

    def remember_round(self, record: RoundRecord) -> None:
        self.rounds.append(record)

    def clock_offset(self) -> int:
        return self._offset

    def set_clock_offset(self, offset: int) -> None:
        self._offset = offset

    # --- inside ---

    def _end(self, chain: Chain) -> tuple[int, bytes]:
        commits = self.chains.get(chain, [])
        n, last = self.before.get(chain, (0, b""))
        if commits:
            return n + len(commits), commits[-1].hash
        return (n, last) if n else (0, first_prev(self.hub, chain[0], self.keys[chain[1]]))

    def _sent(self, chain: Chain) -> int:
        return self.acknowledged.get(chain, self.before.get(chain, (0, b""))[0])

    def _keep(self, commit: SignedCommit) -> tuple[Header, bool]:
        """Keep somebody's commit; return its header and whether it is new."""
        header = read_header(commit.header)
        chain = (header.stream, header.writer)
        base = self.before.get(chain, (0, b""))[0]
        commits = self.chains.setdefault(chain, [])
        if header.n <= base:
            return header, False
        at = header.n - base - 1
        if at > len(commits):
            raise ChainBroken(header.n)
        if at < len(commits):
            if commits[at].hash != commit.hash:
                raise ChainForked(header.n)
            return header, False
        commits.append(commit)
        return header, True

    def _number_own(self, stream: StreamId, n: int, its_hash: bytes, number: int) -> None:
        chain = (stream, self.key.writer)
        base = self.before.get(chain, (0, b""))[0]
        if n > base and self.chains[chain][n - base - 1].hash != its_hash:
            raise ChainForked(n)
        self.acknowledged[chain] = max(self._sent(chain), n)
        self.numbers[stream, self.key.writer, n] = number

    def _marks(self, stream: StreamId) -> Marks:
        loaded = self.snapshots.get(stream)
        marks = Marks()
        for writer, raw in loaded.marks.runs() if loaded is not None else ():
            marks.extend(writer, 1, raw)
        for (its_stream, _), commits in self.chains.items():
            for commit in commits if its_stream == stream else ():
                marks.add(commit_id(read_header(commit.header), commit.header))
        return marks


def _size(commit: SignedCommit) -> int:
    return len(commit.header) + sum(len(body) for body in commit.bodies if body is not None)
