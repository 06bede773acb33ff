# SPDX-License-Identifier: MIT
"""Places come in degrees or in metres of the national grid; what is not in Finland is none."""

import pytest

from sync.catalogue.map_grid import place_on_map


@pytest.mark.parametrize(
    ("north", "east", "place"),
    [
        # Checked against PROJ, EPSG:3067 to EPSG:4258.
        ("6672234", "385950", (60_171_032, 24_944_435)),
        (60.1699, 24.9384, (60_169_900, 24_938_400)),
        ("60,1699", "24,9384", (60_169_900, 24_938_400)),
    ],
)
def test_a_place_is_in_millionths_of_a_degree(north: object, east: object, place: tuple[int, int]) -> None:
    assert place_on_map(north, east) == place


@pytest.mark.parametrize(
    ("north", "east"),
    [
        (24.9, 60.1),
        (400, 900),
        ("pohjoinen", "itä"),
        (None, 24),
        (True, True),
        (1e300, 5),
        (6_672_234, 10),
        ([], {}),
    ],
)
def test_what_is_not_in_finland_is_no_place(north: object, east: object) -> None:
    assert place_on_map(north, east) is None
