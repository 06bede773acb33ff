# SPDX-License-Identifier: MIT
"""A bundle that a colleague carries unread counts as if its writer had pushed it, on either database."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import START, HubClock, HubWorld, Member, draft, visit

from sync.client.http import HttpHub
from sync.hub.roster import revoke
from sync.log.commit import SignedCommit, read_header
from sync.log.sealing import ReceivingKey
from sync.protocol.bundle import MAX_DELIVERED, BundleTaken, write_bundle
from sync.protocol.errors import AccessRefused, Code, FrameRefused, FrameTooLarge
from sync.protocol.journal import Segment
from sync.records.ids import StreamId, audit_stream, new_entity


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    """A hub on either engine with one team and two people."""
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
    yield make_city(world, clock)
    world.close()


def sealed(
    member: Member, stream: StreamId, *commits: SignedCommit, first: int = 1, to: bytes | None = None
) -> bytes:
    """Return these commits of a member as a bundle for the hub, or for another key."""
    world = member.world
    segment = Segment(stream, member.writer, first, read_header(commits[0].header).prev, commits)
    return write_bundle(
        [segment], key=member.key, hub=world.hub, receivers=[to or world.parts.keys.receiving.public],
        sequence=1, previous=b"", time_ms=START,
    )  # fmt: skip


def test_a_colleague_delivers_what_they_cannot_read_and_twice_is_once(city: City) -> None:
    commits = [city.adviser.write(city.stream, visit()) for _ in range(3)]
    raw = sealed(city.adviser, city.stream, *commits)
    assert city.coach.hub.deliver(raw) == BundleTaken(3, 0)
    assert city.coach.hub.deliver(raw) == BundleTaken(3, 0)
    assert city.adviser.heads()[city.stream] == 3


def test_the_access_log_of_who_has_left_comes_by_a_colleagues_hand(city: City) -> None:
    stream = audit_stream(city.adviser.laptop)
    commit = city.adviser.write(stream, draft("audit", new_entity(), event={"operation": "READ"}))
    assert city.coach.hub.deliver(sealed(city.adviser, stream, commit)) == BundleTaken(1, 0)
    assert city.world.parts.store.writer_heads(city.adviser.writer)[stream][0] == 1


def test_what_was_written_before_the_farewell_counts_only_if_the_bundle_came_first(city: City) -> None:
    first, second = city.adviser.write(city.stream, visit()), city.adviser.write(city.stream, visit())
    city.coach.hub.deliver(sealed(city.adviser, city.stream, first))
    revoke(city.world.parts, city.adviser.writer)
    assert city.coach.hub.deliver(sealed(city.adviser, city.stream, second, first=2)) == BundleTaken(1, 0)
    standing = [one.standing.name for one in city.world.parts.store.commits(city.stream, after=0, limit=10)]
    assert standing[:2] == ["EFFECTIVE", "QUARANTINED"]


def test_a_run_with_a_gap_before_it_is_left_and_nothing_of_it_is_taken(city: City) -> None:
    _, second = city.adviser.write(city.stream, visit()), city.adviser.write(city.stream, visit())
    assert city.coach.hub.deliver(sealed(city.adviser, city.stream, second, first=2)) == BundleTaken(0, 1)


def test_nobody_brings_a_third_persons_commits_in_a_bundle_of_their_own(city: City) -> None:
    commit = city.adviser.write(city.stream, visit())
    segment = Segment(city.stream, city.adviser.writer, 1, read_header(commit.header).prev, (commit,))
    raw = write_bundle(
        [segment], key=city.coach.key, hub=city.world.hub,
        receivers=[city.world.parts.keys.receiving.public], sequence=1, previous=b"", time_ms=START,
    )  # fmt: skip
    assert city.coach.hub.deliver(raw) == BundleTaken(0, 1)


def test_what_is_no_bundle_for_this_hub_is_refused(city: City) -> None:
    commit = city.adviser.write(city.stream, visit())
    elsewhere = sealed(city.adviser, city.stream, commit, to=ReceivingKey.generate().public)
    whole = sealed(city.adviser, city.stream, commit)
    for raw in (b"", b"nonsense", elsewhere, whole[:-1], whole[:50] + b"\0" + whole[51:]):
        with pytest.raises(FrameRefused) as caught:
            city.coach.hub.deliver(raw)
        assert caught.value.code is Code.MALFORMED
    with pytest.raises(FrameTooLarge):
        city.coach.hub.deliver(bytes(MAX_DELIVERED + 1))


def test_a_writer_that_the_hub_does_not_know_brings_nothing(city: City, tmp_path: Path) -> None:
    other = HubWorld.make(tmp_path / "other")
    stranger = other.member("Kaisa Korpi", "adviser", other.team("Muu"))
    stranger.world = city.world
    raw = sealed(stranger, city.stream, stranger.write(city.stream, visit()))
    with pytest.raises(AccessRefused):
        city.coach.hub.deliver(raw)
    other.close()


def test_a_bundle_goes_over_the_wire_like_any_request(tmp_path: Path) -> None:
    world = HubWorld.live(tmp_path / "hub")
    team = world.team("Itä")
    aino, bo = world.member("Aino", "adviser", team), world.member("Bo", "coach", team)
    stream = StreamId(f"team/{team}")
    raw = sealed(aino, stream, *(aino.write(stream, visit()) for _ in range(70)))
    with world.http() as address:
        hub = HttpHub(
            address, pin=world.root_digest, signing=bo.key, receiving=bo.receiving,
            clock=lambda: time.time_ns() // 1_000_000,
        )  # fmt: skip
        assert hub.deliver(raw) == BundleTaken(70, 0)
        with pytest.raises(FrameRefused):
            hub.deliver(b"nonsense")
        with pytest.raises(FrameRefused) as caught:
            hub.deliver(bytes(MAX_DELIVERED + 1))
        assert caught.value.code is Code.FRAME_TOO_LARGE
        hub.close()
    world.close()
