# SPDX-License-Identifier: MIT
"""Two cards side by side: what each says, what differs marked, and the one thing to decide."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.merging import Comparison
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.notice import Notice
from desktop.ui.components.pill import Mark
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.merging.words import counted_words, hindrance_words, made_words, side_words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.fields import field_label


class ComparisonCard(Card):
    """Shows a Comparison. ``merge_asked`` and ``left`` are its two ways on."""

    merge_asked = Signal()
    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._found: Comparison | None = None
        theme = tools.theme
        self.question = Words(theme, size=Type.SECTION, wrap=True)
        self.explains = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.hindrance = Notice(theme, tone=Tone.WARN, icon_name="info")
        self.hindrance.hide()
        self.sides = ScrollPane(theme, " ")
        self.merge = Button(theme, kind=ButtonKind.PRIMARY, icon_name="merge", key="Enter")
        self.other = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self._table = QWidget()
        head = QVBoxLayout()
        head.setContentsMargins(19, 12, 16, 4)
        head.setSpacing(4)
        for one in (self.question, self.explains, self.hindrance):
            head.addWidget(one)
        self.sides.body.setContentsMargins(19, 4, 13, 8)
        self.sides.body.addWidget(self._table)
        self.sides.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 8)
        foot.setSpacing(8)
        foot.addWidget(self.merge)
        foot.addWidget(self.other)
        foot.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.sides, 1)
        self.body.addLayout(foot)
        self.merge.clicked.connect(self.merge_asked)
        self.other.clicked.connect(self.left)
        QWidget.setTabOrder(self.merge, self.other)
        self.retranslate()

    def show_comparison(self, found: Comparison) -> None:
        """Show both cards, and go to the button."""
        self._found = found
        why = hindrance_words(found.hindrance)
        self.merge.setEnabled(not why)
        self.hindrance.setVisible(bool(why))
        if why:
            self.hindrance.tell(why)
        self._fill(found)

    def take_keys(self) -> None:
        """Stand on what Enter does: merge, or choose another where that is barred."""
        first = self.merge if self.merge.isEnabled() else self.other
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter merges, Esc goes back; an Enter still held down from choosing the card decides nothing."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                (self.merge if self.merge.isEnabled() else self.other).click()
        elif key == Qt.Key.Key_Escape:
            self.other.click()
        else:
            super().keyPressEvent(event)

    def forget(self) -> None:
        """Drop every value."""
        self._found = None
        self._replace(QWidget())

    def retranslate(self) -> None:
        """Say every word again."""
        self.question.setText(QCoreApplication.translate("Merging", "Are these the same person?"))
        self.explains.setText(
            QCoreApplication.translate(
                "Merging",
                "Both cards stay as they are and are shown as one, under the older one. They can be separated"
                " at any time. Both looks are logged.",
            )
        )
        self.merge.setText(QCoreApplication.translate("Merging", "Same person: merge"))
        self.other.setText(QCoreApplication.translate("Merging", "Choose another"))
        self.sides.set_name(QCoreApplication.translate("Merging", "Both cards side by side"))
        if self._found is not None:
            self.show_comparison(self._found)

    def _fill(self, found: Comparison) -> None:
        tools, theme = self._tools, self._tools.theme
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, card in enumerate((found.left, found.right), start=1):
            name = card.name or QCoreApplication.translate("PeopleRows", "No name")
            grid.addWidget(Words(theme, breakable(name), size=Type.TITLE, wrap=True), 0, column)
            told = f"{made_words(card, tools)}\n{counted_words(card)}"
            grid.addWidget(Words(theme, told, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True), 1, column)
        differs = MarkValue("arrow-right-left", QCoreApplication.translate("Merging", "Differs"), Tone.SPLIT)
        for row, one in enumerate(found.fields, start=2):
            label = field_label(one.kind, one.name, tools.codes)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Words(theme, label, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True), row, 0, top)
            for column, side in enumerate((one.left, one.right), start=1):
                said = side_words(one.kind, side, tools)
                words = Words(theme, breakable(said), wrap=True)
                words.setAccessibleName(f"{label}: {said}")
                grid.addWidget(words, row, column, top)
            if one.differs:
                grid.addWidget(Mark(theme, differs), row, 3, top)
        self._replace(table)

    def _replace(self, table: QWidget) -> None:
        self.sides.body.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table
