# SPDX-License-Identifier: MIT
"""The same store on PostgreSQL (psycopg 3): for several processes, and for cities that run one anyway."""

from typing import Final

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from sync.hub.errors import StoreUnnamed
from sync.hub.store.engines import Engines, opening
from sync.hub.store.schema import KEY_SCHEMA
from sync.hub.store.sql import SqlStore
from sync.hub.store.sql_keys import SqlKeyStore
from sync.hub.store.upgrade import upgrade_keys, upgrade_main

_DRIVER: Final = "postgresql+psycopg"
_SAID: Final = frozenset({"postgresql", "postgres", _DRIVER})


def open_postgres(url: str, *, new: bool = True) -> SqlStore:
    """Open a database and bring its schema up to date. ``url``: ``postgresql://…``, with ``+psycopg`` or without.

    Raises StoreUnnamed, StoreFailed, StoreMismatch, StoreEmpty where nothing is there and nothing ``new`` is wanted.
    """
    engine = _engine(url)
    with opening(engine):
        upgrade_main(engine, new=new)
    return SqlStore(_ways(engine))


def open_postgres_keys(url: str, *, new: bool = True) -> SqlKeyStore:
    """Open the schema with the keys of bodies, in the same database or in one of its own."""
    engine = _engine(url).execution_options(schema_translate_map={None: KEY_SCHEMA})
    with opening(engine):
        upgrade_keys(engine, new=new)
    return SqlKeyStore(_ways(engine))


def _ways(engine: Engine) -> Engines:
    # Every read is one statement, which sees one moment by itself: BEGIN and ROLLBACK would be two more trips.
    return Engines(read=engine.execution_options(isolation_level="AUTOCOMMIT"), write=engine)


def _engine(url: str) -> Engine:
    # READ COMMITTED: what a statement sees after it has waited for the head row's lock is the newest.
    return create_engine(_address(url), isolation_level="READ COMMITTED", pool_size=8, max_overflow=24)


def _address(typed: str) -> URL:
    """Return the address for the one driver that is shipped; raises StoreUnnamed."""
    try:
        read = make_url(typed)
    except ArgumentError as problem:
        raise StoreUnnamed from problem
    if read.drivername not in _SAID:
        raise StoreUnnamed
    return read.set(drivername=_DRIVER)
