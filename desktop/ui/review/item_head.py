# SPDX-License-Identifier: MIT
"""The head of the opened item: what it is, whose and when, its state, and its place in the queue."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.review import ReviewRow, ReviewView
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.pill import Pill
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.review.titles import header_mark, item_title, written_by
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone


class ItemHead(QWidget):
    """`stepped(int)` tells -1 for the item before and 1 for the one after."""

    stepped = Signal(int)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._tools = tools
        theme = tools.theme
        self.title = Words(theme, size=Type.TITLE, cut=True)
        self.pill = Pill(theme, MarkValue("inbox", "", Tone.ACCENT))
        self.place = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.before = IconButton(theme, "chevron-left", " ")
        self.after = IconButton(theme, "chevron-right", " ")
        self.under = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        first.addWidget(self.place, 0, Qt.AlignmentFlag.AlignVCenter)
        steps = QHBoxLayout()
        steps.setSpacing(0)
        steps.addWidget(self.before)
        steps.addWidget(self.after)
        first.addLayout(steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 12)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.under)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))

    def show_item(self, view: ReviewView, row: ReviewRow | None) -> None:
        """Show one item; its row of the queue, if it is there, tells new from changed."""
        self.title.setText(
            item_title(view.kind, row.what if row is not None else "changed", about=view.about)
        )
        self.pill.set_value(header_mark(view.mark))
        self.under.setText(
            written_by(
                title=view.title,
                by=view.by,
                at=view.at,
                now=self._tools.clock(),
                language=self._tools.translations.language,
            )
        )

    def show_place(self, place: int, count: int) -> None:
        """Show the item's place in the queue, counted from 0; -1 for one that is not in it."""
        self.place.setText(f"{place + 1} / {count}" if place >= 0 else "")
        self.before.setEnabled(place > 0)
        self.after.setEnabled(0 <= place < count - 1)

    def forget(self) -> None:
        """Drop every word shown."""
        self.title.setText("")
        self.under.setText("")
        self.place.setText("")

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.before.set_name(QCoreApplication.translate("Review", "Item before (K)"))
        self.after.set_name(QCoreApplication.translate("Review", "Next item (J)"))
