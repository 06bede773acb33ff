# SPDX-License-Identifier: MIT
"""Why a computer was left, as its operating system tells it."""

from enum import Enum


class Leaving(Enum):
    """What happened; the window locks for each, and says none of them."""

    SCREEN_LOCKED = "screen-locked"
    USER_SWITCHED = "user-switched"
    SESSION_ENDS = "session-ends"
    SUSPENDS = "suspends"
    LID_CLOSED = "lid-closed"
    WOKE = "woke"
    """Nobody told of a sleep, but the clock jumped: it locks at the first moment afterwards."""
