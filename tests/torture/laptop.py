# SPDX-License-Identifier: MIT
"""A real notebook on a laptop with a clock of its own, an engine and a bad network, to be copied and brought back."""

import hashlib
import itertools
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from store_world import AUDIT_KEY, INDEX_KEY, KEY

from desktop.store.backup_copy import check_copy, copy_notebook, discard
from desktop.store.changes import WriterIdentity
from desktop.store.comparing import StoreComparing
from desktop.store.heir import Heir
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.comparing import SOON, Comparing
from sync.client.engine import Engine
from sync.client.errors import SyncError
from sync.client.pace import Pace
from sync.client.pull import pull_all
from sync.client.push import push_all
from sync.client.round import Progress, Round
from sync.hub.service import HubService
from sync.log.errors import LogError
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.comparing_journal import Comparison
from sync.protocol.errors import ProtocolError
from sync.protocol.journal import RoundRecord
from sync.protocol.succession import SucceedRequest
from sync.records.ids import HubId, LaptopId, StaffId, WriterId
from tests.torture.network import BadNetwork, Fault
from tests.torture.programs import program

_numbers = itertools.count(1)


@dataclass
class Machine:
    """What a laptop knows of the hub: how to reach it, and what it pinned."""

    service: Callable[[], HubService]
    hub: HubId
    pin: bytes


@dataclass
class Laptop:
    """One notebook, open. ``clock`` is this laptop's own."""

    machine: Machine
    path: Path
    me: WriterIdentity
    receiving: ReceivingKey
    clock: int
    batch: int = 100
    kept: Path | None = None
    """A backup of it."""
    gone: str = ""
    """Why it cannot go on: its writer was revoked."""
    older: bool = False
    """Whether its program does not know yet what newer ones write."""
    store: NotebookStore = field(init=False)
    network: BadNetwork = field(init=False)
    journal: StoreJournal = field(init=False)
    engine: Engine = field(init=False)

    def __post_init__(self) -> None:
        self.open()

    def now(self) -> int:
        """Return this laptop's time, a millisecond later at each look."""
        self.clock += 1
        return self.clock

    def open(self) -> None:
        """Open the store and what works on it."""
        self.store = open_notebook(
            self.path, KEY, audit_key=AUDIT_KEY, index_key=INDEX_KEY, me=self.me, hub=self.machine.hub,
            create=not self.path.exists(), allow_temporary=True,
        )  # fmt: skip
        self.me = self.store.me
        self.journal = StoreJournal(self.store, batch=self.batch)
        self.connect()

    def connect(self) -> None:
        """Begin with the hub anew: this program, or the hub, was started again."""
        self.network = BadNetwork(self.machine.service(), self.me.writer)
        self.engine = Engine(
            self.network, self.journal, clock=self.now, pin=self.machine.pin, hub_id=self.machine.hub,
            me=self.me.writer, digests=self.journal.digest,
            comparing=Comparing(self.network, StoreComparing(self.store), self.now),
        )  # fmt: skip

    @property
    def writer(self) -> WriterId:
        """Who writes here."""
        return self.me.writer

    def copy(self) -> "Laptop":
        """Return another laptop with this very notebook on it."""
        path = self.path.with_name(f"{self.path.stem.partition('-')[0]}-{next(_numbers)}.db")
        copy_notebook(self.path, KEY, path)
        return Laptop(self.machine, path, self.me, self.receiving, self.clock, self.batch, older=self.older)

    def upgrade(self) -> bool:
        """Open the notebook with the newer program; ``False`` where it is that already."""
        if not self.older:
            return False
        self.older = False
        self.store.close()
        with program(older=False):
            self.open()
        return True

    def back_up(self) -> None:
        """Make a backup, over an earlier one."""
        self.kept = self.path.with_suffix(".kept")
        copy_notebook(self.path, KEY, self.kept)
        check_copy(self.kept, KEY, audit_key=AUDIT_KEY)

    def bring_back(self) -> bool:
        """Lose the disk and go on from the backup; ``False`` where the key file has gone on since."""
        if self.kept is None:
            return False
        self.store.close()
        discard(self.path)
        self.kept.rename(self.path)
        self.kept = None
        self.open()
        return True

    def round(self, faults: list[Fault] | None = None) -> RoundRecord:
        """Make one round under these faults; go on as the heir where this notebook exists twice."""
        self.network.behave(faults or [])
        record = self.engine.round(cancelled=lambda: False)
        self.network.heal()
        if record.outcome.value == "done" and self.store.number("restored"):
            self.store.set_number("restored", 0)
        return record

    def only(self, step: Callable[[Round], None]) -> Exception | None:
        """Push only, or pull only; return what went wrong."""
        try:
            if self.engine.known is None:
                self.engine.round(cancelled=lambda: False)
            if self.engine.known is None:
                return None
            step(
                Round(
                    self.network,
                    self.journal,
                    self.engine.known,
                    self.writer,
                    Pace(),
                    lambda: False,
                    _unheard,
                )
            )
        except (ProtocolError, LogError, SyncError) as problem:
            self.engine.known = None
            return problem
        return None

    def compare_soon(self) -> None:
        """Let the next round compare every stream with the hub, record by record."""
        StoreComparing(self.store).set_compared(SOON)

    def difference(self) -> Comparison | None:
        """Return what a comparison has found since this notebook began; ``None`` is as it should be."""
        return StoreComparing(self.store).comparison()

    def push_only(self) -> Exception | None:
        """Send, fetch nothing."""
        return self.only(push_all)

    def pull_only(self) -> Exception | None:
        """Fetch, send nothing."""
        return self.only(pull_all)

    def go_on_as_heir(self) -> None:
        """Become the heir: the key first, as the key file does, then the notebook."""
        number = next(_numbers)
        key = SigningKey.from_seed(hashlib.sha256(b"heir" + self.writer + bytes([number % 256])).digest())
        receiving = ReceivingKey.generate()
        laptop = LaptopId("l" + hashlib.sha256(f"heir {number}".encode()).hexdigest()[:16])
        heir = Heir(self.writer, key.seed, receiving.secret, laptop, b"city")
        self.store.set_heir(heir)
        self.network.succeed(SucceedRequest(heir.key.public, receiving.public, laptop))
        self.store.close()
        self.me = WriterIdentity(heir.key, self.me.staff, self.me.laptop)
        self.receiving = receiving
        if self.kept is not None:
            discard(self.kept)  # its key is no longer this notebook's
            self.kept = None
        self.open()
        self.store.set_heir(None)

    @property
    def staff(self) -> StaffId:
        """Whose notebook it is."""
        return self.me.staff

    def close(self) -> None:
        """Close the store, if that was not done."""
        with suppress(Exception):
            self.store.close()


def _unheard(_progress: Progress) -> None:
    """Nobody listens."""
