# SPDX-License-Identifier: MIT
"""A notebook that exists twice: its old key lets a new writer in, on both engines and over the wire."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, laptop_id, visit

from sync.client.http import HttpHub
from sync.hub.leases import read_out
from sync.hub.orders import give_order, order_about
from sync.hub.quarantine import held
from sync.hub.roster import revoke
from sync.log.commit import read_body
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.devices import SHARE_BYTES, LeaseKeepRequest, What
from sync.protocol.errors import AccessRefused, Code, FrameRefused
from sync.protocol.messages import CommitFrame
from sync.protocol.succession import Succeeded, SucceedRequest, SuccessionHub
from sync.records.ids import CITY, EntityId, LaptopId, WriterId, audit_stream

SHARE = bytes(range(SHARE_BYTES))


class Copy:
    """The adviser's notebook, which found out that there are two of it, and its way to the hub."""

    def __init__(self, city: City, hub: SuccessionHub) -> None:
        self.city = city
        self.old = city.adviser
        self.hub = hub
        self.heir = replace(
            self.old, key=SigningKey.generate(), receiving=ReceivingKey.generate(), laptop=laptop_id("copy"), tips={}
        )  # fmt: skip

    @property
    def request(self) -> SucceedRequest:
        """What the copy asks."""
        return SucceedRequest(self.heir.key.public, self.heir.receiving.public, self.heir.laptop)

    def ask(self) -> Succeeded:
        """Ask it."""
        return self.hub.succeed(self.request)

    def in_force(self, writer: WriterId) -> bool:
        """Whether the hub knows a writer and has not revoked it."""
        row = self.city.world.parts.store.writer(writer)
        return row is not None and not row.revoked


@pytest.fixture(params=["sqlite", "postgres", "http"])
def copy(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Copy]:
    with ExitStack() as stack:
        database = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
        clock = HubClock()
        world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
        stack.callback(world.close)
        city = make_city(world, clock)
        member = city.adviser
        if request.param != "http":
            yield Copy(city, member.hub)
            return
        hub = HttpHub(
            stack.enter_context(world.http()), pin=world.root_digest, hub_id=world.hub, signing=member.key,
            receiving=member.receiving, clock=clock,
        )  # fmt: skip
        stack.callback(hub.close)
        yield Copy(city, hub)


def test_the_new_writer_is_the_same_person_on_a_laptop_of_its_own(copy: Copy) -> None:
    answer = copy.ask()
    assert answer == Succeeded(copy.heir.writer, copy.old.staff, copy.heir.laptop)
    assert copy.heir.save(copy.city.stream, visit()).quarantined == []
    assert copy.old.save(copy.city.stream, visit()).quarantined == []
    told = {
        body.entity: body
        for frame in copy.city.coach.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == CITY
        for body in (read_body(raw) for raw in frame.commit.bodies if raw is not None)
    }
    fields = told[EntityId(copy.heir.writer)].fields
    assert (fields["staff"].value, fields["laptop"].value) == (copy.old.staff, copy.heir.laptop)
    assert copy.city.world.parts.store.head(audit_stream(copy.heir.laptop)) is not None


def test_the_same_request_again_changes_nothing(copy: Copy) -> None:
    first = copy.ask()
    head = copy.city.world.parts.store.head(CITY)
    assert copy.ask() == first
    assert copy.city.world.parts.store.head(CITY) == head
    assert copy.city.world.parts.store.successors(copy.old.writer) == [copy.heir.writer]


def test_what_was_cut_between_the_row_and_the_roster_is_made_whole_by_the_next_request(copy: Copy) -> None:
    parts = copy.city.world.parts
    heir = copy.heir
    row = parts.store.writer(copy.old.writer)
    assert row is not None
    new = replace(
        row, writer=heir.writer, laptop=heir.laptop, signing=heir.key.public, receiving=heir.receiving.public
    )
    assert parts.store.add_successor(new, of=copy.old.writer, now=1)
    assert parts.store.head(audit_stream(heir.laptop)) is None
    copy.ask()
    assert parts.store.head(audit_stream(heir.laptop)) is not None
    assert EntityId(heir.writer) in parts.store.entities(CITY, [EntityId(heir.writer)])


def test_both_copies_may_go_on_as_somebody_else(copy: Copy) -> None:
    copy.ask()
    other = SucceedRequest(SigningKey.generate().public, ReceivingKey.generate().public, laptop_id("other"))
    assert copy.hub.succeed(other).staff == copy.old.staff
    assert len(copy.city.world.parts.store.successors(copy.old.writer)) == 2


def test_a_revoked_writer_has_no_successor(copy: Copy) -> None:
    revoke(copy.city.world.parts, copy.old.writer)
    with pytest.raises(AccessRefused) as raised:
        copy.ask()
    assert raised.value.code is Code.WRITER_REVOKED
    assert copy.city.world.parts.store.writer(copy.heir.writer) is None


def test_whoever_revokes_a_writer_revokes_all_that_came_of_it(copy: Copy) -> None:
    parts = copy.city.world.parts
    copy.ask()
    grandchild = SigningKey.generate()
    copy.heir.hub.succeed(
        SucceedRequest(grandchild.public, ReceivingKey.generate().public, laptop_id("third copy"))
    )
    give_order(parts, copy.old.writer, What.REVOKE)
    assert not any(map(copy.in_force, (copy.old.writer, copy.heir.writer, grandchild.writer)))
    assert copy.in_force(copy.city.coach.writer)
    assert copy.heir.save(copy.city.stream, visit()).quarantined == [1]
    assert len(held(parts)) == 1
    assert order_about(parts, copy.heir.writer) is not None
    with pytest.raises(AccessRefused):
        copy.ask()


def test_the_old_writer_goes_on_when_only_its_successor_is_revoked(copy: Copy) -> None:
    copy.ask()
    revoke(copy.city.world.parts, copy.heir.writer)
    assert copy.in_force(copy.old.writer)
    with pytest.raises(AccessRefused) as raised:
        copy.ask()
    assert raised.value.code is Code.WRITER_REVOKED


def test_the_lease_holds_for_the_new_writer(copy: Copy) -> None:
    parts = copy.city.world.parts
    verifier = SigningKey.generate().public
    copy.old.hub.lease_keep(LeaseKeepRequest(SHARE, verifier))
    copy.ask()
    row = parts.store.lease(copy.heir.writer)
    assert row is not None
    assert row.verifier == verifier
    assert read_out(parts, copy.heir.writer, reason="called back") == SHARE
    assert read_out(parts, copy.old.writer, reason="called back") == SHARE


def test_wrong_tries_at_the_lease_are_not_forgotten(copy: Copy) -> None:
    parts = copy.city.world.parts
    copy.old.hub.lease_keep(LeaseKeepRequest(SHARE, SigningKey.generate().public))
    row = parts.store.lease(copy.old.writer)
    assert row is not None
    parts.store.put_lease(replace(row, misses=3, missed=5))
    copy.ask()
    heirs = parts.store.lease(copy.heir.writer)
    assert heirs is not None
    assert (heirs.misses, heirs.missed) == (3, 5)


@pytest.mark.parametrize("wrong", ["signing", "receiving", "short", "laptop", "in-use", "key-of-another"])
def test_what_is_no_key_and_no_fresh_laptop_is_refused(copy: Copy, wrong: str) -> None:
    heir, coach = copy.heir, copy.city.coach
    signing, receiving, place = heir.key.public, heir.receiving.public, heir.laptop
    request = {
        "signing": SucceedRequest(bytes(32), receiving, place),
        "receiving": SucceedRequest(signing, bytes(len(receiving)), place),
        "short": SucceedRequest(signing, receiving[1:], place),
        "laptop": SucceedRequest(signing, receiving, LaptopId("../l")),
        "in-use": SucceedRequest(signing, receiving, copy.old.laptop),
        "key-of-another": SucceedRequest(coach.key.public, coach.receiving.public, coach.laptop),
    }[wrong]
    writers = len(copy.city.world.parts.store.writers())
    with pytest.raises(FrameRefused) as raised:
        copy.hub.succeed(request)
    assert raised.value.code is Code.MALFORMED
    assert len(copy.city.world.parts.store.writers()) == writers


def test_nobody_takes_a_successor_for_theirs(copy: Copy) -> None:
    copy.ask()
    with pytest.raises(FrameRefused):
        copy.city.coach.hub.succeed(copy.request)
