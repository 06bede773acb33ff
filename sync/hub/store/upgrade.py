# SPDX-License-Identifier: MIT
"""Bring a database's schema up to date, in one transaction; a newer one is refused."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, text

from sync.hub.errors import StoreMismatch
from sync.hub.store.schema import KEY_SCHEMA

_FOLDER = Path(__file__).parent / "migrations"


def upgrade_main(engine: Engine) -> None:
    """Bring the main tables up to date; raises StoreMismatch when a newer program made them."""
    with engine.begin() as connection:
        _upgrade(connection, "main", schema=None)


def upgrade_keys(engine: Engine) -> None:
    """Bring the tables of body keys up to date; raises StoreMismatch when a newer program made them."""
    schema = None if engine.dialect.name == "sqlite" else KEY_SCHEMA
    with engine.begin() as connection:
        if schema is not None:
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))
        _upgrade(connection, "keys", schema=schema)


def _upgrade(connection: Connection, name: str, *, schema: str | None) -> None:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER / name).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["schema"] = schema
    here = MigrationContext.configure(
        connection, opts={"version_table_schema": schema}
    ).get_current_revision()
    if here == ScriptDirectory.from_config(config).get_current_head():
        return
    try:
        command.upgrade(config, "head")
    except CommandError as problem:
        raise StoreMismatch("made by a newer program") from problem
