# SPDX-License-Identifier: MIT
"""Columns, cells and rows of a table as values."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.tokens import Tone


class ColumnKind(Enum):
    """How the cells of a column are set."""

    TEXT = auto()
    NUMBER = auto()
    BAR = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; `width` 0 takes what is left over. `title` may be empty in a table without header."""

    title: str = ""
    width: int = 0
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell shows. `share` (0 to 1) draws a bar before the words; `mark` replaces them."""

    words: str = ""
    mark: MarkValue | None = None
    share: float | None = None
    tone: Tone = Tone.TEXT
    strong: bool = False
    struck: bool = False

    @property
    def spoken(self) -> str:
        """The words, or the mark's."""
        return self.mark.word if self.mark is not None else self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row with a key that stays the same over refreshes; `total` sets it bold below a strong line."""

    key: str
    cells: tuple[Cell, ...]
    total: bool = False
