# SPDX-License-Identifier: MIT
"""The earlier words about an item: verdicts, questions and the author's answers, oldest above."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.review import ThreadRow
from desktop.ui.components.card import Card
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.pill import Mark as MarkWidget
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import at_start, said_moment

_MARKS = {"approved": Mark.APPROVED, "returned": Mark.RETURNED, "question": Mark.QUESTION}


class WordCard(Card):
    """One word: its mark, who said it and when, and the text whole."""

    def __init__(self, tools: Tools, row: ThreadRow, *, parent: QWidget | None = None) -> None:
        """Show one row; a word never changes, so the card is made once."""
        super().__init__(tools.theme, padding=10, parent=parent)
        theme = tools.theme
        self.body.setSpacing(2)
        self.body.addWidget(MarkWidget(theme, _mark(row)))
        if row.text:
            self.body.addWidget(Words(theme, row.text, wrap=True))
        when = said_moment(row.at, tools.clock(), tools.translations.language) if row.at else ""
        said = ", ".join(part for part in (row.by, when) if part)
        self.body.addWidget(Words(theme, at_start(said), size=Type.TINY, tone=Tone.MUTED, wrap=True))
        if row.waits_for_hub:
            self.body.addWidget(MarkWidget(theme, mark_value(Mark.WAITS_FOR_HUB)))
        self.setAccessibleName(". ".join(part for part in (_mark(row).word, row.text, said) if part))


class ThreadPart(QWidget):
    """Hidden while nothing has been said."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._tools = tools
        self._rows: tuple[ThreadRow, ...] = ()
        self._cards: list[WordCard] = []
        self._title = Words(tools.theme, size=Type.SECTION)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._title)
        self.retranslate()

    def show_words(self, rows: list[ThreadRow]) -> None:
        """Show these words, the oldest above; those without a time stand last."""
        ordered = tuple(sorted(rows, key=lambda row: (row.at == 0, row.at)))
        if ordered != self._rows:
            self._rows = ordered
            self._build()
        self.setVisible(bool(ordered))

    def words(self) -> tuple[ThreadRow, ...]:
        """Return the words shown."""
        return self._rows

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Review", "Earlier words"))
        self._build()

    def _build(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self._cards = [WordCard(self._tools, row) for row in self._rows]
        for card in self._cards:
            self._column.addWidget(card)


def _mark(row: ThreadRow) -> MarkValue:
    if row.verdict == "reply":
        return MarkValue("message-square", QCoreApplication.translate("Review", "Answer"), Tone.ACCENT)
    return mark_value(_MARKS.get(row.verdict, Mark.NEW))
