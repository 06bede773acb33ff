# SPDX-License-Identifier: MIT
"""What is put in order when nobody works: the search indexes merged, the write-ahead log brought into the file."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop.store.sqlcipher import Connection, connect

TEXTS: Final = ("people_text", "notes_text")
"""The search indexes."""
_PAGES: Final = 16
"""Of an index, merged in one transaction: a save waits some milliseconds for it."""
_AT_WORK: Final = 2
"""Fewer rows than this change where nothing is left to merge (sqlite.org/fts5.html, "merge")."""
_LOG_SECONDS: Final = 0.5
"""In so long, work that never rests writes fewer pages than those at which SQLite itself brings the log in."""


class LogAge:
    """How long ago the log was last brought into the file, by the seconds of ``clock``."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin now."""
        self._clock = clock
        self._since = clock()

    def is_over(self) -> bool:
        """Whether it is time again; if so, it counts anew from now."""
        now = self._clock()
        if now - self._since < _LOG_SECONDS:
            return False
        self._since = now
        return True


def merge_some(connection: Connection, index: str) -> bool:
    """Merge a little of an index, within the caller's transaction; return whether more is left."""
    before = connection.total_changes
    connection.execute(f"INSERT INTO {index}({index}, rank) VALUES('merge', {_PAGES})")
    return bool(connection.total_changes - before >= _AT_WORK)


def bring_in_log(path: Path, key: bytes) -> None:
    """Copy what the write-ahead log holds into the file, over a connection of its own: no save waits for it."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    finally:
        connection.close()
