# SPDX-License-Identifier: MIT
"""What every step of the service works with: store, keys, vault of bodies, clock."""

from collections.abc import Callable
from dataclasses import dataclass

from sync.hub.at_rest import BodyVault
from sync.hub.keys import HubKeys
from sync.hub.store.contract import HubStore
from sync.hub.store.rows import WriterRow
from sync.protocol.errors import Code, refusal
from sync.records.ids import HubId, WriterId

APP = "kenttakirja-hub"
"""What the hub's own commits name as their program."""


@dataclass(frozen=True, slots=True)
class HubParts:
    """The pieces of one hub, as composed by ``home``. ``clock`` gives milliseconds since 1970."""

    store: HubStore
    bodies: BodyVault
    keys: HubKeys
    clock: Callable[[], int]

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

    def known_writer(self, writer: WriterId) -> WriterRow:
        """Return an enrolled writer; raises AccessRefused (unknown-writer)."""
        row = self.store.writer(writer)
        if row is None:
            raise refusal(Code.UNKNOWN_WRITER)
        return row

    def reader(self, writer: WriterId) -> WriterRow:
        """Return a writer who may still read; raises AccessRefused (unknown-writer, writer-revoked)."""
        row = self.known_writer(writer)
        if row.revoked:
            raise refusal(Code.WRITER_REVOKED)
        return row
