# SPDX-License-Identifier: MIT
"""One round of sync: contact, push, pull, check, and a line in the book. Every step can be done twice."""

import secrets
from collections.abc import Callable

from sync.client.check import Digests, check, no_digests
from sync.client.comparing import Comparing
from sync.client.errors import Cancelled, Cloned, StreamDiffers, Stuck, SyncError
from sync.client.fetching import fetch_wanted
from sync.client.first_contact import contact
from sync.client.orphans import offer_orphans
from sync.client.pace import Pace
from sync.client.pull import pull_all, pull_request
from sync.client.push import push_all
from sync.client.restarting import follow_epoch, has_to_follow
from sync.client.round import Progress, Round
from sync.log.errors import LogError
from sync.protocol.errors import (
    ClockRefused,
    Code,
    EpochChanged,
    FrameRefused,
    HubBusy,
    ProtocolError,
    Refused,
    Unreachable,
    WrongHub,
    refusal,
)
from sync.protocol.hello import KnownHub
from sync.protocol.hub import Hub
from sync.protocol.journal import Journal, RoundOutcome, RoundRecord
from sync.protocol.messages import Pulled, PullRequest
from sync.protocol.versions import PROTOCOL
from sync.records.ids import HubId, StreamId, WriterId


def _name(problem: Exception, *, mine: bool = True) -> str:
    """The wire code of a refusal, else the class; a colleague's clone is not this notebook's."""
    if isinstance(problem, Refused):
        unknown = problem.code is Code.UNKNOWN_WRITER and not mine
        return "ColleagueUnknown" if unknown else problem.code.value
    return type(problem).__name__ if mine else f"Colleague{type(problem).__name__}"


def _unheard(_progress: Progress) -> None:
    """Nobody listens to the progress."""


class Engine:
    """Runs rounds between one journal and one hub; used by one thread at a time.

    ``clock`` gives the laptop's milliseconds since 1970, right or wrong. ``pin`` is the root's digest.
    """

    def __init__(
        self,
        hub: Hub,
        journal: Journal,
        *,
        clock: Callable[[], int],
        pin: bytes,
        hub_id: HubId,
        me: WriterId,
        least_serial: int = 0,
        digests: Digests = no_digests,
        comparing: Comparing | None = None,
        random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self.hub = hub
        self.journal = journal
        self.known: KnownHub | None = None
        """The hub as last verified; its ``serial`` is worth keeping for the next start."""
        self.retry_after: float | None = None
        """Seconds that a busy hub asked for in the last round."""
        self._clock = clock
        self._pin = pin
        self._hub_id = hub_id
        self._me = me
        self._least_serial = least_serial
        self._digests = digests
        self._comparing = comparing
        self._random_bytes = random_bytes
        self._pace = Pace()
        self._last: tuple[RoundOutcome, str] | None = None
        self._heard: tuple[PullRequest, Pulled] | None = None
        self._untaken: tuple[int, dict[tuple[StreamId, WriterId], int]] = (0, {})

    def to_ask(self, wait_ms: int) -> PullRequest:
        """Return what the next round will ask first, held back by the hub for so long while nothing is new."""
        return pull_request(self.journal, self._pace.pull_bytes, wait_ms)

    def hear(self, request: PullRequest, answer: Pulled) -> None:
        """Keep an answer that came between two rounds; the next round takes it if it still fits."""
        self._heard = (request, answer)

    def round(
        self, *, cancelled: Callable[[], bool], progress: Callable[[Progress], None] = _unheard
    ) -> RoundRecord:
        """Run one round and return its record; only bugs are raised.

        ``cancelled`` is asked before every request. The record goes into the journal when something was
        moved or the outcome is another than last time, so idle minutes do not wash the book out.
        """
        started = self._clock()
        trips: list[Round] = []
        outcome, problem = self._outcome(trips, cancelled, progress)
        sent = sum(trip.sent for trip in trips)
        received = sum(trip.received for trip in trips)
        record = RoundRecord(started, self._clock(), outcome, sent, received, problem)
        if sent or received or (outcome, problem) != self._last:
            self.journal.remember_round(record)
        self._last = (outcome, problem)
        return record

    def _outcome(
        self, trips: list[Round], cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> tuple[RoundOutcome, str]:
        self.retry_after = None
        try:
            self._run(trips, cancelled, progress)
        except Cancelled:
            return RoundOutcome.CANCELLED, ""
        except (Unreachable, WrongHub) as problem:
            return RoundOutcome.OFFLINE, type(problem).__name__
        except HubBusy as problem:
            self.retry_after = problem.retry_after
            return RoundOutcome.OFFLINE, type(problem).__name__
        except Stuck as problem:
            return RoundOutcome.FAILED, f"{problem.reason} {problem.stream}"
        except Cloned as problem:
            return RoundOutcome.FAILED, f"{_name(problem)} {problem.stream}"
        except StreamDiffers as problem:
            return RoundOutcome.FAILED, " ".join([_name(problem), *problem.streams])
        except (ProtocolError, LogError, SyncError) as problem:
            return RoundOutcome.FAILED, _name(problem)
        return RoundOutcome.DONE, ""

    def _run(
        self, trips: list[Round], cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> None:
        """Run the steps; once more from the start when what was learnt in an earlier round is outdated."""
        remembered = self.known is not None
        try:
            self._steps(trips, cancelled, progress)
        except (ClockRefused, FrameRefused, WrongHub, EpochChanged):
            # The clock was set, the hub has new keys, or it was restored: hello tells.
            self.known = None
            if not remembered:
                raise
            self._steps(trips, cancelled, progress)

    def _steps(
        self, trips: list[Round], cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> None:
        if cancelled():
            raise Cancelled
        if self.known is None:
            self.known = self._contact()
        trip = Round(self.hub, self.journal, self.known, self._me, self._pace, cancelled, progress)
        if self._untaken[0] != trip.known.epoch:
            self._untaken = (trip.known.epoch, {})
        trip.untaken = self._untaken[1]
        trip.heard, self._heard = self._heard, None
        trips.append(trip)
        if trip.known.protocol < PROTOCOL:
            # An older hub: it gets what is here, and is not understood further. Where it was restored, not that either.
            if not has_to_follow(trip):
                push_all(trip)
            raise refusal(Code.PROTOCOL_TOO_NEW)
        follow_epoch(trip)
        push_all(trip)
        offer_orphans(trip)
        pull_all(trip)
        if self._comparing is not None:
            fetch_wanted(trip, self._comparing)
        check(trip, self._digests, self._comparing)
        if trip.stuck:
            mine = [
                chain
                for chain, problem in trip.stuck.items()
                if chain[1] == self._me and isinstance(problem, Cloned)
            ]
            chain = (mine or list(trip.stuck))[0]  # a clone can be helped: it is told first
            problem = trip.stuck[chain]
            raise Stuck(_name(problem, mine=chain[1] == self._me), chain[0])

    def _contact(self) -> KnownHub:
        known = contact(
            self.hub,
            self.journal,
            pin=self._pin,
            hub_id=self._hub_id,
            least_serial=self._least_serial,
            clock=self._clock,
            random_bytes=self._random_bytes,
        )
        self._least_serial = max(self._least_serial, known.serial)
        return known
