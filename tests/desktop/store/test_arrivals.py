# SPDX-License-Identifier: MIT
"""When commits reached the hub: told by number, forgotten where a restored hub numbers anew, never guessed."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.store.arrivals import Arrivals
from desktop.store.notebook import NotebookStore
from sync.protocol.journal import Received

_STREAM = 1_000
_times = st.lists(st.integers(0, 4), max_size=30)
_in_one_notebook = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def _run(first: int, times: list[int]) -> list[Received]:
    return [Received(number, None, reached=at) for number, at in enumerate(times, first)]


@_in_one_notebook
@given(times=_times, gap=st.integers(0, 5), later=_times)
def test_each_number_has_the_moment_that_the_hub_told_of_it(
    notebook: NotebookStore, times: list[int], gap: int, later: list[int]
) -> None:
    with notebook.writing() as connection:
        arrivals = Arrivals(connection, _STREAM)
        arrivals.forget_above(0)
        arrivals.note(_run(1, times))
        arrivals.note(_run(len(times) + gap + 1, later))
        numbers = range(1, len(times) + gap + len(later) + 1)
        assert [arrivals.at(number) for number in numbers] == [*times, *[0] * gap, *later]
        assert arrivals.at(numbers.stop) == arrivals.at(None) == arrivals.at(0) == 0


@_in_one_notebook
@given(times=_times, base=st.integers(0, 31), again=_times)
def test_above_a_restored_hubs_base_only_the_new_numbering_counts(
    notebook: NotebookStore, times: list[int], base: int, again: list[int]
) -> None:
    with notebook.writing() as connection:
        arrivals = Arrivals(connection, _STREAM)
        arrivals.forget_above(0)
        arrivals.note(_run(1, times))
        arrivals.forget_above(base)
        assert [arrivals.at(number) for number in range(1, len(times) + 1)] == [
            at if number <= base else 0 for number, at in enumerate(times, 1)
        ]
        kept = times[:base]
        arrivals.note(_run(len(kept) + 1, again))
        assert [arrivals.at(number) for number in range(1, len(kept) + len(again) + 1)] == [*kept, *again]
