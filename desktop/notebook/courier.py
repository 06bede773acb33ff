# SPDX-License-Identifier: MIT
"""The courier: brings files to the hub and from it, after the records, in a thread of the notebook process.

One pass: what should not be here goes, what is unsent goes up, what colleagues left in the outbox goes up, what is
wanted comes down. Piece by piece, from where the last pass stood; between two pieces it can be stopped.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.faults import place_of
from desktop.notebook.file_sweep import BUDGET_BYTES, adopt_files, drop_files
from desktop.notebook.messages.attachments import AttachmentMoved
from desktop.store.blobs import BlobRow, Blobs, BlobState
from desktop.store.errors import StoreError
from desktop.vault.attachments import LARGEST_SEALED, AttachmentFolder
from desktop.vault.errors import AttachmentMissing, VaultError
from sync.client.retry import delay
from sync.protocol.blob_hub import BlobHub
from sync.protocol.errors import BlobRefused, Code, HubBusy, ProtocolError
from sync.records.ids import EntityId, StreamId, team_stream

CHUNK: Final = 256 * 1024
"""Bytes of one request: a bad link loses no more than this."""
WAITING_SECONDS: Final = 30 * 24 * 3600.0
"""How long a file that the hub takes from nobody lies in the outbox."""
_NOTED_EVERY: Final = 4
"""Pieces between two notes of how far a file is: each note is a write to the disk."""
_LONGEST_REST: Final = 6
"""A file that the hub refuses is tried again after 1, 2, 4 … 64 further passes."""
_KIND: Final = "attachment"

_log = logging.getLogger(__name__)


class _Stopped(Exception):
    """The courier was asked to stop between two pieces."""


class Courier:
    """Owns one thread. ``tell`` is called in it with every step of a file."""

    def __init__(
        self,
        desk: Desk,
        files: AttachmentFolder,
        hub: BlobHub,
        *,
        tell: Callable[[AttachmentMoved], None],
        budget: int = BUDGET_BYTES,
        chunk: int = CHUNK,
        monotonic: Callable[[], float] = time.monotonic,
        randomness: Callable[[], float] = random.random,
    ) -> None:
        """``hub`` is the courier's own; ``budget`` is what files that nobody opened may take, in bytes."""
        self._desk = desk
        self._files = files
        self._blobs = Blobs(desk.store.writing)
        self._hub = hub
        self._tell = tell
        self._budget = budget
        self._chunk = chunk
        self._monotonic = monotonic
        self._randomness = randomness
        self._wake = threading.Condition()
        self._due: float | None = None
        self._failures = 0
        self._stopped = False
        self._passes = 0
        self._rests: dict[bytes, tuple[int, int]] = {}
        """Refused files: how often in a row, and the pass before which each is left alone."""
        self._thread = threading.Thread(target=self._loop, name="courier", daemon=True)

    # --- from outside, all of it at once ---

    def start(self) -> None:
        """Begin; the first pass comes after the first round."""
        self._thread.start()

    def round_ended(self) -> None:
        """A round went well, so the records are where they should be; after failures the wait goes on."""
        with self._wake:
            if self._failures == 0:
                self._due = self._monotonic()
            self._wake.notify_all()

    def wanted(self) -> None:
        """Somebody opened a file that is not here: look now."""
        with self._wake:
            self._due = self._monotonic()
            self._rests.clear()
            self._wake.notify_all()

    def stop(self, *, wait_seconds: float = 0.0) -> bool:
        """Ask the thread to end after the piece under way; return whether it has, after at most that long."""
        with self._wake:
            self._stopped = True
            self._wake.notify_all()
        if self._thread.ident is not None and wait_seconds > 0:
            self._thread.join(wait_seconds)
        return not self._thread.is_alive()

    # --- the thread ---

    def _loop(self) -> None:
        while self._wait():
            try:
                self.work()
            except _Stopped:
                return
            except (ProtocolError, VaultError, StoreError, OSError) as problem:
                if self._stopped:
                    return  # the notebook was closed under the pass
                _log.info("files were not moved: %s", type(problem).__name__)
                self._again(problem.retry_after if isinstance(problem, HubBusy) else None)
            except Exception as problem:  # noqa: BLE001 - a bug must not end the courier for the day
                if self._stopped:
                    return
                _log.error("files were not moved: %s at %s", type(problem).__name__, place_of(problem))
                self._again(None)
            else:
                self._failures = 0

    def _wait(self) -> bool:
        with self._wake:
            while not self._stopped:
                left = None if self._due is None else self._due - self._monotonic()
                if left is not None and left <= 0:
                    self._due = None
                    return True
                self._wake.wait(left)
        return False

    def _again(self, retry_after: float | None) -> None:
        with self._wake:
            self._failures += 1
            self._due = self._monotonic() + delay(self._failures, self._randomness(), retry_after)

    # --- one pass ---

    def work(self) -> None:
        """Make one pass, in whatever thread; raises what hub, disk and store raise."""
        self._passes += 1
        streams = self.streams()
        adopt_files(self._files, self._blobs)
        drop_files(self._files, self._blobs, streams, budget=self._budget)
        self._take_from_outbox(streams)
        for row in self._blobs.unsent():
            self._unless_refused(row.blob, partial(self._send, row))
        for blob, size in self._waiting().items():
            self._unless_refused(blob, partial(self._deliver, blob, size))
        for row in self._blobs.wanted(streams, budget=self._budget):
            self._unless_refused(row.blob, partial(self._fetch, row))

    def streams(self) -> tuple[StreamId, ...]:
        """Return the streams of the own teams, whose files are fetched before anybody asks."""
        return tuple(
            stream
            for stream in map(team_stream, self._desk.teams())
            if self._desk.may_read(_KIND, stream)
        )  # fmt: skip

    def _unless_refused(self, blob: bytes, move: Callable[[], bool]) -> None:
        """Move one file unless it rests; one that is refused rests, and the others go on."""
        self._demand_going()
        if self._rests.get(blob, (0, 0))[1] > self._passes:
            return
        try:
            moved = move()
        except BlobRefused as problem:
            _log.info("a file was refused: %s", problem.code.value)
            moved = False
        if moved:
            self._rests.pop(blob, None)
        else:
            times = self._rests.get(blob, (0, 0))[0] + 1
            self._rests[blob] = (times, self._passes + 2 ** min(times - 1, _LONGEST_REST))
            self._blobs.refused(blob)

    # --- up ---

    def _send(self, row: BlobRow) -> bool:
        """Bring an own file, or one that a colleague left, to the hub; return whether it has it."""
        if self._files.has(row.blob):
            self._files.leave(row.blob)
        try:
            self._upload(row.blob, row.sealed, row.entity)
        except AttachmentMissing:
            self._blobs.stand(row.blob, BlobState.LOST)
            return False
        except BlobRefused as problem:
            if problem.code is Code.BLOB_DAMAGED and not self._files.is_whole(row.blob):
                self._drop_damaged(row)
                return False
            raise
        self._blobs.stand(row.blob, BlobState.HERE if self._files.has(row.blob) else BlobState.AWAY)
        self._files.delivered(row.blob)
        self._say(row, row.sealed, here=self._files.has(row.blob), sent=True)
        return True

    def _drop_damaged(self, row: BlobRow) -> None:
        """Let go of a file that is other than its name; the outbox may have a good one."""
        self._files.drop(row.blob)
        if self._files.take_from_outbox(row.blob):
            return
        self._files.delivered(row.blob)
        self._blobs.damaged(row.blob)
        self._say(row, 0, here=False, sent=False)

    def _waiting(self) -> dict[bytes, int]:
        """Return what lies in the outbox for this notebook to deliver: not what it sends as its own."""
        states = self._blobs.states()
        return {
            blob: size
            for blob, size in self._files.waiting().items()
            if states.get(blob) is not BlobState.UNSENT
        }

    def _deliver(self, blob: bytes, size: int) -> bool:
        """Bring a file from the outbox to the hub, unread; return whether it has it.

        It may take it from nobody: its record was erased, or went to another hub. Then it goes after 30 days.
        """
        if not 0 < size <= LARGEST_SEALED or not self._files.waits_whole(blob):
            self._files.delivered(blob)
            return True
        try:
            self._upload(blob, size, None)
        except AttachmentMissing:
            return True  # another notebook here has delivered it meanwhile
        except BlobRefused:
            since = self._files.waiting_since(blob)
            if self._desk.now() / 1000 - since > WAITING_SECONDS:
                self._files.delivered(blob)
            raise
        self._files.delivered(blob)
        return True

    def _upload(self, blob: bytes, size: int, entity: EntityId | None) -> None:
        """Send what the hub does not hold yet; raises AttachmentMissing, BlobRefused."""
        held, pieces = self._hub.blob_begin(blob, size), 0
        while held < size:
            self._demand_going()
            chunk = self._files.read(blob, held, self._chunk)
            if not chunk:
                raise BlobRefused(Code.BLOB_DAMAGED)  # the file is shorter than it was
            before, held = held, self._hub.blob_send(blob, held, chunk, size=size)
            if held <= before:
                raise BlobRefused(Code.BLOB_OFFSET)  # no hub of ours goes back: do not go round for ever
            pieces += 1
            if entity is not None and held < size:
                if pieces % _NOTED_EVERY == 0:
                    self._blobs.moved(blob, held)
                self._tell(AttachmentMoved(entity, held, size, here=True, sent=False))

    # --- down ---

    def _take_from_outbox(self, streams: Iterable[StreamId]) -> None:
        """Take what a colleague at this laptop left for the hub; from then on this notebook delivers it too."""
        waiting = self._files.waiting()
        for row in self._blobs.wanted(streams, budget=self._budget):
            self._demand_going()
            if row.blob in waiting and self._files.take_from_outbox(row.blob):
                self._blobs.begin_fetch(row.blob, 0)
                self._blobs.stand(row.blob, BlobState.UNSENT)
                self._say(row, row.sealed, here=True, sent=False)

    def _fetch(self, row: BlobRow) -> bool:
        """Fetch a file; return whether it is here."""
        if not 0 < row.sealed <= LARGEST_SEALED:
            return False
        here = self._files.fetched(row.blob)
        if here > row.sealed:
            here = 0
        self._blobs.begin_fetch(row.blob, here)
        pieces = 0
        while here < row.sealed:
            self._demand_going()
            most = min(self._chunk, row.sealed - here)
            chunk = self._hub.blob_read(row.blob, here, most)
            if not 0 < len(chunk) <= most:
                raise BlobRefused(Code.BLOB_DAMAGED)
            self._files.append(row.blob, here, chunk)
            here += len(chunk)
            pieces += 1
            if here < row.sealed:
                if pieces % _NOTED_EVERY == 0:
                    self._blobs.moved(row.blob, here)
                self._say(row, here, here=False, sent=True)
        if not self._files.finish(row.blob):
            self._blobs.moved(row.blob, 0)
            return False
        self._blobs.stand(row.blob, BlobState.HERE)
        self._say(row, row.sealed, here=True, sent=True)
        return True

    # --- parts ---

    def _say(self, row: BlobRow, moved: int, *, here: bool, sent: bool) -> None:
        self._tell(AttachmentMoved(row.entity, moved, row.sealed, here=here, sent=sent))

    def _demand_going(self) -> None:
        if self._stopped:
            raise _Stopped
