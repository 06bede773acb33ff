# SPDX-License-Identifier: MIT
"""List rows of what came in a snapshot to a program that did not know its kind: it kept the state and had no list."""

from collections.abc import Iterable, Iterator
from typing import Final

from desktop.store.commit_rows import KnownCommits
from desktop.store.due_rows import DUE_KINDS
from desktop.store.flags import Mark
from desktop.store.names import Names
from desktop.store.projection import Projector
from desktop.store.shown_values import shown_values
from desktop.store.sqlcipher import Connection
from sync.log.state import decode_state
from sync.records.ids import EntityId

_Stored = tuple[EntityId, int, EntityId | None, int, bytes]
"""Entity, stream, subject, flags, state."""

LISTED_SINCE: Final = {3: ("attachment", "audit"), 4: ("group_event", "contact_lead", *DUE_KINDS)}
"""Schema → the kinds that have a list from then on."""


def add_late_rows(connection: Connection, names: Names, index_key: bytes, *, found: int) -> int:
    """Give the entities of kinds that are listed since schema ``found`` their rows; return how many were there.

    ``found`` is the schema that the notebook had; 0, a new one, has nothing. Within the migration's transaction.
    """
    kinds = [kind for schema, several in LISTED_SINCE.items() if 0 < found < schema for kind in several]
    return sum(_add(connection, names, index_key, kind) for kind in kinds)


def _add(connection: Connection, names: Names, index_key: bytes, kind: str) -> int:
    rows: list[_Stored] = connection.execute(
        "SELECT entity, stream, subject, flags, state FROM entities WHERE kind = ? ORDER BY entity, stream",
        (kind,),
    ).fetchall()
    projector = Projector(connection, index_key)
    for entity, stream, subject, state in _first_of_each(rows):
        values = shown_values(decode_state(state), KnownCommits(connection, names, stream).number)
        projector.change(kind, entity, stream, subject, None, values)
    projector.write()
    return len(rows)


def _first_of_each(rows: Iterable[_Stored]) -> Iterator[tuple[EntityId, int, EntityId | None, bytes]]:
    """Yield what lists show of each entity: not what is deleted, and of several streams the first."""
    shown: set[EntityId] = set()
    for entity, stream, subject, flags, state in rows:
        if entity not in shown and Mark(flags) & (Mark.DELETED | Mark.BESIDE_DELETION) != Mark.DELETED:
            shown.add(entity)
            yield entity, stream, subject, state
