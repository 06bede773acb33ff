# SPDX-License-Identifier: MIT
"""Keeps half-typed text in the notebook: written shortly after each change, gone once it is saved."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.ui.page import Tools

DELAY_MS: Final = 300


class DraftKeeper(QObject):
    """One for a form. ``place`` names it in the notebook: ``visit``, ``person/new``, ``note/<hex id>``."""

    def __init__(
        self, tools: Tools, failed: Callable[[ProblemReport], None], parent: QObject, *, place: str = ""
    ) -> None:
        """Keep drafts at ``place``, or nowhere until ``begin`` names one."""
        super().__init__(parent)
        self._tools = tools
        self._failed = failed
        self._place = place
        self._value: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(lambda: self._write(self._value))

    @property
    def place(self) -> str:
        """Which draft is being kept, or an empty text."""
        return self._place

    def begin(self, place: str, found: Callable[[Mapping[str, str]], None]) -> None:
        """Keep drafts at ``place`` from now on; ``found`` gets what lies there, if anything does."""
        self.flush()
        self._place = place

        def opened(draft: Draft) -> None:
            if draft.value and self._place == place:
                found(draft.value)

        self._tools.bridge.ask(self, OpenDraft(place), done=opened, failed=self._failed)

    def touch(self, value: Mapping[str, str]) -> None:
        """Remember what the form holds; written when no change came for 300 ms. Nothing removes the draft."""
        self._value = dict(value)
        if self._place:
            self._timer.start()

    def flush(self) -> None:
        """Write what is waiting now, as when another form comes."""
        if self._timer.isActive():
            self._timer.stop()
            self._write(self._value)

    def drop(self) -> None:
        """Take the draft away: it was saved, or thrown away by the person."""
        self._timer.stop()
        if self._place:
            self._write({})
        self._place = ""

    def forget(self) -> None:
        """Write what is waiting, and stop keeping: the notebook is locked after this."""
        self.flush()
        self._place = ""
        self._value = {}

    def _write(self, value: Mapping[str, str]) -> None:
        kept = {name: text for name, text in value.items() if text}
        self._tools.bridge.ask(self, SaveDraft(self._place, kept), done=_kept, failed=self._failed)


def _kept(_done: Done) -> None:
    """Nothing is said when a draft was kept."""
