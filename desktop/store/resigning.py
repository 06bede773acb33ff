# SPDX-License-Identifier: MIT
"""A notebook that existed twice goes on as its heir: what the old writer had not sent is signed again by the new one.

The hub has other commits where the unsent ones stood, or may get them any moment, from the other copy. So each unsent
save becomes a save of the new writer: same fields, same time, its old id as ``origin`` (LOG.md §2, 3). The old one
leaves the notebook, and the access log's go on in the new laptop's stream. All of it is one transaction.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.store import commit_rows
from desktop.store.changes import WriterIdentity
from desktop.store.commit_rows import arrived, readable_bodies, unpack_bodies
from desktop.store.entity_writes import base_of
from desktop.store.heir import Heir, read_heir
from desktop.store.intake import Coming, Intake
from desktop.store.meta import Meta
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection, transaction
from sync.log.carry import carry
from sync.log.chain import first_tip
from sync.log.commit import MARK_BYTES, Body, CommitId, Draft, SignedCommit, read_header, write_commit
from sync.log.errors import LimitExceeded
from sync.log.fold import Write
from sync.log.signing import SigningKey
from sync.records.ids import EntityId, HubId, StreamId, WriterId, audit_stream

_AUDIT: Final = "audit/"


@dataclass(frozen=True, slots=True)
class _Unsent:
    """A save of the old writer that the hub has not acknowledged."""

    id: CommitId
    time: int
    app: str
    bodies: tuple[Body, ...]
    whole: bool
    """Whether every body could be read; a commit of which one could not is kept aside as well."""


def go_on_as_heir(
    connection: Connection, names: Names, index_key: bytes, meta: Meta, *, me: WriterIdentity, hub: HubId
) -> WriterIdentity:
    """Return who writes in this notebook: ``me``, or its heir when ``me`` holds the heir's key already.

    Then what is unsent is signed again, once; ``me.laptop`` may still be the old one's, the heir's counts.
    """
    heir = read_heir(meta)
    if heir is None or heir.key.writer != me.writer:
        return me
    became = WriterIdentity(me.key, me.staff, heir.laptop)
    if meta.get("writer") == heir.predecessor:
        with transaction(connection):
            _sign_again(connection, names, index_key, heir, hub=hub)
            meta.become(became)
    return became


def _sign_again(connection: Connection, names: Names, index_key: bytes, heir: Heir, *, hub: HubId) -> None:
    old = names.known_writer(heir.predecessor)
    rows = connection.execute(
        "SELECT DISTINCT stream FROM commits WHERE writer = ? AND sent = 0 ORDER BY stream", (old,)
    ).fetchall()
    for (stream,) in rows:
        name = names.stream_name(stream)
        target = audit_stream(heir.laptop) if name.startswith(_AUDIT) else name
        unsent = list(_unsent(connection, stream, old or 0, heir.predecessor))
        drafts = _carried(connection, stream, old or 0, unsent)
        chain = _Chain.going_on(connection, names, heir.key, hub, target)
        told = [(one, chain.write_save(its, one)) for one, its in zip(unsent, drafts, strict=True)]
        keep = {one.id.n for one, its in told if not one.whole or its is None}
        entities = _take_out(connection, stream, old or 0, unsent, keep)
        away = Intake(connection, names, index_key, stream, me=heir.key.writer)
        away.refold(entities)
        away.finish()
        signed = [commit for _, its in told for commit in its or ()]
        intake = Intake(connection, names, index_key, names.stream(target), me=heir.key.writer)
        intake.take([Coming(arrived(commit), number=None, sent=False) for commit in signed])
        intake.finish()


def _unsent(connection: Connection, stream: int, old: int, writer: WriterId) -> Iterator[_Unsent]:
    rows = connection.execute(
        "SELECT n, hash, header, bodies FROM commits WHERE stream = ? AND writer = ? AND sent = 0 ORDER BY n",
        (stream, old),
    ).fetchall()
    for n, digest, raw, column in rows:
        header = read_header(raw)
        bodies = tuple(readable_bodies(column))
        whole = len(bodies) == len([one for one in unpack_bodies(column) if one is not None])
        yield _Unsent(CommitId(writer, n, bytes(digest[:MARK_BYTES])), header.time, header.app, bodies, whole)


def _carried(connection: Connection, stream: int, old: int, unsent: Sequence[_Unsent]) -> list[list[Draft]]:
    """Return the drafts of each save as the new writer says it.

    A writer's later write covers its own earlier ones unsaid; a carried one must say it: of what the hub has, the
    old writer's last commit, which covers all its writes to the field; of what is carried, the one before.
    """
    first = unsent[0].id
    hashes = commit_rows.hashes(connection, stream, old, first.n - 1)
    last_sent = CommitId(first.writer, first.n - 1, hashes[0][:MARK_BYTES]) if hashes else None
    before: dict[tuple[EntityId, str], CommitId] = {}
    older: dict[EntityId, bool] = {}
    result = []
    for one in unsent:
        drafts = []
        for body in one.bodies:
            if body.entity not in older:
                older[body.entity] = _wrote_before(connection, stream, old, first.n, body.entity)
            own: dict[str, CommitId] = {}
            for name in body.fields:
                earlier = before.get((body.entity, name)) or (last_sent if older[body.entity] else None)
                if earlier is not None:
                    own[name] = earlier
            drafts.append(carry(Write(one.id, body), own))
            before.update({(body.entity, name): one.id for name in body.fields})
        result.append(drafts)
    return result


def _wrote_before(connection: Connection, stream: int, old: int, first: int, entity: EntityId) -> bool:
    """Whether the old writer may have written to an entity before: seen here, or folded into a snapshot."""
    found = connection.execute(
        "SELECT 1 FROM commit_entities WHERE entity = ? AND stream = ? AND writer = ? AND n < ? LIMIT 1",
        (entity, stream, old, first),
    ).fetchone()
    return found is not None or base_of(connection, stream, entity) is not None


def _take_out(
    connection: Connection, stream: int, old: int, unsent: Iterable[_Unsent], keep: Container[int]
) -> set[EntityId]:
    """Remove the old commits and what follows from them; return their entities, to be folded again.

    Those of ``keep`` could not be signed again as they are: they are set aside, and listed.
    """
    entities: set[EntityId] = set()
    for one in unsent:
        place = (stream, old, one.id.n)
        if one.id.n in keep:
            connection.execute(
                "INSERT OR IGNORE INTO set_aside SELECT stream, writer, n, hash, time, header, signature, bodies"
                " FROM commits WHERE stream = ? AND writer = ? AND n = ?",
                place,
            )
        for table in ("commits", "commit_entities", "saves"):
            connection.execute(f"DELETE FROM {table} WHERE stream = ? AND writer = ? AND n = ?", place)  # noqa: S608 - our names
        entities.update(body.entity for body in one.bodies)
    return entities


@dataclass(slots=True)
class _Chain:
    """The new writer's chain in one stream, as it grows."""

    key: SigningKey
    hub: HubId
    stream: StreamId
    n: int
    prev: bytes

    @classmethod
    def going_on(
        cls, connection: Connection, names: Names, key: SigningKey, hub: HubId, stream: StreamId
    ) -> "_Chain":
        """Return the chain at its end, which is its beginning where the writer is new."""
        known = commit_rows.tip(connection, names.stream(stream), names.writer(key.writer))
        start = first_tip(hub, stream, key.public)
        return cls(key, hub, stream, *((start.n, start.hash) if known is None else known[:2]))

    def write_save(self, drafts: Sequence[Draft], of: _Unsent) -> list[SignedCommit] | None:
        """Sign one save again, in parts where that is needed; ``None`` when even its parts are too large."""
        end = self.n, self.prev
        try:
            return self._write(drafts, of) if drafts else []
        except LimitExceeded:
            self.n, self.prev = end
            return None

    def _write(self, drafts: Sequence[Draft], of: _Unsent) -> list[SignedCommit]:
        """Sign it. What it names beside may take it over a limit: then it goes in two."""
        try:
            commit = write_commit(
                drafts, key=self.key, hub=self.hub, stream=self.stream, n=self.n + 1, prev=self.prev,
                time_ms=of.time, app=of.app,
            )  # fmt: skip
        except LimitExceeded:
            halves = _halves(drafts)
            if halves is None:
                raise
            return [commit for half in halves for commit in self._write(half, of)]
        self.n, self.prev = self.n + 1, commit.hash
        return [commit]


def _halves(drafts: Sequence[Draft]) -> tuple[Sequence[Draft], Sequence[Draft]] | None:
    """Part a save by entities, or the only entity's by fields; ``None`` for a single field."""
    if len(drafts) > 1:
        middle = len(drafts) // 2
        return drafts[:middle], drafts[middle:]
    (one,) = drafts
    if len(one.fields) == 1:
        return None
    names = sorted(one.fields)
    middle = len(names) // 2
    return [_only(one, names[:middle])], [_only(one, names[middle:])]


def _only(draft: Draft, names: Sequence[str]) -> Draft:
    fields = {name: draft.fields[name] for name in names}
    return Draft(draft.kind, draft.entity, draft.subject, draft.schema, fields, draft.origin)
