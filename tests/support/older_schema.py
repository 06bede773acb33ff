# SPDX-License-Identifier: MIT
"""A notebook as an older program left it: what later schemas added goes, what they took away comes back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.store.migrations import SCHEMA, STEPS
from desktop.store.sqlcipher import Connection, connect
from desktop.store.tables import database

_KEY = bytes(32)
_ASK = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', 'index')"


def added_since(schema: int) -> list[tuple[str, str]]:
    """Return (type, name) of what the schemas after this one have added, indexes before their tables."""
    return sorted(set(_made_by(SCHEMA)) - set(_made_by(schema)), key=lambda one: one[0])


def make_older(connection: Connection, schema: int) -> None:
    """Bring a notebook back to a schema: its tables and indexes, and the number that says so."""
    for sort, name in added_since(schema):
        connection.execute(f"DROP {sort.upper()} {name}")
    newest = _made_by(SCHEMA)
    for one, sql in _made_by(schema).items():
        if one not in newest:
            connection.execute(sql)
    connection.execute(f"PRAGMA user_version = {schema}")


def _made_by(schema: int) -> dict[tuple[str, str], str]:
    with TemporaryDirectory() as folder:
        scratch = connect(Path(folder, "scratch.db"), _KEY, create=True)
        try:
            view = database(scratch)
            for number in range(1, schema + 1):
                STEPS[number](view)
            return {(str(sort), str(name)): str(sql) for sort, name, sql in scratch.execute(_ASK)}
        finally:
            scratch.close()
