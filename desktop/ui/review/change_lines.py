# SPDX-License-Identifier: MIT
"""The changes of a save, one under another: added or changed, the field, what it was and what it is.

Long values are broken into lines, never cut: a supervisor answers for what they could read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.sketch import Sketch, mark_width
from desktop.ui.theme.fonts import font
from desktop.ui.theme.measures import ICON_SMALL, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_LEAST: Final = 38
_AIR: Final = 9
_ARROW: Final = 26
_GAP: Final = 10
_LINE: Final = 20
_LONG: Final = 90
_HEADING: Final = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change as words; `before` is empty for something added. `marks` say what else is to know.

    `group` names what it is about, where a save touches more than one thing; it stands above the first.
    """

    field: str
    before: str
    after: str
    added: bool
    marks: tuple[MarkValue, ...] = ()
    group: str = ""

    @property
    def long(self) -> bool:
        """Whether the words want the whole width below the field rather than a column."""
        return max(len(self.before), len(self.after)) > _LONG


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns begin, in pixels from the left."""

    field_left: int
    field: int
    before: int
    after: int
    width: int

    @property
    def before_width(self) -> int:
        """How wide the words before may be."""
        return self.after - _ARROW - _GAP - self.before


class ChangeLines(QWidget):
    """Painted lines as high as their words need; the whole is read out as one text."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        """Start with no lines."""
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[ChangeLine, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_lines(self, lines: Sequence[ChangeLine]) -> None:
        """Show these changes."""
        self._lines = tuple(lines)
        spoken = []
        for place, line in enumerate(self._lines):
            spoken += [line.group] if self._begins(place) else []
            spoken.append(self._spoken(line))
        self.setAccessibleDescription(". ".join(spoken))
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[ChangeLine, ...]:
        """Return the changes shown."""
        return self._lines

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Return the height of all lines at this width."""
        headings = sum(_HEADING for place in range(len(self._lines)) if self._begins(place))
        return headings + sum(self._height(line, width) for line in self._lines)

    def sizeHint(self) -> QSize:
        """Return what the lines need at the present width."""
        return QSize(400, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine: words break."""
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint every line and the dividers between."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        top = 0
        for place, line in enumerate(self._lines):
            if self._begins(place):
                where = QRectF(0, top + _HEADING - 24, self.width(), 20)
                sketch.words(where, line.group, Type.LABEL, self._theme.tokens.muted)
                top += _HEADING
            self._paint(sketch, line, top)
            top += self._height(line, self.width())
            if place + 1 < len(self._lines) and not self._begins(place + 1):
                sketch.line(0, top - 1, self.width())
        painter.end()

    def _begins(self, place: int) -> bool:
        """Whether this line is the first of its group."""
        group = self._lines[place].group
        return bool(group) and (place == 0 or self._lines[place - 1].group != group)

    def _all_new(self) -> bool:
        """Whether nothing stood there before: then a column of "empty" would only be noise."""
        return all(line.added and not line.before for line in self._lines)

    def _columns(self, width: int) -> _Columns:
        marked = max(ceil(mark_width(_kind(added=added))) for added in (True, False)) + 14
        field = min(140, (width - marked) * 26 // 100)
        before = marked + field + _GAP
        if self._all_new():
            return _Columns(marked, field, before, before, width)
        after = before + (width - before - _ARROW) * 42 // 100 + _ARROW
        return _Columns(marked, field, before, after, width)

    def _height(self, line: ChangeLine, width: int) -> int:
        at = self._columns(width)
        below = 22 * len(line.marks)
        if line.long:
            was = _tall(line.before, Type.BODY, width - at.field_left) + _AIR if line.before else 0
            said = _tall(line.after, Type.BODY, width - at.field_left)
            return _LEAST + was + said + below + _AIR
        tallest = max(
            _tall(line.field, Type.NAME, at.field),
            _tall(line.before, Type.BODY, at.before_width) if line.before else 0,
            _tall(line.after, Type.BODY, width - at.after) + below,
        )
        return max(_LEAST, tallest + 2 * _AIR)

    def _paint(self, sketch: Sketch, line: ChangeLine, top: int) -> None:
        tokens = self._theme.tokens
        at = self._columns(self.width())
        middle = top + _LEAST / 2
        kind = _kind(added=line.added)
        ink = tokens.tone(kind.tone)
        sketch.icon(kind.icon, ink, ICON_SMALL, 0, middle)
        where = QRectF(ICON_SMALL + 6, middle - 10, at.field_left, 20)
        sketch.words(where, kind.word, Type.SECONDARY, ink)
        room = self.width() - at.field_left if line.long else at.field
        _write(sketch, (at.field_left, top + _AIR), room, line.field, Type.NAME, tokens.text)
        if line.long:
            below = self._paint_long(sketch, line, top + _LEAST, at)
        else:
            below = self._paint_short(sketch, line, top + _AIR, at)
        left = at.field_left if line.long else at.after
        for place, mark in enumerate(line.marks):
            sketch.mark(mark, left, below + 22 * place + 12)

    def _paint_short(self, sketch: Sketch, line: ChangeLine, top: int, at: _Columns) -> int:
        """Paint before and after side by side and return where the after ends."""
        tokens = self._theme.tokens
        empty = QCoreApplication.translate("Review", "empty")
        if not self._all_new():
            struck = bool(line.before)
            was, width = line.before or empty, at.before_width
            _write(sketch, (at.before, top), width, was, Type.BODY, tokens.muted, struck=struck)
            middle = top - _AIR + _LEAST / 2
            sketch.icon("arrow-right", tokens.muted, ICON_SMALL, at.after - _ARROW, middle)
        ink = tokens.text if line.after else tokens.muted
        high = _write(sketch, (at.after, top), at.width - at.after, line.after or empty, Type.BODY, ink)
        return top + high

    def _paint_long(self, sketch: Sketch, line: ChangeLine, top: int, at: _Columns) -> int:
        """Paint before and after one under the other, as wide as there is room, and return the end."""
        tokens = self._theme.tokens
        room = at.width - at.field_left
        if line.before:
            left = (at.field_left, top)
            top += _write(sketch, left, room, line.before, Type.BODY, tokens.muted, struck=True) + _AIR
        return top + _write(sketch, (at.field_left, top), room, line.after, Type.BODY, tokens.text)

    def _spoken(self, line: ChangeLine) -> str:
        empty = QCoreApplication.translate("Review", "empty")
        kind = _kind(added=line.added).word
        said = f"{kind}: {line.field}, {line.before or empty} → {line.after or empty}"
        return ", ".join([said, *(mark.word for mark in line.marks)])


def _kind(*, added: bool) -> MarkValue:
    if added:
        return MarkValue("plus", QCoreApplication.translate("Review", "Added"), Tone.OK)
    return MarkValue("pencil", QCoreApplication.translate("Review", "Changed"), Tone.ACCENT)


def _laid_out(words: str, size: Type, width: int, *, struck: bool = False) -> tuple[QTextLayout, int]:
    """Return the words broken to this width (between words, inside one only if it must be), and their height."""
    letters = font(size)
    letters.setStrikeOut(struck)
    laid = QTextLayout(words.replace("\n", "\u2028"), letters)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid.setTextOption(option)
    laid.beginLayout()
    high = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, high))
        high += max(line.height(), _LINE)
    laid.endLayout()
    return laid, ceil(high)


def _tall(words: str, size: Type, width: int) -> int:
    return _laid_out(words, size, width)[1]


def _write(
    sketch: Sketch, at: tuple[int, int], width: int, words: str, size: Type, ink: str, *, struck: bool = False
) -> int:
    """Write broken words from this corner and return their height."""
    laid, high = _laid_out(words, size, width, struck=struck)
    sketch.painter.setPen(QColor(ink))
    laid.draw(sketch.painter, QPointF(*at))
    return high
