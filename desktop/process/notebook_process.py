# SPDX-License-Identifier: MIT
"""The notebook process: its lanes, its pipe, the door, and what works behind it while a notebook is open. No Qt."""

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final

from desktop import VERSION
from desktop.notebook.access_log import AccessLog
from desktop.notebook.backups import Backups
from desktop.notebook.conflicts import Conflicts
from desktop.notebook.desk import Desk
from desktop.notebook.door import Door
from desktop.notebook.drafts import Drafts
from desktop.notebook.farewells import Carrier, carrying
from desktop.notebook.filing import Filing
from desktop.notebook.lanes import Lane, Urgency
from desktop.notebook.leasing import Leasing
from desktop.notebook.leaving import Leaving, last_round
from desktop.notebook.list_looks import ListLooks
from desktop.notebook.merging import Merging
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import LockedByItself
from desktop.notebook.network import Network
from desktop.notebook.orders import Orders
from desktop.notebook.outbox_keeper import OutboxKeeper
from desktop.notebook.people import People
from desktop.notebook.premises import Entered, Premises, backups_of
from desktop.notebook.recovering import Recovering
from desktop.notebook.renewing import Renewing
from desktop.notebook.reopening import Reopening
from desktop.notebook.restoring import Restoring
from desktop.notebook.retention import Retention
from desktop.notebook.retention_rules import the_rules
from desktop.notebook.reviews import Reviews
from desktop.notebook.self_check import SelfCheck
from desktop.notebook.server import Server
from desktop.notebook.service_desk import ServiceDesk
from desktop.notebook.succession import let_in_after_round
from desktop.notebook.sync_desk import Counts, SyncDesk
from desktop.notebook.today import Today
from desktop.notebook.told_values import Told
from desktop.notebook.undoing import Undoing
from desktop.notebook.ways import Ways
from desktop.process.reaching import Reaching
from desktop.process.transfers import Transfers
from desktop.resources import resource
from desktop.store.compaction import Compaction
from desktop.store.comparing import StoreComparing
from desktop.store.errors import StoreError
from desktop.store.journal import StoreJournal
from desktop.vault.kdf import CALIBRATION_MIB, KdfParameters, calibrate
from desktop.vault.key_store import FileKeyStore, system_key_store
from desktop.vault.laptop import open_laptop
from desktop.vault.placement import demand_allowed
from desktop.vault.vault import REAL_DISK
from desktop.vault.volatile_store import system_volatile_store
from sync.client.blob_http import HttpBlobs
from sync.client.comparing import Comparing
from sync.client.engine import Engine
from sync.client.listening import Listener, news_came
from sync.client.state import Activity, SyncState
from sync.client.worker import SyncWorker
from sync.log.sealing import ReceivingKey, key_id
from sync.protocol.devices import SignedOrder
from sync.protocol.errors import Code
from sync.protocol.holding_hub import LaptopHub
from sync.records.codes import load_codes
from sync.records.ids import new_laptop_id

FLUSH_SECONDS: Final = 1.0
"""At lock the outbox may take this long (settled: blank at once, flush for at most 1 s, end)."""
CHECK_SECONDS: Final = 0.2
"""How long a check of the whole notebook may take to notice that it is over."""
END_SECONDS: Final = 1.3
"""When the window has closed the pipe, all of it; the window kills what still runs after 1.5 s."""
ROSTER_SECONDS: Final = 60.0
"""How long joining waits for the roster, without which nobody's rights are known."""
_ROSTER_POLL_SECONDS: Final = 0.05
_LEAST_SERIAL: Final = "least_serial"
PRACTICE_COST: Final = KdfParameters(memory_kib=CALIBRATION_MIB[0] * 1024, passes=1, lanes=1)
"""Practice holds made-up people only; its passphrase stands in the demo's own text."""

_log = logging.getLogger(__name__)


def now_ms() -> int:
    """Return this laptop's clock in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


@dataclass(slots=True)
class Working:
    """What runs while a notebook is open. ``tried`` is set once a round has ended, well or not."""

    worker: SyncWorker
    keeper: OutboxKeeper
    tried: threading.Event
    looks: ListLooks
    backups: Backups
    filing: Filing
    listener: Listener
    holding: LaptopHub
    retention: Retention
    check: SelfCheck | None = None


class NotebookProcess:
    """The process as a whole: the lanes, the pipe, the door, and what works behind it."""

    def __init__(
        self,
        home: Path,
        *,
        practice: bool,
        read: BinaryIO,
        write: BinaryIO,
        clock: Callable[[], int] = now_ms,
    ) -> None:
        """Open the laptop's folder; raises FolderRefused, KeyFileDamaged, DiskFull."""
        demand_allowed(home, os.environ)
        self._clock = clock
        self._writing = Lane("writing")
        self._reading = Lane("reading")
        self._catalogue = Lane("catalogue")
        self._bulk = Lane("bulk")
        self._server = Server(read, write)
        self._working: Working | None = None
        self._inside_asks: list[type[Ask[Any]]] = []
        self._ending = threading.Event()
        laptop = open_laptop(home, laptop=new_laptop_id(), practice=practice, disk=REAL_DISK)
        self._laptop = laptop
        self._outbox = laptop.outbox
        self._reach = Reaching(Ways(laptop.root, REAL_DISK), clock)
        premises = Premises(
            laptop=laptop,
            disk=REAL_DISK,
            codes=load_codes(resource("codes")),
            passphrase_words=resource("words", "fi.txt").read_text(encoding="utf-8"),
            kdf=(lambda: PRACTICE_COST) if practice else calibrate,
            reach=self._reach,
            clock=clock,
            version=VERSION,
            lane=self._writing,
            spare=Lane("spare"),
            key_store=FileKeyStore(home, REAL_DISK) if practice else system_key_store(home, REAL_DISK),
            volatile=system_volatile_store(),
        )
        self._premises, self._spare = premises, premises.spare
        self._door = Door(premises, entered=self._entered, leaving=self._leave)
        self._server.offer(self._door.handlers())
        self._server.offer(Network(premises, self._door).handlers())
        self._server.offer(Reopening(premises, self._door).handlers())
        self._leasing = Leasing(premises, self._door)
        self._server.offer(self._leasing.handlers())
        premises.spare.post(self._leasing.warm)
        renewing = Renewing(premises, self._door, self._leasing, reach=self._reach)
        self._server.offer(renewing.handlers())
        self._orders = Orders(
            premises, self._door, reach=self._reach, tell=self._server.tell,
            seal=self._seal_last,
        )  # fmt: skip
        self._orders.finish()
        self._server.offer(self._orders.handlers())
        self._orders.watch(self._ending)
        self._server.offer(Recovering(premises, self._door).handlers())
        self._server.offer(Restoring(premises, self._door, opening=self._door.open_vault).handlers())

    def serve(self) -> None:
        """Serve until the window closes the pipe; then let go of everything, in less than 1.5 s."""
        try:
            self._server.serve()
        finally:
            self._ending.set()
            try:
                self._writing.call(lambda: self._door.leave("closed"), timeout=END_SECONDS)
            except TimeoutError:
                # Something slow (Argon2id, a join) has the lane. What was acknowledged is durable, and the
                # operating system takes keys and lock with the process.
                _log.info("the notebook was not closed in time")

    def _entered(self, inside: Entered, fresh: bool) -> None:  # noqa: FBT001 - the door's callback
        """Put the use cases behind the door, and wait for the roster when the notebook is new."""
        desk = inside.desk
        reading, writing = self._reading, self._writing
        reading.call(desk.store.widen)
        today = Today(desk, reading=reading, writing=writing)
        people = People(desk, reading=reading, writing=writing)
        conflicts = Conflicts(desk, reading=reading, writing=writing)
        told = Told(desk, conflicts.requests, reading=reading, writing=writing)
        reviews = Reviews(desk, reading=reading, writing=writing)
        drafts = Drafts(desk, reading=reading, writing=writing)
        undoing = Undoing(desk, writing=writing)
        merging = Merging(desk, reading=reading, writing=writing)
        transfers = Transfers(desk, reading=reading, writing=writing, online=Lane("online"))
        services = ServiceDesk(
            desk, reading=reading, writing=writing, catalogue=self._catalogue, looks=people.looks,
            resources=resource("codes").parent,
        )  # fmt: skip
        counts = Counts(
            conflicts=conflicts.count,
            review_waiting=lambda: reviews.waiting_count() + transfers.held.deciding(),
            news=lambda: today.news.unanswered() + transfers.notices.count(),
            due=services.follow_ups.count,
        )
        sync_desk = SyncDesk(desk, reading=reading, tell=self._server.tell, counts=counts)
        working = self._work(inside, sync_desk, people.looks)
        transfers.attach(working.holding)
        log = AccessLog(desk, reading=reading, writing=writing)
        leaving = Leaving(
            self._premises, self._door, working.keeper,
            send=last_round(working.worker.nudge, working.tried),
            carrying=lambda entered: carrying(self._outbox, entered, self._reach),
        )  # fmt: skip
        for offer in (
            leaving,
            today,
            people,
            services,
            conflicts,
            told,
            merging,
            reviews,
            undoing,
            drafts,
            transfers,
            sync_desk,
            log,
            working.retention,
            working.backups,
            working.filing,
        ):
            handlers = offer.handlers()
            self._inside_asks += handlers
            self._server.offer(handlers)
        working.keeper.take_in()
        working.keeper.start()
        working.worker.start()
        working.backups.start()
        working.filing.start()
        self._working = working
        self._catalogue.post(services.services.warm)
        working.check = SelfCheck(desk, tell=self._server.tell)
        self._spare.post(working.check.run)
        self._spare.post(Compaction(desk.store, desk.now).run)
        if fresh:
            self._await_roster(inside.desk, working)

    def _work(self, inside: Entered, sync_desk: SyncDesk, looks: ListLooks) -> Working:
        desk, kept = inside.desk, inside.vault.secrets
        journal = StoreJournal(desk.store)
        receiving = ReceivingKey.from_secret(kept.receiving_key)
        reach = partial(
            self._reach,
            inside.hub.address,
            pin=inside.hub.pin,
            signing=desk.store.me.key,
            receiving=receiving,
            hub_id=inside.hub.hub_id,
            offset=journal.clock_offset(),
        )
        wire = reach()
        engine = Engine(
            wire,
            journal,
            clock=self._clock,
            pin=inside.hub.pin,
            hub_id=inside.hub.hub_id,
            me=desk.writer,
            least_serial=desk.store.number(_LEAST_SERIAL),
            digests=journal.digest,
            comparing=Comparing(wire, StoreComparing(desk.store), self._clock),
        )
        filing = Filing(
            desk,
            self._laptop,
            disk=REAL_DISK,
            hub=HttpBlobs(reach()),
            tell=self._server.tell,
            bulk=self._bulk,
            writing=self._writing,
        )
        tried = threading.Event()
        retention = Retention(desk, the_rules(), online=Lane("fetching"), reading=self._reading)
        keeper = OutboxKeeper(
            desk,
            self._outbox,
            receiving=receiving,
            hub_receiving=lambda: engine.known.receiving if engine.known is not None else None,
            arrived=sync_desk.imported,
            kept=lambda: self._door.keep_card(inside),
        )

        carrier = Carrier(self._outbox, wire, hub_id=inside.hub.hub_id, receiving=receiving.public)

        def changed(state: SyncState) -> None:
            sync_desk.changed(state)
            if state.activity is Activity.WORKING:
                return
            tried.set()
            listener.round_ended(ok=state.activity is Activity.IDLE)
            retention.round_ended(ok=state.activity is Activity.IDLE)
            if state.problem.partition(" ")[0] == Code.WRITER_REVOKED:
                self._writing.post(partial(self._obey, inside, self._orders.asked_in_round(wire, inside)))
                return
            if state.activity is Activity.CLONED and let_in_after_round(
                wire, desk.store, inside.vault, known=engine.known, laptop_name=desk.laptop_name
            ):
                self._writing.post(partial(self._lock_by_itself, Problem.EXISTED_TWICE, "succession"))
                return
            keeper.round_ended()
            if state.activity is Activity.IDLE:
                self._leasing.contact(inside, wire)
                filing.round_ended()
                self._spare.post(retention.run, urgency=Urgency.IDLE)
                if engine.known is not None:
                    carrier.carry(key_id(engine.known.receiving), besides=desk.writer)
            if self._leasing.tick():
                self._writing.post(partial(self._lock_by_itself, Problem.LEASE_RUN_OUT, "lease"))
            if engine.known is not None and engine.known.serial > desk.store.number(_LEAST_SERIAL):
                desk.store.set_number(_LEAST_SERIAL, engine.known.serial)

        worker = SyncWorker(engine, changed=changed, clock=self._clock, last_success=sync_desk.last_success())
        sync_desk.attach(worker)
        retention.attach(worker.nudge)
        sync_desk.attach_window(retention.window)
        listener = Listener(
            reach(), ask=engine.to_ask, heard=news_came(engine, worker), listening=worker.listening
        )
        listener.start()
        desk.on_save(worker.saved)
        backups = Backups(
            desk,
            backups_of(self._premises, inside.vault, inside.hub),
            spare=self._spare,
            city=lambda: engine.known.recovery if engine.known is not None else None,
        )
        return Working(worker, keeper, tried, looks, backups, filing, listener, reach(), retention)

    def _obey(self, inside: Entered, signed: SignedOrder | None) -> None:
        """Lock because the hub has let this writer go, and do what it ordered, if it did."""
        if signed is None:
            self._lock_by_itself(Problem.WRITER_REVOKED, "revoked")
        elif self._working is not None:
            self._orders.obey_inside(inside, signed, seal=self._seal_last)

    def _seal_last(self) -> None:
        """Leave what is unsent for the hub, in the writing lane: this notebook is about to go."""
        if self._working is not None:
            self._working.keeper.seal_last()

    def _lock_by_itself(self, problem: Problem, why: str) -> None:
        """Lock, and tell the window why. What is unsent stays, and lies in the outbox for a colleague."""
        if self._working is None:
            return  # locked already, by the person or by an earlier round
        self._server.tell(LockedByItself(problem))
        self._door.leave(why)

    def _leave(self, _why: str) -> None:
        """Flush the outbox and stop what runs, for at most a second in all; harmless when nothing runs."""
        self._server.withdraw(self._inside_asks)
        self._inside_asks.clear()
        working, self._working = self._working, None
        if working is None:
            return
        end = time.monotonic() + FLUSH_SECONDS
        self._leasing.left()
        working.backups.stop()
        working.retention.stop(wait_seconds=CHECK_SECONDS)
        working.filing.stop()
        try:
            working.looks.flush()
        except StoreError as problem:
            # A full disk must not keep the keys here; the next look is written again.
            _log.info("a look at a list was not written: %s", type(problem).__name__)
        if working.check is not None:
            working.check.stop(wait_seconds=CHECK_SECONDS)
        working.worker.stop()
        working.listener.stop()
        working.keeper.flush(FLUSH_SECONDS)
        working.keeper.stop(wait_seconds=max(0.0, end - time.monotonic()))
        working.worker.stop(wait_seconds=max(0.0, end - time.monotonic()))
        working.filing.stop(wait_seconds=max(0.0, end - time.monotonic()))

    def _await_roster(self, desk: Desk, working: Working) -> None:
        """Wait until the roster says what this person may do; the rest of the first sync goes on behind."""
        end = time.monotonic() + ROSTER_SECONDS
        while not desk.held() and not working.tried.is_set() and time.monotonic() < end:
            if self._ending.wait(_ROSTER_POLL_SECONDS):
                return
