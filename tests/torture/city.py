# SPDX-License-Identifier: MIT
"""A city that plays a history: real notebooks, a real hub, and a book of what was acknowledged."""

from collections.abc import Sequence
from typing import Any, Final

from hub_world import HubWorld
from store_world import entity

from desktop.store.changes import Change
from desktop.store.commit_rows import readable_bodies
from sync.log.commit import MARK_BYTES, CommitId
from sync.log.state import EntityState
from sync.protocol.errors import AccessRefused
from sync.protocol.journal import RoundRecord
from sync.records.ids import EntityId, StreamId, WriterId, team_stream
from tests.torture.book import Book, Place, Saved
from tests.torture.laptop import Laptop, Machine
from tests.torture.network import Fault
from tests.torture.shelf import Owner, Taken
from tests.torture.steps import Step

_GOOD: Final = frozenset({"done", "offline"})


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
        self.book = Book()
        self.people = list(people) or [entity() for _ in range(3)]
        self.notes: list[tuple[EntityId, EntityId]] = []
        self.erased: set[EntityId] = set()
        self.released: set[CommitId] = set()
        self.number = 0

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
        elif record.outcome.value not in _GOOD and not record.problem.startswith("Colleague"):
            raise Surprise(f"round: {record.outcome.value} {record.problem}")
        return record

    def excuse_lost(self) -> None:
        """Excuse what is neither at the hub nor in any notebook that is left."""
        there = self.at_hub()
        for laptop in self.laptops:
            there |= self.held_by(laptop)
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
    ) -> None:
        """Save, and once that is acknowledged, write it into the book with what was on the screen."""
        if stream is None:
            stream = self._stream(one if kind == "person" else subject)
            if not self._may_open(laptop, stream):
                return  # the program shows nobody a team that is not theirs, as far as this laptop knows
        state = laptop.store.reads().entities.state(one)
        if state is None and kind == "person":
            fields = {"name": {"first": "Aino", "last": "Esimerkki"}, **fields}
        saw = {name: self._on_screen(stream, one, name, state) for name in fields}
        before = {name: self._own_before(laptop, (stream, one, name)) for name in fields}
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

    def _on_screen(
        self, stream: StreamId, one: EntityId, name: str, state: EntityState | None
    ) -> frozenset[Saved]:
        field = None if state is None else state.fields.get(name)
        found = (
            self.book.find((stream, one, name), (head.id, head.origin))
            for head in (field.heads if field else ())
        )
        return frozenset(one for one in found if one is not None)

    def _own_before(self, laptop: Laptop, place: Place) -> frozenset[Saved]:
        mine = [
            one
            for one in self.book.by_place.get(place, ())
            if any(i.writer == laptop.writer for i in one.ids)
        ]
        if not mine:
            return frozenset()
        here = self.held_by(laptop)
        return frozenset(one for one in mine if one.ids & here)

    def held_by(self, laptop: Laptop, *, unsent: bool = False) -> set[CommitId]:
        """Return the ids of all commits in a notebook, or of the unsent ones."""
        with laptop.store.reading() as connection:
            rows = connection.execute(
                "SELECT w.writer, c.n, c.hash FROM commits AS c JOIN writers AS w ON w.key = c.writer"
                " WHERE c.sent = 0 OR NOT ?",
                (unsent,),
            ).fetchall()
        return {CommitId(WriterId(bytes(w)), n, bytes(digest[:MARK_BYTES])) for w, n, digest in rows}

    def unsent(self, laptop: Laptop) -> set[tuple[StreamId, WriterId]]:
        """Return whose chains a notebook has something unsent of."""
        with laptop.store.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT s.name, w.writer FROM commits AS c JOIN streams AS s ON s.key = c.stream"
                " JOIN writers AS w ON w.key = c.writer WHERE c.sent = 0"
            ).fetchall()
        return {(StreamId(name), WriterId(bytes(writer))) for name, writer in rows}

    def at_hub(self) -> set[CommitId]:
        """Return the ids of all commits that the hub has in the teams' streams."""
        store = self.world.parts.store
        return {
            CommitId(one.writer, one.n, one.hash[:MARK_BYTES])
            for stream in self.streams
            for one in store.commits(stream, after=0, limit=100_000)
        }

    @property
    def streams(self) -> tuple[StreamId, ...]:
        """The teams' streams."""
        return tuple(team_stream(team) for team in self.teams)

    def _learn_aliases(self, laptop: Laptop) -> None:
        """Note under which ids an heir has signed again what the old writer had not sent."""
        with laptop.store.reading() as connection:
            rows = connection.execute(
                "SELECT s.name, c.n, c.hash, c.bodies FROM commits AS c JOIN streams AS s ON s.key = c.stream"
                " JOIN writers AS w ON w.key = c.writer WHERE w.writer = ?",
                (laptop.writer,),
            ).fetchall()
        for stream, n, digest, raw in rows:
            new = CommitId(laptop.writer, n, bytes(digest[:MARK_BYTES]))
            for body in readable_bodies(raw):
                for name in body.fields:
                    place = (StreamId(stream), body.entity, name)
                    found = None if body.origin is None else self.book.by_id.get((body.origin, place))
                    if found is not None:
                        self.book.alias(found, new)

    def _may_open(self, laptop: Laptop, stream: StreamId) -> bool:
        grants = laptop.store.reads().roster.grants()
        return any(
            one.staff == laptop.staff
            and one.until is None
            and one.team is not None
            and team_stream(one.team) == stream
            for one in grants
            if one.role in {"adviser", "coach"}
        )

    def owner_of(self, laptop: Laptop) -> Owner:
        return next(one for one in self.owners if one.staff == laptop.staff)

    def _stream(self, person: EntityId | None) -> StreamId:
        """The team a person is in: of three people two are in the first team, one in the second."""
        at = self.people.index(person) if person in self.people else 0
        return team_stream(self.teams[0 if at < 2 else 1])

    def person(self, step: Step) -> EntityId:
        return self.people[step.what % len(self.people)]

    def role(self, step: Step) -> tuple[Owner, Any]:
        owner = self.owners[step.what % len(self.owners)]
        return owner, owner.teams[step.how % len(owner.teams)]

    def value(self) -> str:
        self.number += 1
        return f"v{self.number}"

    # --- the end

    def quiet(self) -> None:
        """Let everybody meet the hub until nothing is left to say, and compare all that they hold with it."""
        for last in (False, False, True):
            for laptop in self.laptops:
                if not laptop.gone:
                    laptop.connect()
                    if last:
                        laptop.compare_soon()
                    self.round(laptop, [])

    def close(self) -> None:
        """Close everything and throw it away."""
        for laptop in self.laptops:
            laptop.close()
        self.world.close()
        self.taken.close()
