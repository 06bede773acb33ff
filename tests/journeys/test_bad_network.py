# SPDX-License-Identifier: MIT
"""A real notebook process and a hub with a bad network between: nothing is lost, and the header says what is."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from captive_portal import captive_portal
from fault_proxy import CuttingProxy
from hub_world import HubWorld
from notebook_child import NotebookChild
from windows import dressed

from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import OpenSync, SyncNow, SyncPhase, SyncStatus
from desktop.notebook.messages.today import OpenSession, OpenToday, SaveVisit
from desktop.ui.app import Dressed
from desktop.ui.window.header_words import sync_word
from sync.records.ids import EntityId, StaffId, TeamId, team_stream

__all__ = ["dressed"]

PATIENCE = 120.0
SESSION = OpenSession("", "Testilän tori", "popup", 25, "", [], "")


def today() -> OpenToday:
    """The last twelve hours, so that no midnight matters."""
    return OpenToday(int(time.time() * 1000) - 43_200_000)


@dataclass
class Field:
    """A notebook out in the field, the wire, and the hub in the office."""

    hub: HubWorld
    team: TeamId
    wire: CuttingProxy
    office: tuple[str, int]
    notebook: NotebookChild
    aino: StaffId

    def status(self) -> SyncStatus:
        """What the header is made of."""
        return self.notebook.ask(OpenSync()).status

    def until(self, what: Callable[[SyncStatus], bool], *, nudge: bool = True) -> SyncStatus:
        """Ask for rounds until the status is so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if nudge:
                self.notebook.ask(SyncNow())
            for _ in range(20):
                status = self.status()
                if what(status):
                    return status
                time.sleep(0.05)
        raise AssertionError(self.status())

    def delivered(self) -> SyncStatus:
        """Wait until nothing is unsent and a round has ended well."""
        return self.until(lambda one: one.phase is SyncPhase.IDLE and not one.unsent and one.last_success > 0)

    def save(self, session: EntityId, count: int) -> set[EntityId]:
        """Record walk-ins and return those acknowledged."""
        return {self.notebook.ask(SaveVisit(session, ["housing"])).row.visit for _ in range(count)}


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Field]:
    """An adviser who has joined through the wire, and delivered what there was."""
    hub = HubWorld.live(tmp_path / "hub")
    team = hub.team("Testitiimi")
    aino = hub.person("Aino Aalto", "adviser", team)
    with hub.http() as address:
        at = urlsplit(address)
        office = (str(at.hostname), int(at.port or 0))
        wire = CuttingProxy(office)
        notebook = NotebookChild(tmp_path / "laptop")
        notebook.join(hub, wire.address, aino)
        one = Field(hub, team, wire, office, notebook, aino)
        one.delivered()
        yield one
        notebook.end()
        wire.close()
    hub.close()


def header(dressed: Dressed, status: SyncStatus) -> str:
    """Return the words of the header, as they are read out."""
    word = sync_word(status, int(time.time() * 1000), dressed.translations.language)
    return " · ".join(part for part in (word.mark.word, word.strong) if part)


def at_hub(outside: Field) -> int:
    """How many commits of the team the hub has numbered."""
    colleague = outside.hub.member("Daniel Dahl", "supervisor", outside.team)
    return colleague.heads().get(team_stream(outside.team), 0)


def test_requests_dropped_and_answers_lost_cost_nothing_and_nothing_comes_twice(
    outside: Field, dressed: Dressed
) -> None:
    session = outside.notebook.ask(SESSION).session
    saved: set[EntityId] = set()
    for up, down in ((0, None), (None, 0), (400, None), (None, 120), (1500, None), (None, 700)):
        outside.wire.cut_up, outside.wire.cut_down = up, down
        saved |= outside.save(session, 2)
        status = outside.until(lambda one: one.phase in {SyncPhase.OFFLINE, SyncPhase.FAILED})
        assert status.unsent >= 2
        assert header(dressed, status) == f"Ei verkkoa · {status.unsent} lähettämättä"
    outside.wire.cut_up = outside.wire.cut_down = None
    status = outside.delivered()
    assert header(dressed, status).startswith("Kaikki perillä · ")
    assert {row.visit for row in outside.notebook.ask(today()).visits} == saved
    assert not outside.notebook.ask(OpenSync()).difference
    assert at_hub(outside) == len(saved) + 1


def test_a_captive_portal_is_no_network_and_gets_nothing_of_ours(outside: Field, dressed: Dressed) -> None:
    session = outside.notebook.ask(SESSION).session
    with captive_portal() as address:
        at = urlsplit(address)
        outside.wire.lead_to((str(at.hostname), int(at.port or 0)))
        saved = outside.save(session, 3)
        # A round that was under way when the wire was led away only finds nobody there.
        status = outside.until(lambda one: one.problem is Problem.CAPTIVE_PORTAL)
        assert status.phase in {SyncPhase.OFFLINE, SyncPhase.FAILED}
        assert header(dressed, status) == "Ei verkkoa · 4 lähettämättä"
    outside.wire.lead_to(outside.office)
    outside.delivered()
    assert {row.visit for row in outside.notebook.ask(today()).visits} == saved
    assert at_hub(outside) == len(saved) + 1


def test_a_wire_cut_in_the_middle_of_a_kill_loses_nothing(outside: Field, tmp_path: Path) -> None:
    session = outside.notebook.ask(SESSION).session
    outside.wire.cut_down = 300
    saved = outside.save(session, 5)
    outside.notebook.ask(SyncNow())
    outside.notebook.kill()
    outside.wire.cut_down = None
    outside.notebook = NotebookChild(tmp_path / "laptop")
    outside.notebook.unlock(outside.aino)
    outside.delivered()
    assert {row.visit for row in outside.notebook.ask(today()).visits} == saved
    assert at_hub(outside) == len(saved) + 1
    outside.notebook.end()
    outside.notebook = NotebookChild(tmp_path / "laptop")
