# SPDX-License-Identifier: MIT
"""Orders and leaving through notebook processes and a hub over HTTP: open, at the unlock page, by stick."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hub_world import HubWorld
from notebook_child import TYPED, NotebookChild, Said

from desktop.notebook.messages.laptop import Lock, ShowLaptop, Unlock
from desktop.notebook.messages.leaving import LeaveLaptop, ReadOrder, ShowLeaving
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import SyncNow
from desktop.notebook.messages.today import OpenSession, OpenToday, SaveVisit
from sync.hub.orders import give_order
from sync.protocol.devices import What
from sync.protocol.orders import order_bytes
from sync.records.ids import StaffId, WriterId

SECONDS = 120.0
SESSION = OpenSession("", "Testilän tori", "popup", 25, "", [], "")


class Laptop:
    """A laptop that Aino and Bertta share, and the hub."""

    def __init__(self, folder: Path, hub: HubWorld, address: str) -> None:
        self.home = folder / "laptop"
        self.hub = hub
        team = hub.team("Testitiimi")
        self.aino: StaffId = hub.person("Aino Aalto", "adviser", team)
        self.bertta: StaffId = hub.person("Bertta Berg", "adviser", team)
        for staff in (self.aino, self.bertta):
            child = NotebookChild(self.home)
            child.join(hub, address, staff)
            child.ask(Lock(""))
            child.end()

    def writer(self, staff: StaffId) -> WriterId:
        """Return the writer of somebody's notebook."""
        (row,) = (row for row in self.hub.parts.store.writers() if row.staff == staff)
        return row.writer

    def opened(self, staff: StaffId) -> NotebookChild:
        """Return a process with somebody's notebook open."""
        child = NotebookChild(self.home)
        child.ask(Unlock(staff, TYPED))
        return child

    def folder(self, staff: StaffId) -> Path:
        """Return somebody's folder."""
        return self.home / "notebooks" / staff

    def gone_at_the_hub(self) -> set[WriterId]:
        """Return whose farewell the hub has."""
        return {one.writer for one in self.hub.parts.store.farewells()}

    def unlocking(self, staff: StaffId) -> Problem | None:
        """Return why a notebook does not open, ``None`` when it does."""
        child = NotebookChild(self.home)
        try:
            child.ask(Unlock(staff, TYPED))
        except Said as said:
            return said.report.problem
        finally:
            child.end()
        return None


def wait(done: Callable[[], object]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + SECONDS
    while not done():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    with ExitStack() as stack:
        hub = HubWorld.live(tmp_path / "hub")
        stack.callback(hub.close)
        yield Laptop(tmp_path, hub, stack.enter_context(hub.http()))


def test_an_open_notebook_is_destroyed_at_its_next_round_and_a_colleague_tells_the_hub(
    laptop: Laptop,
) -> None:
    child = laptop.opened(laptop.aino)
    writer = laptop.writer(laptop.aino)
    give_order(laptop.hub.parts, writer, What.WIPE)
    child.ask(SyncNow())
    wait(lambda: not laptop.folder(laptop.aino).exists())
    assert [one.staff for one in child.ask(ShowLaptop()).people] == [laptop.bertta]
    child.end()
    colleague = laptop.opened(laptop.bertta)
    colleague.ask(SyncNow())
    wait(lambda: laptop.gone_at_the_hub() == {writer})
    colleague.end()


def test_a_closed_notebook_is_destroyed_while_the_program_stands_at_the_unlock_page(laptop: Laptop) -> None:
    give_order(laptop.hub.parts, laptop.writer(laptop.aino), What.WIPE)
    child = NotebookChild(laptop.home)
    wait(lambda: [one.staff for one in child.ask(ShowLaptop()).people] == [laptop.bertta])
    assert not laptop.folder(laptop.aino).exists()
    assert child.ask(ShowLaptop()).wiped == ["Aino Aalto"]
    child.end()
    assert laptop.unlocking(laptop.bertta) is None


@pytest.mark.parametrize("what", list(What))
def test_an_order_on_a_stick_is_obeyed_without_a_network(laptop: Laptop, tmp_path: Path, what: What) -> None:
    file = tmp_path / "order.kkorder"
    file.write_bytes(order_bytes(give_order(laptop.hub.parts, laptop.writer(laptop.aino), what)))
    child = NotebookChild(laptop.home)
    done = child.ask(ReadOrder(str(file)))
    assert (done.staff, done.name, done.what) == (laptop.aino, "Aino Aalto", what.value)
    child.end()
    assert laptop.folder(laptop.aino).exists() == (what is What.REVOKE)
    if what is What.REVOKE:
        assert laptop.unlocking(laptop.aino) is Problem.WRITER_REVOKED
    assert laptop.unlocking(laptop.bertta) is None


def test_a_revoked_notebook_stays_shut_after_its_round_said_so(laptop: Laptop) -> None:
    child = laptop.opened(laptop.aino)
    give_order(laptop.hub.parts, laptop.writer(laptop.aino), What.REVOKE)
    child.ask(SyncNow())
    wait(lambda: any(one.closed == "revoke" for one in child.ask(ShowLaptop()).people))
    child.end()
    assert laptop.unlocking(laptop.aino) is Problem.WRITER_REVOKED


def test_who_leaves_takes_their_notebook_and_leaves_their_work(laptop: Laptop) -> None:
    child = laptop.opened(laptop.aino)
    session = child.ask(SESSION).session
    child.ask(SaveVisit(session, ["housing"]))
    wait(lambda: child.ask(ShowLeaving()).sealed >= child.ask(ShowLeaving()).unsent)
    child.ask(LeaveLaptop(TYPED))
    child.end()
    writer = laptop.writer(laptop.aino)
    assert not laptop.folder(laptop.aino).exists()
    colleague = laptop.opened(laptop.bertta)
    colleague.ask(SyncNow())
    wait(lambda: writer in laptop.gone_at_the_hub())
    today = OpenToday(int(time.time() * 1000) - 12 * 3_600_000)
    wait(lambda: len(colleague.ask(today).visits) == 1)
    colleague.end()
    assert not laptop.hub.parts.store.withheld()
