# SPDX-License-Identifier: MIT
"""The story of a hub that is lost: its backup is older than what came after, and the laptops bring that back."""

import time
from pathlib import Path
from typing import Final

from desktop.demo import acts
from desktop.demo.cast import Cast
from desktop.demo.comparing import exported
from desktop.demo.facts import round_made
from desktop.demo.hub_process import HubProcess
from desktop.demo.report import Report
from desktop.notebook.messages.sync import OpenSync

_JUDGED: Final = frozenset({"quarantine", "release"})
"""What the hub notes of its own judging: a restored hub judges again, and notes it anew."""


def back_up(hub: HubProcess, report: Report) -> Path:
    """Tell how the hub is copied while it serves; return the folder of the copy."""
    with report.step("The hub is copied while it serves") as step:
        folder = hub.folder.with_name("backup")
        said = hub.command("backup", str(folder))
        step.figures["what it says"] = said.splitlines()[0].partition(" are in ")[0]
    return folder


def come_back(cast: Cast, backup: Path, report: Report, passphrase: str) -> None:
    """Tell how the hub is lost and restored, and how the laptops bring back what is missing."""
    hub = cast.hub
    with report.step("The hub is lost, and restored from the copy that was made before") as step:
        before = exported(hub)
        step.figures["records before"] = len(before)
        hub.stop()
        hub.restore(backup)
        after = exported(hub)
        missing = [key for key, record in before.items() if after.get(key) != record]
        step.figures["records missing or older after it"] = len(missing)
        step.check("the copy is older", missing)
        hub.start()
    with report.step("The laptops find out by themselves, and bring back what came after the copy") as step:
        begun = time.monotonic()
        for stage in cast.laptops:
            round_made(stage)
        cast.a.front()
        acts.lock(cast.a)
        acts.unlock(cast.a, cast.people["aino"], passphrase)
        for stage in cast.laptops:
            round_made(stage)
        step.figures["seconds"] = round(time.monotonic() - begun, 2)
        after = exported(hub)
        lost = [
            record["kind"]
            for key, record in before.items()
            if record["kind"] not in _JUDGED and after.get(key, {}).get("fields") != record["fields"]
        ]
        step.figures["records not as they were"] = sorted(lost)
        step.check("nothing was lost", not lost)
        for stage, name in zip(cast.laptops, "ABC", strict=True):
            view = stage.ask(OpenSync())
            step.figures[f"{name}: commits compared"] = view.checked
            step.check(f"{name}: no difference", not view.difference and view.checked > 0)
        stage = cast.b
        stage.front()
        stage.window.pages.go("sync", None)
        stage.wait(lambda: not stage.bridge.busy, "the Sync page")
        stage.picture(report.file(step, "sync"))
        hub.stop()
        step.figures["hub's own check"] = hub.verify()
        hub.start()
