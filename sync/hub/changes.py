# SPDX-License-Identifier: MIT
"""Waiting for news: a counter that grows with each push of this process, for long polls."""

import threading


class Changes:
    """A condition with a number, so that nobody misses what happens between looking and waiting."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._number = 0
        self._ending = False

    @property
    def ending(self) -> bool:
        """Whether this process ends: nobody waits any more."""
        return self._ending

    @property
    def number(self) -> int:
        """How much has happened so far."""
        return self._number

    def happened(self) -> None:
        """Wake everybody who waits."""
        with self._condition:
            self._number += 1
            self._condition.notify_all()

    def end(self) -> None:
        """Send everybody home who waits, and let nobody wait from now on. Safe in a signal handler: takes no lock."""
        self._ending = True

    def wait(self, since: int, seconds: float) -> bool:
        """Wait until something happened after ``since``; return whether it did."""
        with self._condition:
            return self._condition.wait_for(lambda: self._number > since, seconds)
