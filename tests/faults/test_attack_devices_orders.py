# SPDX-License-Identifier: MIT
"""Going round an order: a folder that takes no file hides no order about another, and an edited card evades none."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from doorstep import GOOD, Doorstep, problem_of
from hub_world import HubClock, HubWorld
from order_desk import OrderDesk

from desktop.notebook.hub_card import read_hub_card, write_hub_card
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import ShowLaptop, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.vault.orders_file import ORDER_FILE
from desktop.vault.pin import PIN_FILE
from sync.protocol.devices import What


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


@pytest.mark.parametrize("name", [ORDER_FILE, PIN_FILE])
def test_a_folder_where_nothing_can_be_written_hides_no_order_about_another(
    desk: OrderDesk, name: str
) -> None:
    step = desk.step
    for staff in (step.aino, step.bertta):
        desk.centre.give(desk.writer(staff), What.REVOKE)
    first = step.door().show(ShowLaptop()).people[0].staff
    (step.folder_of(first) / name).mkdir()
    desk.orders().look()
    other = step.bertta if first == step.aino else step.aino
    assert problem_of(lambda: step.door().unlock(Unlock(other, GOOD)))[0] is Problem.WRITER_REVOKED


@pytest.mark.parametrize("writer", ["", "ab" * 16])
def test_a_card_that_names_another_writer_or_none_evades_no_order(desk: OrderDesk, writer: str) -> None:
    step = desk.step
    desk.centre.give(desk.writer(step.aino), What.REVOKE)
    desk.orders().look()
    folder = step.folder_of(step.aino)
    card = read_hub_card(step.disk, folder)
    write_hub_card(step.disk, folder, msgspec.structs.replace(card, writer=writer))
    door = step.door()
    assert problem_of(lambda: door.unlock(Unlock(step.aino, GOOD)))[0] is Problem.WRITER_REVOKED
    assert door.inside is None
    assert read_hub_card(step.disk, folder) == card


def test_a_card_from_before_the_writer_was_kept_is_written_anew(desk: OrderDesk) -> None:
    step = desk.step
    folder = step.folder_of(step.bertta)
    card = read_hub_card(step.disk, folder)
    write_hub_card(step.disk, folder, msgspec.structs.replace(card, writer=""))
    assert step.door().unlock(Unlock(step.bertta, GOOD)).name == "Bertta Berg"
    assert read_hub_card(step.disk, folder) == card
