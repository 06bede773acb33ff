# SPDX-License-Identifier: MIT
"""Joining anew where the hub has closed a person's notebook: the old one goes, once nothing of it can be lost."""

from contextlib import suppress

from desktop.notebook.errors import UnsentLeft
from desktop.notebook.hub_card import read_hub_card
from desktop.notebook.premises import Premises
from desktop.notebook.standing_orders import standing_order
from desktop.vault.card import read_card
from desktop.vault.lease_keeping import drop_lease
from desktop.vault.wiping import Wipe, destroy, is_marked, mark
from sync.client.outbox import entries
from sync.log.sealing import key_id
from sync.protocol.devices import What
from sync.records.ids import HubId, StaffId, WriterId


def replace_revoked(premises: Premises, staff: StaffId, *, hub_receiving: bytes) -> None:
    """Destroy a person's notebook here if an order of its hub closed it; harmless when none did.

    Nobody has its keys in this process, so what it had not sent is known by its card only, and lies in the
    outbox sealed for the hub, whose public key is ``hub_receiving``. Raises UnsentLeft when none does, NotebookInUse
    while a process has it open.
    """
    disk, folder = premises.disk, premises.laptop.folder_of(staff)
    order = standing_order(disk, folder)
    if order is None or order.what is not What.REVOKE:
        return
    if not is_marked(folder):
        unsent = read_card(disk, folder, staff).unsent
        card = read_hub_card(disk, folder)
        if unsent != 0 and not _lies_sealed(premises, order.writer, card.hub_id, key_id(hub_receiving)):
            raise UnsentLeft(count=unsent or 1)  # a card that does not tell is no word that all was sent
        mark(disk, folder, Wipe(why="left", order=order.serial, at=premises.clock(), signed=False))
    premises.pin_lock(staff).disarm()
    with suppress(OSError):
        drop_lease(premises.key_store, disk, folder)
    destroy(disk, premises.laptop.root, staff)


def _lies_sealed(premises: Premises, writer: WriterId, hub: HubId, key: bytes) -> bool:
    headers = (entry.header for entry in entries(premises.laptop.outbox, hub=hub)[0])
    return any(one.writer == writer and key in one.receivers for one in headers)
