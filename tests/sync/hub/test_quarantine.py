# SPDX-License-Identifier: MIT
"""What may not be is held back, numbered all the same, and released or refused by the hub's word."""

import pytest
from hub_city import City
from hub_world import draft, person, visit

from sync.hub.errors import UnknownName
from sync.hub.quarantine import decide, held
from sync.hub.roster import end_grants
from sync.hub.store.rows import Reason
from sync.log.checkpoint import SignedCheckpoint, read_checkpoint
from sync.log.commit import Body, commit_id, read_bodies, read_body, read_header
from sync.log.digest import stream_digest
from sync.log.fold import Write, apply
from sync.log.known import Marks
from sync.log.state import EntityState
from sync.protocol.messages import CheckpointFrame, CommitFrame
from sync.records.ids import EntityId, new_entity


def frames(city: City) -> list[CommitFrame]:
    return [
        frame
        for frame in city.coach.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == city.stream
    ]


def bodies(frame: CommitFrame) -> list[Body]:
    return [read_body(raw) for raw in frame.commit.bodies if raw is not None]


def forbidden(city: City) -> None:
    """An adviser writes a verdict, which is a supervisor's."""
    city.adviser.save(city.stream, visit())
    city.adviser.save(city.stream, draft("review", new_entity(), verdict=None))
    city.adviser.save(city.stream, visit())


def test_a_held_commit_is_numbered_and_travels_stripped(city: City) -> None:
    forbidden(city)
    seen = frames(city)
    assert [frame.number for frame in seen] == [1, 2, 3, 4]
    held_one = seen[1]
    assert held_one.commit.bodies == [None]
    header = read_header(held_one.commit.header)
    assert read_bodies(held_one.commit.value(), header) == (None,)
    assert [(one.number, one.reason, one.refused) for one in held(city.world.parts)] == [
        (2, Reason.FORBIDDEN, False)
    ]


def test_the_hub_says_in_the_stream_what_it_held_back_and_why(city: City) -> None:
    forbidden(city)
    (said,) = bodies(frames(city)[2])
    assert said.kind == "quarantine"
    assert said.fields["reason"].value == "forbidden"
    assert said.fields["commit"].value[:2] == [city.adviser.writer, 2]


def test_a_released_commit_comes_with_its_bodies(city: City) -> None:
    forbidden(city)
    before = frames(city)
    decide(city.world.parts, city.stream, 2, accepted=True)
    after = frames(city)
    assert [body.kind for body in bodies(after[1])] == ["review"]
    (release,) = bodies(after[-1])
    assert release.kind == "release"
    assert release.fields["accepted"].value is True
    # Who had it stripped finds in the release what the header had promised.
    carried = release.fields["bodies"].value
    whole = before[1].commit.value()
    header = read_header(whole.header)
    read = read_bodies(type(whole)(whole.header, whole.signature, tuple(carried)), header)
    assert [body.kind for body in read if body is not None] == ["review"]
    assert held(city.world.parts) == []


def test_a_refused_commit_stays_stripped_for_ever(city: City) -> None:
    forbidden(city)
    decide(city.world.parts, city.stream, 2, accepted=False)
    after = frames(city)
    assert after[1].commit.bodies == [None]
    assert bodies(after[-1])[0].fields["accepted"].value is False
    assert [one.refused for one in held(city.world.parts)] == [True]
    with pytest.raises(UnknownName):
        decide(city.world.parts, city.stream, 1, accepted=True)


def test_a_kind_in_the_wrong_stream_is_held_back(city: City) -> None:
    city.adviser.save(city.stream, draft("message", new_entity(), text="väärä paikka", at=1))
    assert [one.reason for one in held(city.world.parts)] == [Reason.MISPLACED]


def test_a_release_of_a_persons_record_is_sealed_under_the_persons_key(city: City) -> None:
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    someone = new_entity()
    city.adviser.save(city.stream, person("Matti", someone))
    decide(city.world.parts, city.stream, 1, accepted=True)
    (release,) = bodies(frames(city)[-1])
    assert release.subject == someone


def fold_frames(city: City) -> tuple[bytes, bytes]:
    """Fold what the coach pulls, as a laptop would; return that digest and the hub's."""
    known = city.world.known()
    states: dict[EntityId, EntityState] = {}
    marks = Marks()
    stated = b""
    for frame in city.coach.pull().frames:
        if isinstance(frame, CommitFrame) and frame.stream == city.stream:
            its = read_header(frame.commit.header)
            write_id = commit_id(its, frame.commit.header)
            marks.add(write_id)
            for body in bodies(frame):
                states[body.entity] = apply(states.get(body.entity), Write(write_id, body), marks)
        elif isinstance(frame, CheckpointFrame):
            checkpoint = read_checkpoint(
                SignedCheckpoint(frame.checkpoint, frame.signature), hub=known.hub, public=known.signing
            )
            if checkpoint.stream == city.stream:
                stated = checkpoint.digest
    return stream_digest(states.values()), stated


@pytest.mark.parametrize("accepted", [True, False, None])
def test_hub_and_laptop_fold_to_the_same_digest(city: City, accepted: bool | None) -> None:  # noqa: FBT001
    forbidden(city)
    city.coach.pull()
    if accepted is not None:
        decide(city.world.parts, city.stream, 2, accepted=accepted)
    mine, stated = fold_frames(city)
    assert mine == stated
