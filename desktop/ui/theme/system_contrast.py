# SPDX-License-Identifier: MIT
"""Takes the colours of the system's own high-contrast theme where they are clear enough: they win over ours."""

from PySide6.QtGui import QPalette

from desktop.ui.theme.contrast import ratio
from desktop.ui.theme.tokens import CONTRAST, Tokens

_CLEAR = 7.0
_SEEN = 4.5


def contrast_tokens(system: QPalette) -> Tokens:
    """Return the tokens of the system's palette, or ours when its colours stand too near to each other.

    A person who chose four colours gets these four: states are told by icon and word alone then.
    """
    ground = system.color(QPalette.ColorRole.Window).name().upper()
    text = system.color(QPalette.ColorRole.WindowText).name().upper()
    accent = system.color(QPalette.ColorRole.Highlight).name().upper()
    on_accent = system.color(QPalette.ColorRole.HighlightedText).name().upper()
    clear = ratio(text, ground) >= _CLEAR
    if not clear or min(ratio(accent, ground), ratio(on_accent, accent)) < _SEEN:
        return CONTRAST
    return Tokens(
        outlined=True,
        window=ground,
        panel=ground,
        sunken=ground,
        rail=ground,
        hover=ground,
        text=text,
        muted=text,
        accent=accent,
        accent_soft=ground,
        on_accent=on_accent,
        ok=text,
        ok_soft=ground,
        warn=text,
        warn_soft=ground,
        danger=text,
        danger_soft=ground,
        split=text,
        split_soft=ground,
        wait=text,
        wait_soft=ground,
        line_strong=text,
        bar=accent,
        line=text,
        chip=text,
    )
