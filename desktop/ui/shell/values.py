# SPDX-License-Identifier: MIT
"""What the shell shows, as values: the window's composer makes them, the shell knows nothing else."""

from dataclasses import dataclass

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class RailItem:
    """A place to go. `badge` 0 shows none; its tone says why (SPLIT two values, WARN due, WAIT unsent)."""

    key: str
    icon: str
    label: str
    badge: int = 0
    badge_tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAtWork:
    """Who has the notebook open: name and role with unit, as words."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The header's place: bold `place` and quiet `since`; without a place, `since` may hold the date."""

    place: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncWord:
    """How sending stands: a mark (see components.states) and, in bold, a count or time; read out as one."""

    mark: MarkValue
    strong: str = ""
