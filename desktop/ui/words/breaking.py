# SPDX-License-Identifier: MIT
"""Lets long words break over lines: an e-mail address or a name without spaces must not widen a page."""

import re
from typing import Final

_ZERO_WIDTH_SPACE: Final = "\N{ZERO WIDTH SPACE}"
_WORD: Final = re.compile(r"\S+")


def breakable(text: str, *, most: int = 20) -> str:
    """Return the text for the eye: words of more than ``most`` signs may break after a joint, or else anywhere.

    For labels only: what is stored, searched or copied into a field stays as it was.
    """
    return _WORD.sub(lambda found: _broken(found[0], most), text)


def _broken(word: str, most: int) -> str:
    if len(word) <= most:
        return word
    parts = re.split(r"(?<=[@._/\-])", word)
    pieces = [part[at : at + most] for part in parts for at in range(0, len(part), most)]
    return _ZERO_WIDTH_SPACE.join(pieces)
