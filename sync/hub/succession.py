# SPDX-License-Identifier: MIT
"""Succession: a notebook that exists twice goes on under a new key, which its old key vouches for.

Both writers stay in force: the hub can't know which of the two copies is the one on the desk. Whoever revokes the
old writer revokes all that came of it, since a thief with the copy could have asked as well.
"""

import re
from typing import Final

from sync.hub.audit import Event, Operation, log
from sync.hub.enrol import check_receiving
from sync.hub.leases import pass_on_lease
from sync.hub.parts import HubParts
from sync.hub.roster import announce_writer, open_stream
from sync.hub.store.rows import WriterRow
from sync.log.sealing import PUBLIC_BYTES
from sync.log.signing import is_sound_public
from sync.protocol.errors import Code, refusal
from sync.protocol.succession import Succeeded, SucceedRequest
from sync.records.ids import CITY, EntityId, WriterId, audit_stream, writer_id

_LAPTOP: Final = re.compile(r"l[0-9a-f]{16}")


def succeed(parts: HubParts, old: WriterId, request: SucceedRequest) -> Succeeded:
    """Let a writer in beside ``old``, for the same person; the same request again gives the same answer.

    The lease of the old writer holds for the new one: the passphrase, and what the hub keeps of it, are the same.
    Raises AccessRefused (unknown-writer, writer-revoked), FrameRefused (malformed).
    """
    before = parts.reader(old)
    if (
        not is_sound_public(request.signing)
        or len(request.receiving) != PUBLIC_BYTES
        or _LAPTOP.fullmatch(request.laptop) is None
    ):
        raise refusal(Code.MALFORMED)
    check_receiving(request.receiving)
    row = WriterRow(
        writer_id(request.signing), before.staff, request.laptop, request.signing, request.receiving
    )
    known = parts.store.writer(row.writer)
    if known is None:
        if request.laptop in parts.laptops():
            raise refusal(Code.MALFORMED)
        if not parts.store.add_successor(row, of=old, now=parts.clock()):
            raise refusal(Code.WRITER_REVOKED)
    elif known.revoked:
        raise refusal(Code.WRITER_REVOKED)
    elif known != row or row.writer not in parts.store.successors(old):
        raise refusal(Code.MALFORMED)
    told = parts.store.entities(CITY, [EntityId(row.writer)]).get(EntityId(row.writer))
    if told is None or told.kind != "writer":
        pass_on_lease(parts, old, row.writer)
        open_stream(parts, audit_stream(row.laptop))
        announce_writer(parts, row, request.laptop_name)
        log(
            parts, [Event(Operation.CREATE, row.staff, f"writer {row.writer.hex()}", f"succeeds {old.hex()}")]
        )
    return Succeeded(row.writer, row.staff, row.laptop)
