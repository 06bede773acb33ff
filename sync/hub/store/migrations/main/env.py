# SPDX-License-Identifier: MIT
"""Alembic's entry for the hub's main tables; the connection is given by ``store.upgrade``."""

from alembic import context

from sync.hub.store.schema import MAIN

context.configure(connection=context.config.attributes["connection"], target_metadata=MAIN)
with context.begin_transaction():
    context.run_migrations()
