# SPDX-License-Identifier: MIT
"""A long stream begins with a snapshot; what it and the tail fold to is what everything folds to."""

import pytest
from hub_city import City
from hub_world import draft, note, person, visit

from sync.hub import snapshot as snapshots
from sync.hub.arranging import arrange
from sync.hub.effective import fold_stream
from sync.hub.erase import erase_subject
from sync.hub.seeding import Save, seed_writer
from sync.log.snapshot import Place, read_part
from sync.log.state import decode_foreign_state
from sync.protocol.errors import CursorExpired, FrameRefused
from sync.protocol.messages import CommitFrame, Cursor, PullRequest, SnapshotFrame, SnapshotRequest
from sync.records.ids import EntityId, LaptopId, new_entity, special_stream


def load(city: City, number: int = 0) -> tuple[Place, dict[EntityId, bytes]]:
    """Load all parts as a laptop does."""
    known = city.world.known()
    place: Place | None = None
    states: dict[EntityId, bytes] = {}
    at = 0
    while place is None or at < place.parts:
        answer = city.coach.hub.snapshot(SnapshotRequest(city.stream, number, at))
        part, place = read_part(
            answer.payload, answer.signature, hub=known.hub, public=known.signing, after=place
        )
        number, at = answer.number, at + 1
        states |= {decode_foreign_state(raw).entity: raw for raw in part.entities}
    return place, states


def many(city: City, count: int) -> None:
    writer = seed_writer(city.world.parts, city.adviser.staff, LaptopId("l" + "5" * 16))
    writer.save_all(city.stream, (Save([visit()], 1) for _ in range(count)))


def test_a_new_reader_of_a_long_stream_is_sent_to_its_snapshot_and_pulls_the_tail(city: City) -> None:
    many(city, snapshots.LONG)
    (announced,) = [frame for frame in city.coach.pull().frames if isinstance(frame, SnapshotFrame)]
    assert (announced.stream, announced.number) == (city.stream, snapshots.LONG)
    place, states = load(city)
    assert (place.parts, place.base.number) == (announced.parts, snapshots.LONG)
    assert place.parts > 1
    assert len(states) == snapshots.LONG
    city.adviser.save(city.stream, visit())
    cursor = Cursor(city.stream, place.base.number, place.base.running)
    tail = city.coach.pull(PullRequest(0, [cursor], [], 1_000_000))
    numbers = [
        frame.number
        for frame in tail.frames
        if isinstance(frame, CommitFrame) and frame.stream == city.stream
    ]
    assert numbers == [snapshots.LONG + 1]
    folded = fold_stream(city.world.parts, city.stream, snapshots.LONG)
    assert folded.states.keys() == states.keys()


def test_who_wrote_most_of_a_long_stream_is_told_the_numbers_and_sent_to_no_snapshot(city: City) -> None:
    """A laptop that brings a long time's work: what it has itself need not come back to it."""
    for _ in range(3):
        city.adviser.save(city.stream, visit())
    many(city, snapshots.LONG - 1)
    begun = [Cursor(city.stream, 0, b"")]
    head = city.world.parts.store.head(city.stream)
    assert head is not None
    assert head.number == snapshots.LONG + 2
    claims = {0: True, 3: False, 10**6: False}
    for own, sent in claims.items():
        answer = city.adviser.pull(PullRequest(0, begun, [(city.stream, own)], 1_000_000))
        of_snapshots = [frame for frame in answer.frames if isinstance(frame, SnapshotFrame)]
        assert bool(of_snapshots) is sent
    many(city, 1)
    answer = city.adviser.pull(PullRequest(0, begun, [(city.stream, 10**6)], 1_000_000))
    assert [frame.stream for frame in answer.frames if isinstance(frame, SnapshotFrame)] == [city.stream]


def test_a_snapshot_is_kept_while_the_tail_is_short(city: City) -> None:
    city.adviser.save(city.stream, visit())
    first, _ = load(city)
    city.adviser.save(city.stream, visit())
    again, _ = load(city)
    assert first.base == again.base


def test_a_snapshot_at_another_number_is_gone(city: City) -> None:
    city.adviser.save(city.stream, visit())
    load(city)
    for number, part in ((7, 0), (1, 9)):
        with pytest.raises(CursorExpired):
            city.coach.hub.snapshot(SnapshotRequest(city.stream, number, part))


def test_an_empty_stream_has_no_snapshot(city: City) -> None:
    with pytest.raises(FrameRefused):
        city.coach.hub.snapshot(SnapshotRequest(special_stream(city.team), 0, 0))


def test_an_erasure_destroys_the_snapshots_that_held_the_person(city: City) -> None:
    someone = new_entity()
    city.adviser.save(city.stream, person("Matti", someone), visit())
    city.adviser.save(city.stream, note("toivoo kesätöitä", someone))
    _, before = load(city)
    assert someone in before
    erase_subject(city.world.parts, someone)
    _, after = load(city)
    assert someone not in after
    assert not any(b"toivoo" in raw for raw in after.values())


def test_who_is_half_way_through_a_snapshot_goes_on_though_a_newer_one_is_there(city: City) -> None:
    many(city, 10)
    before, _ = load(city)
    many(city, 10)
    snapshots.cover(city.world.parts, city.stream, 20)
    newest, _ = load(city)
    assert (before.base.number, newest.base.number) == (10, 20)
    again, _ = load(city, 10)
    assert again == before


def test_a_person_lies_with_all_that_is_about_them_and_is_named_by_who_is_responsible(city: City) -> None:
    people = [new_entity() for _ in range(6)]
    staff = (city.adviser.staff, city.coach.staff)
    for at, one in enumerate(people):
        card = draft(
            "person", one, subject=one, name={"first": "Matti", "last": f"{at}"}, responsible=staff[at % 2]
        )
        city.adviser.save(city.stream, card, note("x" * 150, one), note("y" * 150, one))
        city.adviser.save(city.stream, visit())
    folded = fold_stream(city.world.parts, city.stream, 12)
    first, boxes = arrange(folded, part_bytes=1500)
    assert first == []
    assert sum(len(box.states) for box in boxes) == len(folded.states)
    homes: dict[EntityId, set[int]] = {}
    for at, box in enumerate(boxes):
        its = [decode_foreign_state(raw) for raw in box.states]
        assert [one.entity for one in its] == sorted(one.entity for one in its)
        for state in its:
            if state.subject is not None:
                homes.setdefault(state.subject, set()).add(at)
                assert staff[people.index(state.subject) % 2] in box.staff
    assert set(homes) == set(people)
    assert [one for one, its in homes.items() if len(its) > 1] == []
