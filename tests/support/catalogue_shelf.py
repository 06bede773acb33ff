# SPDX-License-Identifier: MIT
"""A shelf of made-up services to search in, and the shipped code lists and synonyms beside it."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desktop.notebook.catalogue.filters import Filters, OwnMarks
from desktop.notebook.catalogue.found import Found
from desktop.notebook.catalogue.index import CatalogueIndex
from desktop.notebook.catalogue.opening import Moment
from desktop.notebook.catalogue.synonyms import Synonyms, load_synonyms
from desktop.notebook.catalogue.unmet import Client
from sync.catalogue.model import Origin, Service, from_map, service_entity
from sync.records.codes import CodeLists, load_codes
from sync.records.ids import EntityId

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "resources" / "services" / "seed"
SYNONYMS = ROOT / "resources" / "services" / "synonyms.json"
TUESDAY_MORNING = Moment("2026-11-24", 10 * 60)


@cache
def codes() -> CodeLists:
    """The shipped code lists."""
    return load_codes(ROOT / "resources" / "codes")


@cache
def synonyms() -> Synonyms:
    """The shipped synonyms."""
    return load_synonyms(SYNONYMS)


def made(reference: str, name: str | Mapping[str, str], **rest: Any) -> Service:  # noqa: ANN401 - any field
    """Return a service with a Finnish name, or names, and whatever fields a test is about."""
    names = {"fi": name} if isinstance(name, str) else dict(name)
    return Service(name=names, origin=Origin(id=reference), **rest)


def entity(reference: str) -> EntityId:
    """Return the entity of ``made(reference, …)``."""
    return service_entity(Origin(id=reference))


@cache
def seed() -> tuple[Service, ...]:
    """Every service of the shipped made-up catalogue."""
    files = (json.loads(path.read_bytes()) for path in sorted(SEED.glob("*.json")))
    return tuple(from_map(one) for file in files for one in file["services"])


class Shelf:
    """An index and the references of what stands in it."""

    def __init__(self, services: Iterable[Service] = ()) -> None:
        self.index = CatalogueIndex(synonyms(), codes())
        self.references: dict[EntityId, str] = {}
        for service in services:
            self.put(service)

    def put(self, service: Service) -> None:
        """Put a service there."""
        self.references[service_entity(service.origin)] = service.origin.id
        self.index.put(service_entity(service.origin), service)

    def drop(self, reference: str) -> None:
        """Take one away."""
        self.index.drop(entity(reference))

    def found(
        self,
        text: str,
        *,
        filters: Filters | None = None,
        client: Client | None = None,
        moment: Moment = TUESDAY_MORNING,
        marks: Mapping[EntityId, OwnMarks] | None = None,
        most: int = 50,
    ) -> Found:
        """Search, asking for as little as the test says."""
        return self.index.search(
            text,
            filters=filters or Filters(),
            client=client or Client(),
            moment=moment,
            marks=marks or {},
            most=most,
        )

    def names(self, text: str, **asked: Any) -> list[str]:  # noqa: ANN401 - passed on to found
        """Return the references that are found, best first."""
        return [self.references[hit.entity] for hit in self.found(text, **asked).hits]
