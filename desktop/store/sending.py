# SPDX-License-Identifier: MIT
"""What is unsent, parked or quarantined, and where each stream stands: the Sync page's lists."""

from typing import Any, Final

from desktop.store.authors import Authors
from desktop.store.changes import WriterIdentity
from desktop.store.commit_rows import readable_bodies
from desktop.store.entity_reads import write_standing
from desktop.store.names import Names
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from desktop.store.views import SaveRow, StreamRow, WriteStanding
from sync.log.commit import MARK_BYTES, Body, CommitId, read_header
from sync.log.state import decode_state
from sync.protocol.journal import RoundOutcome, RoundRecord
from sync.records.ids import StreamId
from sync.records.kinds import kind

_COLUMNS: Final = (
    "SELECT c.stream, c.writer, c.n, c.hash, c.time, c.number, c.standing, c.bodies FROM commits AS c"
)


class SendingReads:
    """Reads of how commits stand; belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names, authors: Authors, me: WriterIdentity) -> None:
        self._connection = connection
        self._names = names
        self._authors = authors
        self._me = me

    def unsent_count(self) -> int:
        """Return how many saves the hub has not acknowledged; audit commits are not counted."""
        return int(
            self._connection.execute(
                "SELECT count(*) FROM commits AS c JOIN streams AS s ON s.key = c.stream"
                " WHERE c.sent = 0 AND s.name NOT GLOB 'audit/*'"
            ).fetchone()[0]
        )

    def unsent(self, *, most: int = 500) -> tuple[SaveRow, ...]:
        """Return the saves that wait to be sent, the oldest first."""
        return self._saves(
            f"{_COLUMNS} JOIN streams AS s ON s.key = c.stream"
            " WHERE c.sent = 0 AND s.name NOT GLOB 'audit/*' ORDER BY c.time, c.n LIMIT ?",
            most,
        )

    def parked(self, *, most: int = 500) -> tuple[SaveRow, ...]:
        """Return the saves of which the hub or this program does not know the meaning yet."""
        return self._saves(
            f"{_COLUMNS} WHERE c.standing > 1 AND c.standing IN (2, 3) ORDER BY c.time LIMIT ?", most
        )

    def quarantined(self, *, mine_only: bool = False, most: int = 500) -> tuple[SaveRow, ...]:
        """Return the saves that a supervisor must look at, and those refused for good, with the hub's reason.

        What a hub had decided before it was restored is history: it judged anew, and nobody looks at that.
        """
        rows = self._saves(
            f"{_COLUMNS} WHERE c.standing > 1 AND c.standing IN (4, 6) ORDER BY c.time LIMIT ?", most
        )
        return tuple(
            row
            for row in rows
            if not (_is_the_hubs(row) or (mine_only and row.author.staff != self._me.staff))
        )

    def bodies(self, stream: StreamId, one: CommitId) -> tuple[Body, ...]:
        """Return what a commit that is here says, as far as this program can read it."""
        row = self._row(stream, one)
        return () if row is None else tuple(readable_bodies(row[1]))

    def app(self, stream: StreamId, one: CommitId) -> str:
        """Return which program wrote a commit, an empty text where it is not here."""
        row = self._row(stream, one)
        return "" if row is None else read_header(row[0]).app

    def _row(self, stream: StreamId, one: CommitId) -> tuple[bytes, bytes] | None:
        found = self._connection.execute(
            "SELECT header, bodies FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (self._names.known_stream(stream), self._names.known_writer(one.writer), one.n),
        ).fetchone()
        return None if found is None else (bytes(found[0]), bytes(found[1]))

    def set_aside(self, *, most: int = 500) -> tuple[SaveRow, ...]:
        """Return colleagues' saves that gave way: the hub has another commit where theirs stood."""
        rows = self._connection.execute(
            "SELECT stream, writer, n, hash, time, NULL, NULL, bodies FROM set_aside ORDER BY time, n LIMIT ?",
            (most,),
        ).fetchall()
        return tuple(self._save(row) for row in rows)

    def streams(self) -> tuple[StreamRow, ...]:
        """Return where every stream stands here."""
        rows = self._connection.execute(
            "SELECT name, number, digest,"
            " (SELECT count(*) FROM commits AS c WHERE c.stream = s.key AND c.sent = 0)"
            " FROM streams AS s ORDER BY name"
        ).fetchall()
        return tuple(
            StreamRow(stream=name, number=number, unsent=unsent, digest=digest)
            for name, number, digest, unsent in rows
        )

    def rounds(self) -> tuple[RoundRecord, ...]:
        """Return the last rounds, the newest first."""
        rows = self._connection.execute(
            "SELECT started, ended, outcome, sent, received, problem FROM rounds ORDER BY id DESC"
        ).fetchall()
        return tuple(
            RoundRecord(started, ended, RoundOutcome(outcome), sent, received, problem)
            for started, ended, outcome, sent, received, problem in rows
        )

    def _saves(self, sql: str, most: int) -> tuple[SaveRow, ...]:
        return tuple(self._save(row) for row in self._connection.execute(sql, (most,)).fetchall())

    def _save(self, row: tuple[Any, ...]) -> SaveRow:
        stream, writer_key, n, digest, time, number, standing, raw = row
        writer = self._names.writer_id(writer_key)
        one = CommitId(writer, n, bytes(digest[:MARK_BYTES]))
        bodies = readable_bodies(raw)
        return SaveRow(
            id=one,
            stream=self._names.stream_name(stream),
            author=self._authors.of(writer),
            time=time,
            number=number,
            standing=WriteStanding.REFUSED if standing is None else write_standing(standing, number),
            kinds=tuple(body.kind for body in bodies),
            entities=tuple(body.entity for body in bodies),
            reason=self._reason(stream, one),
        )

    def _reason(self, stream: int, one: CommitId) -> str:
        rows = self._connection.execute(
            "SELECT state FROM entities WHERE kind = 'quarantine' AND stream = ?", (stream,)
        ).fetchall()
        for (raw,) in rows:
            values = shown_values(decode_state(raw), lambda _: None)
            if tuple(value_of(values, "commit", list, [])) == one:
                return value_of(values, "reason", str, "")
        return ""


def _is_the_hubs(row: SaveRow) -> bool:
    """Whether a save says only what the hub alone may say, by a key that is nobody's."""
    specs = [kind(name) for name in row.kinds]
    return (
        row.author.staff is None and bool(specs) and all(spec is not None and spec.hub_only for spec in specs)
    )
