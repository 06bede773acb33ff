# SPDX-License-Identifier: MIT
"""What the hub's service needs from a database: one contract, fitted by SQLite and PostgreSQL.

Every method is one transaction: what it says is durable when it returns, and when it raises StoreFailed
nothing of it is written. Appends to one stream are numbered without gaps under its head row's lock, so a
reader at number k has everything up to k.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from sync.hub.store.blob_contract import BlobStore
from sync.hub.store.compaction_contract import CompactionStore
from sync.hub.store.device_contract import DeviceStore
from sync.hub.store.moves_contract import MovesSettling, MovesStore
from sync.hub.store.restart_contract import RestartStore
from sync.hub.store.rows import (
    Append,
    Appended,
    AuditRow,
    CodeRow,
    EntityRow,
    GrantRow,
    Head,
    Standing,
    StoredCommit,
    WriterRow,
)
from sync.hub.store.succession_contract import SuccessionStore
from sync.hub.store.tally_contract import TallySettling, TallyStore
from sync.log.commit import CommitId
from sync.records.ids import EntityId, HubId, StaffId, StreamId, TeamId, WriterId


class Settling(TallySettling, MovesSettling, Protocol):
    """A stream whose newest commits are being verified and folded, under a lock of its own."""

    @property
    def stream(self) -> StreamId:
        """The stream."""

    @property
    def number(self) -> int:
        """Through which number it is settled."""

    @property
    def digest(self) -> bytes:
        """The digest of its heads at that number."""

    def waiting(self, limit: int) -> Sequence[StoredCommit]:
        """Return the next numbered commits that are not settled."""

    def commit(self, writer: WriterId, n: int) -> StoredCommit | None:
        """Return one commit of the stream."""

    def states(self, entities: Collection[EntityId]) -> dict[EntityId, bytes]:
        """Return the states that are known of these entities."""

    def entities_of(self, subject: bytes) -> Sequence[EntityId]:
        """Return the entities about this subject (its SHA-256)."""

    def put_states(self, states: Mapping[EntityId, bytes | None]) -> None:
        """Keep these states; ``None`` forgets one."""

    def waits(self) -> dict[tuple[WriterId, int], set[EntityId]]:
        """Return which entities wait for which commits."""

    def forget_waits(self, writer: WriterId, n: int) -> None:
        """Forget who waited for a commit that has come."""

    def wait_for(self, entity: EntityId, ids: Collection[CommitId]) -> None:
        """Remember that an entity has seen commits that are not here yet."""

    def quarantine(self, number: int) -> None:
        """Put a commit aside whose own signature does not verify."""

    def advance(self, number: int, digest: bytes) -> None:
        """Say that the stream is settled through this number, with this digest."""


class HubStore(
    RestartStore,
    DeviceStore,
    BlobStore,
    SuccessionStore,
    TallyStore,
    CompactionStore,
    MovesStore,
    Protocol,
):
    """The database of one hub."""

    def begin(self, hub: HubId, epoch: int) -> None:
        """Take an empty database into use."""

    def identity(self) -> tuple[HubId, int]:
        """Return whose database this is, and its epoch; raises StoreMismatch where it is nobody's."""

    def close(self) -> None:
        """Let go of all connections."""

    # --- streams and commits

    def append(self, runs: Sequence[Append]) -> Sequence[Appended]:
        """Number and keep these runs in one transaction, each wholly or not at all."""

    def heads(self) -> dict[StreamId, Head]:
        """Return where every stream stands."""

    def head(self, stream: StreamId) -> Head | None:
        """Return where one stream stands."""

    def writer_heads(self, writer: WriterId) -> dict[StreamId, tuple[int, bytes]]:
        """Return (n, hash) of a writer's newest commit in each stream where it has one."""

    def commits(self, stream: StreamId, *, after: int, limit: int) -> Sequence[StoredCommit]:
        """Return the commits above a number, in order."""

    def commit(self, stream: StreamId, writer: WriterId, n: int) -> StoredCommit | None:
        """Return one commit by its dot."""

    def commit_at(self, stream: StreamId, number: int) -> StoredCommit | None:
        """Return one commit by its number."""

    def withheld(self) -> Sequence[tuple[StreamId, StoredCommit]]:
        """Return all commits that are quarantined or refused."""

    def decide(self, stream: StreamId, number: int, standing: Standing) -> None:
        """Change what the hub has decided about a commit."""

    def entities(self, stream: StreamId, entities: Collection[EntityId]) -> dict[EntityId, EntityRow]:
        """Return what is known of these entities of a stream."""

    def of_kind(self, stream: StreamId, kind: str) -> Sequence[EntityId]:
        """Return the entities of this kind in a stream."""

    def add_entities(self, stream: StreamId, rows: Sequence[EntityRow]) -> None:
        """Remember entities of a commit that was released."""

    def forget_subject(self, subject: bytes) -> None:
        """Forget which entities were about this subject."""

    def replace_sealed(self, stream: StreamId, number: int, sealed: bytes) -> None:
        """Put other bodies at rest in place of a commit's, after one of them was erased."""

    def streams_of_subject(self, subject: bytes) -> Sequence[StreamId]:
        """Return the streams with entities about this subject (its SHA-256)."""

    def settle(self, stream: StreamId, step: Callable[[Settling], None]) -> tuple[int, bytes]:
        """Run one step under the stream's settling lock; return (number, digest) afterwards."""

    def counts(self) -> tuple[int, int]:
        """Return how many commits and how many entities there are."""

    # --- who is who

    def writer(self, writer: WriterId) -> WriterRow | None:
        """Return a writer."""

    def writers(self) -> Sequence[WriterRow]:
        """Return all writers."""

    def add_writer(self, row: WriterRow, *, code: CodeRow | None, now: int) -> bool:
        """Let a writer in and use up its code; False when the code was used meanwhile (nothing is kept)."""

    def revoke(self, writer: WriterId, now: int) -> dict[StreamId, int]:
        """Revoke a writer; what it wrote so far stays. Return the last n that counts per stream."""

    def staff(self) -> dict[StaffId, str]:
        """Return the names of all staff."""

    def add_staff(self, staff: StaffId, name: str) -> None:
        """Keep a name, or a new name of a known person."""

    def teams(self) -> dict[TeamId, tuple[str, str, str]]:
        """Return the teams' names in Finnish, Swedish and English."""

    def add_team(self, team: TeamId, names: tuple[str, str, str]) -> None:
        """Keep a team, or its new names."""

    def grants(self, staff: StaffId | None = None) -> Sequence[GrantRow]:
        """Return all grants, past ones included, of one person or of all."""

    def put_grant(self, row: GrantRow) -> None:
        """Keep a grant, or its new end."""

    # --- codes

    def put_code(self, row: CodeRow) -> None:
        """Keep a code; an older one in the same place goes."""

    def code(self, locator: str) -> CodeRow | None:
        """Return the code in this place."""

    def count_try(self, locator: str, most: int) -> bool:
        """Count one try; return whether there were fewer than ``most`` before it."""

    # --- erasure, audit, snapshots

    def erase(self, subject: bytes, at: int) -> None:
        """Remember for ever that this subject (its SHA-256) is erased."""

    def erased(self, subjects: Collection[bytes]) -> frozenset[bytes]:
        """Return which of these subjects are erased."""

    def log(self, events: Sequence[bytes]) -> None:
        """Append events to the hub's own hash chain."""

    def audit(self, *, after: int, limit: int) -> Sequence[AuditRow]:
        """Return the hub's own log above a sequence number."""

    def put_snapshot(self, stream: StreamId, number: int, parts: Sequence[bytes]) -> None:
        """Keep a stream's snapshot beside the newest one before it; empty parts forget all."""

    def snapshots(self, stream: StreamId) -> dict[int, int]:
        """Return how many parts each snapshot of a stream has, by its number."""

    def snapshot_part(self, stream: StreamId, number: int, part: int) -> bytes | None:
        """Return one part of a snapshot."""


class KeyStore(Protocol):
    """The keys of bodies at rest, in a database whose backups are kept for at most 30 days."""

    def get(self, keys: Collection[bytes]) -> dict[bytes, bytes]:
        """Return the wrapped secrets of those keys that exist."""

    def add(self, secrets: Mapping[bytes, bytes]) -> dict[bytes, bytes]:
        """Keep new wrapped secrets; return what is kept under each name (an earlier one wins)."""

    def is_empty(self) -> bool:
        """Return whether no secret at all is kept."""

    def destroy(self, key: bytes) -> bool:
        """Forget a secret for ever; return whether there was one."""

    def close(self) -> None:
        """Let go of all connections."""
