# SPDX-License-Identifier: MIT
"""A stack as wide as what stands in front: a page behind it may be waiting for its layout."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Front(QStackedWidget):
    """Asks for the room of the shown page only; Qt's own asks for that of the widest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Return the shown page's."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """Return the shown page's."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()
