# SPDX-License-Identifier: MIT
"""What hub and notebooks hold, read from their tables: commits, who may read what, and where a person is."""

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.store.commit_rows import readable_bodies, unpack_bodies
from sync.hub.absence import whereabouts
from sync.hub.access import Rights
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies
from sync.hub.store.rows import StoredCommit
from sync.log.commit import MARK_BYTES, Body, CommitId, read_body
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId, StreamId, WriterId
from tests.torture.laptop import Laptop

_ALL: Final = 100_000


def id_of(one: StoredCommit) -> CommitId:
    """Return a commit's id."""
    return CommitId(one.writer, one.n, one.hash[:MARK_BYTES])


# --- the hub


def commits_of(parts: HubParts, stream: StreamId) -> list[StoredCommit]:
    """Return all commits of a stream in the hub's order."""
    return list(parts.store.commits(stream, after=0, limit=_ALL))


def opened(parts: HubParts, stream: StreamId) -> Iterator[tuple[StoredCommit, list[bytes | None]]]:
    """Yield each commit with its bodies, as far as they are there."""
    commits = commits_of(parts, stream)
    yield from zip(commits, open_bodies(parts, commits), strict=True)


def carried(parts: HubParts, stream: StreamId) -> Iterator[tuple[CommitId, Body]]:
    """Yield what the hub has carried into a stream: the commit's id and the body, which names its origin."""
    own = parts.own_writers()
    for one, bodies in opened(parts, stream):
        for raw in bodies if one.writer in own else ():
            body = None if raw is None else read_body(raw)
            if body is not None and body.origin is not None:
                yield id_of(one), body


def at_hub(parts: HubParts, streams: Sequence[StreamId]) -> set[CommitId]:
    """Return the ids of all commits that the hub has in these streams."""
    return {id_of(one) for stream in streams for one in commits_of(parts, stream)}


def moves_done(parts: HubParts, streams: Sequence[StreamId]) -> frozenset[tuple[StreamId, EntityId]]:
    """Return by which moves people went from these streams for the last time."""
    return frozenset((stream, gone.move) for stream in streams for gone in parts.store.gone(stream).values())


def may_read(parts: HubParts, laptop: Laptop, stream: StreamId) -> bool:
    """Whether a laptop's owner may read a stream now and its key is in force."""
    return stream in readable(parts, laptop)


def readable(parts: HubParts, laptop: Laptop) -> frozenset[StreamId]:
    """Return the streams that a laptop's owner may read now; none where its key is not in force."""
    row = parts.store.writer(laptop.writer)
    if row is None or row.revoked or laptop.gone:
        return frozenset()
    rights = Rights.of(row, parts.store.grants(row.staff), parts.clock())
    return rights.readable(parts.laptops())


def stream_of(parts: HubParts, home: StreamId, person: EntityId) -> StreamId:
    """Return where somebody is whose card was begun in ``home``."""
    return whereabouts(parts, home, person)


# --- a notebook


def held_by(laptop: Laptop, *, unsent: bool = False) -> set[CommitId]:
    """Return the ids of all commits in a notebook, or of the unsent ones."""
    return {one for _, one, sent, _ in _rows(laptop) if not (unsent and sent)}


def held_whole(parts: HubParts, laptop: Laptop) -> set[CommitId]:
    """Return the commits that a notebook could bring to a restored hub: its own, and of streams open to it."""
    row = parts.store.writer(laptop.writer)
    if laptop.gone or row is None or row.revoked:
        return set()
    open_to = readable(parts, laptop)
    return {
        one
        for stream, one, _, raw in _rows(laptop)
        if None not in unpack_bodies(raw) and (one.writer == laptop.writer or stream in open_to)
    }


def unsent_chains(laptop: Laptop) -> set[tuple[StreamId, WriterId]]:
    """Return whose chains a notebook has something unsent of."""
    return {(stream, one.writer) for stream, one, sent, _ in _rows(laptop) if not sent}


def bodies_of(laptop: Laptop, writer: WriterId) -> Iterator[tuple[StreamId, CommitId, Body]]:
    """Yield what a writer says in a notebook, body by body."""
    for stream, one, _, raw in _rows(laptop):
        if one.writer == writer:
            for body in readable_bodies(raw):
                yield stream, one, body


def state_in(laptop: Laptop, stream: StreamId, entity: EntityId) -> EntityState | None:
    """Return an entity as it stands in one stream of a notebook."""
    with laptop.store.reading() as connection:
        row = connection.execute(
            "SELECT e.state FROM entities AS e JOIN streams AS s ON s.key = e.stream"
            " WHERE s.name = ? AND e.entity = ?",
            (stream, entity),
        ).fetchone()
    return None if row is None else decode_state(row[0])


def went(laptop: Laptop, person: EntityId) -> bool:
    """Whether a notebook knows that somebody went from a stream."""
    with laptop.store.reading() as connection:
        return connection.execute("SELECT 1 FROM went WHERE person = ?", (person,)).fetchone() is not None


def put_out_of(laptop: Laptop) -> list[EntityId]:
    """Return what retention has put out of a notebook."""
    with laptop.store.reading() as connection:
        return [EntityId(one) for (one,) in connection.execute("SELECT entity FROM evicted").fetchall()]


def _rows(laptop: Laptop) -> list[tuple[StreamId, CommitId, bool, bytes]]:
    with laptop.store.reading() as connection:
        rows = connection.execute(
            "SELECT s.name, w.writer, c.n, c.hash, c.sent, c.bodies FROM commits AS c"
            " JOIN streams AS s ON s.key = c.stream JOIN writers AS w ON w.key = c.writer"
        ).fetchall()
    return [
        (StreamId(name), CommitId(WriterId(bytes(w)), n, bytes(digest[:MARK_BYTES])), bool(sent), raw)
        for name, w, n, digest, sent, raw in rows
    ]
