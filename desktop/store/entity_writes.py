# SPDX-License-Identifier: MIT
"""The writes that an entity is folded from: those of its commits, what was restated, and a snapshot's state.

Nothing erased is among them: not what the hub has restated without values, nor what is kept unsent about a
subject that is erased, or about somebody who went to another team.
"""

from collections.abc import Iterable, Iterator

from desktop.store.commit_rows import readable_bodies
from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.codec import decode_value
from sync.log.commit import MARK_BYTES, Body, CommitId, FieldWrite
from sync.log.erasure import is_erased, restated
from sync.log.fold import Known, Write
from sync.log.state import EntityState, FieldState, decode_state
from sync.records.ids import EntityId
from sync.records.kinds import kind
from sync.records.transfers import RETRACT


def base_of(connection: Connection, stream: int, entity: EntityId) -> EntityState | None:
    """Return the state that a snapshot brought, where later writes have been folded onto it."""
    found = connection.execute(
        "SELECT state FROM bases WHERE entity = ? AND stream = ?", (entity, stream)
    ).fetchone()
    return None if found is None else decode_state(found[0])


def writes_to(connection: Connection, names: Names, stream: int, entity: EntityId) -> Iterator[Write]:
    """Yield the writes to an entity that belong to the fold, beside those that its base stands for."""
    rows = connection.execute(
        "SELECT value FROM restated WHERE entity = ? AND stream = ?", (entity, stream)
    ).fetchall()
    for (raw,) in rows:
        yield restated(decode_value(raw))
    marks = {bytes(mark) for (mark,) in connection.execute("SELECT mark FROM erased").fetchall()}
    rows = connection.execute(
        "SELECT c.writer, c.n, c.hash, c.bodies FROM commit_entities AS e CROSS JOIN commits AS c"
        " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
        " WHERE e.entity = ? AND e.stream = ? AND c.standing NOT IN (?, ?) ORDER BY e.writer, e.n",
        (entity, stream, int(Standing.QUARANTINED), int(Standing.REFUSED)),
    ).fetchall()
    for writer, n, digest, raw in rows:
        place = CommitId(names.writer_id(writer), n, bytes(digest[:MARK_BYTES]))
        for body in readable_bodies(raw):
            if body.entity != entity or kind(body.kind) is None:
                continue
            if not is_erased(entity=entity, subject=body.subject, marks=marks) and not _went(
                connection, stream, body
            ):
                yield Write(place, body)


def _went(connection: Connection, stream: int, body: Body) -> bool:
    """Whether a body is about somebody who is no longer in this stream."""
    if body.kind == RETRACT.name:
        return False
    found = connection.execute(
        "SELECT 1 FROM went WHERE stream = ? AND person IN (?, ?)", (stream, body.entity, body.subject)
    ).fetchone()
    return found is not None


def as_writes(state: EntityState, known: Known) -> Iterator[Write]:
    """Yield writes that fold to this state: one a head, and what the field has seen beside them."""
    grouped: dict[tuple[CommitId, CommitId | None, bool], dict[str, FieldWrite]] = {}
    for name, field in state.fields.items():
        seen = list(_seen(field, known))
        for head in field.heads:
            place = (head.id, head.origin, head.erased)
            grouped.setdefault(place, {})[name] = FieldWrite(head.value, seen)
            seen = []
    for (one, origin, erased), fields in grouped.items():
        body = Body(state.entity, fields, state.kind, b"", state.schema, state.subject, origin=origin)
        yield Write(one, body, erased)


def _seen(field: FieldState, known: Known) -> Iterable[CommitId]:
    yield from field.pending
    for writer, n in field.context.items():
        mark = known.mark(writer, n)
        if mark is not None:
            yield CommitId(writer, n, mark)
