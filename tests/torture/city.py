# SPDX-License-Identifier: MIT
"""A city that plays a history: real notebooks, a real hub, and a book of what was acknowledged."""

from collections.abc import Callable
from random import Random
from typing import Any, Final

from hub_world import HubWorld
from store_world import entity

from desktop.store.changes import Change
from desktop.store.colleagues import import_colleague, own_outbox
from desktop.store.commit_rows import readable_bodies
from sync.hub.erase import erase_subject, erase_write
from sync.hub.errors import IdentityTaken
from sync.hub.quarantine import decide, held
from sync.hub.roster import end_grants, grant, revoke
from sync.log.commit import MARK_BYTES, CommitId
from sync.log.deletion import DELETED, deletion_value
from sync.log.state import EntityState
from sync.log.undo import undo
from sync.protocol.errors import AccessRefused
from sync.protocol.journal import RoundRecord
from sync.records.ids import EntityId, StreamId, WriterId, team_stream
from tests.torture.book import Book, Place, Saved
from tests.torture.laptop import Laptop, Machine
from tests.torture.network import Fault
from tests.torture.shelf import Owner, Taken
from tests.torture.steps import Step

MOST_LAPTOPS: Final = 5
_TEN_YEARS: Final = 10 * 365 * 86_400_000
_FIELDS: Final = ("known_as", "email")
_GOOD: Final = frozenset({"done", "offline"})


class Surprise(AssertionError):
    """A round ended in a way that no step explains."""


class City:
    """One history's world. ``take`` does a step; ``quiet`` lets everybody meet the hub until nothing moves."""

    def __init__(self, taken: Taken) -> None:
        self.taken = taken
        self.owners = taken.shelf.owners
        self.teams = taken.shelf.teams
        self.world: HubWorld = taken.world()
        self.machine = Machine(lambda: self.world.service, self.world.hub, self.world.root_digest)
        self.laptops = [
            Laptop(
                self.machine, taken.folder / f"{at}.db", one.me, one.receiving, self.world.parts.clock(), 3
            )
            for at, one in enumerate(self.owners)
        ]
        self.book = Book()
        self.people = [entity() for _ in range(3)]
        self.notes: list[tuple[EntityId, EntityId]] = []
        self.erased: set[EntityId] = set()
        self.number = 0

    # --- the history

    def take(self, step: Step) -> None:
        """Do one step; raises Surprise and what the product should never raise."""
        action: Callable[[Laptop, Step], None] = getattr(self, f"do_{step.name}")
        laptop = self.laptops[step.who % len(self.laptops)]
        action(laptop, step)

    def do_edit(self, laptop: Laptop, step: Step) -> None:
        """Write a value into a field of a person's card, over what stands there."""
        name = _FIELDS[step.how % 2]
        value = self._value()
        self.save(
            laptop,
            "person",
            self._person(step),
            {name: value if name == "known_as" else f"{value}@example.org"},
        )

    def do_element(self, laptop: Laptop, step: Step) -> None:
        """Set an element of a set, or take it out."""
        self.save(
            laptop,
            "person",
            self._person(step),
            {f"contact_ok/{('phone', 'sms')[step.how % 2]}": step.how % 3 > 0},
        )

    def do_note(self, laptop: Laptop, step: Step) -> None:
        """Write a new note."""
        one = entity()
        person = self._person(step)
        self.notes.append((one, person))
        self.save(laptop, "note", one, {"text": self._value(), "at": 1}, subject=person)

    def do_edit_note(self, laptop: Laptop, step: Step) -> None:
        """Write a note anew, perhaps somebody else's: that is held back."""
        if self.notes:
            one, person = self.notes[step.what % len(self.notes)]
            if laptop.store.reads().entities.state(one) is not None:
                self.save(laptop, "note", one, {"text": self._value()}, subject=person)

    def do_delete(self, laptop: Laptop, step: Step) -> None:
        """Delete a person's card as it is seen here."""
        person = self._person(step)
        state = laptop.store.reads().entities.state(person)
        if state is not None:
            about = laptop.store.reads().entities.about(person)
            self.save(
                laptop, "person", person, {DELETED: deletion_value(state, about) if step.how % 3 else None}
            )

    def do_undo(self, laptop: Laptop, step: Step) -> None:
        """Undo one of the own saves, as far as nobody has written since."""
        mine = [one for one in self.book.saves if one.id.writer == laptop.writer]
        if not mine:
            return
        chosen = mine[-1 - step.what % min(len(mine), 6)]
        stream = chosen.place[0]
        found = laptop.store.reads().undo.save(stream, chosen.id.n)
        if found is None or found.id != chosen.id:
            return
        for draft in undo(found.id, found.states, found.history, found.known).drafts:
            fields = {
                name: value
                for name, (value, _) in draft.fields.items()
                if value is not None or name not in {"text", "at", "name"}
            }
            if fields:
                self.save(laptop, draft.kind, draft.entity, fields, subject=draft.subject)

    def do_settle(self, laptop: Laptop, step: Step) -> None:
        """Choose one of two values that stand beside each other."""
        for place in sorted(self.book.by_place, key=str):
            view = laptop.store.reads().entity(place[1])
            if view is None or view.stream != place[0] or place[2] == DELETED:
                continue
            field = view.fields.get(place[2])
            if field is not None and field.conflict:
                values = [head.value for head in field.heads if head.value is not None]
                self.save(
                    laptop,
                    view.kind,
                    place[1],
                    {place[2]: values[step.how % len(values)]},
                    subject=view.subject,
                )
                return

    # --- the network

    def do_sync(self, laptop: Laptop, _step: Step) -> None:
        """Make a whole round."""
        self.round(laptop, [])

    def do_bad_sync(self, laptop: Laptop, step: Step) -> None:
        """Make a round on a bad network."""
        random = Random(step.what * 65_537 + step.how)
        self.round(laptop, random.choices(list(Fault), [4, 1, 1, 1, 1, 1, 1, 1], k=10))

    def do_push_only(self, laptop: Laptop, _step: Step) -> None:
        """Send, fetch nothing."""
        laptop.push_only()

    def do_pull_only(self, laptop: Laptop, _step: Step) -> None:
        """Fetch, send nothing."""
        laptop.pull_only()

    def do_relay(self, laptop: Laptop, step: Step) -> None:
        """Take over a colleague's outbox at the stand: provisional here, and sent by whoever is next online."""
        other = self.laptops[step.what % len(self.laptops)]
        if other is not laptop and other.staff != laptop.staff:
            open_to = {team_stream(team) for team in self._owner(laptop).teams}
            runs = [run for run in own_outbox(other.store, since_ms=0) if run.stream in open_to]
            import_colleague(laptop.store, runs)

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

    # --- accidents

    def do_clone(self, laptop: Laptop, _step: Step) -> None:
        """Copy a laptop's disk to another one."""
        if len(self.laptops) < MOST_LAPTOPS and not laptop.gone:
            self.laptops.append(laptop.copy())

    def do_backup(self, laptop: Laptop, _step: Step) -> None:
        """Make a backup of a notebook."""
        laptop.back_up()

    def do_bring_back(self, laptop: Laptop, _step: Step) -> None:
        """Lose a laptop's disk and go on from its backup: what nobody else has is gone."""
        if laptop.kept is not None:
            laptop.bring_back()
            self.excuse_lost()

    def excuse_lost(self) -> None:
        """Excuse what is neither at the hub nor in any notebook that is left."""
        there = self.at_hub()
        for laptop in self.laptops:
            there |= self.held_by(laptop)
        for one in self.book.saves:
            if not one.ids & there:
                one.excused = one.excused or "lost with its disk"

    def do_laptop_clock(self, laptop: Laptop, step: Step) -> None:
        """Set a laptop's clock ten years on or back."""
        laptop.clock += _TEN_YEARS if step.how % 2 else -_TEN_YEARS

    def do_hub_clock(self, _laptop: Laptop, step: Step) -> None:
        """Set the hub's clock ten years on or back."""
        self.taken.clock.now = max(
            10**12, self.taken.clock.now + (_TEN_YEARS if step.how % 2 else -_TEN_YEARS)
        )

    def do_restart_hub(self, _laptop: Laptop, _step: Step) -> None:
        """Stop the hub and start it again."""
        self.world.close()
        self.world = self.taken.world()
        for laptop in self.laptops:
            laptop.connect()

    # --- people with rights

    def do_end_grant(self, _laptop: Laptop, step: Step) -> None:
        """End somebody's role in a team."""
        owner, team = self._role(step)
        end_grants(self.world.parts, owner.staff, role=owner.role, team=team)

    def do_give_grant(self, _laptop: Laptop, step: Step) -> None:
        """Give it back."""
        owner, team = self._role(step)
        rows = self.world.parts.store.grants(owner.staff)
        if not any(row.team == team and row.holds(self.world.parts.clock()) for row in rows):
            grant(self.world.parts, owner.staff, owner.role, team=team, begins=0)

    def do_revoke(self, laptop: Laptop, step: Step) -> None:
        """Revoke a copy's key, and with it all that came of it; never the only laptops of everybody."""
        if step.how % 4 == 0 and sum(not one.gone for one in self.laptops) > 2:
            revoke(self.world.parts, laptop.writer)

    def do_decide(self, _laptop: Laptop, step: Step) -> None:
        """Release or refuse what was held back."""
        waiting = [one for one in held(self.world.parts) if not one.refused]
        if waiting:
            one = waiting[step.what % len(waiting)]
            try:
                decide(self.world.parts, one.stream, one.number, accepted=step.how % 3 > 0)
            except IdentityTaken:
                decide(self.world.parts, one.stream, one.number, accepted=False)

    def do_erase(self, _laptop: Laptop, step: Step) -> None:
        """Erase a person for ever."""
        person = self._person(step)
        if step.how % 3 == 0:
            erase_subject(self.world.parts, person)
            self.erased.add(person)

    def do_erase_write(self, _laptop: Laptop, step: Step) -> None:
        """Erase what one save says."""
        numbered = [one for one in self.book.saves if one.subject not in self.erased and not one.emptied]
        if not numbered:
            return
        chosen = numbered[step.what % len(numbered)]
        stream, person, _ = chosen.place
        found = self.world.parts.store.commit(stream, chosen.id.writer, chosen.id.n)
        if found is None or found.hash[:MARK_BYTES] != chosen.id.mark or int(found.standing) != 0:
            return
        erase_write(self.world.parts, stream, chosen.id.writer, chosen.id.n, person)
        for one in self.book.saves:
            if one.id == chosen.id and one.place[1] == person:
                one.emptied = True

    # --- saves and the book

    def save(
        self,
        laptop: Laptop,
        kind: str,
        one: EntityId,
        fields: dict[str, Any],
        *,
        subject: EntityId | None = None,
    ) -> None:
        """Save, and once that is acknowledged, write it into the book with what was on the screen."""
        stream = self._stream(one if kind == "person" else subject)
        if stream not in {team_stream(team) for team in self._owner(laptop).teams}:
            return  # the program shows nobody a team that was never theirs
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
                    (stream, one, name), subject or one, value, its, laptop.path.name, saw[name], before[name]
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

    def held_by(self, laptop: Laptop) -> set[CommitId]:
        """Return the ids of all commits in a notebook."""
        with laptop.store.reading() as connection:
            rows = connection.execute(
                "SELECT w.writer, c.n, c.hash FROM commits AS c JOIN writers AS w ON w.key = c.writer"
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

    def _owner(self, laptop: Laptop) -> Owner:
        return next(one for one in self.owners if one.staff == laptop.staff)

    def _stream(self, person: EntityId | None) -> StreamId:
        """The team a person is in: of three people two are in the first team, one in the second."""
        at = self.people.index(person) if person in self.people else 0
        return team_stream(self.teams[0 if at < 2 else 1])

    def _person(self, step: Step) -> EntityId:
        return self.people[step.what % len(self.people)]

    def _role(self, step: Step) -> tuple[Owner, Any]:
        owner = self.owners[step.what % len(self.owners)]
        return owner, owner.teams[step.how % len(owner.teams)]

    def _value(self) -> str:
        self.number += 1
        return f"v{self.number}"

    # --- the end

    def quiet(self) -> None:
        """Let everybody meet the hub until nothing is left to say."""
        for _ in range(3):
            for laptop in self.laptops:
                if not laptop.gone:
                    laptop.connect()
                    self.round(laptop, [])

    def close(self) -> None:
        """Close everything and throw it away."""
        for laptop in self.laptops:
            laptop.close()
        self.world.close()
        self.taken.close()
