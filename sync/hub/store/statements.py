# SPDX-License-Identifier: MIT
"""Statements that the two engines spell differently, and the hot ones, which go down to the driver.

Measured for a push of 500: SQLAlchemy's handling of each bound value costs more than SQLite's insert of it.
"""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Insert,
    LargeBinary,
    SmallInteger,
    Table,
    func,
    literal,
)
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: Connection, table: Table) -> Insert:
    """Return an insert that leaves rows alone which are there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


def holds(connection: Connection, column: Column[bytes], part: bytes) -> ColumnElement[bool]:
    """Return the condition that a column of bytes holds these bytes somewhere."""
    sought = literal(part, LargeBinary)
    if connection.dialect.name == "sqlite":
        return func.instr(column, sought) > 0
    return func.position(sought.op("IN")(column)) > 0


def insert_rows(
    connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]], *, only_new: bool = False
) -> None:
    """Insert rows given in the order of the table's columns; ``only_new`` leaves rows alone that are there."""
    if not rows:
        return
    beside = " ON CONFLICT DO NOTHING" if only_new else ""
    # The names are ours; only values come from outside, and they are bound.
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(table.columns))
        insert = f"INSERT INTO {table.name} VALUES ({marks}){beside}"  # noqa: S608
        connection.exec_driver_sql(insert, list(rows))
        return
    # One statement with an array a column: half the time of one statement a row, even in one pipeline.
    arrays = ", ".join(_array(column) for column in table.columns)
    insert = f"INSERT INTO {table.name} SELECT * FROM unnest({arrays}){beside}"  # noqa: S608
    connection.exec_driver_sql(insert, tuple(map(list, zip(*rows, strict=True))))


def _array(column: Column[Any]) -> str:
    """Return the place of a column's values; bytes travel as they are, not spelled in hex."""
    if isinstance(column.type, LargeBinary):
        return "%b::bytea[]"
    if isinstance(column.type, SmallInteger):
        return "%s::smallint[]"
    return "%s::bigint[]" if isinstance(column.type, BigInteger) else "%s::text[]"


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
