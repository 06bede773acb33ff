# SPDX-License-Identifier: MIT
"""The hub over HTTP: the same rounds on a real wire, and everything that may answer instead of a hub."""

import secrets
from collections.abc import Callable

import pytest
from captive_portal import captive_portal
from fake_hub import NOW, FakeHub
from fake_hub_server import served
from fault_proxy import CuttingProxy
from http_laptop import http_laptop
from sync_world import TEAM

from sync.client.first_contact import enrol
from sync.client.http import HttpHub
from sync.log.commit import Draft
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.enrolment import Enrolment
from sync.protocol.errors import Code, HubBusy, HubFault, InsecureAddress, ProtocolError, refusal
from sync.protocol.journal import RoundOutcome
from sync.records.ids import EntityId, HubId, LaptopId

YEAR_MS = 365 * 86_400_000


def _draft(entity: int) -> list[Draft]:
    return [Draft("visit", EntityId(entity.to_bytes(16, "big")), None, 1, {"age": ("u30", ())})]


def _address(at: tuple[str, int]) -> str:
    return f"http://{at[0]}:{at[1]}"


def test_two_laptops_meet_over_the_wire() -> None:
    hub = FakeHub()
    with (
        served(hub) as at,
        http_laptop(hub, _address(at), 1) as one,
        http_laptop(hub, _address(at), 2) as other,
    ):
        for entity in range(1, 700):
            one.journal.save(TEAM, _draft(entity))
        assert one.round().sent == 699
        record = other.round()
        assert (record.outcome, record.received) == (RoundOutcome.DONE, 699)
        assert other.journal.states(TEAM) == one.journal.states(TEAM)


def test_a_round_with_nothing_new_is_one_request_of_at_most_four_kilobytes_both_ways() -> None:
    hub = FakeHub()
    with served(hub) as at:
        proxy = CuttingProxy(at)
        with http_laptop(hub, proxy.address) as one:
            one.write(1, age="u30")
            assert one.round().outcome is RoundOutcome.DONE
            proxy.up = proxy.down = 0
            assert one.round().outcome is RoundOutcome.DONE
            assert 0 < proxy.up + proxy.down <= 4096
        proxy.close()


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_ten_years_off_syncs_over_the_wire(years: int) -> None:
    hub = FakeHub()
    with served(hub) as at, http_laptop(hub, _address(at), clock=lambda: NOW + years * YEAR_MS) as one:
        one.write(1, age="u30")
        assert one.round().outcome is RoundOutcome.DONE
        assert one.journal.clock_offset() == -years * YEAR_MS


def test_a_clock_that_is_set_between_two_rounds_costs_one_more_hello() -> None:
    hub = FakeHub()
    now = [NOW]
    with served(hub) as at, http_laptop(hub, _address(at), clock=lambda: now[0]) as one:
        one.round()
        now[0] += YEAR_MS
        one.write(1, age="u30")
        assert one.round().outcome is RoundOutcome.DONE


def test_enrolling_over_the_wire_is_signed_by_the_new_key() -> None:
    hub = FakeHub()
    hub.codes.add("0123456789")
    signing, receiving = SigningKey.generate(), ReceivingKey.generate()
    with served(hub) as at:
        http = HttpHub(
            _address(at), pin=hub.pin[:10], signing=signing, receiving=receiving, clock=lambda: NOW
        )
        known, enrolled = enrol(
            http,
            Enrolment(_address(at), hub.pin[:10], "0123456789"),
            signing=signing,
            receiving=receiving,
            laptop=LaptopId("l" + "0" * 16),
            laptop_name="stand",
            random_bytes=secrets.token_bytes,
        )
        http.close()
    assert (known.hub, enrolled.writer) == (hub.hub, signing.writer)


@pytest.mark.parametrize(
    ("status", "headers"),
    [(200, {}), (302, {"Location": "https://portal.example/"}), (403, {}), (511, {}), (404, {})],
)
def test_a_captive_portal_is_recognised_quietly(status: int, headers: dict[str, str]) -> None:
    hub = FakeHub()
    with captive_portal(status=status, headers=headers) as address, http_laptop(hub, address) as one:
        one.write(1, age="u30")
        record = one.round()
        assert (record.outcome, record.problem) == (RoundOutcome.OFFLINE, "CaptivePortal")
        assert one.journal.unsent_count() == 1


def test_a_portal_that_comes_up_between_two_rounds_is_recognised_too() -> None:
    hub = FakeHub()
    with served(hub) as at, http_laptop(hub, _address(at)) as one:
        one.round()
        http = one.engine.hub
        assert isinstance(http, HttpHub)
        with captive_portal() as address:
            http.address = address
            assert one.round().problem == "CaptivePortal"
        http.address = _address(at)
        assert one.round().outcome is RoundOutcome.DONE


def test_another_hub_never_gets_a_request_of_ours() -> None:
    home, other = FakeHub(), FakeHub(hub=HubId(b"G" * 16))
    asked: list[str] = []
    with (
        served(other, before=asked.append) as at,
        http_laptop(home, _address(at)) as one,
    ):
        one.write(1, age="u30")
        assert (one.round().outcome, asked) == (RoundOutcome.OFFLINE, [])


def test_nobody_at_the_address_is_offline() -> None:
    hub = FakeHub()
    with served(hub) as at:
        pass
    with http_laptop(hub, _address(at)) as one:
        record = one.round()
        assert (record.outcome, record.problem) == (RoundOutcome.OFFLINE, "Unreachable")


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (lambda: HubBusy(9), "HubBusy"),
        (lambda: HubFault(500), "HubFault"),
        (lambda: refusal(Code.WRITER_REVOKED), "writer-revoked"),
        (lambda: refusal(Code.UNKNOWN_STREAM), f"unknown-stream {TEAM}"),
        (lambda: refusal(Code.CHAIN_FORK), f"Cloned {TEAM}"),
    ],
)
def test_a_hubs_no_keeps_its_meaning_over_the_wire(error: Callable[[], ProtocolError], problem: str) -> None:
    hub = FakeHub()
    with (
        served(hub, before=lambda path: error() if path == "/v1/push" else None) as at,
        http_laptop(hub, _address(at)) as one,
    ):
        one.write(1, age="u30")
        assert one.round().problem == problem
        assert one.engine.retry_after == (9 if problem == "HubBusy" else None)


def test_plain_http_to_another_machine_is_refused_before_anything_is_sent() -> None:
    hub = FakeHub()
    with pytest.raises(InsecureAddress), http_laptop(hub, "http://hub.example"):
        pass
