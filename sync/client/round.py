# SPDX-License-Identifier: MIT
"""One round on its way: what its steps share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sync.client.errors import Cancelled
from sync.client.pace import Pace
from sync.log.checkpoint import Checkpoint
from sync.protocol.hello import KnownHub
from sync.protocol.hub import Hub
from sync.protocol.journal import Journal
from sync.protocol.messages import Pulled, PullRequest
from sync.records.ids import StreamId, WriterId


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round is. ``total`` counts the saves that were unsent when it began.

    While a stream is loaded for the first time, ``came`` of its ``expected`` records are here.
    """

    sent: int
    total: int
    received: int
    came: int = 0
    expected: int = 0


@dataclass(slots=True)
class Round:
    """The partners of a round and what it has moved so far."""

    hub: Hub
    journal: Journal
    known: KnownHub
    me: WriterId
    pace: Pace
    cancelled: Callable[[], bool]
    report: Callable[[Progress], None]
    total: int = 0
    sent: int = 0
    received: int = 0
    loading: tuple[int, int] = (0, 0)
    """How many records of a snapshot that is being loaded have come, and how many it has."""
    stuck: dict[tuple[StreamId, WriterId], Exception] = field(default_factory=dict)
    """Chains that the hub refused in this round, and why; all others go on."""
    untaken: dict[tuple[StreamId, WriterId], int] = field(default_factory=dict)
    """Of each chain the last n through which the hub had nothing of the offered orphans to say (``orphans``)."""
    checkpoints: dict[StreamId, Checkpoint] = field(default_factory=dict)
    """The newest verified checkpoint of each stream that this round brought."""
    heard: tuple[PullRequest, Pulled] | None = None
    """What the hub answered between two rounds, and to which question."""

    def go_on(self) -> None:
        """Report where the round is; raises Cancelled when it was asked to stop. Called before a request."""
        if self.cancelled():
            raise Cancelled
        self.report(Progress(self.sent, self.total, self.received, *self.loading))
