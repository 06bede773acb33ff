# SPDX-License-Identifier: MIT
"""A colleague brings a lost hub the beginning of somebody's chain, though what follows in it has lost its words."""

from pathlib import Path

from hub_city import make_city
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub
from store_world import note, person

from sync.hub.erase import erase_subject
from sync.hub.verify import verify


def test_what_stands_before_an_erased_save_comes_back_by_a_colleague(tmp_path: Path) -> None:
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock)
    city = make_city(world, clock)
    hub = RestoredHub(tmp_path, world)
    author, colleague = hub.laptop(city.adviser), hub.laptop(city.coach)
    stays, goes = person("Aino", "Esimerkki"), person("Bo", "Esimerkki")
    author.save(city.stream, goes)
    author.sync()
    colleague.sync()
    backup = hub.backup()
    author.save(city.stream, stays)
    author.save(city.stream, note(goes.entity, "sana"))
    erase_subject(city.world.parts, goes.entity)
    author.sync()
    colleague.sync()
    hub.lose_and_restore(backup)
    colleague.sync()  # its author may never come again
    parts = city.world.parts
    heads = parts.store.writer_heads(author.store.me.writer)
    assert heads[city.stream][0] == 2
    assert stays.entity in parts.store.entities(city.stream, [stays.entity])
    author.sync()
    colleague.sync()
    assert parts.store.writer_heads(author.store.me.writer)[city.stream][0] == 3
    assert author.journal.digest(city.stream) == colleague.journal.digest(city.stream)
    assert not verify(parts).damages
    hub.close()
