# SPDX-License-Identifier: MIT
"""Copies: which writes the hub has carried into a stream already. A restored hub may be asked to twice."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

from sync.hub.absence import still_stands
from sync.hub.at_rest import month_key, subject_key
from sync.hub.ledger import Epoch
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all
from sync.hub.store.rows import Reason, Standing, StoredCommit
from sync.log.commit import Body, CommitId
from sync.log.erasure import erasure_mark, restated
from sync.records.ids import EntityId, StreamId

_MOST_ABOUT: Final = 20_000
"""Commits about one person in one stream: more than anybody will ever have."""

Copies = Mapping[tuple[EntityId, CommitId], Collection[str]]
"""The fields that were carried of an entity, by the id that the write had where its author wrote it."""


def copies_in(
    parts: HubParts,
    stream: StreamId,
    person: EntityId,
    *,
    besides: CommitId | None = None,
    withheld: bool = False,
) -> Copies:
    """Return what the hub has carried into a stream about a person and counts there; one commit may be left out.

    With ``withheld`` what is held back or refused there instead.
    """
    found: dict[tuple[EntityId, CommitId], set[str]] = {}
    own = parts.own_writers()
    about = parts.store.commits_sealed_under(
        stream, subject_key(person), after=0, limit=_MOST_ABOUT, withheld=withheld
    )
    commits = [
        one
        for one in about
        if one.writer in own and (besides is None or (one.writer, one.n) != (besides.writer, besides.n))
    ]
    _note(parts, commits, found)
    return found


class SaidBefore:
    """What this hub has said already of saves that were carried, for one request: what it says meanwhile is read on.

    What was erased since counts as said, or its words would come back.
    """

    def __init__(self, parts: HubParts) -> None:
        self._parts = parts
        self._own = parts.own_writers()
        self._bases = parts.store.bases()
        self._found: dict[EntityId | None, dict[tuple[EntityId, CommitId], set[str]]] = {}
        self._through: dict[tuple[StreamId, bytes], int] = {}

    def fields(
        self, stream: StreamId, entity: EntityId, subject: EntityId | None, first: CommitId
    ) -> Collection[str]:
        """Return the fields that were said of a write with this first id, in a stream or wherever its person was."""
        found = self._found.setdefault(subject, {})
        if subject is None:
            for key in self._months(stream):
                self._read(stream, key, found, here=True)
        else:
            streams = {stream, *self._parts.store.streams_of_subject(erasure_mark(subject))}
            for one in sorted(streams):
                self._read(one, subject_key(subject), found, here=one == stream)
        return found.get((entity, first), ())

    def _read(
        self, stream: StreamId, key: bytes, found: dict[tuple[EntityId, CommitId], set[str]], *, here: bool
    ) -> None:
        """Read what came since; elsewhere only what this hub said itself: a lost one's may not have reached anybody."""
        after = self._through.get((stream, key), 0)
        about = [
            one
            for withheld in (False, True)
            for one in self._parts.store.commits_sealed_under(
                stream, key, after=after, limit=_MOST_ABOUT, withheld=withheld
            )
        ]
        self._through[stream, key] = max((one.number for one in about), default=after)
        base = self._bases.get(stream)
        _note(
            self._parts,
            [
                one
                for one in about
                if one.writer == self._parts.me
                or (one.writer in self._own and (here or (base is not None and one.number <= base.number)))
            ],
            found,
        )

    def _months(self, stream: StreamId) -> Iterator[bytes]:
        """Yield the keys of what is about nobody, from the first time on that this hub was restored."""
        epochs = [entry.time for entry in self._parts.ledger.said() if isinstance(entry.said, Epoch)]
        now = self._parts.clock()
        at = datetime.fromtimestamp(min(*epochs[1:2], now) / 1000, UTC).replace(day=1)
        while at.timestamp() * 1000 <= now:
            yield month_key(stream, int(at.timestamp() * 1000))
            at = at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)


def _note(
    parts: HubParts, commits: Sequence[StoredCommit], found: dict[tuple[EntityId, CommitId], set[str]]
) -> None:
    """Note what these commits carried, and what was erased of it."""
    for raw in open_bodies(parts, commits):
        for body in read_all(raw):
            if body.origin is not None:
                found.setdefault((body.entity, body.origin), set()).update(body.fields)
            if body.kind == "erasure" and "write" in body.fields:
                gone = restated(body.fields["write"].value).body
                if gone.origin is not None:
                    found.setdefault((gone.entity, gone.origin), set()).update(gone.fields)


def not_copied(
    parts: HubParts, stream: StreamId, target: StreamId, one: CommitId, bodies: Iterable[Body]
) -> Sequence[Body]:
    """Return what is left to be carried of a commit's bodies.

    What somebody wrote may be there already: it was forwarded by a ruling, or a lost hub had carried it. What the hub
    itself wrote is not asked about where it was never restored: it may have carried one write twice, each copy with
    other ids that it has seen.
    """
    own = one.writer in parts.own_writers()
    if stream == target or (own and not parts.restored):
        return list(bodies)
    there: dict[EntityId | None, Copies] = {}
    left: list[Body] = []
    for body in bodies:
        if body.subject not in there:
            there[body.subject] = {} if body.subject is None else copies_in(parts, target, body.subject)
        first = body.origin if own and body.origin is not None else one
        done = {
            *there[body.subject].get((body.entity, first), ()),
            *_written_there(parts, target, first, body),
        }
        fields = {name: said for name, said in body.fields.items() if name not in done}
        if fields:
            left.append(msgspec.structs.replace(body, fields=fields))
    return left


def _written_there(parts: HubParts, target: StreamId, first: CommitId, body: Body) -> set[str]:
    """Return the fields of a write that stands where its author wrote it: a lost hub carried it away and back."""
    found = parts.store.commit(target, first.writer, first.n) if body.origin is not None else None
    if found is None or found.hash[: len(first.mark)] != first.mark or body.subject is None:
        return set()
    if found.standing is not Standing.EFFECTIVE or found.reason is not Reason.NONE:
        return set()
    if not still_stands(parts, target, found.number, body.subject):
        return set()
    its = read_all(open_bodies(parts, [found])[0])
    return {name for one in its if one.entity == body.entity for name in one.fields}
