# SPDX-License-Identifier: MIT
"""Ids are what their RFC says and say nothing else."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.records.ids import (
    CITY,
    EntityId,
    LaptopId,
    StaffId,
    StreamId,
    TeamId,
    audit_stream,
    derived_entity,
    new_entity,
    new_laptop_id,
    new_staff_id,
    new_team_id,
    roster_entity,
    roster_name,
    special_stream,
    staff_stream,
    stream_team,
    team_stream,
    writer_id,
)

_ids = st.binary(min_size=16, max_size=16).map(EntityId)


@given(_ids, st.text(max_size=30))
def test_two_laptops_derive_the_same_id_and_it_is_a_uuid_of_version_8(parent: EntityId, label: str) -> None:
    one = derived_entity(parent, label)
    as_uuid = uuid.UUID(bytes=one)
    assert one == derived_entity(parent, label)
    assert (as_uuid.version, as_uuid.variant) == (8, uuid.RFC_4122)


@given(_ids, _ids)
def test_another_parent_or_label_derives_another_id(parent: EntityId, other: EntityId) -> None:
    assert derived_entity(parent, "situation") != derived_entity(parent, "situations")
    if parent != other:
        assert derived_entity(parent, "situation") != derived_entity(other, "situation")


def test_a_derived_id_never_changes_between_versions() -> None:
    # Laptops of two versions must agree, so this value is for ever.
    assert derived_entity(EntityId(bytes(16)), "situation").hex() == "0f0d226f6dc88a138b7e2c1fe2daf705"


def test_a_fresh_entity_is_a_uuid_of_version_7_that_carries_its_time() -> None:
    one = new_entity(0x0123456789AB, lambda n: b"\xff" * n)
    assert uuid.UUID(bytes=one).version == 7
    assert one[:6].hex() == "0123456789ab"
    assert new_entity() < new_entity(2**47)


def test_ids_of_people_teams_and_laptops_tell_what_they_are() -> None:
    assert (new_staff_id()[0], new_team_id()[0], new_laptop_id()[0]) == ("s", "t", "l")
    assert {len(one()) for one in (new_staff_id, new_team_id, new_laptop_id)} == {17}


def test_a_writer_is_named_by_its_key() -> None:
    assert len(writer_id(b"k" * 32)) == 16
    assert writer_id(b"k" * 32) != writer_id(b"l" * 32)


@pytest.mark.parametrize(
    ("stream", "team"),
    [
        (team_stream(TeamId("t1")), TeamId("t1")),
        (special_stream(TeamId("t1")), TeamId("t1")),
        (staff_stream(StaffId("s1")), None),
        (audit_stream(LaptopId("l1")), None),
        (CITY, None),
    ],
)
def test_only_a_team_stream_has_a_team(stream: StreamId, team: TeamId | None) -> None:
    assert stream_team(stream) == team


@given(st.sampled_from("st"), st.binary(min_size=8, max_size=8))
def test_the_roster_finds_a_name_from_its_entity_and_back(letter: str, tail: bytes) -> None:
    name = StaffId(letter + tail.hex())
    entity = roster_entity(name)
    as_uuid = uuid.UUID(bytes=entity)
    assert roster_name(entity) == name
    assert (as_uuid.version, as_uuid.variant) == (8, uuid.RFC_4122)
