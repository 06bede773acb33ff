# SPDX-License-Identifier: MIT
"""Loads the bundled typefaces and gives the one font for each `Type`.

Windows writes with its own Segoe UI Variable; elsewhere, and wherever pictures must be the same byte for
byte, the bundled Noto Sans is used. Noto Sans Arabic is found by Qt's fallback once it is loaded.
"""

import sys

from PySide6.QtGui import QFont, QFontDatabase

from desktop.resources import ResourceMissing, resource
from desktop.ui.theme.measures import Type

BUNDLED = "Noto Sans"
_ARABIC = "Noto Sans Arabic"
_WINDOWS = "Segoe UI Variable Text"


def load_fonts() -> None:
    """Register every bundled typeface with Qt; call once after the application object exists."""
    for file in sorted(resource("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise ResourceMissing(f"fonts/{file.name}")


def families(*, bundled: bool) -> list[str]:
    """Return the typefaces to write with, best first; `bundled` asks for ours even on Windows."""
    if sys.platform == "win32" and not bundled:
        return [_WINDOWS, "Segoe UI", BUNDLED, _ARABIC]
    return [BUNDLED, _ARABIC]


def font(size: Type) -> QFont:
    """Return the application's typeface in this size and weight."""
    made = QFont()
    made.setPixelSize(size.pixels)
    made.setWeight(QFont.Weight.DemiBold if size.strong else QFont.Weight.Normal)
    return made
