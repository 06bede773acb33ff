# SPDX-License-Identifier: MIT
"""What a hub's database remembers of being restored, and of which kinds an earlier program knew."""

from collections.abc import Collection, Mapping
from typing import Protocol

from sync.hub.store.rows import BaseRow
from sync.records.ids import StreamId, WriterId


class RestartStore(Protocol):
    """The part of ``contract.HubStore`` about new epochs."""

    def restart(self, epoch: int) -> None:
        """Begin a new epoch where every stream stands; snapshots and enrolment codes of the old one go."""

    def bases(self) -> dict[StreamId, BaseRow]:
        """Return where this epoch's numbers go on from; empty in a hub that was never restored."""

    def void(self, writer: WriterId, after: Mapping[StreamId, int], now: int) -> None:
        """Revoke a writer, known here or not, with the last n that counts in each stream; the lowest stays."""

    def voided(self, writer: WriterId) -> bool:
        """Return whether a writer is revoked, or will be as soon as it is known."""

    def counted_through(self, writer: WriterId, stream: StreamId) -> int:
        """Return the last n of a revoked writer that counts in a stream."""

    def kinds(self) -> frozenset[str]:
        """Return the kinds that the program knew which last took this database up."""

    def know_kinds(self, kinds: Collection[str]) -> None:
        """Remember them."""

    def settle_anew(self, stream: StreamId) -> None:
        """Forget what a stream folds to: the next settling begins at its first commit."""

    def streams_with(self, kinds: Collection[str]) -> dict[StreamId, frozenset[str]]:
        """Return the streams in which something of these kinds lies, and which of them."""
