# SPDX-License-Identifier: MIT
"""The foot of the held-back page: a comment, another team, and the three decisions with their keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.held import TeamOption
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import LineField
from desktop.ui.components.notice import Notice
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone

LONGEST_COMMENT: Final = 200


class RulingFoot(QWidget):
    """``given(str)`` tells the verdict asked for: accept, refuse or forward."""

    given = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = tools.theme
        self.comment = LineField(theme, " ", longest=LONGEST_COMMENT)
        self.accept = Button(theme, kind=ButtonKind.PRIMARY, icon_name="check-check", key="Ctrl 1", tall=True)
        self.refuse = Button(theme, icon_name="x", key="Ctrl 2", tall=True)
        self.forward = Button(theme, icon_name="arrow-right", key="Ctrl 3", tall=True)
        self.team = Choice(theme, " ")
        self.why = Notice(theme, tone=Tone.WAIT, icon_name="user")
        self.told = Words(theme, size=Type.SECONDARY, tone=Tone.OK, wrap=True)
        self._buttons = QWidget()
        buttons = QGridLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setHorizontalSpacing(8)
        buttons.setVerticalSpacing(4)
        buttons.addWidget(self.accept, 0, 0)
        buttons.addWidget(self.refuse, 0, 1)
        buttons.addWidget(self.forward, 1, 0)
        buttons.addWidget(self.team, 1, 1)
        buttons.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(self.comment)
        column.addWidget(self.why)
        column.addWidget(self._buttons)
        column.addWidget(self.told)
        self.accept.clicked.connect(lambda: self.given.emit("accept"))
        self.refuse.clicked.connect(lambda: self.given.emit("refuse"))
        self.forward.clicked.connect(lambda: self.given.emit("forward"))
        self.show_for(can_decide=False, why="")
        self.retranslate()

    def show_for(self, *, can_decide: bool, why: str) -> None:
        """Offer the decisions, or say why there is nothing to decide."""
        for part in (self.comment, self._buttons):
            part.setVisible(can_decide)
        for button in (self.accept, self.refuse, self.forward):
            button.setEnabled(can_decide)
        self.why.setVisible(bool(why))
        if why:
            self.why.tell(why)

    def show_teams(self, teams: Sequence[TeamOption]) -> None:
        """Offer these teams for passing on; without one the third decision is off."""
        self.team.set_options([(one.team, one.name) for one in teams])
        self.team.setVisible(bool(teams))
        self.forward.setVisible(bool(teams))

    def ready(self) -> bool:
        """Whether a decision may be given now."""
        return self.accept.isEnabled()

    def tell(self, words: str) -> None:
        """Say what was just done, and announce it."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if words:
            announce(self.told, words)

    def empty(self) -> None:
        """Drop the comment."""
        self.comment.set_text("")
        self.comment.set_error("")

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.comment.line, self.accept, self.refuse, self.forward, self.team]

    def take_keys(self) -> None:
        """Put the cursor into the comment."""
        self.comment.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.comment.set_label(QCoreApplication.translate("Held", "Comment to the author"))
        self.accept.setText(QCoreApplication.translate("Held", "Accept"))
        self.refuse.setText(QCoreApplication.translate("Held", "Do not accept"))
        self.forward.setText(QCoreApplication.translate("Held", "Pass on to"))
        self.team.setAccessibleName(QCoreApplication.translate("Held", "Team to pass it on to"))
        for button in (self.accept, self.refuse, self.forward):
            button.updateGeometry()
