# SPDX-License-Identifier: MIT
"""Seeded choices of the demo city."""

import random


def happens(chance: random.Random, share: float) -> bool:
    """Return true in this share of all calls (0 to 1)."""
    return chance.random() < share


def pick(chance: random.Random, weights: dict[str, int]) -> str:
    """Return one key, each as likely as its weight."""
    return chance.choices(list(weights), list(weights.values()))[0]
