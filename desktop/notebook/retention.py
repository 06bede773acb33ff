# SPDX-License-Identifier: MIT
"""What a laptop no longer needs leaves it, after a good round and when nobody works; it can be fetched again.

Time here is the hub's, and only while it is fresh: on a clock that is further from the hub's last word than two days
nothing leaves.
"""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.retention import FetchOlder, FetchPerson, OpenWindow, Window
from desktop.notebook.retention_rules import DAY_MS, Rules
from desktop.notebook.server import Handler
from desktop.store import retention_reads as found
from desktop.store.errors import StoreError
from desktop.store.evicted import fetch_again
from desktop.store.eviction import HeldRow, put_out, rows_about, rows_of
from desktop.store.keeping import AHEAD_MS, Passed, is_held, touched
from desktop.store.names import Names
from desktop.store.pacing import Pace
from desktop.store.sqlcipher import Connection
from sync.protocol.errors import Unreachable
from sync.records.ids import EntityId

EVERY_MS: Final = 20 * 3_600_000
"""Between two runs: once on a day of work."""
MARK_EVERY_MS: Final = 7 * DAY_MS
FETCH_SECONDS: Final = 20.0
_PAGE: Final = 200
_LONGEST_SECONDS: Final = 0.012
"""A transaction that took longer makes the next one smaller: a save waits no longer than 20 ms."""
_MOST: Final = 16
_HUB_SAID: Final = "retention_hub_said"
_RUN: Final = "retention_run"
_PASSED: Final = "retention_passed"


class Retention:
    """One open notebook's. ``run`` is called in the spare lane; it ends quietly when the notebook closes."""

    def __init__(self, desk: Desk, rules: Rules, *, online: Lane, reading: Lane) -> None:
        """Work by ``rules``; ``attach`` what runs the rounds before anything is fetched."""
        self._desk = desk
        self._rules = rules
        self._online = online
        self._reading = reading
        self._nudge: Callable[[], None] = _nothing
        self._ended = threading.Condition()
        self._rounds = 0
        self._well = False
        self._stopped = False
        self._idle = threading.Event()
        self._idle.set()
        self.last_seconds = 0.0
        self.longest_seconds = 0.0
        """The longest transaction of the last run."""

    def attach(self, nudge: Callable[[], None]) -> None:
        """Say what starts a round."""
        self._nudge = nudge

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about what left this computer."""
        return {
            OpenWindow: Handler(self.window, self._reading),
            FetchPerson: Handler(self.fetch, self._online),
            FetchOlder: Handler(self.fetch_older, self._online),
        }

    def round_ended(self, *, ok: bool) -> None:
        """Hear that a round ended; after a good one the laptop's clock and the hub's are known to fit."""
        if ok:
            with suppress(StoreError):  # locked meanwhile, or a full disk: nothing leaves then
                self._desk.store.set_number(_HUB_SAID, self._now())
        with self._ended:
            self._rounds += 1
            self._well = ok
            self._ended.notify_all()

    # --- asks ---

    def window(self, _ask: OpenWindow) -> Window:
        """Return how long people stay here, and how many have left."""
        away = found.away_people(self._desk.reads.connection)
        return Window(self._rules.others_people, self._rules.own_people, len(away), self._rules.fetched)

    def fetch(self, ask: FetchPerson) -> Done:
        """Fetch a card and all about the person, and the cards that are one with it.

        Raises Unreachable without a network, NotFound where nobody of that id has left this computer. Who has come
        again meanwhile need not be fetched.
        """
        desk = self._desk
        if desk.reads.entity(ask.person) is not None:
            return Done()
        if not any(
            desk.may_read("person", one) for one in found.away_from(desk.reads.connection, ask.person)
        ):
            raise NotFound(kind="person")
        connection = desk.reads.connection
        self._fetch([one for one in desk.reads.merged.joined(ask.person) if found.is_away(connection, one)])
        return Done()

    def fetch_older(self, _ask: FetchOlder) -> Done:
        """Fetch all that has left this computer; raises Unreachable without a network."""
        self._fetch(found.away_people(self._desk.reads.connection))
        return Done()

    def _fetch(self, people: Sequence[EntityId]) -> None:
        desk = self._desk
        for person in people:
            desk.looked("READ", person, kind="person", reason="fetched-again")
        with desk.store.writing() as connection:
            for person in people:
                fetch_again(connection, person, self._now())
        if not self._round() or any(found.is_away(desk.reads.connection, one) for one in people):
            raise Unreachable

    def _round(self) -> bool:
        """Run a round and return whether it went well; one that was under way may have asked too early."""
        for _ in range(2):
            with self._ended:
                before = self._rounds
                self._nudge()
                self._ended.wait_for(lambda: self._rounds > before, FETCH_SECONDS)  # noqa: B023 - waited for here
                if self._rounds == before or not self._well:
                    return False
            if not found.is_wanted(self._desk.reads.connection):
                return True
        return True

    # --- what leaves ---

    def stop(self, *, wait_seconds: float) -> None:
        """End a run after the transaction under way, so that the notebook can be closed."""
        self._stopped = True
        self._idle.wait(wait_seconds)

    def run(self) -> int:
        """Put out what the rules say, in small transactions, and return how many records of their own left."""
        self._idle.clear()
        try:
            now = self._now()
            store = self._desk.store
            if abs(now - store.number(_HUB_SAID)) > AHEAD_MS:
                return 0
            over = self._leads(now)
            if 0 <= now - store.number(_RUN) < EVERY_MS:
                return over
            passed = self._note_numbers(now)
            self.longest_seconds = 0.0
            left = over + self._people(now, passed) + self._sessions(now, passed)
            if self._stopped:
                return left
            store.set_number(_RUN, now)
            if left:
                store.tidy()
        except StoreError:
            return 0  # locked meanwhile, or a full disk: it goes on the next time
        finally:
            self._idle.set()
        return left

    def _people(self, now: int, passed: Passed) -> int:
        connection, pace = self._desk.reads.connection, Pace()
        batches = _Batches(self, now, passed)
        seen: set[EntityId] = set()
        after = -(2**62)
        while page := found.people_after(connection, after, _PAGE):
            after = page[-1][0]
            for _, person in page:
                if self._stopped:
                    return batches.left
                self._look(EntityId(person), seen, batches)
                pace.breathe()
        for person in found.deleted_people(connection):
            self._look(person, seen, batches)
        batches.flush()
        return batches.left

    def _look(self, person: EntityId, seen: set[EntityId], batches: "_Batches") -> None:
        if person in seen:
            return
        reads = self._desk.reads
        members = reads.merged.members(person)
        seen.update(members)
        if any(merge.waits for merge in reads.merged.about(members)):
            return
        if any(map(self._desk.sights.shows, members)):
            return
        if self.goes(reads.connection, rows_about(reads.connection, members), batches.now, batches.passed):
            batches.add(members)

    def goes(self, connection: Connection, rows: Sequence[HeldRow], now: int, passed: Passed) -> bool:
        """Whether these rows, all that is about one person, may leave now."""
        desk, rules = self._desk, self._rules
        people = [row.entity for row in rows if row.kind == "person"]
        last = touched(connection, rows, passed, now=now)
        if now - last <= min(rules.own_people, rules.others_people, rules.handed_on) * DAY_MS:
            return False  # most people, most days: nothing else need be asked
        mine = desk.staff in found.responsible_of(rows)
        days = rules.own_people if mine else rules.others_people
        if not mine and self._left_behind(connection, rows, now):
            days = min(days, rules.handed_on)
        return (
            bool(rows)
            and now - last > days * DAY_MS
            and not found.was_fetched(connection, people, now - rules.fetched * DAY_MS)
            and not is_held(connection, rows)
            and not found.under_review(connection, Names(connection), rows, reviewer=desk.can_review())
        )

    def put_out(self, units: Sequence[Sequence[EntityId]], now: int, passed: Passed) -> int:
        """Put these people out in one transaction; whoever was touched since they were looked at stays."""
        store = self._desk.store
        store.make_way()
        began = time.perf_counter()
        left = 0
        with store.writing() as connection:
            rows: list[HeldRow] = []
            for members in units:
                its = rows_about(connection, members)
                if self.goes(connection, its, now, passed):
                    rows += its
                    left += len(members)
            put_out(connection, store.names, store.index_key, rows, at=now)
        self.last_seconds = time.perf_counter() - began
        self.longest_seconds = max(self.longest_seconds, self.last_seconds)
        return left

    def _left_behind(self, connection: Connection, rows: Sequence[HeldRow], now: int) -> bool:
        """Whether somebody else took over long enough ago, where this person works no more."""
        names, rules = Names(connection), self._rules
        at = found.handed_on_at(connection, names, rows, self._desk.staff)
        if at is None or now - at <= rules.handed_on * DAY_MS:
            return False
        saved = max(
            found.last_own_save(connection, names, stream, [self._desk.writer])
            for stream in {row.stream for row in rows}
        )
        return now - saved > rules.team_left * DAY_MS

    def _sessions(self, now: int, passed: Passed) -> int:
        connection = self._desk.reads.connection
        before = now - self._rules.sessions * DAY_MS
        left = 0
        for session in found.sessions_before(connection, before):
            if self._stopped:
                return left
            self._desk.store.make_way()
            with self._desk.store.writing() as writing:
                its = found.of_session(writing, session)
                rows = rows_of(writing, its or ())
                old = rows and touched(writing, rows, passed, now=now) < before
                if old and not is_held(writing, rows):
                    put_out(writing, self._desk.store.names, self._desk.store.index_key, rows, at=now)
                    left += 1
        return left

    def _leads(self, now: int) -> int:
        """Put out permissions to contact that have run out, each in its own transaction; what the hub lacks waits.

        After every good round, for a permission ends with its day. By UTC's midnight that day is over in Finland.
        """
        store, connection = self._desk.store, self._desk.reads.connection
        today = datetime.fromtimestamp(now / 1000, UTC).date().isoformat()
        left = 0
        for lead in found.leads_over(connection, today=today, oldest=now - self._rules.leads * DAY_MS):
            if self._stopped:
                return left
            store.make_way()
            with store.writing() as writing:
                rows = rows_of(writing, [lead])
                if rows and not is_held(writing, rows):
                    put_out(writing, store.names, store.index_key, rows, at=now)
                    left += 1
        return left

    def _note_numbers(self, now: int) -> Passed:
        """Note by when the streams had come to their numbers, and return all that is noted."""
        store = self._desk.store
        kept = store.shelf.setting(_PASSED)
        noted: dict[str, Any] = dict(kept) if isinstance(kept, dict) else {}
        rows = found.numbers_of(self._desk.reads.connection)
        oldest = now - max(self._rules.own_people, self._rules.sessions) * DAY_MS
        for _, name, number in rows:
            marks = [[n, at] for n, at in noted.get(name, []) if oldest <= at <= now and n <= number]
            if number and (not marks or now - marks[-1][1] >= MARK_EVERY_MS or len(marks) < 2):  # noqa: PLR2004
                marks.append([number, now])
            elif number > marks[-1][0] if marks else False:
                marks[-1] = [number, now]
            noted[name] = marks
        store.shelf.put_setting(_PASSED, noted)
        return {key: [(n, at) for n, at in noted.get(name, [])] for key, name, _ in rows}

    def _now(self) -> int:
        return self._desk.now() + self._desk.store_clock_offset()


class _Batches:
    """Puts people out, a few in a transaction; how many follows from how long the last one took."""

    def __init__(self, retention: Retention, now: int, passed: Passed) -> None:
        self.now = now
        self.passed = passed
        self.left = 0
        self._retention = retention
        self._size = 4
        self._waiting: list[tuple[EntityId, ...]] = []

    def add(self, members: tuple[EntityId, ...]) -> None:
        self._waiting.append(members)
        if len(self._waiting) >= self._size:
            self.flush()

    def flush(self) -> None:
        if not self._waiting:
            return
        units, self._waiting = self._waiting, []
        self.left += self._retention.put_out(units, self.now, self.passed)
        took = self._retention.last_seconds
        self._size = max(1, self._size // 2) if took > _LONGEST_SECONDS else min(_MOST, self._size + 1)


def _nothing() -> None:
    """Nothing runs rounds yet."""
