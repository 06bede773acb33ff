# SPDX-License-Identifier: MIT
"""People who went to another team: what is left of them in the stream they went from, and how they come back.

The hub's ``retract`` takes every entity of a person out of the stream, but the ``retract`` itself; ``adopt`` lets them
in (again). What is unsent about somebody who went is kept for the hub, which forwards it (I6), but neither folded nor
shown here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from desktop.store.commit_rows import Arrived, pack_bodies, readable_bodies, unpack_bodies
from desktop.store.evicted import Evicted
from desktop.store.flags import Standing
from desktop.store.folding import Folding
from desktop.store.names import Names
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from sync.log.commit import Body, SignedCommit, read_body
from sync.log.errors import LogError
from sync.log.state import decode_state
from sync.records.ids import EntityId
from sync.records.transfers import ADOPT, RETRACT

_STAYS: Final = frozenset({RETRACT.name, ADOPT.name})
_OUT: Final = frozenset({Standing.QUARANTINED, Standing.REFUSED})


@dataclass(frozen=True, slots=True)
class _Said:
    """A commit about somebody, by its writer's key, with the records of theirs that it writes to."""

    writer: int
    n: int
    number: int
    lets_in: bool
    """Whether it says that they came."""
    entities: frozenset[EntityId]


class Moving:
    """Carries out the hub's moves of one stream, within the caller's transaction."""

    def __init__(self, connection: Connection, names: Names, stream: int) -> None:
        self._connection = connection
        self._names = names
        self._stream = stream
        self._gone: dict[EntityId, bool] = {}
        self._left: dict[EntityId, list[int]] = {}
        """The numbers of the words in this batch that people went: their entities are not written yet."""
        self.anybody = bool(connection.execute("SELECT 1 FROM went LIMIT 1").fetchone())
        """Whether somebody went from some stream: where not, nothing need be asked."""

    def covers(self, body: Body) -> bool:
        """Whether a body is about somebody who is no longer in this stream."""
        if not self.anybody or body.kind in _STAYS:
            return False
        return self._went(body.entity) or (body.subject is not None and self._went(body.subject))

    def without_gone(self, one: Arrived, *, sent: bool) -> Arrived:
        """Return a commit without the bodies about people who went; unsent ones keep their bytes."""
        bodies = tuple(None if body is not None and self.covers(body) else body for body in one.bodies)
        if bodies == one.bodies:
            return one
        kept = tuple(
            raw if body is not None or not sent else None
            for raw, body in zip(one.commit.bodies, bodies, strict=True)
        )
        commit = SignedCommit(one.commit.header, one.commit.signature, kept)
        return replace(one, commit=commit, bodies=bodies)

    def retract(
        self, body: Body, number: int, folding: Folding, came: Iterable[Arrived], again: Iterable[EntityId]
    ) -> None:
        """Take out all of the person whom a ``retract`` names.

        ``came`` are the commits of this batch up to its number, ``again`` what was folded again in it. What is here
        of a higher number, or of none yet, keeps its words: whether the person is back by then is not known before the
        stream has come that far.
        """
        person = body.subject
        if person is None:
            return
        self._left.setdefault(person, []).append(number)
        said = {name: write.value for name, write in body.fields.items()}
        to, at = said.get("to"), said.get("at")
        self._connection.execute(
            "INSERT OR REPLACE INTO went VALUES (?,?,?,?)",
            (person, self._stream, to if isinstance(to, str) else "", at if isinstance(at, int) else 0),
        )
        self.anybody, self._gone[person] = True, True
        commits = [one for one in came if any(_about(said, person) for said in one.readable())]
        told = {body.entity for one in commits for body in one.readable()}
        self._drop(person, number, folding, told.union(again))
        for one in commits:
            self.strip(self._names.writer(one.header.writer), one.header.n, number)

    def adopt(self, body: Body, number: int) -> set[EntityId]:
        """Let a person in again; return the entities of what is here about them already, to be folded again.

        That is what waits unsent, and what the hub has got since they are in the stream as the numbers tell it. In what
        a lost hub had said they may have come, or gone, at another moment. What came while they were away is stripped.
        """
        person = body.subject
        if person is None:
            return set()
        went, left = self._went(person), self._left_before(person, number)
        if not went and not left:
            return set()
        between = self._numbered_about(person, left or 0, number)
        since = next((one.number for one in between if one.lets_in), 0 if left is None else number)
        late = [one for one in between if one.number < since]
        self.anybody, self._gone[person] = True, True
        for one in late:
            self.strip(one.writer, one.n)
        self._connection.execute("DELETE FROM went WHERE person = ? AND stream = ?", (person, self._stream))
        self._gone[person] = False
        waiting = self._connection.execute(
            "SELECT writer, n, bodies FROM commits WHERE stream = ?1 AND (sent = 0 OR number IS NULL)"
            " UNION ALL SELECT writer, n, bodies FROM commits WHERE stream = ?1 AND number >= ?2",
            (self._stream, number),
        ).fetchall()
        links = [
            (said.entity, self._stream, writer, n)
            for writer, n, column in waiting
            for said in readable_bodies(column)
            if _about(said, person)
        ]
        links += [
            (entity, self._stream, one.writer, one.n)
            for one in between
            if one.number >= since
            for entity in one.entities
        ]
        self._connection.executemany("INSERT OR IGNORE INTO commit_entities VALUES (?,?,?,?)", links)
        return {entity for entity, *_ in links}.union(*(one.entities for one in late))

    def _left_before(self, person: EntityId, number: int) -> int | None:
        """Return the number of the last word below this one that the person went, 0 where a snapshot told of it."""
        (left,) = self._connection.execute(
            "SELECT max(CASE WHEN c.n IS NULL THEN 0 WHEN c.standing IN (4, 6) THEN NULL ELSE c.number END)"
            " FROM entities AS e LEFT JOIN commit_entities AS l ON l.entity = e.entity AND l.stream = e.stream"
            " LEFT JOIN commits AS c ON c.stream = l.stream AND c.writer = l.writer AND c.n = l.n"
            " WHERE e.subject = ?1 AND e.kind = 'retract' AND e.stream = ?2"
            " AND (c.number IS NULL OR c.number < ?3)",
            (person, self._stream, number),
        ).fetchone()
        numbers = [] if left is None else [int(left)]
        for told in self._left.get(person, ()):
            found = self._connection.execute(
                "SELECT number FROM commits WHERE stream = ? AND number = ? AND number < ? AND standing NOT IN (4, 6)",
                (self._stream, told, number),
            ).fetchone()
            numbers += found or ()
        return max(numbers, default=None)

    def _numbered_about(self, person: EntityId, after: int, before: int) -> list["_Said"]:
        """Return what the hub has got between two numbers about a person, in its order."""
        rows = self._connection.execute(
            "SELECT writer, n, number, standing, bodies FROM commits WHERE stream = ? AND number > ? AND number < ?"
            " AND instr(bodies, ?) > 0 ORDER BY number",
            (self._stream, after, before, person),
        ).fetchall()
        found: list[_Said] = []
        for writer, n, number, standing, column in rows:
            about = [body for body in readable_bodies(column) if _about(body, person)]
            word = any(body.kind == ADOPT.name and body.subject == person for body in about)
            lets_in = word and Standing(standing) not in _OUT
            found.append(_Said(writer, n, number, lets_in, frozenset(body.entity for body in about)))
        return found

    def strip(self, writer: int, n: int, through: int | None = None) -> None:
        """Take the bodies about people who went out of a commit that the hub has, up to a number if one is given."""
        if not self.anybody:
            return
        place = (self._stream, writer, n)
        found = self._connection.execute(
            "SELECT bodies FROM commits WHERE stream = ? AND writer = ? AND n = ? AND sent = 1"
            " AND (?4 IS NULL OR number <= ?4)",
            (*place, through),
        ).fetchone()
        if found is None:
            return
        bodies = unpack_bodies(found[0])
        left = tuple(None if raw is None or self._goes(raw) else raw for raw in bodies)
        if left != bodies:
            self._connection.execute(
                "UPDATE commits SET bodies = ? WHERE stream = ? AND writer = ? AND n = ?",
                (pack_bodies(left), *place),
            )
            # Nothing is left to review in it here: that is done where the person is.
            self._connection.execute("DELETE FROM saves WHERE stream = ? AND writer = ? AND n = ?", place)

    def drop_left(self, person: EntityId, folding: Folding) -> None:
        """Take out what unsent saves had left of somebody who went."""
        (number,) = self._connection.execute(
            "SELECT number FROM streams WHERE key = ?", (self._stream,)
        ).fetchone()
        self._drop(person, number, folding, set())

    def strip_unfolded(self) -> None:
        """Take the bodies about people who went out of what the hub has up to the cursor and no fold has here."""
        rows = self._connection.execute(
            "SELECT DISTINCT c.writer, c.n FROM commits AS c JOIN streams AS s ON s.key = c.stream"
            " LEFT JOIN commit_entities AS l ON l.stream = c.stream AND l.writer = c.writer AND l.n = c.n"
            " WHERE c.stream = ? AND c.sent = 1 AND c.number <= s.number AND NOT EXISTS"
            " (SELECT 1 FROM entities AS e WHERE e.entity = l.entity AND e.stream = l.stream)",
            (self._stream,),
        ).fetchall()
        for writer, n in rows:
            self.strip(writer, n)

    def _goes(self, raw: bytes) -> bool:
        try:
            return self.covers(read_body(raw))
        except LogError:
            return False

    def _went(self, person: EntityId) -> bool:
        if person not in self._gone:
            found = self._connection.execute(
                "SELECT 1 FROM went WHERE person = ? AND stream = ?", (person, self._stream)
            ).fetchone()
            self._gone[person] = found is not None
        return self._gone[person]

    def _drop(self, person: EntityId, number: int, folding: Folding, came: set[EntityId]) -> None:
        connection, stream = self._connection, self._stream
        rows = connection.execute(
            "SELECT entity FROM entities WHERE stream = ?1 AND entity = ?2 UNION"
            " SELECT entity FROM entities WHERE subject = ?2 AND stream = ?1",
            (stream, person),
        ).fetchall()
        commits: set[tuple[int, int]] = set()
        for entity in came | {EntityId(entity) for (entity,) in rows}:
            state = folding.state(entity)
            if state is None or state.kind == RETRACT.name or person not in {entity, state.subject}:
                continue
            folding.drop_entity(entity)
            commits |= self._commits_about(entity)
            connection.execute("DELETE FROM restated WHERE entity = ? AND stream = ?", (entity, stream))
        # What this program could not read, or a supervisor has to look at, is in no entity.
        held = connection.execute(
            "SELECT writer, n FROM commits WHERE standing > 1 AND stream = ?", (stream,)
        ).fetchall()
        for writer, n in commits | set(held):
            self.strip(writer, n, number)
        Evicted(connection, stream).forget_about(person)
        self._strip_set_aside()

    def _commits_about(self, entity: EntityId) -> set[tuple[int, int]]:
        rows = self._connection.execute(
            "SELECT writer, n FROM commit_entities WHERE entity = ? AND stream = ?", (entity, self._stream)
        ).fetchall()
        return {(writer, n) for writer, n in rows}

    def _strip_set_aside(self) -> None:
        rows = self._connection.execute(
            "SELECT stream, writer, n, hash, bodies FROM set_aside WHERE stream = ?", (self._stream,)
        ).fetchall()
        for *place, column in rows:
            bodies = unpack_bodies(column)
            left = tuple(None if raw is None or self._goes(raw) else raw for raw in bodies)
            if left != bodies:
                self._connection.execute(
                    "UPDATE set_aside SET bodies = ? WHERE stream = ? AND writer = ? AND n = ? AND hash = ?",
                    (pack_bodies(left), *place),
                )


def kinds_of_moves(bodies: Iterable[Body]) -> tuple[list[Body], list[Body]]:
    """Return the bodies by which somebody comes in (``adopt``), and those by which somebody goes (``retract``)."""
    said = list(bodies)
    return [one for one in said if one.kind == ADOPT.name], [one for one in said if one.kind == RETRACT.name]


def learn_went(connection: Connection, names: Names, index_key: bytes, stream: int) -> None:
    """Learn from a stream's snapshot who went from it: ``retract`` stands there, and no later ``adopt``.

    A retract takes the ``adopt`` before it out of the stream, so one that stands came after it.
    """
    rows = connection.execute(
        "SELECT r.subject, r.state FROM entities AS r WHERE r.kind = 'retract' AND r.stream = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM entities AS a WHERE a.subject = r.subject AND a.kind = 'adopt' AND a.stream = ?1)",
        (stream,),
    ).fetchall()
    connection.execute("DELETE FROM went WHERE stream = ?", (stream,))
    newest: dict[EntityId, tuple[int, str]] = {}
    for person, raw in rows:
        values = shown_values(decode_state(raw), lambda _: None)
        told = (value_of(values, "at", int, 0), value_of(values, "to", str, ""))
        newest[person] = max(told, newest.get(person, told))
    connection.executemany(
        "INSERT INTO went VALUES (?,?,?,?)",
        [(person, stream, team, at) for person, (at, team) in newest.items()],
    )
    if not newest:
        return
    moving = Moving(connection, names, stream)
    folding = Folding(connection, names, index_key, stream)
    for person in newest:
        moving.drop_left(person, folding)
    moving.strip_unfolded()
    folding.write()


def _about(body: Body, person: EntityId) -> bool:
    return person in {body.entity, body.subject} and body.kind != RETRACT.name
