# SPDX-License-Identifier: MIT
"""Alembic's entry for the tables of body keys; the connection is given by ``store.upgrade``."""

from alembic import context

from sync.hub.store.schema import KEYS

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=KEYS,
    version_table_schema=context.config.attributes["schema"],
)
with context.begin_transaction():
    context.run_migrations()
