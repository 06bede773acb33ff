# SPDX-License-Identifier: MIT
"""The sheets of a paper as pictures: the same bytes for the screen and for the printer."""

from typing import Final

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS_AN_INCH: Final = 72


def sheet_sizes(pdf: bytes) -> list[QSizeF]:
    """Return the size of each sheet, in points (1/72 inch)."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [QSizeF(*document.get_page_size(place)) for place in range(len(document))]
    finally:
        document.close()


def sheet_picture(pdf: bytes, place: int, *, dots_a_point: float) -> QImage:
    """Return a sheet on white, without the screen's colour fringes; ``place`` counts from 0."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[place]
        bitmap = page.render(scale=dots_a_point, prefer_bgrx=True)
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()  # the copy owns its pixels; the bitmap goes with the document
        bitmap.close()
        page.close()
        return picture
    finally:
        document.close()
