# SPDX-License-Identifier: MIT
"""Histories that broke an invariant once, cut as short as they can be: each is played again in every run."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.torture.places import quick_folder
from tests.torture.play import play
from tests.torture.shelf import Shelf
from tests.torture.steps import Step

_HISTORIES: Final = {
    "who only wrote puts it out, and the hub is lost": [
        Step("hub_backup", 58337, 61893, 34395),
        Step("edit", 29117, 63907, 36056),
        Step("pull_only", 28773, 30968, 36605),
        Step("put_out", 7537, 23341, 54393),
        Step("restore_hub", 9067, 31976, 5145),
        Step("held_and_gone", 63943, 58869, 24057),
    ],
    "a colleague puts it out, and the hub is lost twice": [
        Step("edit", 15584, 50661, 25788),
        Step("right_lost", 5372, 39252, 50872),
        Step("put_out", 10055, 43041, 48500),
        Step("right_lost", 47603, 20695, 19158),
    ],
    "a copy of a notebook is unknown to the restored hub, until its owner enrols it again": [
        Step("clone", 20242, 62062, 27770),
        Step("newer_field", 63235, 9206, 64663),
        Step("newer_kind", 15794, 55329, 63728),
        Step("right_lost", 62923, 41602, 24260),
    ],
    "somebody goes and comes back, and the hub is lost twice": [
        Step("held_and_gone", 28634, 59004, 47953),
        Step("right_lost", 8817, 26060, 51597),
        Step("move", 58262, 37443, 61726),
        Step("held_and_gone", 49860, 32712, 1074),
        Step("right_lost", 39780, 58391, 52476),
    ],
}


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    """A hub and four notebooks that each history gets a copy of."""
    folder = Path(tempfile.mkdtemp(dir=quick_folder()))
    made = Shelf(folder / "shelf")
    yield made
    made.close()
    shutil.rmtree(folder)


@pytest.mark.parametrize("steps", _HISTORIES.values(), ids=_HISTORIES)
def test_a_history_that_broke_an_invariant_once_holds(shelf: Shelf, steps: list[Step]) -> None:
    play(shelf, steps)
