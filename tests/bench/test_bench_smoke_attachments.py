# SPDX-License-Identifier: MIT
"""The files' figures are gone through once at a tiny size."""

from tests.bench.attachment_figures import Sizes, measure
from tests.bench.rows import GOALS


def test_the_files_measure_sealing_and_opening() -> None:
    found = measure(Sizes(mebibytes=1, rounds=1))
    wanted = [goal.figure.split(".", 1)[1] for goal in GOALS if goal.figure.startswith("files.")]
    assert wanted
    assert wanted == [name for name in wanted if name in found]
    assert all(value > 0 for value in found.values()), found
