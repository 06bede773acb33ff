# SPDX-License-Identifier: MIT
"""Forward only: each step in one transaction, with an encrypted copy of the notebook made first."""

import glob
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from desktop.store.errors import NotebookTooNew
from desktop.store.schema import add_attachments_and_log, add_catalogue, create_tables
from desktop.store.sqlcipher import Connection, transaction
from desktop.store.tables import Database, database

STEPS: Final[Mapping[int, Callable[[Database], None]]] = {
    1: create_tables,
    2: add_catalogue,
    3: add_attachments_and_log,
}
"""What brings a notebook to each schema from the one before."""
SCHEMA: Final = max(STEPS)
"""The newest schema that this program knows."""


def found_schema(connection: Connection) -> int:
    """Return the notebook's schema; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: Connection,
    path: Path,
    steps: Mapping[int, Callable[[Database], None]] = STEPS,
    *,
    late: Callable[[int], object] = lambda _found: None,
) -> int:
    """Bring the notebook to the newest schema and return the one it had.

    Raises NotebookTooNew for a later program's notebook; nothing is touched then. The copy beside the
    database (``<name>.before-<schema>``) is encrypted with the same key, since VACUUM INTO keeps it.
    It goes when the notebook is next opened in its new form: nobody who is erased later may stay in a copy.
    ``late`` gets the schema there was, when the tables are new and nothing is committed yet.
    """
    found, newest = found_schema(connection), max(steps)
    if found > newest:
        raise NotebookTooNew(found=found, known=newest)
    if found == newest:
        for old in path.parent.glob(f"{glob.escape(path.name)}.before-*"):
            old.unlink(missing_ok=True)
        return found
    if found:
        copy = path.with_name(f"{path.name}.before-{newest}")
        copy.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(copy),))
    with transaction(connection):
        view = database(connection)
        for number in range(found + 1, newest + 1):
            steps[number](view)
            connection.execute(f"PRAGMA user_version = {number}")
        late(found)
    return found
