# SPDX-License-Identifier: MIT
"""Short stories of several steps, for what chance alone rarely brings about."""

from collections.abc import Callable

from tests.torture.accidents import end_grant, give_grant
from tests.torture.city import City
from tests.torture.laptop import Laptop
from tests.torture.moves import move
from tests.torture.programs import program
from tests.torture.restores import hub_backup, restore_hub
from tests.torture.steps import Step
from tests.torture.work import cards, edit_note, meeting, note


def held_and_gone(city: City, laptop: Laptop, step: Step) -> bool:
    """Somebody writes a colleague's note anew, which is held back, and then the person goes to another team."""
    if not any(one.subject == city.person(step) for one in city.book.saves):
        cards(city, laptop, step)
    done = _first(city, note, step) and meeting(city, laptop, step)
    foreign = Step(step.name, step.who, len(city.notes) - 1, 1)
    done = done and _first(city, edit_note, foreign) and meeting(city, laptop, step)
    return done and _first(city, move, step) and meeting(city, laptop, step)


def right_lost(city: City, laptop: Laptop, step: Step) -> bool:
    """A right is given anew after a backup was made, everybody hears of it, and the hub is lost."""
    if not end_grant(city, laptop, step):
        return False
    hub_backup(city, laptop, step)
    give_grant(city, laptop, step)
    meeting(city, laptop, step)
    return restore_hub(city, laptop, step)


def _first(city: City, doing: Callable[[City, Laptop, Step], bool], step: Step) -> bool:
    """Do something on the first laptop where it can be done."""
    for laptop in city.laptops:
        with program(older=laptop.older):
            if not laptop.gone and doing(city, laptop, step):
                return True
    return False
