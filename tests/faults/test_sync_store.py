# SPDX-License-Identifier: MIT
"""Real notebooks on disk, the real hub, a bad network: what two colleagues saved is the same at both in the end."""

import queue
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest
from fault_proxy import Fault, FaultyHub
from hub_world import HubWorld, Member
from store_world import AUDIT_KEY, INDEX_KEY, KEY, edit, person

from desktop.store.changes import WriterIdentity
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.client.state import Activity, SyncState
from sync.client.worker import SyncWorker
from sync.protocol.journal import RoundOutcome
from sync.records.ids import StreamId, team_stream

FAULTS = (
    Fault.REQUEST_LOST,
    Fault.NONE,
    Fault.ANSWER_LOST,
    Fault.TWICE,
    Fault.NONE,
    Fault.NONE,
    Fault.ANSWER_LOST,
)


@dataclass
class Notebook:
    """A colleague's notebook and its engine over a bad network."""

    store: NotebookStore
    journal: StoreJournal
    engine: Engine

    def round_until_done(self) -> int:
        """Run rounds until one goes through; return how many it took."""
        for tries in range(1, 40):
            record = self.engine.round(cancelled=lambda: False)
            if record.outcome is RoundOutcome.DONE:
                return tries
            assert (record.outcome, record.problem) == (RoundOutcome.OFFLINE, "Unreachable")
        raise AssertionError


def _notebook(member: Member, path: Path) -> Notebook:
    store = open_notebook(
        path,
        KEY,
        audit_key=AUDIT_KEY,
        index_key=INDEX_KEY,
        me=WriterIdentity(member.key, member.staff, member.laptop),
        hub=member.world.hub,
        create=True,
        allow_temporary=True,
    )
    journal = StoreJournal(store)
    engine = Engine(
        FaultyHub(member.hub, cycle(FAULTS)),
        journal,
        clock=member.world.clock,
        pin=member.world.root_digest,
        hub_id=member.world.hub,
        me=member.writer,
        digests=journal.digest,
    )
    return Notebook(store, journal, engine)


@pytest.fixture
def team(tmp_path: Path) -> Iterator[tuple[HubWorld, StreamId, list[Notebook]]]:
    with ExitStack() as stack:
        world = HubWorld.live(tmp_path / "hub")
        stack.callback(world.close)
        name = world.team("Pasila")
        notebooks = []
        for at, who in enumerate(("Aino", "Veikko")):
            folder = tmp_path / str(at)
            folder.mkdir()
            notebook = _notebook(world.member(who, "adviser", name), folder / "notebook.db")
            stack.callback(notebook.store.close)
            notebooks.append(notebook)
        yield world, team_stream(name), notebooks


def test_two_notebooks_and_the_hub_agree_after_a_bad_day(
    team: tuple[HubWorld, StreamId, list[Notebook]],
) -> None:
    world, stream, (one, other) = team
    card = person("Aino", "Esimerkki")
    one.store.save(stream, [card], time_ms=world.clock())
    assert one.round_until_done() > 1
    other.round_until_done()
    one.store.save(stream, [edit("person", card.entity, known_as="mine")], time_ms=world.clock())
    other.store.save(stream, [edit("person", card.entity, known_as="theirs")], time_ms=world.clock())
    for at in range(30):
        other.store.save(stream, [person("Testi", f"Ihminen{at}")], time_ms=world.clock())
        if at % 7 == 0:
            other.engine.round(cancelled=lambda: False)
    for notebook in (one, other, one, other):
        notebook.round_until_done()
    assert one.journal.unsent_count() == other.journal.unsent_count() == 0
    assert one.journal.digest(stream) == other.journal.digest(stream) is not None
    mine, theirs = (notebook.store.reads().entity(card.entity) for notebook in (one, other))
    assert mine is not None
    assert theirs is not None
    assert mine.fields["known_as"].conflict
    assert mine.fields["known_as"].value == theirs.fields["known_as"].value


def test_the_worker_sends_what_another_thread_saves(team: tuple[HubWorld, StreamId, list[Notebook]]) -> None:
    world, stream, (one, other) = team
    states: queue.SimpleQueue[SyncState] = queue.SimpleQueue()
    worker = SyncWorker(
        one.engine,
        changed=states.put,
        clock=world.clock,
        randomness=lambda: 0.0,
        after_save_seconds=0.0,
    )
    worker.start()
    for at in range(5):
        one.store.save(stream, [person("Testi", f"Ihminen{at}")], time_ms=world.clock())
        worker.saved()
    while (
        (state := states.get(timeout=60)).unsent or state.activity is not Activity.IDLE or at_hub(world) < 5
    ):
        worker.nudge()
    assert worker.stop(wait_seconds=10)
    other.round_until_done()
    assert one.journal.digest(stream) == other.journal.digest(stream) is not None


def at_hub(world: HubWorld) -> int:
    """How many commits of team streams the hub has numbered."""
    return sum(
        head.number for stream, head in world.parts.store.heads().items() if stream.startswith("team/")
    )
