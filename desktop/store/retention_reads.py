# SPDX-License-Identifier: MIT
"""Whom retention looks at: people and sessions page by page, with what decides how long they stay."""

from collections.abc import Iterable, Sequence

from desktop.store.entity_writes import base_of, writes_to
from desktop.store.eviction import HeldRow
from desktop.store.flags import MARKED, Mark
from desktop.store.names import Names
from desktop.store.shown_values import shown_values
from desktop.store.sqlcipher import Connection
from sync.log.state import decode_state
from sync.records.ids import EntityId, StaffId, StreamId, WriterId


def people_after(connection: Connection, row: int, most: int) -> list[tuple[int, EntityId]]:
    """Return (row, person) of the people that lists show, above a row."""
    rows = connection.execute(
        "SELECT id, entity FROM people WHERE id > ? ORDER BY id LIMIT ?", (row, most)
    ).fetchall()
    return [(int(at), EntityId(entity)) for at, entity in rows]


def numbers_of(connection: Connection) -> list[tuple[int, StreamId, int]]:
    """Return (key, name, hub number) of every stream."""
    rows = connection.execute("SELECT key, name, number FROM streams").fetchall()
    return [(int(key), StreamId(name), int(number)) for key, name, number in rows]


def deleted_people(connection: Connection) -> list[EntityId]:
    """Return the people who are cleanly deleted: no list shows them."""
    return _deleted(connection, "person")


def _deleted(connection: Connection, kind: str) -> list[EntityId]:
    rows = connection.execute(
        f"SELECT entity FROM entities INDEXED BY entities_marked WHERE {MARKED}"  # noqa: S608 - our words
        " AND flags & ? AND kind = ?",
        (int(Mark.DELETED), kind),
    ).fetchall()
    return [EntityId(entity) for (entity,) in rows]


def sessions_before(connection: Connection, starts: int) -> list[EntityId]:
    """Return the sessions that began before a time."""
    rows = connection.execute("SELECT entity FROM sessions WHERE starts < ?", (starts,)).fetchall()
    return [EntityId(entity) for (entity,) in rows]


def of_session(connection: Connection, session: EntityId) -> list[EntityId] | None:
    """Return a session with its visits, groups and heads; ``None`` while a visit is somebody's who is held here."""
    visits = connection.execute("SELECT entity FROM visits WHERE session = ?", (session,)).fetchall()
    for (visit,) in visits:
        if connection.execute("SELECT 1 FROM attendances WHERE visit = ? LIMIT 1", (visit,)).fetchone():
            return None
    tallies = connection.execute("SELECT entity FROM tallies WHERE session = ?", (session,)).fetchall()
    groups = connection.execute("SELECT entity FROM group_events WHERE session = ?", (session,)).fetchall()
    return [session, *(EntityId(entity) for (entity,) in (*visits, *tallies, *groups))]


def leads_over(connection: Connection, *, today: str, oldest: int) -> list[EntityId]:
    """Return the permissions to contact that have run out, were taken off, or were given before ``oldest`` (ms).

    ``today`` is a day (``YYYY-MM-DD``) on which a permission until then still holds.
    """
    rows = connection.execute(
        "SELECT l.entity, l.expires, e.state FROM leads AS l JOIN entities AS e"
        " ON e.entity = l.entity AND e.stream = l.stream"
    ).fetchall()
    over = [entity for entity, expires, state in rows if expires < today or _permitted(state) < oldest]
    return [EntityId(entity) for entity in over] + _deleted(connection, "contact_lead")


def _permitted(state: bytes) -> int:
    at = shown_values(decode_state(state), lambda _: 0).get("permitted")
    return at if isinstance(at, int) and not isinstance(at, bool) else 0


def responsible_of(rows: Iterable[HeldRow]) -> set[str]:
    """Return who is responsible for the people among these rows: of several values, each."""
    people = [decode_state(row.raw) for row in rows if row.kind == "person"]
    fields = [person.fields["responsible"] for person in people if "responsible" in person.fields]
    return {str(head.value) for field in fields for head in field.heads if head.value}


def handed_on_at(connection: Connection, names: Names, rows: Iterable[HeldRow], me: StaffId) -> int | None:
    """Return when somebody else became responsible after ``me`` (ms); ``None`` where that is not known here."""
    for row in rows:
        if row.kind != "person":
            continue
        base = base_of(connection, row.stream, row.entity)
        was = base is not None and shown_values(base, lambda _: 0).get("responsible") == me
        last = None
        for write in writes_to(connection, names, row.stream, row.entity):
            said = write.body.fields.get("responsible")
            if said is None:
                continue
            was = was or said.value == me
            found = connection.execute(
                "SELECT time FROM commits WHERE stream = ? AND writer = ? AND n = ?",
                (row.stream, names.known_writer(write.id.writer), write.id.n),
            ).fetchone()
            if found is not None and said.value != me:
                last = max(last or 0, int(found[0]))
        if was and last is not None:
            return last
    return None


def last_own_save(connection: Connection, names: Names, stream: int, writers: Iterable[WriterId]) -> int:
    """Return when one of these writers last saved in a stream (ms), 0 for never."""
    found = [
        connection.execute(
            "SELECT time FROM commits WHERE stream = ? AND writer = ? ORDER BY n DESC LIMIT 1",
            (stream, names.known_writer(writer)),
        ).fetchone()
        for writer in writers
    ]
    return max((int(one[0]) for one in found if one is not None), default=0)


def under_review(connection: Connection, names: Names, rows: Iterable[HeldRow], *, reviewer: bool) -> bool:
    """Whether a save about these waits for an answer, or, for who reviews, for a first word."""
    for row in rows:
        saves = connection.execute(
            "SELECT s.writer, s.n FROM commit_entities AS e JOIN saves AS s ON s.stream = e.stream"
            " AND s.time = (SELECT time FROM commits AS c WHERE c.stream = e.stream AND c.writer = e.writer"
            " AND c.n = e.n) AND s.writer = e.writer AND s.n = e.n WHERE e.entity = ? AND e.stream = ?",
            (row.entity, row.stream),
        ).fetchall()
        for writer, n in saves:
            said = connection.execute(
                "SELECT verdict FROM reviews WHERE stream = ? AND writer = ? AND n = ?"
                " ORDER BY at DESC, entity DESC LIMIT 1",
                (row.stream, names.writer_id(writer), n),
            ).fetchone()
            if (said is None and reviewer) or (said is not None and said[0] != "approved"):
                return True
    return False


def was_fetched(connection: Connection, people: Iterable[EntityId], since: int) -> bool:
    """Whether one of these was fetched again at ``since`` or later."""
    return any(
        connection.execute("SELECT 1 FROM fetched WHERE person = ? AND at >= ?", (one, since)).fetchone()
        for one in people
    )


def away_people(connection: Connection, streams: Sequence[StreamId] | None = None) -> list[EntityId]:
    """Return the people whom retention put out, of some streams or of all."""
    rows = connection.execute(
        "SELECT DISTINCT v.entity, s.name FROM evicted AS v INDEXED BY evicted_people"
        " JOIN streams AS s ON s.key = v.stream WHERE v.kind = 'person'"
    ).fetchall()
    return [EntityId(entity) for entity, name in rows if streams is None or name in streams]


def away_from(connection: Connection, person: EntityId) -> list[StreamId]:
    """Return the streams that retention put a person out of, who is not here again."""
    rows = connection.execute(
        "SELECT s.name FROM evicted AS v JOIN streams AS s ON s.key = v.stream"
        " WHERE v.entity = ? AND v.kind = 'person'",
        (person,),
    ).fetchall()
    return [StreamId(name) for (name,) in rows]


def is_away(connection: Connection, person: EntityId) -> bool:
    """Whether retention put a person out who is not here again."""
    return bool(away_from(connection, person))


def is_wanted(connection: Connection) -> bool:
    """Whether anything is asked for that has not come."""
    return connection.execute("SELECT 1 FROM evicted WHERE wanted = 1 LIMIT 1").fetchone() is not None
