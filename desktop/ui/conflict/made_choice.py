# SPDX-License-Identifier: MIT
"""A choice among values that was made, or that is to be made again; and what a toast says of it."""

from dataclasses import dataclass
from typing import Final

from desktop.notebook.messages.today import SaveId
from sync.records.ids import EntityId

_MOST_SAID: Final = 40


@dataclass(frozen=True, slots=True)
class MadeChoice:
    """A choice that was made, or that is to be made again: its save, and what it was about."""

    save: SaveId
    entity: EntityId
    field: str

    @property
    def key(self) -> str:
        """The identity of the field, as the list on the left has it."""
        return f"{self.entity.hex()}/{self.field}"


def brief(said: str) -> str:
    """Return what a toast has room for: of a long text its beginning."""
    line = " ".join(said.split())
    return line if len(line) <= _MOST_SAID else f"{line[:_MOST_SAID].rstrip()} …"
