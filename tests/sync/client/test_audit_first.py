# SPDX-License-Identifier: MIT
"""What was looked at reaches the hub before what was written, however early a round is cut."""

from collections.abc import Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest
from fault_proxy import Fault, FaultyHub
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld
from store_world import person, session

from sync.hub.access_log import LogFilter, list_events
from sync.protocol.hub import Hub
from sync.protocol.journal import RoundOutcome
from sync.protocol.messages import Pushed, PushRequest
from sync.records.ids import StreamId, audit_stream

SAVES = 30


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock)
    yield make_city(world, clock)
    world.close()


@pytest.fixture
def laptop(city: City, tmp_path: Path) -> Iterator[HubLaptop]:
    """A day's saves, and only then a look at somebody."""
    one = HubLaptop.of(city.world, city.adviser, tmp_path / "notebook.db")
    for _ in range(SAVES):
        one.save(city.stream, session())
    card = person("Yrjänä", "Pöllöläinen")
    one.save(city.stream, card)
    said = {
        "operation": "READ", "actor": {"user_id": city.adviser.staff},
        "target": {"type": "person", "id": card.entity.hex()},
    }  # fmt: skip
    one.store.record(said, time_ms=one.clock())
    yield one
    one.store.close()


def theirs(city: City) -> list[str]:
    """The operations of laptops that the hub holds."""
    return [one.operation for one in list_events(city.world.parts, LogFilter()) if one.laptop]


@pytest.mark.parametrize("fault", [Fault.REQUEST_LOST, Fault.ANSWER_LOST])
def test_a_round_that_is_cut_after_its_first_push_has_sent_the_audit(
    city: City, laptop: HubLaptop, fault: Fault
) -> None:
    plan = chain([Fault.NONE, Fault.NONE, fault], repeat(Fault.NONE))
    hub = laptop.engine.hub = FaultyHub(city.adviser.hub, plan)
    record = laptop.engine.round(cancelled=lambda: False)
    assert (record.outcome, hub.calls) == (RoundOutcome.OFFLINE, ["hello", "push", "push"])
    assert theirs(city) == ["READ"]
    assert laptop.journal.unsent_count() > 0
    laptop.sync()
    assert theirs(city) == ["READ"]
    assert laptop.journal.unsent_count() == 0


class Listening(FaultyHub):
    """Remembers which stream each push was of."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub, iter(()))
        self.pushed: list[StreamId] = []

    def push(self, request: PushRequest) -> Pushed:
        self.pushed.append(request.stream)
        return super().push(request)


def test_the_first_push_of_a_round_is_the_audits_and_no_later_one(city: City, laptop: HubLaptop) -> None:
    hub = laptop.engine.hub = Listening(city.adviser.hub)
    laptop.sync()
    audit = audit_stream(city.adviser.laptop)
    assert hub.pushed[0] == audit
    assert audit not in hub.pushed[1:]
    assert city.stream in hub.pushed[1:]
