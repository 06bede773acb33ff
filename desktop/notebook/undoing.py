# SPDX-License-Identifier: MIT
"""Undo of one save of mine, by a new save: nothing is ever taken out of the log (``sync.log.undo``)."""

from collections.abc import Iterable
from typing import Any

from desktop.notebook.desk import Desk
from desktop.notebook.errors import NothingToUndo
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.today import ChoiceAgain, Undone, UndoSave
from desktop.notebook.server import Handler
from desktop.store.changes import Change
from sync.log.commit import Draft
from sync.log.deletion import DELETED, Deletion, deletion
from sync.log.undo import Why, undo
from sync.records.ids import StreamId
from sync.records.kinds import kind


class Undoing:
    """Answers Undo."""

    def __init__(self, desk: Desk, *, writing: Lane) -> None:
        self._desk = desk
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the ask."""
        return {UndoSave: Handler(self.undo, self._writing)}

    def undo(self, ask: UndoSave) -> Undone:
        """Take one save of this notebook back, as far as nothing newer stands there.

        A record that the save made, and nobody else has touched, is deleted and leaves every list and count.
        ``left`` names the fields that stay: changed since, or ones that a record can't be without. ``again``
        names those in which the save had settled two values, for the person to choose again.
        Raises NothingToUndo when nothing is left to give back or to choose, or the save is unknown.
        """
        stream = StreamId(ask.save.stream)
        saved = self._desk.reads.undo.save(stream, ask.save.n)
        if saved is None:
            raise NothingToUndo
        # What the save itself took off comes back; what was taken off since stays off.
        removed = {
            write.body.entity
            for write in saved.history
            if write.id == saved.id and DELETED in write.body.fields
        }
        live = {
            entity: state
            for entity, state in saved.states.items()
            if deletion(state).verdict is not Deletion.DELETED or entity in removed
        }
        found = undo(saved.id, live, saved.history, saved.known)
        left = [one.field for one in found.left]
        again = [
            ChoiceAgain(one.entity, live[one.entity].kind, one.field)
            for one in found.left
            if one.why is Why.SETTLED
        ]
        changes = []
        undone = 0
        for draft in found.drafts:
            change, kept = _change(draft)
            left += kept
            if change is not None:
                changes.append(change)
                undone += len(change.fields)
        if not changes and not again:
            raise NothingToUndo
        if changes:
            self._desk.save([(stream, changes)])
        return Undone(undone, sorted(set(left)), again)


def _change(draft: Draft) -> tuple[Change | None, Iterable[str]]:
    """Return a draft as a change, and the fields that can't be emptied and so stay."""
    spec = kind(draft.kind)
    kept = []
    fields = {}
    seen = {}
    for name, (value, ids) in draft.fields.items():
        field = spec.field(name) if spec is not None else None
        if value is None and field is not None and field.required:
            kept.append(name)
            continue
        fields[name] = value
        seen[name] = ids
    if not fields:
        return None, kept
    return (
        Change(
            kind=draft.kind,
            entity=draft.entity,
            subject=draft.subject,
            schema=draft.schema,
            fields=fields,
            seen=seen,
        ),
        kept,
    )
