# SPDX-License-Identifier: MIT
"""What a drop or the clipboard brings: files, a picture, or what can't be attached, told apart."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QFileInfo, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from sync.records.attachments import LARGEST_FILE

_QUALITY: Final = 90


@dataclass(frozen=True, slots=True, repr=False)
class Brought:
    """Paths of files, in the order they came; a picture as PNG or JPEG, or none; whether anything else was there."""

    paths: tuple[str, ...] = ()
    picture: bytes = field(default=b"")
    folders: bool = False
    links: bool = False

    def __repr__(self) -> str:
        return "Brought(…)"


def brings_something(data: QMimeData) -> bool:
    """Whether it is worth a hint where to drop it; a text that is dragged about is none of ours."""
    return data.hasUrls() or data.hasImage()


def brought(data: QMimeData) -> Brought:
    """Return what is in it; a picture counts only where no file came with it."""
    urls = data.urls() if data.hasUrls() else []
    local = [url.toLocalFile() for url in urls if url.isLocalFile()]
    folders = [path for path in local if QFileInfo(path).isDir()]
    files = tuple(path for path in local if path not in folders)
    picture = b""
    if not urls and data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage):
            picture = picture_bytes(image)
    return Brought(files, picture, folders=bool(folders), links=len(local) < len(urls))


def picture_bytes(image: QImage) -> bytes:
    """Return a picture as PNG, or as JPEG where that would be larger than what is taken; empty for none."""
    if image.isNull():
        return b""
    whole = _written(image, b"PNG", -1)
    return whole if len(whole) <= LARGEST_FILE else _written(image, b"JPEG", _QUALITY)


def _written(image: QImage, kind: bytes, quality: int) -> bytes:
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    written = writer.write(image)
    buffer.close()
    return bytes(raw.data()) if written else b""
