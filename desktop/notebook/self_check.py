# SPDX-License-Identifier: MIT
"""After each unlock, in a thread that nobody waits for: a notebook is held against what it was when it was closed.

The access log's new part each time; everything (log, own commits, folds, every page's code) once a week. What does
not hold is told in the window and stands in the log itself, from where the hub and the auditor hear of it.
"""

import logging
import threading
from collections.abc import Callable
from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.messages.envelope import Event
from desktop.notebook.messages.laptop import NotebookBroken
from desktop.notebook.messages.problems import Problem
from desktop.store.errors import NotebookDamaged, StoreError
from desktop.store.own_chains import START, ChainEnd
from desktop.store.reads import NotebookReads

WHOLE_EVERY_MS: Final = 7 * 24 * 3_600_000
_CHECKED: Final = "checked"
"""Setting: [seq, hash] of the log's end when it was checked, and when everything was (ms)."""
_OF_THE_LOG: Final = "audit chain"

_log = logging.getLogger(__name__)


class SelfCheck:
    """Checks one open notebook. ``run`` is called in the spare lane; it ends quietly when the notebook closes."""

    def __init__(self, desk: Desk, *, tell: Callable[[Event], None]) -> None:
        """``tell`` gets what the window must hear."""
        self._desk = desk
        self._tell = tell
        self._lock = threading.Lock()
        self._reads: NotebookReads | None = None
        self._stopped = False
        self._ended = threading.Event()

    def run(self) -> bool:
        """Check, and return whether all holds (also when the notebook was closed meanwhile)."""
        try:
            with self._lock:
                if self._stopped:
                    return True
                self._reads = self._desk.reads
            self._check()
        except NotebookDamaged as problem:
            self._broken(problem.place)
            return False
        except StoreError as problem:
            _log.info("the self-check ended early: %s", type(problem).__name__)
        finally:
            self._ended.set()
        return True

    def stop(self, *, wait_seconds: float) -> None:
        """End a check that runs, so that the notebook can be closed; it begins anew at the next unlock."""
        with self._lock:
            self._stopped = True
            if self._reads is None:
                return
            self._reads.interrupt()
        self._ended.wait(wait_seconds)

    def _check(self) -> None:
        store, now = self._desk.store, self._desk.now()
        end, whole_at = self._checked()
        whole = not 0 <= now - whole_at < WHOLE_EVERY_MS
        end = store.check_log(START if whole else end)
        if whole:
            for check in (store.check_commits, store.check_fold, store.check_pages):
                if self._stopped:
                    return
                check()
            whole_at = now
        store.shelf.put_setting(_CHECKED, [end[0], end[1], whole_at])

    def _checked(self) -> tuple[ChainEnd, int]:
        match self._desk.store.shelf.setting(_CHECKED):
            case [int() as seq, bytes() as digest, int() as at]:
                return (seq, digest), at
            case _:
                return START, 0

    def _broken(self, place: str) -> None:
        """Tell it, and write it down: the event is chained to what is there, so the break stays where it is."""
        try:
            self._desk.looked("CHECK_FAILED", None, kind="notebook", reason=place.replace(" ", "-"))
        except StoreError as problem:
            _log.warning("a damaged notebook took no event: %s", type(problem).__name__)
        self._tell(NotebookBroken(Problem.AUDIT_BROKEN if place == _OF_THE_LOG else Problem.NOTEBOOK_DAMAGED))
