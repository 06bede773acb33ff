# SPDX-License-Identifier: MIT
"""Tallies: one entity per burst of heads counted, so counting on two laptops adds up instead of colliding."""

from collections.abc import Iterable

from sync.log.deletion import Deletion, deletion
from sync.log.shown import Number, shown
from sync.log.state import EntityState
from sync.records.ids import EntityId


def total(states: Iterable[EntityState], session: EntityId, number: Number) -> int:
    """Return the heads counted in a session: the sum over its tallies that are not cleanly deleted.

    A burst may be negative (a correction), and a tally whose session or number is missing counts nothing.
    """
    counted = 0
    for state in states:
        if state.kind != "tally" or deletion(state).verdict is Deletion.DELETED:
            continue
        heads, its_session = state.fields.get("heads"), state.fields.get("session")
        if heads is None or its_session is None or shown(its_session, number).value != session:
            continue
        value = shown(heads, number).value
        if isinstance(value, int):
            counted += value
    return counted
