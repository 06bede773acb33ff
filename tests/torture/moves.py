# SPDX-License-Identifier: MIT
"""A person goes to another team: somebody orders it on their laptop, and the hub does it when it hears of it."""

from store_world import entity

from sync.log.deletion import DELETED, deletion_value
from sync.records.ids import stream_team
from tests.torture.city import City
from tests.torture.laptop import Laptop
from tests.torture.steps import Step


def move(city: City, laptop: Laptop, step: Step) -> bool:
    """Ask for a person to go to the team where they are not, as a card lets whoever moves people."""
    reads = laptop.store.reads()
    for person in city.people_from(step):
        stream = reads.entities.stream_of(person)
        if stream is None or not city.may_move(laptop, stream) or reads.transfers.waiting_moves(person):
            continue
        to = next(team for team in city.teams if team != stream_team(stream))
        city.say(laptop, stream, "move", entity(), {"to": to, "at": 1}, subject=person)
        city.moved.add(person)
        return True
    return False


def take_back(city: City, laptop: Laptop, step: Step) -> bool:
    """Take an own move back of which the hub has not heard."""
    reads = laptop.store.reads()
    for one in [move for person in city.people_from(step) for move in reads.transfers.waiting_moves(person)]:
        state = reads.entities.state(one.entity)
        if one.provisional and one.by.staff == laptop.staff and state is not None:
            said = {DELETED: deletion_value(state)}
            city.say(laptop, one.stream, "move", one.entity, said, subject=one.person)
            return True
    return False
