# SPDX-License-Identifier: MIT
"""The keys of bodies, in SQL: a name, a wrapped secret, and nothing else."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, bindparam, delete, select

from sync.hub.store.engines import Engines
from sync.hub.store.schema import body_keys
from sync.hub.store.statements import insert_new

# Built once: to build it costs more than to run it.
_SECRETS = select(body_keys.c.key, body_keys.c.secret).where(
    body_keys.c.key.in_(bindparam("some", expanding=True))
)


class SqlKeyStore:
    """Fits ``contract.KeyStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def get(self, keys: Collection[bytes]) -> dict[bytes, bytes]:
        """Return the wrapped secrets of those keys that exist."""
        if not keys:
            return {}
        with self._engines.reading() as connection:
            return _get(connection, keys)

    def add(self, secrets: Mapping[bytes, bytes]) -> dict[bytes, bytes]:
        """Keep new wrapped secrets; return what is kept under each name (an earlier one wins)."""
        if not secrets:
            return {}
        rows = [{"key": key, "secret": secret} for key, secret in sorted(secrets.items())]
        with self._engines.writing() as connection:
            connection.execute(insert_new(connection, body_keys), rows)
            return _get(connection, secrets.keys())

    def is_empty(self) -> bool:
        """Return whether no secret at all is kept."""
        with self._engines.reading() as connection:
            return connection.execute(select(body_keys.c.key).limit(1)).one_or_none() is None

    def destroy(self, key: bytes) -> bool:
        """Forget a secret for ever; return whether there was one."""
        with self._engines.writing() as connection:
            return connection.execute(delete(body_keys).where(body_keys.c.key == key)).rowcount > 0

    def close(self) -> None:
        """Let go of all connections."""
        self._engines.close()


def _get(connection: Connection, keys: Collection[bytes]) -> dict[bytes, bytes]:
    rows = connection.execute(_SECRETS, {"some": list(keys)})
    return {row.key: row.secret for row in rows}
