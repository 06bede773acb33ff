# SPDX-License-Identifier: MIT
"""What a preview shows page by page: a picture, or the sheets of a PDF, both made from bytes in memory.

What a client brought may be made to harm who opens it: a picture is decoded by the two readers for its own kind
only, within a limit of memory, and what fails is told in words.
"""

from typing import Final, Protocol

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader

_ALLOCATION_MB: Final = 256
"""What one decoded picture may take: 64 megapixels."""
_BYTES_A_PIXEL: Final = 4
_LONGEST_EDGE: Final = 4096
"""Pixels; a larger photograph is made smaller while it is read."""
_MOST_DOTS: Final = 16_000_000
"""Pixels of one rendered sheet: an A4 at 350 dots an inch."""
_POINTS_LEAST: Final = 1.0
_READERS: Final = {"jpeg": b"jpeg", "png": b"png"}
"""Code of ``attachment_types`` → Qt's reader."""


class NotShown(Exception):
    """The bytes make no picture and no sheet here: damaged, locked by a password, or too large."""


class Leaves(Protocol):
    """One or more leaves of one file."""

    @property
    def count(self) -> int:
        """How many there are, at least 1."""
        ...

    @property
    def papers(self) -> bool:
        """Whether a leaf is a sheet of text, to be read at the pane's width."""
        ...

    def size(self, place: int) -> QSizeF:
        """Return the natural size of a leaf, counted from 0. Raises NotShown."""
        ...

    def picture(self, place: int, scale: float) -> QImage:
        """Return a leaf painted at this scale or near it. Raises NotShown."""
        ...


class PictureLeaf:
    """A photograph or a drawing: one leaf."""

    papers = False
    count = 1

    def __init__(self, content: bytes, media: str) -> None:
        """Decode it, upright as the camera held it. Raises NotShown."""
        raw = QByteArray(content)
        buffer = QBuffer(raw)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        QImageReader.setAllocationLimit(_ALLOCATION_MB)
        reader = QImageReader(buffer, QByteArray(_READERS[media]))
        reader.setAutoDetectImageFormat(False)
        reader.setAutoTransform(True)
        size = reader.size()
        if max(size.width(), size.height()) > _LONGEST_EDGE:
            edge = QSize(_LONGEST_EDGE, _LONGEST_EDGE)
            reader.setScaledSize(size.scaled(edge, Qt.AspectRatioMode.KeepAspectRatio))
        if media == "png" and size.width() * size.height() * _BYTES_A_PIXEL > _ALLOCATION_MB * 1024 * 1024:
            raise NotShown  # read whole before it is made smaller, unlike a photograph
        image = reader.read()
        buffer.close()
        if image.isNull():
            raise NotShown
        self._image = image

    def size(self, _place: int) -> QSizeF:
        """Return its pixels."""
        return QSizeF(self._image.size())

    def picture(self, _place: int, _scale: float) -> QImage:
        """Return it whole; who paints scales it."""
        return self._image


class PdfLeaves:
    """The sheets of a PDF. The document is opened for each look and closed again, so nothing of it lingers."""

    papers = True

    def __init__(self, content: bytes) -> None:
        """Count the sheets. Raises NotShown."""
        self._content = content
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as problem:
            raise NotShown from problem
        self.count = len(document)
        document.close()
        if self.count < 1:
            raise NotShown

    def size(self, place: int) -> QSizeF:
        """Return a sheet's size in points. Raises NotShown."""
        try:
            document = pypdfium2.PdfDocument(self._content)
            try:
                wide, high = document.get_page_size(place)
            finally:
                document.close()
        except pypdfium2.PdfiumError as problem:
            raise NotShown from problem
        return QSizeF(max(wide, _POINTS_LEAST), max(high, _POINTS_LEAST))

    def picture(self, place: int, scale: float) -> QImage:
        """Return a sheet on white, with no more dots than fit in memory. Raises NotShown."""
        size = self.size(place)
        most = (_MOST_DOTS / (size.width() * size.height())) ** 0.5
        try:
            document = pypdfium2.PdfDocument(self._content)
            try:
                page = document[place]
                bitmap = page.render(scale=min(scale, most), prefer_bgrx=True)
                shape = bitmap.width, bitmap.height, bitmap.stride
                image = QImage(bytes(bitmap.buffer), *shape, QImage.Format.Format_RGB32).copy()
                bitmap.close()
                page.close()
            finally:
                document.close()
        except (pypdfium2.PdfiumError, MemoryError) as problem:
            raise NotShown from problem
        return image


def leaves_of(content: bytes, media: str) -> Leaves:
    """Return the leaves of a picture or a PDF; ``media`` a code of ``attachment_types``. Raises NotShown."""
    if media == "pdf":
        return PdfLeaves(content)
    if media in _READERS:
        return PictureLeaf(content, media)
    raise NotShown
