# SPDX-License-Identifier: MIT
"""A square button with only an icon; its name is required, since nobody can hear a picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui.components.sketch import Sketch
from desktop.ui.components.tip import plain_tip
from desktop.ui.theme.measures import ICON, RADIUS_CONTROL, TARGET
from desktop.ui.theme.theme import Theme


class IconButton(QPushButton):
    """`name` is read out and shown as the tip. `outlined` draws a box like a secondary button's."""

    def __init__(
        self, theme: Theme, icon_name: str, name: str, *, outlined: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._outlined = outlined
        self.set_name(name)
        self.setAutoDefault(False)
        self.setFixedSize(TARGET, TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_name(self, name: str) -> None:
        """Change what is read out and tipped, e.g. after a change of language."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    def set_icon(self, icon_name: str) -> None:
        """Show another icon, e.g. the open and the closed eye."""
        self._icon_name = icon_name
        self.update()

    def sizeHint(self) -> QSize:
        """Always the full target."""
        return QSize(TARGET, TARGET)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint box, icon and ring."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        line = tokens.line_strong if self._outlined else None
        sketch.box(rect, RADIUS_CONTROL, fill=tokens.hover if over else None, line=line)
        if self.hasFocus():
            sketch.ring(rect, RADIUS_CONTROL)
        ink = tokens.text if self.isEnabled() else tokens.muted
        sketch.icon(self._icon_name, ink, ICON, rect.center().x() - ICON / 2, self.height() / 2)
        painter.end()
