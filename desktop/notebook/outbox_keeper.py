# SPDX-License-Identifier: MIT
"""Keeps the laptop's outbox: leaves own saves for the hub and for colleagues here, takes theirs in.

A thread of its own writes within two seconds after a save, so no save waits for it. Who takes over the
stand sees the morning's work at once, as provisional, and delivers it when there is a network.
"""

import hashlib
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.notebook.addressees import colleagues_reading, streams_to_take
from desktop.notebook.desk import Desk
from desktop.store.colleagues import import_colleague, own_outbox
from desktop.store.errors import StoreError
from sync.client.outbox import (
    SUFFIX,
    Entry,
    bundle_name,
    entries,
    is_read,
    leave,
    mark_read,
    read_file,
    retire,
)
from sync.log.errors import LogError
from sync.log.sealing import ReceivingKey, key_id
from sync.protocol.bundle import MAX_DELIVERED, read_bundle, read_header, write_bundle
from sync.protocol.errors import BundleRefused
from sync.protocol.journal import Segment
from sync.records.ids import StreamId, WriterId

AFTER_SAVE_SECONDS: Final = 1.5
"""A burst of saves goes into one bundle, and still within two seconds."""
LOOK_SECONDS: Final = 3.0
"""How often the folder is looked at for a colleague's bundle."""
TODAY_MS: Final = 24 * 3_600_000
"""What counts as today's: the notebook knows no time zone."""
_NEVER: Final = 2**62
_SEQUENCE_SETTING: Final = "outbox_sequence"
_HUB_SETTING: Final = "hub_receiving_key"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sealing:
    """Own saves that the hub lacks, and how many of them lie sealed for it.

    ``left`` counts commits, those of the audit among them, that are neither sent nor sealed.
    """

    unsent: int
    sealed: int
    left: int


class OutboxKeeper:
    """One notebook's outbox keeper. ``start`` after ``take_in``; ``flush`` and ``stop`` at lock."""

    def __init__(
        self,
        desk: Desk,
        folder: Path,
        *,
        receiving: ReceivingKey,
        hub_receiving: Callable[[], bytes | None],
        arrived: Callable[[], None],
        kept: Callable[[], None] = lambda: None,
        monotonic: Callable[[], float] = time.monotonic,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        """``hub_receiving`` gives the hub's public key once it is known; ``arrived`` is told of an import.

        ``kept`` is called in the keeper's thread when it has looked after saves, a round or an import.
        """
        self._desk = desk
        self._folder = folder
        self._receiving = receiving
        self._hub_receiving = hub_receiving
        self._arrived = arrived
        self._kept = kept
        self._monotonic = monotonic
        self._look_seconds = look_seconds
        self._wake = threading.Condition()
        self._due: float | None = None
        self._writing = False
        self._tidy = True
        self._stopped = False
        self._left: dict[StreamId, tuple[int, int, tuple[bytes, ...]]] = {}
        self._seen: frozenset[tuple[str, int, int]] = frozenset()
        self._thread = threading.Thread(target=self._loop, name="outbox", daemon=True)

    # --- from outside, all of it at once but ``flush`` and ``take_in`` ---

    def start(self) -> None:
        """Listen to saves, and write what is unsent since an earlier day."""
        self._desk.on_save(self.saved)
        self.saved()
        self._thread.start()

    def saved(self) -> None:
        """Something was saved: write soon."""
        with self._wake:
            if self._due is None:
                self._due = self._monotonic() + AFTER_SAVE_SECONDS
            self._wake.notify_all()

    def round_ended(self) -> None:
        """A round may have closed a gap or delivered what lies here: look at everything again, at the next look."""
        with self._wake:
            self._tidy = True
            self._seen = frozenset()

    def flush(self, seconds: float) -> bool:
        """Write now what was saved; return whether it is done, after waiting at most that long."""
        deadline = self._monotonic() + seconds
        with self._wake:
            if self._due is not None:
                self._due = self._monotonic()
            self._wake.notify_all()
            while self._thread.is_alive() and (self._due is not None or self._writing):
                left = deadline - self._monotonic()
                if left <= 0:
                    return False
                self._wake.wait(left)
            return self._due is None

    def stop(self, *, wait_seconds: float = 0.0) -> None:
        """End the thread after what it is doing."""
        with self._wake:
            self._stopped = True
            self._wake.notify_all()
        if self._thread.ident is not None and wait_seconds > 0:
            self._thread.join(wait_seconds)

    # --- writing ---

    def write(self) -> int:
        """Leave a bundle for each stream with own saves of today or unsent ones; return how many were written.

        The audit is not left: nobody here may read it, and it goes with the next own round.
        """
        hub = self._hub_key()
        written = 0
        for segment in own_outbox(self._desk.store, since_ms=self._desk.now() - TODAY_MS):
            receivers = colleagues_reading(self._desk, segment.stream)
            if hub is not None and not segment.stream.startswith("audit/"):
                receivers = (*receivers, hub)
            holds = (segment.first, len(segment.commits), receivers)
            if receivers and self._left.get(segment.stream) != holds:
                self._leave(segment, receivers)
                self._left[segment.stream] = holds
                written += 1
        return written

    def seal_last(self) -> Sealing:
        """Leave everything that is unsent for the hub, the audit too, and say how much of it lies there now.

        For whoever leaves this laptop: nobody will be here to send the rest. The audit is for the hub alone.
        """
        self.write()
        hub = self._hub_key()
        unsent, sealed, left = 0, 0, 0
        for segment in own_outbox(self._desk.store, since_ms=_NEVER):
            audit = segment.stream.startswith("audit/")
            if audit and hub is not None:
                self._leave(segment, (hub,))
            count = len(segment.commits)
            lies = hub is not None and self._lies(segment.stream, key_id(hub))
            unsent += 0 if audit else count
            sealed += 0 if audit or not lies else count
            left += 0 if lies else count
        return Sealing(unsent, sealed, left)

    def _lies(self, stream: StreamId, hub: bytes) -> bool:
        """Whether a whole bundle of this stream lies in the outbox that the hub can open and that fits its wire."""
        raw = read_file(self._folder / bundle_name(self._desk.writer, stream))
        return hub in read_header(raw, hub=self._desk.store.hub).receivers and len(raw) <= MAX_DELIVERED

    def _leave(self, segment: Segment, receivers: tuple[bytes, ...]) -> None:
        desk = self._desk
        sequence, previous = self._last_bundle()
        raw = write_bundle(
            [segment], key=desk.store.me.key, hub=desk.store.hub, receivers=receivers,
            sequence=sequence + 1, previous=previous, time_ms=desk.now(),
        )  # fmt: skip
        leave(self._folder, raw, writer=desk.writer, stream=segment.stream)
        desk.store.shelf.put_setting(_SEQUENCE_SETTING, [sequence + 1, hashlib.sha256(raw).digest()])

    def _last_bundle(self) -> tuple[int, bytes]:
        kept = self._desk.store.shelf.setting(_SEQUENCE_SETTING)
        match kept:
            case [int() as sequence, bytes() as previous]:
                return sequence, previous
            case _:
                return 0, b""

    def _hub_key(self) -> bytes | None:
        """Return the hub's public key: as it is known now, or as it was when it was last seen."""
        kept = self._desk.store.shelf.setting(_HUB_SETTING)
        now = self._hub_receiving()
        if now is not None and now != kept:
            self._desk.store.shelf.put_setting(_HUB_SETTING, now)
        return now or (kept if isinstance(kept, bytes) else None)

    # --- taking in ---

    def take_in(self) -> int:
        """Take in what colleagues left for this person; return how many commits were new.

        Each commit is verified against its writer's key in the roster. A bundle that can't be taken in whole
        (a gap, a writer not yet known) is tried again when the folder or the roster has changed.
        """
        desk = self._desk
        wanted = streams_to_take(desk)
        new = 0
        for entry in entries(self._folder, hub=desk.store.hub)[0]:
            mine = self._receiving.key_id
            if mine not in entry.header.receivers or is_read(entry, mine):
                continue
            try:
                bundle = read_bundle(read_file(entry.path), key=self._receiving, hub=desk.store.hub)
                found = import_colleague(desk.store, [one for one in bundle.segments if one.stream in wanted])
            except (BundleRefused, LogError, OSError) as problem:
                _log.info("a bundle was refused: %s", type(problem).__name__)
                continue
            new += found.new
            if not found.left:
                mark_read(entry, mine)
        if new:
            desk.looked("BUNDLE_IN", None, kind="notebook", reason="outbox", extra={"commits": new})
            self._arrived()
        return new

    def tidy(self) -> None:
        """Mark for the hub what it has acknowledged, and remove what everybody has read or what is too old."""
        desk = self._desk
        hub = self._hub_key()
        if hub is not None:
            self._mark_for_hub(key_id(hub))
        retire(
            self._folder,
            hub=desk.store.hub,
            now_ms=desk.now(),
            hub_key=key_id(hub) if hub is not None else None,
        )

    def _mark_for_hub(self, hub: bytes) -> None:
        desk = self._desk
        delivered = [row.stream for row in desk.reads.sending.streams() if not row.unsent]
        for entry in entries(self._folder, hub=desk.store.hub)[0]:
            writer = entry.header.writer
            here = writer == desk.writer or is_read(entry, self._receiving.key_id)
            if here and hub in entry.header.receivers and _is_of(entry, writer, delivered):
                mark_read(entry, hub)

    # --- the thread ---

    def _loop(self) -> None:
        while self._wait():
            try:
                self._work()
            except (OSError, StoreError) as problem:
                # A full disk or a folder that is gone: what is saved is safe, and this is tried again.
                _log.info("the outbox was not kept: %s", type(problem).__name__)
                self._again()
            except Exception as problem:  # noqa: BLE001 - a bug must not end the outbox for the day
                _log.error("the outbox was not kept because of a bug: %s", type(problem).__name__)
            finally:
                with self._wake:
                    self._writing = False
                    self._wake.notify_all()

    def _again(self) -> None:
        with self._wake:
            if self._due is None:
                self._due = self._monotonic() + self._look_seconds

    def _wait(self) -> bool:
        """Wait until there is something to do or time to look; return whether to go on."""
        with self._wake:
            if self._stopped:
                return False
            left = self._look_seconds if self._due is None else self._due - self._monotonic()
            if left > 0:
                self._wake.wait(min(left, self._look_seconds))
            self._writing = True
            return not self._stopped

    def _work(self) -> None:
        with self._wake:
            write = self._due is not None and self._due <= self._monotonic()
            tidy, self._tidy = self._tidy, False
            if write:
                self._due = None
        if write:
            self.write()
        seen = _listing(self._folder)
        changed = seen != self._seen
        if changed:
            self._seen = seen
            self.take_in()
        if tidy:
            self.tidy()
        if write or tidy or changed:
            self._kept()


def _listing(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Return the bundles as they lie there: name, size and time of change."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        stat = path.stat()
        found.append((path.name, stat.st_size, stat.st_mtime_ns))
    return frozenset(found)


def _is_of(entry: Entry, writer: WriterId, streams: list[StreamId]) -> bool:
    return any(entry.path.name == bundle_name(writer, stream) for stream in streams)
