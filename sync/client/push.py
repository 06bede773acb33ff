# SPDX-License-Identifier: MIT
"""The step that sends: run by run, until nothing is unsent. Sent is what the hub's receipt says."""

from typing import Final

import msgspec

from sync.client.errors import AnswerBroken, Cloned
from sync.client.restarting import has_to_follow
from sync.client.round import Round
from sync.failpoints import FailPoint, reached
from sync.log.errors import BadSignature
from sync.log.signing import Purpose, verify
from sync.protocol.errors import (
    AccessRefused,
    ChainRefused,
    Code,
    FrameRefused,
    FrameTooLarge,
    Refused,
    Unreachable,
    WrongHub,
    refusal,
)
from sync.protocol.hello import KnownHub
from sync.protocol.journal import Acknowledged, Segment
from sync.protocol.messages import Pushed, PushRequest, Receipt, WireCommit
from sync.records.ids import StreamId, WriterId

_ONE_CHAIN: Final = frozenset({Code.FRAME_TOO_LARGE, Code.STREAM_FORBIDDEN, Code.UNKNOWN_STREAM})
"""Refusals that concern one chain; any other ends the round."""

_receipt_decoder = msgspec.msgpack.Decoder(Receipt)


def push_all(trip: Round) -> None:
    """Push until nothing is unsent but what is stuck; raises AnswerBroken, Cancelled and what the hub raises.

    Raises EpochChanged where the journal has not followed a restored hub: numbers of two epochs would meet in it.

    A chain that the hub refuses (forked, a stream that is no longer mine, one commit too large) is stuck: it
    stays unsent, ``trip.stuck`` says why, and the others go on.

    Too large a batch is halved and sent again at once. After a cut connection the batch is halved for the
    next round: on a bad link less gets through at a time, but something does.
    """
    if has_to_follow(trip):
        raise refusal(Code.EPOCH_CHANGED, epoch=trip.known.epoch)
    trip.total = trip.journal.unsent_count()
    rejoined: set[tuple[StreamId, WriterId, int]] = set()
    while True:
        trip.go_on()
        segment = trip.journal.unsent(
            max_commits=trip.pace.commits, max_bytes=trip.pace.push_bytes, besides=trip.stuck
        )
        if segment is None:
            return
        try:
            answer = trip.hub.push(request(segment))
        except (FrameTooLarge, FrameRefused, AccessRefused) as problem:
            if isinstance(problem, Refused) and not _concerns_one_chain(problem, segment, trip):
                raise
            smaller = _too_large(problem) and len(segment.commits) > 1 and trip.pace.halve_push()
            if not smaller:
                trip.stuck[segment.stream, segment.writer] = problem
            continue
        except Unreachable:
            trip.pace.halve_push()
            raise
        except ChainRefused as refused:
            _rejoin(trip, segment, refused, rejoined)
            continue
        told = acknowledged(segment, answer, trip.known)
        reached(FailPoint.LAPTOP_PUSH_BEFORE_ACKNOWLEDGE)
        if trip.journal.epoch() == 0:
            # A round may end before it fetches: were the hub lost then, its numbers would be taken for the next one's.
            trip.journal.begin_epoch(trip.known.epoch)
        trip.journal.acknowledge(told)
        reached(FailPoint.LAPTOP_PUSH_AFTER_ACKNOWLEDGE)
        trip.sent += answer.accepted_through - segment.first + 1
        trip.pace.grow_push()


def _concerns_one_chain(problem: Refused, segment: Segment, trip: Round) -> bool:
    """Whether others may still go: a colleague's writer may be unknown to a restored hub for a while."""
    unknown = problem.code is Code.UNKNOWN_WRITER and segment.writer != trip.me
    return unknown or problem.code in _ONE_CHAIN


def request(segment: Segment, *, apart: bool = False) -> PushRequest:
    """Return the segment as it travels; ``apart`` where the hub is to say it itself."""
    return PushRequest(
        segment.stream,
        segment.writer,
        segment.first,
        segment.prev,
        [WireCommit.of(commit) for commit in segment.commits],
        apart,
    )


def acknowledged(segment: Segment, answer: Pushed, known: KnownHub) -> Acknowledged:
    """Return what the hub vouches for, its receipt verified.

    Raises WrongHub, AnswerBroken, or EpochChanged when the receipt is of another epoch than hello was.
    """
    try:
        verify(known.signing, Purpose.RECEIPT, known.hub, answer.receipt, answer.signature)
        receipt = _receipt_decoder.decode(answer.receipt)
    except (BadSignature, msgspec.DecodeError) as problem:
        raise WrongHub("receipt") from problem
    through = answer.accepted_through
    if receipt.epoch != known.epoch:
        raise refusal(Code.EPOCH_CHANGED, epoch=receipt.epoch)
    named = (receipt.hub, receipt.stream, receipt.writer, receipt.n)
    if named != (known.hub, segment.stream, segment.writer, through):
        raise AnswerBroken("receipt")
    ns = _numbers_of(segment)
    if through < segment.first or len(answer.numbers) > len(ns):
        raise AnswerBroken("accepted nothing")
    if through in ns and receipt.hash != segment.commits[through - segment.first].hash:
        raise AnswerBroken("receipt hash")
    numbers = dict(zip(ns, answer.numbers, strict=False))
    if any(n <= through and numbers.get(n, 0) < 1 for n in ns):
        raise AnswerBroken("numbers")
    return Acknowledged(
        stream=segment.stream,
        writer=segment.writer,
        through=through,
        numbers={n: number for n, number in numbers.items() if n <= through},
        parked=tuple(answer.parked),
        quarantined=tuple(answer.quarantined),
        receipt=answer.receipt,
        receipt_signature=answer.signature,
    )


def _numbers_of(segment: Segment) -> range:
    return range(segment.first, segment.first + len(segment.commits))


def _too_large(problem: Exception) -> bool:
    return not isinstance(problem, Refused) or problem.code is Code.FRAME_TOO_LARGE


def _rejoin(
    trip: Round, segment: Segment, refused: ChainRefused, rejoined: set[tuple[StreamId, WriterId, int]]
) -> None:
    """Follow the hub's wish where to go on; a fork, or the same wish twice, is a clone and stuck."""
    expected = refused.facts.get("expected")
    fork = refused.code is Code.CHAIN_FORK or not isinstance(expected, int) or expected < 1
    wish = (segment.stream, segment.writer, 0 if not isinstance(expected, int) else expected)
    if fork or wish in rejoined:
        if refused.code is Code.CHAIN_FORK and wish[2] > segment.first:
            # What lies before the fork is there: the answer to an earlier push was lost, or the other copy sent it.
            trip.journal.rejoin(*wish)
        trip.stuck[segment.stream, segment.writer] = Cloned(segment.stream, segment.writer)
        return
    rejoined.add(wish)
    trip.journal.rejoin(*wish)
