# SPDX-License-Identifier: MIT
"""Whether an order of the hub stands about a notebook: read anew from its folder, and proved anew, each time."""

from pathlib import Path

from desktop.notebook.errors import NotebookWiped, WriterRevoked
from desktop.notebook.hub_card import read_hub_card
from desktop.vault.disk import Disk
from desktop.vault.errors import KeyFileDamaged
from desktop.vault.orders_file import kept_order
from desktop.vault.wiping import is_marked
from sync.protocol.devices import Order
from sync.protocol.errors import FrameBroken, WrongHub
from sync.protocol.orders import order_from, verify_order


def standing_order(disk: Disk, folder: Path) -> Order | None:
    """Return the order that stands about this notebook; bytes that prove nothing are none."""
    raw = kept_order(disk, folder)
    if raw is None:
        return None
    try:
        card = read_hub_card(disk, folder)
        order = verify_order(order_from(raw), pin=card.pin, hub=card.hub_id)
    except (FrameBroken, WrongHub, KeyFileDamaged):
        return None
    return order if order.writer == card.writer_id else None


def demand_no_order(disk: Disk, folder: Path) -> None:
    """Raise WriterRevoked or NotebookWiped when this notebook opens no more."""
    if is_marked(folder):
        raise NotebookWiped
    if standing_order(disk, folder) is not None:
        raise WriterRevoked
