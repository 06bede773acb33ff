# SPDX-License-Identifier: MIT
"""Writing the access log out to places that are none: no notebook is harmed and nothing half lies about."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, Doorstep, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.access_log import AccessLog
from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.access_log import ExportLog
from desktop.notebook.messages.laptop import Unlock
from desktop.notebook.messages.problems import Problem
from desktop.vault.wiping import MARKER_FILE


@pytest.fixture
def step(tmp_path: Path) -> Iterator[Doorstep]:
    """A laptop that an auditor shares with Aino; the auditor sits at it."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = Doorstep(tmp_path / "laptop", hub, lane)
    auditor = hub.person("Anna Auditoija", "auditor", None)
    one.join(one.aino)
    one.join(auditor)
    one.door().unlock(Unlock(auditor, GOOD))
    yield one
    for door in one.doors:
        door.close()
    lane.stop()
    hub.close()


def desk_of(step: Doorstep) -> Desk:
    return step.entered[-1][0].desk


def export(step: Doorstep, path: Path | str) -> None:
    AccessLog(desk_of(step), reading=step.lane, writing=step.lane).export(
        ExportLog("", "", "", 0, 0, str(path))
    )


def test_a_log_is_written_to_no_place_inside_of_the_laptops_folder(step: Doorstep, tmp_path: Path) -> None:
    marker = step.folder_of(step.aino) / MARKER_FILE
    link = tmp_path / "link"
    link.symlink_to(step.folder_of(step.aino), target_is_directory=True)
    dotted = tmp_path / "nowhere" / ".." / "laptop" / "notebooks" / step.aino / MARKER_FILE
    for path in (marker, link / MARKER_FILE, dotted, step.laptop.root / "log.jsonl", "log.jsonl"):
        told = problem_of(lambda path=path: export(step, path))  # type: ignore[misc]
        assert told == (Problem.FIELD_REFUSED, {"field": "path", "reason": "inside_notebook"}), path
    assert not marker.exists()


def test_what_can_not_be_written_is_told_and_nothing_half_is_left(
    step: Doorstep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd: list[Path | str] = [tmp_path, tmp_path / "no" / "log", f"{tmp_path}/nul\0byte"]
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        odd += [tmp_path / "pipe", "/dev/null"]
    for path in odd:
        assert problem_of(lambda path=path: export(step, path))[0] is Problem.FILE_UNREADABLE, path  # type: ignore[misc]

    def full(_one: object) -> bytes:
        raise OSError(28, "full")

    monkeypatch.setattr("desktop.notebook.access_log._city", full)
    assert problem_of(lambda: export(step, tmp_path / "log"))[0] is Problem.FILE_UNREADABLE
    assert not (tmp_path / "log").exists()


def test_a_log_that_was_written_out_is_for_the_eyes_of_whoever_asked(step: Doorstep, tmp_path: Path) -> None:
    export(step, tmp_path / "log")
    assert sys.platform == "win32" or stat.S_IMODE((tmp_path / "log").stat().st_mode) == 0o600
    assert (tmp_path / "log").read_bytes().count(b"\n") > 1
