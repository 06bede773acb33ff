# SPDX-License-Identifier: MIT
"""What the story asks a notebook again and again: its day, and whether it has been at the hub."""

import time
from typing import Final

from desktop.demo.stage import Stage
from desktop.notebook.messages.sync import OpenSync, SyncNow, SyncPhase
from desktop.notebook.messages.today import OpenToday, TodayView

_ASK_SECONDS: Final = 0.1


def day_of(stage: Stage) -> TodayView:
    """Return what Today shows."""
    now = time.localtime()
    midnight = time.mktime((now.tm_year, now.tm_mon, now.tm_mday, 0, 0, 0, 0, 0, -1))
    return stage.ask(OpenToday(day_start=round(midnight * 1000)))


def wait_synced(stage: Stage) -> None:
    """Return once nothing is left to send and a round has succeeded."""
    _wait_for_round(stage, "everything sent and received", after=0)


def round_made(stage: Stage) -> None:
    """Ask for a round, and return once one has ended well after that, with nothing left to send."""
    before = stage.ask(OpenSync()).status.last_success
    stage.ask(SyncNow())
    _wait_for_round(stage, "a whole round", after=before)


def _wait_for_round(stage: Stage, name: str, *, after: int) -> None:
    """Wait until the notebook says that a round ended well later than ``after`` and nothing is left to send.

    The notebook is asked now and then only: each answer takes it away from the round that is waited for.
    """
    next_ask = 0.0

    def done() -> bool:
        nonlocal next_ask
        if time.monotonic() < next_ask:
            return False
        status = stage.ask(OpenSync()).status
        next_ask = time.monotonic() + _ASK_SECONDS
        return status.phase is SyncPhase.IDLE and status.unsent == 0 and status.last_success > after

    stage.wait(done, name)
