# SPDX-License-Identifier: MIT
"""What is due, as a narrow row: whose it is, from which day it concerns them, what matter it is, about whom.

A row says from when somebody should look, and no more: what is shown is read from the record. A day of a point of
time is that of UTC here, since a row must be found again whatever clock the laptop goes by.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from desktop.store.shown_values import part, value_of
from sync.records.follow_ups import next_question
from sync.records.ids import EntityId

REFERRAL_DAYS: Final = 14
"""A referral that has not moved for so long is asked about: the follow-up of a new one is after as many days."""
MOVING: Final = frozenset({"suggested", "given", "contacted", "accepted"})
"""States of a referral in which the next move is still to come."""
_ENDED_STEP: Final = frozenset({"done", "dropped"})
_MS: Final = 1_000

Values = dict[str, Any]
Row = tuple[Any, ...]
_Due = tuple[str, str, str]
"""Owner (empty: whoever is responsible for the person), day, matter."""


def day_text(at: int, *, later: int = 0) -> str:
    """Return the day of a point of time in UTC, or one so many days later; empty for one beyond the calendar."""
    try:
        day = (datetime.fromtimestamp(at / _MS, UTC) + timedelta(days=later)).date()
    except (ValueError, OverflowError, OSError):
        return ""
    return day.isoformat()


def due_row(kind: str, entity: EntityId, stream: int, values: Values, subject: EntityId | None) -> Row | None:
    """Return the row of a record, ``None`` while nothing of it is due."""
    found = _DUES[kind](values) if subject is not None else None
    if found is None or not found[1]:
        return None
    owner, due, matter = found
    return (owner, due, entity, matter, subject, stream)


def _task(values: Values) -> _Due | None:
    if values.get("done") is not None:
        return None
    return value_of(values, "owner", str, ""), value_of(values, "due", str, ""), "task"


def _step(values: Values) -> _Due | None:
    """One without a day is due only when somebody said that it is stalled: since then."""
    status = part(values, "state", "status", str, "")
    if status in _ENDED_STEP:
        return None
    due = value_of(values, "due", str, "")
    if not due and status == "stalled":
        due = day_text(part(values, "state", "at", int, 0))
    return value_of(values, "owner", str, ""), due, "step"


def _referral(values: Values) -> _Due | None:
    status, at = part(values, "state", "status", str, ""), part(values, "state", "at", int, 0)
    if status == "no_show":
        return "", day_text(at), "referral"
    return ("", day_text(at, later=REFERRAL_DAYS), "referral") if status in MOVING else None


def _appointment(values: Values) -> _Due | None:
    status = value_of(values, "status", str, "")
    if status not in {"planned", "no_show"}:
        return None
    matter = "appointment" if status == "planned" else "no_show"
    return value_of(values, "owner", str, ""), day_text(value_of(values, "at", int, 0)), matter


def _encounter(values: Values) -> _Due | None:
    if value_of(values, "kind", str, "") != "no_show":
        return None
    return "", day_text(value_of(values, "at", int, 0)), "no_show"


def _plan(values: Values) -> _Due | None:
    return "", value_of(values, "next_contact", str, ""), "contact"


def _permit(values: Values) -> _Due | None:
    return "", value_of(values, "valid_to", str, ""), "permit"


def _transition(values: Values) -> _Due | None:
    question = next_question(values)
    return None if question is None else ("", question[1].isoformat(), "transition")


_DUES: Final[Mapping[str, Callable[[Values], _Due | None]]] = {
    "task": _task,
    "plan_step": _step,
    "referral": _referral,
    "appointment": _appointment,
    "encounter": _encounter,
    "plan": _plan,
    "permit": _permit,
    "transition": _transition,
}
DUE_KINDS: Final = tuple(_DUES)
"""Kinds of record that may be due."""
