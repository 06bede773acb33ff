# SPDX-License-Identifier: MIT
"""Who is who, in SQL: writers, staff, teams, grants, enrolment codes."""

from collections.abc import Sequence

from sqlalchemy import Connection, Row, Table, and_, bindparam, select, update

from sync.hub.store import schema
from sync.hub.store.engines import Engines
from sync.hub.store.rows import CodeRow, GrantRow, WriterRow
from sync.records.ids import EntityId, LaptopId, StaffId, StreamId, TeamId, WriterId

_writers = schema.writers
_grants = schema.grants
_codes = schema.codes
# Built once: to build one of these costs more than to run it.
_ALL_WRITERS = select(_writers)
_WRITER = select(_writers).where(_writers.c.writer == bindparam("its"))
_ALL_GRANTS = select(_grants)
_GRANTS_OF = select(_grants).where(_grants.c.staff == bindparam("its"))


class RosterTables:
    """The part of ``contract.HubStore`` about people, teams and keys."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def writer(self, writer: WriterId) -> WriterRow | None:
        """Return a writer."""
        with self._engines.reading() as connection:
            row = connection.execute(_WRITER, {"its": writer}).one_or_none()
        return None if row is None else _writer(row)

    def writers(self) -> Sequence[WriterRow]:
        """Return all writers."""
        with self._engines.reading() as connection:
            return [_writer(row) for row in connection.execute(_ALL_WRITERS)]

    def add_writer(self, row: WriterRow, *, code: CodeRow | None, now: int) -> bool:
        """Let a writer in and use up its code; False when the code was used meanwhile (nothing is kept)."""
        with self._engines.writing() as connection:
            if code is not None:
                used = connection.execute(
                    update(_codes)
                    .where(
                        and_(
                            _codes.c.locator == code.locator,
                            _codes.c.digest == code.digest,
                            _codes.c.used == 0,
                        )
                    )
                    .values(used=now)
                )
                if used.rowcount == 0:
                    return False
            _put(
                connection,
                _writers,
                {"writer": row.writer},
                {
                    "staff": row.staff,
                    "laptop": row.laptop,
                    "signing": row.signing,
                    "receiving": row.receiving,
                    "revoked": row.revoked,
                },
            )
        return True

    def revoke(self, writer: WriterId, now: int) -> dict[StreamId, int]:
        """Revoke a writer; what it wrote so far stays. Return the last n that counts per stream."""
        heads = schema.writer_heads
        with self._engines.writing() as connection:
            # Waits for appends of this writer that are under way: they lock the heads of their streams first.
            streams = connection.execute(select(heads.c.stream).where(heads.c.writer == writer)).scalars()
            for stream in sorted(streams):
                connection.execute(
                    select(schema.heads.c.number).where(schema.heads.c.stream == stream).with_for_update()
                )
            connection.execute(update(_writers).where(_writers.c.writer == writer).values(revoked=now))
            rows = connection.execute(select(heads.c.stream, heads.c.n).where(heads.c.writer == writer)).all()
            for row in rows:
                _put(connection, schema.revocations, {"writer": writer, "stream": row.stream}, {"n": row.n})
            return {StreamId(row.stream): row.n for row in rows}

    def staff(self) -> dict[StaffId, str]:
        """Return the names of all staff."""
        with self._engines.reading() as connection:
            rows = connection.execute(select(schema.staff))
            return {StaffId(row.staff): row.name for row in rows}

    def add_staff(self, staff: StaffId, name: str) -> None:
        """Keep a name, or a new name of a known person."""
        with self._engines.writing() as connection:
            _put(connection, schema.staff, {"staff": staff}, {"name": name})

    def teams(self) -> dict[TeamId, tuple[str, str, str]]:
        """Return the teams' names in Finnish, Swedish and English."""
        with self._engines.reading() as connection:
            rows = connection.execute(select(schema.teams))
            return {TeamId(row.team): (row.fi, row.sv, row.en) for row in rows}

    def add_team(self, team: TeamId, names: tuple[str, str, str]) -> None:
        """Keep a team, or its new names."""
        with self._engines.writing() as connection:
            _put(
                connection,
                schema.teams,
                {"team": team},
                {"fi": names[0], "sv": names[1], "en": names[2]},
            )

    def grants(self, staff: StaffId | None = None) -> Sequence[GrantRow]:
        """Return all grants, past ones included, of one person or of all."""
        with self._engines.reading() as connection:
            found = (
                connection.execute(_ALL_GRANTS)
                if staff is None
                else connection.execute(_GRANTS_OF, {"its": staff})
            )
            return [
                GrantRow(
                    EntityId(row.entity),
                    StaffId(row.staff),
                    None if row.team is None else TeamId(row.team),
                    row.role,
                    row.begins,
                    row.ends,
                )
                for row in found
            ]

    def put_grant(self, row: GrantRow) -> None:
        """Keep a grant, or its new end."""
        with self._engines.writing() as connection:
            _put(
                connection,
                _grants,
                {"entity": row.entity},
                {
                    "staff": row.staff,
                    "team": row.team,
                    "role": row.role,
                    "begins": row.begins,
                    "ends": row.ends,
                },
            )

    def put_code(self, row: CodeRow) -> None:
        """Keep a code; an older one in the same place goes."""
        with self._engines.writing() as connection:
            _put(
                connection,
                _codes,
                {"locator": row.locator},
                {
                    "digest": row.digest,
                    "staff": row.staff,
                    "expires": row.expires,
                    "tries": row.tries,
                    "used": row.used,
                },
            )

    def code(self, locator: str) -> CodeRow | None:
        """Return the code in this place."""
        with self._engines.reading() as connection:
            row = connection.execute(select(_codes).where(_codes.c.locator == locator)).one_or_none()
        if row is None:
            return None
        return CodeRow(row.locator, row.digest, StaffId(row.staff), row.expires, row.tries, row.used)

    def count_try(self, locator: str, most: int) -> bool:
        """Count one try; return whether there were fewer than ``most`` before it."""
        with self._engines.writing() as connection:
            counted = connection.execute(
                update(_codes)
                .where(and_(_codes.c.locator == locator, _codes.c.tries < most))
                .values(tries=_codes.c.tries + 1)
            )
            return counted.rowcount > 0


def _put(connection: Connection, table: Table, key: dict[str, object], values: dict[str, object]) -> None:
    found = connection.execute(
        update(table).where(*(table.c[name] == value for name, value in key.items())).values(**values)
    )
    if found.rowcount == 0:
        connection.execute(table.insert(), [key | values])


def _writer(row: Row[tuple[object, ...]]) -> WriterRow:
    return WriterRow(
        WriterId(row.writer),
        StaffId(row.staff),
        LaptopId(row.laptop),
        row.signing,
        row.receiving,
        row.revoked,
    )
