# SPDX-License-Identifier: MIT
"""Where somebody wrote something: at which laptop, and at which point, as far as this notebook knows."""

from typing import Final

from desktop.notebook.desk import Desk
from desktop.store.views import Author
from sync.records.ids import EntityId

LONGEST_SHIFT_MS: Final = 16 * 3_600_000
_CLOSED: Final = "closed"
_PLANNED: Final = "planned"


def laptop_of(desk: Desk, author: Author) -> str:
    """Return a laptop's name: this one's own, another one's from the roster; empty where the roster has none."""
    if author.laptop is not None and author.laptop == desk.store.me.laptop:
        return desk.laptop_name
    return author.laptop_name


def place_at(desk: Desk, author: Author, at: int) -> str:
    """Return the place of the session that was open with this author at a time (ms), empty when none is known."""
    if author.staff is None or not at:
        return ""
    for row in desk.reads.lists.sessions(since=at - LONGEST_SHIFT_MS, until=at + 1):
        if not desk.may_read("session", row.stream) or not row.place or row.status == _PLANNED:
            continue
        if (author.staff in row.staff or _opened(desk, row.entity, author)) and not _over(
            desk, row.entity, at
        ):
            return row.place
    return ""


def _opened(desk: Desk, session: EntityId, author: Author) -> bool:
    writes = desk.history(session)
    return bool(writes) and writes[0].author.staff == author.staff


def _over(desk: Desk, session: EntityId, at: int) -> bool:
    view = desk.reads.entity(session)
    state = view.values.get("state") if view is not None else None
    return isinstance(state, dict) and state.get("status") == _CLOSED and int(state.get("at") or 0) < at
