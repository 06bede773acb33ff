# SPDX-License-Identifier: MIT
"""Every step by its name, and how it is done."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.torture import accidents, work
from tests.torture.city import City
from tests.torture.laptop import Laptop
from tests.torture.steps import Step

DOINGS: Final[Mapping[str, Callable[[City, Laptop, Step], None]]] = {
    doing.__name__: doing
    for doing in (
        work.edit,
        work.element,
        work.note,
        work.edit_note,
        work.delete,
        work.undo,
        work.settle,
        work.sync,
        work.bad_sync,
        work.push_only,
        work.pull_only,
        work.relay,
        accidents.clone,
        accidents.backup,
        accidents.bring_back,
        accidents.laptop_clock,
        accidents.hub_clock,
        accidents.restart_hub,
        accidents.compact,
        accidents.end_grant,
        accidents.give_grant,
        accidents.revoke,
        accidents.decide,
        accidents.erase,
        accidents.erase_write,
    )
}


def take(city: City, step: Step) -> None:
    """Do one step; raises Surprise and what the product should never raise."""
    DOINGS[step.name](city, city.laptops[step.who % len(city.laptops)], step)
