# SPDX-License-Identifier: MIT
"""What is due for somebody: their own and what nobody else has of the people they are responsible for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from desktop.store.commit_rows import KnownCommits
from desktop.store.flags import Mark
from desktop.store.names import Names
from desktop.store.shown_values import shown_values
from desktop.store.sqlcipher import Connection
from sync.log.commit import CommitId
from sync.log.state import decode_state
from sync.records.ids import EntityId, StaffId, StreamId

AHEAD_DAYS: Final = 7
"""What comes within so many days is listed with what is due."""
PERMIT_DAYS: Final = 60
"""A card that runs out within so many days is listed."""
BACK_DAYS: Final = 30
"""After so many days nobody is called about not having come, and a card that ran out is no news."""
_CONFLICT: Final = Mark.CONFLICT | Mark.BESIDE_DELETION
_WINDOW: Final = """d.due <= :far AND (d.matter = 'permit' OR d.due <= :near)
    AND (d.matter NOT IN ('permit', 'no_show') OR d.due >= :back)"""
_COLUMNS: Final = "d.owner, d.due, d.entity, d.matter, d.person, d.stream"
_OWN: Final = f"SELECT {_COLUMNS} FROM dues AS d WHERE d.owner = :staff AND {_WINDOW}"  # noqa: S608 - our words
_THEIRS: Final = f"""SELECT {_COLUMNS} FROM people AS r CROSS JOIN dues AS d ON d.person = r.entity
    WHERE r.responsible <> '' AND r.responsible = :staff AND d.owner = '' AND {_WINDOW}"""  # noqa: S608 - our words
_ALL: Final = f"""SELECT d.due, d.matter, d.entity, d.person, d.stream, e.flags, e.state,
    p.stream, p.name, p.known_as, p.protected
    FROM ({_OWN} UNION ALL {_THEIRS}) AS d
    CROSS JOIN people AS p ON p.entity = d.person
    CROSS JOIN entities AS e ON e.entity = d.entity AND e.stream = d.stream
    ORDER BY d.due, d.entity LIMIT :most"""  # noqa: S608 - our words

_ABOUT: Final = "SELECT entity, kind, subject, stream, state, flags FROM entities"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDue:
    """One thing that is due: the record with its shown values and heads, and whom it is about."""

    due: str
    """From when (YYYY-MM-DD); of a point of time its day in UTC."""
    matter: str
    entity: EntityId
    stream: StreamId
    values: dict[str, Any]
    heads: Mapping[str, tuple[CommitId, ...]]
    """Per field what a write made from this has seen."""
    conflict: bool
    person: EntityId
    person_stream: StreamId
    name: str
    known_as: str
    protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAbout:
    """A record of the same person, read beside: a task about something, a meeting that took place."""

    entity: EntityId
    kind: str
    subject: EntityId | None
    stream: StreamId
    values: dict[str, Any]
    heads: Mapping[str, tuple[CommitId, ...]]


class DueReads:
    """Belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def due(self, staff: StaffId, day: str, *, most: int) -> tuple[StoredDue, ...]:
        """Return what is due for somebody on a day, or soon, the longest due first.

        Only of people who are here and in lists. Raises ValueError for what is no day.
        """
        today = date.fromisoformat(day)
        rows = self._connection.execute(
            _ALL,
            {
                "staff": staff,
                "near": _day(today, AHEAD_DAYS),
                "far": _day(today, PERMIT_DAYS),
                "back": _day(today, -BACK_DAYS),
                "most": most,
            },
        ).fetchall()
        return tuple(self._row(row[:7], row[7:]) for row in rows)

    def record(self, entity: EntityId) -> StoredAbout | None:
        """Return one record that lists show, with its heads; ``None`` when it is not here."""
        rows = self._connection.execute(_ABOUT + " WHERE entity = ? ORDER BY stream", (entity,)).fetchall()
        found = (self._about(*row) for row in rows if not _gone(row[-1]))
        return next(found, None)

    def about(self, person: EntityId, kinds: Sequence[str]) -> tuple[StoredAbout, ...]:
        """Return a person's records of some kinds, in the order they were made."""
        found: list[StoredAbout] = []
        for kind in kinds:
            rows = self._connection.execute(
                _ABOUT + " WHERE subject = ? AND kind = ? ORDER BY entity", (person, kind)
            ).fetchall()
            found += [self._about(*row) for row in rows if not _gone(row[-1])]
        return tuple(found)

    def _row(self, record: tuple[Any, ...], whom: tuple[Any, ...]) -> StoredDue:
        due, matter, entity, person, stream, flags, raw = record
        home, name, known_as, protected = whom
        values, heads = self._read(stream, raw)
        return StoredDue(
            due=due,
            matter=matter,
            entity=EntityId(entity),
            stream=self._names.stream_name(stream),
            values=values,
            heads=heads,
            conflict=bool(Mark(flags) & _CONFLICT),
            person=EntityId(person),
            person_stream=self._names.stream_name(home),
            name=name,
            known_as=known_as,
            protected=bool(protected),
        )

    def _about(
        self, entity: bytes, kind: str, subject: bytes | None, stream: int, raw: bytes, _flags: int
    ) -> StoredAbout:
        values, heads = self._read(stream, raw)
        return StoredAbout(
            entity=EntityId(entity),
            kind=kind,
            subject=EntityId(subject) if subject is not None else None,
            stream=self._names.stream_name(stream),
            values=values,
            heads=heads,
        )

    def _read(self, stream: int, raw: bytes) -> tuple[dict[str, Any], dict[str, tuple[CommitId, ...]]]:
        state = decode_state(raw)
        values = shown_values(state, KnownCommits(self._connection, self._names, stream).number)
        return values, {name: tuple(head.id for head in field.heads) for name, field in state.fields.items()}


def _day(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()


def _gone(flags: int) -> bool:
    """Whether it is cleanly deleted."""
    return Mark(flags) & (Mark.DELETED | Mark.BESIDE_DELETION) == Mark.DELETED
