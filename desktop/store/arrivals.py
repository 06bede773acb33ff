# SPDX-License-Identifier: MIT
"""When commits reached the hub, as it told: one row for a run of numbers that came in the same moment."""

from collections.abc import Sequence
from itertools import groupby

from desktop.store.sqlcipher import Connection
from sync.protocol.journal import Received


class Arrivals:
    """The rows of one stream, by its key; within the caller's transaction."""

    def __init__(self, connection: Connection, stream: int) -> None:
        self._connection = connection
        self._stream = stream

    def note(self, received: Sequence[Received]) -> None:
        """Remember when these reached the hub (ms of its clock); of those it told no time of, nothing."""
        rows = []
        for reached, run in groupby(received, key=lambda one: one.reached):
            numbers = [one.number for one in run]
            if reached:
                rows.append((self._stream, numbers[-1], numbers[0], reached))
        self._connection.executemany("INSERT OR REPLACE INTO arrivals VALUES (?,?,?,?)", rows)

    def at(self, number: int | None) -> int:
        """Return when the commit of this number reached the hub (ms of its clock), 0 when that is not known."""
        if not number:
            return 0
        row = self._connection.execute(
            "SELECT first, at FROM arrivals WHERE stream = ? AND last >= ? ORDER BY last LIMIT 1",
            (self._stream, number),
        ).fetchone()
        return int(row[1]) if row is not None and row[0] <= number else 0

    def forget_above(self, number: int) -> None:
        """Forget what lies above a number: a hub that was restored gives those numbers anew."""
        self._connection.execute(
            "DELETE FROM arrivals WHERE stream = ? AND first > ?", (self._stream, number)
        )
        self._connection.execute(
            "UPDATE OR REPLACE arrivals SET last = ?2 WHERE stream = ?1 AND last > ?2", (self._stream, number)
        )
