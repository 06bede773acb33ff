# SPDX-License-Identifier: MIT
"""A stream that is settled is looked up: whoever pulls waits for nobody's lock and writes nothing."""

from dataclasses import replace
from typing import Any, cast

from hub_city import City
from hub_world import visit

from sync.hub.settling import settle
from sync.hub.store.contract import HubStore


class _NoLock:
    """A store in which nobody may take a stream's settling lock."""

    def __init__(self, store: HubStore) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the store has
        assert name != "settle", "took the lock of a stream that is settled"
        return getattr(self._store, name)


def test_a_settled_stream_is_looked_up_without_its_lock(city: City) -> None:
    number = city.adviser.save(city.stream, visit()).numbers[-1]
    parts = city.world.parts
    settled = settle(parts, city.stream, number)
    looking = replace(parts, store=cast("HubStore", _NoLock(parts.store)))
    assert settle(looking, city.stream, number) == settled
    assert settled[0] == number


def test_what_came_since_is_settled_as_before(city: City) -> None:
    first = settle(city.world.parts, city.stream, city.adviser.save(city.stream, visit()).numbers[-1])
    number = city.adviser.save(city.stream, visit()).numbers[-1]
    second = settle(city.world.parts, city.stream, number)
    assert second[0] == number == first[0] + 1
    assert second[1] != first[1]
