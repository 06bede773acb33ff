# SPDX-License-Identifier: MIT
"""The figures' ways are gone once at tiny sizes, so that none is found broken on the day it is wanted."""

from collections.abc import Iterable

import pytest

from tests.bench import bench_hub, bench_store, bench_wire
from tests.bench.goals import TIMES, Goal, Verdict
from tests.bench.groups import Figures, flat, middle
from tests.bench.rows import GOALS, judge
from tests.bench.table import markdown, plain


def test_the_store_measures_save_apply_first_sync_and_search() -> None:
    sizes = bench_store.Sizes(people=60, saves=5, commits=20, first_sync=40, queries=20)
    found = flat(bench_store.measure(sizes))
    demand(found, goals_of("store"))


def test_the_wire_measures_bytes_and_rounds() -> None:
    found = flat(bench_wire.measure(bench_wire.Sizes(batch=20, records=40)))
    demand(found, goals_of("wire"))


def test_the_hub_measures_push_and_pull() -> None:
    sizes = bench_hub.Sizes(batch=10, batches=2, seeded=20)
    found = flat(bench_hub.measure(sizes, postgres=False))
    demand(found, [name for name in goals_of("hub") if not name.startswith("postgres")])


@pytest.mark.parametrize(
    ("value", "verdict", "by"),
    [(4000, Verdict.MET, ""), (4096, Verdict.MET, ""), (8192, Verdict.MISSED, f"2.00 {TIMES} the goal")],
)
def test_a_row_is_judged_by_its_goal(value: float, verdict: Verdict, by: str) -> None:
    goal = next(one for one in GOALS if one.figure == "wire.idle_round_bytes")
    (row,) = judge((goal,), {"wire.idle_round_bytes": value})
    assert (row.verdict, row.by, row.measured) == (verdict, by, f"{value} bytes")


def test_what_was_not_measured_is_said_with_its_reason() -> None:
    unmeasured = Goal(row="a thousand laptops", why_not="there is one")
    rows = judge((*GOALS, unmeasured), {})
    assert [row.row for row in rows] == [unmeasured.row]
    assert all(row.verdict is Verdict.NOT_MEASURED and row.reference for row in rows)
    for table in (plain(rows), markdown(rows)):
        assert all(row.row in table for row in rows)


def test_a_figure_is_the_median_of_its_repeats() -> None:
    assert middle(flat({"a": {"b": [3.0, 1.0, 9.0]}, "c": 2})) == {"a.b": 3.0, "c": 2.0}


def goals_of(group: str) -> list[str]:
    """The names of the figures that the table's goals need of a group."""
    return [goal.figure.split(".", 1)[1] for goal in GOALS if goal.figure.startswith(f"{group}.")]


def demand(found: Figures, names: Iterable[str]) -> None:
    """Every figure that a goal needs is there, and a positive number, as are all the others."""
    missing = [name for name in names if name not in found]
    assert not missing
    assert all(value > 0 for name, values in found.items() for value in values), found
