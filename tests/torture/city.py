# SPDX-License-Identifier: MIT
"""A city that plays a history: real notebooks, a real hub, and a book of what was acknowledged."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from hub_world import HubWorld
from store_world import entity

from desktop.store.changes import Change
from desktop.store.evicted import want
from sync.hub.doubles import doubles, let_go
from sync.hub.moved_before import between, carry_once_more
from sync.hub.restored import confirm, waiting_rights
from sync.log.commit import CommitId
from sync.log.state import EntityState
from sync.protocol.errors import AccessRefused
from sync.protocol.journal import RoundRecord
from sync.protocol.messages import EnrolRequest
from sync.records.ids import EntityId, StreamId, TeamId, team_stream
from tests.torture import holdings
from tests.torture.book import Book, Home, Saved
from tests.torture.laptop import Laptop, Machine
from tests.torture.network import Fault
from tests.torture.programs import program
from tests.torture.shelf import Owner, Taken
from tests.torture.steps import Step

OLDER: Final = (1, 3)
"""Whose laptops begin with the older program."""
_GOOD: Final = frozenset({"done", "offline"})
_ROUNDS: Final = 3
"""Of everybody, at the end of a history."""
_ROUNDS_RESTORED: Final = 6
"""After a restore one may have to wait for what another brings."""


class Surprise(AssertionError):
    """A round ended in a way that no step explains."""


class City:
    """One history's world. ``take`` does a step; ``quiet`` lets everybody meet the hub until nothing moves."""

    def __init__(self, taken: Taken, people: Sequence[EntityId] = ()) -> None:
        self.taken = taken
        self.owners = taken.owners
        self.teams = taken.teams
        self.world: HubWorld = taken.world()
        self.machine = Machine(lambda: self.world.service, self.world.hub, self.world.root_digest)
        self.laptops = [
            Laptop(
                self.machine, taken.folder / f"{at}.db", one.me, one.receiving, self.world.parts.clock(), 3
            )
            for at, one in enumerate(self.owners)
        ]
        for at in OLDER:
            self.laptops[at].older = True
        self.book = Book()
        self.people = list(people) or [entity() for _ in range(3)]
        self.notes: list[tuple[EntityId, EntityId]] = []
        self.erased: set[EntityId] = set()
        self.released: set[CommitId] = set()
        self.backups: list[tuple[Path, str | None, frozenset[tuple[StreamId, EntityId]]]] = []
        """The hub's, each with the address of the database that belongs to it and the moves that were done by then."""
        self.restored = 0
        """How often the hub was lost and came back."""
        self.moved: set[EntityId] = set()
        """Whom somebody has ordered to go to another team."""
        self.fired: Counter[str] = Counter()
        """How often each step came to something."""
        self.readable: dict[Path, frozenset[StreamId]] = {}
        """What the owner of each notebook may read while everything is checked."""
        self.number = 0

    def reopen(self) -> None:
        """Open the hub where it lies now; the laptops find it again."""
        self.world = self.taken.world()
        for laptop in self.laptops:
            laptop.connect()

    def round(self, laptop: Laptop, faults: list[Fault]) -> RoundRecord:
        """Make a round, becoming the heir where that is needed; raises Surprise."""
        for _ in range(4):
            record = laptop.round(faults)
            if not record.problem.startswith("Cloned"):
                break
            faults = []
            try:
                laptop.go_on_as_heir()
            except AccessRefused:
                laptop.gone = "revoked"
                break
            self._learn_aliases(laptop)
        if laptop.gone or record.problem.startswith("writer-revoked"):
            laptop.gone = "revoked"
        elif record.outcome.value not in _GOOD and not self._is_told(laptop, record.problem):
            raise Surprise(f"round: {record.outcome.value} {record.problem}")
        return record

    def _is_told(self, laptop: Laptop, problem: str) -> bool:
        """Whether a round may end with this: what is a colleague's waits for them, or for somebody who may bring it.

        After a restore a laptop also waits with what the lost hub had said in a team that is no longer its owner's,
        and an heir for the administrator, who confirms what the lost hub had let in.
        """
        word, _, stream = problem.partition(" ")
        left = word == "stream-forbidden" and not holdings.may_read(
            self.world.parts, laptop, StreamId(stream)
        )
        waits = left or word == "unknown-writer"
        return problem.startswith("Colleague") or (self.restored > 0 and waits)

    def excuse_lost(self) -> None:
        """Excuse what is neither at the hub nor in any notebook that could still bring it."""
        parts = self.world.parts
        there = holdings.at_hub(parts, self.streams)
        for laptop in self.laptops:
            there |= holdings.held_whole(parts, laptop) if self.restored else holdings.held_by(laptop)
        for one in self.book.saves:
            if not one.ids & there:
                one.excused = one.excused or "lost with its disk"

    # --- saves and the book

    def save(
        self,
        laptop: Laptop,
        kind: str,
        one: EntityId,
        fields: dict[str, Any],
        *,
        subject: EntityId | None = None,
        stream: StreamId | None = None,
    ) -> bool:
        """Save, and once that is acknowledged, write it into the book with what was on the screen.

        Returns whether the program would have let it be saved here at all.
        """
        if stream is None:
            stream = self.desk_of(laptop, one, subject or one)
            if stream is None or not self.may_open(laptop, stream):
                return (
                    False  # the program shows nobody a team that is not theirs, as far as this laptop knows
                )
        state = laptop.store.reads().entities.state(one)
        if state is None and kind == "person":
            fields = {"name": {"first": "Aino", "last": "Esimerkki"}, **fields}
        saw = {name: self._on_screen(one, name, state) for name in fields}
        before = {name: self._own_before(laptop, stream, (one, name)) for name in fields}
        change = Change(kind=kind, entity=one, fields=fields, subject=subject)
        its = laptop.store.save(stream, [change], time_ms=laptop.now())
        laptop.store.record({"operation": "READ", "target": one}, time_ms=laptop.now())
        for name, value in fields.items():
            self.book.write(
                Saved(
                    (stream, one, name),
                    subject or one,
                    value,
                    its,
                    laptop.path.name,
                    laptop.staff,
                    saw[name],
                    before[name],
                )
            )
        return True

    def say(
        self, laptop: Laptop, stream: StreamId, kind: str, one: EntityId, fields: dict[str, Any],
        *, subject: EntityId | None = None,
    ) -> None:  # fmt: skip
        """Save an order, which is no value: the book does not keep it."""
        change = Change(kind=kind, entity=one, fields=fields, subject=subject)
        laptop.store.save(stream, [change], time_ms=laptop.now())

    def desk_of(self, laptop: Laptop, one: EntityId, person: EntityId) -> StreamId | None:
        """Return the stream in which a laptop writes about somebody; ``None`` where they are not to be found there."""
        found = laptop.store.reads().entities.stream_of(one) or laptop.store.reads().entities.stream_of(
            person
        )
        if found is not None:
            return found
        if holdings.went(laptop, person) or {one, person} & set(holdings.put_out_of(laptop)):
            return None
        return self.home(person)

    def _on_screen(self, one: EntityId, name: str, state: EntityState | None) -> frozenset[Saved]:
        field = None if state is None else state.fields.get(name)
        found = (
            self.book.find((one, name), (head.id, head.origin)) for head in (field.heads if field else ())
        )
        return frozenset(one for one in found if one is not None)

    def _own_before(self, laptop: Laptop, stream: StreamId, home: Home) -> frozenset[Saved]:
        mine = [
            one
            for one in self.book.by_place.get(home, ())
            if one.place[0] == stream and any(i.writer == laptop.writer for i in one.ids)
        ]
        if not mine:
            return frozenset()
        here = holdings.held_by(laptop)
        return frozenset(one for one in mine if one.ids & here)

    @property
    def streams(self) -> tuple[StreamId, ...]:
        """The teams' streams."""
        return tuple(team_stream(team) for team in self.teams)

    def _learn_aliases(self, laptop: Laptop) -> None:
        """Note under which ids an heir has signed again what the old writer had not sent."""
        for _, new, body in holdings.bodies_of(laptop, laptop.writer):
            self._learn(new, body.origin, body.entity, body.fields)

    def learn_carried(self) -> None:
        """Note under which ids the hub has carried saves to another team."""
        for stream in self.streams:
            for new, body in holdings.carried(self.world.parts, stream):
                self._learn(new, body.origin, body.entity, body.fields)

    def _learn(self, new: CommitId, origin: CommitId | None, one: EntityId, names: Any) -> None:  # noqa: ANN401 - a mapping's keys
        for name in names:
            found = self.book.find((one, name), (origin,))
            if found is not None:
                self.book.alias(found, new)

    # --- who may what, as a laptop knows it

    def may_open(self, laptop: Laptop, stream: StreamId) -> bool:
        """Whether somebody works in a team, as far as their laptop knows."""
        return any(self._has(laptop, role, stream) for role in ("adviser", "coach"))

    def supervises(self, laptop: Laptop, team: TeamId) -> bool:
        """Whether somebody supervises a team, as far as their laptop knows."""
        return self._has(laptop, "supervisor", team_stream(team))

    def may_move(self, laptop: Laptop, stream: StreamId) -> bool:
        """Whether somebody moves people out of a team, as far as their laptop knows."""
        return any(self._has(laptop, role, stream) for role in ("coach", "supervisor"))

    def _has(self, laptop: Laptop, role: str, stream: StreamId) -> bool:
        return any(
            (one.staff, one.role, one.until) == (laptop.staff, role, None)
            and one.team is not None
            and team_stream(one.team) == stream
            for one in laptop.store.reads().roster.grants()
        )

    def owner_of(self, laptop: Laptop) -> Owner:
        """Return whose laptop it is."""
        return next(one for one in self.owners if one.staff == laptop.staff)

    # --- people

    def home(self, person: EntityId) -> StreamId:
        """Return where somebody's card begins: of three people two in the first team, one in the second."""
        at = self.people.index(person) if person in self.people else 0
        return team_stream(self.teams[0 if at < 2 else 1])

    def now_at(self, person: EntityId) -> StreamId:
        """Return where somebody is, as the hub knows it."""
        return holdings.stream_of(self.world.parts, self.home(person), person)

    def person(self, step: Step) -> EntityId:
        """Return whom a step is about."""
        return self.people[step.what % len(self.people)]

    def people_from(self, step: Step) -> list[EntityId]:
        """Return everybody, the one first whom a step is about."""
        at = step.what % len(self.people)
        return [*self.people[at:], *self.people[:at]]

    def role(self, step: Step) -> tuple[Owner, Any]:
        """Return whose right in which team a step is about."""
        owner = self.owners[step.what % len(self.owners)]
        return owner, owner.teams[step.how % len(owner.teams)]

    def value(self) -> str:
        """Return a value that nobody has written yet."""
        self.number += 1
        return f"v{self.number}"

    # --- what an administrator does

    def confirm_all(self) -> int:
        """Let each right act that a lost hub had given; return how many there were."""
        waiting = waiting_rights(self.world.parts)
        for one in waiting:
            confirm(self.world.parts, one.number, right=True)
        return len(waiting)

    def carry_all(self) -> int:
        """Carry once more whoever is between two teams, or in both; return how many there were."""
        waiting, both = between(self.world.parts), doubles(self.world.parts)
        for one in waiting:
            carry_once_more(self.world.parts, one)
        for each in both:
            let_go(self.world.parts, each)
        return len(waiting) + len(both)

    def enrol_all(self) -> int:
        """Let each laptop that a restored hub does not know enrol again with the keys it has; return how many."""
        unknown = [
            one for one in self.laptops
            if not one.gone and self.world.parts.store.writer(one.writer) is None
        ]  # fmt: skip
        for one in unknown:
            code, me, name = self.world.code(one.staff), one.me, self.owner_of(one).name
            its = EnrolRequest(
                code, me.key.public, one.receiving.public, one.store.me.laptop, name, one.staff
            )
            self.world.service.enrol(its)
        return len(unknown)

    # --- the end

    def quiet(self) -> None:
        """Let everybody meet the hub until nothing is left to say, and compare all that they hold with it.

        At the end all have the newer program, and compare once more.
        """
        rounds = _ROUNDS_RESTORED if self.restored else _ROUNDS
        for at in range(rounds):
            self._administer(at)
            self._meet_all(compare=at == rounds - 1)
        upgraded = [laptop.upgrade() for laptop in self.laptops]
        if any(upgraded):
            self._meet_all(compare=True)
        self._meet_all(compare=False)  # what the comparing has written into the access log is sent as well
        self.learn_carried()

    def _administer(self, at: int) -> None:
        """Do what an administrator does in the days after a restore."""
        if self.restored:
            self.confirm_all()
            if at > 1:
                self.carry_all()
                self.enrol_all()

    def _meet_all(self, *, compare: bool) -> None:
        """Let each laptop make a round, in which all is fetched again that had left it."""
        for laptop in self.laptops:
            if laptop.gone:
                continue
            with program(older=laptop.older):
                laptop.connect()
                with laptop.store.writing() as connection:
                    for one in holdings.put_out_of(laptop):
                        want(connection, one)
                if compare:
                    laptop.compare_soon()
                self.round(laptop, [])

    def close(self) -> None:
        """Close everything and throw it away."""
        for laptop in self.laptops:
            laptop.close()
        self.world.close()
        self.taken.close()
