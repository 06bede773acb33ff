# SPDX-License-Identifier: MIT
"""What a snapshot brought of a record, as one write: who made it and what it said, where its writes are not here.

A snapshot has values with their authors and without the moment of writing. So a record whose first write is not in
this notebook has one write before all others, by whom most of what it said stands.
"""

from collections import Counter

from desktop.store.commit_rows import KnownCommits
from desktop.store.entity_writes import base_of
from desktop.store.names import Names
from desktop.store.reads import NotebookReads
from desktop.store.shown_values import shown_values
from desktop.store.views import Author, FieldChange, WriteStanding, WriteView
from sync.log.commit import CommitId
from sync.log.state import EntityState, Head
from sync.records.ids import EntityId, StreamId


def began_elsewhere(reads: NotebookReads, entity: EntityId) -> bool:
    """Whether the beginning of a record that is here came inside a snapshot, so that earlier writes are not here."""
    found = reads.connection.execute(
        "SELECT EXISTS (SELECT 1 FROM bases WHERE entity = ?1)"
        " OR NOT EXISTS (SELECT 1 FROM commit_entities WHERE entity = ?1)"
        " WHERE EXISTS (SELECT 1 FROM entities WHERE entity = ?1)",
        (entity,),
    ).fetchone()
    return found is not None and bool(found[0])


def beginning_of(reads: NotebookReads, entity: EntityId) -> WriteView | None:
    """Return what a snapshot brought as one write with time 0; ``None`` where the first write itself is here."""
    stream = reads.entities.stream_of(entity) if began_elsewhere(reads, entity) else None
    names = Names(reads.connection)
    key = None if stream is None else names.known_stream(stream)
    if key is None:
        return None
    state = base_of(reads.connection, key, entity) or reads.entities.state(entity)
    made = None if state is None else _maker(state)
    if state is None or made is None:
        return None
    number = KnownCommits(reads.connection, names, key).number
    values = shown_values(state, number)
    return WriteView(
        id=made.id,
        author=reads.authors.behind(made.id.writer, made.origin),
        time=0,
        number=number(made.id),
        standing=WriteStanding.EFFECTIVE,
        changes=tuple(
            FieldChange(name=name, before=None, after=values[name])
            for name in sorted(values)
            if values[name] is not None
        ),
        here=False,
    )


def first_values(reads: NotebookReads, entity: EntityId, field: str) -> tuple[tuple[str, Author, Head], ...]:
    """Return what a snapshot brought of a field, or of the elements of a set: name, author and head of each value."""
    stream = reads.entities.stream_of(entity) if began_elsewhere(reads, entity) else None
    key = None if stream is None else Names(reads.connection).known_stream(stream)
    state = None if key is None else base_of(reads.connection, key, entity) or reads.entities.state(entity)
    return tuple(
        (name, reads.authors.behind(head.id.writer, head.origin), head)
        for name, its in ({} if state is None else state.fields).items()
        if name == field or name.startswith(f"{field}/")
        for head in its.heads
        if not head.erased
    )


def streams_about(reads: NotebookReads, person: EntityId) -> tuple[StreamId, ...]:
    """Return the streams in which something about a person lies, in order."""
    rows = reads.connection.execute(
        "SELECT DISTINCT s.name FROM entities AS e JOIN streams AS s ON s.key = e.stream"
        " WHERE e.subject = ? ORDER BY s.name",
        (person,),
    ).fetchall()
    return tuple(StreamId(name) for (name,) in rows)


def told_to_forget(reads: NotebookReads) -> int:
    """Return how many orders to forget this notebook has taken in: of subjects and of single writes."""
    found = reads.connection.execute(
        "SELECT (SELECT count(*) FROM erased) + (SELECT count(*) FROM restated)"
    ).fetchone()
    return int(found[0])


def _maker(state: EntityState) -> Head | None:
    """Return the head that stands for who made a record: of the write that most stands on, of equals the smallest."""
    found: dict[tuple[CommitId, CommitId | None], Head] = {}
    count: Counter[tuple[CommitId, CommitId | None]] = Counter()
    for field in state.fields.values():
        for head in field.heads:
            found.setdefault((head.id, head.origin), head)
            count[head.id, head.origin] += 1
    if not found:
        return None
    return found[min(found, key=lambda place: (-count[place], place[0].writer, place[0].n))]
