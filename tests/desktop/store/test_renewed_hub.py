# SPDX-License-Identifier: MIT
"""After the hub's keys were renewed, what it ordered under its earlier key still counts, everywhere."""

from dataclasses import replace
from pathlib import Path

from hub_world import HubWorld, Member, draft, home_stream, person
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.changes import WriterIdentity
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.hub.authoring import write_drafts
from sync.hub.erase import erase_subject
from sync.hub.keys import renew_online_keys
from sync.hub.quarantine import decide
from sync.hub.settling import settle
from sync.protocol.journal import RoundOutcome
from sync.records.ids import new_entity


def _round(store: NotebookStore, member: Member) -> StoreJournal:
    journal = StoreJournal(store)
    world = member.world
    engine = Engine(
        member.hub, journal, clock=world.clock, pin=world.root_digest, hub_id=world.hub, me=member.writer,
        digests=journal.digest,
    )  # fmt: skip
    record = engine.round(cancelled=lambda: False)
    assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
    return journal


def _notebook(folder: Path, member: Member, name: str) -> NotebookStore:
    return open_notebook(
        folder / name, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
        me=WriterIdentity(member.key, member.staff, member.laptop), hub=member.world.hub,
        create=True, allow_temporary=True,
    )  # fmt: skip


def test_orders_of_the_hubs_earlier_key_count_and_new_ones_follow(tmp_path: Path) -> None:
    world = HubWorld.make(tmp_path / "hub")
    team = world.team("Itä")
    stream = home_stream(team)
    aino, reader = world.member("Aino", "adviser", team), world.member("Bo", "adviser", team)
    gone, kept = new_entity(), new_entity()
    aino.save(stream, person("Matti", gone))
    aino.save(stream, draft("review", new_entity(), verdict=None), person("Liisa", kept))
    store = _notebook(tmp_path, reader, "early.db")
    _round(store, reader)
    erase_subject(world.parts, gone)
    before = world.parts.me
    renew_online_keys(world.home.folder / "keys")
    world = world.reopened()
    assert world.parts.me != before
    reader = replace(reader, world=world)
    decide(world.parts, stream, 2, accepted=True)
    write_drafts(world.parts, stream, [[person("Uusi")]])
    head = world.parts.store.head(stream)
    assert head is not None
    _, digest = settle(world.parts, stream, head.number)
    late = _notebook(tmp_path, reader, "late.db")
    for each in (store, late):
        assert _round(each, reader).digest(stream) == digest
        reads = each.reads()
        assert reads.entity(gone) is None
        assert {row.name for row in reads.lists.recent_people()} == {"Liisa Testinen", "Uusi Testinen"}
        assert {row.writer for row in reads.roster.writers() if not row.staff} == {before, world.parts.me}
        each.close()
    world.close()
