# SPDX-License-Identifier: MIT
"""From an error of any layer below to the problem code and facts that go over the pipe.

One table, looked up by class from the most special to the most general. What is not in it is our
bug, and the server says so.
"""

import os
from collections.abc import Callable
from typing import Any, Final

from desktop.notebook.errors import NotebookError
from desktop.notebook.handout import errors as handout
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.store import errors as store
from desktop.vault import errors as vault
from sync.protocol import errors as wire
from sync.records.checking import Trouble

Facts = dict[str, str | int | bool]

_CODES: Final[dict[wire.Code, Problem]] = {
    wire.Code.CODE_WRONG: Problem.CODE_WRONG,
    wire.Code.CODE_EXPIRED: Problem.CODE_EXPIRED,
    wire.Code.CODE_USED: Problem.CODE_USED,
    wire.Code.CODE_LOCKED: Problem.CODE_LOCKED,
    wire.Code.WRITER_REVOKED: Problem.WRITER_REVOKED,
    wire.Code.UNKNOWN_WRITER: Problem.WRITER_UNKNOWN,
    wire.Code.LEASE_REFUSED: Problem.LEASE_REFUSED,
}


def _refused(problem: wire.Refused) -> ProblemReport:
    known = _CODES.get(problem.code)
    return ProblemReport(known) if known else ProblemReport(Problem.HUB_REFUSED, {"code": problem.code.value})


def _field(problem: store.FieldRefused) -> ProblemReport:
    first = problem.problem
    if first.trouble is Trouble.TOO_LONG:
        return ProblemReport(Problem.TEXT_TOO_LONG, {"field": first.field, "limit": first.limit or 0})
    if first.trouble is Trouble.MISSING:
        return ProblemReport(Problem.FIELD_REQUIRED, {"field": first.field})
    if first.field == "hetu":
        return ProblemReport(Problem.HETU_INVALID)
    return ProblemReport(Problem.FIELD_REFUSED, {"field": first.field, "reason": first.trouble.name.lower()})


def _damaged(problem: store.NotebookDamaged) -> ProblemReport:
    return ProblemReport(Problem.AUDIT_BROKEN if problem.place == "audit chain" else Problem.NOTEBOOK_DAMAGED)


def _plain(problem: Problem) -> Callable[[Any], ProblemReport]:
    return lambda _error: ProblemReport(problem)


_TABLE: Final[dict[type[Exception], Callable[[Any], ProblemReport]]] = {
    # the vault
    vault.WrongPassphrase: lambda e: ProblemReport(
        Problem.WRONG_PASSPHRASE, {"tries_left": e.free_tries, "seconds": e.wait_seconds}
    ),
    vault.Throttled: lambda e: ProblemReport(Problem.THROTTLED, {"seconds": e.seconds}),
    vault.PassphraseTooWeak: _plain(Problem.PASSPHRASE_TOO_WEAK),
    vault.WrongPin: lambda e: ProblemReport(Problem.WRONG_PIN, {"tries_left": e.tries_left}),
    vault.PinTooSimple: _plain(Problem.PIN_TOO_SIMPLE),
    vault.PinGone: _plain(Problem.PIN_GONE),
    vault.LeaseRunOut: _plain(Problem.LEASE_RUN_OUT),
    vault.LeaseSuspended: _plain(Problem.LEASE_SUSPENDED),
    vault.LeaseMissing: _plain(Problem.LEASE_MISSING),
    vault.LeaseWordsWrong: _plain(Problem.LEASE_WORDS_WRONG),
    vault.RecoveryKeyWrong: _plain(Problem.RECOVERY_KEY_WRONG),
    vault.KeyFileDamaged: _plain(Problem.KEY_FILE_DAMAGED),
    vault.KdfOutOfBounds: _plain(Problem.KEY_FILE_DAMAGED),
    vault.KeyFileMissing: _plain(Problem.KEY_FILE_MISSING),
    vault.KeyFileTooNew: lambda e: ProblemReport(Problem.KEY_FILE_TOO_NEW, {"found": e.version}),
    vault.KeyFileRolledBack: _plain(Problem.KEY_FILE_ROLLED_BACK),
    vault.NotebookInUse: _plain(Problem.NOTEBOOK_IN_USE),
    vault.BackupUnreadable: lambda e: ProblemReport(Problem.BACKUP_UNREADABLE, {"reason": e.fault.value}),
    vault.FolderRefused: lambda e: ProblemReport(Problem.FOLDER_REFUSED, {"reason": e.refusal.value}),
    vault.DiskFull: _plain(Problem.DISK_FULL),
    vault.MemoryShort: lambda e: ProblemReport(Problem.MEMORY_SHORT, {"mebibytes": e.memory_kib // 1024}),
    # the store
    store.DiskFull: _plain(Problem.DISK_FULL),
    store.NotebookDamaged: _damaged,
    store.WrongKey: _plain(Problem.NOTEBOOK_DAMAGED),
    store.FormerWriter: _plain(Problem.KEY_FILE_ROLLED_BACK),
    store.NotebookMissing: _plain(Problem.NOTEBOOK_DAMAGED),
    store.NotebookBusy: _plain(Problem.NOTEBOOK_IN_USE),
    store.NotebookTooNew: lambda e: ProblemReport(
        Problem.NOTEBOOK_TOO_NEW, {"found": e.found, "known": e.known}
    ),
    store.Interrupted: _plain(Problem.LOCKED),
    store.NotebookClosed: _plain(Problem.LOCKED),
    store.FieldRefused: _field,
    store.EntityUnknown: _plain(Problem.NOT_FOUND),
    # the paper
    handout.NothingChosen: _plain(Problem.NO_SERVICE),
    handout.TooManyServices: lambda e: ProblemReport(
        Problem.TEXT_TOO_LONG, {"field": "services", "limit": e.limit, "length": e.count}
    ),
    handout.WordsTooLong: lambda e: ProblemReport(
        Problem.TEXT_TOO_LONG, {"field": "words", "limit": e.limit, "length": e.length}
    ),
    handout.PaperTooLong: lambda e: ProblemReport(
        Problem.TEXT_TOO_LONG, {"field": "services", "limit": e.limit, "length": e.length}
    ),
    handout.GlyphMissing: lambda e: ProblemReport(Problem.GLYPH_MISSING, {"char": e.char}),
    handout.PersonalIdOnPaper: _plain(Problem.HETU_ON_PAPER),
    handout.NothingShared: lambda _e: ProblemReport(Problem.FIELD_REQUIRED, {"field": "scope"}),
    handout.ScopeUnknown: lambda _e: ProblemReport(
        Problem.FIELD_REFUSED, {"field": "scope", "reason": "unknown_code"}
    ),
    handout.LanguageMissing: lambda _e: ProblemReport(
        Problem.FIELD_REFUSED, {"field": "language", "reason": "unknown_code"}
    ),
    # the wire
    wire.CaptivePortal: _plain(Problem.CAPTIVE_PORTAL),
    wire.ProxyRefused: _plain(Problem.PROXY_REFUSED),
    wire.Unreachable: _plain(Problem.NO_NETWORK),
    wire.HubBusy: _plain(Problem.HUB_BUSY),
    wire.HubFault: _plain(Problem.HUB_BUSY),
    wire.WrongHub: _plain(Problem.WRONG_HUB),
    wire.Refused: _refused,
    wire.FrameBroken: _plain(Problem.CAPTIVE_PORTAL),
    wire.EnrolmentInvalid: lambda e: ProblemReport(Problem.ENROLMENT_UNREADABLE, {"part": e.part}),
    wire.InsecureAddress: lambda _e: ProblemReport(Problem.ENROLMENT_UNREADABLE, {"part": "address"}),
}


def report_of(error: Exception) -> ProblemReport | None:
    """Return the problem that this error is, ``None`` when it is a bug of ours."""
    if isinstance(error, NotebookError):
        return error.report()
    for kind in type(error).__mro__:
        found = _TABLE.get(kind)
        if found is not None:
            return found(error)
    return None


def place_of(error: BaseException) -> str:
    """Return where an error was raised, as file:line: all that a log or the window may hear of a bug.

    What an exception says may be a value or a path with somebody's name in it, and so is never told.
    """
    step = error.__traceback__
    if step is None:
        return ""
    while step.tb_next is not None:
        step = step.tb_next
    return f"{os.path.basename(step.tb_frame.f_code.co_filename)}:{step.tb_lineno}"  # noqa: PTH119 - a name for a report, no file access
