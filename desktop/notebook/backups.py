# SPDX-License-Identifier: MIT
"""The open notebook's backups: made by themselves once a day, made on request, listed.

Made in the spare lane, with a connection of their own: nobody waits for one, and a save goes on meanwhile.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from desktop.notebook.backup_files import BackupFolder, list_backups
from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane, Urgency
from desktop.notebook.messages.backups import BackUp, BackupRow, BackupsView, ShowBackups
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.server import Handler
from desktop.store.backup_copy import copy_notebook
from desktop.store.errors import StoreError
from desktop.vault.errors import VaultError

FIRST_SECONDS: Final = 120.0
"""After an unlock: by then the day's first questions are answered."""
AGAIN_SECONDS: Final = 3600.0
DAY_MS: Final = 24 * 3_600_000
_FAILED: Final = "backup_failed"
_CITY: Final = "recovery_key"

_log = logging.getLogger(__name__)


class Backups:
    """Answers about the open notebook's backups, and makes the daily one. ``start``, and ``stop`` at lock."""

    def __init__(
        self,
        desk: Desk,
        folder: BackupFolder,
        *,
        spare: Lane,
        city: Callable[[], bytes | None],
        first_seconds: float = FIRST_SECONDS,
    ) -> None:
        """``city`` gives the city's public recovery key once the hub has told it; it is remembered."""
        self._desk = desk
        self._folder = folder
        self._spare = spare
        self._city = city
        self._first_seconds = first_seconds
        self._stopped = threading.Event()
        self._timer: threading.Timer | None = None

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about backups."""
        return {ShowBackups: Handler(self.show, self._spare), BackUp: Handler(self.back_up, self._spare)}

    def start(self) -> None:
        """Make the day's backup in a while, when nothing else is to do."""
        self._arm(self._first_seconds)

    def stop(self) -> None:
        """Make no more; one that is under way ends with the process and leaves nothing that counts."""
        self._stopped.set()
        if self._timer is not None:
            self._timer.cancel()

    def show(self, _ask: ShowBackups) -> BackupsView:
        """Return the backups on this laptop."""
        return BackupsView(
            rows=backup_rows(self._folder.folder),
            last_failed=self._desk.store.shelf.setting(_FAILED) is True,
        )

    def back_up(self, ask: BackUp) -> BackupsView:
        """Make one now; raises DiskFull, NotebookDamaged, BackupUnreadable (``missing``: no such folder)."""
        self._make(
            Path(ask.path) if ask.path else None, automatic=False, reason="stick" if ask.path else "own"
        )
        return self.show(ShowBackups())

    def daily(self) -> bool:
        """Make the day's backup unless there is one of the last 24 hours; say if one was made and kept.

        What goes wrong is kept for the page and tried again in an hour: it is no reason to disturb anybody.
        """
        if self._stopped.is_set():
            return False
        try:
            newest = next(iter(list_backups(self._folder.folder)), None)
            if newest is not None and 0 <= self._desk.now() - newest.header.made < DAY_MS:
                self._folder.prune()
                return False
            self._make(None, automatic=True, reason="daily")
        except (VaultError, StoreError, OSError) as problem:
            _log.info("no backup was made: %s", type(problem).__name__)
            return False
        return True

    def _make(self, into: Path | None, *, automatic: bool, reason: str) -> None:
        desk, shelf = self._desk, self._desk.store.shelf
        shelf.put_setting(_FAILED, value=None)  # in the copy it stands that the copy was kept
        key = self._folder.vault.secrets.database_key
        try:
            self._folder.make(
                partial(copy_notebook, desk.store.path, key),
                into=into,
                automatic=automatic,
                city=self._recovery_key(),
            )
        except BaseException:
            with suppress(StoreError):  # a full disk, say, takes no setting either
                shelf.put_setting(_FAILED, value=True)
            raise
        desk.looked("BACKUP", None, kind="notebook", reason=reason)
        self._folder.prune()

    def _recovery_key(self) -> bytes | None:
        """Return the city's recovery key as the hub told it last, which the hub's root has signed."""
        shelf = self._desk.store.shelf
        told, kept = self._city(), shelf.setting(_CITY)
        if told is not None and told != kept:
            shelf.put_setting(_CITY, told)
        return told if told is not None else kept if isinstance(kept, bytes) else None

    def _arm(self, seconds: float) -> None:
        if not self._stopped.is_set():
            self._timer = threading.Timer(seconds, self._due)
            self._timer.daemon = True
            self._timer.start()

    def _due(self) -> None:
        self._spare.post(self.daily, urgency=Urgency.IDLE)
        self._arm(AGAIN_SECONDS)


def backup_rows(folder: Path) -> list[BackupRow]:
    """Return the backups in a folder as the window lists them, the newest first."""
    return [
        BackupRow(str(one.path), one.header.made, one.size, one.header.automatic)
        for one in list_backups(folder)
    ]
