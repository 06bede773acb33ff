# SPDX-License-Identifier: MIT
"""The notebook's figures, each beside its reference in the same run: save, search, encryption, apply, first sync."""

import itertools
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from store_world import (
    AUDIT_KEY,
    HUB,
    INDEX_KEY,
    KEY,
    ME,
    NOON,
    TEAM,
    Colleague,
    entity,
    person,
    session,
    visit,
)

from desktop.store import notebook, sqlcipher
from desktop.store.changes import Change
from desktop.store.journal import BATCH_IDLE, StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.log.commit import CommitId
from sync.log.running import running_over, running_start
from sync.log.snapshot import Base, SnapshotContents, cut_snapshot
from sync.log.state import EntityState, FieldState, Head, encode_state
from sync.protocol.journal import Received, Run
from sync.protocol.messages import Cursor, SnapshotPart

ROUNDS: Final = 5
FIRST = (
    "Aino",
    "Väinö",
    "Liisa",
    "Matti",
    "Fatima",
    "Omar",
    "\u0422\u0430\u0440\u0430\u0441",
    "Anna-Liisa",
    "Yrjö",
    "Sofia",
    "Nguyễn",
    "Ali",
)
LAST = (
    "Korhonen",
    "Virtanen",
    "Mäkinen",
    "Hämäläinen",
    "Nieminen",
    "Самойленко",
    "Hassan",
    "Abdi",
    "Lindström",
)
TAILS = ("", "-Aho", "la", "nen", "vaara", "niemi", "mäki", "salo", "koski", "virta", "lampi", "ranta")


@dataclass(frozen=True)
class Sizes:
    """How much is measured; ``full()`` is what the goals are stated for."""

    people: int
    saves: int
    commits: int
    first_sync: int
    queries: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(people=100_000, saves=500, commits=10_000, first_sync=50_000, queries=400)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(people=5_000, saves=200, commits=2_000, first_sync=4_000, queries=100)


def measure(sizes: Sizes | None = None) -> dict[str, dict[str, float]]:
    """Return the figures: milliseconds, rates a second, and ratios to the reference of the same run."""
    sizes = sizes or Sizes.full()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = {"save": _save(folder, sizes), "apply": _apply(folder, sizes)}
        figures["first_sync"], loaded = _first_sync(folder, sizes)
        loaded.close()
        figures["search"] = _search_and_encryption(folder, sizes)
    return figures


def _open(path: Path) -> NotebookStore:
    return open_notebook(
        path, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY, me=ME, hub=HUB, create=True, allow_temporary=True
    )


def _times(work: Callable[[], object], count: int) -> list[float]:
    found = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found


def _at(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _save(folder: Path, sizes: Sizes) -> dict[str, float]:
    """A walk-in saved, a row inserted into plain SQLite (WAL, FULL), an fsync: turn about, on one disk."""
    store = _open(folder / "save.db")
    opened = session()
    store.save(TEAM, [opened], time_ms=NOON)
    plain = sqlite3.connect(folder / "one-row.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE visits(id INTEGER PRIMARY KEY, body BLOB)")
    clock, body = itertools.count(NOON), os.urandom(300)
    saves, bare, syncs = [], [], []
    with (folder / "fsync").open("wb") as file:

        def sync() -> None:
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())

        for _ in range(sizes.saves):
            walk_in = visit(opened.entity, at=next(clock), age="25_29", language="fi", first_time="yes")
            saves += _times(partial(store.save, TEAM, [walk_in], time_ms=next(clock)), 1)
            bare += _times(lambda: plain.execute("INSERT INTO visits(body) VALUES (?)", (body,)), 1)
            syncs += _times(sync, 1)
    plain.close()
    store.close()
    return {
        "save_p50_ms": _at(saves, 0.5), "save_p99_ms": _at(saves, 0.99), "bare_p50_ms": _at(bare, 0.5),
        "fsync_p50_ms": _at(syncs, 0.5), "ratio": _at(saves, 0.5) / _at(bare, 0.5),
    }  # fmt: skip


def _apply(folder: Path, sizes: Sizes) -> dict[str, float]:
    """Commits of a colleague until folded, indexed and on disk, encrypted."""
    author, opened = Colleague(b"c"), entity()
    for at in range(sizes.commits):
        if at % 10 == 0:
            who = entity()
            author.write(
                "person", who, {"name": {"first": FIRST[at % 12], "last": f"{LAST[at % 9]}{at}"}}, subject=who
            )
        else:
            author.write("visit", entity(), {
                "session": opened, "at": NOON + at, "topics/cv": True, "age": "25_29", "language": "fi",
            })  # fmt: skip
    store = _open(folder / "apply.db")
    journal = StoreJournal(store, batch=BATCH_IDLE)
    journal.begin_epoch(1)
    running = running_over(running_start(HUB, TEAM, 1), [one.hash for one in author.made])
    received = tuple(Received(at, one) for at, one in enumerate(author.made, 1))
    run = Run(TEAM, received, Cursor(TEAM, len(received), running), {author.key.writer: author.key.public})
    (took,) = _times(lambda: journal.apply(run), 1)
    store.close()
    return {"commits": float(sizes.commits), "seconds": took / 1000, "per_s": sizes.commits / took * 1000}


def _states(count: int) -> Iterator[bytes]:
    """Encoded states of people as a snapshot carries them, in order of their ids."""
    dice = random.Random(20261124)
    author = Colleague(b"c").key.writer
    ids = sorted(entity() for _ in range(count))
    for n, who in enumerate(ids, 1):
        one = CommitId(author, n, n.to_bytes(8, "big"))
        last = made_last_name(dice)
        values: dict[str, object] = {
            "name": {"first": dice.choice(FIRST), "last": last},
            "phone": f"+35840{dice.randrange(10**7):07}", "birth_date": "1990-01-01", "municipality": "091",
            "contact_language": "fi", "register": "employment",
        }  # fmt: skip
        fields = {name: FieldState((Head(one, value),)) for name, value in values.items()}
        yield encode_state(EntityState(who, "person", who, 1, fields))


SYLLABLES = (
    "ka",
    "ko",
    "li",
    "mä",
    "ne",
    "pe",
    "ra",
    "sa",
    "tu",
    "vi",
    "hei",
    "lah",
    "nie",
    "rou",
    "sal",
    "öst",
)


def made_last_name(dice: random.Random) -> str:
    """One of about 27,000 last names: a common one, or one made of syllables."""
    if dice.random() < 0.5:
        return dice.choice(LAST) + dice.choice(TAILS)
    made = "".join(dice.choice(SYLLABLES) for _ in range(3)) + dice.choice(TAILS[1:8])
    return made.capitalize()


def _first_sync(folder: Path, sizes: Sizes) -> tuple[dict[str, float], NotebookStore]:
    """A snapshot of people until it can be searched, against bare inserts of the same rows into such a store."""
    contents = SnapshotContents((), (), (), (), _states(sizes.first_sync))
    payloads = cut_snapshot(Base(TEAM, 1, sizes.first_sync, bytes(32)), contents)
    store = _open(folder / "first.db")
    journal = StoreJournal(store)

    def load() -> None:
        for at, payload in enumerate(payloads):
            last = Cursor(TEAM, sizes.first_sync, bytes(32)) if at + 1 == len(payloads) else None
            journal.apply_part(SnapshotPart(TEAM, sizes.first_sync, at, len(payloads), payload, b""), last)

    (took,) = _times(load, 1)
    bare = _bare_inserts(store, folder, len(payloads))
    return {
        "people": float(sizes.first_sync), "seconds": took / 1000, "bare_seconds": bare / 1000,
        "share_of_bare_speed": bare / took, "parts": float(len(payloads)),
    }, store  # fmt: skip


_ROWS: Final = {
    "INSERT INTO entities VALUES (?,?,?,?,?,?)": "SELECT * FROM entities ORDER BY entity",
    "INSERT INTO people VALUES (?,?,?,?,?,?,?,?,?,?,?)": "SELECT * FROM people ORDER BY id",
    "INSERT INTO people_text(rowid, words) VALUES (?,?)": "SELECT rowid, words FROM people_text ORDER BY rowid",
    "INSERT INTO short VALUES (?,?)": "SELECT * FROM short ORDER BY id",
    "INSERT INTO words VALUES (?,?,?)": "SELECT * FROM words ORDER BY id",
}
"""Each table's rows in the order in which a first sync brings them."""


def _bare_inserts(store: NotebookStore, folder: Path, parts: int) -> float:
    """Time the rows of the loaded store's tables inserted as they are into an empty one like it."""
    with store.reading() as connection:
        rows = {insert: connection.execute(select).fetchall() for insert, select in _ROWS.items()}
    batches = [
        {
            insert: sorted(its[part * len(its) // parts : (part + 1) * len(its) // parts])
            for insert, its in rows.items()
        }
        for part in range(parts)
    ]
    empty = _open(folder / "bare.db")

    def insert_all() -> None:
        for batch in batches:
            with empty.writing() as connection:
                for insert, its in batch.items():
                    connection.executemany(insert, its)

    (took,) = _times(insert_all, 1)
    empty.close()
    return took


def _search_and_encryption(folder: Path, sizes: Sizes) -> dict[str, float]:
    """Search typed letter by letter over many people, and the same over a file without encryption."""
    figures: dict[str, float] = {}
    stores: dict[str, NotebookStore] = {}
    for name in ("encrypted", "plain"):
        with _encryption(on=name == "encrypted"):
            store = stores[name] = _open(folder / f"{name}.db")
            _load_people(store, sizes.people)
            _type_names(store, sizes.queries // 2)
    typed: dict[str, list[float]] = {name: [] for name in stores}
    lists: dict[str, list[float]] = {name: [] for name in stores}
    taken: dict[str, list[float]] = {name: [] for name in stores}
    for _ in range(ROUNDS):
        for name, store in stores.items():
            typed[name] += _type_names(store, sizes.queries // ROUNDS)
            lists[name] += _times(partial(store.reads().lists.recent_people), 20)
            for _ in range(20):
                taken[name] += _times(partial(store.save, TEAM, [_card()], time_ms=NOON), 1)
    for store in stores.values():
        store.close()
    figures |= {
        "people": float(sizes.people), "p50_ms": _at(typed["encrypted"], 0.5), "p95_ms": _at(typed["encrypted"], 0.95),
        "p99_ms": _at(typed["encrypted"], 0.99), "max_ms": max(typed["encrypted"]),
        "encryption_search_ratio": statistics.median(typed["encrypted"]) / statistics.median(typed["plain"]),
        "encryption_list_ratio": statistics.median(lists["encrypted"]) / statistics.median(lists["plain"]),
        "encryption_save_ratio": statistics.median(taken["encrypted"]) / statistics.median(taken["plain"]),
    }  # fmt: skip
    return figures


@contextmanager
def _encryption(*, on: bool) -> Iterator[None]:
    """The same code over plain SQLite: only here, the first statement sets no key."""
    if on:
        yield
        return
    modules = {sqlcipher: ("_set_key", "refuse_plaintext"), notebook: ("refuse_plaintext",)}
    kept = [(module, name, getattr(module, name)) for module, names in modules.items() for name in names]
    for module, name, _ in kept:
        setattr(module, name, lambda *_: None)
    try:
        yield
    finally:
        for module, name, function in kept:
            setattr(module, name, function)


def _card() -> Change:
    return person("Aino", "Korhonen", phone="+358405550132")


def _load_people(store: NotebookStore, count: int) -> None:
    payloads = cut_snapshot(Base(TEAM, 1, count, bytes(32)), SnapshotContents((), (), (), (), _states(count)))
    journal = StoreJournal(store)
    for at, payload in enumerate(payloads):
        last = Cursor(TEAM, count, bytes(32)) if at + 1 == len(payloads) else None
        journal.apply_part(SnapshotPart(TEAM, count, at, len(payloads), payload, b""), last)
    store.tidy()


def _type_names(store: NotebookStore, queries: int) -> list[float]:
    dice = random.Random(7)
    search = store.reads().search
    took: list[float] = []
    while len(took) < queries:
        word = dice.choice(FIRST) if dice.random() < 0.3 else made_last_name(dice)
        word = word if dice.random() < 0.8 else word[:-2] + "x"
        for length in range(1, len(word) + 1):
            took += _times(partial(search.people, word[:length]), 1)
    return took
