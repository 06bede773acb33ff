# SPDX-License-Identifier: MIT
"""Who works long at the notebook sees that somebody waits to save, and lets them go first."""

import threading
from pathlib import Path

import pytest
from store_world import NOON, TEAM, open_here, person, session

from desktop.store.tidying import LogAge
from desktop.store.turns import Turn, Turns


def wait_until_wanted(turns: Turns) -> None:
    while not turns.wanted:
        pass


def test_whoever_works_sees_that_another_thread_waits() -> None:
    turns = Turns()
    entered = threading.Event()

    def come() -> None:
        with turns:
            entered.set()

    waiting = threading.Thread(target=come)
    with turns:
        assert not turns.wanted
        waiting.start()
        wait_until_wanted(turns)
        assert not entered.is_set()
    waiting.join()
    assert entered.is_set()
    assert not turns.wanted


def test_a_turn_within_a_turn_waits_for_nobody() -> None:
    turns = Turns()
    with turns, turns:
        assert not turns.wanted


def test_who_gives_way_goes_on_after_the_one_who_waited() -> None:
    turns = Turns()
    order: list[str] = []

    def come() -> None:
        with turns:
            order.append("save")

    waiting = threading.Thread(target=come)
    with turns:
        waiting.start()
        wait_until_wanted(turns)
    turns.give_way()
    with turns:
        order.append("work")
    waiting.join()
    assert order == ["save", "work"]


def test_a_thread_that_never_comes_to_its_turn_keeps_nobody_from_going_on() -> None:
    slept: list[float] = []
    turns = Turns(sleep=slept.append)
    leave = threading.Event()

    def hold() -> None:
        with turns:
            leave.wait()

    def come() -> None:
        with turns:
            pass

    holding = threading.Thread(target=hold)
    holding.start()
    waiting = threading.Thread(target=come)
    waiting.start()
    wait_until_wanted(turns)
    turns.give_way()
    assert sum(slept) <= 0.06
    leave.set()
    holding.join()
    waiting.join()


def test_a_turn_is_over_after_its_time_and_counts_from_when_it_began() -> None:
    now = 0.0
    turn = Turn(Turns(), 0.025, clock=lambda: now)
    now = 1.0
    turn.begin()
    now = 1.02
    assert not turn.is_over()
    now = 1.03
    assert turn.is_over()
    turn.begin()
    assert not turn.is_over()


def test_a_turn_is_over_at_once_where_somebody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = Turns()
    turn = Turn(turns, 1.0, clock=lambda: 0.0)
    assert not turn.is_over()
    monkeypatch.setattr(Turns, "wanted", property(lambda _: True))
    assert turn.is_over()


def test_a_tidied_notebook_finds_what_it_found_before_and_has_no_log(tmp_path: Path) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    try:
        store.save(TEAM, [session()], time_ms=NOON)
        for at in range(40):
            store.save(TEAM, [person("Aino", f"Korhonen{at}")], time_ms=NOON + at)
        before = store.reads().search.people("korhonen")
        store.tidy()
        assert store.reads().search.people("korhonen") == before
        assert len(before) == 40
        assert path.with_name("notebook.db-wal").stat().st_size == 0
    finally:
        store.close()


def test_the_log_is_brought_in_again_only_after_a_while() -> None:
    now = 0.0
    age = LogAge(clock=lambda: now)
    told = []
    for step in range(10):
        now = step * 0.2
        told.append(age.is_over())
    assert told == [False, False, False, True, False, False, True, False, False, True]


def test_what_waits_in_the_log_is_in_the_file_after_making_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notebook.db"
    store = open_here(path)
    try:
        for at in range(40):
            store.save(TEAM, [person("Aino", f"Korhonen{at}")], time_ms=NOON + at)
        before = path.stat().st_size
        monkeypatch.setattr(LogAge, "is_over", lambda _: True)
        store.make_way()
        assert path.stat().st_size > before
        assert len(store.reads().search.people("korhonen")) == 40
    finally:
        store.close()
