# SPDX-License-Identifier: MIT
"""Which blob belongs to which record, in SQLAlchemy Core."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, not_, select

from sync.hub.store import schema
from sync.hub.store.engines import Engines
from sync.hub.store.rows import BlobRow, Claim
from sync.hub.store.statements import insert_new
from sync.records.ids import EntityId, StaffId, StreamId

_blobs = schema.blobs


class BlobTables:
    """The part of ``SqlStore`` that fits ``blob_contract.BlobStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def add_blobs(self, rows: Sequence[BlobRow]) -> None:
        """Remember which blobs a released commit names."""
        values = [
            {
                "stream": row.stream,
                "entity": row.entity,
                "blob": row.blob,
                "size": row.size,
                "subject": row.subject,
            }
            for row in rows
        ]
        if values:
            with self._engines.writing() as connection:
                connection.execute(insert_new(connection, _blobs), values)

    def claims(self, blob: bytes) -> Sequence[Claim]:
        """Return which records name a blob: one statement, so that it sees one moment."""
        entities, states, heads, settled = schema.entities, schema.states, schema.heads, schema.settled
        found = (
            select(
                _blobs.c.stream,
                _blobs.c.entity,
                _blobs.c.size,
                entities.c.staff,
                states.c.state,
                heads.c.number,
                settled.c.number.label("settled"),
            )
            .select_from(_blobs)
            .outerjoin(
                entities,
                and_(entities.c.stream == _blobs.c.stream, entities.c.entity == _blobs.c.entity),
            )
            .outerjoin(states, and_(states.c.stream == _blobs.c.stream, states.c.entity == _blobs.c.entity))
            .outerjoin(heads, heads.c.stream == _blobs.c.stream)
            .outerjoin(settled, settled.c.stream == _blobs.c.stream)
            .where(and_(_blobs.c.blob == blob, _kept()))
            .order_by(_blobs.c.stream, _blobs.c.entity)
        )
        with self._engines.reading() as connection:
            return [
                Claim(
                    StreamId(row.stream),
                    EntityId(row.entity),
                    row.size,
                    StaffId(row.staff or ""),
                    row.state,
                    row.number or 0,
                    row.settled or 0,
                )
                for row in connection.execute(found)
            ]

    def blobs(self) -> Sequence[BlobRow]:
        """Return every row, those about an erased subject left out."""
        return self._rows(_kept())

    def blob_rows(self, blobs: Collection[bytes]) -> Sequence[BlobRow]:
        """Return every row that names one of these blobs."""
        return self._rows(_blobs.c.blob.in_(blobs)) if blobs else []

    def blobs_of_subject(self, subject: bytes) -> Sequence[BlobRow]:
        """Return the rows about this subject."""
        return self._rows(_blobs.c.subject == subject)

    def forget_blobs(self, subject: bytes) -> None:
        """Forget the rows about this subject."""
        with self._engines.writing() as connection:
            connection.execute(delete(_blobs).where(_blobs.c.subject == subject))

    def forget_blob(self, stream: StreamId, entity: EntityId, blob: bytes) -> None:
        """Forget that a record named a blob."""
        with self._engines.writing() as connection:
            connection.execute(
                delete(_blobs).where(
                    and_(_blobs.c.stream == stream, _blobs.c.entity == entity, _blobs.c.blob == blob)
                )
            )

    def _rows(self, condition: ColumnElement[Any]) -> list[BlobRow]:
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(_blobs).where(condition).order_by(_blobs.c.stream, _blobs.c.entity, _blobs.c.blob)
            )
            return [
                BlobRow(StreamId(row.stream), EntityId(row.entity), row.blob, row.size, row.subject)
                for row in rows
            ]


def _kept() -> ColumnElement[bool]:
    """Rows that are about nobody who is erased: an erasure is marked first, and forgets the rows last."""
    return not_(exists().where(schema.erased.c.subject == _blobs.c.subject))
