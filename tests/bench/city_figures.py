# SPDX-License-Identifier: MIT
"""What somebody waits for in a city's notebook: each question beside the same one in a tenth of the city.

And what a save waits for while something long goes on: a thread that saves walk-ins all the while tells.
"""

import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from store_world import ME, TEAM, open_here, session, visit

from desktop.store import retention_reads
from desktop.store.colleagues import own_outbox
from desktop.store.compaction import compact
from desktop.store.comparing import StoreComparing
from desktop.store.eviction import put_out, rows_about
from desktop.store.journal import StoreJournal
from desktop.store.keeping import is_held, touched
from desktop.store.notebook import NotebookStore
from sync.log.digest import EMPTY
from sync.log.snapshot import Base, SnapshotContents, cut_snapshot
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import StreamId, new_entity
from tests.bench.made_city import DAY, MINUTE, City, CitySizes
from tests.bench.made_people import typed_names
from tests.bench.shares import share

Sizes = CitySizes
ROUNDS: Final = 5
_EVERY_SECONDS: Final = 0.02
"""Between two saves of somebody who never rests."""
_OTHER: Final = StreamId("team/t00000000000000bb")
_LETTERS: Final = 100
_UNITS: Final = 200
_MENDED: Final = 500
_LONG_SECONDS: Final = 10.0


def measure(sizes: CitySizes | None = None) -> dict[str, dict[str, float]]:
    """Return milliseconds, ratios to a tenth of the city, and milliseconds more than a save takes alone."""
    sizes = sizes or CitySizes.full()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        city, tenth = City(folder / "city.db", sizes), City(folder / "tenth.db", sizes.tenth())
        empty = open_here(folder / "empty.db")
        try:
            figures = {"asked": _asked(city, tenth), "save": _saved(city.store, empty)}
            figures["meanwhile"] = _meanwhile(city)
        finally:
            for store in (city.store, tenth.store, empty):
                store.close()
    return figures


# --- what is asked ---


def _asked(city: City, tenth: City) -> dict[str, float]:
    figures: dict[str, float] = {}
    for name, ask in _QUESTIONS.items():
        took: dict[str, list[float]] = {"": [], "_tenth": []}
        for _ in range(ROUNDS):  # turn about, so that a busy moment hits both
            for which, one in (("", city), ("_tenth", tenth)):
                took[which].append(_ms(partial(ask, one)))
        # The least of some rounds: what else the machine does only adds to it.
        full, little = min(took[""]), min(took["_tenth"])
        figures |= {f"{name}_ms": full, f"{name}_tenth_ms": little, f"{name}_growth": full / little}
    return figures


def _today(city: City) -> object:
    reads, now = city.store.reads(), city.now
    return (
        reads.lists.sessions(since=now - DAY),
        reads.lists.visits_between(now - 3 * DAY, now, most=60),
        reads.reviews.mine_to_answer(),
        reads.reviews.mine_approved(since=now - DAY),
        reads.transfers.words(),
        reads.transfers.handed_to_me(),
        reads.transfers.held(),
        reads.transfers.waiting_moves(),
        reads.settling.requests(),
        reads.settling.dismissed(),
        reads.lists.conflicts(),
        reads.sending.unsent_count(),
    )


def _people(city: City) -> object:
    lists = city.store.reads().lists
    return lists.marks_of([row.entity for row in lists.recent_people()])


def _card(city: City) -> object:
    reads, person = city.store.reads(), city.mine[1]
    reads.merged.members(person)
    return (
        reads.entity(person),
        reads.history(person),
        reads.lists.notes(person),
        reads.lists.attendances(person),
    )


def _search(city: City) -> object:
    search = city.store.reads().search
    return [search.people(typed) for typed in typed_names(_LETTERS)]


def _caseload(city: City) -> object:
    return city.store.reads().lists.caseload(ME.staff)


def _told(city: City) -> object:
    settling = city.store.reads().settling
    return [list(settling.late_writes(stream, above=0)) for stream in settling.streams()]


def _reviews(city: City) -> object:
    since = city.now - 14 * DAY
    return city.store.reads().reviews.queue(TEAM, since=since, until=since + DAY, open_only=False)


def _round(city: City) -> object:
    journal = city.journal
    return (
        journal.cursors(),
        journal.own_counts(),
        journal.unsent(max_commits=500, max_bytes=2**20),
        [journal.digest(cursor.stream) for cursor in journal.cursors()],
        own_outbox(city.store, since_ms=city.now - MINUTE),
    )


def _merged(city: City) -> object:
    city.store.set_number("bench", time.perf_counter_ns() % 2**31)  # so that the readers look anew
    return city.store.reads().merged.all()


_QUESTIONS: Final[dict[str, Callable[[City], object]]] = {
    "today": _today,
    "people": _people,
    "card": _card,
    "search": _search,
    "caseload": _caseload,
    "told": _told,
    "reviews": _reviews,
    "round": _round,
    "merged": _merged,
}


# --- what a save takes ---


def _saved(city: NotebookStore, empty: NotebookStore) -> dict[str, float]:
    opened = session()
    for store in (city, empty):
        store.save(TEAM, [opened], time_ms=0)
    took: dict[NotebookStore, list[float]] = {city: [], empty: []}
    for at in range(_LETTERS):
        for store, its in took.items():
            walk_in = visit(opened.entity, at=at, age="25_29", language="fi")
            its.append(_ms(partial(store.save, TEAM, [walk_in], time_ms=0)))
    full, bare = share(took[city], 0.5), share(took[empty], 0.5)
    return {"save_p50_ms": full, "empty_p50_ms": bare, "to_empty": full / bare}


def _meanwhile(city: City) -> dict[str, float]:
    works: dict[str, Callable[[], object]] = {
        "recount": lambda: StoreComparing(city.store).recount([TEAM]),
        "tidy": city.store.tidy,
        "eviction": lambda: _put_out(city),
        "compaction": lambda: _compact(city),
        "mending": lambda: StoreComparing(city.store).refold(TEAM, city.people[:_MENDED], EMPTY),
        "snapshot": partial(_load, city, _parts(city)),
    }
    alone, _ = _saving(city.store, lambda: time.sleep(2))
    figures = {"alone_worst_ms": alone}
    for name, work in works.items():
        worst, seconds = _saving(city.store, work)
        figures |= {f"{name}_worst_ms": worst, f"{name}_s": seconds, f"{name}_more_ms": worst - alone}
    figures |= _listing(city)
    return figures


def _saving(store: NotebookStore, work: Callable[[], object]) -> tuple[float, float]:
    """Return the longest save (ms) while the work goes on, and how long that took (s)."""
    opened = session()
    store.save(TEAM, [opened], time_ms=0)
    took, over = [], threading.Event()

    def save() -> None:
        while True:
            walk_in = visit(opened.entity, age="25_29", language="fi")
            took.append(_ms(partial(store.save, TEAM, [walk_in], time_ms=0)))
            if over.wait(_EVERY_SECONDS):
                return

    thread = threading.Thread(target=save)
    thread.start()
    seconds = _ms(work) / 1000
    over.set()
    thread.join()
    return max(took), seconds


def _listing(city: City) -> dict[str, float]:
    """Pages of people while the notebook is counted anew, beside the same with nothing going on."""
    alone = [_ms(lambda: _people(city)) for _ in range(_LETTERS)]
    ready, busy = threading.Event(), list[float]()

    def count() -> None:
        ready.set()
        StoreComparing(city.store).recount([TEAM])

    thread = threading.Thread(target=count)
    thread.start()
    ready.wait()
    while not busy or thread.is_alive():
        busy.append(_ms(lambda: _people(city)))
        time.sleep(_EVERY_SECONDS)
    thread.join()
    before, now = share(alone, 0.95), share(busy, 0.95)
    return {"list_p95_ms": now, "list_alone_p95_ms": before, "list_ratio": now / before}


def _put_out(city: City) -> None:
    """Put people out one by one, as retention does when it is slow; its own rules are not what is measured."""
    store = city.store
    for person in city.people[1 : min(_UNITS, len(city.people) // 2)]:
        store.make_way()
        with store.writing() as connection:
            rows = [
                row
                for its in [rows_about(connection, [person])]
                if not is_held(connection, its)
                and touched(connection, its, {}, now=city.now)
                and not retention_reads.under_review(connection, store.names, its, reviewer=False)
                for row in its
            ]
            put_out(connection, store.names, store.index_key, rows, at=city.now)


def _compact(city: City) -> None:
    end = time.monotonic() + _LONG_SECONDS
    while compact(city.store, before=city.now) and time.monotonic() < end:
        city.store.make_way()


def _parts(city: City) -> list[SnapshotPart]:
    """Another team's snapshot, whose people are as many as this one's, 20,000 at most; made before a save may wait."""
    with city.store.reading() as connection:
        rows = connection.execute(
            "SELECT entity, state FROM entities WHERE kind = 'person' ORDER BY entity LIMIT 20000"
        ).fetchall()
    raw = [bytes(state).replace(bytes(entity), bytes(new_entity())) for entity, state in rows]
    payloads = cut_snapshot(Base(_OTHER, 1, len(raw), bytes(32)), SnapshotContents((), (), (), (), iter(raw)))
    return [
        SnapshotPart(_OTHER, len(raw), at, len(payloads), payload, b"") for at, payload in enumerate(payloads)
    ]


def _load(city: City, parts: list[SnapshotPart]) -> None:
    journal = StoreJournal(city.store)
    for part in parts:
        last = Cursor(_OTHER, part.number, bytes(32)) if part is parts[-1] else None
        journal.apply_part(part, last)


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
