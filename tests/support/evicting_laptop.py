# SPDX-License-Identifier: MIT
"""A member's notebook that lets go of people and fetches them again, and compares with the hub in every round."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hub_world import HubWorld, Member
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.changes import Change, WriterIdentity
from desktop.store.comparing import StoreComparing
from desktop.store.evicted import want
from desktop.store.eviction import put_out, rows_about
from desktop.store.journal import StoreJournal
from desktop.store.keeping import is_held
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.comparing import SOON, Comparing
from sync.client.engine import Engine
from sync.log.state import EntityState, decode_state
from sync.protocol.journal import RoundOutcome
from sync.records.ids import EntityId, StreamId

TAKEN = 1_764_000_000_000


@dataclass
class EvictingLaptop:
    """A member's notebook, which compares record by record with the hub in every round."""

    store: NotebookStore
    engine: Engine
    clock: Callable[[], int]
    sides: StoreComparing = field(init=False)

    def __post_init__(self) -> None:
        self.sides = StoreComparing(self.store)

    def sync(self) -> None:
        self.sides.set_compared(SOON)
        record = self.engine.round(cancelled=lambda: False)
        assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
        assert self.sides.comparison() is None, "it never differs"
        self.store.check_fold()

    def save(self, stream: StreamId, *changes: Change) -> None:
        self.store.save(stream, changes, time_ms=self.clock())

    def put_out(self, *people: EntityId) -> int:
        with self.store.writing() as connection:
            rows = rows_about(connection, people)
            if not rows or is_held(connection, rows):
                return 0
            return put_out(connection, self.store.names, self.store.index_key, rows, at=TAKEN)

    def want(self, one: EntityId) -> int:
        with self.store.writing() as connection:
            return want(connection, one)

    def states(self) -> dict[EntityId, EntityState]:
        with self.store.reading() as connection:
            rows = connection.execute(
                "SELECT e.state FROM entities AS e JOIN streams AS s ON s.key = e.stream"
                " WHERE s.name LIKE 'team/%'"
            ).fetchall()
        return {one.entity: one for one in (decode_state(raw) for (raw,) in rows)}

    def away(self) -> int:
        with self.store.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM evicted").fetchone()[0])

    @classmethod
    def open(cls, world: HubWorld, member: Member, path: Path) -> "EvictingLaptop":
        """Open a new notebook for a member of the hub."""
        store = open_notebook(
            path, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
            me=WriterIdentity(member.key, member.staff, member.laptop), hub=world.hub,
            create=True, allow_temporary=True,
        )  # fmt: skip
        journal = StoreJournal(store, batch=4)
        engine = Engine(
            member.hub, journal, clock=world.clock, pin=world.root_digest, hub_id=world.hub, me=member.writer,
            digests=journal.digest, comparing=Comparing(member.hub, StoreComparing(store), world.clock),
        )  # fmt: skip
        return cls(store, engine, world.clock)
