# SPDX-License-Identifier: MIT
"""The window's own decoder sees the same picture before and after its metadata was taken off."""

import pytest
from made_pictures import CANARY, HEIGHT, WIDTH, chunk, exif, jpeg_with, png_with, segment
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColorSpace, QImage, QImageReader

from desktop.notebook.attachment_intake import take


def shown(raw: bytes) -> QImage:
    """Return the picture as it is shown, turned as it says."""
    held = QByteArray(raw)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    assert not image.isNull()
    return image


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_jpeg_looks_the_same_and_stands_the_same_way_up(orientation: int) -> None:
    raw = jpeg_with(exif(orientation), segment(0xFE, CANARY), tail=CANARY)
    before, after = shown(raw), shown(take(raw).content)
    assert (before.width(), before.height()) == ((WIDTH, HEIGHT) if orientation < 5 else (HEIGHT, WIDTH))
    assert after == before


def test_a_png_looks_the_same() -> None:
    raw = png_with(chunk(b"tEXt", b"Comment\0" + CANARY), chunk(b"gAMA", b"\0\0\xb1\x8f"), tail=CANARY)
    assert shown(take(raw).content) == shown(raw)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_colours_of_a_wide_profile_stay(form: str) -> None:
    image = shown(png_with())
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    image.setText("Comment", CANARY.decode())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]  # the stubs want bytes, the library takes str
    raw = bytes(buffer.data().data())
    content = take(raw).content
    assert CANARY in raw
    assert CANARY not in content
    before, after = shown(raw), shown(content)
    assert after == before
    assert after.colorSpace() == before.colorSpace()
    assert after.colorSpace().isValid()
