# SPDX-License-Identifier: MIT
"""Drafts: half-typed text that outlives a lock. A draft is no save: it is not sent, reviewed or audited."""

from typing import Any

from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.notebook.server import Handler


class Drafts:
    """Answers the asks about drafts."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about drafts."""
        return {
            SaveDraft: Handler(self.save, self._writing),
            OpenDraft: Handler(self.open, self._reading),
        }

    def save(self, ask: SaveDraft) -> Done:
        """Keep a draft in place of the one that was there; one without any text is dropped."""
        desk = self._desk
        if any(ask.value.values()):
            desk.store.shelf.put_draft(ask.place, dict(ask.value), time_ms=desk.now())
        else:
            desk.store.shelf.drop_draft(ask.place)
        return Done()

    def open(self, ask: OpenDraft) -> Draft:
        """Return the draft of a place, an empty one when there is none."""
        kept = self._desk.store.shelf.draft(ask.place)
        return Draft({str(name): str(text) for name, text in kept.items()} if isinstance(kept, dict) else {})
