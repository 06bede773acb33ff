# SPDX-License-Identifier: MIT
"""Opening again with a PIN, over a real notebook: set once, armed at each unlock, gone when it must be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, OTHER, WRONG, Doorstep, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.door import Door
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import ChangePassphrase, Lock, ShowLaptop, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import DropPin, Reopen, SetPin, ShowPin
from desktop.notebook.reopening import Reopening
from desktop.vault.pin import PIN_FILE, PIN_SECONDS, PIN_TRIES

PIN, MISS = "472905", "472906"


@pytest.fixture
def step(tmp_path: Path) -> Iterator[Doorstep]:
    """Return a laptop with Aino's notebook, locked."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = Doorstep(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    yield one
    for door in one.doors:
        door.close()
    lane.stop()
    hub.close()


def process(step: Doorstep) -> tuple[Door, Reopening]:
    """Return a fresh process: its door, and who answers about the PIN."""
    door = step.door()
    return door, Reopening(step.premises, door)


def with_pin(step: Doorstep) -> None:
    """Unlock, set the PIN, lock."""
    door, reopening = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    reopening.set(SetPin(PIN, GOOD))
    door.lock(Lock("people"))


def operations(step: Doorstep) -> list[tuple[str, str, str]]:
    """Return what the open notebook's access log holds, the newest first."""
    store = step.entered[-1][0].desk.store
    rows = [row.event for row in store.audit_rows(newest=20)]
    return [(one["operation"], one.get("target", {}).get("type", ""), one.get("reason", "")) for one in rows]


def test_a_pin_opens_again_on_the_same_page(step: Doorstep) -> None:
    with_pin(step)
    door, reopening = process(step)
    (person,) = door.show(ShowLaptop()).people
    assert person.pin
    who = reopening.reopen(Reopen(step.aino, PIN))
    assert (who.name, who.draft_page) == ("Aino Aalto", "people")


def test_without_one_the_unlock_page_asks_for_the_passphrase(step: Doorstep) -> None:
    door, reopening = process(step)
    (person,) = door.show(ShowLaptop()).people
    assert not person.pin
    assert problem_of(lambda: reopening.reopen(Reopen(step.aino, PIN)))[0] is Problem.PIN_GONE


def test_it_is_chosen_once_and_armed_at_each_full_unlock(step: Doorstep) -> None:
    with_pin(step)
    step.volatile.restart()
    door, reopening = process(step)
    assert not door.show(ShowLaptop()).people[0].pin
    door.unlock(Unlock(step.aino, GOOD))
    assert reopening.show(ShowPin()).tries_left == PIN_TRIES
    door.lock(Lock("today"))
    assert process(step)[1].reopen(Reopen(step.aino, PIN)).name == "Aino Aalto"


def test_reopening_does_not_prolong_it(step: Doorstep) -> None:
    with_pin(step)
    clock = step.hub.clock
    assert isinstance(clock, HubClock)
    until = clock.now // 1000 + PIN_SECONDS
    clock.now += 3_600_000
    door, reopening = process(step)
    reopening.reopen(Reopen(step.aino, PIN))
    assert reopening.show(ShowPin()).until == until * 1000
    reopening.set(SetPin("836194", GOOD))
    assert reopening.show(ShowPin()).until == until * 1000
    door.lock(Lock("today"))
    clock.now += PIN_SECONDS * 1000
    assert problem_of(lambda: process(step)[1].reopen(Reopen(step.aino, "836194")))[0] is Problem.PIN_GONE


def test_a_wrong_pin_says_how_many_tries_are_left_and_the_log_hears_of_it(step: Doorstep) -> None:
    with_pin(step)
    _, reopening = process(step)
    problem, facts = problem_of(lambda: reopening.reopen(Reopen(step.aino, MISS)))
    assert (problem, facts["tries_left"]) == (Problem.WRONG_PIN, PIN_TRIES - 1)
    who = process(step)[1].reopen(Reopen(step.aino, PIN))
    assert who.failed_unlocks == 1
    told = operations(step)
    assert ("UNLOCK", "notebook", "pin") in told
    assert ("UNLOCK_FAILED", "notebook", "unlock") in told


def test_a_colleague_at_the_open_notebook_cannot_set_a_pin(step: Doorstep) -> None:
    door, reopening = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    assert problem_of(lambda: reopening.set(SetPin(PIN, WRONG)))[0] is Problem.WRONG_PASSPHRASE
    assert not reopening.show(ShowPin()).set
    assert not (step.folder_of(step.aino) / PIN_FILE).exists()


def test_a_pin_that_everybody_tries_is_refused_before_the_passphrase_is_tried(step: Doorstep) -> None:
    door, reopening = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    assert problem_of(lambda: reopening.set(SetPin("123456", WRONG)))[0] is Problem.PIN_TOO_SIMPLE


def test_dropped_it_opens_no_more_and_comes_back_at_no_unlock(step: Doorstep) -> None:
    with_pin(step)
    door, reopening = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    assert not reopening.drop(DropPin()).set
    door.lock(Lock("today"))
    door, reopening = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    assert not reopening.show(ShowPin()).set
    assert not door.show(ShowLaptop()).people[0].pin
    assert not step.volatile.kept


def test_a_new_passphrase_leaves_the_pin_as_it_is(step: Doorstep) -> None:
    with_pin(step)
    door, _ = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    door.lock(Lock("today"))
    assert process(step)[1].reopen(Reopen(step.aino, PIN)).name == "Aino Aalto"


def test_a_computer_without_a_safe_place_offers_none(step: Doorstep) -> None:
    step.volatile.available = False
    door, reopening = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    assert not reopening.show(ShowPin()).available
    assert problem_of(lambda: reopening.set(SetPin(PIN, GOOD)))[0] is Problem.PIN_UNAVAILABLE


def test_an_older_key_file_is_found_by_the_pin_too(step: Doorstep) -> None:
    with_pin(step)
    folder = step.folder_of(step.aino)
    old = {name: (folder / name).read_bytes() for name in ("vault.keys", "vault.keys.bak")}
    door, _ = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    door.lock(Lock("today"))
    for name, raw in old.items():
        (folder / name).write_bytes(raw)
    found = problem_of(lambda: process(step)[1].reopen(Reopen(step.aino, PIN)))
    assert found[0] is Problem.KEY_FILE_ROLLED_BACK


def test_setting_and_dropping_it_is_logged(step: Doorstep) -> None:
    door, reopening = process(step)
    door.unlock(Unlock(step.aino, GOOD))
    reopening.set(SetPin(PIN, GOOD))
    reopening.drop(DropPin())
    assert operations(step)[:2] == [("DELETE", "pin", "own"), ("UPDATE", "pin", "own")]
