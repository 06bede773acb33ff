# SPDX-License-Identifier: MIT
"""Play a history to its end and check it; when it fails, find a shorter one that fails too."""

import traceback
from collections import Counter
from collections.abc import Sequence

from tests.torture.city import City
from tests.torture.doings import take
from tests.torture.invariants import hold
from tests.torture.shelf import Shelf
from tests.torture.steps import Step


def play(shelf: Shelf, steps: Sequence[Step], fired: Counter[str] | None = None) -> None:
    """Play a history and add to ``fired`` how often each step came to something; raises what broke."""
    city = City(shelf.take())
    try:
        for step in steps:
            take(city, step)
        city.quiet()
        hold(city)
    finally:
        if fired is not None:
            fired.update(city.fired)
        city.close()


def breaks(shelf: Shelf, steps: Sequence[Step], fired: Counter[str] | None = None) -> str:
    """Return how a history fails, in a few lines; empty when it holds."""
    try:
        play(shelf, steps, fired)
    except Exception as problem:  # noqa: BLE001 - whatever it is, it is the finding
        frame = traceback.extract_tb(problem.__traceback__)[-1]
        return f"{type(problem).__name__}: {problem} ({frame.name}:{frame.lineno})"
    return ""


def kind_of(found: str) -> str:
    """Return the exception and its first word, which names an invariant: what counts as failing alike."""
    return ":".join(found.split(":")[:2])


def shorter(shelf: Shelf, steps: Sequence[Step]) -> list[Step]:
    """Return a history that fails in the same kind of way and from which no step can be left out."""
    kind = kind_of(breaks(shelf, steps))
    kept = list(steps)
    size = max(1, len(kept) // 2)
    while True:
        at = 0
        while at < len(kept):
            tried = kept[:at] + kept[at + size :]
            if kind and breaks(shelf, tried).startswith(kind):
                kept = tried
            else:
                at += size
        if size == 1:
            return kept
        size //= 2
