# SPDX-License-Identifier: MIT
"""Orders, farewells and leases at the hub, on both engines, in process and over HTTP."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member, visit

from sync.client.http import HttpHub
from sync.hub.errors import UnknownName
from sync.hub.keys import renew_online_keys
from sync.hub.leases import FREE_MISSES, fetch_lease, read_out
from sync.hub.orders import give_order
from sync.hub.roster import revoke
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.device_hub import DeviceHub
from sync.protocol.devices import (
    LEASE_DAYS,
    SHARE_BYTES,
    FarewellRequest,
    LeaseFetchRequest,
    LeaseKeepRequest,
    What,
    Why,
)
from sync.protocol.errors import AccessRefused, Code, FrameRefused, HubBusy
from sync.protocol.orders import sign_farewell, verify_order
from sync.records.ids import WriterId

SHARE = bytes(range(SHARE_BYTES))
VERIFIER, OTHER = SigningKey.from_seed(b"v" * 32), SigningKey.from_seed(b"w" * 32)
DAY_MS = 24 * 3_600_000


class Laptop:
    """A member's laptop and its way to the hub."""

    def __init__(self, city: City, hub: DeviceHub, receiving: ReceivingKey) -> None:
        self.city = city
        self.member: Member = city.adviser
        self.hub = hub
        self.receiving = receiving

    def keep(self, verifier: SigningKey = VERIFIER) -> int:
        """Leave the share; return until when the lease runs."""
        return self.hub.lease_keep(LeaseKeepRequest(SHARE, verifier.public)).until

    def fetch(self, verifier: SigningKey = VERIFIER) -> bytes:
        """Ask for it from a closed notebook."""
        request = LeaseFetchRequest(self.member.writer, self.receiving.public)
        return self.hub.lease_fetch(request, verifier=verifier).share

    def refused(self, verifier: SigningKey = VERIFIER) -> Code:
        """Return why the hub does not give it."""
        with pytest.raises(AccessRefused) as raised:
            self.fetch(verifier)
        return raised.value.code

    def farewell(self, *, key: SigningKey | None = None, why: Why = Why.LEFT) -> list[WriterId]:
        """Say farewell; return whose was taken."""
        city = self.city
        signed = sign_farewell(hub=city.world.hub, why=why, order=0, time_ms=1, key=key or self.member.key)
        return self.hub.farewell(FarewellRequest([signed], self.receiving.public)).writers

    @property
    def in_force(self) -> bool:
        """Whether the writer is."""
        row = self.city.world.parts.store.writer(self.member.writer)
        assert row is not None
        return not row.revoked


@pytest.fixture(params=["sqlite", "postgres", "http"])
def laptop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Laptop]:
    with ExitStack() as stack:
        database = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
        clock = HubClock()
        world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
        stack.callback(world.close)
        city = make_city(world, clock)
        member = city.adviser
        if request.param != "http":
            yield Laptop(city, member.hub, member.receiving)
            return
        hub = HttpHub(
            stack.enter_context(world.http()),
            pin=world.root_digest,
            hub_id=world.hub,
            signing=member.key,
            receiving=member.receiving,
            clock=clock,
        )
        stack.callback(hub.close)
        yield Laptop(city, hub, member.receiving)


def log_of(city: City) -> list[str]:
    """Return what the hub's own log says of each event, the newest last."""
    told = []
    for row in city.world.parts.store.audit(after=0, limit=1000):
        event = msgspec.json.decode(row.event)["audit_event"]
        told.append(f"{event['status']} {event['actor']['user_id']} {event['additional_information']}")
    return told


# --- orders


def test_without_an_order_there_is_none_whoever_is_asked_about(laptop: Laptop) -> None:
    assert laptop.hub.order(laptop.member.writer) is None
    assert laptop.hub.order(WriterId(bytes(16))) is None


@pytest.mark.parametrize("what", list(What))
def test_an_order_revokes_and_is_served_to_whoever_asks(laptop: Laptop, what: What) -> None:
    world = laptop.city.world
    give_order(world.parts, laptop.member.writer, what)
    signed = laptop.hub.order(laptop.member.writer)
    assert signed is not None
    order = verify_order(signed, pin=world.root_digest, hub=world.hub)
    assert (order.what, order.writer, order.serial) == (what, laptop.member.writer, 1)
    assert not laptop.in_force
    assert any(f"order {what.value}" in line for line in log_of(laptop.city))


def test_an_order_never_weakens_and_a_wipe_comes_after_a_revocation(laptop: Laptop) -> None:
    world, writer = laptop.city.world, laptop.member.writer
    give_order(world.parts, writer, What.REVOKE)
    give_order(world.parts, writer, What.WIPE)
    give_order(world.parts, writer, What.REVOKE)
    signed = laptop.hub.order(writer)
    assert signed is not None
    order = verify_order(signed, pin=world.root_digest, hub=world.hub)
    assert (order.what, order.serial) == (What.WIPE, 2)


def test_a_writer_revoked_before_there_were_orders_has_one(laptop: Laptop) -> None:
    world = laptop.city.world
    revoke(world.parts, laptop.member.writer)
    signed = laptop.hub.order(laptop.member.writer)
    assert signed is not None
    assert verify_order(signed, pin=world.root_digest, hub=world.hub).what is What.REVOKE
    assert world.parts.store.order(laptop.member.writer) is None, "who asks writes nothing"
    give_order(world.parts, laptop.member.writer, What.WIPE)
    wipe = laptop.hub.order(laptop.member.writer)
    assert wipe is not None
    assert verify_order(wipe, pin=world.root_digest, hub=world.hub).what is What.WIPE


def test_an_order_is_signed_by_the_key_in_force(tmp_path: Path) -> None:
    world = HubWorld.make(tmp_path / "hub", clock=HubClock())
    city = make_city(world, HubClock())
    give_order(world.parts, city.adviser.writer, What.WIPE)
    renew_online_keys(tmp_path / "hub" / "keys")
    again = world.reopened()
    signed = again.service.order(city.adviser.writer)
    assert signed is not None
    assert signed.keys == again.parts.keys.signed.keys
    order = verify_order(signed, pin=again.root_digest, hub=again.hub)
    assert (order.what, order.serial) == (What.WIPE, 1)
    again.close()


def test_nobody_can_be_ordered_about_who_is_not_known(laptop: Laptop) -> None:
    with pytest.raises(UnknownName):
        give_order(laptop.city.world.parts, WriterId(bytes(16)), What.WIPE)


# --- farewells


def test_a_farewell_is_taken_and_its_writer_writes_no_more(laptop: Laptop) -> None:
    assert laptop.farewell() == [laptop.member.writer]
    assert not laptop.in_force
    with pytest.raises(AccessRefused):
        laptop.city.adviser.pull()
    assert any("farewell left order 0" in line for line in log_of(laptop.city))


def test_a_farewell_is_taken_twice_and_kept_once(laptop: Laptop) -> None:
    laptop.farewell()
    assert laptop.farewell(why=Why.WIPED) == [laptop.member.writer]
    (kept,) = laptop.city.world.parts.store.farewells()
    assert b"left" in kept.farewell


def test_a_farewell_in_another_hand_is_left_out(laptop: Laptop) -> None:
    assert laptop.farewell(key=OTHER) == []
    forged = sign_farewell(hub=laptop.city.world.hub, why=Why.LEFT, order=0, time_ms=1, key=OTHER)
    claimed = msgspec.structs.replace(
        forged, farewell=forged.farewell.replace(bytes(OTHER.writer), bytes(laptop.member.writer))
    )
    assert laptop.hub.farewell(FarewellRequest([claimed], laptop.receiving.public)).writers == []
    assert laptop.in_force


def test_a_good_farewell_is_taken_beside_bad_ones(laptop: Laptop) -> None:
    good = sign_farewell(hub=laptop.city.world.hub, why=Why.WIPED, order=2, time_ms=1, key=laptop.member.key)
    bad = msgspec.structs.replace(good, farewell=b"nonsense")
    answer = laptop.hub.farewell(FarewellRequest([bad, good, bad], laptop.receiving.public))
    assert answer.writers == [laptop.member.writer]


def test_what_was_sent_before_a_farewell_stays(laptop: Laptop) -> None:
    laptop.city.adviser.save(laptop.city.stream, visit())
    laptop.farewell()
    head = laptop.city.world.parts.store.head(laptop.city.stream)
    assert head is not None
    assert head.number == 1
    assert not laptop.city.world.parts.store.withheld()


# --- leases


def test_a_lease_runs_as_long_as_the_city_says(laptop: Laptop) -> None:
    until = laptop.keep()
    assert abs(until - laptop.city.clock.now - LEASE_DAYS * DAY_MS) < DAY_MS // 100
    laptop.city.clock.now += DAY_MS
    assert laptop.keep() >= until + DAY_MS


def test_a_closed_notebook_gets_its_share_for_the_passphrase(laptop: Laptop) -> None:
    laptop.keep()
    assert laptop.fetch() == SHARE


def test_the_share_does_not_lie_readable_in_the_database(laptop: Laptop) -> None:
    laptop.keep()
    (row,) = laptop.city.world.parts.store.leases()
    assert SHARE not in row.share


def test_a_new_passphrase_makes_the_old_one_worthless_here_too(laptop: Laptop) -> None:
    laptop.keep()
    laptop.keep(OTHER)
    assert laptop.refused(VERIFIER) is Code.LEASE_REFUSED
    assert laptop.fetch(OTHER) == SHARE


def test_without_a_lease_nothing_is_given(laptop: Laptop) -> None:
    assert laptop.refused() is Code.LEASE_REFUSED


def test_a_revoked_laptop_gets_nothing(laptop: Laptop) -> None:
    laptop.keep()
    give_order(laptop.city.world.parts, laptop.member.writer, What.REVOKE)
    assert laptop.refused() is Code.WRITER_REVOKED
    with pytest.raises(AccessRefused):
        laptop.keep()
    with pytest.raises(AccessRefused):
        read_out(laptop.city.world.parts, laptop.member.writer, reason="asked by telephone")


def test_wrong_passphrases_are_counted_slowed_and_logged(laptop: Laptop) -> None:
    laptop.keep()
    for _ in range(FREE_MISSES):
        assert laptop.refused(OTHER) is Code.LEASE_REFUSED
    with pytest.raises(HubBusy) as raised:
        laptop.fetch()
    assert 0 < raised.value.retry_after <= 2
    assert sum(line.startswith("FORBIDDEN") and line.endswith("lease") for line in log_of(laptop.city)) == 5
    laptop.city.clock.now += 3000
    assert laptop.fetch() == SHARE
    assert laptop.refused(OTHER) is Code.LEASE_REFUSED, "the right one gives all free tries back"


def test_the_wait_grows_and_has_an_end(laptop: Laptop) -> None:
    laptop.keep()
    store = laptop.city.world.parts.store
    for _ in range(30):
        assert store.try_lease(laptop.member.writer, laptop.city.clock.now, not_before=lambda *_: 0) == 0
    with pytest.raises(HubBusy) as raised:
        laptop.fetch()
    assert 290 < raised.value.retry_after <= 300


def test_many_guesses_at_once_are_no_more_than_five(laptop: Laptop) -> None:
    laptop.keep()
    parts, writer = laptop.city.world.parts, laptop.member.writer
    judged: list[bytes] = []

    def proves(verifier: bytes) -> bool:
        judged.append(verifier)
        return False

    def guess() -> None:
        with suppress(AccessRefused, HubBusy):
            fetch_lease(parts, writer, proves)

    threads = [threading.Thread(target=guess) for _ in range(24)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(judged) == FREE_MISSES


def test_a_passphrase_that_changes_meanwhile_is_not_changed_back(laptop: Laptop) -> None:
    laptop.keep()
    parts, writer = laptop.city.world.parts, laptop.member.writer

    def proves(_verifier: bytes) -> bool:
        laptop.keep(OTHER)
        return True

    with pytest.raises(AccessRefused):
        fetch_lease(parts, writer, proves)
    assert laptop.fetch(OTHER) == SHARE


def test_who_is_revoked_meanwhile_gets_nothing(laptop: Laptop) -> None:
    laptop.keep()
    parts, writer = laptop.city.world.parts, laptop.member.writer

    def proves(_verifier: bytes) -> bool:
        revoke(parts, writer)
        return True

    with pytest.raises(AccessRefused):
        fetch_lease(parts, writer, proves)


def test_a_share_under_another_writers_name_opens_nothing(laptop: Laptop) -> None:
    laptop.keep()
    parts, other = laptop.city.world.parts, laptop.city.coach.writer
    (row,) = parts.store.leases()
    parts.store.put_lease(replace(row, writer=other))
    with pytest.raises(AccessRefused):
        fetch_lease(parts, other, lambda _verifier: True)


def test_every_no_is_in_the_hubs_log(laptop: Laptop) -> None:
    laptop.refused()
    laptop.keep()
    give_order(laptop.city.world.parts, laptop.member.writer, What.REVOKE)
    laptop.refused()
    told = [line.partition(" ")[2].partition(" ")[2] for line in log_of(laptop.city) if "FORBIDDEN" in line]
    assert told == ["no lease", "lease of a revoked writer"]


@pytest.mark.parametrize(
    "request_", [LeaseKeepRequest(b"short", VERIFIER.public), LeaseKeepRequest(SHARE, b"\x01" + bytes(31))]
)
def test_a_share_or_verifier_that_is_none_is_refused(laptop: Laptop, request_: LeaseKeepRequest) -> None:
    with pytest.raises(FrameRefused):
        laptop.hub.lease_keep(request_)


def test_the_help_desk_reads_it_out_and_that_is_logged(laptop: Laptop) -> None:
    laptop.keep()
    assert read_out(laptop.city.world.parts, laptop.member.writer, reason="called back") == SHARE
    assert any("read out: called back" in line for line in log_of(laptop.city))
    with pytest.raises(UnknownName):
        read_out(laptop.city.world.parts, WriterId(bytes(16)), reason="x")
