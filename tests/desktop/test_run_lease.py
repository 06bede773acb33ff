# SPDX-License-Identifier: MIT
"""The lease and the PIN through a notebook process and a hub over HTTP: taken, lost, given again, run out, read out."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hub_world import HubWorld
from notebook_child import TYPED, NotebookChild, Said

from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.laptop import Lock, ShowLaptop, Unlock
from desktop.notebook.messages.leases import EnterLease, LeaseView, RenewLease, ShowLease
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import Reopen, SetPin
from desktop.notebook.messages.sync import SyncNow
from desktop.vault.key_store import FOLDER
from sync.hub.leases import read_out
from sync.hub.orders import give_order
from sync.protocol.devices import What
from sync.protocol.lease_words import lease_words
from sync.records.ids import StaffId, WriterId

WRONG = "ei tämä ole se tunnuslause lainkaan"
PIN = "472905"
SECONDS = 120.0


class Laptop:
    """A laptop with one notebook that has a lease, locked."""

    def __init__(self, folder: Path, hub: HubWorld, address: str) -> None:
        self.home = folder / "laptop"
        self.hub = hub
        self.staff: StaffId = hub.person("Aino Aalto", "adviser", hub.team("Testitiimi"))
        child = NotebookChild(self.home)
        child.join(hub, address, self.staff)
        self.lease = self._await_lease(child)
        child.ask(SetPin(PIN, TYPED))
        child.ask(Lock(""))
        child.end()

    @property
    def writer(self) -> WriterId:
        """The notebook's writer."""
        (row,) = (row for row in self.hub.parts.store.writers() if row.staff == self.staff)
        return row.writer

    def lose_the_share(self) -> None:
        """Lose what the key store holds, as a new disk or a new account does."""
        shutil.rmtree(self.home / FOLDER)

    def told(self, ask: Ask[Any]) -> Problem | None:
        """Return the problem of an ask in a fresh process, ``None`` when it opened the notebook."""
        child = NotebookChild(self.home)
        try:
            child.ask(ask)
        except Said as said:
            return said.report.problem
        finally:
            child.end()
        return None

    def _await_lease(self, child: NotebookChild) -> LeaseView:
        end = time.monotonic() + SECONDS
        while not (view := child.ask(ShowLease())).until and time.monotonic() < end:
            child.ask(SyncNow())
            time.sleep(0.1)
        return view


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with ExitStack() as stack:
        hub = HubWorld.live(tmp_path / "hub")
        stack.callback(hub.close)
        yield Laptop(tmp_path, hub, stack.enter_context(hub.http()))


def test_a_notebook_takes_a_lease_at_its_first_contact_and_opens_by_it(laptop: Laptop) -> None:
    assert laptop.lease.days == 45
    assert laptop.lease.until > time.time() * 1000 + 44 * 24 * 3_600_000
    assert laptop.told(Unlock(laptop.staff, TYPED)) is None
    assert laptop.told(Reopen(laptop.staff, PIN)) is None


def test_without_the_share_no_key_opens_and_the_hub_gives_it_again(laptop: Laptop) -> None:
    laptop.lose_the_share()
    assert laptop.told(Unlock(laptop.staff, TYPED)) is Problem.LEASE_MISSING
    assert laptop.told(Reopen(laptop.staff, PIN)) is Problem.LEASE_MISSING
    assert laptop.told(RenewLease(laptop.staff, WRONG)) is Problem.LEASE_REFUSED
    assert laptop.told(RenewLease(laptop.staff, TYPED)) is None
    assert laptop.told(Unlock(laptop.staff, TYPED)) is None


def test_the_help_desk_reads_it_out(laptop: Laptop) -> None:
    laptop.lose_the_share()
    words = lease_words(read_out(laptop.hub.parts, laptop.writer, reason="called back"))
    other = words[:-1] + ("0" if words[-1] != "0" else "4")
    assert laptop.told(EnterLease(laptop.staff, TYPED, other)) is Problem.LEASE_WORDS_WRONG
    assert laptop.told(EnterLease(laptop.staff, WRONG, words)) is Problem.WRONG_PASSPHRASE
    assert laptop.told(EnterLease(laptop.staff, TYPED, words.lower().replace("-", " "))) is None
    assert laptop.told(Unlock(laptop.staff, TYPED)) is None


def test_a_revoked_laptop_gets_no_share_and_stays_shut(laptop: Laptop) -> None:
    laptop.lose_the_share()
    give_order(laptop.hub.parts, laptop.writer, What.REVOKE)
    assert laptop.told(RenewLease(laptop.staff, TYPED)) is Problem.WRITER_REVOKED


def test_the_unlock_page_offers_the_pin_until_a_restart(laptop: Laptop) -> None:
    child = NotebookChild(laptop.home)
    (person,) = child.ask(ShowLaptop()).people
    assert person.pin
    assert person.closed == ""
    child.end()
