# SPDX-License-Identifier: MIT
"""A lost laptop: nothing more is served to it, and what it still sends is held back by whatever route."""

import pytest
from hub_city import City
from hub_world import visit

from sync.hub.errors import UnknownName
from sync.hub.quarantine import held
from sync.hub.roster import revoke
from sync.hub.store.rows import Reason
from sync.log.commit import read_body
from sync.protocol.errors import AccessRefused, Code
from sync.protocol.messages import CommitFrame, HeadsRequest, SnapshotRequest
from sync.records.ids import CITY, EntityId, WriterId


def test_nothing_is_served_to_a_revoked_writer(city: City) -> None:
    revoke(city.world.parts, city.adviser.writer)
    hub = city.adviser.hub
    for ask in (
        city.adviser.pull,
        lambda: hub.heads(HeadsRequest()),
        lambda: hub.snapshot(SnapshotRequest(city.stream, 0, 0)),
    ):
        with pytest.raises(AccessRefused) as caught:
            ask()
        assert caught.value.code is Code.WRITER_REVOKED


def test_what_it_wrote_before_counts_and_what_comes_later_is_held_back(city: City) -> None:
    city.adviser.save(city.stream, visit())
    revoke(city.world.parts, city.adviser.writer)
    late = city.adviser.write(city.stream, visit())
    by_a_colleague = city.coach.hub.push(city.adviser.request(city.stream, [late]))
    assert by_a_colleague.quarantined == [2]
    assert city.adviser.save(city.stream, visit()).quarantined == [3]
    assert {(one.n, one.reason) for one in held(city.world.parts)} == {
        (2, Reason.REVOKED),
        (3, Reason.REVOKED),
    }


def test_everybody_learns_after_which_commit_a_writer_no_longer_counts(city: City) -> None:
    city.adviser.save(city.stream, visit())
    assert revoke(city.world.parts, city.adviser.writer) == {city.stream: 1}
    told = [
        read_body(raw)
        for frame in city.coach.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == CITY
        for raw in frame.commit.bodies
        if raw is not None
    ]
    assert told[-1].entity == EntityId(city.adviser.writer)
    assert told[-1].fields["revoked_after"].value == {city.stream: 1}


def test_the_persons_other_laptop_works_on(city: City) -> None:
    other = city.world.enrol(city.adviser.staff, "second laptop")
    revoke(city.world.parts, city.adviser.writer)
    assert other.save(city.stream, visit()).quarantined == []


def test_only_a_writer_can_be_revoked(city: City) -> None:
    with pytest.raises(UnknownName):
        revoke(city.world.parts, WriterId(bytes(16)))
