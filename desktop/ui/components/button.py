# SPDX-License-Identifier: MIT
"""The push button in its five kinds, painted 36 px high (40 as the main task) inside a 44 px target."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui.components.sketch import LEFT, Sketch, keycap_width, width_of
from desktop.ui.theme.measures import CONTROL, ICON, RADIUS_CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_SIDE = 14
_GAP = 8
_TALL = 42


class ButtonKind(Enum):
    """How much a button asks for: one PRIMARY a view; LINK and QUIET have no outline; DANGER destroys."""

    PRIMARY = auto()
    SECONDARY = auto()
    QUIET = auto()
    LINK = auto()
    DANGER = auto()


class Button(QPushButton):
    """A named action; its text is its accessible name.

    `key` is shown as a keycap and does nothing by itself; `icon_name` stands before the word;
    `tall` paints 42 px
    for the main task of a page.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon_name: str = "",
        key: str = "",
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._kind = kind
        self._icon_name = icon_name
        self._key = key
        self._painted = _TALL if tall else CONTROL
        self._size = Type.NAME if kind in {ButtonKind.PRIMARY, ButtonKind.DANGER} else Type.BODY
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Press with Enter too, as with Space: Qt does so in dialogs only."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def set_key(self, key: str) -> None:
        """Show another keycap, or none for an empty text."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon before the word."""
        self._icon_name = icon_name
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Look like another kind from now on, e.g. the chosen one of two equal buttons."""
        self._kind = kind
        self._size = Type.NAME if kind in {ButtonKind.PRIMARY, ButtonKind.DANGER} else Type.BODY
        self.updateGeometry()
        self.update()

    def _content(self) -> float:
        width = width_of(self.text(), self._size)
        if self._icon_name:
            width += ICON + _GAP
        if self._key:
            width += keycap_width(self._key) + _GAP
        return width

    def sizeHint(self) -> QSize:
        """Text, icon and keycap uncut, 44 px high."""
        side = 6 if self._kind is ButtonKind.LINK else _SIDE
        return QSize(round(self._content() + 2 * side), TARGET)

    def minimumSizeHint(self) -> QSize:
        """Never cut: the same as the hint."""
        return self.sizeHint()

    def _colours(self) -> tuple[str, str | None, str | None]:
        tokens = self._theme.tokens
        over = self.isEnabled() and self.underMouse()
        if not self.isEnabled():
            bare = self._kind in {ButtonKind.LINK, ButtonKind.QUIET}
            return tokens.muted, None if bare else tokens.sunken, None if bare else tokens.line
        if self._kind is ButtonKind.PRIMARY:
            return tokens.on_accent, tokens.accent, None
        if self._kind is ButtonKind.DANGER:
            return tokens.danger, tokens.soft(Tone.DANGER) if over else tokens.panel, tokens.danger
        if self._kind is ButtonKind.SECONDARY:
            fill = tokens.hover if over or self.isDown() else tokens.panel
            return tokens.text, fill, tokens.line_strong
        ink = tokens.accent if self._kind is ButtonKind.LINK else tokens.text
        return ink, tokens.hover if over else None, None

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint box, icon, words, keycap and ring."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        ink, fill, line = self._colours()
        rest = (self.height() - self._painted) / 2
        rect = QRectF(0, rest, self.width(), self._painted)
        filled = self._kind is ButtonKind.PRIMARY
        inner = rect
        if self.hasFocus():
            sketch.ring(rect, RADIUS_CONTROL)
            inner = rect.adjusted(4, 4, -4, -4) if filled else rect.adjusted(2, 2, -2, -2)
            line = None
        sketch.box(
            inner,
            RADIUS_CONTROL - (2 if self.hasFocus() else 0),
            fill=fill,
            line=line,
            dashed=not self.isEnabled(),
        )
        if filled and (self.isDown() or (self.underMouse() and self.isEnabled())):
            sketch.box(inner.adjusted(2, 2, -2, -2), RADIUS_CONTROL - 2, line=ink)
        x = max(4.0, (self.width() - self._content()) / 2)
        middle = self.height() / 2
        if self._icon_name:
            sketch.icon(self._icon_name, ink, ICON, x, middle)
            x += ICON + _GAP
        room = self.width() - x - (keycap_width(self._key) + _GAP if self._key else 0)
        wide = min(width_of(self.text(), self._size), room)
        sketch.words(QRectF(x, middle - 12, wide, 24), self.text(), self._size, ink, LEFT)
        if self._key:
            cap_fill = None if filled else tokens.sunken
            cap_line = ink if filled else tokens.line_strong
            cap_ink = ink if filled else tokens.muted
            sketch.keycap(self._key, x + wide + _GAP, middle, ink=cap_ink, fill=cap_fill, line=cap_line)
        painter.end()
