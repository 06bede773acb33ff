# SPDX-License-Identifier: MIT
"""What every step of the service works with: store, keys, vault of bodies, clock."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sync.hub.at_rest import BodyVault
from sync.hub.heights import Heights
from sync.hub.keys import HubKeys
from sync.hub.ledger import Ledger
from sync.hub.store.contract import HubStore
from sync.hub.store.rows import WriterRow
from sync.protocol.errors import Code, refusal
from sync.records.ids import HubId, LaptopId, WriterId

APP = "kenttakirja-hub"
"""What the hub's own commits name as their program."""


@dataclass(frozen=True, slots=True)
class HubParts:
    """The pieces of one hub, as composed by ``home``. ``clock`` gives milliseconds since 1970."""

    store: HubStore
    bodies: BodyVault
    keys: HubKeys
    clock: Callable[[], int]
    lease_days: int
    """How long a laptop may do without contact."""
    blobs: Path
    """Where the ciphertexts of attachments lie (``blob_files``); several processes share it."""
    ledger: Ledger
    """What a restored hub must not forget; outside every database."""
    heights: Heights
    """What was acknowledged, noted beside the database."""
    restored: bool
    """Whether it ever came back from a backup: laptops may then bring its own old commits."""

    @property
    def hub(self) -> HubId:
        """The hub's id, bound into every signature."""
        return self.store.identity()[0]

    @property
    def epoch(self) -> int:
        """The hub's epoch; a restored hub has another."""
        return self.store.identity()[1]

    @property
    def me(self) -> WriterId:
        """The writer of the hub's own commits: its online signing key."""
        return self.keys.signing.writer

    def signing_keys(self) -> dict[WriterId, bytes]:
        """Return everybody's public signing key, the hub's own (also earlier ones) among them."""
        return {row.writer: row.signing for row in self.store.writers()}

    def own_writers(self) -> frozenset[WriterId]:
        """Return the writers of the hub's own commits: this key's, and those of its earlier online keys."""
        return frozenset(row.writer for row in self.store.writers() if not row.staff)

    def laptops(self) -> frozenset[LaptopId]:
        """Return every laptop that somebody was enrolled on."""
        return frozenset(row.laptop for row in self.store.writers() if row.laptop)

    def known_writer(self, writer: WriterId) -> WriterRow:
        """Return an enrolled writer (never the hub's own); raises AccessRefused (unknown-writer)."""
        row = self.store.writer(writer)
        if row is None or not row.staff:
            raise refusal(Code.UNKNOWN_WRITER)
        return row

    def reader(self, writer: WriterId) -> WriterRow:
        """Return a writer who may still read; raises AccessRefused (unknown-writer, writer-revoked)."""
        row = self.known_writer(writer)
        if row.revoked:
            raise refusal(Code.WRITER_REVOKED)
        return row
