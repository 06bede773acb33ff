# SPDX-License-Identifier: MIT
"""Design.md's invariants, each a check by its number, over a city where everybody has met the hub."""

from collections.abc import Callable
from typing import Any, Final

from sync.hub.bases import begun
from sync.hub.effective import fold_stream
from sync.hub.settling import settle
from sync.hub.store.rows import Standing
from sync.hub.verify import verify
from sync.log.codec import encode
from sync.log.commit import CommitId, read_body
from sync.log.deletion import DELETED
from sync.log.digest import stream_digest
from sync.log.fold import Write
from sync.log.pure import fold
from sync.log.running import running_over, running_start
from sync.records.ids import StreamId
from tests.torture.book import Home, Saved
from tests.torture.city import City
from tests.torture.holdings import (
    at_hub,
    commits_of,
    held_by,
    id_of,
    opened,
    readable,
    state_in,
    unsent_chains,
)
from tests.torture.laptop import Laptop


class Broken(AssertionError):
    """An invariant that does not hold: its number and what was found."""

    def __init__(self, invariant: str, found: object) -> None:
        super().__init__(f"{invariant}: {found}")
        self.invariant = invariant


def hold(city: City) -> None:
    """Check everything; raises Broken. Nobody's rights change meanwhile, so they are asked for once."""
    city.readable = {one.path: readable(city.world.parts, one) for one in city.laptops}
    for check in CHECKS:
        check(city)


def i1_chains(city: City) -> None:
    """Dots are unique and chains have no gaps, at the hub and in each notebook."""
    damages = verify(city.world.parts).damages
    if damages:
        raise Broken("I1", damages)
    for laptop in city.laptops:
        laptop.store.verify()


def i2_numbers(city: City) -> None:
    """The hub's numbers have no gaps; a reader at k has all up to k that it may see."""
    for stream in city.streams:
        numbers = [one.number for one in commits_of(city.world.parts, stream)]
        if numbers != list(range(1, len(numbers) + 1)):
            raise Broken("I2", f"{stream} {numbers}")
        for laptop in readers(city, stream):
            here = {cursor.stream: cursor.number for cursor in laptop.journal.cursors()}.get(stream, 0)
            if here != len(numbers):
                raise Broken("I2", f"{laptop.path.name} is at {here} of {len(numbers)}")


def i3_acknowledged(city: City) -> None:
    """What was acknowledged is at the hub, or waits in a notebook to be sent, or is excused."""
    there = at_hub(city.world.parts, city.streams)
    waiting: set[CommitId] = set()
    for laptop in city.laptops:
        waiting |= held_by(laptop, unsent=True)
    for one in city.book.saves:
        if not one.excused and not one.ids & there and not one.ids & waiting:
            raise Broken("I3", one)
    for laptop in city.laptops:
        for stream, writer in () if laptop.gone else unsent_chains(laptop):
            # A cloned colleague's run stays with who may no longer read where the hub has another commit.
            if writer == laptop.writer or laptop in readers(city, stream):
                raise Broken("I3", f"{laptop.path.name} keeps unsent of {writer.hex()[:4]}")


def i4_one_state(city: City) -> None:
    """All readers, the hub's settled digest, its fold and the pure fold of its effective commits agree."""
    for stream in city.streams:
        head = city.world.parts.store.head(stream)
        if head is None or head.number == 0:
            continue
        _, settled = settle(city.world.parts, stream, head.number)
        folded = fold_stream(city.world.parts, stream, head.number)
        if stream_digest(folded.states.values()) != settled:
            raise Broken("I4", f"{stream} settled")
        writes = [
            Write(id_of(one), read_body(raw))
            for one, bodies in opened(city.world.parts, stream)
            if one.standing is Standing.EFFECTIVE
            for raw in bodies
            if raw is not None
        ]
        pure = fold(writes, folded.marks)
        for entity, state in folded.states.items():
            if _untouched_by_orders(city, entity) and pure.get(entity) != state:
                raise Broken("I4", f"{stream} pure fold of {entity.hex()}")
        for laptop in readers(city, stream):
            if laptop.journal.digest(stream) not in {settled, None}:
                raise Broken("I4", f"{laptop.path.name} {stream}")
            laptop.store.check_fold()
    for laptop in city.laptops:
        found = laptop.difference()
        if found is not None:
            raise Broken("I4", f"{laptop.path.name} differed from the hub: {found}")


def i5_heads(city: City) -> None:
    """No value has left a field but by a write whose author saw it, or by an erasure; and none has come back.

    All that was said of somebody stands where they are, and nothing of it in any other team.
    """
    effective, known = effective_saves(city)
    reading = [(stream, laptop) for stream in city.streams for laptop in readers(city, stream)]
    subjects = {saves[0].subject for saves in city.book.by_place.values()}
    where = {one: city.now_at(one) for one in subjects}
    for home, saves in city.book.by_place.items():
        expected = city.book.standing(home, effective, known)
        gone = saves[0].subject in city.erased or home[0] in city.erased
        values = [] if gone else sorted(_told(home, one.value) for one in expected if not one.emptied)
        for stream, laptop in reading:
            state = state_in(laptop, stream, home[0])
            field = None if state is None else state.fields.get(home[1])
            heads = field.heads if field else ()
            # What a restored hub has carried twice stands twice under one origin, and is one value to everybody.
            stands = {head.origin or head.id: head.value for head in heads if not head.erased}
            shown = sorted(_told(home, value) for value in stands.values())
            if shown != (values if stream == where[saves[0].subject] else []):
                found = f"{laptop.path.name} {stream} {home[1]}: stands {field}, expected {expected}"
                raise Broken("I5", found)


def _told(home: Home, value: object) -> bytes:
    """Return what to compare of a value: a deletion names more ids once it was carried."""
    return encode(value is not None if home[1] == DELETED else value)


def i6_own_commits(city: City) -> None:
    """A laptop still has each own commit that the hub does not have."""
    there = at_hub(city.world.parts, city.streams)
    for laptop in city.laptops:
        here = held_by(laptop)
        for one in city.book.saves:
            if (
                one.notebook == laptop.path.name
                and not one.excused
                and not one.ids & there
                and not one.ids & here
            ):
                raise Broken("I6", one)


def i7_erased(city: City) -> None:
    """Nothing that was erased is readable at the hub, nor held by who has met it since."""
    for stream in city.streams:
        for one, bodies in opened(city.world.parts, stream):
            for raw in bodies:
                body = None if raw is None else read_body(raw)
                if body is not None and body.subject in city.erased and body.kind != "erasure":
                    raise Broken("I7", f"{stream} {one.number}")
        for laptop in readers(city, stream):
            for person in city.erased:
                if laptop.store.reads().entities.state(person) is not None:
                    raise Broken("I7", f"{laptop.path.name} holds {person.hex()}")


def i8_rights(city: City) -> None:
    """Who may not read a stream holds nothing of it; a note that somebody else wrote anew does not count unreleased."""
    effective, _ = effective_saves(city)
    for home, saves in city.book.by_place.items():
        notes = [one for one in saves if home[1] == "text"]
        # Whose save was let count before its first author's came is an author of the note from then on.
        authors = (
            {notes[0].staff} | {one.staff for one in notes if one.ids & city.released} if notes else set()
        )
        for one in notes[1:]:
            forbidden = one.staff not in authors
            if effective.get(one) and forbidden:
                raise Broken("I8", f"{one} over {notes[0]}")
    for laptop in city.laptops:
        if laptop.gone:
            continue
        for stream in city.streams:
            if laptop not in readers(city, stream):
                with laptop.store.reading() as connection:
                    found = connection.execute(
                        _HELD_OF,
                        (stream,),
                    ).fetchone()[0]
                if found:
                    raise Broken("I8", f"{laptop.path.name} has {found} of {stream}")


def i9_vouched(city: City) -> None:
    """Every numbered commit of a notebook lies on the line whose end the hub signed."""
    for stream in city.streams:
        for laptop in readers(city, stream):
            with laptop.store.reading() as connection:
                rows = connection.execute(
                    "SELECT c.hash FROM commits AS c JOIN streams AS s ON s.key = c.stream"
                    " WHERE s.name = ? AND c.number > 0 ORDER BY c.number",
                    (stream,),
                ).fetchall()
                from_snapshot = connection.execute(
                    "SELECT count(*) FROM known_runs AS k JOIN streams AS s ON s.key = k.stream WHERE s.name = ?",
                    (stream,),
                ).fetchone()[0]
            cursor = {one.stream: one for one in laptop.journal.cursors()}.get(stream)
            if cursor is None or from_snapshot:
                continue  # it began with a snapshot, which the hub signed
            if len(rows) != cursor.number:
                raise Broken("I9", f"{laptop.path.name} has {len(rows)} commits of {cursor.number}")
            start = running_start(city.world.hub, stream, begun(city.world.parts, stream))
            if running_over(start, [bytes(row[0]) for row in rows]) != cursor.hash:
                raise Broken("I9", f"{laptop.path.name} {stream}")


def i10_epochs(city: City) -> None:
    """A laptop's cursors are all of the hub's epoch."""
    for laptop in city.laptops:
        if not laptop.gone and laptop.journal.epoch() != city.world.parts.epoch:
            raise Broken("I10", laptop.path.name)


_HELD_OF: Final = """SELECT count(*) FROM entities AS e JOIN streams AS s ON s.key = e.stream WHERE s.name = ?
    AND NOT EXISTS (SELECT 1 FROM commit_entities AS m JOIN commits AS c ON c.stream = m.stream
        AND c.writer = m.writer AND c.n = m.n WHERE m.stream = e.stream AND m.entity = e.entity AND c.sent = 0)"""
"""What a notebook holds of a stream besides what somebody still waits to have sent."""

CHECKS: Final[tuple[Callable[[City], None], ...]] = (
    i1_chains, i2_numbers, i3_acknowledged, i4_one_state, i5_heads,
    i6_own_commits, i7_erased, i8_rights, i9_vouched, i10_epochs,
)  # fmt: skip


def readers(city: City, stream: StreamId) -> list[Laptop]:
    """Return the laptops whose owner may read a stream now and whose key is in force."""
    return [one for one in city.laptops if stream in city.readable[one.path]]


def effective_saves(city: City) -> tuple[dict[Saved, bool], frozenset[CommitId]]:
    """Return which saves the hub counts, and the ids of all commits that it has.

    What a lost hub alone had the words of says nothing, though its author has brought its header again.
    """
    counted: set[tuple[CommitId, Home]] = set()
    known: set[CommitId] = set()
    for stream in city.streams:
        for one, bodies in opened(city.world.parts, stream):
            known.add(id_of(one))
            read = [read_body(raw) for raw in bodies if raw is not None]
            if one.standing is Standing.EFFECTIVE:
                counted |= {(id_of(one), (body.entity, name)) for body in read for name in body.fields}
    effective = {
        one: any((by, one.home) in counted or (one.emptied and by in known) for by in one.ids)
        for one in city.book.saves
    }
    return effective, frozenset(known)


def _untouched_by_orders(city: City, entity: Any) -> bool:  # noqa: ANN401 - an id
    """Whether nobody was moved or erased here: of those the hub does not fold all that its commits say."""
    its = [one for one in city.book.saves if one.place[1] == entity]
    people = {one.subject for one in its} | {entity}
    return not people & (city.erased | city.moved) and not any(one.emptied for one in its)
