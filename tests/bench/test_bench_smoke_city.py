# SPDX-License-Identifier: MIT
"""A city's notebook is made and asked once at tiny sizes."""

from tests.bench import city_figures
from tests.bench.groups import flat
from tests.bench.made_city import CitySizes
from tests.bench.test_bench_smoke import goals_of


def test_a_citys_notebook_is_asked_beside_a_tenth_of_it_and_saved_to_meanwhile() -> None:
    sizes = CitySizes(people=200, told=300, colleagues=60, own=20)
    found = flat(city_figures.measure(sizes))
    assert set(goals_of("city")) <= set(found)
    assert min(found["meanwhile.alone_worst_ms"]) > 0
    assert all(min(values) > 0 for name, values in found.items() if name.startswith("asked."))
