# SPDX-License-Identifier: MIT
"""Small integer keys for streams and writers, kept in memory beside the tables that give them."""

from desktop.store.sqlcipher import Connection
from sync.records.ids import StreamId, WriterId


class Names:
    """Both ways between names and keys. A key that was given in an undone transaction is forgotten.

    ``stream`` and ``writer`` give a new key to a name that has none (writing connection only); the
    ``known_`` twins answer ``None`` instead.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._streams: dict[str, int] = {}
        self._writers: dict[bytes, int] = {}
        self._stream_names: dict[int, StreamId] = {}
        self._writer_ids: dict[int, WriterId] = {}

    def forget(self) -> None:
        """Drop what was remembered: after a rollback, or when streams were purged."""
        self._streams.clear()
        self._writers.clear()
        self._stream_names.clear()
        self._writer_ids.clear()

    def known_stream(self, name: str) -> int | None:
        """Return a stream's key, or ``None``."""
        key = self._streams.get(name)
        if key is None:
            row = self._connection.execute("SELECT key FROM streams WHERE name = ?", (name,)).fetchone()
            if row is None:
                return None
            key = self._streams[name] = int(row[0])
        return key

    def known_writer(self, writer: bytes) -> int | None:
        """Return a writer's key, or ``None``."""
        key = self._writers.get(writer)
        if key is None:
            row = self._connection.execute("SELECT key FROM writers WHERE writer = ?", (writer,)).fetchone()
            if row is None:
                return None
            key = self._writers[writer] = int(row[0])
        return key

    def stream(self, name: str) -> int:
        """Return a stream's key, giving it one when it is new."""
        key = self.known_stream(name)
        if key is None:
            key = self._connection.execute("INSERT INTO streams(name) VALUES (?)", (name,)).lastrowid
            self._streams[name] = key
        return key

    def writer(self, writer: bytes) -> int:
        """Return a writer's key, giving it one when it is new."""
        key = self.known_writer(writer)
        if key is None:
            key = self._connection.execute("INSERT INTO writers(writer) VALUES (?)", (writer,)).lastrowid
            self._writers[writer] = key
        return key

    def stream_name(self, key: int) -> StreamId:
        """Return the name of a key that a row named."""
        name = self._stream_names.get(key)
        if name is None:
            row = self._connection.execute("SELECT name FROM streams WHERE key = ?", (key,)).fetchone()
            name = self._stream_names[key] = StreamId(row[0])
        return name

    def writer_id(self, key: int) -> WriterId:
        """Return the writer of a key that a row named."""
        writer = self._writer_ids.get(key)
        if writer is None:
            row = self._connection.execute("SELECT writer FROM writers WHERE key = ?", (key,)).fetchone()
            writer = self._writer_ids[key] = WriterId(row[0])
        return writer
