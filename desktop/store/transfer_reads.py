# SPDX-License-Identifier: MIT
"""What goes from one to another, as lists: notices, moves that wait, what is held back, who was handed over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from desktop.store.authors import Authors
from desktop.store.changes import WriterIdentity
from desktop.store.commit_rows import KnownCommits, readable_bodies
from desktop.store.flags import Mark, Standing
from desktop.store.names import Names
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from desktop.store.views import Author
from sync.log.commit import MARK_BYTES, CommitId
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId, StaffId, StreamId, TeamId, staff_stream

_RESPONSIBLE: Final = "responsible"
_OPEN: Final = frozenset({Standing.QUARANTINED, Standing.STRIPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWord:
    """A notice or a message in the own staff stream; ``kind`` says which, ``values`` hold its fields."""

    entity: EntityId
    kind: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingMove:
    """A move that the hub has not carried out here; ``provisional`` while it has not even heard of it."""

    entity: EntityId
    person: EntityId
    stream: StreamId
    to: TeamId
    by: Author
    at: int
    provisional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """One commit that the hub holds back: why, since when, and what was said of it (not yet obeyed) if anything."""

    stream: StreamId
    commit: CommitId
    author: Author
    reason: str
    at: int
    written: int
    """The author's clock, 0 where the commit itself is not here."""
    ruling: dict[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateWork:
    """Something that the one before did after the person was handed over."""

    kind: str
    entity: EntityId
    at: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """A person whose ``responsible`` somebody set to somebody else; ``acknowledged`` is the stream number seen."""

    person: EntityId
    stream: StreamId
    to: StaffId
    by: Author
    before: StaffId | None
    at: int
    number: int | None
    late: tuple[LateWork, ...]
    acknowledged: int | None

    @property
    def newest(self) -> int:
        """The hub number of the last thing there is to see: the hand-over itself, or what came late."""
        return max([self.number or 0, *(one.number for one in self.late)])

    @property
    def new(self) -> bool:
        """Whether the receiver has not seen all of it."""
        return self.acknowledged is None or self.newest > self.acknowledged


class TransferReads:
    """Reads of moves, rulings, notices and hand-overs; belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names, authors: Authors, me: WriterIdentity) -> None:
        self._connection = connection
        self._names = names
        self._authors = authors
        self._me = me

    def words(self) -> tuple[StaffWord, ...]:
        """Return the notices and messages of the own staff stream that were not dismissed, the newest first."""
        key = self._names.known_stream(staff_stream(self._me.staff))
        if key is None:
            return ()
        seen = self.dismissed()
        found = [
            StaffWord(entity=state.entity, kind=state.kind, values=self._values(key, state))
            for kind in ("notice", "message")
            for _, state in self._of_kind(kind, key)
            if state.entity not in seen
        ]
        return tuple(
            sorted(found, key=lambda one: (value_of(one.values, "at", int, 0), one.entity), reverse=True)
        )

    def dismissed(self) -> frozenset[EntityId]:
        """Return of what the owner has said that they have seen it."""
        key = self._names.known_stream(staff_stream(self._me.staff))
        if key is None:
            return frozenset()
        return frozenset(
            EntityId(value_of(self._values(key, state), "of", bytes, b""))
            for _, state in self._of_kind("seen", key)
        )

    def waiting_moves(self, person: EntityId | None = None) -> tuple[WaitingMove, ...]:
        """Return the moves that wait, of one person or of all: where the hub has carried one out, none is left."""
        moves = []
        for stream, state in self._of_kind("move"):
            if state.subject is None or person not in {None, state.subject} or "to" not in state.fields:
                continue
            values = self._values(stream, state)
            head = state.fields["to"].heads[0]
            moves.append(
                WaitingMove(
                    entity=state.entity,
                    person=state.subject,
                    stream=self._names.stream_name(stream),
                    to=TeamId(value_of(values, "to", str, "")),
                    by=self._authors.behind(head.id.writer, head.origin),
                    at=value_of(values, "at", int, 0),
                    provisional=self._numbers(stream)(head.id) is None,
                )
            )
        return tuple(sorted(moves, key=lambda one: (one.at, one.entity)))

    def went(self, person: EntityId) -> tuple[TeamId, int] | None:
        """Return to which team and when a person went from a stream of this notebook, ``None`` if they did not."""
        found = self._connection.execute(
            "SELECT team, at FROM went WHERE person = ? ORDER BY at DESC LIMIT 1", (person,)
        ).fetchone()
        return None if found is None else (TeamId(found[0]), int(found[1]))

    def held(self) -> tuple[HeldRow, ...]:
        """Return what the hub holds back in the streams here, the oldest first; what is decided has left the list."""
        decided: set[tuple[int, CommitId]] = set()
        for stream, state in self._of_kind("release"):
            one = _commit(self._values(stream, state).get("commit"))
            if one is not None:
                decided.add((stream, one))
        said: dict[tuple[int, CommitId], dict[str, Any]] = {}
        for stream, state in self._of_kind("ruling"):
            ruling = self._values(stream, state).get("ruling")
            one = _commit(ruling.get("commit")) if isinstance(ruling, dict) else None
            if one is not None and isinstance(ruling, dict):
                said.setdefault((stream, one), ruling)
        rows = []
        for stream, state in self._of_kind("quarantine"):
            values = self._values(stream, state)
            one = _commit(values.get("commit"))
            if one is None or (stream, one) in decided:
                continue
            standing, written = self._standing(stream, one)
            if standing is not None and standing not in _OPEN:
                continue
            rows.append(
                HeldRow(
                    stream=self._names.stream_name(stream),
                    commit=one,
                    author=self._authors.of(one.writer),
                    reason=value_of(values, "reason", str, ""),
                    at=value_of(values, "at", int, 0),
                    written=written,
                    ruling=said.get((stream, one)),
                )
            )
        return tuple(sorted(rows, key=lambda row: (row.at, row.commit)))

    def handed_to_me(self) -> tuple[HandedOver, ...]:
        """Return the people whose ``responsible`` somebody else set to the owner, the newest first."""
        mine = self._me.staff
        rows = self._connection.execute(
            "SELECT entity FROM people WHERE responsible <> '' AND responsible = ?", (mine,)
        ).fetchall()
        found = [self._handed(EntityId(entity), besides=mine) for (entity,) in rows]
        return _newest(one for one in found if one is not None and one.to == mine)

    def handed(self, person: EntityId) -> HandedOver | None:
        """Return how one person came to who is responsible for them; ``None`` where nobody is."""
        return self._handed(person)

    def handed_by_me(self, *, since: int) -> tuple[HandedOver, ...]:
        """Return the people whom the owner handed to somebody else at ``since`` or later, the newest first."""
        mine = self._me.staff
        people: dict[EntityId, None] = {}
        for writer in self._authors.writers_of(mine):
            rows = self._connection.execute(
                "SELECT c.bodies FROM streams AS st CROSS JOIN saves AS s ON s.stream = st.key"
                " CROSS JOIN commits AS c ON c.stream = s.stream AND c.writer = s.writer AND c.n = s.n"
                " WHERE s.time >= ? AND s.writer = ?",
                (since, self._names.known_writer(writer)),
            ).fetchall()
            for (raw,) in rows:
                people |= {
                    body.entity: None
                    for body in readable_bodies(raw)
                    if body.kind == "person" and _RESPONSIBLE in body.fields
                }
        found = [self._handed(person) for person in people]
        return _newest(one for one in found if one is not None and one.by.staff == mine != one.to)

    # --- parts ---

    def _handed(self, person: EntityId, *, besides: StaffId | None = None) -> HandedOver | None:
        """Return how a person came to who is responsible now; ``None`` where nobody is, or two values stand.

        ``besides``: nor where this member of staff did it.
        """
        rows = self._connection.execute(
            "SELECT p.stream, p.responsible, e.state FROM people AS p"
            " JOIN entities AS e ON e.entity = p.entity AND e.stream = p.stream"
            " WHERE p.entity = ? AND p.responsible <> ''",
            (person,),
        ).fetchall()
        for stream, to, raw in rows:
            heads = decode_state(raw).fields[_RESPONSIBLE].heads
            head = next((one for one in heads if one.value == to), None)
            if head is not None:
                by = self._authors.behind(head.id.writer, head.origin)
                if besides is not None and by.staff == besides:
                    return None
                return self._handed_by(person, stream, StaffId(to), by, head.id)
        return None

    def _handed_by(self, person: EntityId, stream: int, to: StaffId, by: Author, one: CommitId) -> HandedOver:
        number = self._numbers(stream)(one) or None
        row = self._connection.execute(
            "SELECT time FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (stream, self._names.known_writer(one.writer), one.n),
        ).fetchone()
        before = self._before(person, stream, one)
        seen = [
            value_of(values, "number", int, 0)
            for _, state in self._of_kind("handover", stream, subject=person)
            if (values := self._values(stream, state)).get("by") == to
        ]
        return HandedOver(
            person=person,
            stream=self._names.stream_name(stream),
            to=to,
            by=by,
            before=before,
            at=0 if row is None else int(row[0]),
            number=number,
            late=() if before is None or number is None else self._late(person, stream, before, number),
            acknowledged=max(seen, default=None),
        )

    def _before(self, person: EntityId, stream: int, one: CommitId) -> StaffId | None:
        """Return who was responsible before this write, as far as the commits here tell."""
        rows = self._connection.execute(
            "SELECT c.writer, c.n, c.bodies FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE e.entity = ? AND e.stream = ? AND c.standing < 4"
            " ORDER BY c.number IS NULL, c.number, c.time",
            (person, stream),
        ).fetchall()
        before: StaffId | None = None
        base = self._connection.execute(
            "SELECT state FROM bases WHERE entity = ? AND stream = ?", (person, stream)
        ).fetchone()
        if base is not None:
            before = _staff(shown_values(decode_state(base[0]), self._numbers(stream)).get(_RESPONSIBLE))
        for writer, n, raw in rows:
            if (self._names.writer_id(writer), n) == (one.writer, one.n):
                return before
            for body in readable_bodies(raw):
                if body.entity == person and _RESPONSIBLE in body.fields:
                    before = _staff(body.fields[_RESPONSIBLE].value)
        return before

    def _late(self, person: EntityId, stream: int, before: StaffId, number: int) -> tuple[LateWork, ...]:
        rows = self._connection.execute(
            "SELECT c.writer, c.time, c.number, en.entity, en.kind FROM entities AS en"
            " JOIN commit_entities AS e ON e.entity = en.entity AND e.stream = en.stream"
            " JOIN commits AS c ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE en.subject = ? AND en.stream = ? AND c.number > ? ORDER BY c.number",
            (person, stream, number),
        ).fetchall()
        return tuple(
            LateWork(kind=kind, entity=EntityId(entity), at=time, number=its)
            for writer, time, its, entity, kind in rows
            if self._authors.of(self._names.writer_id(writer)).staff == before
        )

    def _standing(self, stream: int, one: CommitId) -> tuple[Standing | None, int]:
        writer = self._names.known_writer(one.writer)
        found = self._connection.execute(
            "SELECT standing, time, hash FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (stream, writer, one.n),
        ).fetchone()
        if found is None or found[2][:MARK_BYTES] != one.mark:
            return None, 0
        return Standing(found[0]), int(found[1])

    def _of_kind(
        self, kind: str, stream: int | None = None, *, subject: EntityId | None = None
    ) -> Iterator[tuple[int, EntityState]]:
        """Yield the undeleted entities of a kind; the kind stands in the text, so that a partial index is used."""
        where, values = f"kind = '{kind}'", list[object]()
        if stream is not None:
            where, values = f"{where} AND stream = ?", [*values, stream]
        if subject is not None:
            where, values = f"{where} AND subject = ?", [*values, subject]
        rows = self._connection.execute(
            f"SELECT stream, flags, state FROM entities WHERE {where} ORDER BY entity",  # noqa: S608 - our words
            values,
        ).fetchall()
        for its, flags, raw in rows:
            if Mark(flags) & (Mark.DELETED | Mark.BESIDE_DELETION) != Mark.DELETED:
                yield its, decode_state(raw)

    def _values(self, stream: int, state: EntityState) -> dict[str, Any]:
        return dict(shown_values(state, self._numbers(stream)))

    def _numbers(self, stream: int) -> Any:  # noqa: ANN401 - the fold's Number
        return KnownCommits(self._connection, self._names, stream).number


def _newest(found: Iterable[HandedOver]) -> tuple[HandedOver, ...]:
    return tuple(sorted(found, key=lambda one: (one.at, one.person), reverse=True))


def _commit(value: object) -> CommitId | None:
    match value:
        case [bytes() as writer, int() as n, bytes() as mark]:
            return CommitId(writer, n, mark)  # type: ignore[arg-type]  # only compared and looked up
        case _:
            return None


def _staff(value: object) -> StaffId | None:
    return StaffId(value) if isinstance(value, str) and value else None
