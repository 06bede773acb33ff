# SPDX-License-Identifier: MIT
"""A copy of a SQLite database while it is in use: one moment of it, whole, in one file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sync.hub.errors import StoreFailed


def copy_sqlite(database: Path, into: Path) -> None:
    """Write what the database holds at one moment into a new file; raises StoreFailed."""
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("VACUUM INTO ?", (str(into),))
    except sqlite3.Error as problem:
        raise StoreFailed(type(problem).__name__) from problem


def is_sound_sqlite(database: Path) -> bool:
    """Return whether every page of a database file can be read and fits the others; the file is not changed."""
    try:
        address = f"{database.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False
