# SPDX-License-Identifier: MIT
"""The bar of an open session: place, goal, counts, heads with minus and plus, and closing."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.pill import Mark, Pill
from desktop.ui.components.states import State, mark_of
from desktop.ui.components.tip import plain_tip
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_HEIGHT = 66


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionValue:
    """What the bar shows. `opened` is a written time, `goal` a sentence, `target` 0 = none."""

    place: str
    opened: str
    goal: str = ""
    visits: int = 0
    target: int = 0
    unrecorded: int = 0
    heads: int = 0
    two_values: bool = False
    """Some field of the session has two values."""
    in_groups: int = 0
    """How many of the heads came in groups."""


class Figure(QWidget):
    """A small label over a figure; read out together."""

    def __init__(self, theme: Theme, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Words(theme, size=Type.TINY, tone=Tone.MUTED)
        self._figure = Words(theme, size=Type.TITLE if large else Type.SECTION)
        if large:
            self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._figure.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.setMinimumWidth(56)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0 if large else 3)
        column.addStretch(1)
        column.addWidget(self._label)
        column.addWidget(self._figure)
        column.addStretch(1)

    def show_figure(self, label: str, figure: str) -> None:
        """Show this figure under this label."""
        self._label.setText(label)
        self._figure.setText(figure)
        self.setAccessibleName(f"{label} {figure}")


class _Divider(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(1)

    def sizeHint(self) -> QSize:
        return QSize(1, 46)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 9, 0, -9), QColor(self._theme.tokens.line))
        painter.end()


class SessionBar(Card):
    """Shows a SessionValue; `head_added`, `head_removed`, `split_asked` and `close_asked` tell what was pressed."""

    split_asked = Signal()
    head_added = Signal()
    head_removed = Signal()
    close_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=1, tone=Tone.OK, parent=parent)
        self._value = SessionValue(place="", opened="")
        self._compact = False
        self._place = Words(theme, size=Type.SECTION)
        self._pill = Pill(theme, MarkValue("door-open", "", Tone.OK))
        self._split = Mark(theme, mark_of(State.TWO_VALUES))
        self._goal = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self._visits = Figure(theme)
        self._groups = Figure(theme)
        self._groups_end = _Divider(theme)
        self._unrecorded = Figure(theme)
        self._heads = Figure(theme, large=True)
        self.split = IconButton(theme, "split", " ", outlined=False)
        self.minus = IconButton(theme, "minus", " ")
        self.plus = IconButton(theme, "plus", " ")
        self._close = Button(theme, icon_name="door-closed")
        self._build(theme)
        self.split.clicked.connect(self.split_asked)
        self.minus.clicked.connect(self.head_removed)
        self.plus.clicked.connect(self.head_added)
        self._close.clicked.connect(self.close_asked)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def _build(self, theme: Theme) -> None:
        top = QHBoxLayout()
        top.setSpacing(9)
        top.addWidget(self._place)
        top.addWidget(self._pill)
        top.addWidget(self._split)
        top.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addStretch(1)
        left.addLayout(top)
        left.addWidget(self._goal)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(15, 0, 11, 0)
        row.setSpacing(12)
        row.addLayout(left, 1)
        counts: tuple[QWidget, ...] = (
            self._visits, _Divider(theme), self._groups, self._groups_end, self._unrecorded, self.split,
            _Divider(theme),
        )  # fmt: skip
        presses: tuple[QWidget, ...] = (self.minus, self._heads, self.plus, _Divider(theme), self._close)
        for part in counts + presses:
            row.addWidget(part)
        self.body.addLayout(row)

    def show_session(self, value: SessionValue) -> None:
        """Show this session from now on."""
        self._value = value
        self.retranslate()

    def set_compact(self, *, compact: bool) -> None:
        """Leave out since when the session is open where its groups need the room."""
        self._compact = compact
        self.retranslate()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        value = self._value
        self._place.setText(value.place)
        opened = QCoreApplication.translate("SessionBar", "Open since {time}").format(time=value.opened)
        self._pill.set_value(MarkValue("door-open", opened, Tone.OK))
        self._pill.setVisible(not (self._compact and value.in_groups > 0))
        self._split.set_value(mark_of(State.TWO_VALUES))
        self._split.setVisible(value.two_values)
        self._goal.setText(value.goal)
        self._goal.setToolTip(plain_tip(value.goal))
        visits = f"{value.visits} / {value.target}" if value.target else str(value.visits)
        self._visits.show_figure(QCoreApplication.translate("SessionBar", "Visits"), visits)
        self._groups.show_figure(QCoreApplication.translate("SessionBar", "In groups"), str(value.in_groups))
        self._groups.setVisible(value.in_groups > 0)
        self._groups_end.setVisible(value.in_groups > 0)
        split = QCoreApplication.translate("SessionBar", "Make the heads visits, one by one (Ctrl Shift D)")
        self.split.set_name(split)
        self.split.setVisible(value.unrecorded > 0)
        self._unrecorded.show_figure(
            QCoreApplication.translate("SessionBar", "Unrecorded"), str(value.unrecorded)
        )
        self._heads.show_figure(QCoreApplication.translate("SessionBar", "Heads"), str(value.heads))
        self.minus.set_name(QCoreApplication.translate("SessionBar", "One head less"))
        self.plus.set_name(QCoreApplication.translate("SessionBar", "One head more"))
        self._close.setText(QCoreApplication.translate("SessionBar", "Close the point…"))
        self._close.updateGeometry()
