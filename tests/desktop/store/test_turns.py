# SPDX-License-Identifier: MIT
"""Who works long at the notebook sees that somebody waits to save, and lets them go first."""

import threading
from pathlib import Path

from store_world import NOON, TEAM, open_here, person, session

from desktop.store.turns import Turns


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
        while not turns.wanted:
            pass
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
        while not turns.wanted:
            pass
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
    while not turns.wanted:
        pass
    turns.give_way()
    assert sum(slept) <= 0.06
    leave.set()
    holding.join()
    waiting.join()


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
