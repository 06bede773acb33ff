# SPDX-License-Identifier: MIT
"""A lease that has run out or is lost: given again by the hub, or read out by the help desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, WRONG, problem_of
from hub_world import HubClock, HubWorld
from leased_step import LeasedStep, MetHub

from desktop.notebook.hub_card import HubCard, read_hub_card, write_hub_card
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Unlock
from desktop.notebook.messages.leases import EnterLease, RenewLease, ShowLease
from desktop.notebook.messages.problems import Problem
from desktop.vault.lease import READ_OUT_DAYS
from desktop.vault.lease_keeping import drop_lease
from sync.hub.roster import revoke
from sync.protocol import devices
from sync.protocol.lease_words import lease_words


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


def words_of(step: LeasedStep) -> str:
    """What the help desk reads out."""
    [(share, _verifier)] = step.shelf.kept.values()
    return lease_words(share)


# --- given again by the hub ---


def test_lost_from_the_key_store_the_hub_gives_it_again_for_the_passphrase(step: LeasedStep) -> None:
    step.leased()
    step.key_store.kept.clear()
    door = step.process()
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.LEASE_MISSING
    rounds = step.entered[:]
    assert step.renewing.renew(RenewLease(step.aino, GOOD)).name == "Aino Aalto"
    assert len(step.entered) == len(rounds) + 1
    assert step.record is not None
    step.lock(door)
    assert step.unlocked().demand_inside()


def test_run_out_it_is_renewed_by_the_passphrase_and_a_wrong_one_is_told_without_the_hub(
    step: LeasedStep,
) -> None:
    step.leased()
    step.later(46)
    door = step.process()
    assert (
        problem_of(lambda: step.renewing.renew(RenewLease(step.aino, WRONG)))[0] is Problem.WRONG_PASSPHRASE
    )
    assert step.shelf.fetches == 0
    assert step.renewing.renew(RenewLease(step.aino, GOOD)).failed_unlocks == 1
    step.lock(door)
    assert step.unlocked().demand_inside()


def test_lost_and_a_wrong_passphrase_the_hub_refuses_and_the_try_counts(step: LeasedStep) -> None:
    step.leased()
    step.key_store.kept.clear()
    step.process()
    for _ in range(2):
        assert (
            problem_of(lambda: step.renewing.renew(RenewLease(step.aino, WRONG)))[0] is Problem.LEASE_REFUSED
        )
    assert step.renewing.renew(RenewLease(step.aino, GOOD)).failed_unlocks == 2


def test_without_a_network_nothing_opens_and_nothing_is_counted(step: LeasedStep) -> None:
    step.leased()
    step.key_store.kept.clear()
    step.shelf.away = True
    step.process()
    assert problem_of(lambda: step.renewing.renew(RenewLease(step.aino, GOOD)))[0] is Problem.NO_NETWORK
    assert step.record is None
    step.shelf.away = False
    assert step.renewing.renew(RenewLease(step.aino, GOOD)).failed_unlocks == 0


def test_a_network_that_goes_between_the_share_and_the_round_leaves_the_notebook_shut(
    step: LeasedStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    step.leased()
    step.later(46)
    door = step.process()
    keep = MetHub.lease_keep

    def keep_and_go(self: MetHub, request: devices.LeaseKeepRequest) -> devices.Lease:
        lease = keep(self, request)
        self.shelf.away = True
        return lease

    monkeypatch.setattr(MetHub, "lease_keep", keep_and_go)
    before = len(step.entered)
    assert problem_of(lambda: step.renewing.renew(RenewLease(step.aino, GOOD)))[0] is Problem.NO_NETWORK
    assert len(step.entered) == before
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.LEASE_RUN_OUT


def test_whom_the_hub_has_let_go_stays_outside_and_sees_nothing(step: LeasedStep) -> None:
    step.leased()
    step.later(46)
    step.shelf.revoked.add(step.inside.desk.writer)
    step.process()
    before = len(step.entered)
    for lost in (False, True):
        if lost:
            step.key_store.kept.clear()
        asked = problem_of(lambda: step.renewing.renew(RenewLease(step.aino, GOOD)))
        assert asked[0] is Problem.WRITER_REVOKED
    assert len(step.entered) == before
    assert step.record is None


@pytest.mark.parametrize("way", ["the hub", "the help desk"])
def test_whom_only_the_round_finds_let_go_stays_outside_too(step: LeasedStep, way: str) -> None:
    step.leased()
    step.later(46)
    revoke(step.hub.parts, step.inside.desk.writer)
    step.process()
    before = len(step.entered)
    if way == "the hub":
        asked = problem_of(lambda: step.renewing.renew(RenewLease(step.aino, GOOD)))
    else:
        asked = problem_of(lambda: step.renewing.enter(EnterLease(step.aino, GOOD, words_of(step))))
    assert asked[0] is Problem.WRITER_REVOKED
    assert len(step.entered) == before
    assert problem_of(lambda: step.process().unlock(Unlock(step.aino, GOOD)))[0] is Problem.LEASE_RUN_OUT


def test_what_came_in_the_meantime_is_there_before_the_first_page(step: LeasedStep) -> None:
    """An erasure, a revocation, or here a colleague's person: the round runs before anything is asked."""
    step.leased()
    step.later(46)
    door = step.process()
    seen: list[int] = []
    door.on_arrival(lambda inside, _by: seen.append(inside.desk.reads.sending.rounds()[0].received))
    step.hub.enrol(step.bertta, "toinen kone")
    step.renewing.renew(RenewLease(step.aino, GOOD))
    assert len(seen) == 1
    assert seen[0] > 0


def test_a_notebook_without_a_lease_is_renewed_by_simply_opening(step: LeasedStep) -> None:
    step.join(step.aino)
    step.process()
    assert step.renewing.renew(RenewLease(step.aino, GOOD)).name == "Aino Aalto"
    assert step.shelf.fetches == 0


def test_a_card_from_before_it_knew_the_writer_sends_one_to_the_help_desk(step: LeasedStep) -> None:
    step.leased()
    step.key_store.kept.clear()
    folder = step.folder_of(step.aino)
    card = read_hub_card(step.disk, folder)
    old = HubCard(
        address=card.address, hub=card.hub, root_digest=card.root_digest, laptop_name=card.laptop_name
    )
    write_hub_card(step.disk, folder, old)
    step.process()
    assert problem_of(lambda: step.renewing.renew(RenewLease(step.aino, GOOD)))[0] is Problem.LEASE_MISSING


# --- read out ---


def test_read_out_it_opens_without_a_network_for_a_week_and_the_next_contact_makes_it_whole(
    step: LeasedStep,
) -> None:
    step.leased()
    step.later(60)
    step.shelf.away = True
    door = step.process()
    typed = words_of(step).lower().replace("-", " ")
    assert step.renewing.enter(EnterLease(step.aino, GOOD, typed)).name == "Aino Aalto"
    assert step.leasing.show(ShowLease()).days == READ_OUT_DAYS
    step.lock(door)
    step.later(6)
    step.lock(step.unlocked())
    step.later(2)
    assert problem_of(lambda: step.process().unlock(Unlock(step.aino, GOOD)))[0] is Problem.LEASE_RUN_OUT
    step.shelf.away = False
    step.process()
    step.renewing.enter(EnterLease(step.aino, GOOD, typed))
    step.contact()
    assert step.leasing.show(ShowLease()).days == 45


def test_a_slip_in_the_words_is_told_from_a_wrong_passphrase(step: LeasedStep) -> None:
    step.leased()
    step.key_store.kept.clear()
    step.process()
    words = words_of(step)
    other = lease_words(bytes(16))
    for typed in (other, words[:-1], "", "ei ole"):
        ask = EnterLease(step.aino, GOOD, typed)
        assert problem_of(lambda: step.renewing.enter(ask))[0] is Problem.LEASE_WORDS_WRONG  # noqa: B023
    assert (
        problem_of(lambda: step.renewing.enter(EnterLease(step.aino, WRONG, words)))[0]
        is Problem.WRONG_PASSPHRASE
    )
    assert step.renewing.enter(EnterLease(step.aino, GOOD, words)).failed_unlocks == 1


def test_what_a_passphrase_opens_again_is_written_in_the_log(step: LeasedStep) -> None:
    step.leased()
    step.key_store.kept.clear()
    step.process()
    step.renewing.renew(RenewLease(step.aino, GOOD))
    events = [row.event for row in step.inside.desk.store.audit_rows()]
    assert ("UNLOCK", "lease") in {(one["operation"], one.get("reason")) for one in events}


def test_a_notebook_that_goes_takes_its_lease_along(step: LeasedStep) -> None:
    step.leased()
    assert step.record is not None
    drop_lease(step.key_store, step.disk, step.folder_of(step.aino))
    assert not step.key_store.kept
