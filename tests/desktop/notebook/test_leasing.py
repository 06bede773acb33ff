# SPDX-License-Identifier: MIT
"""A lease on a laptop: taken, kept, run out, suspended; and cut anywhere on the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, OTHER, WRONG, problem_of
from hub_world import HubClock, HubWorld
from lease_hub import DAY_MS
from leased_step import LeasedStep, MetHub

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import ChangePassphrase, Unlock
from desktop.notebook.messages.leases import RenewLease, ShowLease
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import Reopen, SetPin
from desktop.notebook.reopening import Reopening
from desktop.vault.keyfile_io import COPIES
from desktop.vault.slot_key import SHARE_BYTES
from sync.protocol import devices
from sync.protocol.errors import HubFault


@pytest.fixture
def step(tmp_path: Path) -> Iterator[LeasedStep]:
    """Return a laptop where nobody has a notebook yet."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = LeasedStep(tmp_path / "laptop", hub, lane)
    yield one
    for door in one.doors:
        door.close()
    lane.stop()
    hub.close()


# --- taking one ---


def test_laptop_and_wire_mean_the_same_share() -> None:
    assert SHARE_BYTES == devices.SHARE_BYTES


def test_a_new_notebook_has_no_lease_until_it_has_met_the_hub(step: LeasedStep) -> None:
    step.join(step.aino)
    before = step.header.passphrase_slot
    assert before.share_id == ""
    door = step.unlocked()
    assert step.leasing.show(ShowLease()).until == 0
    step.contact()
    view = step.leasing.show(ShowLease())
    assert (view.days, view.in_key_store) == (45, True)
    assert abs(view.until - step.clock() - 45 * DAY_MS) < 1000
    assert step.header.passphrase_slot.share_id
    assert step.header.generation == step.inside.desk.store.generation
    step.lock(door)
    assert step.unlocked().demand_inside()


def test_the_lease_begins_anew_once_a_day_and_after_a_new_passphrase(step: LeasedStep) -> None:
    step.leased()
    door = step.unlocked()
    for _ in range(3):
        step.contact()
    assert step.shelf.keeps == 1
    step.later(1)
    step.contact()
    step.contact()
    assert step.shelf.keeps == 2
    door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    [(share, before)] = step.shelf.kept.values()
    step.contact()
    [(same, after)] = step.shelf.kept.values()
    assert (share == same, before == after) == (True, False)
    step.lock(door)
    assert problem_of(lambda: step.process().unlock(Unlock(step.aino, GOOD)))[0] is Problem.WRONG_PASSPHRASE
    assert step.process().unlock(Unlock(step.aino, OTHER)).name


def test_a_hub_that_gives_none_is_left_alone_for_an_hour(
    step: LeasedStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    step.join(step.aino)
    step.unlocked()
    asked: list[int] = []

    def fail(_self: MetHub, _request: object) -> None:
        asked.append(1)
        raise HubFault(500)

    monkeypatch.setattr(MetHub, "lease_keep", fail)
    step.contact()
    step.contact()
    assert len(asked) == 1
    step.seconds += 3600
    step.contact()
    assert len(asked) == 2


def test_where_nothing_keeps_the_share_the_key_file_never_asks_for_it(step: LeasedStep) -> None:
    step.join(step.aino)
    step.key_store.refuses = True
    door = step.unlocked()
    step.contact()
    assert not step.header.passphrase_slot.share_id
    step.lock(door)
    assert step.unlocked().demand_inside()


# --- cut anywhere while it is taken ---


class CutAtError(Exception):
    """The power goes."""


@pytest.mark.parametrize(
    "place", ["at the hub", "in the key store", "first copy", "second copy", "generation"]
)
def test_cut_anywhere_on_the_way_to_the_first_lease_the_notebook_opens(
    step: LeasedStep, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    step.join(step.aino)
    step.unlocked()
    inside = step.inside
    writes: list[Path] = []

    def cut(*_arguments: object, **_more: object) -> None:
        raise CutAtError

    with monkeypatch.context() as patched:
        match place:
            case "at the hub":
                patched.setattr("desktop.notebook.leasing.write_lease", cut)
            case "in the key store":
                patched.setattr("desktop.notebook.leasing.take_lease", cut)
            case "first copy" | "second copy":
                least = 1 if place == "first copy" else 2
                replace = step.disk.replace

                def replace_some(source: Path, target: Path) -> None:
                    if target.name in COPIES:
                        writes.append(target)
                        if len(writes) > least:
                            raise CutAtError
                    replace(source, target)

                patched.setattr(step.disk, "replace", replace_some)
                if place == "second copy":
                    patched.setattr(type(inside.desk.store), "generation", property(lambda _s: 1, cut))
            case _:
                patched.setattr(type(inside.desk.store), "generation", property(lambda _s: 1, cut))
        with pytest.raises(CutAtError):
            step.contact()
    assert step.shelf.kept
    step.doors[-1].close()
    door = step.unlocked()
    step.contact()
    assert step.header.passphrase_slot.share_id
    assert step.shelf.kept[step.inside.desk.writer][0] == step.record.share_bytes  # type: ignore[union-attr]
    step.lock(door)
    assert step.unlocked().demand_inside()


# --- running out ---


def test_after_the_last_day_it_opens_no_more_and_no_try_is_counted(step: LeasedStep) -> None:
    step.leased()
    step.later(44.9)
    door = step.unlocked()
    step.lock(door)
    step.later(0.2)
    door = step.process()
    for phrase in (GOOD, WRONG):
        assert problem_of(lambda: door.unlock(Unlock(step.aino, phrase))) == (Problem.LEASE_RUN_OUT, {})  # noqa: B023
    assert step.renewing.renew(RenewLease(step.aino, GOOD)).failed_unlocks == 0


def test_a_clock_far_ahead_suspends_it_and_it_goes_on_when_the_clock_is_right(step: LeasedStep) -> None:
    step.leased()
    step.shift = 400 * DAY_MS
    assert problem_of(lambda: step.process().unlock(Unlock(step.aino, GOOD)))[0] is Problem.LEASE_SUSPENDED
    step.shift = 0
    assert step.unlocked().demand_inside()


def test_a_clock_set_back_each_morning_gives_no_more_open_days_than_the_hub_granted(step: LeasedStep) -> None:
    step.leased()
    out, days = False, 0
    while not out:
        step.later(1)
        step.shift -= DAY_MS  # by the laptop's clock it is always the same morning
        door = step.unlocked()
        step.seconds += 86_400
        out = step.leasing.tick()
        days += 1
        step.lock(door)
    assert days == 45
    assert problem_of(lambda: step.process().unlock(Unlock(step.aino, GOOD)))[0] is Problem.LEASE_RUN_OUT


def test_an_open_notebook_is_told_when_the_lease_runs_out_under_it(step: LeasedStep) -> None:
    step.leased()
    step.unlocked()
    assert not step.leasing.tick()
    step.seconds += 44 * 86_400
    assert not step.leasing.tick()
    step.seconds += 86_400
    assert step.leasing.tick()


def test_a_pin_opens_nothing_whose_lease_has_run_out(step: LeasedStep) -> None:
    step.leased()
    door = step.process()
    reopening = Reopening(step.premises, door)
    door.unlock(Unlock(step.aino, GOOD))
    reopening.set(SetPin("836194", GOOD))
    step.lock(door)
    assert step.record is not None
    step.shift = step.record.until - step.hub.clock()  # forward by the clock that nobody believes
    door = step.process()
    reopening = Reopening(step.premises, door)
    assert problem_of(lambda: reopening.reopen(Reopen(step.aino, "836194")))[0] in {
        Problem.LEASE_RUN_OUT,
        Problem.PIN_GONE,
    }


def test_after_a_pin_the_share_is_known_and_a_new_passphrase_keeps_the_lease(step: LeasedStep) -> None:
    step.join(step.aino)
    door = step.process()
    reopening = Reopening(step.premises, door)
    door.unlock(Unlock(step.aino, GOOD))
    reopening.set(SetPin("836194", GOOD))
    step.contact()  # the lease is taken after the PIN was armed
    step.lock(door)
    door = step.process()
    Reopening(step.premises, door).reopen(Reopen(step.aino, "836194"))
    door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    step.lock(door)
    assert step.header.passphrase_slot.share_id
    door = step.process()
    Reopening(step.premises, door).reopen(Reopen(step.aino, "836194"))
    step.contact()
    assert step.shelf.keeps == 1, "a PIN's box from before the change proves the old passphrase only"
    step.lock(door)
    assert step.process().unlock(Unlock(step.aino, OTHER)).name
