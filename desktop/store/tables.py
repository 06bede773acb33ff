# SPDX-License-Identifier: MIT
"""sqlite-utils over the one encrypted connection: for schema, migrations and administration only.

A save and the fold use ``execute`` (69 µs against 4 for an insert). The driver's alias must be in place
before sqlite-utils is imported, hence the order.
"""

# isort: off
from desktop.store.sqlcipher import Connection
from sqlite_utils import Database  # needs the alias that the line above has registered
# isort: on

__all__ = ["Database", "database"]


def database(connection: Connection) -> Database:
    """Return sqlite-utils' view of this connection; it opens nothing by itself."""
    return Database(connection)
