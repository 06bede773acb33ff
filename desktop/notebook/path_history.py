# SPDX-License-Identifier: MIT
"""A path's lines in a card's history: plan, steps, meetings, transitions, skills and cards."""

from collections.abc import Iterable
from typing import Any

from desktop.notebook.desk import Desk
from desktop.notebook.history_row import history_row, write_marks
from desktop.notebook.messages.people import HistoryRow
from desktop.notebook.path_rows import RECORDS
from desktop.store.service_reads import StoredRecord
from desktop.store.shown_values import part, value_of
from sync.log.deletion import DELETED
from sync.records.ids import EntityId
from sync.records.path import HINT_TAKEN, PLAN

_SILENT = frozenset({"rank"})
"""Fields whose change nobody wants told: steps were put in another order."""


def path_history(desk: Desk, card: EntityId) -> Iterable[HistoryRow]:
    """Return what was written about the path of one card; of what was taken off nothing. In the order of making."""
    for kind in (PLAN.name, *RECORDS, HINT_TAKEN.name):
        for record in desk.reads.services.about(card, kind):
            yield from _of(desk, kind, record)


def _of(desk: Desk, kind: str, record: StoredRecord) -> Iterable[HistoryRow]:
    began_here = not desk.began_elsewhere(record.entity)
    for place, write in enumerate(desk.history(record.entity)):
        written = {change.name: change.after for change in write.changes}
        names = sorted({name.partition("/")[0] for name in written} - _SILENT)
        if not names or DELETED in written or (not write.time and place):
            continue
        what, fields, text = _told(kind, record.values, written, new=place == 0 and began_here)
        at = value_of(record.values, "at", int, 0) if what == "met" else write.time
        yield history_row(
            desk,
            write,
            record.stream,
            kind=kind,
            what=what,
            fields=fields if fields is not None else names,
            text=text,
            marks=write_marks(desk, write, write, record.stream),
            at=at or write.time,
        )


def _told(
    kind: str, values: dict[str, Any], written: dict[str, Any], *, new: bool
) -> tuple[str, list[str] | None, str]:
    """Return what happened, the codes to say of it (``None``: the names of the fields), and the record's own words."""
    what = "created" if new else "changed"
    match kind:
        case "plan_step":
            name = value_of(values, "what", str, "")
            if new:
                return what, [], name
            if "state" in written:
                state = (part(written, "state", "status", str, ""), part(written, "state", "reason", str, ""))
                return "moved", [one for one in state if one], name
            return what, None, name
        case "encounter":
            if new:
                return "met", [value_of(written, "kind", str, "")], value_of(values, "summary", str, "")
            return what, None, ""
        case "transition" | "permit" | "hint_taken":
            code = value_of(values, "rule" if kind == HINT_TAKEN.name else "kind", str, "")
            return what, [code] if new else None, ""
        case "skill":
            return what, [] if new else None, value_of(values, "name", str, "")
        case _:
            return what, None, ""
