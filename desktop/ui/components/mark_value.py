# SPDX-License-Identifier: MIT
"""A mark as a value: icon, word and tone together, since none of them says it alone."""

from dataclasses import dataclass

from desktop.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class MarkValue:
    """What a Mark or Pill shows. `icon` is a file of resources/icons without .svg; a pill may have none."""

    icon: str
    word: str
    tone: Tone = Tone.MUTED
