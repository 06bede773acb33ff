# SPDX-License-Identifier: MIT
"""Reviews: a verdict pinned to what the supervisor saw, and whether it still holds (design.md §3)."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from sync.log.codec import encode
from sync.log.commit import CommitId
from sync.log.deletion import Deletion, deletion
from sync.log.shown import Number
from sync.log.state import EntityState
from sync.records.ids import EntityId

REVIEW: Final = "review"
VERDICT: Final = "verdict"


class Verdict(msgspec.Struct, frozen=True):
    """The value of a review's field ``verdict``; parts that are unknown here are passed over."""

    verdict: str
    """``approved``, ``returned`` or ``question``."""
    save: CommitId
    of: list[tuple[EntityId, bytes]]
    """Each entity of the save with its ``entity_hash`` as the reviewer saw it."""
    at: int
    comment: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """One review: its entity, the commit that wrote it, and what it says."""

    entity: EntityId
    id: CommitId
    said: Verdict


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """What stands of all reviews of a save.

    ``counts``: the one that decides, or ``None``. ``changed``: it was given on another state than today's
    ("changed since review"). ``waiting``: provisional ones, shown as "waits for the hub"; they do nothing.
    """

    counts: Review | None
    changed: bool
    waiting: tuple[Review, ...]


def entity_hash(state: EntityState) -> bytes:
    """Return SHA-256("kenttakirja/entity/1" ‖ msgpack [[field, value] …]).

    The pairs are sorted by field and by the value's canonical bytes: a field in conflict gives one pair for
    each value that stands there, and equal values count once. Erased values give none.
    """
    pairs = sorted(
        {
            (name, encode(head.value))
            for name, field in state.fields.items()
            for head in field.heads
            if not head.erased
        }
    )
    listed = [[name, msgspec.Raw(value)] for name, value in pairs]
    return hashlib.sha256(b"kenttakirja/entity/1" + encode(listed)).digest()


def pins(states: Iterable[EntityState]) -> list[list[bytes]]:
    """Return the value of ``of`` for a review of these entities as they stand."""
    return [[state.entity, entity_hash(state)] for state in sorted(states, key=lambda one: one.entity)]


def reviews(states: Iterable[EntityState]) -> tuple[Review, ...]:
    """Return the reviews that review entities say, by id; deleted and unreadable ones say nothing."""
    found: list[Review] = []
    for state in states:
        field = state.fields.get(VERDICT)
        if state.kind != REVIEW or field is None or deletion(state).verdict is Deletion.DELETED:
            continue
        for head in field.heads:
            said = _read_verdict(head.value)
            if said is not None:
                found.append(Review(state.entity, head.id, said))
    return tuple(sorted(found, key=lambda one: one.id))


def review_shown(
    save: CommitId, given: Iterable[Review], hashes: Mapping[EntityId, bytes], number: Number
) -> ReviewShown:
    """Return what stands of the reviews of one save.

    ``hashes``: today's ``entity_hash`` per entity. Of several reviews on today's state the one with the
    highest hub number counts; if none is, the latest by hub number stands as "changed since review".
    """
    waiting: list[Review] = []
    numbered: list[tuple[bool, int, Review]] = []
    for one in given:
        if one.said.save != save:
            continue
        its = number(one.id)
        if its is None:
            waiting.append(one)
        else:
            current = all(hashes.get(entity) == pinned for entity, pinned in one.said.of)
            numbered.append((current, its, one))
    if not numbered:
        return ReviewShown(None, changed=False, waiting=tuple(waiting))
    current, _, best = max(numbered, key=lambda row: row[:2])
    return ReviewShown(best, changed=not current, waiting=tuple(waiting))


def _read_verdict(value: object) -> Verdict | None:
    try:
        return msgspec.convert(value, Verdict)
    except msgspec.ValidationError:
        return None
