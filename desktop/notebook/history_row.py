# SPDX-License-Identifier: MIT
"""One line of a card's history, from one write: who, when, how it stands, and whether it can be undone."""

from typing import Any

from desktop.notebook.desk import Desk
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import HistoryRow
from desktop.notebook.messages.today import SaveId
from desktop.notebook.telling import standing_mark, verdict_mark
from desktop.store.views import WriteStanding, WriteView
from sync.records.ids import StreamId


def write_marks(desk: Desk, first: WriteView, last: WriteView, stream: StreamId) -> list[Mark]:
    """Return how the last write stands, and what the supervisor said of the save that came first."""
    standing = standing_mark(last.standing)
    item = desk.reads.reviews.reviewed(first.id, stream)
    verdict = verdict_mark(item) if item is not None else None
    if verdict is None:
        return [standing]
    return [verdict] if standing is Mark.DELIVERED else [standing, verdict]


def history_row(desk: Desk, write: WriteView, stream: StreamId, **parts: Any) -> HistoryRow:  # noqa: ANN401 - HistoryRow's own fields
    """Return the line of a write; an own save that is in the fold can be undone."""
    mine = desk.mine(write.author)
    in_fold = write.standing in {WriteStanding.PROVISIONAL, WriteStanding.EFFECTIVE}
    undoable = write.here and write.id.writer == desk.writer and in_fold
    return HistoryRow(
        by=desk.name_of(write.author),
        mine=mine,
        save=SaveId(str(stream), write.id.n) if undoable else None,
        **parts,
    )
