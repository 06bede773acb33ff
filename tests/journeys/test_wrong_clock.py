# SPDX-License-Identifier: MIT
"""A laptop whose clock is ten years off: it joins, works and delivers like any other."""

import time
from pathlib import Path

import pytest
from hub_world import HubWorld
from notebook_child import TYPED
from notebook_here import NotebookHere, notebook_here

from desktop.notebook.messages.laptop import Join, Lock, ReadInvitationTyped, Unlock
from desktop.notebook.messages.sync import OpenSync, SyncNow, SyncPhase
from desktop.notebook.messages.today import OpenSession, OpenToday, SaveVisit
from sync.protocol.crockford import to_text
from sync.protocol.fingerprint import FINGERPRINT_CHARACTERS
from sync.records.ids import team_stream

TEN_YEARS = 3652 * 86_400_000
HALF_A_DAY = 43_200_000
PATIENCE = 120.0
VISITS = 3


def now_ms() -> int:
    """The right time."""
    return time.time_ns() // 1_000_000


def delivered(notebook: NotebookHere) -> bool:
    """Ask for a round and wait until everything is with the hub."""
    notebook.ask(SyncNow())
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        status = notebook.ask(OpenSync()).status
        if status.phase is SyncPhase.IDLE and not status.unsent and status.last_success:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("off", [TEN_YEARS, -TEN_YEARS], ids=["ahead", "behind"])
def test_ten_years_off_the_day_is_recorded_and_delivered(tmp_path: Path, off: int) -> None:
    def wrong() -> int:
        return now_ms() + off

    hub = HubWorld.live(tmp_path / "hub")
    team = hub.team("Testitiimi")
    aino = hub.person("Aino Aalto", "adviser", team)
    today = OpenToday(wrong() - HALF_A_DAY)
    with hub.http() as address:
        with notebook_here(tmp_path / "laptop", wrong) as notebook:
            fingerprint = to_text(hub.root_digest, FINGERPRINT_CHARACTERS)
            told = notebook.ask(ReadInvitationTyped(address, hub.code(aino), fingerprint))
            who = notebook.ask(Join(told.token, TYPED, "Testikone"))
            assert (who.name, who.team) == ("Aino Aalto", team)
            assert delivered(notebook)
            session = notebook.ask(OpenSession("", "Testilän tori", "popup", 25, "", [], "")).session
            for _ in range(VISITS):
                notebook.ask(SaveVisit(session, ["housing"]))
            assert delivered(notebook)
            view = notebook.ask(OpenSync())
            assert abs(view.clock_offset + off) < 60_000
            assert not view.difference
            # What the header shows as the time of the last round is a time of this laptop.
            assert abs(view.status.last_success - wrong()) < 60_000
            assert len(notebook.ask(today).visits) == VISITS
            notebook.ask(Lock("today"))
        with notebook_here(tmp_path / "laptop", wrong) as notebook:
            assert notebook.ask(Unlock(aino, TYPED)).draft_page == "today"
            assert len(notebook.ask(today).visits) == VISITS
            assert delivered(notebook)
        colleague = hub.member("Daniel Dahl", "supervisor", team)
        assert colleague.heads()[team_stream(team)] == VISITS + 1
    hub.close()
