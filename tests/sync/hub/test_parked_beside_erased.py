# SPDX-License-Identifier: MIT
"""A save with two records, one of a kind that an older laptop does not know: the other one is erased meanwhile."""

from pathlib import Path
from types import MappingProxyType

import pytest
from hub_city import City
from hub_laptop import HubLaptop
from hub_world import note, person
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.notebook import open_notebook
from sync.hub.erase import erase_write
from sync.records import kinds
from sync.records.ids import new_entity


def test_what_was_parked_is_shown_after_the_upgrade_though_what_stood_beside_it_was_erased(
    city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    who, said = new_entity(), new_entity()
    both = city.adviser.write(city.stream, person("Veikko", who), note("sana", who, said))
    assert city.adviser.push(city.stream, both).parked == []
    laptop = HubLaptop.of(city.world, city.coach, tmp_path / "notebook.db")
    with monkeypatch.context() as older:
        known = {name: spec for name, spec in kinds.KINDS.items() if name != "note"}
        older.setattr(kinds, "KINDS", MappingProxyType(known))
        laptop.sync()
        erase_write(city.world.parts, city.stream, city.adviser.writer, 1, who)
        laptop.sync()
        assert laptop.store.reads().entity(said) is None
        me = laptop.store.me
        laptop.store.close()
    store = open_notebook(
        tmp_path / "notebook.db", KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY, me=me, hub=city.world.hub
    )
    view = store.reads().entity(said)
    assert view is not None
    assert view.values["text"] == "sana"
    assert not store.reads().sending.parked()
    store.close()
