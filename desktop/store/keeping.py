# SPDX-License-Identifier: MIT
"""What holds a record on this laptop, whatever its age, and when it was last touched.

A commit's time is its author's clock. So that no clock makes a record old, a time that is ahead of the hub's counts for
nothing, and the numbers of the hub count beside it: by when a number was here is noted as the notebook is used.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from desktop.store.blobs import BlobState
from desktop.store.commit_rows import readable_bodies
from desktop.store.draft_rows import drafts_about
from desktop.store.eviction import HeldRow
from desktop.store.flags import Mark, Standing
from desktop.store.shown_values import part, shown_values
from desktop.store.sqlcipher import Connection
from sync.log.state import decode_state
from sync.records.ids import EntityId

AHEAD_MS: Final = 2 * 86_400_000
"""A time further ahead of the hub's than this is a wrong clock's."""
_HELD: Final = int(Mark.CONFLICT | Mark.BESIDE_DELETION | Mark.SEVERAL | Mark.WAITING | Mark.TO_COME)
_SETTLED: Final = (int(Standing.FOLDED), int(Standing.HUB_PARKED), int(Standing.STRIPPED))
_NOT_DELIVERED: Final = (int(BlobState.UNSENT), int(BlobState.LOST))
_TIMED_VERSION: Final = 7
"""UUIDs of this version begin with the milliseconds of their making (RFC 9562)."""

Passed = Mapping[int, Sequence[tuple[int, int]]]
"""Stream key → (hub number, hub's time by which it was here), ascending."""


def is_held(connection: Connection, rows: Sequence[HeldRow]) -> bool:
    """Whether anything of these rows must stay: unsent, held back, in conflict, due, half delivered, or in a draft."""
    return (
        any(row.flags & _HELD for row in rows)
        or any(map(_is_open_task, rows))
        or any(_waits_for_the_hub(connection, row) for row in rows)
        or any(_file_waits(connection, row) for row in rows)
        or bool(drafts_about(connection, {row.entity for row in rows}))
        or _is_set_aside(connection, rows)
        or any(_still_loading(connection, stream) for stream in {row.stream for row in rows})
    )


def touched(connection: Connection, rows: Sequence[HeldRow], passed: Passed, *, now: int) -> int:
    """Return when these rows were last touched, in the hub's ms; ``now`` is the hub's time.

    What a snapshot brought has no commits here: it is as old as its ids and its own dates say.
    """
    newest = 0
    for row in rows:
        times = [_made(row.entity)]
        times.append(_at(row))
        numbers = connection.execute(
            "SELECT c.time, c.number FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE e.entity = ? AND e.stream = ?",
            (row.entity, row.stream),
        ).fetchall()
        for time, number in numbers:
            times += [time, _here_by(passed.get(row.stream, ()), number)]
        newest = max([newest, *(time for time in times if time <= now + AHEAD_MS)])
    return newest


def _here_by(marks: Sequence[tuple[int, int]], number: int | None) -> int:
    """Return by when a number was here; 0 for what was here before the first mark."""
    if number is None or not marks or number <= marks[0][0]:
        return 0
    return next((at for through, at in marks if number <= through), marks[-1][1])


def _made(entity: EntityId) -> int:
    return int.from_bytes(entity[:6]) if entity[6] >> 4 == _TIMED_VERSION else 0


def _at(row: HeldRow) -> int:
    at = _values(row).get("at")
    return at if isinstance(at, int) and not isinstance(at, bool) else 0


def _values(row: HeldRow) -> dict[str, Any]:
    return dict(shown_values(decode_state(row.raw), lambda _: 0))


def _is_open_task(row: HeldRow) -> bool:
    if row.kind != "task" or row.flags & int(Mark.DELETED):
        return False
    return _values(row).get("done") is None


def _waits_for_the_hub(connection: Connection, row: HeldRow) -> bool:
    found = connection.execute(
        "SELECT 1 FROM commit_entities AS e JOIN commits AS c"
        " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n WHERE e.entity = ? AND e.stream = ?"
        " AND (c.sent = 0 OR c.number IS NULL OR c.standing NOT IN (?,?,?)) LIMIT 1",
        (row.entity, row.stream, *_SETTLED),
    ).fetchone()
    return found is not None


def _file_waits(connection: Connection, row: HeldRow) -> bool:
    if row.kind != "attachment":
        return False
    blob = part(_values(row), "blob", "id", bytes, b"")
    found = connection.execute(
        "SELECT 1 FROM blobs WHERE (blob = ? OR entity = ?) AND state IN (?,?)",
        (blob, row.entity, *_NOT_DELIVERED),
    ).fetchone()
    return found is not None


def _is_set_aside(connection: Connection, rows: Sequence[HeldRow]) -> bool:
    entities = {row.entity for row in rows}
    return any(
        body.entity in entities
        for (column,) in connection.execute("SELECT bodies FROM set_aside").fetchall()
        for body in readable_bodies(column)
    )


def _still_loading(connection: Connection, stream: int) -> bool:
    (number,) = connection.execute("SELECT number FROM streams WHERE key = ?", (stream,)).fetchone()
    return int(number) == 0
