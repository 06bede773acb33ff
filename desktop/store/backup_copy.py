# SPDX-License-Identifier: MIT
"""A copy of the whole notebook as one file, encrypted with the same key, read from end to end before it counts.

Every copy is marked as restored from its birth, so that no file beside it has to say so: whoever opens one
meets the hub first (``RESTORED``).
"""

import os
from pathlib import Path
from typing import Final

from desktop.store.audit import AuditChain
from desktop.store.errors import NotebookDamaged, NotebookTooNew
from desktop.store.meta import Meta
from desktop.store.migrations import SCHEMA, found_schema
from desktop.store.sqlcipher import Connection, connect, transaction

RESTORED: Final = "restored"
"""The notebook's own number that is 1 until a restored notebook has had a good round with the hub."""
_SIDE_FILES: Final = ("-wal", "-shm", "-journal")


def copy_notebook(source: Path, key: bytes, target: Path) -> None:
    """Write a copy of the notebook at ``source``, as it stands, to ``target``, over whatever is there.

    A connection of its own, so that a save goes on meanwhile. Raises DiskFull, NotebookDamaged, WrongKey.
    """
    connection = connect(source, key)
    try:
        vacuum_into(connection, target)
    finally:
        connection.close()


def vacuum_into(connection: Connection, target: Path) -> None:
    """Copy what this connection reads into ``target``; the key stays the same. Nothing is left of a copy that fails."""
    discard(target)
    # SQLite fills an empty file that is there, and so the copy has this mode and not the account's habit.
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    except BaseException:
        discard(target)
        raise


def check_copy(path: Path, key: bytes, *, audit_key: bytes) -> int:
    """Read every page of a copy and the audit's whole chain, mark it as restored, and return its schema.

    Raises NotebookDamaged, NotebookTooNew, WrongKey, DiskFull.
    """
    connection = connect(path, key)
    try:
        found = found_schema(connection)
        if found > SCHEMA:
            raise NotebookTooNew(found=found, known=SCHEMA)
        if found < 1 or connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            raise NotebookDamaged("page")
        AuditChain(connection, audit_key).verify()
        with transaction(connection):
            Meta(connection).set(RESTORED, 1)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    return found


def discard(path: Path) -> None:
    """Remove a copy and what SQLite keeps beside it, if it is there."""
    for name in (path.name, *(path.name + one for one in _SIDE_FILES)):
        path.with_name(name).unlink(missing_ok=True)
