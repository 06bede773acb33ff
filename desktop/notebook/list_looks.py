# SPDX-License-Identifier: MIT
"""Lists of names in the access log: one event for a list that a person let stand, not one for each letter.

A list shows who is a client (906/2019 § 17: use is logged). Typed letter by letter it would fill the log
with what nobody looked at; so a list counts once it has stood for two seconds, or at lock.
"""

import threading
from dataclasses import dataclass
from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane

STANDING_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class _Look:
    reason: str
    rows: int


class ListLooks:
    """Notes lists as they are shown and writes down those that stood; used from any lane."""

    def __init__(self, desk: Desk, writing: Lane, *, standing_seconds: float = STANDING_SECONDS) -> None:
        """Write through ``writing``, so that no list waits for the disk."""
        self._desk = desk
        self._writing = writing
        self._standing_seconds = standing_seconds
        self._lock = threading.Lock()
        self._shown: _Look | None = None
        self._timer: threading.Timer | None = None

    def shown(self, reason: str, rows: int) -> None:
        """Note that a list of names is on the screen: why (``search``, ``recent`` …) and how many names."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._shown = _Look(reason, rows) if rows else None
            self._timer = threading.Timer(self._standing_seconds, self._stood)
            self._timer.daemon = True
            self._timer.start()

    def flush(self) -> None:
        """Write down now what is on the screen; called in the writing lane, at lock."""
        with self._lock:
            look, self._shown = self._shown, None
            if self._timer is not None:
                self._timer.cancel()
        if look is not None:
            self._desk.looked("LIST", None, kind="person", reason=look.reason, extra={"rows": look.rows})

    def _stood(self) -> None:
        self._writing.post(self.flush)
