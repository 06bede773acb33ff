# SPDX-License-Identifier: MIT
"""Which hub a notebook belongs to: a small file beside its key file, in the clear.

It holds nothing secret: the address, the hub's id, the root's digest, and the writer's id. Changing it gains nothing:
the root is pinned again inside the vault (``demand_same_root``), and the database refuses another hub's id.
"""

from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.vault.disk import Disk, write_durably
from desktop.vault.errors import KeyFileDamaged
from sync.protocol.fingerprint import root_digest
from sync.records.ids import ID_BYTES, HubId, WriterId

HUB_FILE: Final = "hub.json"
_LARGEST_FILE: Final = 4096


class HubCard(msgspec.Struct, frozen=True, kw_only=True):
    """The hub of one notebook; ``laptop_name`` is what this laptop called itself there."""

    address: str
    hub: str
    """Hex."""
    root_digest: str
    """Hex; the root key's 32-byte digest."""
    laptop_name: str
    writer: str = ""
    """Hex; whose notebook it is to the hub, so that a closed one can ask about itself. Empty before that was kept."""
    version: Literal[1] = 1
    laptop: str = ""
    """The laptop that this writer is enrolled on, when a backup brought it to another; empty for this one."""

    @property
    def hub_id(self) -> HubId:
        """The hub's id as bytes."""
        return HubId(bytes.fromhex(self.hub))

    @property
    def writer_id(self) -> WriterId | None:
        """The writer's id as bytes, ``None`` in a card from before it was kept."""
        return WriterId(bytes.fromhex(self.writer)) if self.writer else None

    @property
    def pin(self) -> bytes:
        """The root's digest as bytes."""
        return bytes.fromhex(self.root_digest)


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(HubCard)


def write_hub_card(disk: Disk, folder: Path, card: HubCard) -> None:
    """Write the card durably; raises DiskFull."""
    write_durably(disk, folder / HUB_FILE, _encoder.encode(card))


def read_hub_card(disk: Disk, folder: Path) -> HubCard:
    """Return the card; raises KeyFileDamaged when it is missing or none."""
    raw = disk.read(folder / HUB_FILE, _LARGEST_FILE)
    if raw is None:
        raise KeyFileDamaged(HUB_FILE)
    try:
        card = _decoder.decode(raw)
        if len(card.hub_id) != ID_BYTES or len(card.writer_id or card.hub_id) != ID_BYTES:
            raise KeyFileDamaged(HUB_FILE)
    except (msgspec.MsgspecError, ValueError) as problem:
        raise KeyFileDamaged(HUB_FILE) from problem
    return card


def written_true(disk: Disk, folder: Path, card: HubCard, writer: WriterId) -> HubCard:
    """Return the card with the writer that the open notebook is, written anew if it said otherwise; raises DiskFull.

    A card from before the writer was kept, or one that was edited, would never hear of an order.
    """
    if card.writer == writer.hex():
        return card
    true = msgspec.structs.replace(card, writer=writer.hex())
    write_hub_card(disk, folder, true)
    return true


def demand_same_root(card: HubCard, hub_root: bytes) -> None:
    """Raise KeyFileDamaged unless the card names the hub whose root the vault holds.

    Anybody who can write this disk can write a card. A notebook that believed it would send all it has to a stranger.
    """
    if card.pin != root_digest(hub_root):
        raise KeyFileDamaged(HUB_FILE)
