# SPDX-License-Identifier: MIT
"""Farewells: a writer is gone from its laptop, says so in its own hand, and writes no more."""

from typing import Final

from sync.hub.audit import Event, Operation, log
from sync.hub.parts import HubParts
from sync.hub.roster import revoke
from sync.hub.store.rows import FarewellRow
from sync.protocol.devices import FarewellRequest, FarewellsTaken, SignedFarewell
from sync.protocol.errors import FrameBroken
from sync.protocol.orders import farewell_of, verify_farewell
from sync.records.ids import WriterId

MOST: Final = 50
"""Farewells of one request that are looked at."""


def take_farewells(parts: HubParts, request: FarewellRequest) -> FarewellsTaken:
    """Keep what proves itself and revoke its writer; what does not is left out of the answer.

    Nobody needs a right to bring one: it is believed for its own signature. The first of a writer stays.
    """
    taken = [_take(parts, one) for one in request.farewells[:MOST]]
    return FarewellsTaken([writer for writer in taken if writer is not None])


def _take(parts: HubParts, signed: SignedFarewell) -> WriterId | None:
    try:
        claimed = farewell_of(signed, hub=parts.hub)
        row = parts.store.writer(claimed.writer)
        if row is None or not row.staff:
            return None
        farewell = verify_farewell(signed, signing=row.signing, hub=parts.hub)
    except FrameBroken:
        return None
    if all(one.writer != row.writer for one in parts.store.farewells()):
        # First: a crash in between leaves a line too much, and never one too few.
        told = f"farewell {farewell.why.value} order {farewell.order}"
        log(parts, [Event(Operation.DELETE, row.staff, f"writer {row.writer.hex()}", told)])
    parts.store.add_farewell(FarewellRow(row.writer, signed.farewell, signed.signature, parts.clock()))
    if not row.revoked:
        revoke(parts, row.writer)
    return row.writer
