# SPDX-License-Identifier: MIT
"""Filling a hub with many records at once, through the same push as every laptop's: demo, tests, figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sync.hub.parts import HubParts
from sync.hub.push import push
from sync.hub.roster import announce_writer, open_stream
from sync.hub.settling import settle
from sync.hub.store.rows import WriterRow
from sync.log.commit import Draft, SignedCommit, first_prev, write_commit
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.messages import PUSH_BATCH, PushRequest, WireCommit
from sync.records.ids import LaptopId, StaffId, StreamId, audit_stream


@dataclass(frozen=True, slots=True)
class Save:
    """One save to be seeded: what it says, and the time its laptop's clock showed (ms)."""

    drafts: Sequence[Draft]
    time: int


@dataclass(slots=True)
class SeedWriter:
    """A writer whose keys are made here; its chains grow with each ``save_all``."""

    parts: HubParts
    key: SigningKey
    app: str
    tips: dict[StreamId, tuple[int, bytes]] = field(default_factory=dict)

    def save_all(self, stream: StreamId, saves: Iterable[Save]) -> int:
        """Write and push these saves in full batches; return how many commits were accepted."""
        count = 0
        for batch in _batches(saves):
            n, prev = self.tips.get(stream, (0, first_prev(self.parts.hub, stream, self.key.public)))
            commits: list[SignedCommit] = []
            tip = prev
            for place, save in enumerate(batch, start=n + 1):
                commit = write_commit(
                    save.drafts,
                    key=self.key,
                    hub=self.parts.hub,
                    stream=stream,
                    n=place,
                    prev=tip,
                    time_ms=save.time,
                    app=self.app,
                )
                commits.append(commit)
                tip = commit.hash
            wire = [WireCommit.of(one) for one in commits]
            push(self.parts, self.key.writer, PushRequest(stream, self.key.writer, n + 1, prev, wire))
            self.tips[stream] = (n + len(commits), tip)
            count += len(commits)
        return count


def seed_writer(
    parts: HubParts, staff: StaffId, laptop: LaptopId, *, key: SigningKey | None = None, app: str = "seed"
) -> SeedWriter:
    """Let a writer in without a code: whoever calls this holds the hub's keys anyway."""
    its = SigningKey.generate() if key is None else key
    receiving = ReceivingKey.generate()
    row = WriterRow(its.writer, staff, laptop, its.public, receiving.public)
    parts.store.add_writer(row, code=None, now=parts.clock())
    open_stream(parts, audit_stream(laptop))
    announce_writer(parts, row)
    return SeedWriter(parts, its, app)


def settle_all(parts: HubParts) -> None:
    """Verify and fold everything now, so that the first laptop that pulls does not wait for it."""
    for stream, head in sorted(parts.store.heads().items()):
        if head.number:
            settle(parts, stream, head.number)


def _batches(saves: Iterable[Save]) -> Iterator[list[Save]]:
    iterator = iter(saves)
    while batch := list(islice(iterator, PUSH_BATCH)):
        yield batch
