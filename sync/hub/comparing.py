# SPDX-License-Identifier: MIT
"""Comparing: what streams hold by kind, entity by entity, and the states of those that are asked for again.

The hub's fold has no values. For a state that is asked for they are taken from the commits that its heads name,
so asking again costs what is asked for, not the stream.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from sync.hub.access import Rights
from sync.hub.audit import Event, Operation, log
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all, settle, tallied
from sync.hub.store.contract import Settling
from sync.hub.store.rows import WriterRow
from sync.log.commit import CommitId
from sync.log.digest import entity_digest
from sync.log.picked import pick, sign_picked
from sync.log.snapshot import Base
from sync.log.state import EntityState, FieldState, Head, decode_state, encode_state
from sync.protocol.comparing import (
    MOST_DIGESTS,
    MOST_STATES,
    MOST_TALLIED,
    Digests,
    DigestsRequest,
    EntityDigest,
    KindTally,
    States,
    StatesRequest,
    StreamTally,
    Tallied,
    TallyRequest,
)
from sync.protocol.errors import Code, HubBusy, refusal
from sync.records.ids import ID_BYTES, EntityId, StreamId, WriterId
from sync.records.kinds import KINDS, kind

ANSWER_BYTES: Final = 200 * 1024
"""Of states in one answer: it fits a frame even where nothing of it can be packed smaller."""
_PAGE: Final = 2000
_TRIES: Final = 3


class _Named(msgspec.Struct, array_like=True, frozen=True):
    """The beginning of a stored state: enough to pass over what is of another kind."""

    version: int
    entity: bytes
    kind: str


_names = msgspec.msgpack.Decoder(_Named)


def tally(parts: HubParts, writer: WriterId, request: TallyRequest) -> Tallied:
    """Return counts and digests by kind; raises AccessRefused, FrameRefused (more streams than may be asked)."""
    if len(request.streams) > MOST_TALLIED:
        raise refusal(Code.MALFORMED)
    readable = _readable(parts, parts.reader(writer))
    heads = parts.store.heads()
    found = []
    for stream in sorted(set(request.streams) & readable & heads.keys()):
        if heads[stream].number:
            settle(parts, stream, heads[stream].number)
            found.append(_tally(parts, stream))
    return Tallied(found, sorted(KINDS))


def digests(parts: HubParts, writer: WriterId, request: DigestsRequest) -> Digests:
    """Return one page of entities' digests; raises AccessRefused, and HubBusy while the stream moves on."""
    _demand(parts, parts.reader(writer), request.stream)
    limit = max(1, min(request.limit, MOST_DIGESTS))
    for _ in range(_TRIES):
        found = _page_of_kind(parts, request.stream, request.kind, request.after, limit)
        if found is not None:
            return found
    raise HubBusy(1.0)


def states(parts: HubParts, writer: WriterId, request: StatesRequest) -> States:
    """Return the states of these entities and of all about these subjects, signed.

    Raises AccessRefused, FrameRefused (unknown-stream, or malformed when more is asked than may be, or what is no id).
    """
    me = parts.reader(writer)
    stream = request.stream
    _demand(parts, me, stream)
    asked = [*request.entities, *request.subjects]
    if len(asked) > MOST_STATES or any(len(one) != ID_BYTES for one in asked):
        raise refusal(Code.MALFORMED)
    head = parts.store.head(stream)
    if head is None or head.number == 0:
        raise refusal(Code.UNKNOWN_STREAM)
    settle(parts, stream, head.number)
    marks = [hashlib.sha256(one).digest() for one in request.subjects]
    about = parts.store.about(stream, marks) if marks else ()
    wanted = sorted({*asked, *about})
    base, found = _as_they_stand(parts, stream, wanted)
    shown, left = _fitting(_valued(parts, stream, _served(parts, stream, found)))
    gone = [one for one in wanted if one not in shown and one not in left]
    payload = pick(base, [shown[one] for one in sorted(shown)], gone)
    log(parts, [Event(Operation.READ, me.staff, stream, f"states {len(shown)}")])
    return States(payload, sign_picked(payload, key=parts.keys.signing, hub=parts.hub), left)


def _readable(parts: HubParts, me: WriterRow) -> frozenset[StreamId]:
    return Rights.of(me, parts.store.grants(me.staff), parts.clock()).readable(parts.laptops())


def _demand(parts: HubParts, me: WriterRow, stream: StreamId) -> None:
    if stream not in _readable(parts, me):
        raise refusal(Code.STREAM_FORBIDDEN)


def _tally(parts: HubParts, stream: StreamId) -> StreamTally:
    kinds: dict[str, tuple[int, bytes]] = {}

    def look(at: Settling) -> None:
        kinds.update(tallied(at).kinds())

    number, _ = parts.store.settle(stream, look)
    return StreamTally(stream, number, [KindTally(name, *its) for name, its in kinds.items()])


def _page_of_kind(parts: HubParts, stream: StreamId, name: str, after: bytes, limit: int) -> Digests | None:
    """Return a page that is of one moment, or ``None`` when the stream was settled further meanwhile."""
    number, _ = parts.store.settle(stream, _only_look)
    found: list[EntityDigest] = []
    place = after
    while True:
        at, rows = parts.store.states_after(stream, place, _PAGE)
        if not rows:
            break
        if at != number:
            return None
        for entity, raw in rows:
            place = entity
            if _names.decode(raw).kind != name:
                continue
            if len(found) == limit:
                return Digests(number, found, more=True)
            found.append(EntityDigest(entity, entity_digest(decode_state(raw))))
    return Digests(number, found, more=False)


def _only_look(_at: Settling) -> None:
    """Settle nothing: only where the stream stands is asked."""


def _as_they_stand(
    parts: HubParts, stream: StreamId, wanted: Collection[EntityId]
) -> tuple[Base, dict[EntityId, EntityState]]:
    """Return the fold's states of these entities, all of one moment, and which moment."""
    found: dict[EntityId, EntityState] = {}
    running = b""

    def look(at: Settling) -> None:
        nonlocal running
        running = at.running()
        for entity, raw in at.states(wanted).items():
            found[entity] = decode_state(raw)

    number, _ = parts.store.settle(stream, look)
    return Base(stream, parts.epoch, number, running), found


def _served(
    parts: HubParts, stream: StreamId, found: Mapping[EntityId, EntityState]
) -> dict[EntityId, EntityState]:
    """Leave out what was erased and who moved away, should the fold still have them."""
    marks = {
        one: {hashlib.sha256(name).digest() for name in (one, state.subject) if name is not None}
        for one, state in found.items()
    }
    named = set().union(*marks.values())
    if not named:
        return {}
    out = parts.store.erased(named) | parts.store.moved_from(stream, named)
    return {
        one: state
        for one, state in found.items()
        if marks[one].isdisjoint(out) and kind(state.kind) is not None
    }


@dataclass(slots=True)
class _Values:
    """What the commits say that the heads name: (commit, entity) → field → value."""

    said: dict[tuple[CommitId, EntityId], dict[str, Any]] = field(default_factory=dict)

    def of(self, state: EntityState) -> EntityState | None:
        """Return the state with its values, ``None`` where one of them is gone."""
        fields: dict[str, FieldState] = {}
        for name, its in state.fields.items():
            heads = []
            for head in its.heads:
                said = self.said.get((head.id, state.entity), {})
                if not head.erased and name not in said:
                    return None
                value = None if head.erased else said[name]
                heads.append(Head(head.id, value, head.erased, head.origin, head.here))
            fields[name] = FieldState(tuple(heads), its.context, its.pending)
        return EntityState(state.entity, state.kind, state.subject, state.schema, fields)


def _valued(
    parts: HubParts, stream: StreamId, found: Mapping[EntityId, EntityState]
) -> dict[EntityId, EntityState]:
    """Fill the states' values in; one whose value is nowhere any more is left out."""
    dots = {
        (head.id.writer, head.id.n)
        for state in found.values()
        for its in state.fields.values()
        for head in its.heads
        if not head.erased
    }
    commits = parts.store.commits_named(stream, dots)
    values = _Values()
    for one, bodies in zip(commits, open_bodies(parts, commits), strict=True):
        place = CommitId(one.writer, one.n, one.hash[:8])
        for body in read_all(bodies):
            values.said[place, body.entity] = {name: said.value for name, said in body.fields.items()}
    whole = {entity: values.of(state) for entity, state in found.items()}
    return {entity: state for entity, state in whole.items() if state is not None}


def _fitting(found: Mapping[EntityId, EntityState]) -> tuple[dict[EntityId, bytes], list[EntityId]]:
    """Return the encoded states that fit one answer, at least one, and the entities that are left for another."""
    shown: dict[EntityId, bytes] = {}
    left: list[EntityId] = []
    size = 0
    for entity in sorted(found):
        raw = encode_state(found[entity])
        size += len(raw)
        if shown and size > ANSWER_BYTES:
            left.append(entity)
        else:
            shown[entity] = raw
    return shown, left
