# SPDX-License-Identifier: MIT
"""The hub as a writer: its commits are made under the stream's lock, where their place in the chain is known."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from sync.hub.at_rest import month_key, subject_key
from sync.hub.errors import WrongOrder
from sync.hub.parts import APP, HubParts
from sync.hub.store.rows import (
    Append,
    Appended,
    EntityRow,
    Numbered,
    Obstacle,
    Prepared,
    Reason,
)
from sync.log.commit import Draft, first_prev, write_commit
from sync.log.erasure import erasure_mark
from sync.log.errors import LimitExceeded
from sync.records.ids import EntityId, StaffId, StreamId, WriterId, new_entity

HUB_STAFF = StaffId("")
"""Whose entities the hub's own are: nobody's."""
QUARANTINE: Final = "quarantine"
_FAR: Final = 2**53
_NOBODY: Final[Mapping[EntityId, StaffId]] = MappingProxyType({})


def write_drafts(
    parts: HubParts, stream: StreamId, saves: Sequence[Sequence[Draft]], *, opens: bool = False
) -> Appended:
    """Write the hub's own commits, one a save, into a stream; raises WrongOrder, UnknownName's facts inside."""
    (answer,) = parts.store.append([own_run(parts, stream, saves, opens=opens)])
    if answer.obstacle is not Obstacle.NONE:
        raise WrongOrder(answer.obstacle.name)
    return answer


def own_run(
    parts: HubParts,
    stream: StreamId,
    saves: Sequence[Sequence[Draft]],
    *,
    opens: bool = False,
    authors: Mapping[EntityId, StaffId] = _NOBODY,
) -> Append:
    """Return the append of the hub's own commits, one a save; they are made under the stream's lock."""
    return Append(
        stream=stream,
        writer=parts.me,
        commits=(),
        received=parts.clock(),
        hub_writer=parts.me,
        follow_up=no_follow_up,
        make=lambda n, prev: prepare_own(parts, stream, saves, n, prev, authors=authors),
        opens=opens,
    )


def fits(parts: HubParts, stream: StreamId, drafts: Sequence[Draft]) -> bool:
    """Return whether these drafts go into one commit."""
    try:
        write_commit(
            drafts, key=parts.keys.signing, hub=parts.hub, stream=stream, n=_FAR, prev=bytes(32),
            time_ms=_FAR, app=APP,
        )  # fmt: skip
    except LimitExceeded:
        return False
    return True


def prepare_own(
    parts: HubParts,
    stream: StreamId,
    saves: Sequence[Sequence[Draft]],
    n: int,
    prev: bytes,
    *,
    authors: Mapping[EntityId, StaffId] = _NOBODY,
) -> list[Prepared]:
    """Return the hub's commits from its next n on, signed and sealed for rest.

    ``authors``: whose the entities are that are carried for somebody; what it does not name is the hub's own.
    """
    now = parts.clock()
    tip = prev or first_prev(parts.hub, stream, parts.keys.signing.public)
    month = month_key(stream, now)
    names = {month if one.subject is None else subject_key(one.subject) for drafts in saves for one in drafts}
    ciphers = parts.bodies.sealers(names)
    prepared: list[Prepared] = []
    for place, drafts in enumerate(saves):
        commit = write_commit(
            drafts,
            key=parts.keys.signing,
            hub=parts.hub,
            stream=stream,
            n=n + place,
            prev=tip,
            time_ms=now,
            app=APP,
        )
        own = commit.hash
        sealed = parts.bodies.seal(
            commit.bodies,
            [month if one.subject is None else subject_key(one.subject) for one in drafts],
            ciphers=ciphers,
            commit_hash=own,
        )
        rows = [
            EntityRow(
                one.entity,
                one.kind,
                authors.get(one.entity, HUB_STAFF),
                None if one.subject is None else erasure_mark(one.subject),
            )
            for one in drafts
        ]
        prepared.append(
            Prepared(n + place, tip, own, commit.header, commit.signature, sealed, Reason.NONE, rows)
        )
        tip = own
    return prepared


def quarantine_follow_up(
    parts: HubParts, stream: StreamId, writer: WriterId, reasons: Mapping[int, Reason]
) -> "FollowUpOf":
    """Return what the hub writes after a run that was partly held back: one record a commit."""
    return FollowUpOf(parts, stream, writer, reasons)


class FollowUpOf:
    """Makes the ``quarantine`` records of one run, under the lock. Reasons unknown before are "revoked"."""

    def __init__(
        self, parts: HubParts, stream: StreamId, writer: WriterId, reasons: Mapping[int, Reason]
    ) -> None:
        self._parts = parts
        self._stream = stream
        self._writer = writer
        self._reasons = reasons

    def __call__(self, n: int, prev: bytes, held: Sequence[Numbered]) -> list[Prepared]:
        """Return the hub's commits for what is held back."""
        drafts = [
            quarantine_draft(
                self._parts, self._writer, one.n, one.hash, self._reasons.get(one.n, Reason.REVOKED)
            )
            for one in held
        ]
        saves = [drafts[start : start + 50] for start in range(0, len(drafts), 50)]
        return prepare_own(self._parts, self._stream, saves, n, prev)


def quarantine_draft(parts: HubParts, writer: WriterId, n: int, commit_hash: bytes, reason: Reason) -> Draft:
    """Return the record that a commit is held back, and why."""
    now = parts.clock()
    return Draft(
        kind=QUARANTINE,
        entity=new_entity(now),
        subject=None,
        schema=1,
        fields={
            "commit": ([writer, n, commit_hash[:8]], ()),
            "reason": (reason.word, ()),
            "at": (now, ()),
        },
    )


def no_follow_up(_n: int, _prev: bytes, _held: Sequence[Numbered]) -> Sequence[Prepared]:
    """The hub's own commits are never held back."""
    return ()
