# SPDX-License-Identifier: MIT
"""What each action of the foot asks of the notebook, and which service comes after it."""

from collections.abc import Sequence
from datetime import date

from desktop.notebook.messages.editing import EditingView, JudgeProposal, SaveService
from desktop.ui.editing.item_foot import CHECKED, LEAVE, TAKE, WITHDRAW
from desktop.ui.editing.value_words import half_a_year_after


def request_of(view: EditingView, what: str, today: date) -> JudgeProposal | SaveService:
    """Return the ask for one of the foot's words; what is checked today wants checking in half a year."""
    if what in {TAKE, LEAVE}:
        return JudgeProposal(view.service, what == TAKE, sight=view.sight)
    content = dict(view.content)
    if what == CHECKED:
        content["checked"] = today.isoformat()
        content["stale_after"] = half_a_year_after(today).isoformat()
    status = "withdrawn" if what == WITHDRAW else "published"
    return SaveService(view.service, content, status, view.sight)


def following(keys: Sequence[str], key: str) -> str:
    """Return the key that comes after this one once it is gone: the next, else the one before; empty for none."""
    rest = [one for one in keys if one != key]
    place = keys.index(key) if key in keys else 0
    return rest[min(place, len(rest) - 1)] if rest else ""
