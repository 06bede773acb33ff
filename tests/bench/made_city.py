# SPDX-License-Identifier: MIT
"""A notebook as large as a city: its people, years of walk-ins and notes, a year's commits, one adviser's own work.

What is older came in a snapshot, as on every laptop that joined; what is newer came commit by commit.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from store_world import ME, NOON, TEAM, Colleague, edit, entity, note, open_here, session, visit

from desktop.store.journal import BATCH_IDLE, StoreJournal
from desktop.store.notebook import NotebookStore
from sync.log.commit import CommitId
from sync.log.running import running_over
from sync.log.snapshot import Base, SnapshotContents, cut_snapshot
from sync.log.state import EntityState, FieldState, Head, encode_state
from sync.protocol.journal import Acknowledged, Received, Run
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import EntityId
from tests.bench.bench_store import FIRST, made_last_name

SEED: Final = 20261124
MINUTE: Final = 60_000
DAY: Final = 86_400_000
CASELOAD: Final = 120
"""People of one adviser."""
_STAFF: Final = 200
_VISITS_A_SESSION: Final = 60
_AT_ONCE: Final = 5_000


@dataclass(frozen=True)
class CitySizes:
    """How much is in the notebook; ``told`` records came in the snapshot, ``colleagues`` and ``own`` as commits."""

    people: int
    told: int
    colleagues: int
    own: int

    @classmethod
    def full(cls) -> "CitySizes":
        return cls(people=100_000, told=260_000, colleagues=37_000, own=3_000)

    @classmethod
    def small(cls) -> "CitySizes":
        return cls(people=2_000, told=4_000, colleagues=600, own=60)

    def tenth(self) -> "CitySizes":
        """Return a tenth of it, but for the adviser's own: nobody's work grows with the city."""
        return CitySizes(self.people // 10, self.told // 10, self.colleagues // 10, self.own)


class City:
    """The open notebook and what to ask it about. ``now`` is the day after all of it was written."""

    def __init__(self, path: Path, sizes: CitySizes) -> None:
        """Make it at ``path``; two minutes for a full one."""
        self.store: NotebookStore = open_here(path)
        self.journal = StoreJournal(self.store, batch=BATCH_IDLE)
        self.colleague = Colleague(b"c")
        self.now = NOON + 30 * DAY
        self._dice = random.Random(SEED)
        self._sizes = sizes
        self.people = sorted(entity() for _ in range(sizes.people))
        self.sessions = [entity() for _ in range(max(1, sizes.told // 2 // _VISITS_A_SESSION))]
        self.mine = self.people[:: max(1, sizes.people // CASELOAD)]
        self._number = self._load()
        self._colleagues_work()
        self._own_work()
        self._two_values()
        self.store.tidy()

    def _load(self) -> int:
        states = sorted(self._states())
        number = len(states)
        told = SnapshotContents((), (), (), (), (raw for _, raw in states))
        payloads = cut_snapshot(Base(TEAM, 1, number, bytes(32)), told)
        for at, payload in enumerate(payloads):
            last = Cursor(TEAM, number, bytes(32)) if at + 1 == len(payloads) else None
            self.journal.apply_part(SnapshotPart(TEAM, number, at, len(payloads), payload, b""), last)
        self._running = bytes(32)
        return number

    def _states(self) -> Iterator[tuple[EntityId, bytes]]:
        dice, writer = self._dice, Colleague(b"o").key.writer
        mine = set(self.mine)
        n = 0

        def state(
            kind: str, who: EntityId, subject: EntityId | None, said: dict[str, object]
        ) -> tuple[EntityId, bytes]:
            nonlocal n
            n += 1
            head = CommitId(writer, n, n.to_bytes(8, "big"))
            fields = {name: FieldState((Head(head, value),)) for name, value in said.items()}
            return who, encode_state(EntityState(who, kind, subject, 1, fields))

        for who in self.people:
            by = ME.staff if who in mine else f"s1{dice.randrange(_STAFF):015x}"
            yield state("person", who, who, {
                "name": {"first": dice.choice(FIRST), "last": made_last_name(dice)},
                "phone": f"+35840{dice.randrange(10**7):07}", "birth_date": "1990-01-01",
                "municipality": "091", "contact_language": "fi", "register": "employment", "responsible": by,
            })  # fmt: skip
        for at, one in enumerate(self.sessions):
            starts = NOON - (len(self.sessions) - at) * 90 * MINUTE
            yield state("session", one, None, {
                "place": {"point": None, "name": "Kallion kirjasto"}, "starts": starts,
                "state": {"status": "closed", "at": starts}, f"staff/{ME.staff}": True,
            })  # fmt: skip
        for at in range(self._sizes.told // 2):
            one = self.sessions[at // _VISITS_A_SESSION % len(self.sessions)]
            yield state("visit", entity(), None, {
                "session": one, "at": NOON - (self._sizes.told // 2 - at) * MINUTE, "topics/cv": True,
                "age": "25_29", "language": "fi", "first_time": "yes",
            })  # fmt: skip
        for at in range(self._sizes.told - self._sizes.told // 2):
            yield state("note", entity(), dice.choice(self.people), {
                "text": f"{made_last_name(dice)} {made_last_name(dice)}", "at": NOON - at * MINUTE,
            })  # fmt: skip

    def _colleagues_work(self) -> None:
        dice, author = self._dice, self.colleague
        opened = entity()
        for at in range(self._sizes.colleagues):
            when = NOON + at * (20 * DAY // max(1, self._sizes.colleagues))
            if at % 3:
                author.write("visit", entity(), {
                    "session": opened, "at": when, "topics/cv": True, "age": "25_29", "language": "fi",
                }, at=when)  # fmt: skip
            else:
                about = dice.choice(self.people)
                said: dict[str, object] = {"text": made_last_name(dice), "at": when}
                author.write("note", entity(), said, subject=about, at=when)
        self._come_in(0)

    def _own_work(self) -> None:
        opened = session(at=NOON)
        self.store.save(TEAM, [opened], time_ms=NOON)
        for at in range(1, self._sizes.own):
            when = NOON + at * (28 * DAY // self._sizes.own)
            match at % 4:
                case 0:
                    one = edit("person", self._dice.choice(self.mine), phone=f"+35850{at:07}")
                case 1:
                    one = note(self._dice.choice(self.mine), made_last_name(self._dice), at=when)
                case _:
                    one = visit(opened.entity, at=when, age="25_29", language="fi")
            self.store.save(TEAM, [one], time_ms=when)
        self._acknowledge()

    def _two_values(self) -> None:
        """Let a colleague change what this adviser has changed, without having seen it."""
        before = len(self.colleague.made)
        for at, who in enumerate(self.mine[:40]):
            self.colleague.write("person", who, {"phone": f"+35844{at:07}"}, subject=who, at=self.now)
        self._come_in(before)

    def _come_in(self, first: int) -> None:
        author = self.colleague
        for start in range(first, len(author.made), _AT_ONCE):
            some = author.made[start : start + _AT_ONCE]
            self._running = running_over(self._running, [one.hash for one in some])
            received = tuple(Received(self._number + at, one) for at, one in enumerate(some, 1))
            self._number += len(some)
            cursor = Cursor(TEAM, self._number, self._running)
            self.journal.apply(Run(TEAM, received, cursor, {author.key.writer: author.key.public}))

    def _acknowledge(self) -> None:
        """Let the hub have all that waits, each stream's in the order in which it was written."""
        while (waiting := self.journal.unsent(max_commits=_AT_ONCE, max_bytes=2**30)) is not None:
            through = waiting.first + len(waiting.commits) - 1
            # Other commits of the audit stream there are none, so that its numbers are the commits' own.
            before = self._number - waiting.first + 1 if waiting.stream == TEAM else 0
            numbers = {n: n + before for n in range(waiting.first, through + 1)}
            if waiting.stream == TEAM:
                self._number += len(numbers)
            self.journal.acknowledge(
                Acknowledged(waiting.stream, waiting.writer, through, numbers, (), (), b"", b"")
            )
