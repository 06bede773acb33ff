# SPDX-License-Identifier: MIT
"""A newer program writes what an older one does not know; the older one keeps it and shows it once it is upgraded."""

from sync.records.ids import derived_entity
from tests.torture.city import City
from tests.torture.laptop import Laptop
from tests.torture.programs import FIELD, KIND, KIND_FIELD
from tests.torture.steps import Step


def newer_kind(city: City, laptop: Laptop, step: Step) -> bool:
    """Write a record of a kind that older programs do not know: one a person, written over by everybody."""
    person = city.person(step)
    if laptop.older:
        return False
    return city.save(laptop, KIND, derived_entity(person, KIND), {KIND_FIELD: city.value()}, subject=person)


def newer_field(city: City, laptop: Laptop, step: Step) -> bool:
    """Write a field of a person's card that older programs do not know."""
    if laptop.older:
        return False
    return city.save(laptop, "person", city.person(step), {FIELD: city.value()})


def upgrade(_city: City, laptop: Laptop, _step: Step) -> bool:
    """Open a notebook with the newer program."""
    return laptop.upgrade()
