# SPDX-License-Identifier: MIT
"""Who was let go may be taken on again on the same laptop, and nothing of the old notebook is lost by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doorstep import GOOD, OTHER, Doorstep, problem_of
from hub_world import HubClock, HubWorld
from order_desk import OrderDesk

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Join, Lock, ShowLaptop, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.vault.orders_file import ORDER_FILE
from desktop.vault.wiping import wiped
from sync.client.outbox import SUFFIX
from sync.protocol.devices import What
from sync.records.ids import team_stream


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


def rejoin(desk: OrderDesk) -> str:
    """Take Aino on again, with another passphrase, and return who came in."""
    step = desk.step
    door = step.door()
    name = door.join(Join(step.token(step.aino), OTHER, "Testikone")).name
    door.lock(Lock(""))
    return name


def test_a_revoked_person_joins_again_and_the_old_notebook_is_gone(desk: OrderDesk) -> None:
    step = desk.step
    before = desk.writer(step.aino)
    desk.centre.give(before, What.REVOKE)
    desk.orders().look()
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.WRITER_REVOKED
    assert rejoin(desk) == "Aino Aalto"
    assert not (step.folder_of(step.aino) / ORDER_FILE).exists()
    assert [one.closed for one in step.door().show(ShowLaptop()).people] == ["", ""]
    assert wiped(step.disk, step.laptop.root) == (), "nobody ordered a wipe"
    assert problem_of(lambda: step.door().unlock(Unlock(step.aino, GOOD)))[0] is Problem.WRONG_PASSPHRASE
    door = step.door()
    door.unlock(Unlock(step.aino, OTHER))
    assert step.entered[-1][0].desk.writer != before
    door.lock(Lock(""))
    door = step.door()
    assert door.unlock(Unlock(step.bertta, GOOD)).name == "Bertta Berg"


def test_what_the_old_notebook_had_not_sent_goes_to_the_hub_all_the_same(desk: OrderDesk) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    seat.save()
    writer = seat.inside.desk.writer
    seat.keeper.seal_last()
    desk.rise(seat)
    desk.centre.give(writer, What.REVOKE)
    desk.orders().look()
    assert rejoin(desk) == "Aino Aalto"
    assert desk.outbox(SUFFIX) != []
    bertta = desk.sit(step.bertta)
    bertta.round()
    assert ("bundle", "") in desk.centre.heard
    held = {(stream, one.writer) for stream, one in step.hub.parts.store.withheld()}
    assert (team_stream(step.team), writer) in held, "it is the hub's to judge, and it is there"


def test_a_revoked_notebook_whose_saves_lie_nowhere_else_is_not_replaced(desk: OrderDesk) -> None:
    step, seat = desk.step, desk.sit(desk.step.aino)
    seat.save()
    desk.rise(seat)
    for path in desk.outbox(SUFFIX):
        path.unlink()
    desk.centre.give(seat.inside.desk.writer, What.REVOKE)
    desk.orders().look()
    problem, facts = problem_of(lambda: rejoin(desk))
    assert (problem, facts["count"]) == (Problem.UNSENT_LEFT, 1)
    assert step.folder_of(step.aino).joinpath("notebook.db").exists()


def test_a_notebook_that_no_order_closed_is_never_replaced(desk: OrderDesk) -> None:
    step = desk.step
    key_file = step.folder_of(step.aino) / "vault.keys"
    before = key_file.read_bytes()
    problem_of(lambda: rejoin(desk))
    assert key_file.read_bytes() == before
    assert step.door().unlock(Unlock(step.aino, GOOD)).name == "Aino Aalto"
