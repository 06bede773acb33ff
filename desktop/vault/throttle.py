# SPDX-License-Identifier: MIT
"""Slowing down guesses: five free tries, then 2, 4, 8 … up to 300 seconds, kept across restarts.

A try is written down, durably, *before* the passphrase is checked, so pulling the plug saves
nobody from the count. A clock set back starts the wait again; a damaged file means the longest
wait. It slows down whoever sits at the window; who copies the disk meets Argon2id only.
Failed tries stay here until they are in the audit, which is behind the passphrase itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.vault.disk import Disk, write_durably

THROTTLE_FILE: Final = "throttle.json"
FREE_TRIES: Final = 5
LONGEST_WAIT: Final = 300
"""Seconds. No wipe and no lock-out: at a pop-up that would be a way to attack the worker."""

_MOST_TIMES: Final = 100
_MOST_MISSES: Final = 2**31
_LARGEST_FILE: Final = 16 * 1024
_WORST_MISSES: Final = 13


class _State(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The file: misses in a row, when the last was noted, and what the audit does not have yet."""

    damaged: bool
    misses: int
    more: int
    noted: int
    times: tuple[int, ...]
    version: Literal[1]


@dataclass(frozen=True, slots=True)
class FailedUnlocks:
    """Failed tries that the audit does not have yet.

    ``times`` are Unix seconds, at most 100 of them, and ``more`` counts those beyond. ``damaged``
    says that the file was found damaged, so that others may have been lost.
    """

    times: tuple[int, ...]
    more: int
    damaged: bool

    def __bool__(self) -> bool:
        return bool(self.times) or self.more > 0 or self.damaged


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(_State)
_NEVER_TRIED: Final = _State(damaged=False, misses=0, more=0, noted=0, times=(), version=1)


def wait_after(misses: int) -> int:
    """Return the seconds to wait after so many misses in a row: 0 up to four, then 2, 4, … 300."""
    beyond = misses - FREE_TRIES + 1
    return 0 if beyond < 1 else min(LONGEST_WAIT, 2 ** min(beyond, 16))


class Throttle:
    """The count of one notebook, in its folder. ``clock`` gives Unix seconds."""

    def __init__(self, folder: Path, *, clock: Callable[[], int], disk: Disk) -> None:
        self._path = folder / THROTTLE_FILE
        self._clock = clock
        self._disk = disk

    def seconds_left(self) -> int:
        """Return how long to wait before the next try; 0 is now.

        When the clock was set back, or the file is damaged, the wait begins again, and that is
        written down: otherwise it would never end.
        """
        state, now = self._read(), self._clock()
        wait = wait_after(state.misses)
        if wait and now < state.noted:
            self._write(msgspec.structs.replace(state, noted=now))
            return wait
        return max(0, state.noted + wait - now) if wait else 0

    @property
    def free_tries(self) -> int:
        """How many more misses bring no wait."""
        return max(0, FREE_TRIES - self._read().misses)

    def note_try(self) -> None:
        """Count a try as missed, durably; call before checking the passphrase. Raises DiskFull."""
        state, now = self._read(), self._clock()
        full = len(state.times) >= _MOST_TIMES
        self._write(
            msgspec.structs.replace(
                state,
                misses=min(state.misses + 1, _MOST_MISSES),
                noted=now,
                times=state.times if full else (*state.times, now),
                more=min(state.more + full, _MOST_MISSES),
            )
        )

    def forgive_last(self) -> None:
        """Take the last try out of the count: it was never a guess (a damaged file, say)."""
        state = self._without_last()
        self._write(msgspec.structs.replace(state, misses=max(0, state.misses - 1)))

    def forgive_all(self) -> None:
        """Start at five free tries again, after the right passphrase; earlier misses stay listed."""
        self._write(msgspec.structs.replace(self._without_last(), misses=0, noted=0))

    def failures(self) -> FailedUnlocks:
        """Return the failed tries that the audit does not have yet."""
        state = self._read()
        return FailedUnlocks(state.times, state.more, state.damaged)

    def take_failures(self, commit: Callable[[FailedUnlocks], None]) -> FailedUnlocks:
        """Hand the failed tries to ``commit`` (the audit) and forget them once it returned.

        If it raises, or the power goes in between, they are handed out again: at least once.
        ``commit`` is not called when there are none.
        """
        failures = self.failures()
        if failures:
            commit(failures)
            self._write(msgspec.structs.replace(self._read(), times=(), more=0, damaged=False))
        return failures

    def _without_last(self) -> _State:
        state = self._read()
        if state.more:
            return msgspec.structs.replace(state, more=state.more - 1)
        return msgspec.structs.replace(state, times=state.times[:-1])

    def _read(self) -> _State:
        raw = self._disk.read(self._path, _LARGEST_FILE)
        if raw is None:
            return _NEVER_TRIED
        try:
            state = _decoder.decode(raw)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return self._worst()
        if not _is_sane(state):
            return self._worst()
        return state

    def _worst(self) -> _State:
        """Write down, and return, what a damaged file means: the longest wait, from now on."""
        state = msgspec.structs.replace(_NEVER_TRIED, damaged=True, misses=_WORST_MISSES, noted=self._clock())
        self._write(state)
        return state

    def _write(self, state: _State) -> None:
        write_durably(self._disk, self._path, _encoder.encode(state))


def _is_sane(state: _State) -> bool:
    counts: Sequence[int] = (state.misses, state.more)
    return (
        all(0 <= count <= _MOST_MISSES for count in counts)
        and 0 <= state.noted < 2**53
        and len(state.times) <= _MOST_TIMES
    )
