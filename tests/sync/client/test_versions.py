# SPDX-License-Identifier: MIT
"""A laptop and a hub of neighbouring majors: what was saved is delivered, and which side is old is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, visit
from memory_journal import MemoryJournal

from sync.client import engine as engine_module
from sync.client.engine import Engine
from sync.client.http import HttpHub
from sync.hub.home import now_ms
from sync.log.commit import Draft
from sync.protocol import hello as hello_module
from sync.protocol.answer import ANSWER_HEADER, verify_answer
from sync.protocol.calls import PROBLEM_TYPE, Call
from sync.protocol.http_signature import sign_request
from sync.protocol.journal import RoundOutcome
from sync.protocol.versions import PROTOCOL, SPOKEN, common


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[City, str]]:
    world = HubWorld.live(tmp_path / "hub")
    city = make_city(world, HubClock())
    with world.http() as address:
        yield city, address
    world.close()


def _laptop(city: City, address: str) -> Engine:
    one = city.adviser
    journal = MemoryJournal(hub=city.world.hub, key=one.key)
    its = visit()
    journal.save(city.stream, [Draft(its.kind, its.entity, None, 1, its.fields)])
    http = HttpHub(
        address, pin=city.world.root_digest, signing=one.key, receiving=one.receiving, clock=now_ms,
        hub_id=city.world.hub,
    )  # fmt: skip
    return Engine(
        http, journal, clock=now_ms, pin=city.world.root_digest, hub_id=city.world.hub, me=one.writer
    )


def test_a_laptop_of_the_major_before_delivers_and_is_told_that_it_is_too_old(
    served: tuple[City, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    city, address = served
    monkeypatch.setattr(Call, "path", property(lambda self: f"/v1/{self.value}"))
    monkeypatch.setattr(hello_module, "common", lambda theirs: common(theirs, (0, 1)))
    monkeypatch.setattr(engine_module, "PROTOCOL", 1)
    laptop = _laptop(city, address)
    record = laptop.round(cancelled=lambda: False)
    assert (record.outcome, record.problem) == (RoundOutcome.FAILED, "protocol-too-old")
    assert (record.sent, laptop.journal.unsent_count()) == (1, 0)
    assert city.coach.heads()[city.stream] == 1


def test_a_laptop_of_the_next_major_delivers_to_an_older_hub_and_asks_it_nothing_more(
    served: tuple[City, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    city, address = served
    monkeypatch.setattr(hello_module, "common", lambda theirs: common(theirs, (PROTOCOL, PROTOCOL + 1)))
    monkeypatch.setattr(engine_module, "PROTOCOL", PROTOCOL + 1)
    laptop = _laptop(city, address)
    record = laptop.round(cancelled=lambda: False)
    assert (record.outcome, record.problem) == (RoundOutcome.FAILED, "protocol-too-new")
    assert (record.sent, laptop.journal.unsent_count(), list(laptop.journal.cursors())) == (1, 0, [])
    assert laptop.journal.epoch() == city.world.parts.epoch


@pytest.mark.parametrize("call", [call for call in Call if call.retired])
def test_a_retired_route_says_so_by_the_hubs_own_word(served: tuple[City, str], call: Call) -> None:
    city, address = served
    (path,) = call.retired
    signed = sign_request(method="POST", path=path, body=b"old", key=city.adviser.key, created_ms=now_ms())
    response = requests.post(address + path, data=b"old", headers=signed, timeout=30)
    assert (response.status_code, response.headers["Content-Type"]) == (400, PROBLEM_TYPE)
    assert response.json()["type"].endswith("protocol-too-old")
    known = city.world.known()
    verify_answer(
        known.signing, response.headers[ANSWER_HEADER], hub=known.hub, request=b"old", answer=response.content
    )


def test_what_delivers_and_what_keeps_a_laptop_alive_is_of_the_first_major() -> None:
    kept = {Call.ENROL, Call.HEADS, Call.PUSH, Call.SUCCEED, Call.FAREWELL, Call.LEASE_KEEP, Call.LEASE_FETCH}
    assert {call for call in Call if not call.retired} == kept
    assert SPOKEN == (PROTOCOL - 1, PROTOCOL)
