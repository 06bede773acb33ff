# SPDX-License-Identifier: MIT
"""A hub that is not what it was does not serve: an older database, or a copied folder."""

import shutil

import pytest
from hub_city import City
from hub_world import HubWorld, visit

from sync.hub.errors import HubCopied, HubOlder
from sync.hub.heights import INSTANCE_FILE, claim_instance
from sync.hub.home import open_home
from sync.protocol.errors import HubBehind
from sync.protocol.messages import Cursor, PullRequest


def test_a_hub_starts_again_where_it_was(city: City) -> None:
    city.adviser.save(city.stream, visit())
    city.world = city.world.reopened()
    assert city.adviser.world.parts.store is not None


def test_an_older_database_put_back_by_hand_does_not_serve(city: City) -> None:
    folder = city.world.home.folder
    world = city.world.reopened()
    world.close()
    shutil.copyfile(folder / "hub.sqlite", folder / "older.sqlite")
    home = open_home(folder, clock=city.clock)
    city.adviser.world.service.parts = home.parts
    city.adviser.save(city.stream, visit())
    home.close()
    for left in folder.glob("hub.sqlite-*"):
        left.unlink()
    shutil.copyfile(folder / "older.sqlite", folder / "hub.sqlite")
    with pytest.raises(HubOlder) as caught:
        open_home(folder, clock=city.clock)
    assert caught.value.stream == city.stream


def test_a_copied_folder_does_not_serve_until_it_is_said_to_be_moved(city: City) -> None:
    folder = city.world.home.folder
    city.world.close()
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    with pytest.raises(HubCopied):
        open_home(copy, clock=city.clock)
    claim_instance(copy)
    open_home(copy, clock=city.clock).close()
    (copy / INSTANCE_FILE).write_bytes(b"{}")
    with pytest.raises(HubCopied):
        open_home(copy, clock=city.clock)


def test_a_laptop_that_has_more_than_the_hub_is_told_so_and_nothing_is_reloaded(city: City) -> None:
    world: HubWorld = city.world
    head = world.parts.store.head(city.stream)
    assert head is not None
    ahead = Cursor(city.stream, head.number + 3, b"r" * 32)
    with pytest.raises(HubBehind) as caught:
        city.adviser.pull(PullRequest(world.parts.epoch, [ahead], [], 1_000_000))
    assert caught.value.facts["stream"] == city.stream
