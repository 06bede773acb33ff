# SPDX-License-Identifier: MIT
"""Whole rounds and the load of 16:00 are measured once at tiny sizes; the peers need what is not installed here."""

from tests.bench import load_figures, round_figures
from tests.bench.groups import flat
from tests.bench.test_bench_smoke import demand


def test_whole_rounds_are_measured_over_http_far_away_and_by_what_is_held() -> None:
    sizes = round_figures.Sizes.small()
    found = flat(round_figures.measure(sizes))
    demand(found, ["far_seconds", "total.idle_growth", "total.edits_growth"])
    assert min(round_figures.small_rounds(sizes)["edits"]) > 0
    moved = round_figures.big_moves(sizes.records)
    assert min(moved.values()) > 0


def test_all_who_come_back_at_four_are_taken_in_once() -> None:
    found = flat(load_figures.measure(load_figures.Sizes.small()))
    demand(found, ["sqlite.seconds", "sqlite.p99_ms", "postgres.seconds"])
