# SPDX-License-Identifier: MIT
"""Bring a database's schema up to date, in one transaction; a newer one is refused."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, text

from sync.hub.errors import StoreEmpty, StoreMismatch
from sync.hub.store.schema import KEY_SCHEMA

_FOLDER = Path(__file__).parent / "migrations"


def upgrade_main(engine: Engine, *, new: bool = True) -> None:
    """Bring the main tables up to date, or make them where a ``new`` hub begins.

    Raises StoreMismatch when a newer program made them, StoreEmpty where there are none and none may be made.
    """
    with engine.begin() as connection:
        _upgrade(connection, "main", schema=None, new=new)


def upgrade_keys(engine: Engine, *, new: bool = True) -> None:
    """Bring the tables of body keys up to date, or make them; raises StoreMismatch and StoreEmpty likewise."""
    schema = None if engine.dialect.name == "sqlite" else KEY_SCHEMA
    with engine.begin() as connection:
        if schema is not None:
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))
        _upgrade(connection, "keys", schema=schema, new=new)


def _upgrade(connection: Connection, name: str, *, schema: str | None, new: bool) -> None:
    here = MigrationContext.configure(
        connection, opts={"version_table_schema": schema}
    ).get_current_revision()
    if here is None and not new:
        raise StoreEmpty(keys=name == "keys")
    if here == _newest(name):
        return
    config = _config(name)
    config.attributes["connection"] = connection
    config.attributes["schema"] = schema
    try:
        command.upgrade(config, "head")
    except CommandError as problem:
        raise StoreMismatch("made by a newer program") from problem


@cache
def _newest(name: str) -> str | None:
    """Return the newest revision that this program knows; its files are read once a process."""
    return ScriptDirectory.from_config(_config(name)).get_current_head()


def _config(name: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER / name).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
