# SPDX-License-Identifier: MIT
"""The QR codes of the services, one at a time and large, to be taken from the screen with a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import segno
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import SPACE_20, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable

_QUIET: Final = 4
"""Modules of white round a code (ISO/IEC 18004)."""
_SIDE: Final = 360


@dataclass(frozen=True, slots=True)
class ShownCode:
    """A service's name and the web address behind its code."""

    name: str
    address: str


class CodePicture(QWidget):
    """Paints a code black on white in every look: phones read nothing else for certain."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def modules(self) -> tuple[bytes, ...]:
        """The code's rows of dark (1) and light (0) modules, the quiet zone included."""
        return self._rows

    def show_address(self, address: str) -> None:
        """Paint the code of this address, with a fifth of it allowed to be hidden by glare."""
        code = segno.make(address, error="m", micro=False)
        self._rows = tuple(bytes(row) for row in code.matrix_iter(border=_QUIET))
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough to be read over a table."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint whole pixels a module, so that no line blurs."""
        painter = QPainter(self)
        count = len(self._rows)
        if count:
            module = max(1, min(self.width(), self.height()) // count)
            side = module * count
            left, top = (self.width() - side) // 2, (self.height() - side) // 2
            painter.fillRect(QRectF(left, top, side, side), QColor("#FFFFFF"))
            for y, row in enumerate(self._rows):
                for x, dark in enumerate(row):
                    if dark:
                        spot = QRectF(left + x * module, top + y * module, module, module)
                        painter.fillRect(spot, QColor("#000000"))
        painter.end()


class QrWindow(QDialog):
    """Esc closes; Left and Right go between services."""

    def __init__(self, theme: Theme, codes: Sequence[ShownCode], parent: QWidget) -> None:
        super().__init__(parent)
        self._codes = tuple(codes)
        self._place = 0
        self._name = Words(theme, size=Type.TITLE, wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture = CodePicture()
        self._address = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._address.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._where = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.before = Button(theme, icon_name="chevron-left")
        self.after = Button(theme, icon_name="chevron-right")
        self.shut = Button(theme, key="Esc")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        column.setSpacing(12)
        column.addWidget(self._name)
        column.addWidget(self.picture, 1)
        column.addWidget(self._address)
        column.addLayout(row)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.shut.clicked.connect(self.close)
        self.resize(520, 600)
        self.setWindowTitle("QR")
        self.retranslate()
        self._show()

    @property
    def current(self) -> ShownCode:
        """What is shown."""
        return self._codes[self._place]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Left and Right go between services; Esc is Qt's."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.shut.setText(QCoreApplication.translate("Handout", "Close"))
        self.before.setText(QCoreApplication.translate("Handout", "Previous"))
        self.after.setText(QCoreApplication.translate("Handout", "Next"))

    def _step(self, by: int) -> None:
        place = min(max(self._place + by, 0), len(self._codes) - 1)
        if place != self._place:
            self._place = place
            self._show()

    def _show(self) -> None:
        shown = self.current
        self.picture.show_address(shown.address)
        self._name.setText(breakable(shown.name))
        self._address.setText(breakable(shown.address, most=40))
        name = QCoreApplication.translate("Handout", "QR code of {service}")
        self.picture.setAccessibleName(name.format(service=shown.name))
        several = len(self._codes) > 1
        for one in (self.before, self.after, self._where):
            one.setVisible(several)
        where = QCoreApplication.translate("Handout", "{place} of {count}")
        self._where.setText(where.format(place=self._place + 1, count=len(self._codes)))
        announce(self, f"{shown.name}, {shown.address}")
