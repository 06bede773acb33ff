# SPDX-License-Identifier: MIT
"""Where Today says what was just done: above the keys of a walk-in, else in the heading of the opening form."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.today import Undone
from desktop.ui.components.announce import announce
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.panel import WalkInPanel
from desktop.ui.today.session_part import SessionPart


class Said:
    """Each word takes the place of the one before."""

    def __init__(self, panel: WalkInPanel, part: SessionPart) -> None:
        """Say it in ``panel`` while visits are recorded, else in ``part``."""
        self._panel = panel
        self._part = part

    def done(self, words: str) -> None:
        """Say what was saved, and offer to take it back."""
        self._say(words, tone=Tone.OK, icon_name="circle-check", undo=True)

    def undone(self, answer: Undone) -> None:
        """Say what an Undo has done."""
        words = (
            QCoreApplication.translate("TodayPage", "Undone. What was changed later stays.")
            if answer.left
            else QCoreApplication.translate("TodayPage", "Undone")
        )
        self._say(words, tone=Tone.MUTED, icon_name="undo-2", undo=False)

    def nothing_to_undo(self) -> None:
        """Say that there is nothing to take back."""
        words = QCoreApplication.translate("TodayPage", "Nothing to undo")
        self._say(words, tone=Tone.MUTED, icon_name="info", undo=False)

    def no_point(self) -> None:
        """Say that nobody can wait where no point is open."""
        words = QCoreApplication.translate(
            "TodayPage", "Open a point first: the waiting list is a point's own"
        )
        self._say(words, tone=Tone.MUTED, icon_name="info", undo=False)

    def _say(self, words: str, *, tone: Tone, icon_name: str, undo: bool) -> None:
        if self._part.recording:
            self._panel.toast.tell(words, tone=tone, icon_name=icon_name, undo=undo)
        else:
            self._part.opening.tell(words)
            announce(self._part.opening, words)
