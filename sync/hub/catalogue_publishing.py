# SPDX-License-Identifier: MIT
"""Publishing an import: all of it is weighed against what stands, and only then is anything written."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from sync.catalogue.model import NAME_LENGTH, Origin, Service, reference_of, service_entity, text_in
from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import write_drafts
from sync.hub.catalogue import ServiceState, services_in
from sync.hub.catalogue_change import Outcome, change, gone, seen_of
from sync.hub.parts import HubParts
from sync.hub.settling import settle
from sync.log.codec import MAX_BYTES, check_value, encode
from sync.log.commit import Draft
from sync.log.errors import Malformed
from sync.records.ids import CITY, EntityId
from sync.records.services import SERVICE

COMMIT_BYTES: Final = 96 * 1024
"""Of services in one commit: well below a commit's limit, so that a laptop on a bad link gets on."""
_COMMIT_SERVICES: Final = 60
_ROOM: Final = 4 * 1024
"""What a commit needs besides the texts: header, salts, names, seen ids."""
_COMMITS_AT_ONCE: Final = 16
"""In one transaction: pushes to other streams wait for it on SQLite."""


class Line(msgspec.Struct, frozen=True):
    """What became of one service."""

    outcome: Outcome
    reference: str
    name: str


class Published(msgspec.Struct, frozen=True):
    """What an import did, one line a service that is not the same, and how many were the same."""

    lines: tuple[Line, ...]
    same: int

    def count(self, outcome: Outcome) -> int:
        """Return how many services this became of."""
        if outcome is Outcome.SAME:
            return self.same
        return sum(1 for one in self.lines if one.outcome is outcome)


def publish(
    parts: HubParts,
    services: Sequence[Service],
    source: str,
    *,
    whole: bool,
    review: bool,
    withdraw_gone: bool = False,
    held: Collection[str] = (),
) -> Published:
    """Bring the city's services to what was imported, by the hub's own commits; nothing new, no commit.

    ``whole``: ``services`` is all that ``source`` has, so that what it has no longer is told, and taken out
    of use with ``withdraw_gone``; ``held`` are references that it still names. A service that is refused
    stops no other. An import that is cut off is completed by making it again.
    """
    known = services_in(parts)
    named = _by_reference(known)
    lines: list[Line] = []
    drafts: list[tuple[Draft, int]] = []
    same = 0
    met: set[EntityId] = set()
    for service in services:
        reference = reference_of(service.origin)
        entity = named.get(reference) or service_entity(service.origin)
        if entity in met:
            continue
        met.add(entity)
        state = known.get(entity)
        done = change(state, service, review=review)
        size = _size(done.fields)
        outcome = Outcome.REFUSED if size > MAX_BYTES - _ROOM else done.outcome
        if outcome is Outcome.SAME:
            same += 1
            continue
        lines.append(Line(outcome, reference, _name(service)))
        if outcome is not Outcome.REFUSED:
            drafts.append((_draft(entity, state, done.fields), size))
    sources = {source, *(service.origin.source for service in services)}
    for entity, state in sorted(_missing(known, met, sources).items() if whole else ()):
        done = gone(state, withdraw=withdraw_gone)
        if done.outcome is Outcome.SAME or state.imported is None:
            continue
        reference = reference_of(state.imported.origin)
        if reference in held:
            continue
        lines.append(Line(done.outcome, reference, _name(state.imported)))
        if done.fields:
            drafts.append((_draft(entity, state, done.fields), _size(done.fields)))
    published = Published(tuple(lines), same)
    _write(parts, drafts)
    if drafts:
        log(parts, [Event(Operation.UPDATE, "", CITY, f"services of {source}: {len(drafts)} written")])
    return published


def _by_reference(known: Mapping[EntityId, ServiceState]) -> dict[str, EntityId]:
    """Return where each reference lies: a service that an editor made is not under its derived id."""
    found: dict[str, EntityId] = {}
    for entity, state in sorted(known.items()):
        for service in (state.imported, state.content):
            if service is not None:
                found.setdefault(own_reference(entity, service), entity)
    return found


def own_reference(entity: EntityId, service: Service) -> str:
    """Return what others name this service by; one without an id of its source goes by its entity's."""
    return reference_of(own_origin(entity, service))


def own_origin(entity: EntityId, service: Service) -> Origin:
    """Return where this service comes from, with an id in any case."""
    origin = service.origin
    return origin if origin.id else msgspec.structs.replace(origin, id=entity.hex())


def _missing(
    known: Mapping[EntityId, ServiceState], met: set[EntityId], sources: set[str]
) -> dict[EntityId, ServiceState]:
    """Return what the hub once read from these sources and has not met now."""
    return {
        entity: state
        for entity, state in known.items()
        if entity not in met and state.imported is not None and state.imported.origin.source in sources
    }


def _size(fields: Mapping[str, Any]) -> int:
    """Return the bytes of what is to be written; more than a commit holds where it cannot be written at all."""
    try:
        for value in fields.values():
            check_value(value)
    except Malformed:
        return MAX_BYTES
    return len(encode(fields))


def _draft(entity: EntityId, state: ServiceState | None, fields: Mapping[str, Any]) -> Draft:
    return Draft(SERVICE.name, entity, None, 1, seen_of(state, fields))


def _name(service: Service) -> str:
    return text_in(service.name, "fi")[:NAME_LENGTH]


def _write(parts: HubParts, drafts: Iterable[tuple[Draft, int]]) -> None:
    saves: list[Sequence[Draft]] = []
    for save in _saves(drafts):
        saves.append(save)
        if len(saves) == _COMMITS_AT_ONCE:
            write_drafts(parts, CITY, saves)
            saves = []
    if saves:
        write_drafts(parts, CITY, saves)
    head = parts.store.head(CITY)
    if head is not None and head.number:
        settle(parts, CITY, head.number)


def _saves(drafts: Iterable[tuple[Draft, int]]) -> Iterator[list[Draft]]:
    """Yield the drafts commit by commit."""
    save: list[Draft] = []
    filled = 0
    for draft, size in drafts:
        if save and (filled + size > COMMIT_BYTES or len(save) == _COMMIT_SERVICES):
            yield save
            save, filled = [], 0
        save.append(draft)
        filled += size
    if save:
        yield save
