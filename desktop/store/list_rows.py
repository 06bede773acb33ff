# SPDX-License-Identifier: MIT
"""The rows that lists and search have of some entities, made anew from the states: after damage, nothing is trusted."""

from collections.abc import Collection, Iterator
from typing import Final

from desktop.store.commit_rows import KnownCommits
from desktop.store.flags import Mark
from desktop.store.names import Names
from desktop.store.projection import Projector
from desktop.store.search_index import SearchIndex
from desktop.store.shown_values import shown_values
from desktop.store.sqlcipher import Connection
from sync.log.state import decode_state
from sync.records.ids import EntityId

_TABLES: Final = (
    "sessions", "visits", "tallies", "attendances", "reviews", "replies", "dues", "attachments", "group_events",
    "leads",
)  # fmt: skip
_HIDDEN: Final = int(Mark.DELETED)
_DELETION: Final = int(Mark.DELETED | Mark.BESIDE_DELETION)
_AT_ONCE: Final = 500


def forget_list_rows(connection: Connection, entities: Collection[EntityId]) -> None:
    """Take these entities out of every list and out of the search index, whatever they are listed as."""
    for some in _in_parts(entities):
        marks = ",".join("?" * len(some))
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table} WHERE entity IN ({marks})", some)  # noqa: S608 - our names
        # An event's time stands in its id, as ``projection`` has it.
        connection.executemany(
            "DELETE FROM audited WHERE at = ? AND entity = ?",
            [(int.from_bytes(one[:6]), one) for one in some],
        )
        search = SearchIndex(connection)
        people = connection.execute(
            f"SELECT id, words FROM people WHERE entity IN ({marks})",  # noqa: S608 - our names
            some,
        ).fetchall()
        for row, words in people:
            search.person(row, words, None)
        notes = connection.execute(
            f"SELECT id FROM notes WHERE entity IN ({marks})",  # noqa: S608 - our names
            some,
        ).fetchall()
        for (row,) in notes:
            search.note(row, None, existed=True)
        connection.execute(f"DELETE FROM people WHERE entity IN ({marks})", some)  # noqa: S608 - our names
        connection.execute(f"DELETE FROM notes WHERE entity IN ({marks})", some)  # noqa: S608 - our names
        search.write()


def add_list_rows(
    connection: Connection, names: Names, index_key: bytes, entities: Collection[EntityId]
) -> None:
    """List these entities, which are in no list now; of several streams the first shows."""
    for some in _in_parts(entities):
        projector = Projector(connection, index_key)
        marks = ",".join("?" * len(some))
        rows = connection.execute(
            f"SELECT entity, stream, kind, subject, flags, state FROM entities WHERE entity IN ({marks})"  # noqa: S608
            " ORDER BY entity, stream",
            some,
        ).fetchall()
        listed: set[bytes] = set()
        for entity, stream, kind, subject, flags, raw in rows:
            if entity in listed or flags & _DELETION == _HIDDEN:
                continue
            listed.add(entity)
            numbers = KnownCommits(connection, names, stream).number
            projector.change(kind, entity, stream, subject, None, shown_values(decode_state(raw), numbers))
        projector.write()


def _in_parts(entities: Collection[EntityId]) -> Iterator[list[EntityId]]:
    several = sorted(entities)
    for at in range(0, len(several), _AT_ONCE):
        yield several[at : at + _AT_ONCE]
