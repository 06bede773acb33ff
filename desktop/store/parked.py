# SPDX-License-Identifier: MIT
"""What an older program could not read is folded once a newer one opens the notebook."""

from desktop.store.commit_rows import Arrived, arrived, unpack_bodies
from desktop.store.flags import Standing
from desktop.store.folding import Folding
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection, transaction
from sync.log.commit import SignedCommit
from sync.log.errors import BodyChanged


def take_up_parked(connection: Connection, names: Names, index_key: bytes) -> int:
    """Fold every parked commit whose kinds are known by now; return how many."""
    rows = connection.execute(
        "SELECT stream, writer, n, header, signature, bodies FROM commits"
        " WHERE standing > 1 AND standing = ? ORDER BY stream, writer, n",
        (int(Standing.PARKED),),
    ).fetchall()
    ready = [
        (stream, writer, one)
        for stream, writer, _n, header, signature, raw in rows
        if (one := _read(SignedCommit(header, signature, unpack_bodies(raw)))) is not None
        and one.standing
        is not Standing.PARKED  # without a body that was erased meanwhile it still says the rest
    ]
    if not ready:
        return 0
    with transaction(connection):
        for stream in sorted({stream for stream, _, _ in ready}):
            folding = Folding(connection, names, index_key, stream)
            for its_stream, writer, one in ready:
                if its_stream == stream:
                    folding.take(one, writer)
                    connection.execute(
                        "UPDATE commits SET standing = ? WHERE stream = ? AND writer = ? AND n = ?",
                        (int(Standing.FOLDED), stream, writer, one.header.n),
                    )
            folding.write()
    return len(ready)


def _read(commit: SignedCommit) -> Arrived | None:
    """Return a commit decoded; ``None`` where its bodies are not those signed: it stays parked and listed."""
    try:
        return arrived(commit)
    except BodyChanged:
        return None
