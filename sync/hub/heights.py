# SPDX-License-Identifier: MIT
"""Two notes beside the database by which a hub knows itself again at its next start.

``heights.json``   the highest number of each stream that was acknowledged, at most ten seconds old. A database that
                   has less is an older copy, put back by hand: its hub does not start, ``restore`` is the way.
``instance.json``  the number that the file system gave to this very file. A folder that was copied, or brought back
                   file by file, has another: its hub does not start until somebody says ``moved``.

What they cannot tell: a whole disk that was cloned or set back has both notes as they were. Then the laptops tell:
their cursors lie above what the hub has (``hub-behind``).
"""

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from sync.hub.errors import HubCopied, HubOlder
from sync.records.ids import StreamId

HEIGHTS_FILE: Final = "heights.json"
INSTANCE_FILE: Final = "instance.json"
_EVERY_MS: Final = 10_000

_decoder = msgspec.json.Decoder(dict[str, int])


@dataclass
class Heights:
    """The notes of one hub's folder. A note that can't be written is older than it should be, and no more."""

    folder: Path
    clock: Callable[[], int]
    _numbers: dict[StreamId, int] = field(default_factory=dict)
    _written: int = 0
    _alone: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def check(self, heads: Callable[[], Mapping[StreamId, int]]) -> None:
        """Hold the database against the note, then note where it stands; raises HubOlder."""
        noted: dict[str, int] = {}
        with suppress(OSError, msgspec.DecodeError):
            noted = _decoder.decode((self.folder / HEIGHTS_FILE).read_bytes())
        here = heads()  # after the note: another process may be serving this hub
        for stream, number in sorted(noted.items()):
            if here.get(StreamId(stream), 0) < number:
                raise HubOlder(stream)
        self.note(here)

    def note(self, heads: Mapping[StreamId, int]) -> None:
        """Note where every stream stands."""
        with self._alone:
            for stream, number in heads.items():
                self._numbers[stream] = max(number, self._numbers.get(stream, 0))
            self._write()

    def reached(self, stream: StreamId, number: int) -> None:
        """Hear that this number was given and is durable."""
        with self._alone:
            self._numbers[stream] = max(number, self._numbers.get(stream, 0))
            if self.clock() - self._written >= _EVERY_MS:
                self._write()

    def _write(self) -> None:
        self._written = self.clock()
        fresh = self.folder / f"{HEIGHTS_FILE}.{os.getpid()}"
        with suppress(OSError):
            fresh.write_bytes(msgspec.json.encode(self._numbers))
            fresh.replace(self.folder / HEIGHTS_FILE)


def check_instance(folder: Path) -> None:
    """Raise HubCopied where the folder is a copy; one without the note gets it."""
    file = folder / INSTANCE_FILE
    if not file.exists():
        claim_instance(folder)
        return
    try:
        noted = _decoder.decode(file.read_bytes()).get("file")
    except (OSError, msgspec.DecodeError) as problem:
        raise HubCopied from problem
    if noted != file.stat().st_ino:
        raise HubCopied


def claim_instance(folder: Path) -> None:
    """Say that this folder is the hub's from now on."""
    file = folder / INSTANCE_FILE
    with file.open("wb") as opened:
        opened.write(msgspec.json.encode({"file": os.fstat(opened.fileno()).st_ino}))
        opened.flush()
        os.fsync(opened.fileno())
