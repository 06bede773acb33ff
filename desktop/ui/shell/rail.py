# SPDX-License-Identifier: MIT
"""The rail at the left: the name of the program, the pages, and at its foot sync, settings and the person."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.components.sketch import Sketch
from desktop.ui.components.tip import plain_tip
from desktop.ui.shell.rail_button import RailButton
from desktop.ui.shell.values import PersonAtWork, RailItem
from desktop.ui.theme.measures import HEADER_HEIGHT, ICON, RADIUS_CONTROL, RAIL_COMPACT, RAIL_WIDTH, Type
from desktop.ui.theme.theme import Theme

_PRODUCT = "Kenttäkirja"  # the product's name is the same in every language
_HEAD = 50
_PERSON = 60


class PersonButton(QAbstractButton):
    """The person at work, at the rail's foot; pressing it asks for their menu."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = PersonAtWork(name="", role="")
        self.compact = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, person: PersonAtWork) -> None:
        """Show who is at work."""
        self._person = person
        self.setAccessibleName(", ".join(part for part in (person.name, person.role) if part))
        self.setToolTip(plain_tip(f"{person.name}\n{person.role}") if self.compact else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(RAIL_COMPACT if self.compact else RAIL_WIDTH, _PERSON)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint icon, name and role."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        sketch.line(0, 0, self.width() - 1)
        if self.underMouse():
            sketch.box(QRectF(self.rect()).adjusted(8, 8, -9, -8), RADIUS_CONTROL, fill=tokens.hover)
        middle = self.height() / 2
        if self.compact:
            sketch.icon("user", tokens.muted, ICON, self.width() / 2 - ICON / 2, middle)
        else:
            sketch.icon("user", tokens.muted, ICON, 18, middle)
            wide = self.width() - 46 - 10
            sketch.words(QRectF(46, middle - 18, wide, 20), self._person.name, Type.LABEL, tokens.text)
            sketch.words(QRectF(46, middle - 1, wide, 20), self._person.role, Type.TINY, tokens.muted)
        if self.hasFocus():
            sketch.ring(QRectF(self.rect()).adjusted(4, 4, -5, -4), RADIUS_CONTROL)
        painter.end()


class Rail(QFrame):
    """`page_chosen(str)` tells the key of the item pressed; `person_pressed` asks for the person's menu."""

    page_chosen = Signal(str)
    person_pressed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._buttons: dict[str, RailButton] = {}
        self._keys: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, _HEAD, 0, 0)
        self._column.setSpacing(0)
        self._person = PersonButton(theme)
        self._person.clicked.connect(self.person_pressed)
        self.setFixedWidth(RAIL_WIDTH)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of every page here, top to bottom: Alt+1 is the first, the foot's come last."""
        return (*self._keys[0], *self._keys[1])

    def show_items(self, items: Sequence[RailItem], foot: Sequence[RailItem]) -> None:
        """Show these pages above and at the foot; buttons and focus stay where the keys are the same."""
        keys = (tuple(item.key for item in items), tuple(item.key for item in foot))
        if keys != self._keys:
            self._rebuild(items, foot)
            self._keys = keys
        for item in (*items, *foot):
            self._buttons[item.key].show_item(item)

    def show_person(self, person: PersonAtWork) -> None:
        """Show who is at work."""
        self._person.show_person(person)

    def show_current(self, key: str) -> None:
        """Mark the page that is shown; a page outside the rail marks none."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)

    def set_compact(self, *, compact: bool) -> None:
        """Become 64 px wide with icons only, or 184 again."""
        self._compact = compact
        self._person.compact = compact
        self._person.updateGeometry()
        for button in self._buttons.values():
            button.set_compact(compact=compact)
        self.setFixedWidth(RAIL_COMPACT if compact else RAIL_WIDTH)
        self.update()

    def stops(self) -> list[QWidget]:
        """Return what Tab reaches here, top to bottom."""
        return [*self._buttons.values(), self._person]

    def first(self) -> QWidget:
        """Return the widget that takes focus when the rail is entered: the current page's item."""
        checked = [button for button in self._buttons.values() if button.isChecked()]
        return checked[0] if checked else next(iter(self._buttons.values()), self._person)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground, edge and the program's name."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.rail))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), QColor(tokens.line))
        middle = 25.0
        if self._compact:
            sketch.icon("notebook-pen", tokens.accent, 22, self.width() / 2 - 11, HEADER_HEIGHT / 2 - 1)
        else:
            sketch.icon("notebook-pen", tokens.accent, 22, 18, middle)
            sketch.words(QRectF(50, middle - 12, 130, 24), _PRODUCT, Type.SECTION, tokens.text)
        painter.end()

    def _rebuild(self, items: Sequence[RailItem], foot: Sequence[RailItem]) -> None:
        while self._column.count():
            self._column.takeAt(0)
        for button in self._buttons.values():
            button.deleteLater()
        self._buttons = {}
        for item in items:
            self._add(item)
        self._column.addStretch(1)
        for item in foot:
            self._add(item)
        self._column.addSpacing(12)
        self._column.addWidget(self._person)

    def _add(self, item: RailItem) -> None:
        button = RailButton(self._theme, item, parent=self)
        button.set_compact(compact=self._compact)
        button.clicked.connect(lambda _on=False, key=item.key: self._pressed(key))
        self._buttons[item.key] = button
        self._column.addWidget(button)

    def _pressed(self, key: str) -> None:
        self.page_chosen.emit(key)
