# SPDX-License-Identifier: MIT
"""Whose notebook this is, and the few numbers that belong to the notebook as a whole."""

from typing import Any, Final

from desktop.store.changes import WriterIdentity
from desktop.store.errors import FormerWriter, StoreMisuse
from desktop.store.sqlcipher import Connection, transaction
from sync.records.ids import ID_BYTES, HubId

_FORMER: Final = "former"


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

    def former(self) -> list[bytes]:
        """Return the writers that this notebook was before, the first one first."""
        raw = self.get(_FORMER) or b""
        return [raw[at : at + ID_BYTES] for at in range(0, len(raw), ID_BYTES)]

    def become(self, me: WriterIdentity) -> None:
        """Make it another writer's, and remember whose it was; the caller holds the transaction."""
        self.set(_FORMER, b"".join([*self.former(), self.get("writer")]))
        self.set("writer", bytes(me.writer))
        self.set("laptop", str(me.laptop))

    def claim(self, *, hub: HubId, me: WriterIdentity) -> None:
        """Write whose notebook a new one is.

        Raises StoreMisuse when it is somebody else's, FormerWriter when it was this writer's and is another's now.
        """
        wanted: dict[str, bytes | str] = {
            "hub": bytes(hub), "writer": bytes(me.writer), "staff": str(me.staff), "laptop": str(me.laptop),
        }  # fmt: skip
        if self.get("writer") is None:
            with transaction(self._connection):
                for name, value in wanted.items():
                    self.set(name, value)
            return
        if bytes(me.writer) in self.former():
            raise FormerWriter
        if any(self.get(name) != value for name, value in wanted.items()):
            raise StoreMisuse("another writer's or hub's notebook")
