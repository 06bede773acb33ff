# SPDX-License-Identifier: MIT
"""The mark of a backup on its way: a folder that has it, and no ``backup.json``, is begun again, not refused.

The same token lies in both folders. So keys are only ever removed beside the very backup that they were copied for.
"""

import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sync.hub.errors import FileUnusable

MARK: Final = "unfinished"
_TOKEN_BYTES: Final = 16


def begin(folder: Path, keys: Path, *, sealed: str, ours: Iterable[str]) -> None:
    """Make both folders, marked; what a backup that was cut off has left in them goes.

    ``sealed`` is the file that makes a backup whole, ``ours`` are the names that a backup may write. Raises
    FileUnusable where a folder is not empty and not such a rest.
    """
    token = _token(folder)
    rest = token is not None and not (folder / sealed).exists()
    whole = ", and whole" if (folder / sealed).exists() else ""
    for one, mine, there in ((folder, rest, whole), (keys, rest and _token(keys) == token, "")):
        if one.exists() and any(one.iterdir()) and not mine:
            raise FileUnusable(str(one), f"it is there already{there}")
    fresh = secrets.token_hex(_TOKEN_BYTES) if token is None or not rest else token
    for one in (folder, keys):
        one.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove(one / name for name in ours)
        (one / MARK).write_text(fresh, encoding="ascii")


def end(folder: Path, keys: Path) -> None:
    """The backup is sealed: the marks go."""
    for one in (keys, folder):
        (one / MARK).unlink(missing_ok=True)


def _token(folder: Path) -> str | None:
    try:
        return (folder / MARK).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None


def _remove(paths: Iterable[Path]) -> None:
    for one in paths:
        if one.is_dir():
            shutil.rmtree(one)
        else:
            one.unlink(missing_ok=True)
