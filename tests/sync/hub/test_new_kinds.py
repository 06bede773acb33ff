# SPDX-License-Identifier: MIT
"""What an older hub and an older laptop kept without knowing its kind is shown once newer ones run."""

from pathlib import Path
from types import MappingProxyType

import pytest
from hub_city import City
from hub_laptop import HubLaptop
from hub_world import note, person
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.journal import StoreJournal
from desktop.store.notebook import open_notebook
from sync.client.engine import Engine
from sync.hub.effective import fold_stream
from sync.hub.in_process import InProcessHub
from sync.hub.verify import verify
from sync.protocol.journal import RoundOutcome
from sync.records import kinds
from sync.records.ids import new_entity


def test_what_was_parked_is_folded_by_hub_and_laptop_once_its_kind_is_known(
    city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    who, said = new_entity(), new_entity()
    with monkeypatch.context() as older:
        known = {name: spec for name, spec in kinds.KINDS.items() if name != "note"}
        older.setattr(kinds, "KINDS", MappingProxyType(known))
        world = city.adviser.world = city.coach.world = city.world.reopened()
        city.world = world
        answer = city.adviser.push(
            city.stream,
            city.adviser.write(city.stream, person("Veikko", who)),
            city.adviser.write(city.stream, note("sana", who, said)),
        )
        assert answer.parked == [2]
        laptop = HubLaptop.of(world, city.coach, tmp_path / "notebook.db")
        laptop.sync()
        assert laptop.store.reads().entity(said) is None
        me = laptop.store.me
        laptop.store.close()
    world = city.world = city.world.reopened()
    store = open_notebook(
        tmp_path / "notebook.db", KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY, me=me, hub=world.hub
    )
    journal = StoreJournal(store)
    newer = Engine(
        InProcessHub(world.service, me.writer), journal, clock=world.clock, pin=world.root_digest,
        hub_id=world.hub, me=me.writer, digests=journal.digest,
    )  # fmt: skip
    record = newer.round(cancelled=lambda: False)
    assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
    assert store.reads().entity(said) is not None
    head = world.parts.store.head(city.stream)
    assert head is not None
    assert said in fold_stream(world.parts, city.stream, head.number).states
    assert world.parts.store.kinds() == frozenset(kinds.KINDS)
    assert not verify(world.parts).damages
    store.close()
