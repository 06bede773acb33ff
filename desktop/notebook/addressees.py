# SPDX-License-Identifier: MIT
"""Who on this laptop may read a stream, and from which streams a colleague's work is taken in."""

from collections.abc import Iterable

from desktop.notebook.desk import Desk
from desktop.store.roster import Grant
from sync.records.ids import CITY, StaffId, StreamId
from sync.records.rights import readable_streams, role


def colleagues_reading(desk: Desk, stream: StreamId) -> tuple[bytes, ...]:
    """Return the public receiving keys of the colleagues on this laptop who may read a stream, in order.

    Somebody who has left, or whose key is revoked, gets nothing.
    """
    roster = desk.reads.roster
    active = {one.staff for one in roster.staff() if one.active}
    grants = _held_now(desk)
    return tuple(
        sorted(
            row.receiving
            for row in roster.writers()
            if row.laptop == desk.store.me.laptop
            and row.writer != desk.writer
            and row.staff in active
            and row.revoked_after is None
            and stream in _readable(grants, row.staff)
        )
    )


def streams_to_take(desk: Desk) -> frozenset[StreamId]:
    """Return the streams from which a colleague's saves are taken in: this person's own, but not the hub's.

    ``city`` is written by the hub alone, so what a bundle says there is left unread.
    """
    return frozenset(_readable(_held_now(desk), desk.staff) - {CITY})


def _held_now(desk: Desk) -> list[Grant]:
    now = desk.now() + desk.store_clock_offset()
    return [
        one
        for one in desk.reads.roster.grants()
        if one.since <= now and (one.until is None or now < one.until)
    ]


def _readable(grants: Iterable[Grant], staff: StaffId) -> set[StreamId]:
    streams: set[StreamId] = set()
    for grant in grants:
        known = role(grant.role)
        if grant.staff == staff and known is not None:
            streams |= readable_streams(known, grant.team, staff)
    return streams
