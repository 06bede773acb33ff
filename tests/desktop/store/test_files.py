# SPDX-License-Identifier: MIT
"""The file: other readers open it, later programs are not guessed at, earlier ones are brought forward."""

import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from store_world import KEY, NOON, TEAM, open_here, person, session

from desktop.store.backup_copy import vacuum_into
from desktop.store.errors import DiskFull, NotebookTooNew
from desktop.store.migrations import SCHEMA, STEPS, found_schema, migrate
from desktop.store.sqlcipher import PLAIN_MAGIC, Connection, connect
from desktop.store.tables import Database


def test_an_independent_reader_opens_the_same_file_with_the_key(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    store.save(TEAM, [person("Väinö", "Hämäläinen")], time_ms=NOON)
    store.close()
    other = apsw.Connection(str(path))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", f"x'{KEY.hex()}'")
    assert other.execute("SELECT name FROM people").fetchall() == [("Väinö Hämäläinen",)]
    assert other.execute("PRAGMA user_version").fetchall() == [(SCHEMA,)]
    other.close()


def test_a_notebook_of_a_later_program_is_refused_in_numbers_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    open_here(path).close()
    connection = connect(path, KEY)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 3}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotebookTooNew) as caught:
        open_here(path)
    assert (caught.value.found, caught.value.known) == (SCHEMA + 3, SCHEMA)
    assert path.read_bytes() == before


def _add_colour(database: Database) -> None:
    database.table("settings").add_column("colour", str)


def _fail(database: Database) -> None:
    database.table("settings").add_column("colour", str)
    database.execute("SELECT * FROM no_such_table")


def test_a_migration_lets_a_copy_be_made_of_what_was_and_takes_away_those_of_earlier_programs(
    tmp_path: Path,
) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    store.save(TEAM, [session()], time_ms=NOON)
    store.close()
    connection = connect(path, KEY)
    copy = tmp_path / "copy.db"
    path.with_name("notebook.db.before-2").write_bytes(b"left by an earlier program")
    steps = {**STEPS, SCHEMA + 1: _add_colour}
    assert migrate(connection, path, steps, keep=lambda one: vacuum_into(one, copy)) == SCHEMA
    assert list(tmp_path.glob("*.before-*")) == []
    assert found_schema(connection) == SCHEMA + 1
    assert "colour" in Database(connection)["settings"].columns_dict
    connection.close()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert not copy.read_bytes().startswith(PLAIN_MAGIC)
    old = connect(copy, KEY, read_only=True)
    assert found_schema(old) == SCHEMA
    assert old.execute("SELECT count(*) FROM commits").fetchone() == (1,)
    old.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    open_here(path).close()
    connection = connect(path, KEY)
    with pytest.raises(Exception, match="no_such_table"):
        migrate(connection, path, {**STEPS, SCHEMA + 1: _fail})
    assert found_schema(connection) == SCHEMA
    assert "colour" not in Database(connection)["settings"].columns_dict
    connection.close()


def test_a_migration_whose_copy_fails_does_not_begin(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    open_here(path).close()
    connection = connect(path, KEY)

    def full(_connection: Connection) -> None:
        raise DiskFull

    with pytest.raises(DiskFull):
        migrate(connection, path, {**STEPS, SCHEMA + 1: _add_colour}, keep=full)
    assert found_schema(connection) == SCHEMA
    connection.close()


def test_sqlite_utils_speaks_our_driver() -> None:
    code = (
        "import desktop.store.tables, sqlite_utils.utils, sqlcipher3.dbapi2 as ours;"
        "assert sqlite_utils.utils.sqlite3.Connection is ours.Connection"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    store = open_here(tmp_path / "notebook.db")
    with pytest.raises(Exception, match=r"readonly|attempt to write"):
        store.reads().connection.execute("DELETE FROM commits")
    store.close()
