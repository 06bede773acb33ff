# SPDX-License-Identifier: MIT
"""What lies in the notebook beside the records: settings, and drafts saved on every change.

A draft outlives a lock, so that locking never loses a letter; it is not a save, so it is not in the log.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from desktop.store.sqlcipher import Connection
from sync.log.codec import Value, decode_value, encode


class Shelf:
    """Settings and drafts, each a value of the log's encoding under a name."""

    def __init__(self, writing: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._writing = writing

    def put_draft(self, name: str, value: Value, *, time_ms: int) -> None:
        """Keep a draft, in place of the one of this name."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO drafts VALUES (?,?,?)", (name, encode(value), time_ms))

    def draft(self, name: str) -> Value:
        """Return a draft, ``None`` when there is none."""
        return self._read("SELECT value FROM drafts WHERE name = ?", name)

    def drafts(self) -> tuple[tuple[str, int], ...]:
        """Return the names of all drafts and when each was kept (ms), the newest first."""
        with self._writing() as connection:
            rows = connection.execute("SELECT name, time FROM drafts ORDER BY time DESC, name").fetchall()
        return tuple((str(name), int(time)) for name, time in rows)

    def drop_draft(self, name: str) -> None:
        """Forget a draft: it was saved, or given up."""
        with self._writing() as connection:
            connection.execute("DELETE FROM drafts WHERE name = ?", (name,))

    def put_setting(self, name: str, value: Value) -> None:
        """Keep a setting of this notebook."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?,?)", (name, encode(value)))

    def setting(self, name: str) -> Value:
        """Return a setting, ``None`` when there is none."""
        return self._read("SELECT value FROM settings WHERE name = ?", name)

    def _read(self, sql: str, name: str) -> Value:
        with self._writing() as connection:
            found = connection.execute(sql, (name,)).fetchone()
        return None if found is None else decode_value(found[0])
