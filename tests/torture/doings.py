# SPDX-License-Identifier: MIT
"""Every step by its name, and how it is done."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.torture import accidents, evictions, moves, restores, rulings, stories, versions, work
from tests.torture.city import City
from tests.torture.laptop import Laptop
from tests.torture.programs import program
from tests.torture.steps import Step

Doing = Callable[[City, Laptop, Step], bool]

_AT_A_LAPTOP: Final[tuple[Doing, ...]] = (
    work.cards,
    work.meeting,
    work.edit,
    work.collide,
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
    moves.move,
    moves.take_back,
    rulings.rule,
    evictions.put_out,
    evictions.fetch_again,
    versions.newer_kind,
    versions.newer_field,
    versions.upgrade,
    accidents.clone,
    accidents.backup,
    accidents.bring_back,
    accidents.laptop_clock,
)
"""What happens in the program of a laptop, of whatever age that is."""
_AT_THE_HUB: Final[tuple[Doing, ...]] = (
    accidents.hub_clock,
    accidents.restart_hub,
    accidents.compact,
    accidents.end_grant,
    accidents.give_grant,
    accidents.revoke,
    accidents.decide,
    accidents.erase,
    accidents.erase_write,
    restores.hub_backup,
    restores.restore_hub,
    restores.confirm_rights,
    stories.held_and_gone,
    stories.right_lost,
)
_SOUGHT: Final[frozenset[Doing]] = frozenset({
    work.edit_note, work.delete, work.undo, work.settle, moves.move, moves.take_back, rulings.rule,
    evictions.put_out, evictions.fetch_again, versions.newer_kind, versions.newer_field, versions.upgrade,
    accidents.bring_back,
})  # fmt: skip
"""What can be done on few laptops: the step looks for one."""
DOINGS: Final[Mapping[str, Doing]] = {doing.__name__: doing for doing in (*_AT_A_LAPTOP, *_AT_THE_HUB)}


def take(city: City, step: Step) -> None:
    """Do one step, and count whether it came to anything; raises Surprise and what the product should never raise."""
    doing = DOINGS[step.name]
    at = step.who % len(city.laptops)
    turn = [*city.laptops[at:], *city.laptops[:at]]
    for laptop in turn if doing in _SOUGHT else turn[:1]:
        with program(older=laptop.older and doing in _AT_A_LAPTOP):
            done = doing(city, laptop, step)
        if done:
            city.fired[step.name] += 1
            return
