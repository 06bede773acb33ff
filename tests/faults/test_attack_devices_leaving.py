# SPDX-License-Identifier: MIT
"""Leaving that is cut, cards that do not tell, and orders about others: nobody loses work or a notebook by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, OTHER, Doorstep, problem_of
from hub_world import HubClock, HubWorld
from order_desk import OrderDesk, Seat

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Join, Lock, Unlock
from desktop.notebook.messages.leaving import LeaveLaptop
from desktop.notebook.messages.problems import Problem
from desktop.vault.card import CARD_FILE
from desktop.vault.wiping import MARKER_FILE
from sync.client.outbox import FAREWELL_SUFFIX, KEPT_MS, SUFFIX
from sync.protocol.devices import What


class PowerCut(BaseException):
    """The process is gone."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OrderDesk]:
    """Return a laptop where Aino and Bertta have notebooks."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    step = Doorstep(tmp_path / "laptop", hub, lane)
    step.join(step.aino)
    step.join(step.bertta)
    yield OrderDesk.of(step)
    for door in step.doors:
        door.close()
    lane.stop()
    hub.close()


def cut_before_the_marker(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(_why: str) -> None:
        raise PowerCut

    with monkeypatch.context() as patched:
        patched.setattr(seat.door, "leave", cut)
        with pytest.raises(PowerCut):
            seat.leaving.leave(LeaveLaptop(GOOD))
    seat.door.close()


def test_who_comes_in_again_after_a_leaving_that_was_cut_has_not_left(
    desk: OrderDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    desk.centre.online = False
    seat.save()
    writer = seat.inside.desk.writer
    cut_before_the_marker(seat, monkeypatch)
    assert not (step.folder_of(step.aino) / MARKER_FILE).exists()
    assert desk.outbox(FAREWELL_SUFFIX) != [], "it lies there already"

    door = step.door()
    desk.orders(door)
    door.unlock(Unlock(step.aino, GOOD))
    assert desk.outbox(FAREWELL_SUFFIX) == []
    door.lock(Lock(""))
    desk.centre.online = True
    desk.sit(step.bertta).round()
    row = step.hub.parts.store.writer(writer)
    assert row is not None
    assert not row.revoked


def test_a_revoked_notebook_whose_card_does_not_tell_what_is_unsent_is_not_replaced(desk: OrderDesk) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    seat.save()
    writer = seat.inside.desk.writer
    desk.rise(seat)
    for path in desk.outbox(SUFFIX):
        path.unlink()
    (step.folder_of(step.aino) / CARD_FILE).write_bytes(b"{")
    desk.centre.give(writer, What.REVOKE)
    desk.orders().look()
    ask = Join(step.token(step.aino), OTHER, "Testikone")
    assert problem_of(lambda: step.door().join(ask))[0] is Problem.UNSENT_LEFT
    assert (step.folder_of(step.aino) / "notebook.db").exists()


def test_what_a_wiped_notebook_had_sealed_waits_for_the_hub_however_long_nobody_was_online(
    desk: OrderDesk,
) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    desk.centre.online = False
    for _ in range(3):
        seat.save()
    seat.keeper.seal_last()
    writer = seat.inside.desk.writer
    desk.rise(seat)
    assert isinstance(step.hub.clock, HubClock)
    step.hub.clock.now += 3 * KEPT_MS
    desk.centre.online = True
    desk.centre.give(writer, What.WIPE)
    desk.orders().look()
    assert not step.folder_of(step.aino).exists()
    bertta = desk.sit(step.bertta)
    bertta.keeper.tidy()
    bertta.round()
    held = {one.writer for _, one in step.hub.parts.store.withheld()}
    assert writer in held, "it is the hub's to judge, and it is there"
    bertta.keeper.tidy()
    assert writer.hex() not in {path.name.partition("-")[0] for path in desk.outbox(SUFFIX)}
