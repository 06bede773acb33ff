# SPDX-License-Identifier: MIT
"""Printing a paper: the system's dialog, then the same bytes as in the preview, sheet by sheet.

A page asks a ``Press``; tests give one that keeps its sheets in memory.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from desktop.ui.services.sheets import POINTS_AN_INCH, sheet_picture, sheet_sizes

_FINEST: Final = 300
"""Dots an inch that a sheet is rendered at: text is sharp, and an A4 sheet takes 35 MB and not 140."""
_TITLE: Final = "Kenttäkirja"
"""What a print queue shows; never a client or a service."""


class Press(Protocol):
    """What prints."""

    def ready(self) -> bool:
        """Whether there is any printer."""
        ...

    def print_out(self, parent: QWidget, pdf: bytes, done: Callable[[bool], None]) -> None:
        """Ask where to print and print; ``done`` is called with whether the printer took it, not when left."""
        ...

    def leave(self) -> None:
        """Close what is open: the notebook is being locked."""
        ...


class SystemPress:
    """Prints by the system's dialog."""

    def __init__(self) -> None:
        self._dialog: QPrintDialog | None = None

    def ready(self) -> bool:
        """Whether the system knows any printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def print_out(self, parent: QWidget, pdf: bytes, done: Callable[[bool], None]) -> None:
        """Open the dialog; a second press while it is open does nothing."""
        if self._dialog is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_TITLE)
        sizes = sheet_sizes(pdf)
        printer.setPageSize(QPageSize(sizes[0] if sizes else QSizeF(595, 842), QPageSize.Unit.Point))
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, max(len(sizes), 1))
        self._dialog = dialog

        def ended(result: int) -> None:
            self._dialog = None
            dialog.deleteLater()
            if result == QPrintDialog.DialogCode.Accepted.value:
                done(put_on(printer, pdf))

        dialog.finished.connect(ended)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()  # as open() does; its stub knows only the form with a slot's name

    def leave(self) -> None:
        """Close the dialog without printing."""
        if self._dialog is not None:
            self._dialog.reject()


def put_on(printer: QPrinter, pdf: bytes) -> bool:
    """Print the sheets that were asked for, the whole sheet with its own margins. False when it is refused."""
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    sizes = sheet_sizes(pdf)
    first, last = printer.fromPage() or 1, printer.toPage() or len(sizes)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = min(printer.resolution(), _FINEST) / POINTS_AN_INCH
    begun = False
    for place, size in enumerate(sizes, start=1):
        if not first <= place <= last:
            continue
        if begun and not printer.newPage():
            painter.end()
            return False
        begun = True
        paper = QRectF(painter.viewport())
        scale = min(paper.width() / size.width(), paper.height() / size.height())
        wide, high = size.width() * scale, size.height() * scale
        target = QRectF((paper.width() - wide) / 2, (paper.height() - high) / 2, wide, high)
        painter.drawImage(target, sheet_picture(pdf, place - 1, dots_a_point=dots))
    return painter.end()
