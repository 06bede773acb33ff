# SPDX-License-Identifier: MIT
"""The step that offers a restored hub what it cannot take into its author's chain: whole, but behind lost words."""

from dataclasses import replace
from typing import Final

from sync.client.push import request
from sync.client.round import Round
from sync.protocol.errors import AccessRefused, ChainRefused, FrameRefused, FrameTooLarge
from sync.records.ids import StreamId, WriterId

_AT_ONCE: Final = 50
"""Of a hub that says each in a transaction of its own: an answer is to come while the laptop still waits for it."""
_ALL: Final = 2**53
"""No writer has as many commits in a stream."""


def offer_orphans(trip: Round) -> None:
    """Offer them chain by chain; one whose author may still come is let be until the next round.

    The first of a chain goes alone: where the hub refuses it, nothing more went over the wire. What the hub answers and
    does not say (an order, a kind it does not know) is not offered again before this process, or the hub, is another.

    Raises Cancelled and what the hub raises.
    """
    offered = dict(trip.untaken)
    heard: set[tuple[StreamId, WriterId]] = set()
    while True:
        trip.go_on()
        most = min(trip.pace.commits, _AT_ONCE)
        segment = trip.journal.orphans(offered, max_commits=most, max_bytes=trip.pace.push_bytes)
        if segment is None:
            return
        chain = (segment.stream, segment.writer)
        if chain not in heard:
            segment = replace(segment, commits=segment.commits[:1])
        through = offered[chain] = segment.first + len(segment.commits) - 1
        try:
            answer = trip.hub.push(request(segment, apart=True))
        except (AccessRefused, ChainRefused, FrameRefused, FrameTooLarge):
            offered[chain] = _ALL  # an older hub among them: it takes no run apart
            continue
        heard.add(chain)
        if answer.carried or answer.elsewhere:
            trip.journal.said_for_them(
                segment.stream, segment.writer, carried=answer.carried, elsewhere=answer.elsewhere
            )
        trip.untaken[chain] = through
