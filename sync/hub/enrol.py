# SPDX-License-Identifier: MIT
"""Enrol: a new writer shows its code and its public keys, and the roster tells everybody."""

import re
from typing import Final

from sync.hub.access import Rights
from sync.hub.audit import Event, Operation, log
from sync.hub.codes import try_code
from sync.hub.parts import HubParts
from sync.hub.roster import announce_writer, open_stream
from sync.hub.store.rows import WriterRow
from sync.log.errors import Malformed
from sync.log.sealing import PUBLIC_BYTES, seal
from sync.log.signing import is_sound_public
from sync.protocol.errors import Code, refusal
from sync.protocol.messages import Enrolled, EnrolRequest
from sync.records.ids import CITY, EntityId, audit_stream, writer_id

_LAPTOP: Final = re.compile(r"l[0-9a-f]{16}")


def enrol(parts: HubParts, request: EnrolRequest) -> Enrolled:
    """Return what the new writer is; the same request again gives the same answer.

    A laptop that came after the backup of a restored hub enrols again with the keys it has, and goes on as it was.

    Raises EnrolRefused, FrameRefused.
    """
    if (
        not is_sound_public(request.signing)
        or len(request.receiving) != PUBLIC_BYTES
        or _LAPTOP.fullmatch(request.laptop) is None
    ):
        raise refusal(Code.MALFORMED)
    check_receiving(request.receiving)
    code = try_code(parts, request.code)
    if request.staff and request.staff != code.staff:
        raise refusal(Code.CODE_WRONG)  # a notebook is one person's, and stays so
    now = parts.clock()
    row = WriterRow(
        writer_id(request.signing), code.staff, request.laptop, request.signing, request.receiving
    )
    known = parts.store.writer(row.writer)
    if code.used or known is not None:
        if known != row:
            raise refusal(Code.CODE_USED)
    elif not parts.store.add_writer(row, code=code, now=now):
        raise refusal(Code.CODE_USED)
    told = parts.store.entities(CITY, [EntityId(row.writer)]).get(EntityId(row.writer))
    if told is None or told.kind != "writer":
        open_stream(parts, audit_stream(row.laptop))
        announce_writer(parts, row, request.laptop_name)
        log(parts, [Event(Operation.CREATE, row.staff, f"writer {row.writer.hex()}")])
    rights = Rights.of(row, parts.store.grants(row.staff), now)
    readable = rights.readable(parts.laptops())
    return Enrolled(row.writer, row.staff, parts.store.staff()[row.staff], sorted(readable))


def check_receiving(public: bytes) -> None:
    """Refuse 1216 bytes that are no key: in the roster they would stop every colleague who seals to it."""
    try:
        seal(public, b"", label="enrol-answer")
    except (Malformed, ValueError) as problem:  # of the right length, but a point of small order
        raise refusal(Code.MALFORMED) from problem
