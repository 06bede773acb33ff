# SPDX-License-Identifier: MIT
"""What the story asks a notebook again and again: its day, and whether it has been at the hub."""

import time

from desktop.demo.stage import Stage
from desktop.notebook.messages.sync import OpenSync, SyncNow, SyncPhase
from desktop.notebook.messages.today import OpenToday, TodayView


def day_of(stage: Stage) -> TodayView:
    """Return what Today shows."""
    now = time.localtime()
    midnight = time.mktime((now.tm_year, now.tm_mon, now.tm_mday, 0, 0, 0, 0, 0, -1))
    return stage.ask(OpenToday(day_start=round(midnight * 1000)))


def wait_synced(stage: Stage) -> None:
    """Return once nothing is left to send and a round has succeeded."""

    def done() -> bool:
        status = stage.ask(OpenSync()).status
        return status.phase is SyncPhase.IDLE and status.unsent == 0 and status.last_success > 0

    stage.wait(done, "everything sent and received")


def round_made(stage: Stage) -> None:
    """Ask for a round, and return once one has ended well after that, with nothing left to send."""
    before = stage.ask(OpenSync()).status.last_success
    stage.ask(SyncNow())

    def done() -> bool:
        status = stage.ask(OpenSync()).status
        return status.phase is SyncPhase.IDLE and status.unsent == 0 and status.last_success > before

    stage.wait(done, "a whole round")
