# SPDX-License-Identifier: MIT
"""What is held back, shown whole to those who may decide about it: each look is in the hub's log.

Parked commits are not among it: everybody who reads the stream has them whole.
"""

from typing import Final

from sync.hub.access import Rights
from sync.hub.audit import Event, Operation, log
from sync.hub.parts import HubParts
from sync.hub.rulings import may_rule
from sync.hub.settling import open_bodies
from sync.protocol.errors import Code, refusal
from sync.protocol.holding import HeldCommit, HeldCommits, HeldRequest
from sync.protocol.messages import MAX_FRAME_PACKED, WireCommit
from sync.records.ids import StreamId, WriterId

_MOST: Final = 500
_MOST_BYTES: Final = MAX_FRAME_PACKED - 16 * 1024
"""Even where nothing can be packed smaller the answer fits a frame: the first one always does."""
_AROUND: Final = 200
_NUMBERS: Final = 2**53


def held_for(parts: HubParts, writer: WriterId, request: HeldRequest) -> HeldCommits:
    """Return the commits in quarantine of those streams in which this person decides.

    Raises AccessRefused, and FrameRefused for what is no hub number.

    Their own are among them, though somebody else must decide about those.
    """
    me = parts.reader(writer)
    if not 0 <= request.after < _NUMBERS:
        raise refusal(Code.MALFORMED)
    rights = Rights.of(me, parts.store.grants(me.staff), parts.clock())
    theirs = sorted({stream for stream in request.streams if may_rule(rights, stream)})
    if not theirs:
        return HeldCommits([], more=False)
    found = parts.store.held_in(theirs, _MOST + 1, after=request.after)
    shown: list[HeldCommit] = []
    left = _MOST_BYTES
    opened = open_bodies(parts, [one for _, one in found])
    for (stream, one), bodies in zip(found, opened, strict=True):
        size = (
            len(one.header)
            + len(one.signature)
            + sum(len(raw) for raw in bodies if raw is not None)
            + _AROUND
        )
        if len(shown) == _MOST or (shown and size > left):
            break
        left -= size
        wire = WireCommit(one.header, one.signature, bodies)
        shown.append(HeldCommit(stream, one.writer, one.n, one.number, one.reason.word, one.received, wire))
    looked: dict[StreamId, int] = {}
    for commit in shown:
        looked[commit.stream] = looked.get(commit.stream, 0) + 1
    log(parts, [
        Event(Operation.READ, me.staff, str(stream), f"held {looked.get(stream, 0)}") for stream in theirs
    ])  # fmt: skip
    return HeldCommits(shown, more=len(shown) < len(found))
