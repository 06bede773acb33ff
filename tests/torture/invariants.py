# SPDX-License-Identifier: MIT
"""Design.md's invariants, each a check by its number, over a city where everybody has met the hub."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from sync.hub.access import Rights
from sync.hub.effective import fold_stream
from sync.hub.settling import open_bodies, settle
from sync.hub.store.rows import Standing, StoredCommit
from sync.hub.verify import verify
from sync.log.codec import encode
from sync.log.commit import MARK_BYTES, CommitId, read_body
from sync.log.digest import stream_digest
from sync.log.fold import Write
from sync.log.pure import fold
from sync.log.running import running_over, running_start
from sync.records.ids import StreamId
from tests.torture.book import Saved
from tests.torture.city import City
from tests.torture.laptop import Laptop


class Broken(AssertionError):
    """An invariant that does not hold: its number and what was found."""

    def __init__(self, invariant: str, found: object) -> None:
        super().__init__(f"{invariant}: {found}")
        self.invariant = invariant


def hold(city: City) -> None:
    """Check everything; raises Broken."""
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
        numbers = [one.number for one in _commits(city, stream)]
        if numbers != list(range(1, len(numbers) + 1)):
            raise Broken("I2", f"{stream} {numbers}")
        for laptop in readers(city, stream):
            here = {cursor.stream: cursor.number for cursor in laptop.journal.cursors()}.get(stream, 0)
            if here != len(numbers):
                raise Broken("I2", f"{laptop.path.name} is at {here} of {len(numbers)}")


def i3_acknowledged(city: City) -> None:
    """What was acknowledged is at the hub, or waits in a notebook to be sent, or is excused."""
    there = city.at_hub()
    waiting: set[CommitId] = set()
    for laptop in city.laptops:
        waiting |= city.held_by(laptop, unsent=True)
    for one in city.book.saves:
        if not one.excused and not one.ids & there and not one.ids & waiting:
            raise Broken("I3", one)
    for laptop in city.laptops:
        for stream, writer in () if laptop.gone else city.unsent(laptop):
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
            Write(CommitId(one.writer, one.n, one.hash[:MARK_BYTES]), read_body(raw))
            for one, bodies in _open(city, stream)
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
        if (found := laptop.difference()) is not None:
            raise Broken("I4", f"{laptop.path.name} differed from the hub: {found}")


def i5_heads(city: City) -> None:
    """No value has left a field but by a write whose author saw it, or by an erasure; and none has come back."""
    effective, known = effective_saves(city)
    for place in city.book.by_place:
        stream, entity, name = place
        expected = city.book.standing(place, effective, known)
        gone = entity in city.erased or (expected and expected[0].subject in city.erased)
        values = sorted(encode(one.value) for one in expected if not one.emptied)
        for laptop in readers(city, stream):
            state = laptop.store.reads().entities.state(entity)
            field = None if state is None else state.fields.get(name)
            shown = sorted(encode(head.value) for head in (field.heads if field else ()) if not head.erased)
            if shown != ([] if gone else values):
                raise Broken("I5", f"{laptop.path.name} {name}: stands {field}, expected {expected}")


def i6_own_commits(city: City) -> None:
    """A laptop still has each own commit that the hub does not have."""
    there = city.at_hub()
    for laptop in city.laptops:
        here = city.held_by(laptop)
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
        for one, bodies in _open(city, stream):
            for raw in bodies:
                body = None if raw is None else read_body(raw)
                if body is not None and body.subject in city.erased and body.kind != "erasure":
                    raise Broken("I7", f"{stream} {one.number}")
        for laptop in readers(city, stream):
            for person in city.erased:
                if laptop.store.reads().entities.state(person) is not None:
                    raise Broken("I7", f"{laptop.path.name} holds {person.hex()}")


def i8_rights(city: City) -> None:
    """Who may not read a stream holds nothing of it; a note that somebody else wrote anew counts only when released."""
    effective, _ = effective_saves(city)
    for place, saves in city.book.by_place.items():
        notes = [one for one in saves if place[2] == "text"]
        for one in notes[1:]:
            forbidden = one.staff != notes[0].staff and not one.ids & city.released
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
                begun = connection.execute(
                    "SELECT count(*) FROM known_runs AS k JOIN streams AS s ON s.key = k.stream WHERE s.name = ?",
                    (stream,),
                ).fetchone()[0]
            cursor = {one.stream: one for one in laptop.journal.cursors()}.get(stream)
            if cursor is None or begun:
                continue  # it began with a snapshot, which the hub signed
            if len(rows) != cursor.number:
                raise Broken("I9", f"{laptop.path.name} has {len(rows)} commits of {cursor.number}")
            start = running_start(city.world.hub, stream, city.world.parts.epoch)
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
    parts = city.world.parts
    found = []
    for laptop in city.laptops:
        row = parts.store.writer(laptop.writer)
        if row is None or row.revoked or laptop.gone:
            continue
        rights = Rights.of(row, parts.store.grants(row.staff), parts.clock())
        if stream in rights.readable(parts.laptops()):
            found.append(laptop)
    return found


def effective_saves(city: City) -> tuple[dict[Saved, bool], frozenset[CommitId]]:
    """Return which saves the hub counts, and the ids of all commits that it has."""
    standing: dict[CommitId, bool] = {}
    for stream in city.streams:
        for one in _commits(city, stream):
            standing[CommitId(one.writer, one.n, one.hash[:MARK_BYTES])] = one.standing is Standing.EFFECTIVE
    effective = {one: any(standing.get(by, False) for by in one.ids) for one in city.book.saves}
    return effective, frozenset(standing)


def _untouched_by_orders(city: City, entity: Any) -> bool:  # noqa: ANN401 - an id
    return entity not in city.erased and not any(
        one.emptied and one.place[1] == entity for one in city.book.saves
    )


def _commits(city: City, stream: StreamId) -> list[StoredCommit]:
    return list(city.world.parts.store.commits(stream, after=0, limit=100_000))


def _open(city: City, stream: StreamId) -> Iterator[tuple[StoredCommit, list[bytes | None]]]:
    commits = _commits(city, stream)
    yield from zip(commits, open_bodies(city.world.parts, commits), strict=True)
