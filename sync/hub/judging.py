# SPDX-License-Identifier: MIT
"""What a commit's bodies mean to the hub: kind, place and right are held against the table of rights.

Meaning is never a reason to refuse: what may not be is quarantined, what is not understood is parked.
"""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final

import msgspec

from sync.hub.access import Rights
from sync.hub.store.rows import EntityRow, Reason
from sync.log.commit import Body
from sync.log.erasure import erasure_mark
from sync.log.review import REVIEW, VERDICT
from sync.records.audit import AUDIT
from sync.records.fields import KindSpec
from sync.records.ids import ID_BYTES, EntityId, StaffId, StreamId, WriterId
from sync.records.kinds import kind, lies_in
from sync.records.reviews import MESSAGE
from sync.records.rights import Action, Role, may

_FROM: Final = "from"


class Judged(msgspec.Struct, frozen=True, gc=False):
    """The outcome for one commit: why it is held back, whether a part is not understood, new entities."""

    reason: Reason
    parked: bool
    entities: tuple[EntityRow, ...]


class _Place(Enum):
    """Whether a kind may lie in this stream."""

    HERE = auto()
    ELSEWHERE = auto()
    UNKNOWN = auto()


class Judge:
    """Judges one writer's run. ``known`` holds the entities that the hub has; it grows with the run."""

    def __init__(
        self,
        rights: Rights,
        stream: StreamId,
        writer: WriterId,
        known: Mapping[EntityId, EntityRow],
        staff_of: Mapping[WriterId, StaffId],
    ) -> None:
        self._rights = rights
        self._roles = rights.roles_in(stream)
        self._open = rights.may_write(stream)
        self._stream = stream
        self._writer = writer
        self._known = dict(known)
        self._staff_of = staff_of
        self._places: dict[str, _Place] = {}
        self._answers: dict[tuple[str, bool, Action, frozenset[str]], bool] = {}

    def judge(self, bodies: Sequence[Body | None]) -> Judged:
        """Return what is to be done with a commit; ``None`` bodies say nothing."""
        reason, parked = Reason.NONE, False
        new: list[EntityRow] = []
        for body in bodies:
            if body is None:
                continue
            place = self._place(body.kind)
            row = self._known.get(body.entity)
            if row is None:
                fresh = self._new(body)
                new.append(fresh)
            if place is _Place.UNKNOWN and self._open:
                parked = True
            elif place is _Place.UNKNOWN:
                reason = reason or Reason.FORBIDDEN
            elif place is _Place.ELSEWHERE:
                reason = Reason.MISPLACED
            elif not (self._in_own_name(body, is_new=row is None) and _is_what_it_claims(body, row)):
                reason = Reason.IDENTITY
            elif not self._allowed(body, row or fresh, is_new=row is None):
                reason = reason or Reason.FORBIDDEN
        if reason is Reason.NONE:
            for fresh in new:
                self._known[fresh.entity] = fresh
        return Judged(reason, parked, tuple(new) if reason is Reason.NONE else ())

    def _place(self, name: str) -> "_Place":
        found = self._places.get(name)
        if found is None:
            found = self._places[name] = _place_of(kind(name), self._stream)
        return found

    def _new(self, body: Body) -> EntityRow:
        """A first write; where it has seen writes that are not here yet, the entity is their author's.

        Where it has seen only own ones, those were held back: nobody's yet, for they may have been over a colleague's.
        """
        seen = {one.writer for write in body.fields.values() for one in write.seen}
        others = sorted(seen - {self._writer})
        author = self._rights.staff
        if seen:
            author = self._staff_of.get(others[-1], StaffId("")) if others else StaffId("")
        subject = None if body.subject is None else erasure_mark(body.subject)
        return EntityRow(body.entity, body.kind, author, subject)

    def _allowed(self, body: Body, row: EntityRow, *, is_new: bool) -> bool:
        own = row.staff == self._rights.staff
        action = Action.CREATE if is_new and own else Action.EDIT
        if body.kind == AUDIT.name and action is Action.CREATE:
            return True  # whatever role has ended: held back, what somebody looked at would be missing from the log
        if not self._open or self._is_own_review(body):
            return False
        fields = frozenset(body.fields) if action is Action.EDIT else _NO_FIELDS
        asked = (body.kind, own, action, fields)
        known = self._answers.get(asked)
        if known is None:
            known = any(self._ask(one, body, own=own, action=action) for one in self._roles)
            self._answers[asked] = known
        return known

    def _in_own_name(self, body: Body, *, is_new: bool) -> bool:
        """Whether a message is from its author: its reader believes what it says about that."""
        if body.kind != MESSAGE.name or (not is_new and _FROM not in body.fields):
            return True
        write = body.fields.get(_FROM)
        return write is not None and write.value == self._rights.staff

    def _is_own_review(self, body: Body) -> bool:
        """Whether somebody reviews what they wrote themselves: no role allows that."""
        writer, entities = reviewed(body)
        staff = {self._staff_of.get(writer)} | {
            self._known[one].staff for one in entities if one in self._known
        }
        return self._rights.staff in staff

    def _ask(self, role: Role, body: Body, *, own: bool, action: Action) -> bool:
        return role is not Role.HUB and may(role, body.kind, body.fields, own=own, action=action)


def reviewed(body: Body) -> tuple[WriterId, tuple[EntityId, ...]]:
    """Return whose save a review is of, and the entities it names; nobody and none for any other kind."""
    write = body.fields.get(VERDICT) if body.kind == REVIEW else None
    said = None if write is None else write.value
    if not isinstance(said, dict):
        return WriterId(b""), ()
    save, pinned = said.get("save"), said.get("of")
    writer = save[0] if isinstance(save, list) and save and isinstance(save[0], bytes) else b""
    pairs = pinned if isinstance(pinned, list) else []
    entities = [one[0] for one in pairs if isinstance(one, list) and one and isinstance(one[0], bytes)]
    return WriterId(writer), tuple(EntityId(one) for one in entities if len(one) == ID_BYTES)


_NO_FIELDS: Final[frozenset[str]] = frozenset()


def _place_of(spec: KindSpec | None, stream: StreamId) -> _Place:
    if spec is None:
        return _Place.UNKNOWN
    return _Place.HERE if lies_in(spec, stream) else _Place.ELSEWHERE


def of_somebody(body: Body) -> bool:
    """Whether a body names the person it must be about: without, an erasure would pass it by."""
    spec = kind(body.kind)
    if spec is None or not spec.has_subject:
        return True
    return body.subject is not None and (body.kind != "person" or body.subject == body.entity)


def _is_what_it_claims(body: Body, row: EntityRow | None) -> bool:
    return of_somebody(body) and (row is None or _same(row, body))


def _same(row: EntityRow, body: Body) -> bool:
    subject = None if body.subject is None else erasure_mark(body.subject)
    return row.kind == body.kind and row.subject == subject
