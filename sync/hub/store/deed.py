# SPDX-License-Identifier: MIT
"""What the hub does on somebody's order, as one value: all of it in one transaction, and once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sync.hub.store.rows import Append, BlobRow, EntityRow, Standing
from sync.records.ids import EntityId, StreamId


@dataclass(frozen=True, slots=True)
class Gone:
    """A person (SHA-256 of the id) who went from a stream.

    ``number`` is that of the retraction there. ``into`` is the stream they went to, and this stream itself when
    they have come back: then ``move`` is the ``adopt`` that brought them.
    """

    subject: bytes
    into: StreamId
    move: EntityId
    number: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a commit of the stream that was held back, if it still stands as it ``was``."""

    number: int
    standing: Standing
    was: Standing = Standing.QUARANTINED


@dataclass(frozen=True, slots=True)
class Stuck:
    """A commit of a stream whose orders could not be obeyed: ``problem`` is the class of what went wrong."""

    stream: StreamId
    number: int
    problem: str
    at: int
    """The hub's time when it was put aside, ms since 1970."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a stream's orders above ``since`` and through ``through`` ask for.

    ``expect`` are the numbers that streams of ``runs`` had when it was planned. ``entities`` and ``blobs`` are what
    a released commit brings into the stream. ``aside`` is the commit at ``through`` where its orders can't be obeyed;
    ``again`` is the number of one that was put aside earlier and is obeyed by this.
    """

    stream: StreamId
    since: int
    through: int
    runs: Sequence[Append] = ()
    expect: Mapping[StreamId, int] = field(default_factory=dict)
    decides: Sequence[Decision] = ()
    entities: Sequence[EntityRow] = ()
    blobs: Sequence[BlobRow] = ()
    aside: Stuck | None = None
    again: int = 0
