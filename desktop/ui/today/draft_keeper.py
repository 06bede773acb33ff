# SPDX-License-Identifier: MIT
"""Keeps what is half typed in the notebook, so that a lock or a crash costs at most a third of a second."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.bridge.bridge import Bridge
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft

QUIET_MS: Final = 300


class DraftKeeper(QObject):
    """One place's draft (``visit``, ``session``); changes within 300 ms are kept together."""

    def __init__(
        self, bridge: Bridge, place: str, *, failed: Callable[[ProblemReport], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._place = place
        self._failed = failed
        self._value: dict[str, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.flush)

    def keep(self, value: Mapping[str, str]) -> None:
        """Keep this soon; an empty value removes the draft."""
        self._value = dict(value)
        self._timer.start()

    def flush(self) -> None:
        """Keep what waits now, e.g. before the notebook is locked."""
        self._timer.stop()
        if self._value is not None:
            value, self._value = self._value, None
            self._bridge.ask(
                self, SaveDraft(self._place, value), done=lambda _done: None, failed=self._failed
            )

    def fetch(self, found: Callable[[dict[str, str]], None]) -> None:
        """Ask for what was kept; ``found`` is called when there is something."""

        def came(draft: Draft) -> None:
            if draft.value:
                found(draft.value)

        self._bridge.ask(self, OpenDraft(self._place), done=came, failed=self._failed)
