# SPDX-License-Identifier: MIT
"""Statements that the two engines spell differently, and the hot ones, which go down to the driver.

Measured for a push of 500: SQLAlchemy's handling of each bound value costs more than SQLite's insert of it.
"""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: Connection, table: Table) -> Insert:
    """Return an insert that leaves rows alone which are there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], *, only_new: bool = False
) -> None:
    """Insert rows given in the order of the table's columns; ``only_new`` leaves rows alone that are there."""
    if not rows:
        return
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    marks = ", ".join([mark] * len(table.columns))
    beside = " ON CONFLICT DO NOTHING" if only_new else ""
    # The name is one of ours; only values come from outside, and they are bound.
    connection.exec_driver_sql(f"INSERT INTO {table.name} VALUES ({marks}){beside}", list(rows))  # noqa: S608


def rows_of_entities(connection: Connection, stream: str, entities: Collection[bytes]) -> Sequence[Any]:
    """Return (entity, kind, staff, subject) of those entities of a stream that are known."""
    columns = "SELECT entity, kind, staff, subject FROM entities WHERE"
    if connection.dialect.name == "sqlite":
        found: list[Any] = []
        wanted = list(entities)
        for start in range(0, len(wanted), _SQLITE_VALUES):
            some = wanted[start : start + _SQLITE_VALUES]
            marks = ",".join("?" * len(some))
            asked = f"{columns} stream = ? AND entity IN ({marks})"
            found += connection.exec_driver_sql(asked, (stream, *some)).all()
        return found
    asked = f"{columns} stream = %s AND entity = ANY(%s)"
    return connection.exec_driver_sql(asked, (stream, list(entities))).all()


_SQLITE_VALUES = 5_000
"""SQLite binds at most 32,766 values in one statement."""
