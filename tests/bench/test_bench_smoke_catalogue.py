# SPDX-License-Identifier: MIT
"""The catalogue's figures are gone through once at a tiny size."""

from tests.bench.catalogue_figures import Sizes, made_services, measure


def test_the_catalogue_measures_search_scan_build_and_memory() -> None:
    found = measure(Sizes(services=40, rounds=1))
    assert found["services"] == 40
    assert all(value > 0 for value in found.values()), found


def test_made_services_are_as_many_as_asked_and_the_same_each_time() -> None:
    made = made_services(300)
    assert len({entity for entity, _ in made}) == 300
    assert made == made_services(300)
