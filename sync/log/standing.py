# SPDX-License-Identifier: MIT
"""How one body of a commit stands: what a reader may make of it, as a pure function of what is known.

Quarantine, release and refusal are of the commit and so of all its bodies; a stripped or parked body leaves
the commit's other bodies as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Standing(StrEnum):
    """The standing of one body with one reader."""

    PROVISIONAL = "provisional"
    """Not numbered by the hub yet: folded, and shown as waiting."""
    EFFECTIVE = "effective"
    QUARANTINED = "quarantined"
    """Numbered, and waits for a supervisor: known, so its id can be named, but not folded."""
    RELEASED = "released"
    """Was quarantined, and counts now like any other."""
    REFUSED = "refused"
    """Was quarantined, and never counts."""
    STRIPPED = "stripped"
    """It is not here: erased or not for this reader. The chain still verifies."""
    PARKED = "parked"
    """This program cannot fold it: an unknown kind, or another kind or subject than the entity has."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a hub commit with this number decided of another: ``accepted`` of ``None`` quarantines it."""

    number: int
    accepted: bool | None


ONLY_EFFECTIVE: Final = frozenset(
    {"review", "merge", "grant", "erasure", "quarantine", "release", "move", "adopt", "retract"}
)
"""Kinds that do nothing while provisional (design.md §3)."""
_FOLDED: Final = frozenset({Standing.PROVISIONAL, Standing.EFFECTIVE, Standing.RELEASED})


def standing(
    *, number: int | None, rulings: Iterable[Ruling] = (), has_body: bool = True, folds: bool = True
) -> Standing:
    """Return how a body stands; of several rulings the one with the highest hub number holds.

    ``number``: the commit's hub number. ``has_body``: whether it is here. ``folds``: whether this program
    knows its kind and it fits its entity.
    """
    ruling = max(rulings, key=lambda one: one.number, default=None)
    if ruling is not None and ruling.accepted is None:
        return Standing.QUARANTINED
    if ruling is not None and not ruling.accepted:
        return Standing.REFUSED
    if not has_body:
        return Standing.STRIPPED
    if not folds:
        return Standing.PARKED
    if number is None:
        return Standing.PROVISIONAL
    return Standing.EFFECTIVE if ruling is None else Standing.RELEASED


def is_folded(its: Standing) -> bool:
    """Whether the body is in the fold."""
    return its in _FOLDED


def acts(its: Standing, kind: str) -> bool:
    """Whether what a body of this kind orders is done: reviews, merges, grants … only once effective."""
    return is_folded(its) and (its is not Standing.PROVISIONAL or kind not in ONLY_EFFECTIVE)


def after_revocation(n: int, revoked_after: int | None) -> bool:
    """Whether a writer's n-th commit of a stream is quarantined because the writer was revoked before it."""
    return revoked_after is not None and n > revoked_after
