# SPDX-License-Identifier: MIT
"""Whose notebook this is, and the few numbers that belong to the notebook as a whole."""

from typing import Any

from desktop.store.changes import WriterIdentity
from desktop.store.errors import StoreMisuse
from desktop.store.sqlcipher import Connection, transaction
from sync.records.ids import HubId


class Meta:
    """Names and values of the ``meta`` table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> Any:  # noqa: ANN401 - what SQLite holds
        """Return a value, ``None`` when there is none."""
        found = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return None if found is None else found[0]

    def number(self, name: str) -> int:
        """Return a number, 0 when there is none."""
        return int(self.get(name) or 0)

    def set(self, name: str, value: bytes | str | int) -> None:
        """Set a value; the caller holds the transaction."""
        self._connection.execute(
            "INSERT INTO meta VALUES (?,?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
            (name, value),
        )

    def drop(self, name: str) -> None:
        """Take a value away; the caller holds the transaction."""
        self._connection.execute("DELETE FROM meta WHERE name = ?", (name,))

    def claim(self, *, hub: HubId, me: WriterIdentity) -> None:
        """Write whose notebook a new one is; raises StoreMisuse when it is somebody else's."""
        wanted: dict[str, bytes | str] = {
            "hub": bytes(hub), "writer": bytes(me.writer), "staff": str(me.staff), "laptop": str(me.laptop),
        }  # fmt: skip
        if self.get("writer") is None:
            with transaction(self._connection):
                for name, value in wanted.items():
                    self.set(name, value)
            return
        if any(self.get(name) != value for name, value in wanted.items()):
            raise StoreMisuse("another writer's or hub's notebook")
