# SPDX-License-Identifier: MIT
"""One list of a path: its title, the button that adds, the rows, and what stands where there is nothing yet."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.plan_words import add_words, nothing_words, section_title
from desktop.ui.theme.measures import ROW_THREE_LINES, ROW_TWO_LINES, Type
from desktop.ui.theme.tokens import Tone

KEYS: Final = {"plan_step": "A", "encounter": "M", "transition": "T", "skill": "K", "permit": "L"}
"""The key that adds one, on the tab."""
_TWO_LINES: Final = frozenset({"skill", "permit"})
_FIRST: Final = 8
"""Rows shown before somebody asks for all."""


class PathSection(QWidget):
    """Rows stand in full height: the tab scrolls, not the list. Keys that are no list's own go up to the tab."""

    add_asked = Signal(str)
    """The kind."""
    opened = Signal(str, str)
    """Kind and hex id."""
    key_pressed = Signal(object)
    """A QKeyEvent in the list, not yet heard; whoever does something accepts it."""
    stepped_out = Signal(int)
    """An arrow key left the list: -1 above its first row, 1 below its last."""
    came_to = Signal(object)
    """The QRect of the row that the keys have come to, in this widget."""

    def __init__(self, tools: Tools, kind: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._rows: tuple[Row, ...] = ()
        self._all = False
        self._can_edit = False
        theme = tools.theme
        self._height = ROW_TWO_LINES if kind in _TWO_LINES else ROW_THREE_LINES
        self._title = Words(theme, size=Type.NAME)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.add = Button(theme, kind=ButtonKind.LINK, icon_name="plus", key=KEYS[kind])
        self.rows = RowList(theme, " ", height=self._height, padding=8)
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.more = Button(theme, kind=ButtonKind.LINK, icon_name="chevron-down")
        self._empty = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(lambda: self.add_asked.emit(self.kind))
        self.more.clicked.connect(self._show_all)
        self.rows.row_opened.connect(lambda key: self.opened.emit(self.kind, key))
        self.rows.row_chosen.connect(lambda _key: self.tell_place())
        self.rows.installEventFilter(self)
        self.retranslate()

    def show_rows(self, rows: Sequence[Row], *, can_edit: bool) -> None:
        """Show these rows; the chosen one stays."""
        self._rows = tuple(rows)
        self._can_edit = can_edit
        self._fill()

    def forget(self) -> None:
        """Drop every row."""
        self._all = False
        self.show_rows((), can_edit=False)

    def choose(self, key: str) -> bool:
        """Give a row the keys; False when it is not here."""
        if key not in {row.key for row in self._rows}:
            return False
        if key not in {row.key for row in self.rows.rows()}:
            self._show_all()
        self.rows.choose(key)
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell_place()
        return True

    def come_in(self, *, at_end: bool = False) -> bool:
        """Give the first row the keys, or the last; False without any."""
        rows = self.rows.rows()
        return bool(rows) and self.choose(rows[-1 if at_end else 0].key)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.add, self.rows, self.more]

    def tell_place(self) -> None:
        """Tell where the chosen row is, so that it can be brought to sight."""
        place = self.rows.currentIndex().row()
        top = self.rows.y() + max(place, 0) * self._height
        self.came_to.emit(QRect(0, top, self.width(), self._height))

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let arrows leave the list at its ends, and hand letters on before the list takes them for a search.

        Of the lists on the tab only the one with the keys shows a chosen row.
        """
        if event.type() is QEvent.Type.FocusIn:
            self.rows.setCurrentIndex(self.rows.model().index(max(self.rows.currentIndex().row(), 0), 0))
        elif event.type() is QEvent.Type.FocusOut:
            self.rows.clearSelection()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() == Qt.KeyboardModifier.NoModifier:
            place, last = self.rows.currentIndex().row(), len(self.rows.rows()) - 1
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if (step < 0 and place <= 0) or (step > 0 and place >= last):
                self.stepped_out.emit(step)
                return True
        event.ignore()
        self.key_pressed.emit(event)
        return event.isAccepted()

    def retranslate(self) -> None:
        """Say every word again."""
        title = section_title(self.kind)
        self._title.setText(title)
        self.rows.setAccessibleName(title)
        self._empty.setText(nothing_words(self.kind))
        self.add.setText(add_words(self.kind))
        self.add.setAccessibleName(
            QCoreApplication.translate("PlanTab", "Add: {what}").format(what=add_words(self.kind))
        )
        self.add.updateGeometry()
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        shown = self._rows if self._all else self._rows[:_FIRST]
        hidden = len(self._rows) - len(shown)
        self.rows.set_rows(shown)
        if not self.rows.hasFocus():
            self.rows.clearSelection()
        self.rows.setFixedHeight(self._height * max(len(shown), 1) + 2)
        self.rows.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._count.setText(str(len(self._rows)) if self._rows else "")
        self.add.setVisible(self._can_edit)
        self.more.setText(QCoreApplication.translate("PlanTab", "%n more", None, hidden))
        self.more.updateGeometry()
        self.more.setVisible(hidden > 0)


def bring_to_sight(pane: ScrollPane, part: QWidget, rect: QRect) -> None:
    """Scroll to a row that the keys have come to, once it has its room; ``rect`` lies in ``part``."""

    def bring() -> None:
        middle = part.mapTo(pane.inner, rect.center())
        pane.area.ensureVisible(middle.x(), middle.y(), 0, rect.height() // 2 + 8)

    QTimer.singleShot(0, part, bring)
