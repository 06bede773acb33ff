# SPDX-License-Identifier: MIT
"""Backup, restore and recovery through two processes and a hub over HTTP."""

import shutil
import time
from pathlib import Path

from hub_world import HubWorld
from notebook_child import TYPED, NotebookChild, Said

from desktop.notebook.messages.backups import BackUp, ListBackups, Restore, ShowBackups
from desktop.notebook.messages.laptop import Lock
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.recovery import AskRecovery, Recover
from desktop.notebook.messages.today import OpenSession, OpenToday, SaveVisit
from sync.hub.keys import RECOVERY_FILE
from sync.log.sealing import ReceivingKey
from sync.protocol.recovery import answer_request
from sync.records.ids import EntityId

TODAY = OpenToday(int(time.time() * 1000) - 12 * 3_600_000)
SESSION = OpenSession("", "Testilän tori", "popup", 25, "", [], "")
NEW = "seitsemän hiljaista kuusta nukkuu aamuun"


def visits(child: NotebookChild) -> set[EntityId]:
    return {row.visit for row in child.ask(TODAY).visits}


def problem_of(child: NotebookChild, path: Path) -> Problem:
    try:
        child.ask(Restore(str(path), TYPED))
    except Said as said:
        return said.report.problem
    raise AssertionError("restored")


def test_a_backup_of_the_morning_is_restored_and_shows_the_whole_day(tmp_path: Path) -> None:
    hub = HubWorld.live(tmp_path / "hub")
    team = hub.team("Testitiimi")
    aino = hub.person("Aino Aalto", "adviser", team)
    home, stick = tmp_path / "laptop", tmp_path / "stick"
    stick.mkdir()
    with hub.http() as address:
        child = NotebookChild(home)
        child.join(hub, address, aino)
        session = child.ask(SESSION).session
        child.ask(SaveVisit(session, ["housing"]))
        assert len(child.ask(BackUp("")).rows) == 1
        assert child.ask(BackUp(str(stick))).last_failed is False
        child.ask(SaveVisit(session, ["job_search"]))
        whole = visits(child)
        child.ask(Lock(""))
        child.end()

        child = NotebookChild(home)
        (row,) = child.ask(ListBackups(aino)).rows
        assert child.ask(Restore(row.path, TYPED)).name == "Aino Aalto"
        assert visits(child) == whole
        assert len(whole) == 2
        child.ask(SaveVisit(session, ["housing"]))
        assert child.ask(ShowBackups()).rows == [row]
        child.ask(Lock(""))
        child.end()

        child = NotebookChild(home)
        child.ask(AskRecovery(aino, str(stick / "ask")))
        city = ReceivingKey.from_secret((hub.home.folder / "keys" / RECOVERY_FILE).read_bytes())
        (stick / "answer").write_bytes(answer_request((stick / "ask").read_bytes(), city))
        child.ask(Recover(aino, str(stick / "answer"), NEW))
        assert len(visits(child)) == 3
        child.ask(Lock(""))
        child.end()
        shutil.rmtree(home)

    (backup,) = stick.glob("*.kkbackup")
    child = NotebookChild(home)
    assert problem_of(child, backup) in {Problem.NO_NETWORK, Problem.LEASE_MISSING}
    assert child.end() == 0
    hub.close()
