# SPDX-License-Identifier: MIT
"""A narrow row per entity for lists, kept by kind; derived from the fold and never written otherwise."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from desktop.store.due_rows import DUE_KINDS, due_row
from desktop.store.search_index import SearchIndex, blind
from desktop.store.shown_values import MOST, part, value_of
from desktop.store.sqlcipher import Connection
from sync.records.attachments import DIGEST_BYTES
from sync.records.ids import ID_BYTES, EntityId

Values = dict[str, Any]
Row = tuple[Any, ...]


def _session(entity: EntityId, stream: int, values: Values) -> Row:
    return (
        entity, stream, value_of(values, "starts", int, 0), part(values, "state", "status", str, ""),
        part(values, "place", "name", str, ""),
    )  # fmt: skip


def _visit(entity: EntityId, stream: int, values: Values) -> Row | None:
    session = value_of(values, "session", bytes, b"")
    return (session, value_of(values, "at", int, 0), entity, stream) if len(session) == ID_BYTES else None


def _tally(entity: EntityId, _stream: int, values: Values) -> Row | None:
    session = value_of(values, "session", bytes, b"")
    if len(session) != ID_BYTES:
        return None
    return (session, value_of(values, "at", int, 0), entity, value_of(values, "heads", int, 0))


def _group_event(entity: EntityId, stream: int, values: Values) -> Row | None:
    session = value_of(values, "session", bytes, b"")
    if len(session) != ID_BYTES:
        return None
    return (session, value_of(values, "at", int, 0), entity, stream, value_of(values, "size", int, 0))


def _lead(entity: EntityId, stream: int, values: Values) -> Row:
    """One without a day has run out long ago."""
    return (value_of(values, "expires", str, ""), entity, stream)


def _attendance(entity: EntityId, _stream: int, values: Values, subject: EntityId | None) -> Row | None:
    visit = value_of(values, "visit", bytes, b"")
    if subject is None or len(visit) != ID_BYTES:
        return None
    return (subject, value_of(values, "at", int, 0), entity, visit)


def _attachment(entity: EntityId, stream: int, values: Values, subject: EntityId | None) -> Row | None:
    blob, holder = part(values, "blob", "id", bytes, b""), value_of(values, "on", bytes, b"")
    if subject is None or len(blob) != DIGEST_BYTES or len(holder) != ID_BYTES:
        return None
    sealed = part(values, "blob", "sealed", int, 0)
    return (subject, value_of(values, "at", int, 0), entity, stream, holder, blob, sealed)


def _audited(entity: EntityId, stream: int, values: Values) -> Row:
    """The event's time stands in its id (``notebook._audit_entity``): the event itself has none."""
    target = part(values, "event", "target", dict, {}).get("id", "")
    actor = part(values, "event", "actor", dict, {}).get("user_id", "")
    return (
        int.from_bytes(entity[:6]), entity, stream, value_of(values, "seq", int, 0),
        actor if isinstance(actor, str) else "", part(values, "event", "operation", str, ""), _hex(target),
    )  # fmt: skip


def _hex(text: object) -> bytes:
    try:
        return bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        return b""


def _review(entity: EntityId, stream: int, values: Values) -> Row | None:
    match part(values, "verdict", "save", list, []):
        case [bytes() as writer, int() as n, bytes()] if 0 < n <= MOST:
            return (
                entity, stream, part(values, "verdict", "verdict", str, ""),
                part(values, "verdict", "at", int, 0), writer, n,
            )  # fmt: skip
        case _:
            return None


def _reply(entity: EntityId, _stream: int, values: Values) -> Row | None:
    review = value_of(values, "review", bytes, b"")
    return (review, value_of(values, "at", int, 0), entity) if len(review) == ID_BYTES else None


_PLAIN: Final[Mapping[str, tuple[str, Callable[[EntityId, int, Values], Row | None], tuple[int, ...]]]] = {
    "session": ("sessions", _session, (0,)),
    "visit": ("visits", _visit, (0, 1, 2)),
    "tally": ("tallies", _tally, (0, 1, 2)),
    "review": ("reviews", _review, (0,)),
    "reply": ("replies", _reply, (0, 1, 2)),
    "audit": ("audited", _audited, (0, 1)),
    "group_event": ("group_events", _group_event, (0, 1, 2)),
    "contact_lead": ("leads", _lead, (0, 1)),
}
"""Kind → table, the row of an entity, and which of its columns are the primary key."""

_SQL: Final[Mapping[str, tuple[str, str]]] = {
    "sessions": ("DELETE FROM sessions WHERE entity=?", "INSERT INTO sessions VALUES (?,?,?,?,?)"),
    "visits": (
        "DELETE FROM visits WHERE session=? AND at=? AND entity=?",
        "INSERT INTO visits VALUES (?,?,?,?)",
    ),
    "tallies": (
        "DELETE FROM tallies WHERE session=? AND at=? AND entity=?",
        "INSERT INTO tallies VALUES (?,?,?,?)",
    ),
    "group_events": (
        "DELETE FROM group_events WHERE session=? AND at=? AND entity=?",
        "INSERT INTO group_events VALUES (?,?,?,?,?)",
    ),
    "leads": ("DELETE FROM leads WHERE expires=? AND entity=?", "INSERT INTO leads VALUES (?,?,?)"),
    "reviews": ("DELETE FROM reviews WHERE entity=?", "INSERT INTO reviews VALUES (?,?,?,?,?,?)"),
    "replies": (
        "DELETE FROM replies WHERE review=? AND at=? AND entity=?",
        "INSERT INTO replies VALUES (?,?,?)",
    ),
    "attendances": (
        "DELETE FROM attendances WHERE person=? AND at=? AND entity=?",
        "INSERT INTO attendances VALUES (?,?,?,?)",
    ),
    "dues": (
        "DELETE FROM dues WHERE owner=? AND due=? AND entity=?",
        "INSERT INTO dues VALUES (?,?,?,?,?,?)",
    ),
    "attachments": (
        "DELETE FROM attachments WHERE person=? AND at=? AND entity=?",
        "INSERT INTO attachments VALUES (?,?,?,?,?,?,?)",
    ),
    "audited": (
        "DELETE FROM audited WHERE at=? AND entity=?",
        "INSERT INTO audited VALUES (?,?,?,?,?,?,?)",
    ),
}

_ABOUT: Final[Mapping[str, tuple[str, Callable[[EntityId, int, Values, EntityId | None], Row | None]]]] = {
    "attendance": ("attendances", _attendance),
    "attachment": ("attachments", _attachment),
    **{kind: ("dues", partial(due_row, kind)) for kind in DUE_KINDS},
}
"""Kinds whose row names the person; the first three columns are the primary key."""

_MIDDLE: Final = 2**31
"""Where the rows of a first snapshot begin: there is room for older ones below."""
_PERSON_TEXTS: Final = ("hetu", "known_as", "phone", "birth_date", "responsible")
_NEW_PERSON: Final = "INSERT INTO people VALUES (?,?,?,?,?,?,?,?,?,?,?)"
_PERSON: Final = """UPDATE people SET stream = ?3, name = ?4, known_as = ?5, phone = ?6, birth_date = ?7,
    hetu = ?8, protected = ?9, responsible = ?10, words = ?11 WHERE id = ?1"""


class Projector:
    """Gathers the rows of a batch. Values are what is shown now and before; ``None`` for not in lists."""

    def __init__(self, connection: Connection, index_key: bytes, *, older: int = 0) -> None:
        """``older``: at most so many new rows, all older than what is here, as a snapshot brings them."""
        self._connection = connection
        self._index_key = index_key
        self._older = older
        self._search = SearchIndex(connection)
        self._gone: dict[str, list[Row]] = {}
        self._new: dict[str, list[Row]] = {}
        self._people: list[Row] = []
        self._new_people: list[Row] = []
        self._next: dict[str, int] = {}

    def change(
        self, kind: str, entity: EntityId, stream: int, subject: EntityId | None,
        before: Values | None, after: Values | None,
    ) -> None:  # fmt: skip
        """Bring one entity's rows from what was shown to what is shown now."""
        if kind == "person":
            self._person(entity, stream, before, after)
        elif kind == "note":
            self._note(entity, subject, before, after)
        elif kind in _ABOUT:
            table, about = _ABOUT[kind]
            self._move(
                table, (0, 1, 2),
                None if before is None else about(entity, stream, before, subject),
                None if after is None else about(entity, stream, after, subject),
            )  # fmt: skip
        elif kind in _PLAIN:
            table, row, key = _PLAIN[kind]
            self._move(
                table, key,
                None if before is None else row(entity, stream, before),
                None if after is None else row(entity, stream, after),
            )  # fmt: skip

    def write(self) -> None:
        """Write the gathered rows: what went before what came, in order of the keys."""
        for table, rows in self._gone.items():
            self._connection.executemany(_SQL[table][0], rows)
        for table, rows in self._new.items():
            self._connection.executemany(_SQL[table][1], rows)
        if self._new_people:
            self._connection.executemany(_NEW_PERSON, self._new_people)
        if self._people:
            self._connection.executemany(_PERSON, self._people)
        self._search.write()

    def _move(self, table: str, key: tuple[int, ...], before: Row | None, after: Row | None) -> None:
        if before == after:
            return
        if before is not None:
            self._gone.setdefault(table, []).append(tuple(before[at] for at in key))
        if after is not None:
            self._new.setdefault(table, []).append(after)

    def _person(self, entity: EntityId, stream: int, before: Values | None, after: Values | None) -> None:
        found = (
            self._connection.execute("SELECT id, words FROM people WHERE entity = ?", (entity,)).fetchone()
            if before is not None
            else None
        )
        if after is None:
            if found is not None:
                self._connection.execute("DELETE FROM people WHERE id = ?", (found[0],))
                self._search.person(found[0], found[1], None)
            return
        row = int(found[0]) if found is not None else self._next_row("people")
        words = self._search.person(row, found[1] if found is not None else None, after)
        group = after.get("name")
        names = (group.get("first"), group.get("last")) if isinstance(group, dict) else ()
        name = " ".join([one for one in names if one and isinstance(one, str)]).strip()
        hetu, known_as, phone, birth_date, responsible = [
            value if isinstance(value, str) else "" for value in map(after.get, _PERSON_TEXTS)
        ]
        (self._people if found is not None else self._new_people).append((
            row, entity, stream, name, known_as, phone, birth_date,
            blind(self._index_key, hetu) if hetu else None, int(after.get("protected") is True),
            responsible, words,
        ))  # fmt: skip

    def _note(
        self, entity: EntityId, subject: EntityId | None, before: Values | None, after: Values | None
    ) -> None:
        found = (
            self._connection.execute("SELECT id FROM notes WHERE entity = ?", (entity,)).fetchone()
            if before is not None
            else None
        )
        text = value_of(after, "text", str, "") if after is not None and subject is not None else None
        if text is None:
            if found is not None:
                self._connection.execute("DELETE FROM notes WHERE id = ?", (found[0],))
                self._search.note(found[0], None, existed=True)
            return
        at = value_of(after or {}, "at", int, 0)
        if found is None:
            row = self._next_row("notes")
            self._connection.execute("INSERT INTO notes VALUES (?,?,?,?)", (row, entity, subject, at))
        else:
            row = int(found[0])
            self._connection.execute("UPDATE notes SET at = ? WHERE id = ?", (at, row))
        changed = before is None or value_of(before, "text", str, "") != text
        if changed or found is None:
            self._search.note(row, text, existed=found is not None)

    def _next_row(self, table: str) -> int:
        if table not in self._next:
            # Lists and searches show the highest number first; a snapshot brings the newest first.
            edge = f"min(id), {_MIDDLE}" if self._older else "max(id), 0"
            sql = f"SELECT coalesce({edge}) FROM {table}"  # noqa: S608 - our names
            self._next[table] = int(self._connection.execute(sql).fetchone()[0]) - self._older - 1
            self._next[table] += not self._older
        self._next[table] += 1
        return self._next[table]
