# SPDX-License-Identifier: MIT
"""Verify sees every damage at rest and names the place; new keys are the root's to give."""

from pathlib import Path

import pytest
from hub_city import City
from hub_world import HubWorld, person, visit
from sqlalchemy import text

from sync.hub.errors import HubThere, KeysMissing, NotAHub, RootAway, StoreMismatch
from sync.hub.home import init_home, open_home
from sync.hub.keys import MASTER_FILE, ROOT_FILE, read_keys, renew_online_keys
from sync.hub.store.sql import SqlStore
from sync.hub.verify import verify
from sync.protocol.hello import verify_hello
from sync.records.ids import writer_id


def fill(city: City) -> None:
    for _ in range(3):
        city.adviser.save(city.stream, visit(), person("Matti"))


def test_a_sound_hub_is_sound(city: City) -> None:
    fill(city)
    found = verify(city.world.parts)
    assert found.damages == ()
    assert found.commits == sum(head.number for head in city.world.parts.store.heads().values())
    assert found.audit > 0


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("DELETE FROM commits WHERE stream = :s AND number = 2", "gap"),
        ("UPDATE commits SET hash = zeroblob(32) WHERE stream = :s AND number = 2", "running hash"),
        ("UPDATE commits SET running = zeroblob(32) WHERE stream = :s AND number = 2", "running hash"),
        ("UPDATE commits SET signature = zeroblob(64) WHERE stream = :s AND number = 2", "signature"),
        ("UPDATE commits SET header = zeroblob(9) WHERE stream = :s AND number = 2", "header"),
        ("UPDATE commits SET n = 7 WHERE stream = :s AND number = 3", "hash"),
        ("UPDATE heads SET running = zeroblob(32) WHERE stream = :s", "head"),
        (
            "DELETE FROM writers WHERE writer = (SELECT writer FROM commits WHERE stream = :s)",
            "unknown writer",
        ),
    ],
)
def test_every_damage_is_found_and_named(city: City, change: str, what: str) -> None:
    fill(city)
    store = city.world.parts.store
    assert isinstance(store, SqlStore)
    with store._engines.write.begin() as connection:
        connection.execute(text(change), {"s": city.stream})
    damages = verify(city.world.parts).damages
    assert what in {damage.what for damage in damages}
    assert {damage.stream for damage in damages} == {city.stream}


def test_a_changed_state_shows_in_the_digest(city: City) -> None:
    fill(city)
    city.coach.pull()
    store = city.world.parts.store
    assert isinstance(store, SqlStore)
    with store._engines.write.begin() as connection:
        connection.execute(text("UPDATE settled SET digest = zeroblob(32)"))
    assert {damage.what for damage in verify(city.world.parts).damages} == {"digest"}


def test_a_changed_log_of_the_hubs_own_is_found(city: City) -> None:
    store = city.world.parts.store
    assert isinstance(store, SqlStore)
    with store._engines.write.begin() as connection:
        connection.execute(text("UPDATE audit SET event = x'00' WHERE seq = 2"))
    assert [damage.number for damage in verify(city.world.parts).damages] == [2]


def test_new_online_keys_have_a_higher_serial_and_the_roots_word(tmp_path: Path) -> None:
    world = HubWorld.make(tmp_path / "hub")
    before = world.known()
    renew_online_keys(world.home.folder / "keys")
    again = world.reopened()
    after = again.known()
    assert (after.serial, after.root, after.recovery) == (before.serial + 1, before.root, before.recovery)
    assert after.signing != before.signing
    # What the hub wrote under its earlier key still counts, and it goes on under the new one.
    assert again.parts.own_writers() == {writer_id(before.signing), writer_id(after.signing)}
    again.team("Länsi")
    assert verify(again.parts).damages == ()
    nonce = bytes(16)
    assert verify_hello(again.service.hello(nonce), nonce=nonce, pin=again.root_digest, least_serial=2)
    again.close()


def test_without_the_root_key_there_are_no_new_keys(tmp_path: Path) -> None:
    world = HubWorld.make(tmp_path / "hub")
    world.close()
    keys = world.home.folder / "keys"
    (keys / ROOT_FILE).unlink()
    with pytest.raises(RootAway):
        renew_online_keys(keys)
    assert read_keys(keys).signing.public == world.parts.keys.signing.public


def test_a_folder_is_opened_only_with_its_own_keys_and_database(tmp_path: Path) -> None:
    with pytest.raises(NotAHub):
        open_home(tmp_path / "nothing")
    one, other = HubWorld.make(tmp_path / "one"), HubWorld.make(tmp_path / "other")
    one.close()
    other.close()
    with pytest.raises(HubThere):
        init_home(tmp_path / "one", address="http://127.0.0.1:1")
    (tmp_path / "one" / "hub.sqlite").write_bytes((tmp_path / "other" / "hub.sqlite").read_bytes())
    with pytest.raises(StoreMismatch):
        open_home(tmp_path / "one")
    (tmp_path / "other" / "keys" / MASTER_FILE).unlink()
    with pytest.raises(KeysMissing) as caught:
        open_home(tmp_path / "other")
    assert caught.value.name == MASTER_FILE
