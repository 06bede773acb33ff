# SPDX-License-Identifier: MIT
"""The city's services as the hub has them: what is shown, what waits for an editor, what an import said last."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import msgspec

from sync.catalogue.model import Service, from_map
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all, settle
from sync.hub.store.contract import Settling
from sync.hub.store.rows import StoredCommit
from sync.log.commit import CommitId
from sync.log.deletion import DELETED, Deletion, deletion
from sync.log.fold import heads_seen, shown
from sync.log.state import EntityState, FieldState, Head, decode_state
from sync.records.ids import CITY, EntityId, WriterId
from sync.records.services import SERVICE

CONTENT: Final = "content"
STATUS: Final = "status"
PROPOSED: Final = "proposed"
WAITING: Final = "waiting"
PUBLISHED: Final = "published"
WITHDRAWN: Final = "withdrawn"
_FIELDS: Final = (CONTENT, STATUS, PROPOSED)
_READ: Final = frozenset((*_FIELDS, DELETED))
_AT_ONCE: Final = 5_000
"""States in one question: SQLite binds at most 32,766 values."""

Dot = tuple[WriterId, int]


@dataclass(frozen=True, slots=True)
class ServiceState:
    """One service. ``None`` stands for a text that is not there, was erased, or is no service."""

    entity: EntityId
    content: Service | None
    """What is shown, or would be once it is published."""
    status: str
    proposed: Service | None
    """What an import brought and no editor has judged yet."""
    imported: Service | None
    """The newest that the hub itself wrote, wherever it stands now: what the next import is compared with."""
    edited: bool
    """Whether somebody else's text stands in ``content``, alone or beside others."""
    judged: bool
    """Whether somebody else wrote ``proposed`` last: the proposal was taken or refused."""
    ruled: bool
    """Whether somebody else wrote ``status`` last."""
    deleted: bool
    seen: Mapping[str, tuple[CommitId, ...]]
    """Field → the heads that a write after this reading has seen."""


def services_in(parts: HubParts) -> dict[EntityId, ServiceState]:
    """Return every service of the city that was ever written, as it stands now.

    Only the commits that still say something of a service are opened: the hub's fold knows which those are.
    """
    head = parts.store.head(CITY)
    if head is None or head.number == 0:
        return {}
    settle(parts, CITY, head.number)
    states = _states(parts)
    own = parts.own_writers()
    said = _Said(parts, own, states.values())
    return {entity: _service(state, said, own) for entity, state in states.items()}


def _states(parts: HubParts) -> dict[EntityId, EntityState]:
    """Return the folded states, without values, from the last settling."""
    raw: dict[EntityId, bytes] = {}
    wanted = iter(sorted(parts.store.of_kind(CITY, SERVICE.name)))
    while some := list(islice(wanted, _AT_ONCE)):

        def step(at: Settling, asked: Sequence[EntityId] = some) -> None:
            raw.update(at.states(asked))

        parts.store.settle(CITY, step)
    states = {entity: decode_state(one) for entity, one in raw.items()}
    return {entity: state for entity, state in states.items() if state.kind == SERVICE.name}


class _Said:
    """What the commits behind these states say of each service, and their numbers. Texts are read once."""

    def __init__(self, parts: HubParts, own: frozenset[WriterId], states: Iterable[EntityState]) -> None:
        self.numbers: dict[Dot, int] = {}
        self._values: dict[tuple[WriterId, int, EntityId], dict[str, Any]] = {}
        wanted = {
            dot
            for state in states
            for name, field in state.fields.items()
            if name in _READ
            for dot in _dots(field, own)
        }
        found = [parts.store.commit(CITY, writer, n) for writer, n in sorted(wanted)]
        self._keep(parts, [one for one in found if one is not None])

    def number(self, one: CommitId) -> int | None:
        """Return the hub's number of a commit."""
        return self.numbers.get((one.writer, one.n))

    def value(self, dot: Dot, entity: EntityId, name: str) -> Any:  # noqa: ANN401 - any value of the log
        """Return what a commit wrote into a field, ``None`` where it said nothing or is gone."""
        return self._values.get((*dot, entity), {}).get(name)

    def _keep(self, parts: HubParts, commits: Sequence[StoredCommit]) -> None:
        for one, bodies in zip(commits, open_bodies(parts, commits), strict=True):
            self.numbers[one.writer, one.n] = one.number
            for body in read_all(bodies):
                values = {name: write.value for name, write in body.fields.items() if name in _READ}
                self._values[one.writer, one.n, body.entity] = values


def _dots(field: FieldState, own: frozenset[WriterId]) -> Iterator[Dot]:
    """Yield the heads, and the hub's last write below them: a text that is covered is still what was imported."""
    for head in field.heads:
        yield head.id.writer, head.id.n
    for writer, n in field.context.items():
        if writer in own and n:
            yield writer, n


def _service(state: EntityState, said: _Said, own: frozenset[WriterId]) -> ServiceState:
    read = _with_values(state, said)
    values = {
        name: shown(read.fields[name], said.number).value if name in read.fields else None for name in _FIELDS
    }
    others = {name: _by_others(state, name, own) for name in _FIELDS}
    status = values[STATUS]
    return ServiceState(
        entity=state.entity,
        content=read_service(values[CONTENT]),
        status=status if isinstance(status, str) else "",
        proposed=read_service(values[PROPOSED]),
        imported=_imported(state, said, own),
        edited=others[CONTENT],
        judged=others[PROPOSED],
        ruled=others[STATUS],
        deleted=deletion(read).verdict is Deletion.DELETED,
        seen=heads_seen(state, _FIELDS),
    )


def read_service(value: object) -> Service | None:
    """Return the service of a field's value; ``None`` for what is none: an editor's program may be newer."""
    if value is None:
        return None
    try:
        return from_map(value)
    except msgspec.ValidationError:
        return None


def _with_values(state: EntityState, said: _Said) -> EntityState:
    """Return the state as a laptop has it: the hub's own keeps no values."""
    fields = {
        name: FieldState(
            tuple(
                Head(one.id, said.value((one.id.writer, one.id.n), state.entity, name), one.erased)
                for one in field.heads
            )
        )
        for name, field in state.fields.items()
    }
    return EntityState(state.entity, state.kind, state.subject, state.schema, fields)


def _by_others(state: EntityState, name: str, own: frozenset[WriterId]) -> bool:
    field = state.fields.get(name)
    return field is not None and any(one.id.writer not in own for one in field.heads)


def _imported(state: EntityState, said: _Said, own: frozenset[WriterId]) -> Service | None:
    newest, found = 0, None
    for name in (CONTENT, PROPOSED):
        field = state.fields.get(name)
        for dot in () if field is None else _dots(field, own):
            number = said.numbers.get(dot, 0)
            if dot[0] not in own or number <= newest:
                continue
            value = read_service(said.value(dot, state.entity, name))
            if value is not None:
                newest, found = number, value
    return found
