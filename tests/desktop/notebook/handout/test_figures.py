# SPDX-License-Identifier: MIT
"""The figures of the hand-out are gone through once at a tiny size."""

from tests.bench import handout_figures


def test_the_figures_of_a_paper_can_be_measured() -> None:
    found = handout_figures.measure(handout_figures.Sizes.small())
    assert set(found) == {"first_ms", "warm_ms", "warm_worst_ms", "four_arabic_ms", "empty_ms", "ratio"}
    assert all(value > 0 for value in found.values())
