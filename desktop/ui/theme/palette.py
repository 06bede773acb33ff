# SPDX-License-Identifier: MIT
"""Turns tokens into what Qt's own widgets understand: a palette and one small style sheet."""

import re
from dataclasses import fields

from PySide6.QtGui import QColor, QPalette

from desktop.resources import resource
from desktop.ui.theme.tokens import Tokens

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "panel",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "split",
    QPalette.ColorRole.Mid: "line_strong",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Accent: "accent",
}
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of the whole application; disabled text is muted, not invisible."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(tokens, name)))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return made


def sheet(tokens: Tokens) -> str:
    """Return the style sheet of resources/themes/window.qss with `@name` replaced by each token's colour."""
    colours = {field.name: str(getattr(tokens, field.name)) for field in fields(tokens)}
    text = resource("themes", "window.qss").read_text(encoding="utf-8")
    return re.sub(r"@([a-z_]+)", lambda found: colours[found.group(1)], text)
