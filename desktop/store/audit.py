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
from desktop.store.pacing import in_slices
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

    def verify(self, after: tuple[int, bytes] = (0, FIRST)) -> tuple[int, bytes]:
        """Hold each event above ``after`` (seq, hash) against the chain and return where it ends.

        The event at ``after`` must still be there with that hash. Raises NotebookDamaged: an event changed, is
        missing, or the chain is shorter than it was.
        """
        end, previous = after
        if end:
            if self._hash_at(end) != previous:
                raise NotebookDamaged("audit chain")
            end, previous = end - 1, self._hash_at(end - 1) or FIRST  # the remembered event itself, once more
        rows = self._connection.execute(
            "SELECT seq, time, event, hash FROM audit WHERE seq > ? ORDER BY seq", (end,)
        )
        for seq, time, raw, digest in in_slices(rows):
            if seq != end + 1 or not hmac.compare_digest(digest, self._hash(previous, seq, time, raw)):
                raise NotebookDamaged("audit chain")
            end, previous = seq, digest
        return end, previous

    def _hash_at(self, seq: int) -> bytes | None:
        found = self._connection.execute("SELECT hash FROM audit WHERE seq = ?", (seq,)).fetchone()
        return None if found is None else bytes(found[0])

    def _hash(self, previous: bytes, seq: int, time_ms: int, raw: bytes) -> bytes:
        place = seq.to_bytes(8, "big") + time_ms.to_bytes(8, "big")
        return hmac.digest(self._key, b"kenttakirja/audit/1" + previous + place + raw, "sha256")
