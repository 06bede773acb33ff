# SPDX-License-Identifier: MIT
"""The embedded default: SQLite, WAL, synchronous FULL; one process, no set-up."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from sync.hub.store.engines import Engines, opening
from sync.hub.store.sql import SqlStore
from sync.hub.store.sql_keys import SqlKeyStore
from sync.hub.store.upgrade import upgrade_keys, upgrade_main

_BUSY_MS = 30_000


def open_sqlite(path: Path, *, new: bool = True) -> SqlStore:
    """Open, or make, the hub's database file and bring its schema up to date; raises StoreFailed, StoreMismatch."""
    engines = _engines(path)
    with opening(engines.write):
        upgrade_main(engines.write, new=new)
    return SqlStore(engines)


def open_sqlite_keys(path: Path, *, new: bool = True) -> SqlKeyStore:
    """Open, or make, the file with the keys of bodies."""
    engines = _engines(path)
    with opening(engines.write):
        upgrade_keys(engines.write, new=new)
    return SqlKeyStore(engines)


def _engines(path: Path) -> Engines:
    return Engines(read=_engine(path, writes=False), write=_engine(path, writes=True))


def _engine(path: Path, *, writes: bool) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}", poolclass=QueuePool, pool_size=4, max_overflow=60, pool_timeout=30
    )

    def set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # The driver's own notion of transactions starts them too late for a read followed by a write.
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={_BUSY_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "secure_delete=ON",
            "trusted_schema=OFF",
            "cache_size=-65536",
        ):
            connection.execute(f"PRAGMA {pragma}")

    def start(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", set_up)
    if writes:
        # A read is one statement, which sees one moment by itself.
        event.listen(engine, "begin", start)
    return engine
