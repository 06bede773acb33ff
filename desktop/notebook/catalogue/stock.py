# SPDX-License-Identifier: MIT
"""The catalogue in memory, kept in step with the notebook: read once, then only what changed."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from desktop.store.service_reads import ServiceReads
from sync.catalogue.bounds import shown_service
from sync.catalogue.model import Service, reference_of
from sync.records.ids import EntityId

PUBLISHED: Final = "published"


@dataclass(frozen=True, slots=True)
class Kept:
    """One service as it lies in the notebook. ``service`` is ``None`` for content of no known form."""

    entity: EntityId
    service: Service | None
    status: str
    proposed: bool
    conflict: bool
    digest: bytes
    """Of the state it was read from."""


class Index(Protocol):
    """What finds services by words; it holds the published ones only."""

    def put(self, entity: EntityId, service: Service) -> None:
        """Take a service in, in place of what stood there."""

    def drop(self, entity: EntityId) -> None:
        """Forget a service."""


class Stock:
    """Every service of the notebook, decoded; ``refresh`` before use. From any lane."""

    def __init__(self, index: Index) -> None:
        """Keep ``index`` in step."""
        self._index = index
        self._lock = threading.Lock()
        self._version = b"-"
        self._kept: dict[EntityId, Kept] = {}
        self._references: dict[str, EntityId] = {}
        self.updated = 0
        """When the newest change was written (ms), as far as the notebook knows."""

    def refresh(self, reads: ServiceReads) -> bool:
        """Take in what changed; return whether anything did."""
        with self._lock:
            version = reads.version()
            if version == self._version:
                return False
            here: dict[EntityId, Kept] = {}
            for entity, state, conflict in reads.states():
                digest = hashlib.blake2b(state, digest_size=16).digest()
                before = self._kept.get(entity)
                if before is not None and before.digest == digest and before.conflict == conflict:
                    here[entity] = before
                    continue
                here[entity] = self._read(reads, entity, state, digest, conflict=conflict)
            for entity in self._kept.keys() - here.keys():
                self._index.drop(entity)
            self._kept = here
            self._references = {
                reference_of(one.service.origin): one.entity
                for one in here.values()
                if one.service is not None and one.service.origin.id
            }
            self.updated = reads.changed_at()
            self._version = version
            return True

    def get(self, entity: EntityId) -> Kept | None:
        """Return one service, ``None`` when the notebook has none of this id."""
        return self._kept.get(entity)

    def entity(self, reference: str) -> EntityId | None:
        """Return the service of a reference (``source:id``), published or not."""
        return self._references.get(reference)

    def named(self, reference: str) -> EntityId | None:
        """Return the published service that a reference (``source:id``) names."""
        entity = self._references.get(reference)
        kept = self._kept.get(entity) if entity is not None else None
        return entity if kept is not None and kept.status == PUBLISHED else None

    def all(self) -> Iterator[Kept]:
        """Yield every service, in no order."""
        return iter(list(self._kept.values()))

    def _read(
        self, reads: ServiceReads, entity: EntityId, state: bytes, digest: bytes, *, conflict: bool
    ) -> Kept:
        stored = reads.read_state(entity, state)
        try:
            service: Service | None = shown_service(stored.content)
        except ValueError:  # msgspec.ValidationError is one: what a newer version wrote in another form
            service = None
        if service is not None and stored.status == PUBLISHED:
            self._index.put(entity, service)
        else:
            self._index.drop(entity)
        return Kept(entity, service, stored.status, stored.proposed is not None, conflict, digest)
