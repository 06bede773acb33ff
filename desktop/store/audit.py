# SPDX-License-Identifier: MIT
"""The notebook's own audit: a chain of events, each hash keyed and naming the one before.

Events in the shape of the city's audit log (domain.md §2.5) are maps of codes, ids and counts: never a
value of a record. Reads, unlocks, prints and rounds also become commits of ``audit/<laptop>``, which are
sent first; a save is itself a signed commit, so its event only names it here.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from desktop.store.errors import NotebookDamaged
from desktop.store.sqlcipher import Connection
from sync.log.codec import decode_value, encode

FIRST: Final = bytes(32)
"""What the first event names as the one before."""
Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One event: its place in the chain, the laptop's time in ms, what happened, and the chain's hash."""

    seq: int
    time: int
    event: Event
    hash: bytes


class AuditChain:
    """The chain's end is kept in memory; the caller holds the transaction."""

    def __init__(self, connection: Connection, audit_key: bytes) -> None:
        self._connection = connection
        self._key = audit_key

    def end(self) -> tuple[int, bytes]:
        """Return (seq, hash) of the newest event; (0, 32 zero bytes) before the first."""
        found = self._connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
        return (0, FIRST) if found is None else (int(found[0]), found[1])

    def append(self, event: Event, *, time_ms: int) -> AuditRow:
        """Add one event and return its row."""
        seq, previous = self.end()
        raw = encode(event)
        row = AuditRow(seq + 1, time_ms, event, self._hash(previous, seq + 1, time_ms, raw))
        self._connection.execute("INSERT INTO audit VALUES (?,?,?,?)", (row.seq, row.time, raw, row.hash))
        return row

    def rows(self, *, newest: int) -> Iterator[AuditRow]:
        """Yield the newest events, the newest first."""
        found = self._connection.execute(
            "SELECT seq, time, event, hash FROM audit ORDER BY seq DESC LIMIT ?", (newest,)
        ).fetchall()
        for seq, time, raw, digest in found:
            event = decode_value(raw)
            yield AuditRow(seq, time, event if isinstance(event, dict) else {}, digest)

    def verify(self) -> int:
        """Return the number of events after holding each against the chain; raises NotebookDamaged."""
        previous, count = FIRST, 0
        rows = self._connection.execute("SELECT seq, time, event, hash FROM audit ORDER BY seq")
        for seq, time, raw, digest in rows:
            count += 1
            if seq != count or not hmac.compare_digest(digest, self._hash(previous, seq, time, raw)):
                raise NotebookDamaged("audit chain")
            previous = digest
        return count

    def _hash(self, previous: bytes, seq: int, time_ms: int, raw: bytes) -> bytes:
        place = seq.to_bytes(8, "big") + time_ms.to_bytes(8, "big")
        return hmac.digest(self._key, b"kenttakirja/audit/1" + previous + place + raw, "sha256")
