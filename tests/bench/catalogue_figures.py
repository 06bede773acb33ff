# SPDX-License-Identifier: MIT
"""The catalogue with 5,000 services: search letter by letter beside a plain scan of the same texts, build, memory."""

import json
import os
import random
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from desktop.notebook.catalogue.entry import Labels, entry_of
from desktop.notebook.catalogue.filters import Filters
from desktop.notebook.catalogue.index import CatalogueIndex
from desktop.notebook.catalogue.opening import Moment
from desktop.notebook.catalogue.synonyms import load_synonyms
from desktop.notebook.catalogue.unmet import Client
from sync.catalogue.model import Origin, Service, from_map, service_entity
from sync.records.codes import CodeLists, load_codes
from sync.records.ids import EntityId
from tests.bench.children import ROOT
from tests.bench.memory import resident_bytes
from tests.bench.shares import share

SERVICES: Final = ROOT / "resources" / "services"
MOST: Final = 50
NOON: Final = Moment("2026-11-24", 12 * 60)
SOMEBODY: Final = Client(
    ages=(25, 29), language="so", municipality="091", status="unemployed", district="701"
)
TYPED: Final = (
    "hygieniapassi",
    "työkokeiluun",
    "kielikursseja",
    "suomen kielen kurssi illalla",
    "kämppä",
    "masennus",
    "velkaneuvonta malmi",
    "duuni",
    "sossu",
    "te-toimisto",
    "ansioluetelo",
    "job search in english",
    "bostad",
    "резюме",
    "курсы финского",
    "toimentulotuki",
)
"""Said, inflected, misspelt, in four languages; each is typed letter by letter."""
_SYLLABLES: Final = (
    "ka",
    "lo",
    "mi",
    "ru",
    "te",
    "vai",
    "kos",
    "hel",
    "num",
    "tar",
    "sy",
    "pel",
    "jor",
    "rin",
)


@dataclass(frozen=True)
class Sizes:
    """How much is measured; ``full()`` is what the goals are stated for."""

    services: int
    rounds: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(services=5_000, rounds=3)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(services=200, rounds=1)


def measure(sizes: Sizes | None = None) -> dict[str, float]:
    """Return milliseconds of a search (p50, p95, p99) and of a scan, seconds of building, MiB held."""
    sizes = sizes or Sizes.full()
    codes, synonyms = load_codes(ROOT / "resources" / "codes"), load_synonyms(SERVICES / "synonyms.json")
    services = made_services(sizes.services)
    before, start = _mib(), time.perf_counter()
    index = CatalogueIndex(synonyms, codes)
    for entity, service in services:
        index.put(entity, service)
    build = time.perf_counter() - start
    first = _search(index, TYPED[0])
    held = _mib() - before
    texts = scanned_texts(services, codes)
    searches: list[float] = []
    scans: list[float] = []
    for _ in range(sizes.rounds):  # one after the other for each text, so that both meet the same machine
        for text in TYPED:
            index.put(*services[0])  # a change from the hub: what earlier texts were found by is forgotten
            for end in range(1, len(text) + 1):
                searches.append(_search(index, text[:end]))
                scans.append(_scan(texts, text[:end]))
    return {
        "services": float(len(index)),
        "letters": float(len(searches)),
        "p50_ms": statistics.median(searches),
        "p95_ms": share(searches, 0.95),
        "p99_ms": share(searches, 0.99),
        "first_ms": first,
        "scan_p50_ms": statistics.median(scans),
        "scan_p95_ms": share(scans, 0.95),
        "p95_to_scan": share(searches, 0.95) / share(scans, 0.95),
        "build_s": build,
        "memory_mib": max(held, 0.1),
        "texts_mib": sum(len(text.encode()) for text in texts) / 2**20,
    }


def made_services(count: int, *, seed: int = 11) -> list[tuple[EntityId, Service]]:
    """Return this many services: the shipped made-up ones with other names, places and made words in the texts."""
    chance = random.Random(seed)
    files = (json.loads(path.read_bytes()) for path in sorted(Path(SERVICES, "seed").glob("*.json")))
    known = [from_map(one) for file in files for one in file["services"]]
    found = []
    for number in range(count):
        one = known[number % len(known)]
        place = _word(chance)
        varied = msgspec.structs.replace(
            one,
            name={language: f"{name} {place}" for language, name in one.name.items()},
            description={
                language: f"{text} {' '.join(_word(chance) for _ in range(6))}"
                for language, text in one.description.items()
            },
            origin=Origin(id=f"{one.origin.id}-{number}"),
        )
        found.append((service_entity(varied.origin), varied))
    return found


def scanned_texts(services: list[tuple[EntityId, Service]], codes: CodeLists) -> list[str]:
    """Return what the index searches of each service, as one text in lower case."""
    labels = Labels(codes)
    return [
        "\n".join(text for _, _, text in entry_of(entity, service, labels).texts).casefold()
        for entity, service in services
    ]


def _search(index: CatalogueIndex, text: str) -> float:
    start = time.perf_counter()
    index.search(text, filters=Filters(), client=SOMEBODY, moment=NOON, marks={}, most=MOST)
    return (time.perf_counter() - start) * 1_000


def _scan(texts: list[str], typed: str) -> float:
    """Look for all words as they are, in every text: what a page's own search would do, unranked."""
    start = time.perf_counter()
    words = typed.casefold().split()
    _ = [number for number, text in enumerate(texts) if all(word in text for word in words)]
    return (time.perf_counter() - start) * 1_000


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3))


def _mib() -> float:
    return resident_bytes(os.getpid()) / 2**20


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:20} {value:12.2f}")  # noqa: T201 - a measurement is read at the terminal
