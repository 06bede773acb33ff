# SPDX-License-Identifier: MIT
"""Made-up people and a made-up day's work, as many as wanted, and the words somebody would search them by."""

import random
from collections.abc import Iterator
from typing import Final

from hub_world import draft, visit

from sync.log.commit import Draft
from sync.records.ids import new_entity
from tests.bench.bench_store import FIRST, made_last_name

SEED: Final = 20261124
_WORK_PER_PERSON: Final = 10
"""One new card to nine walk-ins, as bench_store has it."""


def some_people(count: int) -> Iterator[Draft]:
    """Yield cards of people, each with its own name, phone and so on."""
    dice = random.Random(SEED)
    for _ in range(count):
        yield _card(dice)


def some_work(count: int, *, seed: int) -> Iterator[Draft]:
    """Yield what a busy team saves: walk-ins and now and then a new card."""
    dice = random.Random(seed)
    session = new_entity()
    for at in range(count):
        if at % _WORK_PER_PERSON == 0:
            yield _card(dice)
        else:
            yield visit(session, topic="cv", age="25_29", language="fi")


def typed_names(count: int, *, seed: int = 7) -> Iterator[str]:
    """Yield what stands in the search field letter by letter, ``count`` times; one name in five has a slip."""
    dice = random.Random(seed)
    given = 0
    while given < count:
        word = dice.choice(FIRST) if dice.random() < 0.3 else made_last_name(dice)
        word = word if dice.random() < 0.8 else word[:-2] + "x"
        for length in range(1, len(word) + 1):
            if given < count:
                yield word[:length]
                given += 1


def _card(dice: random.Random) -> Draft:
    who = new_entity()
    return draft(
        "person",
        who,
        subject=who,
        name={"first": dice.choice(FIRST), "last": made_last_name(dice)},
        phone=f"+35840{dice.randrange(10**7):07}",
        birth_date="1990-01-01",
        municipality="091",
        contact_language="fi",
        register="employment",
    )
