# SPDX-License-Identifier: MIT
"""The lock of a stream's head row, taken out: two processes that push at one moment then get one number."""

import threading
from contextlib import suppress
from typing import Any

import pytest
from hub_stores import Stores, begun, postgres_stores, push, writer
from sqlalchemy import bindparam, select

from sync.hub.store import schema
from sync.hub.store.numbering import Numbering

_UNLOCKED = select(schema.heads.c.number, schema.heads.c.running).where(
    schema.heads.c.stream == bindparam("its")
)
"""The statement that reads a head row, without its lock."""


@pytest.mark.parametrize("locked", [True, False])
def test_without_the_lock_of_the_head_row_two_pushes_take_one_number(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch, *, locked: bool
) -> None:
    stores = postgres_stores(postgres_url)
    begun(stores).close()
    if not locked:
        monkeypatch.setattr("sync.hub.store.numbering._LOCKED", _UNLOCKED)
    outcomes = _push_at_once(stores, monkeypatch)
    assert (outcomes == [1, 2]) is locked


def _push_at_once(stores: Stores, patch: pytest.MonkeyPatch) -> list[object]:
    """Let two processes' stores push at one moment; return the numbers they got, or what went wrong."""
    both = threading.Barrier(2)
    real = Numbering.run

    def run(self: Numbering, one: Any) -> Any:  # noqa: ANN401 - passed on
        with suppress(threading.BrokenBarrierError):
            both.wait(1)  # with the lock only one is here, and goes on alone
        return real(self, one)

    patch.setattr(Numbering, "run", run)
    found: list[object] = []

    def send(number: int) -> None:
        store = stores.open()
        try:
            found.append(push(store, writer(number), 1, 1).numbered[0].number)
        except Exception as problem:  # noqa: BLE001 - which of the engine's errors does not matter here
            found.append(type(problem).__name__)
        finally:
            store.close()

    threads = [threading.Thread(target=send, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found, key=str)
