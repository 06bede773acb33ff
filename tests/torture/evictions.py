# SPDX-License-Identifier: MIT
"""What a laptop need not hold leaves it, and comes again when somebody asks for it."""

from desktop.store.evicted import want
from desktop.store.eviction import put_out as putting_out
from desktop.store.eviction import rows_about
from desktop.store.keeping import is_held
from tests.torture.city import City
from tests.torture.laptop import Laptop
from tests.torture.steps import Step


def put_out(city: City, laptop: Laptop, step: Step) -> bool:
    """Put a person and all about them out of a laptop, where nothing holds them there."""
    store = laptop.store
    with store.writing() as connection:
        for person in city.people_from(step):
            rows = rows_about(connection, [person])
            if rows and not is_held(connection, rows):
                return putting_out(connection, store.names, store.index_key, rows, at=laptop.now()) > 0
    return False


def fetch_again(city: City, laptop: Laptop, step: Step) -> bool:
    """Ask for a person who left this laptop; they come with the next round."""
    with laptop.store.writing() as connection:
        return any(want(connection, person) for person in city.people_from(step))
