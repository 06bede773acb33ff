# SPDX-License-Identifier: MIT
"""Which queries are to find their rows without reading a whole table, however large a city's notebook is.

SQLite uses a partial index only where a term of the query stands word for word in the index's own condition, alone or
as one of several joined with OR. ``kind IN (…)`` never did that: every list by kind read all entities.
"""

from typing import Final

from desktop.store.flags import MARKED
from desktop.store.tables import Database

LISTED_KINDS: Final = (
    "staff", "team", "service_point", "grant", "writer", "code_list",
    "erasure", "quarantine", "release", "merge", "message",
    "service", "service_note", "service_mark",
    "move", "adopt", "retract", "ruling", "handover", "settle_request", "notice", "seen",
)  # fmt: skip
"""Kinds of which all entities are asked for at once: a query names one as ``kind = '…'``, never as a parameter."""

_LISTED: Final = " OR ".join(f"kind = '{one}'" for one in LISTED_KINDS)
_INDEXES: Final = (
    f"CREATE INDEX entities_listed ON entities(kind, stream) WHERE {_LISTED}",
    f"CREATE INDEX entities_marked ON entities(stream, flags) WHERE {MARKED}",
    "CREATE INDEX people_responsible ON people(responsible, entity) WHERE responsible <> ''",
    # One for both: a save enters it once, and leaves it when the hub numbers it.
    "CREATE INDEX commits_open ON commits(stream, writer, n, sent, number) WHERE sent = 0 OR number IS NULL",
    "CREATE INDEX commit_entities_of ON commit_entities(stream, writer, n)",
    # What is listed under another name than its own, for when its rows are to be made anew.
    "CREATE INDEX visits_entity ON visits(entity)",
    "CREATE INDEX attendances_entity ON attendances(entity)",
    "CREATE INDEX saves_of ON saves(stream, writer, n)",
    "CREATE INDEX evicted_people ON evicted(stream, entity) WHERE kind = 'person'",
)
_REPLACED: Final = ("entities_kind", "entities_catalogue", "entities_flagged", "commits_unsent")


def add_indexes(database: Database) -> None:
    """Put these in the place of those that were never used, or held every row that came in a snapshot."""
    for name in _REPLACED:
        database.execute(f"DROP INDEX {name}")
    for statement in _INDEXES:
        database.execute(statement)
