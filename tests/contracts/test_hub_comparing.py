# SPDX-License-Identifier: MIT
"""What the hub says when a laptop compares with it, on SQLite and on PostgreSQL alike."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, draft, note, person, visit
from sqlalchemy import text

from sync.hub import comparing
from sync.hub.audit import Operation
from sync.hub.effective import fold_stream
from sync.hub.erase import erase_subject, erase_write
from sync.hub.quarantine import decide
from sync.hub.settling import settle
from sync.hub.store.sql import SqlStore
from sync.hub.verify import verify
from sync.log.commit import CommitId
from sync.log.digest import entity_digest
from sync.log.kind_digests import KindDigests
from sync.log.picked import Picked, read_picked
from sync.log.state import EntityState, encode_state
from sync.protocol.comparing import (
    MOST_STATES,
    MOST_TALLIED,
    DigestsRequest,
    EntityDigest,
    StatesRequest,
    StreamTally,
    TallyRequest,
)
from sync.protocol.errors import AccessRefused, FrameRefused, Refused
from sync.records.ids import CITY, EntityId, StreamId, new_entity, special_stream
from sync.records.kinds import KINDS


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
    made = make_city(world, clock)
    yield made
    made.world.close()


def told(city: City) -> StreamTally:
    """What the hub says of the team's stream."""
    (one,) = city.adviser.hub.tally(TallyRequest([city.stream])).streams
    return one


def folded(city: City, stream: StreamId | None = None) -> dict[EntityId, EntityState]:
    """The stream folded from nothing, with its values."""
    where = stream or city.stream
    head = city.world.parts.store.head(where)
    assert head is not None
    return fold_stream(city.world.parts, where, head.number).states


def pages(city: City, kind: str, limit: int) -> Iterator[list[EntityDigest]]:
    after = b""
    while True:
        page = city.adviser.hub.digests(DigestsRequest(city.stream, kind, after, limit))
        assert page.number == told(city).number
        yield page.entities
        if not page.more:
            return
        after = page.entities[-1].entity


def picked(
    city: City, entities: Sequence[EntityId] = (), subjects: Sequence[EntityId] = ()
) -> tuple[Picked, tuple[EntityState, ...]]:
    """Ask for states; nothing is left for another answer."""
    answer = city.adviser.hub.states(StatesRequest(city.stream, list(entities), list(subjects)))
    assert answer.left == []
    known = city.world.known()
    return read_picked(answer.payload, answer.signature, hub=known.hub, public=known.signing)


def work(city: City) -> EntityId:
    """A few days: records, corrections, what was seen and not seen, something held back and let go."""
    someone = new_entity()
    city.adviser.save(city.stream, person("Matti", someone), visit())
    first = city.adviser.tips[city.stream]
    seen = CommitId(city.adviser.writer, 1, first[1][:8])
    city.coach.save(city.stream, draft("person", someone, subject=someone, known_as="Masa"))
    city.coach.save(city.stream, note("toivoo töitä", someone), visit())
    named = draft("person", someone, subject=someone)
    fields: dict[str, tuple[object, tuple[CommitId, ...]]] = {
        "name": ({"first": "Matias", "last": "Testinen"}, (seen,)),
        "known_as": ("Matti", ()),
    }
    city.coach.save(city.stream, type(named)(named.kind, someone, someone, 1, fields))
    city.adviser.save(city.stream, draft("review", new_entity(), verdict=None), person("Pidätetty"))
    decide(city.world.parts, city.stream, 5, accepted=True)
    return someone


def test_tallies_and_digests_are_those_of_the_fold(city: City) -> None:
    work(city)
    states = folded(city)
    tally = told(city)
    assert {one.kind: (one.count, one.digest) for one in tally.kinds} == KindDigests.of(
        states.values()
    ).kinds()
    assert tally.number == settle(city.world.parts, city.stream, 0)[0]
    for kind in {state.kind for state in states.values()}:
        for limit in (1, 2, 100):
            found = [one for page in pages(city, kind, limit) for one in page]
            mine = sorted(one for one, state in states.items() if state.kind == kind)
            assert [(one.entity, one.digest) for one in found] == [
                (one, entity_digest(states[one])) for one in mine
            ]


def test_states_that_are_asked_for_are_those_of_a_snapshot(city: City) -> None:
    someone = work(city)
    states = folded(city)
    never = new_entity()
    whole, _ = picked(city, [*states, never])
    assert whole.entities == [encode_state(states[one]) for one in sorted(states)]
    assert whole.gone == [never]
    head = city.world.parts.store.head(city.stream)
    assert head is not None
    assert (whole.base.number, whole.base.running) == (head.number, head.running)
    _, about = picked(city, subjects=[someone])
    assert {one.entity for one in about} == {
        one for one, state in states.items() if someone in {one, state.subject}
    }
    assert len(about) == 2


def test_what_was_erased_is_not_given_again(city: City) -> None:
    someone = work(city)
    (its_note,) = [one for one, state in folded(city).items() if state.kind == "note"]
    dot = CommitId(city.coach.writer, 2, b"")
    found = city.world.parts.store.commit(city.stream, dot.writer, dot.n)
    assert found is not None
    erase_write(city.world.parts, city.stream, found.writer, found.n, its_note)
    _, (erased,) = picked(city, [its_note])
    assert [head.value for its in erased.fields.values() for head in its.heads] == [None, None]
    assert {head.erased for its in erased.fields.values() for head in its.heads} == {True}
    erase_subject(city.world.parts, someone)
    answer, none = picked(city, [its_note], [someone])
    assert (none, answer.gone) == ((), sorted([its_note, someone]))
    assert "person" not in {one.kind for one in told(city).kinds if one.count > 1}


def test_who_moved_to_another_team_is_not_given_from_the_old_one(city: City) -> None:
    someone = work(city)
    with store_of(city)._engines.write.begin() as connection:
        connection.execute(
            text("INSERT INTO moves VALUES (:subject, :stream, 'team/t0000000000000009', :move, 1)"),
            {"subject": _sha(someone), "stream": city.stream, "move": new_entity()},
        )
    answer, none = picked(city, subjects=[someone])
    assert (none, someone in answer.gone) == ((), True)


def test_streams_of_others_are_not_told_of(city: City) -> None:
    special = special_stream(city.team)
    city.coach.save(special, note("vain valmentajille", new_entity()))
    asked = [CITY, special, city.stream, StreamId("team/t00000000000000ff")]
    city.adviser.save(city.stream, visit())
    assert [one.stream for one in city.adviser.hub.tally(TallyRequest(asked)).streams] == [CITY, city.stream]
    assert [one.stream for one in city.coach.hub.tally(TallyRequest(asked)).streams] == [
        CITY, city.stream, special,
    ]  # fmt: skip
    with pytest.raises(AccessRefused):
        city.adviser.hub.digests(DigestsRequest(special, "note", b"", 10))
    with pytest.raises(AccessRefused):
        city.adviser.hub.states(StatesRequest(special, [], []))


def test_a_hub_says_which_kinds_it_folds(city: City) -> None:
    assert city.adviser.hub.tally(TallyRequest([])).knows == sorted(KINDS)


def test_more_than_may_be_asked_is_refused(city: City) -> None:
    with pytest.raises(FrameRefused):
        city.adviser.hub.tally(TallyRequest([CITY] * (MOST_TALLIED + 1)))
    with pytest.raises(FrameRefused):
        city.adviser.hub.states(StatesRequest(CITY, [new_entity()] * (MOST_STATES + 1), []))
    with pytest.raises(Refused):
        city.adviser.hub.states(StatesRequest(city.stream, [], []))


def test_what_does_not_fit_one_answer_is_asked_for_next(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    work(city)
    states = folded(city)
    monkeypatch.setattr(comparing, "ANSWER_BYTES", 1)
    wanted, came = sorted(states), []
    while wanted:
        answer = city.adviser.hub.states(StatesRequest(city.stream, wanted, []))
        known = city.world.known()
        whole, (one,) = read_picked(answer.payload, answer.signature, hub=known.hub, public=known.signing)
        assert whole.gone == []
        came.append(one.entity)
        wanted = answer.left
    assert came == sorted(states)


def test_what_was_asked_for_again_stands_in_the_hubs_log(city: City) -> None:
    someone = work(city)
    picked(city, subjects=[someone])
    last = city.world.parts.store.audit(after=0, limit=10_000)[-1]
    assert Operation.READ.value.encode() in last.event
    assert b"states 2" in last.event


def test_a_database_that_kept_no_tallies_counts_anew(city: City) -> None:
    work(city)
    before = told(city)
    with store_of(city)._engines.write.begin() as connection:
        connection.execute(text("DELETE FROM tallies"))
    assert verify(city.world.parts).damages == ()
    assert told(city) == before
    with store_of(city)._engines.write.begin() as connection:
        connection.execute(text("DELETE FROM tallies"))
    city.adviser.save(city.stream, visit())
    assert {one.kind: one.count for one in told(city).kinds}["visit"] == 3
    assert verify(city.world.parts).damages == ()


@pytest.mark.parametrize(
    "change", ["UPDATE tallies SET entities = entities + 1", "DELETE FROM tallies WHERE kind = 'visit'"]
)
def test_tallies_that_are_not_those_of_the_fold_are_damage(city: City, change: str) -> None:
    work(city)
    told(city)
    with store_of(city)._engines.write.begin() as connection:
        connection.execute(text(f"{change}{' AND' if 'WHERE' in change else ' WHERE'} stream = :stream"), {
            "stream": city.stream,
        })  # fmt: skip
    (found,) = verify(city.world.parts).damages
    assert (found.stream, found.what) == (city.stream, "tally")


def store_of(city: City) -> SqlStore:
    store = city.world.parts.store
    assert isinstance(store, SqlStore)
    return store


def _sha(entity: EntityId) -> bytes:
    return hashlib.sha256(entity).digest()
