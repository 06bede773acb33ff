# SPDX-License-Identifier: MIT
"""Verify everything at rest: chains, signatures, running hashes, bodies, the digest, files, the hub's own log."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sync.hub.audit_chains import LaptopChain, laptop_chains, own_chain
from sync.hub.bases import begun
from sync.hub.blob_files import BlobFiles
from sync.hub.effective import commits_of, fold_stream
from sync.hub.errors import RecordDamaged
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, settle, signed
from sync.hub.store.rows import Head, Reason, StoredCommit
from sync.log.commit import commit_hash, first_prev, read_header, verify_signature
from sync.log.digest import stream_digest
from sync.log.errors import BadSignature, LogError
from sync.log.kind_digests import KindDigests
from sync.log.running import running_next, running_start
from sync.records.ids import StreamId, WriterId

_AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and every damage found (empty when all is well)."""

    streams: int
    commits: int
    audit: int
    damages: tuple[RecordDamaged, ...]
    files: int = 0
    missing: tuple[str, ...] = ()
    """Blobs (hex) that records name and no laptop has sent yet: no damage, but worth knowing."""
    chains: tuple[LaptopChain, ...] = ()
    """The events of every writer on every laptop; a broken one is no damage here, but theirs."""


def verify(parts: HubParts) -> Verified:
    """Look at everything; raises StoreFailed and FilesFailed only. Nothing is changed but what settling adds."""
    damages: list[RecordDamaged] = []
    keys = parts.signing_keys()
    commits = 0
    heads = parts.store.heads()
    for stream, head in sorted(heads.items()):
        damages += list(_stream(parts, stream, head, keys))
        commits += head.number
        if not damages and head.number:
            _, digest = settle(parts, stream, head.number)
            damages += _fold(parts, stream, head, digest)
    audit, broken = own_chain(parts)
    if broken is not None:
        damages.append(broken)
    files, unsound, missing = _files(parts)
    return Verified(
        len(heads), commits, audit, (*damages, *unsound), files, missing, tuple(laptop_chains(parts))
    )


def _fold(parts: HubParts, stream: StreamId, head: Head, digest: bytes) -> Iterator[RecordDamaged]:
    """Fold the stream anew, and hold its digest and its tallies against what is kept."""
    folded = fold_stream(parts, stream, head.number).states.values()
    if stream_digest(folded) != digest:
        yield RecordDamaged(stream, head.number, "digest")
        return
    kept = parts.store.kept_tallies(stream)
    # An earlier program kept none; they come with the next step of settling.
    if kept and kept != KindDigests.of(folded).kinds():
        yield RecordDamaged(stream, head.number, "tally")


def _stream(
    parts: HubParts, stream: StreamId, head: Head, keys: dict[WriterId, bytes]
) -> Iterator[RecordDamaged]:
    running = running_start(parts.hub, stream, begun(parts, stream))
    tips: dict[WriterId, tuple[int, bytes]] = {}
    expected = 1
    batch: list[StoredCommit] = []
    for one in commits_of(parts, stream, head.number):
        if one.number != expected:
            yield RecordDamaged(stream, expected, "gap")
            return
        expected += 1
        running = running_next(running, one.hash)
        if running != one.running:
            yield RecordDamaged(stream, one.number, "running hash")
            return
        yield from _commit(parts, stream, one, tips, keys)
        batch.append(one)
        if len(batch) == _AT_ONCE:
            yield from _bodies(parts, stream, batch)
            batch = []
    yield from _bodies(parts, stream, batch)
    if (expected - 1, running) != (head.number, head.running):
        yield RecordDamaged(stream, head.number, "head")


def _commit(
    parts: HubParts,
    stream: StreamId,
    one: StoredCommit,
    tips: dict[WriterId, tuple[int, bytes]],
    keys: dict[WriterId, bytes],
) -> Iterator[RecordDamaged]:
    public = keys.get(one.writer)
    if public is None:
        yield RecordDamaged(stream, one.number, "unknown writer")
        return
    try:
        header = read_header(one.header)
    except LogError:
        yield RecordDamaged(stream, one.number, "header")
        return
    if commit_hash(one.header) != one.hash or (header.stream, header.writer, header.n) != (
        stream, one.writer, one.n,
    ):  # fmt: skip
        yield RecordDamaged(stream, one.number, "hash")
    n, prev = tips.get(one.writer, (0, first_prev(parts.hub, stream, public)))
    if (header.n, header.prev) != (n + 1, prev):
        yield RecordDamaged(stream, one.number, "chain")
    tips[one.writer] = (one.n, one.hash)
    try:
        verify_signature(signed(one), hub=parts.hub, public=public)
    except BadSignature:
        if one.reason is not Reason.SIGNATURE:
            yield RecordDamaged(stream, one.number, "signature")


def _bodies(parts: HubParts, stream: StreamId, batch: list[StoredCommit]) -> Iterator[RecordDamaged]:
    for one, bodies in zip(batch, open_bodies(parts, batch), strict=True):
        try:
            digests = read_header(one.header).bodies
        except LogError:
            continue  # named already, by its header
        if len(digests) != len(bodies) or any(
            raw is not None and hashlib.sha256(raw).digest() != digest
            for raw, digest in zip(bodies, digests, strict=False)
        ):
            yield RecordDamaged(stream, one.number, "body")


def _files(parts: HubParts) -> tuple[int, list[RecordDamaged], tuple[str, ...]]:
    """Hold every whole file against the hash it is named by; say which are named and not here."""
    files = BlobFiles(parts.blobs)
    here = list(files.all())
    unsound = [RecordDamaged("blobs", 0, f"file {blob.hex()}") for blob in here if not files.sound(blob)]
    wanted = {row.blob for row in parts.store.blobs()}
    return len(here), unsound, tuple(sorted(blob.hex() for blob in wanted.difference(here)))
