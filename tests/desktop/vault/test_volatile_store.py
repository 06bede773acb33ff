# SPDX-License-Identifier: MIT
"""The place that forgets at a restart: what it keeps, for how long, and a computer that has none."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from desktop.vault.volatile_store import NoVolatileStore, VolatileStore, system_volatile_store

NAME = f"kenttakirja/test/{os.getpid()}"


@pytest.fixture
def store() -> Iterator[VolatileStore]:
    one = system_volatile_store()
    yield one
    one.drop(NAME)


def test_what_is_kept_comes_back_and_a_newer_one_takes_its_place(store: VolatileStore) -> None:
    kept = store.put(NAME, b"one", seconds=60) and store.put(NAME, b"two\0three", seconds=60)
    assert kept == store.available
    assert store.get(NAME) == (b"two\0three" if store.available else None)


def test_what_is_dropped_is_gone_at_once(store: VolatileStore) -> None:
    store.put(NAME, b"one", seconds=60)
    store.drop(NAME)
    store.drop(NAME)
    assert store.get(NAME) is None


def test_another_process_of_the_same_account_finds_it(store: VolatileStore) -> None:
    store.put(NAME, b"one", seconds=60)
    code = (
        "from desktop.vault.volatile_store import system_volatile_store as store; "
        f"print(store().get({NAME!r}))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == ("b'one'" if store.available else "None")


def test_nothing_is_kept_for_no_time(store: VolatileStore) -> None:
    assert not store.put(NAME, b"one", seconds=0)
    assert store.get(NAME) is None


def test_it_is_forgotten_when_its_time_is_over(store: VolatileStore) -> None:
    store.put(NAME, b"one", seconds=1)
    end = time.monotonic() + 10
    while store.get(NAME) is not None and time.monotonic() < end:
        time.sleep(0.05)
    assert store.get(NAME) is None


def test_a_computer_without_such_a_place_says_so() -> None:
    none = NoVolatileStore()
    assert not none.available
    assert not none.put(NAME, b"one", seconds=60)
    assert none.get(NAME) is None
    none.drop(NAME)
