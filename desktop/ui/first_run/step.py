# SPDX-License-Identifier: MIT
"""One step of the first run: a lead, its fields, and one button forward beside one back."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.words import Words
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class Step(QWidget):
    """``forward`` and ``back`` tell what was pressed; Enter in a field goes forward, Esc goes back."""

    forward = Signal()
    back = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[QWidget, ...] = ()
        self.lead = Words(theme, tone=Tone.MUTED, wrap=True)
        self.lead.setContentsMargins(0, 6, 0, 0)
        self.next = Button(theme, kind=ButtonKind.PRIMARY, key="Enter", tall=True)
        self.previous = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self.fields = QVBoxLayout()
        self.fields.setContentsMargins(0, 12, 0, 4)
        self.fields.setSpacing(4)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(0, 8, 0, 0)
        self.foot.setSpacing(8)
        self.foot.addWidget(self.next)
        self.foot.addWidget(self.previous)
        self.foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lead)
        column.addLayout(self.fields)
        column.addLayout(self.foot)
        self.next.clicked.connect(self.forward)
        self.previous.clicked.connect(self.back)

    def order(self, *stops: QWidget) -> None:
        """Let Tab go through these, then the buttons; a step calls it when its fields are in place."""
        self._stops = stops
        self.arrange_tabs()

    def arrange_tabs(self) -> None:
        """Set the order again; the page calls it once all steps are in it, since moving them there mixes it."""
        for one, other in pairwise([*self._stops, *self.buttons()]):
            QWidget.setTabOrder(one, other)

    def buttons(self) -> list[QWidget]:
        """Return the buttons of the foot, left to right."""
        return [self.next, self.previous]

    def begin(self) -> None:
        """Take the focus, as the step is shown."""
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go forward with Enter (a line passes it on) and back with Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.next.isEnabled():
            self.forward.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def title(self) -> str:
        """Return the step's title in the language in force."""
        return QCoreApplication.translate("FirstRun", "Welcome to Kenttäkirja")

    def retranslate(self) -> None:
        """Say what every step has; each adds its own words."""
        self.previous.setText(QCoreApplication.translate("FirstRun", "Back"))
