# SPDX-License-Identifier: MIT
"""Connections with the promises the store makes: a read sees one moment, a failed write leaves nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError

from sync.hub.errors import HubError, StoreFailed, StoreRefused


@contextmanager
def opening(engine: Engine) -> Iterator[None]:
    """Raise StoreFailed, with the first line of what the driver says, where a database cannot be opened.

    Whatever is raised, no connection is left open.
    """
    try:
        yield
    except DBAPIError as problem:
        engine.dispose()
        raise StoreFailed(str(problem.orig).partition("\n")[0]) from problem
    except SQLAlchemyError as problem:
        engine.dispose()
        raise StoreFailed(type(problem).__name__) from problem
    except HubError:
        engine.dispose()
        raise


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
        """One transaction, durable when it ends; raises StoreFailed or StoreRefused, and then nothing is written."""
        try:
            with self.write.begin() as connection:
                yield connection
        except (DataError, IntegrityError) as problem:
            raise StoreRefused(type(problem).__name__) from problem
        except SQLAlchemyError as problem:
            raise StoreFailed(type(problem).__name__) from problem

    def close(self) -> None:
        """Let go of all connections."""
        self.read.dispose()
        self.write.dispose()
