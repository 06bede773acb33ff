# SPDX-License-Identifier: MIT
"""A notebook's numbers are all of one epoch of the hub: nothing is sent, or forgotten, on those of a lost one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub, round_of
from store_world import entity, visit

from sync.client import engine as engine_module
from sync.client.engine import Engine
from sync.client.pace import Pace
from sync.client.push import push_all
from sync.client.round import Round
from sync.hub.in_process import InProcessHub
from sync.protocol import hello as hello_module
from sync.protocol.errors import EpochChanged, Unreachable
from sync.protocol.messages import Pulled, PullRequest
from sync.protocol.versions import PROTOCOL, common


class _DeafToNews(InProcessHub):
    """A way to the hub on which what is fetched never comes."""

    def pull(self, _request: PullRequest) -> Pulled:
        raise Unreachable("cut")


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[tuple[RestoredHub, City]]:
    """A hub with a city, that may be lost."""
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock)
    city = make_city(world, clock)
    hub = RestoredHub(tmp_path, world)
    yield hub, city
    hub.close()


def _numbers(city: City) -> int:
    """How many numbers the hub has given in the team's stream."""
    head = city.world.parts.store.head(city.stream)
    return 0 if head is None else head.number


def _sent_and_nothing_fetched(hub: RestoredHub, city: City) -> HubLaptop:
    """A new notebook whose first round sent two saves and was cut before anything came."""
    one = hub.laptop(city.adviser)
    for _ in range(2):
        one.save(city.stream, visit(entity()))
    me = one.store.me.writer
    cut = Engine(
        _DeafToNews(city.world.service, me), one.journal, clock=city.world.clock, pin=city.world.root_digest,
        hub_id=city.world.hub, me=me,
    )  # fmt: skip
    assert cut.round(cancelled=lambda: False).problem == "Unreachable"
    assert one.journal.unsent_count() == 0
    return one


def test_what_was_sent_before_anything_was_fetched_is_brought_to_a_restored_hub(
    stand: tuple[RestoredHub, City],
) -> None:
    hub, city = stand
    backup = hub.backup()
    one = _sent_and_nothing_fetched(hub, city)
    hub.lose_and_restore(backup)
    one.sync()
    assert _numbers(city) == 2


def test_it_has_the_restored_hubs_numbers_where_a_colleague_was_there_first(
    stand: tuple[RestoredHub, City],
) -> None:
    hub, city = stand
    other = hub.laptop(city.coach)
    backup = hub.backup()
    one = _sent_and_nothing_fetched(hub, city)
    hub.lose_and_restore(backup)
    other.save(city.stream, visit(entity()))
    other.sync()
    one.save(city.stream, visit(entity()))
    one.sync()
    other.sync()
    assert _numbers(city) == 4
    assert one.journal.digest(city.stream) == other.journal.digest(city.stream)


def _one_ahead_of_its_hub(stand: tuple[RestoredHub, City]) -> HubLaptop:
    """A notebook that has not heard yet that the hub was restored, where a colleague has the numbers it knows."""
    hub, city = stand
    one, other = hub.laptop(city.adviser), hub.laptop(city.coach)
    backup = hub.backup()
    for _ in range(2):
        one.save(city.stream, visit(entity()))
    one.sync()
    hub.lose_and_restore(backup)
    other.save(city.stream, visit(entity()))
    other.sync()
    one.save(city.stream, visit(entity()))
    return one


def test_a_restored_hub_of_the_major_before_gets_nothing_on_the_lost_ones_numbers(
    stand: tuple[RestoredHub, City], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, city = stand
    one = _one_ahead_of_its_hub(stand)
    with monkeypatch.context() as newer:
        newer.setattr(hello_module, "common", lambda theirs: common(theirs, (PROTOCOL, PROTOCOL + 1)))
        newer.setattr(engine_module, "PROTOCOL", PROTOCOL + 1)
        assert round_of(one).problem == "protocol-too-new"
    assert one.journal.unsent_count() == 1
    one.engine.known = None
    one.sync()  # the hub has the newer program
    assert _numbers(city) == 4


def test_nothing_is_sent_by_a_notebook_that_has_not_followed_its_hub(
    stand: tuple[RestoredHub, City],
) -> None:
    _, city = stand
    one = _one_ahead_of_its_hub(stand)
    me = one.store.me.writer
    known = city.world.known()
    with pytest.raises(EpochChanged):
        push_all(Round(one.engine.hub, one.journal, known, me, Pace(), lambda: False, lambda _progress: None))
    assert one.journal.unsent_count() == 1
