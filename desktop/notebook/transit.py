# SPDX-License-Identifier: MIT
"""What is on its way or held up, as rows of the Sync page: unsent, parked, quarantined, and why."""

from typing import Final

from msgspec import structs

from desktop.notebook.desk import Desk
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.sync import TransitRow
from desktop.notebook.telling import joined, person_name
from desktop.store.views import EntityView, SaveRow
from sync.records.ids import EntityId, stream_team

SET_ASIDE: Final = "set-aside"
"""The reason of a colleague's save that gave way: the hub has another one where it stood (a cloned laptop)."""
WENT: Final = "went"
"""The reason of an unsent save about somebody who went to another team meanwhile: the hub passes it on."""
_MOST: Final = 500
_FIRST_KINDS: Final = ("person", "visit", "session", "note", "attendance", "situation", "tally")
"""What names a save of several kinds: the first of these that is in it."""


def transit_rows(desk: Desk) -> list[TransitRow]:
    """Return what is not simply delivered, the newest first, what is held up after what is unsent.

    Of unsent saves the 500 oldest are listed; their number is counted elsewhere and is exact. A save that
    the hub has quarantined may be unsent too, and stands once, as what weighs more.
    """
    sending = desk.reads.sending
    held = [
        *((row, Mark.PARKED) for row in sending.parked(most=_MOST)),
        *((row, Mark.QUARANTINED) for row in sending.quarantined(most=_MOST)),
    ]
    known = {(row.stream, row.id) for row, _ in held}
    unsent = [
        (row, Mark.UNSENT if row.author.writer == desk.writer else Mark.PROVISIONAL)
        for row in sending.unsent(most=_MOST)
        if (row.stream, row.id) not in known
    ]
    newest = sorted(unsent, key=lambda pair: -pair[0].time) + sorted(held, key=lambda pair: -pair[0].time)
    rows = [_row(desk, row, mark) for row, mark in newest]
    aside = [_row(desk, row, Mark.QUARANTINED) for row in sending.set_aside(most=_MOST)]
    return rows + [structs.replace(row, reason=SET_ASIDE) for row in aside]


def _row(desk: Desk, row: SaveRow, mark: Mark) -> TransitRow:
    kind, view = _named(desk, row)
    return TransitRow(
        at=row.time,
        kind=kind,
        text=_text(desk, view),
        age=str(view.values.get("age") or "") if view is not None and kind == "visit" else "",
        team=desk.team_name(stream_team(row.stream)),
        mark=mark,
        reason=row.reason if mark in {Mark.PARKED, Mark.QUARANTINED} else _went(desk, row),
        by="" if desk.mine(row.author) else desk.name_of(row.author),
    )


def _went(desk: Desk, row: SaveRow) -> str:
    """Return the word for a save that is about somebody who is no longer here, an empty text for all others."""
    bodies = desk.reads.sending.bodies(row.stream, row.id)
    people = {body.entity if body.kind == "person" else body.subject for body in bodies} - {None}
    gone = any(
        desk.reads.entity(one) is None and desk.reads.transfers.went(one) is not None
        for one in people
        if one is not None
    )
    return WENT if gone else ""


def _named(desk: Desk, row: SaveRow) -> tuple[str, EntityView | None]:
    pairs = list(zip(row.kinds, row.entities, strict=True))
    for wanted in _FIRST_KINDS:
        for kind, entity in pairs:
            if kind == wanted:
                return kind, desk.reads.entity(entity)
    return (pairs[0][0], desk.reads.entity(pairs[0][1])) if pairs else ("", None)


def _text(desk: Desk, view: EntityView | None) -> str:
    """Return topic codes, a person's name or a session's place: what a person knows the record by."""
    if view is None:
        return ""
    if view.kind == "visit":
        return joined(view.elements("topics"))
    if view.kind == "session":
        return place_name(view)
    if view.kind == "person":
        return person_name(view.values)
    about = view.subject if view.subject is not None else view.values.get("session")
    other = desk.reads.entity(EntityId(about)) if isinstance(about, bytes) else None
    return _text(desk, other) if other is not None and other.kind in {"person", "session"} else ""


def place_name(session: EntityView) -> str:
    """Return the name of a session's place."""
    place = session.values.get("place")
    return str(place.get("name") or "") if isinstance(place, dict) else ""
