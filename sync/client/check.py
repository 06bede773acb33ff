# SPDX-License-Identifier: MIT
"""The closing step: a check on which both sides could disagree; it names what differs."""

from collections.abc import Callable, Iterator

from sync.client.comparing import Comparing, compare
from sync.client.errors import StreamDiffers
from sync.client.round import Round
from sync.log.digest import EMPTY
from sync.protocol.messages import HeadsRequest
from sync.records.ids import StreamId

Digests = Callable[[StreamId], bytes | None]
"""The XOR digest of what a stream folds to here at its cursor; ``None`` where only a part of it is held."""


def no_digests(_stream: StreamId) -> bytes | None:
    """Of no stream is the whole held: only numbers are compared."""
    return None


def check(trip: Round, digests: Digests, sides: Comparing | None = None) -> None:
    """Compare cursors with checkpoints, folds with digests, and counts with the hub's.

    A fold that differs is compared record by record and asked for again, where there are ``sides`` for that. Every
    stream is looked at; raises StreamDiffers with all that differ to the end.

    A round that moved nothing has nothing to compare and asks nothing, but once a day. What the hub has lost
    although it acknowledged it is marked unsent again before the error says so.
    """
    astray = set(_astray(trip))
    doubtful = {
        stream
        for stream, checkpoint in trip.checkpoints.items()
        if stream not in astray
        and (mine := digests(stream)) is not None
        and checkpoint.digest not in {EMPTY, mine}
    }
    differing = set(astray)
    if trip.sent or trip.received:
        differing |= set(_counted_less(trip))
    if sides is None:
        differing |= doubtful
    else:
        for stream in astray:
            sides.journal.want_whole(stream)
        differing |= set(compare(trip, sides, doubtful))
    if differing:
        raise StreamDiffers(*sorted(differing))


def _astray(trip: Round) -> Iterator[StreamId]:
    """Yield the streams that do not stand here where a checkpoint of this round says."""
    cursors = {cursor.stream: cursor for cursor in trip.journal.cursors()}
    for stream, checkpoint in trip.checkpoints.items():
        cursor = cursors.get(stream)
        reached = (0, checkpoint.running) if cursor is None else (cursor.number, cursor.hash)
        if reached != (checkpoint.number, checkpoint.running):
            yield stream


def _counted_less(trip: Round) -> Iterator[StreamId]:
    """Yield the streams of which the hub has less than it acknowledged, or than was pulled."""
    # The order matters: what is counted first and acknowledged next must be at the hub after that.
    mine = dict(trip.journal.own_counts())
    if trip.journal.unsent(max_commits=1, max_bytes=1, besides=trip.stuck) is not None:
        return
    trip.go_on()
    heads = trip.hub.heads(HeadsRequest())
    at_hub = {head.stream: head for head in heads.streams}
    for stream, count in mine.items():
        head = at_hub.get(stream)
        if head is not None and head.my_n < count and (stream, trip.me) not in trip.stuck:
            trip.journal.rejoin(stream, trip.me, head.my_n + 1)
            yield stream
    for cursor in trip.journal.cursors():
        head = at_hub.get(cursor.stream)
        if head is not None and head.number < cursor.number:
            yield cursor.stream
