# SPDX-License-Identifier: MIT
"""What the ledger tells a restored hub: erased stays erased, revoked stays revoked, ended stays ended.

Whom the backup does not know yet is provided for: a revocation waits for its writer, a mark for its person. What
was done already is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sync.failpoints import FailPoint, reached
from sync.hub.authoring import HUB_STAFF
from sync.hub.erase import erase_mark, erase_write
from sync.hub.errors import UnknownName
from sync.hub.ledger import (
    Entry,
    GrantEnded,
    Keys,
    Ordered,
    Revoked,
    Said,
    SubjectErased,
    WriteErased,
    signing_of,
)
from sync.hub.orders import order_anew
from sync.hub.parts import HubParts
from sync.hub.roster import tell_end, tell_revoked
from sync.hub.store.rows import WriterRow
from sync.protocol.devices import What
from sync.records.ids import EntityId, LaptopId, StreamId, writer_id


@dataclass(slots=True)
class Replayed:
    """How much of the ledger the backup did not know."""

    erased: int = 0
    writes: int = 0
    revoked: int = 0
    orders: int = 0
    ended: int = 0


def replay(parts: HubParts, entries: Iterable[Entry]) -> Replayed:
    """Do again what the ledger tells and the database does not know; twice is harmless."""
    done = Replayed()
    steps: dict[type[Any], Any] = {
        Keys: _keys,
        SubjectErased: _subject,
        WriteErased: _write,
        Revoked: _revoked,
        Ordered: _ordered,
        GrantEnded: _ended,
    }
    for entry in entries:
        step = steps.get(type(entry.said))
        if step is not None:
            reached(FailPoint.HUB_RESTORE_BETWEEN_ENTRIES)
            step(parts, entry.said, done)
    return done


def end_of(parts: HubParts, grant: EntityId) -> int:
    """Return when a grant ends by the ledger (ms), 0 where it tells nothing."""
    said: Iterable[Said] = (entry.said for entry in parts.ledger.said())
    return min((one.until for one in said if isinstance(one, GrantEnded) and one.grant == grant), default=0)


def _keys(parts: HubParts, said: Keys, _done: Replayed) -> None:
    """An online key of after the backup: what it signed is the hub's own."""
    keys = signing_of(said)
    writer = writer_id(keys.signing)
    if parts.store.writer(writer) is None:
        row = WriterRow(writer, HUB_STAFF, LaptopId(""), keys.signing, keys.receiving)
        parts.store.add_writer(row, code=None, now=parts.clock())


def _subject(parts: HubParts, said: SubjectErased, done: Replayed) -> None:
    known = said.subject in parts.store.erased([said.subject])
    if not known or parts.store.streams_of_subject(said.subject):
        erase_mark(parts, said.subject)
        done.erased += 1


def _write(parts: HubParts, said: WriteErased, done: Replayed) -> None:
    try:
        erase_write(parts, said.stream, said.writer, said.n, EntityId(said.entity), tell_ledger=False)
    except UnknownName:
        return  # not in the backup, where ``restored`` looks for it, or without its body already
    done.writes += 1


def _revoked(parts: HubParts, said: Revoked, done: Replayed) -> None:
    row = parts.store.writer(said.writer)
    if row is not None and row.revoked:
        return
    after = {StreamId(stream): n for stream, n in said.after.items()}
    parts.store.void(said.writer, after, parts.clock())
    if row is not None:
        tell_revoked(parts, said.writer, after)
    done.revoked += 1


def _ordered(parts: HubParts, said: Ordered, done: Replayed) -> None:
    if order_anew(parts, said.writer, What(said.order), serial=said.serial):
        done.orders += 1


def _ended(parts: HubParts, said: GrantEnded, done: Replayed) -> None:
    for row in parts.store.grants():
        if row.entity == said.grant and (not row.ends or row.ends > said.until):
            parts.store.put_grant(replace(row, ends=said.until))
            tell_end(parts, row.entity, said.until)
            done.ended += 1
