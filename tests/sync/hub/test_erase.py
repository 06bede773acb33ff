# SPDX-License-Identifier: MIT
"""Erasure: a person is gone for ever, with all aliases; one write leaves only that it was there."""

import pytest
from hub_city import City
from hub_world import note, person, visit

from sync.hub.erase import erase_subject, erase_write
from sync.hub.errors import UnknownName
from sync.hub.export import export
from sync.hub.verify import verify
from sync.log.commit import Body, Draft, read_body
from sync.log.erasure import erasure_mark
from sync.protocol.messages import CommitFrame
from sync.records.ids import EntityId, new_entity


def bodies(city: City) -> list[Body | None]:
    return [
        None if raw is None else read_body(raw)
        for frame in city.coach.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == city.stream
        for raw in frame.commit.bodies
    ]


def someone_with_a_note(city: City) -> EntityId:
    someone = new_entity()
    city.adviser.save(city.stream, person("Matti", someone))
    city.adviser.save(city.stream, note("toivoo kesätöitä", someone), visit())
    return someone


def test_nothing_of_an_erased_person_is_served_and_the_rest_is(city: City) -> None:
    someone = someone_with_a_note(city)
    done = erase_subject(city.world.parts, someone)
    assert (done.subjects, done.keys, done.streams) == (1, 1, (city.stream,))
    served = bodies(city)
    assert [None if body is None else body.kind for body in served] == [None, None, "visit", "erasure"]
    erasure = served[-1]
    assert erasure is not None
    assert erasure.fields["subject"].value == erasure_mark(someone)


def test_what_is_said_of_an_erased_person_later_is_not_kept_and_its_author_is_told(city: City) -> None:
    someone = someone_with_a_note(city)
    erase_subject(city.world.parts, someone)
    answer = city.adviser.save(city.stream, note("soitti takaisin", someone), visit())
    assert answer.erased == [3]
    assert answer.quarantined == []
    told = [None if body is None else body.kind for body in bodies(city)][-3:]
    assert told == [None, "visit", "erasure"], "whoever folded it, its author too, is told to forget it"


def test_erasing_again_completes_and_harms_nothing(city: City) -> None:
    someone = someone_with_a_note(city)
    erase_subject(city.world.parts, someone)
    again = erase_subject(city.world.parts, someone)
    assert (again.keys, again.streams) == (0, ())
    assert verify(city.world.parts).damages == ()


def test_erasure_follows_a_merge(city: City) -> None:
    one, other = someone_with_a_note(city), someone_with_a_note(city)
    city.adviser.save(city.stream, Draft("merge", new_entity(), one, 1, {"pair": ([one, other], ())}))
    assert erase_subject(city.world.parts, other).subjects == 2
    kinds = {body.kind for body in bodies(city) if body is not None}
    assert kinds == {"visit", "erasure"}


def test_the_hub_keeps_only_a_hash_of_who_was_erased(city: City) -> None:
    someone = someone_with_a_note(city)
    assert erase_subject(city.world.parts, someone).streams
    parts = city.world.parts
    assert parts.store.erased([erasure_mark(someone)]) == {erasure_mark(someone)}
    assert parts.store.entities(city.stream, [someone]) == {}
    lines = list(export(parts))
    assert not any(someone.hex().encode() in line for line in lines)


def test_one_write_is_erased_and_what_it_replaced_does_not_come_back(city: City) -> None:
    someone = new_entity()
    city.adviser.save(city.stream, person("Matti", someone))
    entity = new_entity()
    city.adviser.save(city.stream, note("ensin", someone, entity))
    city.adviser.save(city.stream, note("sitten", someone, entity))
    erase_write(city.world.parts, city.stream, city.adviser.writer, 3, entity)
    lines = b"".join(export(city.world.parts))
    assert b"ensin" not in lines
    assert b"sitten" not in lines
    assert verify(city.world.parts).damages == ()


def test_only_what_exists_can_be_erased_as_a_write(city: City) -> None:
    city.adviser.save(city.stream, visit())
    with pytest.raises(UnknownName):
        erase_write(city.world.parts, city.stream, city.adviser.writer, 9, new_entity())
    with pytest.raises(UnknownName):
        erase_write(city.world.parts, city.stream, city.adviser.writer, 1, new_entity())
