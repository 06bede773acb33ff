# SPDX-License-Identifier: MIT
"""Groups that came: an introduction at a school, a workshop, a recruitment event. Nobody of them stands in it."""

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.today import GroupRow, SaveId
from sync.records.ids import EntityId


class GroupSaved(Answer, frozen=True):
    """The group event is durable. ``row`` is ``None`` when it was taken off."""

    save: SaveId
    row: GroupRow | None


class SaveGroup(Ask[GroupSaved], frozen=True):
    """Record a group event, or change one's own. Problems: ``field-required`` for kind and size.

    Empty strings mean: not asked. Of one that is changed only what is new is written.
    """

    session: EntityId | None
    """``None`` records without an open session."""
    kind: str
    size: int
    theme: str = ""
    language: str = ""
    duration: str = ""
    partner: str = ""
    text: str = ""
    event: EntityId | None = None
    """Which one is changed; ``None`` for a new one."""


class RemoveGroup(Ask[GroupSaved], frozen=True):
    """Take one's own group event off; Undo brings it back."""

    event: EntityId
