# SPDX-License-Identifier: MIT
"""A member's notebook on disk, joined to a hub of the test's own without a wire."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hub_world import HubWorld, Member
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.changes import Change, WriterIdentity
from desktop.store.comparing import StoreComparing
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.comparing import Comparing
from sync.client.engine import Engine
from sync.protocol.journal import RoundOutcome
from sync.records.ids import StreamId


@dataclass
class HubLaptop:
    """One notebook with its engine; ``close`` the store when done."""

    store: NotebookStore
    journal: StoreJournal
    engine: Engine
    clock: Callable[[], int]

    @classmethod
    def of(cls, world: HubWorld, member: Member, file: Path) -> "HubLaptop":
        """Open a notebook for a member of this hub, a new one where none is."""
        store = open_notebook(
            file, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY,
            me=WriterIdentity(member.key, member.staff, member.laptop), hub=world.hub,
            create=not file.exists(), allow_temporary=True,
        )  # fmt: skip
        journal = StoreJournal(store, batch=4)
        engine = Engine(
            member.hub, journal, clock=world.clock, pin=world.root_digest, hub_id=world.hub, me=member.writer,
            digests=journal.digest,
            comparing=Comparing(member.hub, StoreComparing(store), world.clock),
        )  # fmt: skip
        return cls(store, journal, engine, world.clock)

    def sync(self) -> None:
        """Make one round, which must go well."""
        record = self.engine.round(cancelled=lambda: False)
        assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")

    def save(self, stream: StreamId, *changes: Change) -> None:
        """Save, having seen what stands here."""
        self.store.save(stream, changes, time_ms=self.clock())
