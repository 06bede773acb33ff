# SPDX-License-Identifier: MIT
"""What is known, as pairs of label and value with the state of each beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.sketch import Sketch, mark_width, width_of
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme

_LINE = 30
_LABEL = 108


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line: its label, its value as words, and perhaps the state of the save."""

    label: str
    value: str
    mark: MarkValue | None = None


class Facts(QWidget):
    """Painted lines of 30 px; the whole is read out as one text. Editing is the page's business."""

    def __init__(
        self, theme: Theme, name: str, *, label_width: int = _LABEL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label_width = label_width
        self._facts: tuple[Fact, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show these lines."""
        self._facts = tuple(facts)
        said = "; ".join(f"{fact.label}: {fact.value}" for fact in self._facts)
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line a fact."""
        return QSize(240, _LINE * len(self._facts))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint all lines."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        for place, fact in enumerate(self._facts):
            top, middle = place * _LINE, place * _LINE + _LINE / 2
            label = QRectF(0, top, self._label_width - 8, _LINE)
            sketch.words(label, fact.label, Type.SECONDARY, tokens.muted)
            room = self.width() - self._label_width
            if fact.mark is not None:
                room -= round(mark_width(fact.mark)) + 9
            wide = min(width_of(fact.value, Type.BODY), room)
            sketch.words(QRectF(self._label_width, top, wide, _LINE), fact.value, Type.BODY, tokens.text)
            if fact.mark is not None:
                sketch.mark(fact.mark, self._label_width + wide + 9, middle)
        painter.end()
