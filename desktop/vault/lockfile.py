# SPDX-License-Identifier: MIT
"""One process a notebook: an operating system's lock on a file in the notebook's folder.

The lock goes with the process, so a killed notebook leaves nothing to clean up; the file stays.
"""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from desktop.vault.disk import FILE_MODE
from desktop.vault.errors import NotebookInUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_FILE: Final = "notebook.lock"


class NotebookLock:
    """Held from construction to ``release``; raises NotebookInUse when another holds it."""

    def __init__(self, folder: Path) -> None:
        self._descriptor: int | None = None
        descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, FILE_MODE)
        try:
            _lock(descriptor)
        except OSError as problem:
            os.close(descriptor)
            raise NotebookInUse from problem
        self._descriptor = descriptor

    def release(self) -> None:
        """Let the next process have it; harmless when done twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
