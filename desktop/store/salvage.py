# SPDX-License-Identifier: MIT
"""What the notebook that was replaced holds beyond the restored one: own saves, and the end of the access log.

Before the restored notebook writes or sends anything, so that its chains go on where the other's ended: no fork,
and nothing that was saved is lost. What can't be read is left; the hub has what was sent.
"""

from collections.abc import Iterator
from pathlib import Path

from desktop.store import commit_rows
from desktop.store.audit import AuditChain
from desktop.store.commit_rows import arrived, unpack_bodies
from desktop.store.errors import NotebookDamaged, StoreError
from desktop.store.intake import Coming
from desktop.store.meta import Meta
from desktop.store.notebook import NotebookStore
from desktop.store.roster import Roster
from desktop.store.sqlcipher import Connection, connect
from sync.log.chain import Tip, first_tip, follow
from sync.log.commit import SignedCommit
from sync.log.errors import LogError
from sync.records.ids import StreamId, WriterId, writer_id


def salvage(store: NotebookStore, aside: Path, key: bytes, *, audit_key: bytes) -> int:
    """Take over what the database ``aside`` holds beyond this one and return how many saves it was.

    Can be repeated. Raises DiskFull and NotebookDamaged of this notebook, nothing about the other.
    """
    try:
        other = connect(aside, key)
    except StoreError:
        return 0
    try:
        taken = 0
        for public in (store.me.key.public, *_heirs(other, store)):
            streams = _own_streams(other, writer_id(public))
            taken += sum(_take_stream(store, other, stream, key, public) for stream, key in streams)
        _take_audit(store, other, audit_key)
    finally:
        other.close()
    return taken


def _heirs(other: Connection, store: NotebookStore) -> list[bytes]:
    """Return the key of the writer that the other notebook has gone on as, if it is one of this person's.

    It came of this one, as this one was when the backup was made; what it had not sent is sent from here.
    """
    try:
        writer = Meta(other).get("writer")
        known = [*Roster(other).writers(), *store.reads().roster.writers()]
    except (StoreError, LogError):
        return []
    with store.reading() as connection:
        if writer in Meta(connection).former():
            return []  # the other way round: this one has gone on from that one, and has taken it over
    keys = {
        one.signing
        for one in known
        if one.writer == writer != store.me.writer and one.staff == store.me.staff
    }
    return sorted(key for key in keys if writer_id(key) == writer)


def _own_streams(other: Connection, writer: WriterId) -> list[tuple[StreamId, tuple[int, int]]]:
    """Return the streams with a writer's commits there, each with the other notebook's keys of stream and writer."""
    try:
        rows = other.execute(
            "SELECT DISTINCT s.name, c.stream, c.writer FROM commits AS c JOIN streams AS s ON s.key = c.stream"
            " JOIN writers AS w ON w.key = c.writer WHERE w.writer = ? ORDER BY s.name",
            (writer,),
        ).fetchall()
    except StoreError:
        return []
    return [(StreamId(name), (stream, writer)) for name, stream, writer in rows]


def _take_stream(
    store: NotebookStore, other: Connection, name: StreamId, place: tuple[int, int], public: bytes
) -> int:
    with store.writing() as connection:
        intake, names = store.intake(connection, name)
        author = writer_id(public)
        stream, writer = names.stream(name), names.writer(author)
        known = commit_rows.tip(connection, stream, writer)
        tip = first_tip(store.hub, name, public) if known is None else Tip(known[0], known[1])
        found = list(_beyond(other, place, tip.n))
        marks = commit_rows.KnownCommits(connection, names, stream)
        try:
            _, links = follow(
                tip, [one for one, _ in found], hub=store.hub, stream=name, public=public,
                held=lambda n: marks.mark(author, n),
            )  # fmt: skip
            coming = [
                Coming(arrived(link.commit), number=None, sent=sent)
                for link, (_, sent) in zip(links, found, strict=True)
            ]
        except LogError:
            return 0  # not this notebook's own chain: nothing of it is believed
        new = intake.take(coming)
        intake.finish()
    return new


def _beyond(other: Connection, place: tuple[int, int], n: int) -> Iterator[tuple[SignedCommit, bool]]:
    """Yield the commits above ``n`` in their order, and whether the hub has them, as far as they can be read."""
    try:
        for at, header, signature, raw, sent in other.execute(
            "SELECT n, header, signature, bodies, sent FROM commits WHERE stream = ? AND writer = ? AND n > ?"
            " ORDER BY n",
            (*place, n),
        ):
            if at != n + 1:
                return
            n = at
            yield SignedCommit(header, signature, unpack_bodies(raw)), bool(sent)
    except StoreError:
        return


def _take_audit(store: NotebookStore, other: Connection, audit_key: bytes) -> None:
    """Go on with the log of events where the other's goes on from this one's end, if its chain holds."""
    try:
        with store.writing() as connection:
            chain = AuditChain(connection, audit_key)
            end, digest = chain.end()
            there = other.execute("SELECT hash FROM audit WHERE seq = ?", (end,)).fetchone()
            if end and (there is None or there[0] != digest):
                return
            rows = other.execute(
                "SELECT seq, time, event, hash FROM audit WHERE seq > ? ORDER BY seq", (end,)
            ).fetchall()
            connection.executemany("INSERT INTO audit(seq, time, event, hash) VALUES (?,?,?,?)", rows)
            chain.verify()
    except NotebookDamaged:
        return
