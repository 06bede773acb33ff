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
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import sqlcipher3
from sqlcipher3 import dbapi2

from desktop.store.errors import (
    DiskFull,
    Interrupted,
    NotebookBusy,
    NotebookClosed,
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
WIDE_CACHE_KIB: Final = 65_536
"""Pages kept decrypted by the one connection that searches and lists: it pays there (vault.md)."""
_CACHE_KIB: Final = 16_384
"""By every other connection; each thread has one, and 64 MiB each was most of the process's memory."""
_ROWS: Final = 64
"""That an iteration takes in one step."""
_AGAIN_SECONDS: Final = 0.005
"""How long a closing waits for the step under way before it ends it, and again before the next try."""
_LET_GO_SECONDS: Final = 1.0
"""How long a cursor that goes waits for a step: two threads whose garbage is each other's never wait for good."""
_FULL, _CORRUPT, _NOTADB, _BUSY, _LOCKED, _CANTOPEN, _INTERRUPT = 13, 11, 26, 5, 6, 14, 9
_IOERR_WRITE, _IOERR_FSYNC, _IOERR_SHMSIZE, _IOERR_SHORT_READ = 778, 1034, 4874, 522


def connect(path: Path, key: bytes, *, read_only: bool = False, create: bool = False) -> Connection:
    """Return an open connection in autocommit mode; transactions are begun by their users.

    A writing connection may be used from any thread, one at a time (``NotebookStore`` holds a lock);
    a read-only one belongs to the thread that asked for it. Either may be closed by another thread. Raises WrongKey,
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
    try:
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
            factory=TypedConnection,
        )
    except dbapi2.Error as problem:
        raise _typed(problem) from problem
    try:
        _prepare(connection, key, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: Connection, key: bytes, *, read_only: bool) -> None:
    _set_key(connection, key)
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except NotebookDamaged as problem:
        # The first page fails its code: with a key that belongs to the key file, only a damaged page does
        # that too, and nobody can tell the two apart.
        if getattr(problem.__cause__, "sqlite_errorcode", 0) == _NOTADB:
            raise WrongKey from problem
        raise
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


def _set_key(connection: Connection, key: bytes) -> None:
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")


def refuse_plaintext(path: Path) -> None:
    """Raise StoreMisuse when the file begins as an unencrypted database does."""
    with path.open("rb") as file:
        if file.read(len(PLAIN_MAGIC)) == PLAIN_MAGIC:
            raise StoreMisuse("the database on disk is not encrypted")


def _typed(problem: Exception) -> Exception:
    """Return our error for the driver's; what is no fault of the environment stays what it is."""
    code = getattr(problem, "sqlite_errorcode", 0)
    if code in {_FULL, _IOERR_WRITE, _IOERR_FSYNC, _IOERR_SHMSIZE}:
        return DiskFull()
    if code & 0xFF in {_CORRUPT, _NOTADB} or code == _IOERR_SHORT_READ:
        return NotebookDamaged("page")
    if code & 0xFF in {_BUSY, _LOCKED}:
        return NotebookBusy()
    if code == _INTERRUPT:
        return Interrupted()
    if code & 0xFF == _CANTOPEN:
        return NotebookMissing()
    return problem


class TypedCursor(dbapi2.Cursor):  # type: ignore[misc]  # the driver ships no types
    """A cursor whose every step raises our errors: a damaged page may be met at any row."""

    connection: "TypedConnection"

    def execute(self, sql: str, parameters: Any = ()) -> "TypedCursor":  # noqa: ANN401 - what SQLite takes
        """Run one statement."""
        with self.connection.stepping():
            super().execute(sql, parameters)
        return self

    def executemany(self, sql: str, parameters: Any) -> "TypedCursor":  # noqa: ANN401 - same
        """Run one statement for each row of parameters."""
        with self.connection.stepping():
            super().executemany(sql, parameters)
        return self

    def fetchone(self) -> Any:  # noqa: ANN401 - a row, or None
        """Return the next row."""
        with self.connection.stepping():
            return super().fetchone()

    def fetchall(self) -> Any:  # noqa: ANN401 - rows
        """Return the rows that are left."""
        with self.connection.stepping():
            return super().fetchall()

    def fetchmany(self, size: int = 1) -> Any:  # noqa: ANN401 - rows
        """Return the next ``size`` rows, fewer at the end."""
        with self.connection.stepping():
            return super().fetchmany(size)

    def __iter__(self) -> Iterator[Any]:
        """Go through the rows, some at a time: a lock for each row was as dear as the row."""
        while rows := self.fetchmany(_ROWS):
            yield from rows

    def __next__(self) -> Any:  # noqa: ANN401 - a row
        with self.connection.stepping():
            return super().__next__()

    def __del__(self) -> None:
        """Let go of the statement under the lock: the driver would touch one that a closing has just freed."""
        with suppress(dbapi2.ProgrammingError):  # closed: nothing is held any more
            self.connection.stepping().let_go(super().close)


class TypedConnection(dbapi2.Connection):  # type: ignore[misc]  # the driver ships no types
    """A connection whose cursors raise our errors, and that any thread may close while another uses it.

    The driver frees a connection's statements when it closes, also one that another thread is stepping
    through just then: the process ended by a signal, or the other thread met a MemoryError. So every step
    holds a lock, and closing ends the step under way before it takes it.
    """

    def __init__(self, *args: Any, **named: Any) -> None:  # noqa: ANN401 - the driver's own
        """Open it as the driver does."""
        self._steps = Steps(super().interrupt)
        super().__init__(*args, **named)

    def cursor(self, factory: type[dbapi2.Cursor] = TypedCursor) -> Any:  # noqa: ANN401 - untyped driver
        """Return a cursor; ``execute`` and its kin of the connection go through it too."""
        with self._steps:
            return super().cursor(factory)

    def stepping(self) -> "Steps":
        """Return what holds the connection for one step; entering it raises NotebookClosed."""
        return self._steps

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open; raises NotebookClosed."""
        with self._steps:
            return bool(super().in_transaction)

    def interrupt(self) -> None:
        """End the step under way, which raises Interrupted in its thread; nothing when closed."""
        self._steps.interrupt()

    def close(self) -> None:
        """Close it as soon as the step under way has ended; a later one raises NotebookClosed."""
        with self._steps.ended():
            super().close()


class Steps:
    """One connection's steps, one at a time, until its end; the driver's errors become ours on the way out."""

    def __init__(self, interrupt: Callable[[], None]) -> None:
        """Begin with an open connection; ``interrupt`` ends the step under way."""
        self._interrupt = interrupt
        self._one = threading.RLock()
        self._gate = threading.Lock()
        self._over = False
        self._closing = False

    def __enter__(self) -> None:
        self._one.acquire()
        if self._over:
            self._one.release()
            raise NotebookClosed

    def __exit__(self, kind: object, problem: BaseException | None, trace: object) -> None:
        self._one.release()
        if isinstance(problem, dbapi2.Error) and (ours := _typed(problem)) is not problem:
            raise ours from problem

    def interrupt(self) -> None:
        """End the step under way, if one is."""
        with self._gate:
            if not self._over:
                self._interrupt()

    @contextmanager
    def ended(self) -> Iterator[None]:
        """Let no further step begin, end the one under way, and hold the connection for its closing."""
        with self._gate:
            self._over = True
        while not self._one.acquire(timeout=_AGAIN_SECONDS):
            with self._gate:
                if not self._closing:  # each time anew: one that comes before the step has begun ends nothing
                    self._interrupt()
        try:
            with self._gate:  # of two that close at once, the other has nothing to end any more
                self._closing = True
            yield
        finally:
            self._one.release()

    def let_go(self, close: Callable[[], None]) -> None:
        """Close a cursor that nobody needs any more; not after a wait without end, since it may go in any step."""
        held = self._one.acquire(timeout=_LET_GO_SECONDS)
        try:
            close()
        finally:
            if held:
                self._one.release()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One durable transaction: committed at the end, undone on any exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(NotebookClosed):  # closing has undone it
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise
