# SPDX-License-Identifier: MIT
"""What was written about one person in a stream, for a laptop whose own history began with a snapshot.

Rights are those of a pull, and so is what is left out: what is withheld, erased or moved away.
"""

from typing import Final

from sync.hub.access import Rights
from sync.hub.at_rest import subject_key
from sync.hub.audit import Event, Operation, log
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, settle
from sync.log.commit import read_body
from sync.log.erasure import erasure_mark
from sync.log.errors import LogError
from sync.protocol.errors import Code, refusal
from sync.protocol.messages import WireCommit
from sync.protocol.past import PastCommit, PastCommits, PastRequest
from sync.records.ids import ID_BYTES, EntityId, WriterId

_MOST: Final = 200
_MOST_BYTES: Final = 200 * 1024
"""Even where nothing can be packed smaller the answer fits a frame: the first one always does."""
_AROUND: Final = 200
_NUMBERS: Final = 2**53


def past(parts: HubParts, writer: WriterId, request: PastRequest) -> PastCommits:
    """Return the commits about a person above a number of the stream.

    Raises AccessRefused, FrameRefused (malformed, unknown-stream).
    """
    me = parts.reader(writer)
    rights = Rights.of(me, parts.store.grants(me.staff), parts.clock())
    if request.stream not in rights.readable(parts.laptops()):
        raise refusal(Code.STREAM_FORBIDDEN)
    if len(request.person) != ID_BYTES or not 0 <= request.after < _NUMBERS:
        raise refusal(Code.MALFORMED)
    head = parts.store.head(request.stream)
    if head is None:
        raise refusal(Code.UNKNOWN_STREAM)
    person = EntityId(request.person)
    mark = [erasure_mark(person)]
    settle(parts, request.stream, head.number)
    if parts.store.erased(mark) or parts.store.moved_from(request.stream, mark):
        return PastCommits([], more=False)
    found = parts.store.commits_sealed_under(
        request.stream, subject_key(person), after=request.after, limit=_MOST + 1
    )
    shown: list[PastCommit] = []
    left = _MOST_BYTES
    for one, bodies in zip(found, open_bodies(parts, found), strict=True):
        its = [raw if raw is not None and _is_about(raw, person) else None for raw in bodies]
        size = (
            len(one.header) + len(one.signature) + sum(len(raw) for raw in its if raw is not None) + _AROUND
        )
        if len(shown) == _MOST or (shown and size > left):
            break
        left -= size
        shown.append(PastCommit(one.number, WireCommit(one.header, one.signature, its)))
    log(parts, [Event(Operation.READ, me.staff, request.stream, f"past {len(shown)}")])
    return PastCommits(shown, more=len(shown) < len(found))


def _is_about(raw: bytes, person: EntityId) -> bool:
    try:
        return read_body(raw).subject == person
    except LogError:
        return False
