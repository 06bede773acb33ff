# SPDX-License-Identifier: MIT
"""The rounds before a notebook is shown compare as every other: what differs is mended, and does not keep it shut."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from backup_stand import BackupStand
from damage import Damage
from doorstep import GOOD
from hub_world import HubClock, HubWorld, home_stream, person
from leased_step import LeasedStep

from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import Restore
from desktop.notebook.messages.laptop import Lock, Unlocked
from desktop.notebook.messages.leases import RenewLease
from desktop.store.comparing import StoreComparing
from desktop.store.notebook import NotebookStore
from sync.protocol.comparing_journal import How
from sync.records.ids import EntityId, StreamId


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubWorld]:
    """A hub with a clock of the test's own."""
    one = HubWorld.make(tmp_path / "hub", clock=HubClock())
    yield one
    one.close()


@pytest.fixture
def lane() -> Iterator[Lane]:
    """Where the door's asks are answered."""
    one = Lane("test")
    yield one
    one.stop()


def left_out(store: NotebookStore, stream: StreamId) -> EntityId:
    """Leave the only save about somebody out of what the notebook folds to; return who it was."""
    [(entity,)] = store.reads().connection.execute("SELECT entity FROM people").fetchall()
    assert Damage(store, stream).commit_left_out(EntityId(entity)) is How.MISSING_HERE
    return EntityId(entity)


def named(store: NotebookStore) -> list[tuple[EntityId, How]]:
    """What the last comparison named; nothing may be left open."""
    found = StoreComparing(store).comparison()
    assert found is not None
    assert found.open == ()
    return [(one.entity, one.how) for one in found.differences]


def test_a_restored_notebook_that_differs_from_the_hub_is_mended_before_it_is_shown(
    tmp_path: Path, hub: HubWorld, lane: Lane
) -> None:
    stand = BackupStand(tmp_path / "laptop", hub, lane)
    stand.join(stand.aino)
    door = stand.opened()
    stand.save(door, "ennen")
    stand.sync(door)
    store = door.demand_inside().desk.store
    whose = left_out(store, home_stream(stand.team))
    backup = stand.back_up(door)
    stand.save(door, "jälkeen")
    stand.sync(door)
    door.lock(Lock(""))
    stand.restoring().restore(Restore(str(backup), GOOD))
    again = stand.doors[-1]
    assert stand.names(again) == ["ennen", "jälkeen"]
    assert named(again.demand_inside().desk.store) == [(whose, How.MISSING_HERE)]
    stand.close()


def test_a_notebook_whose_lease_is_given_again_is_mended_before_its_first_page(
    tmp_path: Path, hub: HubWorld, lane: Lane
) -> None:
    step = LeasedStep(tmp_path / "laptop", hub, lane)
    colleague = hub.member("Cai Cederberg", "adviser", step.team)
    card = person("Matti")
    colleague.save(home_stream(step.team), card)
    step.join(step.aino)
    door = step.unlocked()
    step.contact()
    assert left_out(step.inside.desk.store, home_stream(step.team)) == card.entity
    step.lock(door)
    step.later(46)
    colleague.save(home_stream(step.team), person("Maija"))
    door = step.process()
    shown: list[int] = []
    door.on_arrival(lambda inside, _by: shown.append(people(inside.desk.store)))
    answer = step.renewing.renew(RenewLease(step.aino, GOOD))
    assert isinstance(answer, Unlocked)
    assert shown == [2]
    assert named(step.inside.desk.store) == [(card.entity, How.MISSING_HERE)]
    for one in step.doors:
        one.close()


def people(store: NotebookStore) -> int:
    """Return how many people are listed."""
    (count,) = store.reads().connection.execute("SELECT count(*) FROM people").fetchone()
    return int(count)
