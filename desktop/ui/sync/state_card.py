# SPDX-License-Identifier: MIT
"""The top card of the Sync page: how it stands, in one sentence, and what to do about it."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.notebook.messages.sync import SyncStatus
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.progress_line import ProgressLine
from desktop.ui.components.sketch import Sketch
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.sync.state_words import WORKING, StateWords
from desktop.ui.theme.measures import CARD_PADDING, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_ICON: Final = 32
_UNDER_PROGRESS: Final = 6
"""The line lies in what would be the padding, so that nothing moves when it comes."""


class StateIcon(QWidget):
    """The large icon at the left; the sentence beside it says the same."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self._theme = theme
        self._icon, self._tone = "cloud-upload", Tone.WAIT
        self.setFixedSize(QSize(_ICON + 4, _ICON + 4))

    def show_icon(self, icon: str, tone: Tone) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint it."""
        painter = QPainter(self)
        colour = self._theme.tokens.tone(self._tone)
        Sketch(painter, self._theme).icon(self._icon, colour, _ICON, 2, self.height() / 2)
        painter.end()


class StateCard(Card):
    """`now_asked` and `cancel_asked` are its two buttons, of which one is shown at a time."""

    now_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it; `show_state` fills it."""
        super().__init__(tools.theme, parent=parent)
        theme = tools.theme
        self.icon = StateIcon(theme)
        self.title = Words(theme, size=Type.TITLE, wrap=True)
        self.detail = Words(theme, size=Type.BODY, tone=Tone.MUTED, wrap=True)
        self.progress = ProgressLine(theme, " ")
        kept = self.progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        kept.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.progress.setSizePolicy(kept)
        self.now = Button(theme, kind=ButtonKind.PRIMARY, icon_name="refresh-cw", key="F5", tall=True)
        self.cancel = Button(theme, icon_name="x", tall=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.now)
        row.addWidget(self.cancel)
        self.body.addLayout(row)
        self.body.addSpacing(4)
        self.body.addWidget(self.progress)
        self.body.setContentsMargins(CARD_PADDING, CARD_PADDING, CARD_PADDING, _UNDER_PROGRESS)
        self.now.clicked.connect(self.now_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.cancel.hide()
        self.retranslate()

    def show_state(self, status: SyncStatus, words: StateWords) -> None:
        """Say how it stands; focus goes with the button that is there."""
        if self.title.text() != words.title:
            announce(self.title, words.title)
        self.icon.show_icon(words.icon, words.tone)
        self.title.setText(words.title)
        self.detail.setText(words.detail)
        working = status.phase in WORKING
        self.progress.setVisible(working and status.total > 0)
        self.progress.show_done(done=status.done, total=status.total)
        held = self.now.hasFocus() or self.cancel.hasFocus()
        self.cancel.setVisible(working)
        self.now.setVisible(not working)
        if held:
            (self.cancel if working else self.now).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the buttons again in the language in force."""
        self.now.setText(QCoreApplication.translate("Sync", "Try now"))
        self.cancel.setText(QCoreApplication.translate("Sync", "Stop"))
        self.progress.setAccessibleName(QCoreApplication.translate("Sync", "Sent so far"))
        for button in (self.now, self.cancel):
            button.updateGeometry()
