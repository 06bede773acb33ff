# SPDX-License-Identifier: MIT
"""A writer's chain in one stream: no gaps, each commit naming the hash of the one before (design.md §3).

Because each header holds the hash of the one before it, the last signature of a segment covers the whole
segment: the hub checks that one at once and the others before the checkpoint that covers them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sync.log.commit import (
    CommitId,
    Header,
    SignedCommit,
    commit_hash,
    commit_id,
    first_prev,
    read_header,
    verify_signature,
)
from sync.log.errors import ChainBroken, ChainForked
from sync.records.ids import HubId, StreamId, writer_id


@dataclass(frozen=True, slots=True)
class Tip:
    """The end of a chain as known here: the last number and that commit's hash."""

    n: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """One commit that has been held against its chain."""

    commit: SignedCommit
    header: Header
    id: CommitId
    hash: bytes


class Signatures(StrEnum):
    """Which signatures of a segment are checked."""

    ALL = "all"
    LAST = "last"
    NONE = "none"
    """What the hub's running hash vouches for needs no other signature (I9)."""


def first_tip(hub: HubId, stream: StreamId, public: bytes) -> Tip:
    """Return the tip of an empty chain: what the writer's first commit names as ``prev``."""
    return Tip(0, first_prev(hub, stream, public))


def follow(
    tip: Tip, commits: Sequence[SignedCommit], *, hub: HubId, stream: StreamId, public: bytes,
    signatures: Signatures = Signatures.ALL, held: Callable[[int], bytes | None] = lambda _: None,
) -> tuple[Tip, tuple[Link, ...]]:  # fmt: skip
    """Return the new tip and the new links of a segment in order; commits held already are passed over.

    ``held(n)`` is the hash of this writer's n-th commit here, or its first 8 bytes, for n ≤ tip.n; ``None``
    when it is not at hand (then an old commit is taken for the one that is held).
    Raises ChainForked (n) on another commit with a dot that is held or a ``prev`` that is not the held one,
    ChainBroken on a gap or another stream or writer, BadSignature, and what reading a header raises.
    """
    links: list[Link] = []
    for commit in commits:
        header = read_header(commit.header)
        its_hash = commit_hash(commit.header)
        if header.stream != stream or header.writer != writer_id(public):
            raise ChainBroken("another chain")
        if header.n <= tip.n:
            _check_held(header.n, its_hash, tip, held, commit, hub, public)
            continue
        if header.n != tip.n + 1:
            raise ChainBroken("gap after", tip.n)
        if header.prev != tip.hash:
            verify_signature(commit, hub=hub, public=public)
            raise ChainForked(tip.n) if tip.n else ChainBroken("first prev")
        if signatures is Signatures.ALL:
            verify_signature(commit, hub=hub, public=public)
        tip = Tip(header.n, its_hash)
        links.append(Link(commit, header, commit_id(header, commit.header), its_hash))
    if links and signatures is Signatures.LAST:
        verify_signature(links[-1].commit, hub=hub, public=public)
    return tip, tuple(links)


def check_signatures(links: Sequence[Link], *, hub: HubId, public: bytes) -> None:
    """Raise BadSignature unless every link was signed by ``public``: what was put off with ``LAST``."""
    for link in links:
        verify_signature(link.commit, hub=hub, public=public)


def _check_held(
    n: int, its_hash: bytes, tip: Tip, held: Callable[[int], bytes | None], commit: SignedCommit, hub: HubId,
    public: bytes,
) -> None:  # fmt: skip
    mine = tip.hash if n == tip.n else held(n)
    if mine is None or its_hash.startswith(mine):
        return
    verify_signature(commit, hub=hub, public=public)
    raise ChainForked(n)
