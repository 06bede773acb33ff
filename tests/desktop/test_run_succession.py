# SPDX-License-Identifier: MIT
"""Two copies of one notebook, as processes, and a hub over HTTP: the second goes on under keys of its own."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hub_world import HubWorld
from notebook_child import TYPED, NotebookChild, Said

from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.messages.leases import RenewLease, ShowLease
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import Reopen, SetPin
from desktop.notebook.messages.sync import LockedByItself, OpenSync, SyncNow, SyncPhase
from desktop.vault.key_store import FOLDER
from sync.hub.store.rows import WriterRow
from sync.records.ids import StaffId

PIN = "472905"
SECONDS = 120.0


class Pair:
    """Aino's notebook in two folders; the hub has met the first one since."""

    def __init__(self, folder: Path, hub: HubWorld, address: str) -> None:
        self.hub = hub
        self.first, self.second = folder / "first", folder / "second"
        self.staff: StaffId = hub.person("Aino Aalto", "adviser", hub.team("Testitiimi"))
        child = NotebookChild(self.first)
        child.join(hub, address, self.staff)
        until(child, lambda: bool(child.ask(ShowLease()).until))
        child.ask(SetPin(PIN, TYPED))
        child.ask(Lock(""))
        child.end()
        child = self.open(self.first)
        synced(child)
        child.ask(Lock(""))
        child.end()
        shutil.copytree(self.first, self.second)
        child = self.open(self.first)  # the access log has what the copy does not know
        synced(child)
        child.ask(Lock(""))
        child.end()

    def open(self, home: Path) -> NotebookChild:
        """Return a fresh process with the notebook open."""
        child = NotebookChild(home)
        child.unlock(self.staff)
        return child

    def writers(self) -> list[WriterRow]:
        """Return Aino's writers."""
        return [row for row in self.hub.parts.store.writers() if row.staff == self.staff]

    def told(self, home: Path, ask: Unlock | Reopen | RenewLease) -> Problem | None:
        """Return the problem of an ask in a fresh process, ``None`` when it opened the notebook."""
        child = NotebookChild(home)
        try:
            child.ask(ask)
        except Said as said:
            return said.report.problem
        finally:
            child.end()
        return None


def until(child: NotebookChild, done: Callable[[], bool]) -> None:
    """Make rounds until it is so."""
    end = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < end
        child.ask(SyncNow())
        time.sleep(0.1)


def synced(child: NotebookChild) -> None:
    """Wait for a round that went well and left nothing."""

    def is_idle() -> bool:
        status = child.ask(OpenSync()).status
        return status.phase is SyncPhase.IDLE and status.last_success > 0 and status.unsent == 0

    until(child, is_idle)


def why_locked(child: NotebookChild) -> Problem:
    """Wait for the notebook to lock by itself."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        found = [event.problem for event in child.events if isinstance(event, LockedByItself)]
        if found:
            return found[0]
        time.sleep(0.05)
    raise AssertionError(child.events)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with ExitStack() as stack:
        hub = HubWorld.live(tmp_path / "hub")
        stack.callback(hub.close)
        yield Pair(tmp_path, hub, stack.enter_context(hub.http()))


def test_the_copy_locks_once_says_why_and_goes_on_under_its_own_keys(pair: Pair) -> None:
    child = pair.open(pair.second)
    assert why_locked(child) is Problem.EXISTED_TWICE
    child.end()
    assert pair.told(pair.second, Reopen(pair.staff, PIN)) is None  # the PIN opens it once more: as the heir
    child = pair.open(pair.second)
    synced(child)
    assert not any(isinstance(event, LockedByItself) for event in child.events)
    child.ask(Lock(""))
    child.end()
    first, second = pair.writers()
    assert first.laptop != second.laptop
    assert not first.revoked
    assert not second.revoked
    assert pair.told(pair.second, Reopen(pair.staff, PIN)) is None
    shutil.rmtree(pair.second / FOLDER)
    assert pair.told(pair.second, Unlock(pair.staff, TYPED)) is Problem.LEASE_MISSING
    assert pair.told(pair.second, RenewLease(pair.staff, TYPED)) is None
    child = pair.open(pair.first)
    synced(child)
    child.end()
