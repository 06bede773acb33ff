# SPDX-License-Identifier: MIT
"""What the last comparison with the hub found, for the Sync page: how many records, of which kinds, whose card."""

from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.messages.sync import Compared
from desktop.store.comparing import StoreComparing
from sync.protocol.comparing_journal import Difference
from sync.records.ids import EntityId

SHOWN_MS: Final = 7 * 24 * 3_600_000
"""So long it is told; it stands in the access log for ever."""


def last_compared(desk: Desk) -> Compared | None:
    """Return what was found in the last week, ``None`` when nothing differed."""
    found = StoreComparing(desk.store).comparison()
    if found is None or not 0 <= desk.now() - found.at < SHOWN_MS:
        return None
    kinds = sorted({one.kind for one in found.differences if one.kind})
    people = [person for one in found.differences if (person := _person(desk, one)) is not None]
    return Compared(
        at=found.at,
        count=found.count,
        kinds=kinds,
        person=people[0] if people else None,
        still=bool(found.open),
    )


def _person(desk: Desk, one: Difference) -> EntityId | None:
    """Return whose card shows the record; it is one that this person may read, since it is here."""
    view = desk.reads.entity(one.entity)
    if view is None:
        return None
    person = one.entity if view.kind == "person" else view.subject
    shown = None if person is None else desk.reads.entity(EntityId(person))
    return None if shown is None or shown.kind != "person" else shown.entity
