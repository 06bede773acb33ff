# SPDX-License-Identifier: MIT
"""Connections with the promises the store makes: a read sees one moment, a failed write leaves nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from sync.hub.errors import StoreFailed


@dataclass(frozen=True, slots=True)
class Engines:
    """Two ways into one database: on SQLite ``write`` takes the lock at its beginning."""

    read: Engine
    write: Engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose statements each see one moment; raises StoreFailed."""
        try:
            with self.read.connect() as connection:
                yield connection
        except SQLAlchemyError as problem:
            raise StoreFailed(type(problem).__name__) from problem

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable when it ends; raises StoreFailed, and then nothing is written."""
        try:
            with self.write.begin() as connection:
                yield connection
        except SQLAlchemyError as problem:
            raise StoreFailed(type(problem).__name__) from problem

    def close(self) -> None:
        """Let go of all connections."""
        self.read.dispose()
        self.write.dispose()
