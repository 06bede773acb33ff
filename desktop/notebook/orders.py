# SPDX-License-Identifier: MIT
"""The hub's orders about notebooks on this laptop: over the wire, in a round, or from a stick, and what each does.

Every order is held against the digest that the notebook pinned at enrolment, each time it is read. What is not that
hub's changes nothing.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol

from desktop.notebook.door import Door
from desktop.notebook.errors import NotFound, OrderUnreadable
from desktop.notebook.farewells import leave_farewell, take_back_farewell
from desktop.notebook.hub_card import HubCard, read_hub_card
from desktop.notebook.messages.envelope import Ask, Done, Event
from desktop.notebook.messages.leaving import DismissWiped, OrderCame, OrderObeyed, ReadOrder
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import LockedByItself
from desktop.notebook.premises import Entered, Premises
from desktop.notebook.server import Handler
from desktop.notebook.standing_orders import standing_order
from desktop.store.errors import StoreError
from desktop.vault.card import NotebookCard
from desktop.vault.disk import open_plainly
from desktop.vault.errors import DiskFull, KeyFileDamaged, NotebookInUse, VaultError
from desktop.vault.lease_keeping import drop_lease
from desktop.vault.orders_file import keep_order
from desktop.vault.wiping import Wipe, destroy, forget_wiped, is_marked, mark, marked
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.devices import Order, SignedOrder, What, Why
from sync.protocol.errors import EnrolmentInvalid, FrameBroken, ProtocolError, WrongHub
from sync.protocol.orders import LARGEST_ORDER, order_bytes, order_from, verify_order
from sync.records.ids import StaffId, WriterId

LOOK_SECONDS: Final = 60.0

_log = logging.getLogger(__name__)


class OrderHub(Protocol):
    """The one call that this needs of a hub."""

    def order(self, writer: WriterId) -> SignedOrder | None:
        """Return the order about a writer."""


class ReachDevices(Protocol):
    """How a closed notebook reaches its hub about its own laptop."""

    def __call__(self, address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey) -> OrderHub:
        """Return the hub, not yet spoken to; raises InsecureAddress."""


class Orders:
    """Obeys orders about the notebooks of one laptop."""

    def __init__(
        self,
        premises: Premises,
        door: Door,
        *,
        reach: ReachDevices,
        tell: Callable[[Event], None],
        seal: Callable[[], object] = lambda: None,
    ) -> None:
        """``tell`` tells the window; ``seal`` leaves what the open notebook has not sent for the hub."""
        self._premises = premises
        self._door = door
        self._reach = reach
        self._tell = tell
        self._seal = seal
        door.on_arrival(self._arrived)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers about orders and what they did, whether a notebook is open or not."""
        lane = self._premises.lane
        return {ReadOrder: Handler(self.read, lane), DismissWiped: Handler(self.dismiss, lane)}

    # --- without keys ---

    def watch(self, ending: threading.Event) -> None:
        """Look at once, and then every minute until ``ending``; each look is in the spare lane, for it may be slow."""

        def loop() -> None:
            self._premises.spare.post(self.look)
            while not ending.wait(LOOK_SECONDS):
                self._premises.spare.post(self.look)

        threading.Thread(target=loop, name="orders", daemon=True).start()

    def finish(self) -> None:
        """Destroy what an earlier process began to destroy; what can't be now is tried at the next start."""
        for staff in marked(self._premises.laptop.root):
            self._destroy(staff)

    def look(self) -> None:
        """Ask the hub about every notebook here, while none is open, and obey; a hub out of reach is asked again."""
        for card in self._premises.laptop.notebooks():
            try:
                self._door.demand_outside()
            except NotebookInUse:
                return
            hub_card = self._hub_card(card.staff)
            if hub_card is None or hub_card.writer_id is None:
                continue
            signed = self._ask(hub_card)
            try:
                with suppress(WrongHub, NotebookInUse):
                    if signed is not None and (done := self._obey(card, hub_card, signed)) is not None:
                        self._tell(OrderCame(done.staff, done.name, done.what))
            except (OSError, VaultError) as problem:
                # A folder that can't be written hides no order about another notebook; it is tried again.
                _log.info("an order was not kept: %s", type(problem).__name__)

    def read(self, ask: ReadOrder) -> OrderObeyed:
        """Obey an order of a stick; raises OrderUnreadable, NotFound (for no notebook here), NotebookInUse."""
        try:
            with open_plainly(Path(ask.path)) as file:
                signed = order_from(file.read(LARGEST_ORDER + 1))
        except (OSError, ValueError, FrameBroken) as problem:
            raise OrderUnreadable from problem
        believed = False
        for card in self._premises.laptop.notebooks():
            hub_card = self._hub_card(card.staff)
            if hub_card is None:
                continue
            try:
                order = verify_order(signed, pin=hub_card.pin, hub=hub_card.hub_id)
            except WrongHub:
                continue
            believed = True
            if order.writer == hub_card.writer_id:
                self._obey_anywhere(card, hub_card, signed)
                return OrderObeyed(card.staff, card.name, order.what.value)
        if believed:
            raise NotFound(kind="notebook")
        raise OrderUnreadable

    def dismiss(self, _ask: DismissWiped) -> Done:
        """Tell the unlock page no more of what was destroyed here."""
        forget_wiped(self._premises.disk, self._premises.laptop.root)
        return Done()

    # --- with an open notebook ---

    def asked_in_round(self, hub: OrderHub, inside: Entered) -> SignedOrder | None:
        """Return the order behind a refusal of the hub, ``None`` when it has none or can't be reached any more."""
        try:
            signed = hub.order(inside.desk.writer)
            if signed is not None:
                verify_order(signed, pin=inside.hub.pin, hub=inside.hub.hub_id)
        except ProtocolError as problem:
            _log.info("no order was given: %s", type(problem).__name__)
            return None
        return signed

    def obey_inside(self, inside: Entered, signed: SignedOrder, *, seal: Callable[[], object]) -> Order:
        """Obey an order about the open notebook, in the writing lane; it is closed when this returns.

        ``seal`` leaves what is unsent for the hub. Raises WrongHub: then nothing changed.
        """
        order = verify_order(signed, pin=inside.hub.pin, hub=inside.hub.hub_id)
        if order.writer != inside.desk.writer:
            raise WrongHub("writer")
        wipe = order.what is What.WIPE
        try:
            inside.desk.looked("LEAVE", None, kind="notebook", reason=order.what.value)
            seal()
        except (StoreError, OSError, VaultError) as problem:
            _log.info("not all was sealed before an order: %s", type(problem).__name__)
        told = wipe and self._farewell(inside, order)
        self._tell(LockedByItself(Problem.NOTEBOOK_WIPED if wipe else Problem.WRITER_REVOKED))
        self._door.leave("ordered")
        self._carry_out(inside.vault.folder, inside.desk.staff, order, signed, told=told)
        return order

    # --- parts ---

    def _arrived(self, inside: Entered, _by: str) -> None:
        """Whoever comes in has not left: else the next colleague online would have them revoked."""
        try:
            take_back_farewell(self._premises.laptop.outbox, inside.desk.writer)
        except OSError as problem:
            _log.info("a farewell was not taken back: %s", type(problem).__name__)

    def _obey_anywhere(self, card: NotebookCard, hub_card: HubCard, signed: SignedOrder) -> None:
        """Obey about the open notebook if it is that one, else about a closed one."""
        inside = self._door.inside
        if inside is not None and inside.desk.staff == card.staff:
            self.obey_inside(inside, signed, seal=self._seal)
        else:
            self._obey(card, hub_card, signed)

    def _obey(self, card: NotebookCard, hub_card: HubCard, signed: SignedOrder) -> OrderObeyed | None:
        """Obey about a closed notebook; ``None`` when that is done already. Raises WrongHub, NotebookInUse."""
        order = verify_order(signed, pin=hub_card.pin, hub=hub_card.hub_id)
        if order.writer != hub_card.writer_id:
            raise WrongHub("writer")
        folder = self._premises.laptop.folder_of(card.staff)
        standing = standing_order(self._premises.disk, folder)
        if standing is not None and standing.serial >= order.serial and order.what is not What.WIPE:
            return None
        self._carry_out(folder, card.staff, order, signed, told=False)
        return OrderObeyed(card.staff, card.name, order.what.value)

    def _carry_out(
        self, folder: Path, staff: StaffId, order: Order, signed: SignedOrder, *, told: bool
    ) -> None:
        disk = self._premises.disk
        if order.what is What.REVOKE:
            keep_order(disk, folder, order_bytes(signed))
            self._premises.pin_lock(staff).disarm()
            return
        wipe = Wipe(why="wiped", order=order.serial, at=self._premises.clock(), signed=told)
        mark(disk, folder, wipe)
        self._destroy(staff)

    def _destroy(self, staff: StaffId) -> None:
        premises = self._premises
        try:
            premises.pin_lock(staff).disarm()
            with suppress(OSError):  # a key file that can't be read is no reason to keep the rest
                drop_lease(premises.key_store, premises.disk, premises.laptop.folder_of(staff))
            destroy(premises.disk, premises.laptop.root, staff)
        except (OSError, VaultError) as problem:
            _log.info("a notebook is not wholly destroyed yet: %s", type(problem).__name__)

    def _farewell(self, inside: Entered, order: Order) -> bool:
        premises = self._premises
        try:
            leave_farewell(
                premises.disk, premises.laptop.outbox, inside.desk.store.me.key, hub=inside.hub.hub_id,
                why=Why.WIPED, order=order.serial, time_ms=inside.desk.now(),
            )  # fmt: skip
        except DiskFull:
            return False
        return True

    def _ask(self, card: HubCard) -> SignedOrder | None:
        """Ask with keys of the moment: an order is given to whoever asks."""
        writer = card.writer_id
        try:
            hub = self._reach(
                card.address, pin=card.pin, signing=SigningKey.generate(), receiving=ReceivingKey.generate()
            )
            return None if writer is None else hub.order(writer)
        except (ProtocolError, EnrolmentInvalid) as problem:
            _log.info("no order was given: %s", type(problem).__name__)
            return None

    def _hub_card(self, staff: StaffId) -> HubCard | None:
        folder = self._premises.laptop.folder_of(staff)
        if is_marked(folder):
            return None
        try:
            return read_hub_card(self._premises.disk, folder)
        except KeyFileDamaged:
            return None  # told when that notebook is opened
