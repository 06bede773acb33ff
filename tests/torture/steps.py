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
    "cards": 1,
    "meeting": 2,
    "edit": 12,
    "collide": 5,
    "element": 4,
    "note": 4,
    "edit_note": 6,
    "delete": 2,
    "undo": 4,
    "settle": 5,
    "sync": 12,
    "push_only": 4,
    "pull_only": 4,
    "bad_sync": 12,
    "relay": 4,
    "clone": 1,
    "backup": 2,
    "bring_back": 2,
    "compact": 2,
    "end_grant": 1,
    "give_grant": 2,
    "revoke": 1,
    "decide": 2,
    "erase": 1,
    "erase_write": 1,
    "laptop_clock": 1,
    "hub_clock": 1,
    "restart_hub": 1,
    "move": 4,
    "take_back": 2,
    "rule": 6,
    "put_out": 4,
    "fetch_again": 3,
    "newer_kind": 3,
    "newer_field": 2,
    "upgrade": 1,
    "hub_backup": 3,
    "restore_hub": 3,
    "confirm_rights": 3,
    "held_and_gone": 2,
    "right_lost": 1,
}
"""How often each comes, beside the others."""
_BEGUN: Final = 0.7
"""How many histories begin with cards that everybody has."""
MOST: Final = 1 << 16


def history(random: Random, *, longest: int) -> list[Step]:
    """Return a random history of at most so many steps."""
    begun = [Step("cards", random.randrange(MOST))] if random.random() < _BEGUN else []
    names = random.choices(list(WEIGHTS), list(WEIGHTS.values()), k=random.randint(longest // 6, longest))
    return begun + [Step(name, *(random.randrange(MOST) for _ in range(3))) for name in names]
