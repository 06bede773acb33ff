# SPDX-License-Identifier: MIT
"""A notebook that exists twice goes on as its heir, and a cut at any step of that costs nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cloned_stand import ClonedStand, copy_folder, same_hub
from doorstep import GOOD, OTHER, problem_of
from hub_world import HubClock, HubWorld

from desktop.notebook.hub_card import read_hub_card
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import Restore
from desktop.notebook.messages.laptop import ChangePassphrase, Lock, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.vault.keyfile_io import COPIES
from desktop.vault.vault import OpenVault, recover
from sync.hub.orders import give_order
from sync.hub.roster import revoke
from sync.log.signing import SigningKey
from sync.protocol.devices import What


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[ClonedStand]:
    """A laptop with Aino's notebook on it, and somebody in it whom the hub knows."""
    hub = HubWorld.make(tmp_path / "hub", clock=HubClock())
    lane = Lane("test")
    one = ClonedStand(tmp_path / "laptop", hub, lane)
    one.join(one.aino)
    door = one.opened()
    one.save(door, "Yhteinen")
    assert one.sync(door).problem == ""
    door.lock(Lock(""))
    yield one
    one.close()
    lane.stop()
    hub.close()


@pytest.fixture
def copy(stand: ClonedStand, tmp_path: Path) -> Iterator[ClonedStand]:
    """A copy of it, which wrote; the first one wrote too, and met the hub before."""
    other = stand.copied(tmp_path / "copy")
    door = other.opened()
    other.save(door, "Toinen")
    other.save(door, "Kolmas")
    door.lock(Lock(""))
    door = stand.opened()
    stand.save(door, "Ensimmäinen")
    assert stand.sync(door).problem == ""
    door.lock(Lock(""))
    yield other
    other.close()


ALL = ["Ensimmäinen", "Kolmas", "Toinen", "Yhteinen"]


def _holds(one: ClonedStand) -> None:
    """All that was written is there and at the hub, the notebook is whole, and its keys are one set."""
    door = one.settle()
    assert sorted(one.names(door)) == ALL
    assert sorted(one.names_at_the_hub()) == ALL
    assert one.unsent(door) == 0
    inside = door.demand_inside()
    store = inside.desk.store
    store.verify()
    store.check_fold()
    assert store.heir is None
    assert SigningKey.from_seed(inside.vault.secrets.signing_seed).writer == store.me.writer
    card = read_hub_card(one.disk, inside.vault.folder)
    assert (card.writer_id, card.laptop or one.laptop.laptop) == (store.me.writer, store.me.laptop)
    one.save(door, "Uusi")
    assert one.sync(door).problem == ""
    assert sorted(one.names_at_the_hub()) == [*ALL[:3], "Uusi", "Yhteinen"]
    door.lock(Lock(""))


def test_the_copy_goes_on_under_keys_of_its_own_and_the_first_as_before(
    stand: ClonedStand, copy: ClonedStand
) -> None:
    _holds(copy)
    door = stand.opened()
    assert stand.sync(door).problem == ""
    assert sorted(stand.names(door)) == [*ALL[:3], "Uusi", "Yhteinen"]
    mine, theirs = door.demand_inside(), copy.opened().demand_inside()
    assert mine.desk.writer != theirs.desk.writer
    assert mine.desk.store.me.laptop != theirs.desk.store.me.laptop


def test_a_cut_at_any_step_costs_nothing(copy: ClonedStand, tmp_path: Path) -> None:
    names: list[str] = []

    def image(name: str) -> None:
        place = tmp_path / "images" / str(len(names))
        names.append(name)
        copy_folder(copy.folder, place / "laptop")
        copy_folder(copy.hub.home.folder, place / "hub")

    door = copy.opened()
    assert copy.sync(door).problem.startswith("Cloned")
    assert copy.let_in(door, image)
    image("locked")
    door.lock(Lock(""))
    copy.disk.image = image
    copy.opened().lock(Lock(""))
    copy.disk.image = None
    assert {
        "before the hub",
        "after vault.keys",
        "after vault.keys.bak",
        "before hub.json",
        "after hub.json",
    } <= set(names)
    for at, name in enumerate(names):
        place = tmp_path / "images" / str(at)
        hub = same_hub(copy.hub, place / "hub")
        one = ClonedStand.going_on(place / "laptop", hub, copy.lane, team=copy.team, aino=copy.aino)
        try:
            _holds(one)
        except AssertionError as problem:
            raise AssertionError(name) from problem
        finally:
            one.close()
            hub.close()


def test_a_full_disk_leaves_the_notebook_as_it_is_until_there_is_room(copy: ClonedStand) -> None:
    door = copy.opened()
    copy.sync(door)
    assert copy.let_in(door)
    before = door.demand_inside().desk.writer
    door.lock(Lock(""))
    door = copy.door()
    door.open_with(copy.aino, lambda folder: _then_full(copy, folder), by="unlock")
    assert door.demand_inside().desk.writer == before
    copy.disk.full = False
    assert copy.sync(door).problem.startswith("Cloned")
    assert not copy.let_in(door)  # let in already: to lock again would help nobody
    copy.save(door, "Neljäs")
    door.lock(Lock(""))
    door = copy.settle()
    assert sorted(copy.names_at_the_hub()) == sorted([*ALL, "Neljäs"])
    assert door.demand_inside().desk.writer != before


def _then_full(copy: ClonedStand, folder: Path) -> OpenVault:
    vault = copy.opening(folder, GOOD)
    copy.disk.full = True
    return vault


def test_an_older_key_file_put_back_is_refused_in_words(copy: ClonedStand) -> None:
    folder = copy.folder_of(copy.aino)
    old = {name: (folder / name).read_bytes() for name in COPIES}
    copy.settle().lock(Lock(""))
    for name, raw in old.items():
        (folder / name).write_bytes(raw)
    assert problem_of(copy.opened)[0] is Problem.KEY_FILE_ROLLED_BACK


def test_passphrase_and_recovery_key_open_the_heir(copy: ClonedStand) -> None:
    door = copy.settle()
    heir = door.demand_inside().desk.writer
    door.change_passphrase(ChangePassphrase(GOOD, OTHER))
    door.lock(Lock(""))
    door = copy.door()
    door.unlock(Unlock(copy.aino, OTHER))
    assert door.demand_inside().desk.writer == heir
    door.lock(Lock(""))
    secret = (copy.hub.home.folder / "keys" / "recovery.key").read_bytes()
    vault = recover(
        copy.folder_of(copy.aino), secret, GOOD, kdf=copy.kdf, known_generation=99, disk=copy.disk
    )
    assert SigningKey.from_seed(vault.secrets.signing_seed).writer == heir
    vault.close()


def test_a_restored_notebook_that_exists_twice_goes_on_as_its_heir_before_it_shows_anything(
    stand: ClonedStand, tmp_path: Path
) -> None:
    elsewhere = stand.copied(tmp_path / "elsewhere")
    door = stand.opened()
    stand.save(door, "Toinen")
    stand.save(door, "Kolmas")
    before = door.demand_inside().desk.writer
    backup = stand.back_up(door)
    door.lock(Lock(""))
    door = elsewhere.opened()
    elsewhere.save(door, "Ensimmäinen")
    assert elsewhere.sync(door).problem == ""
    elsewhere.close()
    stand.restoring().restore(Restore(str(backup), GOOD))
    door = stand.doors[-1]
    assert sorted(stand.names(door)) == sorted(stand.names_at_the_hub()) == ALL
    assert door.demand_inside().desk.writer != before
    door.lock(Lock(""))
    _holds(stand)


def test_a_backup_from_before_takes_over_what_the_heir_had_not_sent(copy: ClonedStand) -> None:
    door = copy.opened()
    backup = copy.back_up(door)
    door.lock(Lock(""))
    door = copy.settle()
    heir = door.demand_inside().desk.writer
    copy.save(door, "Neljäs")
    assert copy.unsent(door) == 1
    door.lock(Lock(""))
    copy.restoring().restore(Restore(str(backup), GOOD))
    copy.doors[-1].lock(Lock(""))
    door = copy.settle()
    assert door.demand_inside().desk.writer != heir
    assert sorted(copy.names(door)) == sorted(copy.names_at_the_hub()) == sorted([*ALL, "Neljäs"])


def test_who_revokes_the_lost_one_of_two_revokes_both(stand: ClonedStand, copy: ClonedStand) -> None:
    heir = copy.settle().demand_inside().desk.writer
    old = stand.opened().demand_inside().desk.writer
    give_order(stand.hub.parts, old, What.REVOKE)
    row = stand.hub.parts.store.writer(heir)
    assert row is not None
    assert row.revoked


def test_a_writer_that_was_revoked_meanwhile_becomes_nobody_else(copy: ClonedStand) -> None:
    door = copy.opened()
    assert copy.sync(door).problem.startswith("Cloned")
    revoke(copy.hub.parts, door.demand_inside().desk.writer)
    assert not copy.let_in(door)
    assert door.demand_inside().desk.store.heir is None
    assert copy.unsent(door) == 2
