# SPDX-License-Identifier: MIT
"""Sync as the window sees it: the word in the header, the page behind it, and the events that change both.

The engine's worker reports every step here, in its own thread. The window hears of at most ten a second,
and always of a step that changes what the word says.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from desktop.notebook.compared import last_compared
from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane, Urgency
from desktop.notebook.messages.envelope import Ask, Done, Event
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.retention import OpenWindow, Window
from desktop.notebook.messages.sync import (
    CancelSync,
    OpenSync,
    RecordsChanged,
    RoundRow,
    SyncChanged,
    SyncNow,
    SyncPhase,
    SyncStatus,
    SyncView,
)
from desktop.notebook.server import Handler
from desktop.notebook.transit import transit_rows
from desktop.store.errors import Interrupted, NotebookClosed
from desktop.store.journal import StoreJournal
from desktop.store.views import WriteStanding
from sync.client.state import Activity, SyncState
from sync.protocol.journal import RoundOutcome, RoundRecord
from sync.records.ids import CITY, StreamId, stream_team

LEAST_SECONDS: Final = 0.1
"""Between two events that say the same word with other numbers."""
SHOWN_KINDS: Final = (
    "session", "visit", "tally", "person", "situation", "note", "attendance", "merge", "review", "reply", "message",
    "service", "service_note", "service_mark", "referral", "consent", "task", "handout", "visit_referral", "attachment",
    "move", "adopt", "retract", "ruling", "handover", "settle_request", "notice", "quarantine", "release",
    "plan", "plan_step", "encounter", "appointment", "transition", "skill", "permit", "group_event", "contact_lead",
    "employer_contact", "hint_taken",
)  # fmt: skip
"""What a page may show of what a round moved; a round does not say which of them it was."""
_DIFFERS: Final = "StreamDiffers"
_PROBLEMS: Final = {
    "Unreachable": Problem.NO_NETWORK,
    "CaptivePortal": Problem.CAPTIVE_PORTAL,
    "ProxyRefused": Problem.PROXY_REFUSED,
    "WrongHub": Problem.WRONG_HUB,
    "HubBusy": Problem.HUB_BUSY,
    "HubFault": Problem.HUB_BUSY,
    "busy": Problem.HUB_BUSY,
    "internal": Problem.HUB_BUSY,
    "writer-revoked": Problem.WRITER_REVOKED,
    "unknown-writer": Problem.WRITER_UNKNOWN,
    "Cloned": Problem.CLONED,
    "DiskFull": Problem.DISK_FULL,
    "NotebookDamaged": Problem.NOTEBOOK_DAMAGED,
}
_OTHER_SIDE: Final = frozenset({_DIFFERS, "AnswerBroken", "FrameBroken", "FrameTooLarge"})
"""Errors of the engine that are neither the network's nor ours."""


class Rounds(Protocol):
    """What runs the rounds: ``sync.client.worker.SyncWorker``."""

    def nudge(self) -> None:
        """Run a round now."""

    def cancel(self) -> None:
        """Stop the round under way at its next step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Who counts what the rail's badges show; each is asked in a lane or thread of its own."""

    conflicts: Callable[[], int]
    review_waiting: Callable[[], int]
    news: Callable[[], int]
    due: Callable[[], int]


class SyncDesk:
    """Answers everything about sync, and tells the window what came of it."""

    def __init__(
        self,
        desk: Desk,
        *,
        reading: Lane,
        tell: Callable[[Event], None],
        counts: Counts,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Work at ``desk``; ``attach`` what runs the rounds before the first ask."""
        self._desk = desk
        self._reading = reading
        self._tell = tell
        self._counts = counts
        self._monotonic = monotonic
        self._journal = StoreJournal(desk.store)
        self._rounds: Rounds | None = None
        self._window: Callable[[OpenWindow], Window] | None = None
        self._lock = threading.Lock()
        self._state = SyncState(Activity.IDLE, unsent=0, last_success=self.last_success())
        self._said = float("-inf")
        self._moved: tuple[int, int] = (0, 0)
        self._badges_due = False
        desk.on_save(self._saved)

    def attach(self, rounds: Rounds) -> None:
        """Say what runs the rounds; it is made later, since it reports to ``changed``."""
        self._rounds = rounds

    def attach_window(self, window: Callable[[OpenWindow], Window]) -> None:
        """Say who knows how long what stays here."""
        self._window = window

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about sync."""
        return {
            OpenSync: Handler(self.open, self._reading),
            SyncNow: Handler(self.now, self._reading),
            CancelSync: Handler(self.cancel, self._reading),
        }

    # --- asks ---

    def open(self, _ask: OpenSync) -> SyncView:
        """Return the Sync page; the counters are exact, the table holds at most 500 rows of a sort.

        The window asks for it when somebody comes in: the badges are counted for them too.
        """
        self._count_soon()
        desk = self._desk
        sending = desk.reads.sending
        rounds = sending.rounds()
        own = sum(count for stream, count in self._journal.own_counts() if not _is_audit(stream))
        waiting = sum(row.author.writer == desk.writer for row in sending.unsent(most=2**31))
        checked = [
            row for row in sending.streams() if not _is_audit(row.stream) and row.number and not row.unsent
        ]
        return SyncView(
            status=self.status(),
            delivered=max(0, own - waiting),
            conflicts=self._counts.conflicts(),
            parked=len(sending.parked(most=2**31)),
            quarantined=sum(
                one.standing is WriteStanding.QUARANTINED for one in sending.quarantined(most=2**31)
            ),
            transit=transit_rows(desk),
            rounds=[
                RoundRow(one.ended, one.outcome.value, one.sent, one.received, one.problem) for one in rounds
            ],
            laptop_name=desk.laptop_name,
            hub_address=desk.hub_address,
            checked=sum(row.number for row in checked),
            difference=self._difference(rounds),
            clock_offset=self._journal.clock_offset(),
            compared=last_compared(desk),
            window=None if self._window is None else self._window(OpenWindow()),
        )

    def now(self, _ask: SyncNow) -> Done:
        """Start a round; what comes of it is told by events."""
        self._running().nudge()
        return Done()

    def cancel(self, _ask: CancelSync) -> Done:
        """Stop the round under way at its next step; what is unsent stays unsent."""
        self._running().cancel()
        return Done()

    # --- what the engine and the outbox report ---

    def changed(self, state: SyncState) -> None:
        """Take the worker's newest state; at the end of a round that moved something, say what changed."""
        with self._lock:
            before, self._state = self._state, state
            moved = self._moved
            if state.activity is Activity.WORKING:
                self._moved = (min(state.sent, state.total), state.received)
                ended = False
            else:
                ended = before.activity is Activity.WORKING
                self._moved = (0, 0)
        if ended and any(moved):
            self._moved_something(moved)
        self._say(force=state.activity is not before.activity or state.problem != before.problem)

    def imported(self) -> None:
        """A colleague's outbox brought something: tell the pages, and let a round deliver it for them."""
        self._say(force=True)
        self._tell(self._records(list(SHOWN_KINDS)))
        self._running().nudge()

    def status(self) -> SyncStatus:
        """Return the word in the header; ``unsent`` is counted now."""
        state = self._state
        sending = state.activity is Activity.WORKING and state.sent < state.total
        done, total = (state.sent, state.total) if sending else (state.received, 0)
        if not sending and state.expected:
            done, total = state.came, state.expected
        return SyncStatus(
            phase=_phase(state, sending=sending),
            unsent=self._desk.reads.sending.unsent_count(),
            done=done,
            total=total,
            last_success=state.last_success or 0,
            problem=_problem(state),
            since=state.since or 0,
        )

    def last_success(self) -> int | None:
        """Return when a round last went well, as far as the book of rounds tells."""
        rounds = self._desk.reads.sending.rounds()
        return next((one.ended for one in rounds if one.outcome is RoundOutcome.DONE), None)

    # --- parts ---

    def _moved_something(self, moved: tuple[int, int]) -> None:
        """Write one event of the access log; a round that carried only such events writes none, or it never ended."""
        self._desk.looked(
            "SYNC", None, kind="notebook", reason="sync", extra={"sent": moved[0], "received": moved[1]}
        )
        self._tell(self._records(list(SHOWN_KINDS)))

    def _saved(self) -> None:
        """Say the new number at once; count the badges when the reading lane has nothing else to do."""
        self._say(force=True)
        self._count_soon()

    def _count_soon(self) -> None:
        with self._lock:
            due, self._badges_due = self._badges_due, True
        if not due:
            self._reading.post(self._badges, urgency=Urgency.IDLE)

    def _badges(self) -> None:
        with self._lock:
            self._badges_due = False
        try:
            event = self._records([])
        except (Interrupted, NotebookClosed):
            return  # the notebook was locked meanwhile
        self._tell(event)

    def _records(self, kinds: list[str]) -> RecordsChanged:
        counts = self._counts
        return RecordsChanged(kinds, counts.conflicts(), counts.review_waiting(), counts.news(), counts.due())

    def _say(self, *, force: bool) -> None:
        now = self._monotonic()
        with self._lock:
            if not force and now - self._said < LEAST_SECONDS:
                return
            self._said = now
        self._tell(SyncChanged(self.status()))

    def _difference(self, rounds: tuple[RoundRecord, ...]) -> list[str]:
        """Return the teams whose streams the last round found to differ."""
        word, *streams = rounds[0].problem.split(" ") if rounds else [""]
        if word != _DIFFERS:
            return []
        return [self._desk.team_name(stream_team(StreamId(one))) or one or CITY for one in streams]

    def _running(self) -> Rounds:
        if self._rounds is None:
            raise LookupError("nothing runs the rounds")
        return self._rounds


def _phase(state: SyncState, *, sending: bool) -> SyncPhase:
    match state.activity:
        case Activity.IDLE:
            return SyncPhase.IDLE
        case Activity.WORKING:
            return SyncPhase.SENDING if sending else SyncPhase.RECEIVING
        case Activity.OFFLINE:
            return SyncPhase.OFFLINE
        case Activity.FAILED | Activity.CLONED:
            return SyncPhase.FAILED


def _problem(state: SyncState) -> Problem | None:
    """Return the problem behind the engine's word: a class of ours or a code of the wire, before any stream."""
    if not state.problem:
        return None
    word = state.problem.partition(" ")[0]
    other_side = word[0].islower() or word in _OTHER_SIDE or word.startswith("Colleague")
    return _PROBLEMS.get(word, Problem.HUB_REFUSED if other_side else Problem.BUG)


def _is_audit(stream: str) -> bool:
    return stream.startswith("audit/")
