# SPDX-License-Identifier: MIT
"""Commits lie in two tables: the warm one, and the cold one below each stream's horizon.

A commit only ever moves from warm to cold, in one transaction. So whoever looks into the warm table first and
into the cold one next misses nothing, whatever moves meanwhile.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Row,
    Table,
    and_,
    bindparam,
    func,
    select,
    update,
)

from sync.hub.store import schema
from sync.hub.store.rows import Numbered, Reason, Standing, StoredCommit
from sync.hub.store.statements import holds
from sync.records.ids import StreamId, WriterId

TABLES: tuple[Table, Table] = (schema.commits, schema.cold_commits)
"""In the order in which they are asked."""
# Built once a table: to build one of these costs more than to run it.
_AT = {
    one: select(one).where(one.c.stream == bindparam("its"), one.c.number == bindparam("at"))
    for one in TABLES
}
_OF = {
    one: select(one).where(
        one.c.stream == bindparam("its"), one.c.writer == bindparam("who"), one.c.n == bindparam("at")
    )
    for one in TABLES
}
_ABOVE = {
    one: select(one)
    .where(one.c.stream == bindparam("its"), one.c.number > bindparam("at"))
    .order_by(one.c.number)
    .limit(bindparam("most", type_=BigInteger))
    for one in TABLES
}


def commits_after(connection: Connection, stream: StreamId, after: int, limit: int) -> Sequence[StoredCommit]:
    """Return the commits of a stream above a number: those that are there have no gap before them.

    A stream's newest commit is always warm, so nothing warm above a number means that there is nothing.
    """
    warm = _above(connection, schema.commits, stream, after, limit)
    if not warm or warm[0].number == after + 1:
        return warm
    cold = _above(connection, schema.cold_commits, stream, after, limit)
    below = [one for one in cold if one.number < warm[0].number]
    return [*below, *warm][:limit]


def commit_of(connection: Connection, stream: StreamId, writer: WriterId, n: int) -> StoredCommit | None:
    """Return one commit by its dot."""
    for table in TABLES:
        row = connection.execute(_OF[table], {"its": stream, "who": writer, "at": n}).one_or_none()
        if row is not None:
            return _stored(row)
    return None


def commit_at(connection: Connection, stream: StreamId, number: int) -> StoredCommit | None:
    """Return one commit by its number."""
    for table in TABLES:
        row = connection.execute(_AT[table], {"its": stream, "at": number}).one_or_none()
        if row is not None:
            return _stored(row)
    return None


def numbered_run(
    connection: Connection, stream: StreamId, writer: WriterId, first: int, last: int
) -> list[Numbered]:
    """Return what is numbered of a writer's commits from ``first`` to ``last``, in order."""
    found: dict[int, Numbered] = {}
    for table in TABLES:
        if len(found) > last - first:
            break
        rows = connection.execute(
            select(table.c.n, table.c.number, table.c.standing, table.c.hash).where(
                and_(table.c.stream == stream, table.c.writer == writer, table.c.n.between(first, last))
            )
        )
        for row in rows:
            found.setdefault(row.n, Numbered(row.n, row.number, Standing(row.standing), row.hash))
    return [found[n] for n in sorted(found)]


def withheld(connection: Connection) -> Iterator[tuple[StreamId, StoredCommit]]:
    """Yield all commits that are quarantined or refused, by stream and number."""
    found: dict[tuple[StreamId, int], StoredCommit] = {}
    for table in TABLES:
        rows = connection.execute(select(table).where(table.c.standing != int(Standing.EFFECTIVE)))
        for row in rows:
            found.setdefault((StreamId(row.stream), row.number), _stored(row))
    for place in sorted(found):
        yield place[0], found[place]


def commits_holding(
    connection: Connection, stream: StreamId, part: bytes, after: int, limit: int, *, withheld: bool
) -> Sequence[StoredCommit]:
    """Return the commits of a stream above a number whose sealed bodies hold these bytes, in order.

    Those that count; with ``withheld`` those that are quarantined or refused instead.
    """
    effective = int(Standing.EFFECTIVE)
    found: dict[int, StoredCommit] = {}
    for table in TABLES:
        rows = connection.execute(
            select(table)
            .where(
                and_(
                    table.c.stream == stream,
                    table.c.number > after,
                    table.c.standing != effective if withheld else table.c.standing == effective,
                    holds(connection, table.c.sealed, part),
                )
            )
            .order_by(table.c.number)
            .limit(limit)
        )
        for row in rows:
            found.setdefault(row.number, _stored(row))
    return [found[number] for number in sorted(found)][:limit]


def change(connection: Connection, stream: StreamId, number: int, values: dict[str, Any]) -> None:
    """Change columns of one commit, wherever it lies; a move under way has ended by the time this is done."""
    for table in TABLES:
        if connection.execute(update(table).where(_at(table, stream, number)).values(values)).rowcount:
            return


def count(connection: Connection) -> int:
    """Return how many commits there are in all."""
    return sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in TABLES)


def _above(
    connection: Connection, table: Table, stream: StreamId, after: int, limit: int
) -> Sequence[StoredCommit]:
    found = connection.execute(_ABOVE[table], {"its": stream, "at": after, "most": limit})
    return [_stored(row) for row in found]


def _at(table: Table, stream: StreamId, number: int) -> ColumnElement[bool]:
    return and_(table.c.stream == stream, table.c.number == number)


def _stored(row: Row[Any]) -> StoredCommit:
    return StoredCommit(
        row.number, WriterId(row.writer), row.n, row.hash, row.header, row.signature, row.sealed,
        Standing(row.standing), Reason(row.reason), row.running, row.received,
    )  # fmt: skip
