# SPDX-License-Identifier: MIT
"""A wire that breaks at any byte: the round ends quietly, and the next one completes it, nothing twice."""

import pytest
from fake_hub import FakeHub
from fake_hub_server import served
from fault_proxy import CuttingProxy
from http_laptop import http_laptop
from memory_journal import MemoryJournal
from sync_world import TEAM, laptop

from sync.log.signing import SigningKey
from sync.protocol.journal import RoundOutcome

SAVES = 3
STEP = 149
"""A prime: the cuts fall into every part of requests, headers and sealed bodies."""


def _cut_at(byte: int, *, up: bool) -> bool:
    """Cut a round at this byte of the wire, then let the next one through; return whether the cut was felt."""
    hub = FakeHub()
    journal = MemoryJournal(hub=hub.hub, key=SigningKey.from_seed(bytes([1]) * 32))
    other = laptop(hub, 2)
    other.write(9, age="65")
    other.round()
    with served(hub) as at:
        proxy = CuttingProxy(at)
        with http_laptop(hub, proxy.address, journal=journal) as one:
            for entity in range(SAVES):
                one.write(entity + 1, age="u30")
            if up:
                proxy.cut_up = byte
            else:
                proxy.cut_down = byte
            record = one.round()
            assert record.outcome in {RoundOutcome.OFFLINE, RoundOutcome.DONE}
            proxy.cut_up = proxy.cut_down = None
            assert one.round().outcome is RoundOutcome.DONE
        proxy.close()
    assert journal.unsent_count() == 0
    assert len(hub.streams[TEAM].commits) == SAVES + 1
    assert journal.states(TEAM) == hub.states(TEAM)
    return record.outcome is RoundOutcome.OFFLINE


def _bytes_of_a_round(*, up: bool) -> int:
    hub = FakeHub()
    laptop(hub, 2).write(9, age="65")
    with served(hub) as at:
        proxy = CuttingProxy(at)
        with http_laptop(hub, proxy.address) as one:
            for entity in range(SAVES):
                one.write(entity + 1, age="u30")
            one.round()
        proxy.close()
        return proxy.up if up else proxy.down


@pytest.mark.parametrize("up", [True, False], ids=["request", "answer"])
def test_a_round_cut_at_any_byte_is_completed_by_the_next(*, up: bool) -> None:
    length = _bytes_of_a_round(up=up)
    assert length > 3000
    felt = [_cut_at(byte, up=up) for byte in range(0, length, STEP)]
    assert sum(felt) > len(felt) * 0.9


@pytest.mark.torture
@pytest.mark.parametrize("up", [True, False], ids=["request", "answer"])
def test_a_round_cut_at_each_single_byte_is_completed_by_the_next(*, up: bool) -> None:
    for byte in range(_bytes_of_a_round(up=up)):
        _cut_at(byte, up=up)
