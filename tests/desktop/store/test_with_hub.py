# SPDX-License-Identifier: MIT
"""Notebooks on disk and a real hub: what one saves the other shows, reviewed, held back, agreed upon."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_world import HubWorld, Member, home_stream
from store_world import AUDIT_KEY, INDEX_KEY, KEY, edit, entity, note, person, session, visit

from desktop.store.changes import Change, WriterIdentity
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.protocol.journal import RoundOutcome
from sync.records.ids import CITY, StreamId


@dataclass
class Laptop:
    """A member's notebook, joined to the hub in this process."""

    store: NotebookStore
    journal: StoreJournal
    engine: Engine
    clock: Callable[[], int]

    def sync(self) -> None:
        record = self.engine.round(cancelled=lambda: False)
        assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")

    def save(self, stream: StreamId, *changes: Change) -> None:
        self.store.save(stream, changes, time_ms=self.clock())


@pytest.fixture
def world(tmp_path: Path) -> Iterator[HubWorld]:
    """A hub on SQLite."""
    world = HubWorld.make(tmp_path / "hub")
    yield world
    world.close()


@pytest.fixture
def join(world: HubWorld, tmp_path: Path) -> Iterator[Callable[[Member], Laptop]]:
    """Opens a notebook for a member of the hub."""
    stores: list[NotebookStore] = []

    def open_for(member: Member) -> Laptop:
        store = open_notebook(
            tmp_path / f"{len(stores)}.db", KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
            me=WriterIdentity(member.key, member.staff, member.laptop), hub=world.hub,
            create=True, allow_temporary=True,
        )  # fmt: skip
        stores.append(store)
        journal = StoreJournal(store, batch=4)
        engine = Engine(
            member.hub, journal, clock=world.clock, pin=world.root_digest, hub_id=world.hub, me=member.writer,
            digests=journal.digest,
        )  # fmt: skip
        return Laptop(store, journal, engine, world.clock)

    yield open_for
    for store in stores:
        store.close()


def test_a_day_at_the_stand_reaches_the_supervisor_and_comes_back_reviewed(
    world: HubWorld, join: Callable[[Member], Laptop]
) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    aino = join(world.member("Aino Esimerkki", "adviser", team))
    boss = join(world.member("Bo Esimerkki", "supervisor", team))
    aino.sync()
    assert [one.name for one in aino.store.reads().roster.staff()] == ["Aino Esimerkki", "Bo Esimerkki"]
    assert [one.role for one in aino.store.reads().roster.grants()] == ["adviser", "supervisor"]

    opened, card = session("Itäkeskus"), person("Väinö", "Hämäläinen")
    aino.save(stream, opened)
    aino.save(stream, card, note(card.entity, "Etsii työtä"))
    for _ in range(7):
        aino.save(stream, visit(opened.entity))
    aino.store.record({"operation": "READ", "target": card.entity}, time_ms=world.clock())
    assert aino.journal.unsent_count() == 9
    aino.sync()
    assert aino.journal.unsent_count() == 0
    boss.sync()
    (row,) = boss.store.reads().lists.sessions()
    assert (row.place, row.visits) == ("Itäkeskus", 7)
    assert [one.name for one in boss.store.reads().search.people("hamalai")] == ["Väinö Hämäläinen"]
    view = boss.store.reads().entity(card.entity)
    assert view is not None
    assert view.fields["name"].heads[0].author.staff == aino.store.me.staff

    item = next(one for one in boss.store.reads().reviews.queue(stream) if one.session == opened.entity)
    said = {
        "verdict": "returned", "comment": "Kirjaa ikäryhmät", "reason": "review", "save": [*item.save],
        "of": [[one, digest] for one, digest in item.of], "at": world.clock(),
    }  # fmt: skip
    boss.save(stream, Change(kind="review", entity=entity(), fields={"verdict": said}))
    boss.sync()
    aino.sync()
    (returned,) = aino.store.reads().reviews.mine_to_answer()
    assert returned.counts is not None
    assert (returned.session, returned.counts.comment) == (opened.entity, "Kirjaa ikäryhmät")
    aino.save(stream, edit("session", opened.entity, score=4))
    aino.sync()
    boss.sync()
    (again,) = [one for one in boss.store.reads().reviews.queue(stream) if one.session == opened.entity]
    assert again.changed
    for one in (stream, CITY):
        assert aino.journal.digest(one) == boss.journal.digest(one) is not None


def test_a_save_that_the_hub_may_not_accept_is_held_back_with_its_reason(
    world: HubWorld, join: Callable[[Member], Laptop]
) -> None:
    team = world.team("Itä")
    stream = home_stream(team)
    aino = join(world.member("Aino Esimerkki", "adviser", team))
    boss = join(world.member("Bo Esimerkki", "supervisor", team))
    aino.save(stream, person("Väinö", "Hämäläinen"))
    # No adviser writes the roster's kinds; the hub keeps it, numbers it and lets it count for nothing.
    aino.save(stream, Change(kind="erasure", entity=entity(), fields={
        "subject": hashlib.sha256(b"x" * 16).digest(), "at": world.clock(),
    }))  # fmt: skip
    aino.sync()
    aino.sync()
    boss.sync()
    (held,) = aino.store.reads().sending.quarantined(mine_only=True)
    assert (held.kinds, held.reason != "") == (("erasure",), True)
    assert [row.name for row in boss.store.reads().lists.recent_people()] == ["Väinö Hämäläinen"]
    assert aino.journal.digest(stream) == boss.journal.digest(stream) is not None
