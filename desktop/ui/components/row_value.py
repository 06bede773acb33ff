# SPDX-License-Identifier: MIT
"""Rows of lists and timelines as values; a delegate paints them, a screen reader gets `spoken`."""

from dataclasses import dataclass
from typing import Protocol

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.tokens import Tone


class Keyed(Protocol):
    """What a KeyedModel holds: a key that stays the same over refreshes, and words for a screen reader."""

    @property
    def key(self) -> str:
        """Identity of the row."""
        ...

    @property
    def spoken(self) -> str:
        """The row read out."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A list row: title and time above, `second` (and `third`) below, marks at the right of the last line.

    With a `pill` (or one mark and `centred`) the sign stands in the middle of the row's right side.
    """

    key: str
    title: str
    second: str = ""
    third: str = ""
    time: str = ""
    marks: tuple[MarkValue, ...] = ()
    pill: MarkValue | None = None
    icon: str = ""
    icon_tone: Tone = Tone.MUTED
    centred: bool = False

    @property
    def spoken(self) -> str:
        """Title, lines, time and every mark's word, in reading order."""
        words = [self.title, self.second, self.third, self.time, *(mark.word for mark in self.marks)]
        if self.pill is not None:
            words.append(self.pill.word)
        return ", ".join(word for word in words if word)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened: an icon on the line, what, details, when, and the state of the save."""

    key: str
    icon: str
    title: str
    detail: str = ""
    when: str = ""
    mark: MarkValue | None = None

    @property
    def spoken(self) -> str:
        """What, details, when and state."""
        words = [self.title, self.detail, self.when, self.mark.word if self.mark else ""]
        return ", ".join(word for word in words if word)
