# SPDX-License-Identifier: MIT
"""The box on a card where a field holds two values: both are shown, neither is called wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.pill import Mark
from desktop.ui.components.sketch import Sketch, width_of
from desktop.ui.components.states import State, mark_of
from desktop.ui.theme.measures import RADIUS_CONTROL, Type
from desktop.ui.theme.theme import Theme

_LINE = 24
_TOP = 6
_SIDE = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLine:
    """One of the values, and who wrote it when, as words ("You, today 13.22")."""

    value: str
    source: str


class TwoValues(QFrame):
    """Two or more values of the field called `field`; `choose_asked` is emitted by its button."""

    choose_asked = Signal()

    def __init__(self, theme: Theme, field: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = field
        self._lines: tuple[ValueLine, ...] = ()
        self._mark = Mark(theme, mark_of(State.TWO_VALUES))
        self._button = Button(theme, kind=ButtonKind.LINK, key="Ctrl J")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, _TOP, _SIDE, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._button)
        self._column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.choose_asked)
        self.retranslate()

    def set_values(self, lines: Sequence[ValueLine]) -> None:
        """Show these values, one's own first."""
        self._lines = tuple(lines)
        self._column.setContentsMargins(_SIDE, _TOP + _LINE * len(self._lines), _SIDE, 0)
        said = "; ".join(f"{line.value}, {line.source}" for line in self._lines)
        self.setAccessibleName(f"{self._field}: {said}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All values uncut and the row of the button."""
        wide = max(
            (
                width_of(line.value, Type.NAME) + 9 + width_of(line.source, Type.SECONDARY)
                for line in self._lines
            ),
            default=0.0,
        )
        foot = self._mark.sizeHint().width() + self._button.sizeHint().width() + 12
        return QSize(round(max(wide, foot)) + 2 * _SIDE, _TOP + _LINE * len(self._lines) + 44)

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._mark.set_value(mark_of(State.TWO_VALUES))
        self._button.setText(QCoreApplication.translate("TwoValues", "Choose"))
        name = QCoreApplication.translate("TwoValues", "Choose the value: {field}").format(field=self._field)
        self._button.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground and values."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        line = tokens.split if tokens.outlined else None
        sketch.box(QRectF(self.rect()), RADIUS_CONTROL, fill=tokens.split_soft, line=line)
        for place, each in enumerate(self._lines):
            top = _TOP + place * _LINE
            room = self.width() - 2 * _SIDE
            wide = min(width_of(each.value, Type.NAME), room)
            sketch.words(QRectF(_SIDE, top, wide, _LINE), each.value, Type.NAME, tokens.text)
            rest = QRectF(_SIDE + wide + 9, top, max(room - wide - 9, 0), _LINE)
            sketch.words(rest, each.source, Type.SECONDARY, tokens.muted)
        painter.end()
