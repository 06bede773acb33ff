# SPDX-License-Identifier: MIT
"""The one place that opens a connection to the encrypted notebook.

A connection that got no key writes plaintext and says nothing, so nothing else in the program may open
one (vault.md, traps). The key comes first, before any other statement; a file that begins with
SQLite's own magic is refused.

sqlite-utils picks its driver by trying to import ``pysqlite3``; the two lines below this docstring
give it ours, so that it catches the right exceptions. They must run before its first import, which
``desktop.store.tables`` sees to.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import sqlcipher3
from sqlcipher3 import dbapi2

from desktop.store.errors import (
    DiskFull,
    NotebookBusy,
    NotebookDamaged,
    NotebookMissing,
    StoreMisuse,
    WrongKey,
)

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

Connection = Any
"""A ``sqlcipher3.dbapi2.Connection``: the driver ships no types."""

KEY_BYTES: Final = 32
PLAIN_MAGIC: Final = b"SQLite format 3\0"
_BUSY_MS: Final = 5_000
_CACHE_KIB: Final = 65_536
_FULL, _CORRUPT, _NOTADB, _BUSY, _LOCKED, _CANTOPEN = 13, 11, 26, 5, 6, 14
_IOERR_WRITE, _IOERR_FSYNC, _IOERR_SHMSIZE = 778, 1034, 4874


def connect(path: Path, key: bytes, *, read_only: bool = False, create: bool = False) -> Connection:
    """Return an open connection in autocommit mode; transactions are begun by their users.

    A writing connection may be used from any thread, one at a time (``NotebookStore`` holds a lock);
    a read-only one belongs to the thread that asked for it, but may be closed by another. Raises WrongKey,
    NotebookMissing, NotebookDamaged, DiskFull, StoreMisuse (a plaintext file, a key of another length).
    """
    if len(key) != KEY_BYTES:
        raise StoreMisuse("key length")
    fresh = not path.exists()
    if fresh and not create:
        raise NotebookMissing
    if not fresh:
        refuse_plaintext(path)
    mode = "ro" if read_only else "rwc" if create else "rw"
    with faults():
        connection = dbapi2.connect(
            f"file:{quote(str(path.absolute()))}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
    try:
        _prepare(connection, key, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: Connection, key: bytes, *, read_only: bool) -> None:
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    with faults(opening=True):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    with faults():
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
            return
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        # Checkpoints run when idle (NotebookStore.tidy); 4,000 pages bound the log of a busy day.
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync = ON")


def refuse_plaintext(path: Path) -> None:
    """Raise StoreMisuse when the file begins as an unencrypted database does."""
    with path.open("rb") as file:
        if file.read(len(PLAIN_MAGIC)) == PLAIN_MAGIC:
            raise StoreMisuse("the database on disk is not encrypted")


@contextmanager
def faults(*, opening: bool = False) -> Iterator[None]:
    """Turn the driver's errors into ours; what is no fault of the environment passes as it is."""
    try:
        yield
    except dbapi2.Error as problem:
        code = getattr(problem, "sqlite_errorcode", 0)
        name = getattr(problem, "sqlite_errorname", "")
        if code in {_FULL, _IOERR_WRITE, _IOERR_FSYNC, _IOERR_SHMSIZE}:
            raise DiskFull from problem
        if code == _NOTADB and opening:
            raise WrongKey from problem
        if code & 0xFF in {_CORRUPT, _NOTADB} or name == "SQLITE_IOERR_SHORT_READ":
            raise NotebookDamaged("page") from problem
        if code & 0xFF in {_BUSY, _LOCKED}:
            raise NotebookBusy from problem
        if code & 0xFF == _CANTOPEN:
            raise NotebookMissing from problem
        raise


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One durable transaction: committed at the end, undone on any exception; faults are typed."""
    with faults():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
