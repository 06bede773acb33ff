# SPDX-License-Identifier: MIT
"""Forward only: each step in one transaction, and the caller may keep a copy of what was before the first."""

import glob
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from desktop.store.errors import NotebookTooNew
from desktop.store.schema import (
    add_attachments_and_log,
    add_catalogue,
    add_moves_and_growth,
    create_tables,
)
from desktop.store.sqlcipher import Connection, transaction
from desktop.store.tables import Database, database

STEPS: Final[Mapping[int, Callable[[Database], None]]] = {
    1: create_tables,
    2: add_catalogue,
    3: add_attachments_and_log,
    4: add_moves_and_growth,
}
"""What brings a notebook to each schema from the one before."""
SCHEMA: Final = max(STEPS)
"""The newest schema that this program knows."""


def keep_nothing(_connection: Connection) -> None:
    """Keep no copy: of a notebook that is a copy itself, or is made up."""


def found_schema(connection: Connection) -> int:
    """Return the notebook's schema; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: Connection,
    path: Path,
    steps: Mapping[int, Callable[[Database], None]] = STEPS,
    *,
    keep: Callable[[Connection], object] = keep_nothing,
    late: Callable[[int], object] = lambda _found: None,
) -> int:
    """Bring the notebook to the newest schema and return the one it had.

    Raises NotebookTooNew for a later program's notebook; nothing is touched then. ``keep`` gets the connection
    while the notebook is still the old one; what it raises ends the migration before it began. Copies that an
    earlier program left beside the database go: nobody who is erased may stay in one.
    ``late`` gets the schema there was, when the tables are new and nothing is committed yet.
    """
    found, newest = found_schema(connection), max(steps)
    if found > newest:
        raise NotebookTooNew(found=found, known=newest)
    for old in path.parent.glob(f"{glob.escape(path.name)}.before-*"):
        old.unlink(missing_ok=True)
    if found == newest:
        return found
    if found:
        keep(connection)
    with transaction(connection):
        view = database(connection)
        for number in range(found + 1, newest + 1):
            steps[number](view)
            connection.execute(f"PRAGMA user_version = {number}")
        late(found)
    return found
