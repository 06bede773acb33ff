# SPDX-License-Identifier: MIT
"""A history as data: what happens, to which laptop, to what; small whole numbers, so that it can be cut shorter."""

from dataclasses import dataclass
from random import Random
from typing import Final


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens: ``who`` picks a laptop, ``what`` a person, ``how`` the rest, modulo what there is."""

    name: str
    who: int = 0
    what: int = 0
    how: int = 0


WEIGHTS: Final[dict[str, int]] = {
    "edit": 14,
    "element": 4,
    "note": 4,
    "edit_note": 3,
    "delete": 2,
    "undo": 4,
    "settle": 4,
    "sync": 12,
    "push_only": 4,
    "pull_only": 4,
    "bad_sync": 12,
    "relay": 4,
    "clone": 1,
    "backup": 2,
    "bring_back": 1,
    "compact": 1,
    "end_grant": 1,
    "give_grant": 2,
    "revoke": 1,
    "decide": 2,
    "erase": 1,
    "erase_write": 1,
    "laptop_clock": 1,
    "hub_clock": 1,
    "restart_hub": 1,
}
"""How often each comes, beside the others."""
MOST: Final = 1 << 16


def history(random: Random, *, longest: int) -> list[Step]:
    """Return a random history of at most so many steps."""
    names = random.choices(list(WEIGHTS), list(WEIGHTS.values()), k=random.randint(3, longest))
    return [Step(name, *(random.randrange(MOST) for _ in range(3))) for name in names]
