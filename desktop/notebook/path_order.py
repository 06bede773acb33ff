# SPDX-License-Identifier: MIT
"""The order of a plan's steps: numbers with gaps, so that moving one step writes that step alone.

Two who add a step apart give both the same number; steps of one number stand by their ids, on every laptop alike.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from sync.records.ids import EntityId

GAP: Final = 1_000
HIGHEST: Final = 999_999
"""``sync.records.path``: what ``rank`` may be."""

Ranked = tuple[int, EntityId]


def in_order(ranks: Mapping[EntityId, int]) -> list[Ranked]:
    """Return the steps in their order."""
    return sorted((rank, step) for step, rank in ranks.items())


def last_rank(ranks: Mapping[EntityId, int]) -> int:
    """Return the number of a new step, after all there are."""
    return min(max(ranks.values(), default=0) + GAP, HIGHEST)


def moved(ranks: Mapping[EntityId, int], step: EntityId, *, earlier: bool) -> dict[EntityId, int]:
    """Return the new numbers that let a step change places with its neighbour; empty at the end of the list.

    One number where there is room between two others; else every one that changes.
    """
    order = in_order(ranks)
    place = next((at for at, (_, one) in enumerate(order) if one == step), -1)
    target = place - 1 if earlier else place + 1
    if place < 0 or not 0 <= target < len(order):
        return {}
    rest = [one for one in order if one[1] != step]
    found = _between(rest, target)
    if found is not None:
        return {step: found}
    wanted = [one for _, one in rest[:target]] + [step] + [one for _, one in rest[target:]]
    fresh = {one: (at + 1) * GAP for at, one in enumerate(wanted)}
    return {one: rank for one, rank in fresh.items() if ranks[one] != rank}


def _between(rest: Sequence[Ranked], place: int) -> int | None:
    """Return a number that stands at ``place`` among the others, ``None`` without room."""
    low = rest[place - 1][0] if place > 0 else -1
    high = rest[place][0] if place < len(rest) else min(low + 2 * GAP, HIGHEST + 1)
    middle = (low + high) // 2
    return middle if low < middle < high else None
