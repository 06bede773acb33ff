# SPDX-License-Identifier: MIT
"""What a thief of the hub's disk finds: no name, no note, no key; and what a restart finds: everything."""

from pathlib import Path

from hub_city import City, make_city
from hub_world import HubClock, HubWorld, note, person, visit

from sync.hub.export import export
from sync.hub.home import BODY_KEYS_FILE, DATABASE_FILE
from sync.hub.keys import ROOT_FILE
from sync.hub.snapshot import snapshot
from sync.protocol.messages import SnapshotRequest
from sync.records.ids import new_entity

SECRETS = ("Ruusunnuppu", "kuntoutuslomakkeesta", "0401234567")


def fill(city: City) -> None:
    someone = new_entity()
    card = person("Ruusunnuppu", someone)
    city.adviser.save(city.stream, card, visit(note="puhuimme kuntoutuslomakkeesta"))
    city.adviser.save(city.stream, note("soita 0401234567", someone))
    city.coach.pull()
    snapshot(city.world.parts, city.coach.writer, SnapshotRequest(city.stream, 0, 0))


def test_no_word_of_a_record_is_readable_in_the_databases(city: City) -> None:
    fill(city)
    folder = city.world.home.folder
    files = [path for path in folder.iterdir() if path.is_file()]
    names = {path.name for path in files}
    assert {DATABASE_FILE, f"{DATABASE_FILE}-wal", BODY_KEYS_FILE} <= names
    for path in files:
        raw = path.read_bytes()
        assert [word for word in SECRETS if word.encode() in raw] == [], path.name
    whole = b"".join(export(city.world.parts))
    assert all(word.encode() in whole for word in SECRETS)


def test_no_private_key_is_in_a_database(city: City) -> None:
    fill(city)
    keys = city.world.parts.keys
    folder = city.world.home.folder
    root = (folder / "keys" / ROOT_FILE).read_bytes()
    for path in folder.iterdir():
        if path.is_file():
            raw = path.read_bytes()
            assert not any(
                secret in raw for secret in (keys.signing.seed, keys.receiving.secret, keys.master, root)
            )
            assert not any(secret.hex().encode() in raw for secret in (keys.signing.seed, keys.master, root))


def test_key_files_are_their_owners_only(city: City) -> None:
    folder = city.world.home.folder / "keys"
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700


def test_all_that_was_acknowledged_is_there_after_a_restart(tmp_path: Path) -> None:
    clock = HubClock()
    city = make_city(HubWorld.make(tmp_path / "hub", clock=clock), clock)
    fill(city)
    before = list(export(city.world.parts))
    again = city.world.reopened()
    assert list(export(again.parts)) == before
    assert again.known().signing == again.parts.keys.signing.public
    city.adviser.world = again
    assert city.adviser.save(city.stream, visit()).numbers == [3]
    again.close()
