# SPDX-License-Identifier: MIT
"""Lists of a working day: sessions, walk-ins, people, notes, attendance, conflicts."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from desktop.store.authors import Authors
from desktop.store.commit_rows import KnownCommits
from desktop.store.entity_reads import EntityReads
from desktop.store.flags import MARKED, Mark
from desktop.store.names import Names
from desktop.store.person_marks import PersonMarks, person_marks
from desktop.store.shown_values import differ, elements, shown_values, value_of
from desktop.store.sqlcipher import Connection
from desktop.store.views import (
    AttendanceRow,
    Author,
    ConflictRow,
    Found,
    NoteRow,
    PersonRow,
    SessionRow,
    VisitRow,
)
from sync.log.shown import shown
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId, StaffId

LIMIT: Final = 500
_CONFLICT: Final = Mark.CONFLICT | Mark.BESIDE_DELETION
_VISITS: Final = (
    "SELECT v.session, v.at, v.entity, v.stream, e.flags, e.state"
    " FROM visits AS v JOIN entities AS e ON e.entity = v.entity AND e.stream = v.stream"
)


class Lists:
    """Lists over the narrow projections; belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names, authors: Authors, entities: EntityReads) -> None:
        self._connection = connection
        self._names = names
        self._authors = authors
        self._entities = entities

    def sessions(self, *, since: int = 0, until: int = 2**62, most: int = LIMIT) -> tuple[SessionRow, ...]:
        """Return the sessions that start in [since, until), the newest first."""
        rows = self._connection.execute(
            "SELECT s.entity, s.stream, s.starts, s.status, s.place, e.flags, e.state,"
            " (SELECT count(*) FROM visits AS v WHERE v.session = s.entity),"
            " (SELECT coalesce(sum(t.heads), 0) FROM tallies AS t WHERE t.session = s.entity)"
            " FROM sessions AS s JOIN entities AS e ON e.entity = s.entity AND e.stream = s.stream"
            " WHERE s.starts >= ? AND s.starts < ? ORDER BY s.starts DESC LIMIT ?",
            (since, until, most),
        ).fetchall()
        return tuple(
            SessionRow(
                entity=entity,
                stream=self._names.stream_name(stream),
                starts=starts,
                status=status,
                place=place,
                staff=tuple(
                    StaffId(one) for one in elements(self._values(stream, decode_state(raw)), "staff")
                ),
                visits=visits,
                heads=heads,
                conflict=bool(Mark(flags) & _CONFLICT),
                sending=self._entities.sending(entity, stream),
            )
            for entity, stream, starts, status, place, flags, raw, visits, heads in rows
        )

    def visits_of_session(self, session: EntityId, *, most: int = LIMIT) -> tuple[VisitRow, ...]:
        """Return a session's walk-ins, the newest first."""
        return self._visits(
            f"{_VISITS} WHERE v.session = ? ORDER BY v.at DESC, v.entity DESC LIMIT ?", session, most
        )

    def visits_between(self, since: int, until: int, *, most: int = LIMIT) -> tuple[VisitRow, ...]:
        """Return the walk-ins of [since, until) at whatever session, the newest first."""
        return self._visits(
            f"{_VISITS} WHERE v.at >= ? AND v.at < ? ORDER BY v.at DESC, v.entity DESC LIMIT ?",
            since,
            until,
            most,
        )

    def visit(self, visit: EntityId) -> VisitRow | None:
        """Return one walk-in as its list shows it."""
        state = self._entities.state(visit)
        session = state.fields.get("session") if state is not None else None
        for head in session.heads if session is not None else ():
            rows = self._visits(f"{_VISITS} WHERE v.session = ? AND v.entity = ?", head.value, visit)
            if rows:
                return rows[0]
        return None

    def marks_of(self, people: Sequence[EntityId]) -> dict[EntityId, PersonMarks]:
        """Return what a list shows beside each of these people."""
        return person_marks(self._connection, self._names, people)

    def recent_people(self, *, most: int = 50) -> tuple[PersonRow, ...]:
        """Return the people that came into this notebook last."""
        rows = self._connection.execute(f"{PEOPLE} ORDER BY id DESC LIMIT ?", (most,)).fetchall()
        return tuple(person_row(self._names, row, Found.RECENT) for row in rows)

    def caseload(self, staff: StaffId) -> tuple[EntityId, ...]:
        """Return the people whom a member of staff is responsible for, in order of their ids."""
        rows = self._connection.execute(
            "SELECT entity FROM people WHERE responsible <> '' AND responsible = ? ORDER BY entity", (staff,)
        ).fetchall()
        return tuple(EntityId(entity) for (entity,) in rows)

    def people(self, entities: Iterable[EntityId]) -> tuple[PersonRow, ...]:
        """Return these people, in this order, those that are here."""
        found = []
        for entity in entities:
            row = self._connection.execute(f"{PEOPLE} WHERE entity = ?", (entity,)).fetchone()
            if row is not None:
                found.append(person_row(self._names, row, Found.RECENT))
        return tuple(found)

    def notes(self, person: EntityId, *, most: int = LIMIT) -> tuple[NoteRow, ...]:
        """Return the notes about a person, the newest first."""
        rows = self._connection.execute(
            "SELECT n.entity, n.at, e.stream, e.flags, e.state FROM notes AS n"
            " JOIN entities AS e ON e.entity = n.entity WHERE n.person = ?"
            " ORDER BY n.at DESC, n.id DESC LIMIT ?",
            (person, most),
        ).fetchall()
        return tuple(
            NoteRow(
                entity=entity,
                person=person,
                at=at,
                text=value_of(self._values(stream, state), "text", str, ""),
                author=self._author(state, "text"),
                conflict=bool(Mark(flags) & _CONFLICT),
                sending=self._entities.sending(entity, stream),
            )
            for entity, at, stream, flags, state in (
                (entity, at, stream, flags, decode_state(raw)) for entity, at, stream, flags, raw in rows
            )
        )

    def attendances(self, person: EntityId, *, most: int = LIMIT) -> tuple[AttendanceRow, ...]:
        """Return the visits that were this person's, the newest first."""
        rows = self._connection.execute(
            "SELECT a.entity, a.visit, a.at, e.stream, e.state FROM attendances AS a"
            " JOIN entities AS e ON e.entity = a.entity WHERE a.person = ? ORDER BY a.at DESC LIMIT ?",
            (person, most),
        ).fetchall()
        return tuple(
            AttendanceRow(
                entity=entity,
                person=person,
                visit=visit,
                at=at,
                text=value_of(self._values(stream, state), "text", str, ""),
                author=self._author(state, "visit"),
            )
            for entity, visit, at, stream, state in (
                (entity, visit, at, stream, decode_state(raw)) for entity, visit, at, stream, raw in rows
            )
        )

    def conflicts(self, *, most: int = LIMIT) -> tuple[ConflictRow, ...]:
        """Return what somebody must look at: fields in conflict, changes beside a deletion."""
        rows = self._connection.execute(
            "SELECT entity, stream, kind, subject, flags, state FROM entities INDEXED BY entities_marked"  # noqa: S608 - our words
            f" WHERE {MARKED} AND flags & ? ORDER BY entity DESC LIMIT ?",
            (int(_CONFLICT), most),
        ).fetchall()
        return tuple(self._conflict(row) for row in rows)

    def _conflict(self, row: tuple[Any, ...]) -> ConflictRow:
        entity, stream, kind, subject, flags, raw = row
        state = decode_state(raw)
        number = KnownCommits(self._connection, self._names, stream).number
        said = {name: shown(field, number) for name, field in state.fields.items() if len(field.heads) > 1}
        fields = tuple(sorted(name for name, one in said.items() if differ(name, one)))
        writers = dict.fromkeys(head.id.writer for name in fields for head in said[name].heads)
        return ConflictRow(
            entity=entity,
            kind=kind,
            subject=subject,
            stream=self._names.stream_name(stream),
            fields=fields,
            changed_beside_deletion=Mark.BESIDE_DELETION in Mark(flags),
            authors=tuple(self._authors.of(writer) for writer in writers),
        )

    def _visits(self, sql: str, *arguments: object) -> tuple[VisitRow, ...]:
        return tuple(self._visit(row) for row in self._connection.execute(sql, arguments).fetchall())

    def _visit(self, row: tuple[Any, ...]) -> VisitRow:
        session, at, entity, stream, flags, raw = row
        state = decode_state(raw)
        values = self._values(stream, state)
        person = self._connection.execute(
            "SELECT person FROM attendances WHERE visit = ? ORDER BY at LIMIT 1", (entity,)
        ).fetchone()
        return VisitRow(
            entity=entity,
            session=session,
            stream=self._names.stream_name(stream),
            at=at,
            topics=elements(values, "topics"),
            outcomes=elements(values, "outcomes"),
            age=value_of(values, "age", str, ""),
            language=value_of(values, "language", str, ""),
            first_time=value_of(values, "first_time", str, ""),
            interpreter=value_of(values, "interpreter", str, ""),
            note=value_of(values, "note", str, ""),
            author=self._author(state, "session"),
            person=None if person is None else person[0],
            conflict=bool(Mark(flags) & _CONFLICT),
            sending=self._entities.sending(entity, stream),
        )

    def _values(self, stream: int, state: EntityState) -> dict[str, Any]:
        return shown_values(state, KnownCommits(self._connection, self._names, stream).number)

    def _author(self, state: EntityState, field: str) -> Author:
        heads = state.fields[field].heads
        return self._authors.behind(heads[0].id.writer, heads[0].origin)


PEOPLE: Final = "SELECT entity, stream, name, known_as, phone, birth_date, protected, responsible FROM people"


def person_row(names: Names, row: tuple[Any, ...], found: Found, note: EntityId | None = None) -> PersonRow:
    """Return the view of a row of ``PEOPLE``."""
    entity, stream, name, known_as, phone, birth_date, protected, responsible = row
    return PersonRow(
        entity=entity,
        stream=names.stream_name(stream),
        name=name,
        known_as=known_as,
        phone=phone,
        birth_date=birth_date,
        protected=bool(protected),
        responsible=responsible,
        found=found,
        note=note,
    )
