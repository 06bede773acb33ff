# SPDX-License-Identifier: MIT
"""The notebook as a process of its own: joined, killed, closed, fed garbage, locked by the hub."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_world import HubWorld
from notebook_child import PATIENCE, ROOT, Gone, NotebookChild, Said

from desktop.notebook.messages.laptop import Lock, ShowLaptop
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import LockedByItself, OpenSync, SyncNow
from desktop.notebook.messages.today import OpenSession, OpenToday, SaveVisit, SessionView
from desktop.process.notebook_process import ROSTER_SECONDS
from sync.hub.roster import revoke
from sync.records.ids import EntityId, StaffId, TeamId, WriterId, team_stream

KILLS = 20
END_SECONDS = 1.5
"""How long the window lets a notebook end by itself."""
TRIES = 4
TODAY = OpenToday(int(time.time() * 1000) - 12 * 3_600_000)
SESSION = OpenSession("", "Testilän tori", "popup", 25, "", [], "")


@dataclass
class House:
    """A hub on loopback, and a laptop's folder."""

    hub: HubWorld
    address: str
    home: Path
    team: TeamId
    aino: StaffId


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Return a hub with one team and one adviser."""
    hub = HubWorld.live(tmp_path / "hub")
    team = hub.team("Testitiimi")
    aino = hub.person("Aino Aalto", "adviser", team)
    with hub.http() as address:
        yield House(hub, address, tmp_path / "laptop", team, aino)
    hub.close()


def visits_of(child: NotebookChild, session: EntityId) -> set[EntityId]:
    """The walk-ins that a child shows today."""
    view = child.ask(TODAY)
    assert view.session is not None
    assert view.session.session == session
    return {row.visit for row in view.visits}


def wait_for(what: "type[LockedByItself]", child: NotebookChild, seconds: float = PATIENCE) -> LockedByItself:
    """Wait for an event."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for event in child.events:
            if isinstance(event, what):
                return event
        time.sleep(0.02)
    raise AssertionError(child.events)


def ended_in_time(child: NotebookChild, once_more: Callable[[], NotebookChild]) -> bool:
    """Whether one of a few children ended in the time it has: a busy machine is not the notebook's fault.

    What waits for somebody is late each time.
    """
    for _ in range(TRIES):
        begun = time.monotonic()
        assert child.end() == 0
        if time.monotonic() - begun < END_SECONDS:
            return True
        child = once_more()
    child.kill()
    return False


def test_nothing_acknowledged_is_lost_by_twenty_kills_in_the_middle_of_saves(house: House) -> None:
    child = NotebookChild(house.home)
    who = child.join(house.hub, house.address, house.aino)
    assert (who.name, who.roles, who.team) == ("Aino Aalto", ["adviser"], house.team)
    session = child.ask(SESSION).session
    acknowledged: set[EntityId] = set()
    for kill in range(KILLS):
        acknowledged.add(child.ask(SaveVisit(session, ["housing"])).row.visit)
        waiting = [child.send(SaveVisit(session, ["job_search"], note=f"kerta {kill}")) for _ in range(4)]
        acknowledged.add(waiting[0]().row.visit)
        time.sleep(0.0004 * kill)
        child.kill()
        for wait in waiting[1:]:
            try:
                acknowledged.add(wait().row.visit)
            except Gone:
                continue
        child = NotebookChild(house.home)
        child.unlock(house.aino)
        assert acknowledged <= visits_of(child, session)
    found = visits_of(child, session)
    assert len(acknowledged) >= 2 * KILLS
    assert child.end() == 0
    again = NotebookChild(house.home)
    again.unlock(house.aino)
    assert visits_of(again, session) == found
    assert again.end() == 0


def test_what_a_killed_process_had_saved_reaches_the_hub_after_the_next_unlock(house: House) -> None:
    child = NotebookChild(house.home)
    child.join(house.hub, house.address, house.aino)
    session = child.ask(SESSION).session
    for _ in range(5):
        child.ask(SaveVisit(session, ["housing"]))
    child.kill()
    child = NotebookChild(house.home)
    child.unlock(house.aino)
    child.ask(SyncNow())
    end = time.monotonic() + PATIENCE
    while child.ask(OpenSync()).status.unsent and time.monotonic() < end:
        time.sleep(0.05)
    assert child.ask(OpenSync()).status.unsent == 0
    supervisor = house.hub.member("Daniel Dahl", "supervisor", house.team)
    assert supervisor.heads()[team_stream(house.team)] >= 6
    assert child.end() == 0


def test_the_process_ends_within_a_second_and_a_half_of_its_input(house: House) -> None:
    child = NotebookChild(house.home)
    child.join(house.hub, house.address, house.aino)
    child.ask(SESSION)

    def once_more() -> NotebookChild:
        again = NotebookChild(house.home)
        again.unlock(house.aino)
        return again

    assert ended_in_time(child, once_more)


def test_joining_a_hub_that_is_not_there_says_so_and_leaves_nothing(house: House) -> None:
    child = NotebookChild(house.home)
    with pytest.raises(Said) as said:
        child.join(house.hub, "http://127.0.0.1:9", house.aino)
    assert said.value.report.problem is Problem.NO_NETWORK
    assert child.ask(ShowLaptop()).people == []
    assert child.end() == 0


@pytest.mark.parametrize(
    "garbage",
    [b"\xff\xff\xff\xff" + b"x" * 100, b"\0\0\0\x05hello", b"GET / HTTP/1.1\r\n\r\n" * 40, b"\0\0\0\0"],
    ids=["a length that no message has", "no envelope", "another protocol", "an empty message"],
)
def test_garbage_on_the_pipe_ends_the_process_cleanly(tmp_path: Path, garbage: bytes) -> None:
    child = NotebookChild(tmp_path / "laptop")
    assert child.ask(ShowLaptop()).people == []
    child.write(garbage)
    assert child.process.wait(PATIENCE) == 0
    child.end()
    assert b"Traceback" not in child.complaints


def test_a_stray_print_cannot_break_the_framing(tmp_path: Path) -> None:
    loud = (
        "import os, sys\n"
        "from desktop import run_notebook\n"
        "from desktop.notebook.door import Door\n"
        "show = Door.show\n"
        "def loud(self, ask):\n"
        "    print('a stray print', flush=True)\n"
        "    os.write(1, b'and a write of a library in C')\n"
        "    return show(self, ask)\n"
        "Door.show = loud\n"
        "sys.exit(run_notebook.run(sys.argv[2:]))\n"
    )
    child = NotebookChild(tmp_path / "laptop", program=("-c", loud))
    for _ in range(3):
        assert child.ask(ShowLaptop()).practice
    assert child.end() == 0
    assert child.complaints.count(b"a stray print") == 3
    assert child.complaints.count(b"and a write of a library in C") == 3


def test_a_folder_that_may_not_be_used_is_told_for_every_ask(tmp_path: Path) -> None:
    first = NotebookChild(tmp_path / "laptop")
    first.ask(ShowLaptop())
    assert first.end() == 0
    mixed = NotebookChild(tmp_path / "laptop", practice=False)
    for ask in (mixed.send(ShowLaptop()), mixed.send(Lock("today"))):
        with pytest.raises(Said) as said:
            ask()
        assert said.value.report.problem is Problem.FOLDER_REFUSED
        assert said.value.report.facts == {"reason": "practice-and-real-mixed"}
    assert mixed.end() == 0


def test_a_crash_tells_its_place_and_no_value() -> None:
    code = (
        "import sys, threading\n"
        "from desktop.notebook import crashes\n"
        "crashes.keep_values_out_of_crashes()\n"
        "def work():\n"
        "    raise OSError(28, 'full', 'aino.aalto/notebook')\n"
        "one = threading.Thread(target=work)\n"
        "one.start(); one.join()\n"
        "raise ValueError('010190-901A')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert b"OSError at <string>:5" in done.stderr
    assert b"ValueError at <string>:8" in done.stderr
    assert b"aino" not in done.stderr
    assert b"010190" not in done.stderr


def test_a_writer_that_the_hub_has_let_go_is_locked_and_its_work_stays_for_a_colleague(house: House) -> None:
    child = NotebookChild(house.home)
    child.join(house.hub, house.address, house.aino)
    session: SessionView = child.ask(SESSION)
    (row,) = [one for one in house.hub.parts.store.writers() if one.staff == house.aino]
    revoke(house.hub.parts, WriterId(row.writer))
    child.ask(SaveVisit(session.session, ["housing"]))
    child.ask(SyncNow())
    assert wait_for(LockedByItself, child).problem is Problem.WRITER_REVOKED
    with pytest.raises(Said) as said:
        child.ask(TODAY)
    assert said.value.report.problem is Problem.LOCKED
    supervisor = house.hub.member("Daniel Dahl", "supervisor", house.team)
    at_hub = supervisor.heads().get(team_stream(house.team), 0)
    left = child.ask(ShowLaptop()).unsent
    assert (
        at_hub + left >= 2
    )  # the session and the walk-in: with the hub, for a supervisor to look at, or here
    assert left == 0 or list((house.home / "outbox").iterdir())
    assert child.end() == 0
    again = NotebookChild(house.home)
    with pytest.raises(Said) as refused:
        again.unlock(house.aino)
    assert refused.value.report.problem is Problem.WRITER_REVOKED
    assert [one.closed for one in again.ask(ShowLaptop()).people] == ["revoke"]
    assert again.end() == 0


def test_locking_leaves_the_right_number_of_unsent_saves_on_the_unlock_page(house: House) -> None:
    child = NotebookChild(house.home)
    child.join(house.hub, house.address, house.aino)
    child.ask(SESSION)
    child.ask(Lock("people"))
    with pytest.raises(Said) as said:
        child.ask(TODAY)
    assert said.value.report.problem is Problem.LOCKED
    assert child.end() == 0
    again = NotebookChild(house.home)
    (person,) = again.ask(ShowLaptop()).people
    assert (person.name, person.role, person.team) == ("Aino Aalto", "adviser", "Testitiimi")
    assert again.unlock(house.aino).draft_page == "people"
    assert again.end() == 0


def test_a_killed_process_leaves_a_number_of_unsent_saves_that_is_at_most_two_seconds_old(
    tmp_path: Path,
) -> None:
    hub = HubWorld.live(tmp_path / "hub")
    aino = hub.person("Aino Aalto", "adviser", hub.team("Testitiimi"))
    with hub.http() as address:
        child = NotebookChild(tmp_path / "laptop")
        child.join(hub, address, aino)
        child.kill()
    hub.close()
    offline = NotebookChild(tmp_path / "laptop")
    offline.unlock(aino)
    session = offline.ask(SESSION).session
    for _ in range(3):
        offline.ask(SaveVisit(session, ["housing"]))
    time.sleep(2.0)
    offline.kill()
    after = NotebookChild(tmp_path / "laptop")
    assert after.ask(ShowLaptop()).unsent == 4
    assert after.end() == 0


def test_nobody_waits_for_the_roster_of_a_hub_when_the_window_is_closed(house: House) -> None:
    child = NotebookChild(house.home)
    told = child.send(child.invitation(house.hub, house.address, house.aino))
    time.sleep(0.1)
    assert child.end(within=ROSTER_SECONDS / 2) == 0
    del told
