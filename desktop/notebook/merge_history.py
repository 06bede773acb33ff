# SPDX-License-Identifier: MIT
"""What was merged with a card and separated from it, as lines of its history."""

from collections.abc import Sequence

from desktop.notebook.desk import Desk
from desktop.notebook.history_row import history_row, write_marks
from desktop.notebook.messages.people import HistoryRow
from desktop.notebook.telling import person_name
from desktop.store.views import EntityView
from sync.log.deletion import DELETED
from sync.log.merge import PAIR, paired
from sync.records.ids import EntityId


def merge_history(desk: Desk, cards: Sequence[EntityId]) -> list[HistoryRow]:
    """Return every merge of these cards and every separation, each with the name of the card that came or went."""
    rows = []
    for merge in desk.reads.merged.ever(cards):
        view = desk.reads.entity(merge)
        if view is None or not desk.may_read(view.kind, view.stream):
            continue
        name = _other_name(desk, view, cards)
        for write in desk.history(merge):
            changes = {change.name: change.after for change in write.changes}
            if not changes or not write.time:
                continue
            what = "separated" if changes.get(DELETED) is not None else "merged"
            marks = write_marks(desk, write, write, view.stream)
            rows.append(
                history_row(
                    desk, write, view.stream, kind="merge", what=what, fields=[], text=name, marks=marks,
                    at=write.time,
                )
            )  # fmt: skip
    return rows


def _other_name(desk: Desk, merge: EntityView, cards: Sequence[EntityId]) -> str:
    """Return the name on the card that is not the one looked at; of two cards that are shown, the newer one's."""
    pair = paired(merge.values.get(PAIR))
    others = [one for one in pair if one not in cards] or pair[1:]
    view = desk.reads.entity(others[0]) if others else None
    return person_name(view.values) if view is not None and desk.may_read(view.kind, view.stream) else ""
