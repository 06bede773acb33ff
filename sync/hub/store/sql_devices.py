# SPDX-License-Identifier: MIT
"""Leases, orders and farewells in SQLAlchemy Core."""

from collections.abc import Callable, Sequence

from sqlalchemy import and_, delete, exists, select, update

from sync.hub.store import schema
from sync.hub.store.engines import Engines
from sync.hub.store.rows import FarewellRow, LeaseRow, OrderRow
from sync.hub.store.statements import insert_new
from sync.records.ids import WriterId

_leases = schema.leases
_orders = schema.orders
_farewells = schema.farewells
_writers = schema.writers


class DeviceTables:
    """The part of ``SqlStore`` that fits ``device_contract.DeviceStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def put_lease(self, row: LeaseRow) -> None:
        """Keep a lease, in place of the writer's older one."""
        values = {
            "writer": row.writer,
            "share": row.share,
            "verifier": row.verifier,
            "until": row.until,
            "misses": row.misses,
            "missed": row.missed,
        }
        with self._engines.writing() as connection:
            connection.execute(delete(_leases).where(_leases.c.writer == row.writer))
            connection.execute(_leases.insert(), [values])

    def lease(self, writer: WriterId) -> LeaseRow | None:
        """Return a writer's lease."""
        with self._engines.reading() as connection:
            row = connection.execute(select(_leases).where(_leases.c.writer == writer)).one_or_none()
        return None if row is None else LeaseRow(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name

    def leases(self) -> Sequence[LeaseRow]:
        """Return all leases."""
        with self._engines.reading() as connection:
            return [LeaseRow(**row._mapping) for row in connection.execute(select(_leases))]  # noqa: SLF001 - same

    def try_lease(self, writer: WriterId, now: int, *, not_before: Callable[[int, int], int]) -> int:
        """Count a try as missed unless it comes too early; return how many ms too early, 0 when it was counted."""
        with self._engines.writing() as connection:
            found = connection.execute(
                select(_leases.c.misses, _leases.c.missed).where(_leases.c.writer == writer).with_for_update()
            ).one_or_none()
            if found is None:
                return 0
            early = not_before(found.misses, found.missed) - now
            if early > 0:
                return early
            connection.execute(
                update(_leases)
                .where(_leases.c.writer == writer)
                .values(misses=_leases.c.misses + 1, missed=now)
            )
            return 0

    def prolong_lease(self, writer: WriterId, verifier: bytes, until: int) -> bool:
        """Begin a lease anew and forget its misses, if it still has this verifier and its writer is in force."""
        in_force = exists().where(and_(_writers.c.writer == writer, _writers.c.revoked == 0))
        with self._engines.writing() as connection:
            done = connection.execute(
                update(_leases)
                .where(and_(_leases.c.writer == writer, _leases.c.verifier == verifier, in_force))
                .values(until=until, misses=0, missed=0)
            )
            return done.rowcount > 0

    def put_order(self, row: OrderRow) -> bool:
        """Keep an order unless one of the same or a higher serial is there; return whether it is kept."""
        values = {"writer": row.writer, "serial": row.serial, "signed": row.signed}
        with self._engines.writing() as connection:
            connection.execute(
                delete(_orders).where(and_(_orders.c.writer == row.writer, _orders.c.serial < row.serial))
            )
            counted = insert_new(connection, _orders).execution_options(preserve_rowcount=True)
            return connection.execute(counted, values).rowcount > 0

    def order(self, writer: WriterId) -> OrderRow | None:
        """Return the order about a writer."""
        with self._engines.reading() as connection:
            row = connection.execute(select(_orders).where(_orders.c.writer == writer)).one_or_none()
        return None if row is None else OrderRow(WriterId(row.writer), row.serial, row.signed)

    def orders(self) -> Sequence[OrderRow]:
        """Return all orders."""
        with self._engines.reading() as connection:
            rows = connection.execute(select(_orders))
            return [OrderRow(WriterId(row.writer), row.serial, row.signed) for row in rows]

    def add_farewell(self, row: FarewellRow) -> bool:
        """Keep a farewell; the first one of a writer stays. Return whether it is new."""
        values = {
            "writer": row.writer,
            "farewell": row.farewell,
            "signature": row.signature,
            "received": row.received,
        }
        with self._engines.writing() as connection:
            counted = insert_new(connection, _farewells).execution_options(preserve_rowcount=True)
            return connection.execute(counted, values).rowcount > 0

    def farewells(self) -> Sequence[FarewellRow]:
        """Return all farewells."""
        with self._engines.reading() as connection:
            rows = connection.execute(select(_farewells).order_by(_farewells.c.received, _farewells.c.writer))
            return [
                FarewellRow(WriterId(row.writer), row.farewell, row.signature, row.received) for row in rows
            ]
