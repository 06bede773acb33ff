# SPDX-License-Identifier: MIT
"""A notebook of which there may be several copies, each of which goes on as its own heir when it finds out."""

import itertools
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from hub_world import HubWorld, Member
from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.backup_copy import copy_notebook
from desktop.store.changes import Change, WriterIdentity
from desktop.store.heir import Heir
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.hub.in_process import InProcessHub
from sync.hub.service import HubService
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.errors import Unreachable
from sync.protocol.journal import RoundOutcome, RoundRecord
from sync.protocol.messages import Pushed, PushRequest
from sync.protocol.succession import SucceedRequest
from sync.records.ids import EntityId, LaptopId, StreamId, WriterId, new_laptop_id

_numbers = itertools.count()


class LossyHub(InProcessHub):
    """A hub whose next answer to a push is lost, when ``lose`` says so: it has the run, the laptop does not know."""

    def __init__(self, service: HubService, writer: WriterId) -> None:
        super().__init__(service, writer)
        self.lose = False

    def push(self, request: PushRequest) -> Pushed:
        """Take the run in, and perhaps say nothing."""
        answer = super().push(request)
        if self.lose:
            self.lose = False
            raise Unreachable("cut")
        return answer


@dataclass
class CopiedNotebook:
    """One of the copies, open. ``receiving`` follows the key, as in a vault."""

    world: HubWorld
    path: Path
    me: WriterIdentity
    receiving: ReceivingKey
    store: NotebookStore = field(init=False)
    hub: LossyHub = field(init=False)
    engine: Engine = field(init=False)
    journal: StoreJournal = field(init=False)
    batch: int = 3

    def __post_init__(self) -> None:
        self.open()

    @classmethod
    def of(cls, world: HubWorld, member: Member, path: Path) -> "CopiedNotebook":
        """Return a member's notebook, as yet the only one."""
        return cls(world, path, WriterIdentity(member.key, member.staff, member.laptop), member.receiving)

    def open(self) -> None:
        """Open the store and what works on it."""
        self.store = open_notebook(
            self.path, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY, me=self.me, hub=self.world.hub,
            create=not self.path.exists(), allow_temporary=True,
        )  # fmt: skip
        self.me = self.store.me
        self.hub = LossyHub(self.world.service, self.me.writer)
        self.journal = StoreJournal(self.store, batch=self.batch)
        self.engine = Engine(
            self.hub, self.journal, clock=self.world.clock, pin=self.world.root_digest, hub_id=self.world.hub,
            me=self.me.writer, digests=self.journal.digest,
        )  # fmt: skip

    def copy(self) -> "CopiedNotebook":
        """Return another notebook that is this one, down to its keys."""
        path = self.path.with_name(f"copy-{next(_numbers)}.db")
        copy_notebook(self.path, KEY, path)
        return CopiedNotebook(self.world, path, self.me, self.receiving)

    def save(self, stream: StreamId, *changes: Change) -> None:
        """Save, having seen what stands here; with an event in the access log."""
        self.store.save(stream, changes, time_ms=self.world.clock())
        self.store.record({"operation": "READ", "target": changes[0].entity}, time_ms=self.world.clock())

    def round(self, *, lose: bool = False) -> RoundRecord:
        """Make one round, whatever comes of it."""
        self.hub.lose = lose
        record = self.engine.round(cancelled=lambda: False)
        self.hub.lose = False
        return record

    def sync(self, *, lose: bool = False) -> RoundRecord:
        """Make rounds until one goes well or is cut; go on as the heir where this notebook exists twice."""
        record = self.round(lose=lose)
        while record.problem.startswith("Cloned"):
            self.go_on_as_heir()
            record = self.round(lose=lose)
        return record

    def agree(self) -> None:
        """Make rounds that must go well."""
        record = self.sync()
        assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")

    def make_heir(self) -> Heir:
        """Make keys, keep them in the notebook, and have the hub let them in."""
        receiving = ReceivingKey.generate()
        heir = Heir(
            self.me.writer, SigningKey.generate().seed, receiving.secret, LaptopId(new_laptop_id()), b"city"
        )
        self.store.set_heir(heir)
        self.hub.succeed(SucceedRequest(heir.key.public, receiving.public, heir.laptop))
        return heir

    def go_on_as_heir(self) -> None:
        """Become the heir: the key first, as the key file does, then the notebook."""
        heir = self.make_heir()
        self.store.close()
        self.me = WriterIdentity(heir.key, self.me.staff, self.me.laptop)
        self.receiving = ReceivingKey.from_secret(heir.receiving_key)
        self.open()
        self.store.set_heir(None)

    def values(self, entity: EntityId, field: str) -> frozenset[str]:
        """Return what stands in a field here, several values where they differ."""
        view = self.store.reads().entity(entity)
        if view is None or field not in view.fields:
            return frozenset()
        return frozenset(head.value for head in view.fields[field].heads)

    def events(self) -> Iterator[EntityId]:
        """Yield the access log's events that became commits: what must have reached the hub one day."""
        for (raw,) in self.store.reads().connection.execute(
            "SELECT entity FROM entities WHERE kind = 'audit'"
        ):
            yield EntityId(raw)

    def close(self) -> None:
        """Close the store, if that was not done."""
        with suppress(Exception):
            self.store.close()
