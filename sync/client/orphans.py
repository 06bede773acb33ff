# SPDX-License-Identifier: MIT
"""The step that offers a restored hub what it cannot take into its author's chain: whole, but behind lost words."""

from typing import Final

from sync.client.push import request
from sync.client.round import Round
from sync.protocol.errors import AccessRefused, ChainRefused, FrameRefused, FrameTooLarge
from sync.records.ids import StreamId, WriterId

_ALL: Final = 2**53
"""No writer has as many commits in a stream."""


def offer_orphans(trip: Round) -> None:
    """Offer them chain by chain; one whose author may still come is let be until the next round.

    Raises Cancelled and what the hub raises.
    """
    offered: dict[tuple[StreamId, WriterId], int] = {}
    while True:
        trip.go_on()
        segment = trip.journal.orphans(offered, max_commits=trip.pace.commits, max_bytes=trip.pace.push_bytes)
        if segment is None:
            return
        chain = (segment.stream, segment.writer)
        offered[chain] = segment.first + len(segment.commits) - 1
        try:
            answer = trip.hub.push(request(segment, apart=True))
        except (AccessRefused, ChainRefused, FrameRefused, FrameTooLarge):
            offered[chain] = _ALL  # an older hub among them: it takes no run apart
            continue
        if answer.carried or answer.elsewhere:
            trip.journal.said_for_them(
                segment.stream, segment.writer, carried=answer.carried, elsewhere=answer.elsewhere
            )
        else:
            offered[chain] = _ALL
