# SPDX-License-Identifier: MIT
"""A high-contrast theme of the system is worn, unless it cannot be read."""

from PySide6.QtGui import QColor, QPalette

from desktop.ui.theme.system_contrast import contrast_tokens
from desktop.ui.theme.tokens import CONTRAST


def system(ground: str, text: str, accent: str, on_accent: str) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.Window, QColor(ground))
    made.setColor(QPalette.ColorRole.WindowText, QColor(text))
    made.setColor(QPalette.ColorRole.Highlight, QColor(accent))
    made.setColor(QPalette.ColorRole.HighlightedText, QColor(on_accent))
    return made


def test_the_colours_a_person_chose_win() -> None:
    tokens = contrast_tokens(system("#FFFAEF", "#3D3D3D", "#37006E", "#FFF5E3"))
    assert (tokens.window, tokens.text, tokens.accent) == ("#FFFAEF", "#3D3D3D", "#37006E")
    assert tokens.danger == tokens.text
    assert tokens.outlined


def test_a_palette_that_cannot_be_read_is_left_for_ours() -> None:
    assert contrast_tokens(system("#FFFFFF", "#999999", "#37006E", "#FFFFFF")) is CONTRAST
    assert contrast_tokens(system("#FFFFFF", "#000000", "#EEEEEE", "#000000")) is CONTRAST
