# SPDX-License-Identifier: MIT
"""Comparing record by record: what differs is named, folded again, asked for again, and compared once more.

Two that agree never come here but once a day: their digests say so in the round itself. Here the sides compare kind by
kind, then entity by entity of the kinds that differ. Both must speak of the same number of the stream.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sync.client.pull import pull_all
from sync.client.round import Round
from sync.client.snapshot import load_snapshot
from sync.log.digest import EMPTY, xor
from sync.log.errors import LogError
from sync.log.picked import Picked, read_picked
from sync.protocol.comparing import (
    MOST_DIGESTS,
    MOST_STATES,
    MOST_TALLIED,
    DigestsRequest,
    StatesRequest,
    StreamTally,
    TallyRequest,
)
from sync.protocol.comparing_hub import ComparingHub
from sync.protocol.comparing_journal import (
    MOST_NAMED,
    ComparingJournal,
    Comparison,
    Difference,
    How,
    Recount,
)
from sync.protocol.errors import WrongHub
from sync.protocol.messages import SnapshotFrame
from sync.records.ids import EntityId, StreamId
from sync.records.kinds import KINDS

DAY_MS: Final = 24 * 3_600_000
MOST_MENDED: Final = 2000
"""Where more than this differs, the stream is loaded as a whole instead."""
SOON: Final = 1
"""As the time of the last comparison: the next round compares all streams."""
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Comparing:
    """The two sides. ``clock`` gives the laptop's milliseconds since 1970."""

    hub: ComparingHub
    journal: ComparingJournal
    clock: Callable[[], int]


@dataclass(slots=True)
class _Found:
    """What one comparison finds, as it grows."""

    named: dict[tuple[StreamId, EntityId], Difference] = field(default_factory=dict)
    open: list[StreamId] = field(default_factory=list)
    undecided: list[StreamId] = field(default_factory=list)

    def name(self, differences: Sequence[Difference]) -> None:
        """Remember what differs; what was named in an earlier try stays as it was named."""
        self.named = {(one.stream, one.entity): one for one in differences} | self.named


def compare(trip: Round, sides: Comparing, doubtful: Collection[StreamId]) -> list[StreamId]:
    """Compare the doubtful streams, and all that are held once a day; return those that differ to the end.

    Raises WrongHub, Cancelled and what the hub raises.
    """
    journal, now = sides.journal, sides.clock()
    again = list(journal.to_load(now))
    for stream in again:
        _load_whole(trip, sides, stream, now)
    last = journal.last_compared()
    daily = not 0 <= now - last < DAY_MS
    if last == 0:
        journal.set_compared(now)  # a notebook that has just begun: every digest of its first round was held
        daily = False
    wanted = {*doubtful, *again}
    held = {cursor.stream for cursor in trip.journal.cursors()}
    if daily:
        wanted |= held
    if not wanted & held:
        return []
    found = _Found()
    _compare(trip, sides, sorted(wanted & held), found)
    # A stream that moved on all the while is looked at in the next round.
    if daily or found.undecided:
        journal.set_compared(SOON if found.undecided else now)
    if found.named:
        some = tuple(found.named.values())[:MOST_NAMED]
        journal.remember_comparison(Comparison(now, len(found.named), some, tuple(found.open)))
    return found.open


def _load_whole(trip: Round, sides: Comparing, stream: StreamId, now: int) -> None:
    counted = sides.journal.recount([stream]).get(stream)
    if counted is not None and (counted.off != EMPTY or counted.broken):
        sides.journal.refold(stream, counted.broken, counted.off)
    sides.journal.loaded(stream, now)
    trip.received += load_snapshot(trip, SnapshotFrame(stream, 0, 0))
    pull_all(trip)


def _compare(trip: Round, sides: Comparing, streams: Sequence[StreamId], found: _Found) -> None:
    left = list(streams)
    for attempt in range(_TRIES):
        if attempt:
            pull_all(trip)
        left = _once(trip, sides, left, found)
        if not left:
            return
    found.undecided += left


def _once(trip: Round, sides: Comparing, streams: Sequence[StreamId], found: _Found) -> list[StreamId]:
    """Compare these streams; return those about which the two did not speak of the same number."""
    mine = sides.journal.recount(streams)
    knows, theirs = _tally(trip, sides, [stream for stream in streams if stream in mine])
    left = []
    for stream, tally in theirs.items():
        if tally.number != mine[stream].number or not _settle(
            trip, sides, _Stream(stream, mine[stream], tally, knows), found
        ):
            left.append(stream)
    return left


def _tally(
    trip: Round, sides: Comparing, streams: Sequence[StreamId]
) -> tuple[frozenset[str], dict[StreamId, StreamTally]]:
    """Return which kinds both sides fold, and what the hub says of each stream."""
    theirs: dict[StreamId, StreamTally] = {}
    knows = frozenset(KINDS)
    for at in range(0, len(streams), MOST_TALLIED):
        trip.go_on()
        answer = sides.hub.tally(TallyRequest(list(streams[at : at + MOST_TALLIED])))
        knows &= frozenset(answer.knows)
        theirs |= {one.stream: one for one in answer.streams if one.stream in streams}
    return knows, theirs


@dataclass(frozen=True, slots=True)
class _Stream:
    """One stream as both sides see it, at one number."""

    stream: StreamId
    mine: Recount
    theirs: StreamTally
    knows: frozenset[str]

    @property
    def differing(self) -> list[str]:
        """The kinds that differ, of those that both sides fold."""
        told = {one.kind: (one.count, one.digest) for one in self.theirs.kinds}
        return [
            kind
            for kind in sorted(told.keys() | self.mine.kinds.keys())
            if kind in self.knows and told.get(kind) != self.mine.kinds.get(kind)
        ]


def _settle(trip: Round, sides: Comparing, one: _Stream, found: _Found) -> bool:
    """Name and mend what differs in a stream; False when the hub moved on meanwhile."""
    stream, journal = one.stream, sides.journal
    kinds = one.differing
    if not kinds:
        if one.mine.off != EMPTY or one.mine.broken:
            journal.refold(stream, one.mine.broken, one.mine.off)
        return True
    theirs = _their_digests(trip, sides, one, kinds)
    if theirs is None:
        return False
    mine = journal.digests(stream, kinds)
    named = list(_differences(stream, mine, theirs))
    found.name(named)
    entities = sorted({difference.entity for difference in named})
    journal.refold(stream, [*entities, *one.mine.broken], one.mine.off)
    if len(entities) <= MOST_MENDED:
        here = journal.digests_of(stream, entities)
        left = [entity for entity in entities if here.get(entity) != theirs.get(entity)]
        expected = {entity: digest for entity, (_, digest) in theirs.items()}
        if not _ask_again(trip, sides, stream, left, expected):
            return False
    again = journal.recount([stream]).get(stream)
    if again is None or again.number != one.theirs.number:
        return False
    if _Stream(stream, again, one.theirs, one.knows).differing:
        journal.want_whole(stream)
        found.open.append(stream)
    return True


def _their_digests(
    trip: Round, sides: Comparing, one: _Stream, kinds: Iterable[str]
) -> dict[EntityId, tuple[str, bytes]] | None:
    """Return the hub's entities of these kinds; ``None`` when they are not those of its tally."""
    found: dict[EntityId, tuple[str, bytes]] = {}
    told = {tally.kind: (tally.count, tally.digest) for tally in one.theirs.kinds}
    for kind in kinds:
        count, digest, after, more = 0, EMPTY, b"", kind in told
        while more:
            trip.go_on()
            page = sides.hub.digests(DigestsRequest(one.stream, kind, after, MOST_DIGESTS))
            if page.number != one.theirs.number or (page.more and not page.entities):
                return None
            for its in page.entities:
                if its.entity <= after:
                    return None
                found[its.entity] = (kind, its.digest)
                count, digest, after = count + 1, xor(digest, its.digest), its.entity
            more = page.more
        if (count, digest) != told.get(kind, (0, EMPTY)):
            return None
    return found


def _differences(
    stream: StreamId, mine: Mapping[EntityId, tuple[str, bytes]], theirs: Mapping[EntityId, tuple[str, bytes]]
) -> Iterable[Difference]:
    for entity in sorted(mine.keys() | theirs.keys()):
        here, there = mine.get(entity), theirs.get(entity)
        if here == there:
            continue
        if there is None:
            yield Difference(stream, entity, here[0] if here is not None else "", How.MISSING_THERE)
        else:
            yield Difference(stream, entity, there[0], How.MISSING_HERE if here is None else How.OTHER)


def _ask_again(
    trip: Round, sides: Comparing, stream: StreamId, entities: Sequence[EntityId],
    expected: Mapping[EntityId, bytes],
) -> bool:  # fmt: skip
    """Ask for these as they stand and take them in; False when the stream moved on meanwhile."""
    left = list(entities)
    while left:
        trip.go_on()
        some, left = left[:MOST_STATES], left[MOST_STATES:]
        answer = sides.hub.states(StatesRequest(stream, some, []))
        picked = read_states(trip, stream, answer.payload, answer.signature)
        if not sides.journal.mend(stream, picked, expected):
            return False
        more = [entity for entity in answer.left if entity in some]
        if len(more) == len(some):
            return True  # nothing came: the comparison that follows tells
        left = more + left
    return True


def read_states(trip: Round, stream: StreamId, payload: bytes, signature: bytes) -> Picked:
    """Return states that the hub gave again, held against its signature; raises WrongHub."""
    try:
        picked, _ = read_picked(payload, signature, hub=trip.known.hub, public=trip.known.signing)
    except LogError as problem:
        raise WrongHub("states") from problem
    if picked.base.stream != stream or picked.base.epoch != trip.known.epoch:
        raise WrongHub("states")
    return picked
