# SPDX-License-Identifier: MIT
"""Holding a notebook's own chains against themselves, over any connection: what a page put back would break."""

from typing import Final

from desktop.store.audit import FIRST, AuditChain
from desktop.store.errors import NotebookDamaged
from desktop.store.pacing import in_slices
from desktop.store.recount import digest_of
from desktop.store.sqlcipher import Connection
from sync.log.commit import commit_hash
from sync.log.digest import EMPTY, xor
from sync.records.ids import WriterId

ChainEnd = tuple[int, bytes]
"""Number and hash of the newest event of the access log."""
START: Final[ChainEnd] = (0, FIRST)


def check_log(connection: Connection, audit_key: bytes, after: ChainEnd = START) -> ChainEnd:
    """Check the access log above ``after`` and return where it ends; raises NotebookDamaged ("audit chain")."""
    return AuditChain(connection, audit_key).verify(after)


def check_commits(connection: Connection, writer: WriterId) -> int:
    """Check the writer's own commits and return how many there are; raises NotebookDamaged ("commit chain").

    A snapshot may have stood for the first ones of a stream, so a chain may begin later than at 1. Of a stream that
    was purged and is coming back, what stood before the kept end may be here in part.
    """
    ends = {
        stream: int(n)
        for stream, n in connection.execute(
            "SELECT t.stream, t.n FROM tips AS t JOIN writers AS w ON w.key = t.writer WHERE w.writer = ?",
            (writer,),
        )
    }
    rows = connection.execute(
        "SELECT c.stream, c.n, c.hash, c.header FROM streams AS s CROSS JOIN commits AS c ON c.stream = s.key"
        " WHERE c.writer = (SELECT key FROM writers WHERE writer = ?) ORDER BY s.key, c.n",
        (writer,),
    )
    count = 0
    last: dict[int, int] = {}
    for stream, n, digest, header in in_slices(rows):
        goes_on = stream not in last or last[stream] + 1 == n or ends.get(stream) == n - 1
        if commit_hash(header) != digest or not goes_on:
            raise NotebookDamaged("commit chain")
        last[stream] = n
        count += 1
    return count


def check_fold(connection: Connection) -> int:
    """Check that every stream folds to the digest it has, and return how many entities were looked at.

    The digest is kept up with each change, so a state from an older page (a consent that was withdrawn, say)
    does not fit it. Raises NotebookDamaged ("fold").
    """
    kept = {key: bytes(digest) for key, digest in connection.execute("SELECT key, digest FROM streams")}
    found = dict.fromkeys(kept, EMPTY)
    count = 0
    for stream, raw in in_slices(connection.execute("SELECT stream, state FROM entities")):
        found[stream] = xor(found.get(stream, EMPTY), digest_of(raw)[1])
        count += 1
    for stream, share in in_slices(connection.execute("SELECT stream, digest FROM evicted")):
        found[stream] = xor(found.get(stream, EMPTY), bytes(share))
    if found != kept:
        raise NotebookDamaged("fold")
    return count


def check_pages(connection: Connection) -> None:
    """Read every page of the file and check its code (1.1 s for 127 MB); raises NotebookDamaged ("page")."""
    found = connection.execute("PRAGMA cipher_integrity_check").fetchone()
    if found is not None:
        raise NotebookDamaged("page")
