# SPDX-License-Identifier: MIT
"""What the sync word in the header says, as a value; the window owns the words."""

from dataclasses import dataclass
from enum import StrEnum


class Activity(StrEnum):
    """What sync is doing."""

    IDLE = "idle"
    """Waiting; everything went well the last time, or nothing has been tried yet."""
    WORKING = "working"
    OFFLINE = "offline"
    """No hub in reach (or a portal, or another hub): the normal case, tried again by itself."""
    FAILED = "failed"
    """The hub or this notebook found something wrong; tried again by itself, but somebody should know."""
    CLONED = "cloned"
    """This notebook exists twice; nothing is lost, but it must be enrolled anew."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """Times are the laptop's milliseconds since 1970; ``problem`` is as in ``journal.RoundRecord``."""

    activity: Activity
    unsent: int
    """Saves that the hub has not acknowledged: always true."""
    last_success: int | None = None
    sent: int = 0
    """While working: how many of ``total`` commits are sent."""
    total: int = 0
    received: int = 0
    problem: str = ""
    since: int | None = None
    """When the trouble began."""
    next_try: int | None = None
    came: int = 0
    """While a stream is loaded for the first time: how many of its ``expected`` records are here."""
    expected: int = 0
