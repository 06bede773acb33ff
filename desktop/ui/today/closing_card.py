# SPDX-License-Identifier: MIT
"""Closing a point: what it came to, how it went by a digit, and a line of reflection."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.today import CloseSession, SessionView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.field import TextField
from desktop.ui.components.key_chip import KeyChip
from desktop.ui.components.session_bar import Figure
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.chip_block import ChipBlock

_SCORES = 5


class ClosingCard(Card):
    """``close_asked(CloseSession)``, ``left``; while it has the focus 1-5 score, Enter closes, Esc leaves."""

    close_asked = Signal(object)
    left = Signal()
    edited = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._session: SessionView | None = None
        self._score = 0
        self._asked = False
        self._title = Words(theme, size=Type.SECTION)
        self._hours = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self._figures = [Figure(theme) for _ in range(4)]
        self._question = Words(theme, size=Type.LABEL)
        self.chips = [KeyChip(theme, str(score + 1), "") for score in range(_SCORES)]
        self.reflection = TextField(theme, " ", lines=2)
        self.button = Button(theme, kind=ButtonKind.PRIMARY, icon_name="door-closed", key="Enter", tall=True)
        self.back = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for place, chip in enumerate(self.chips):
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(lambda _on=False, place=place: self.give_score(place + 1))
        self.reflection.edited.connect(lambda _text: self.edited.emit())
        self.button.clicked.connect(self.ask)
        self.back.clicked.connect(self.left)
        self.retranslate()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(16, 14, 16, 10)
        head = QHBoxLayout()
        head.setSpacing(24)
        name = QHBoxLayout()
        name.setSpacing(9)
        name.addWidget(self._title)
        name.addWidget(self._hours)
        head.addLayout(name)
        head.addStretch(1)
        for figure in self._figures:
            head.addWidget(figure)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.button)
        foot.addWidget(self.back)
        foot.addStretch(1)
        self.body.addLayout(head)
        self.body.addSpacing(8)
        self.body.addWidget(self._question)
        self.body.addWidget(ChipBlock([self.chips]))
        self.body.addSpacing(10)
        self.body.addWidget(self.reflection)
        self.body.addLayout(foot)

    def show_session(self, session: SessionView, hours: str) -> None:
        """Show what is being closed; ``hours`` are its written times."""
        self._session = session
        self._title.setText(session.place)
        self._hours.setText(hours)
        self.retranslate()

    def give_score(self, score: int) -> None:
        """Choose this score, or take it back."""
        self._score = 0 if self._score == score else score
        for place, chip in enumerate(self.chips):
            chip.setChecked(place + 1 == self._score)
        self.edited.emit()

    def ask(self) -> None:
        """Ask to close; once, until ``answered``."""
        if self._session is not None and not self._asked:
            self._asked = True
            self.close_asked.emit(
                CloseSession(self._session.session, self.reflection.text().strip(), self._score)
            )

    def answered(self, *, closed: bool) -> None:
        """Take the answer; what was written stays when it was refused."""
        self._asked = False
        if closed:
            self.forget()

    def to_draft(self) -> dict[str, str]:
        """Return what is written here, if anything."""
        found = {"reflection": self.reflection.text(), "score": str(self._score or "")}
        return {name: text for name, text in found.items() if text}

    def take_draft(self, draft: Mapping[str, str]) -> None:
        """Bring back what was being written."""
        self.reflection.set_text(draft.get("reflection", ""))
        score = draft.get("score", "")
        if score.isdigit() and self._score != int(score):
            self.give_score(int(score))

    def forget(self) -> None:
        """Drop what is written and shown."""
        self._session, self._score, self._asked = None, 0, False
        self.reflection.set_text("")
        for chip in self.chips:
            chip.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Score with 1-5, close with Enter (Ctrl+Enter from the text), leave with Esc."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and (held or self.hasFocus()):
            self.ask()
        elif self.hasFocus() and event.text() in {str(score + 1) for score in range(_SCORES)}:
            self.give_score(int(event.text()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Show that the digits are live."""
        super().focusInEvent(event)
        self.set_ringed(ringed=True)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Show that they are not."""
        super().focusOutEvent(event)
        self.set_ringed(ringed=False)

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        session = self._session
        self.setAccessibleName(QCoreApplication.translate("ClosingCard", "Close the point"))
        if session is not None:
            visits = (
                f"{session.visits} / {session.goal_visits}" if session.goal_visits else str(session.visits)
            )
            groups = str(session.group_heads)
            if session.groups:
                groups = f"{session.group_heads} ({session.groups})"
            figures = (
                (QCoreApplication.translate("ClosingCard", "Visits"), visits),
                (QCoreApplication.translate("ClosingCard", "In groups"), groups),
                (QCoreApplication.translate("ClosingCard", "Unrecorded"), str(session.unrecorded)),
                (QCoreApplication.translate("ClosingCard", "Heads"), str(session.heads)),
            )
            for figure, (label, value) in zip(self._figures, figures, strict=True):
                figure.show_figure(label, value)
            self._figures[1].setVisible(session.groups > 0)
        self._question.setText(QCoreApplication.translate("ClosingCard", "How did it go?"))
        words = (
            QCoreApplication.translate("ClosingCard", "badly"),
            QCoreApplication.translate("ClosingCard", "rather badly"),
            QCoreApplication.translate("ClosingCard", "as usual"),
            QCoreApplication.translate("ClosingCard", "well"),
            QCoreApplication.translate("ClosingCard", "very well"),
        )
        for chip, word in zip(self.chips, words, strict=True):
            chip.set_words(word)
        self.reflection.set_label(
            QCoreApplication.translate("ClosingCard", "What should we remember next time?")
        )
        self.button.setText(QCoreApplication.translate("ClosingCard", "Close the point"))
        self.back.setText(QCoreApplication.translate("ClosingCard", "Back"))
