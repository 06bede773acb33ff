# SPDX-License-Identifier: MIT
"""A colleague's outbox on this laptop: their commits are folded as provisional and offered for pushing.

Whoever is next online delivers them; when they come back from the hub they are the same commits, so they
count once. Each commit's own signature is verified here (I9: what comes by stick is).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.store import commit_rows
from desktop.store.bundle_rights import BundleRights
from desktop.store.commit_rows import arrived
from desktop.store.flags import Standing
from desktop.store.intake import Coming
from desktop.store.notebook import NotebookStore
from desktop.store.segments import outbox_segments
from desktop.store.shown_values import MOST
from desktop.store.sqlcipher import Connection
from sync.log.chain import Tip, first_tip, follow
from sync.log.errors import BadSignature, ChainBroken, ChainForked, Malformed
from sync.protocol.journal import Segment
from sync.records.ids import WriterId, writer_id


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a bundle: how many commits were new, and which runs could not be taken in yet.

    ``left``: (stream, error class) of runs of an unknown writer, with a gap before them, or that do not
    verify. A gap closes by pulling, so they may be offered again.
    """

    new: int
    left: tuple[tuple[str, str], ...]


def import_colleague(store: NotebookStore, segments: Iterable[Segment]) -> Imported:
    """Take in the runs of an opened bundle, one transaction a run."""
    new = 0
    left: list[tuple[str, str]] = []
    roster = store.reads().roster
    writers, grants = roster.writers(), roster.grants()
    for segment in segments:
        public = _public_key(store, segment.writer)
        if segment.writer == store.me.writer:
            continue
        if public is None:
            left.append((segment.stream, "WriterUnknown"))
            continue
        row = next((one for one in writers if one.writer == segment.writer), None)
        rights = None if row is None else BundleRights.of(row.writer, segment.stream, writers, grants)
        if rights is not None and not rights.roles:
            left.append((segment.stream, "Forbidden"))
            continue
        try:
            new += _import_run(store, segment, public, rights, None if row is None else row.revoked_after)
        except (ChainBroken, ChainForked, BadSignature, Malformed) as problem:
            left.append((segment.stream, type(problem).__name__))
    return Imported(new, tuple(left))


def own_outbox(store: NotebookStore, *, since_ms: int) -> tuple[Segment, ...]:
    """Return the own runs that lie in the outbox: unsent ones, and sent ones not older than ``since_ms``."""
    with store.reading() as connection:
        return outbox_segments(connection, store.names, store.me.writer, since_ms=since_ms)


def _import_run(
    store: NotebookStore, segment: Segment, public: bytes, rights: BundleRights | None,
    revoked_after: Mapping[str, int] | None,
) -> int:  # fmt: skip
    with store.writing() as connection:
        intake, names = store.intake(connection, segment.stream)
        stream, writer = names.stream(segment.stream), names.writer(segment.writer)
        known = commit_rows.tip(connection, stream, writer)
        tip = first_tip(store.hub, segment.stream, public) if known is None else Tip(known[0], known[1])
        marks = commit_rows.KnownCommits(connection, names, stream)
        _, links = follow(
            tip, segment.commits, hub=store.hub, stream=segment.stream, public=public,
            held=lambda n: marks.mark(segment.writer, n),
        )  # fmt: skip
        coming = [Coming(arrived(link.commit), number=None, sent=False) for link in links]
        if not all(map(_holds, coming)):
            raise Malformed("number")
        last = MOST if revoked_after is None else revoked_after.get(segment.stream, 0)
        disbelieved = [
            one.commit.header.n
            for one in coming
            if one.commit.header.n > last
            or (rights is not None and not rights.may_say(connection, one.commit.bodies))
        ]
        new = intake.take(coming)
        # Delivered like any other, so that the supervisor sees it; part of nobody's picture of the day before.
        for n in disbelieved:
            intake.stand(writer, n, Standing.QUARANTINED)
        intake.finish()
        _remember_key(connection, writer, public)
        return new


def _holds(one: Coming) -> bool:
    """Whether the columns hold its numbers; of what was pulled the hub has made sure."""
    named = [
        seen.n
        for body in one.commit.bodies
        if body is not None
        for write in body.fields.values()
        for seen in write.seen
    ]
    return max([one.commit.header.time, *named]) <= MOST


def _public_key(store: NotebookStore, writer: WriterId) -> bytes | None:
    """Return the key that the roster, or an earlier pull, gave for this writer."""
    for row in store.reads().roster.writers():
        if row.writer == writer:
            return row.signing
    with store.reading() as connection:
        found = connection.execute("SELECT signing FROM writers WHERE writer = ?", (writer,)).fetchone()
    key = None if found is None else found[0]
    return key if key is not None and writer_id(key) == writer else None


def _remember_key(connection: Connection, writer: int, public: bytes) -> None:
    connection.execute("UPDATE writers SET signing = ? WHERE key = ?", (public, writer))
