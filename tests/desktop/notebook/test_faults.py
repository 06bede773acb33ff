# SPDX-License-Identifier: MIT
"""From an error to the code and facts that go over the pipe: every problem has its way, none carries a value."""

import inspect
from collections.abc import Iterator

import pytest

from desktop.notebook import errors as ours
from desktop.notebook.faults import place_of, report_of
from desktop.notebook.handout import errors as paper
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.store import errors as store
from desktop.vault import errors as vault
from sync.protocol import errors as wire
from sync.protocol.errors import Code, refusal
from sync.records.checking import Problem as FieldProblem
from sync.records.checking import Trouble

ERRORS: list[tuple[Exception, ProblemReport]] = [
    (vault.WrongPassphrase(free_tries=2, wait_seconds=30),
     ProblemReport(Problem.WRONG_PASSPHRASE, {"tries_left": 2, "seconds": 30})),
    (vault.Throttled(60), ProblemReport(Problem.THROTTLED, {"seconds": 60})),
    (vault.PassphraseTooWeak(), ProblemReport(Problem.PASSPHRASE_TOO_WEAK)),
    (vault.KeyFileDamaged("mac"), ProblemReport(Problem.KEY_FILE_DAMAGED)),
    (vault.KdfOutOfBounds("passes", 99), ProblemReport(Problem.KEY_FILE_DAMAGED)),
    (vault.KeyFileMissing(), ProblemReport(Problem.KEY_FILE_MISSING)),
    (vault.KeyFileTooNew(9), ProblemReport(Problem.KEY_FILE_TOO_NEW, {"found": 9})),
    (vault.KeyFileRolledBack(generation=1, known=2), ProblemReport(Problem.KEY_FILE_ROLLED_BACK)),
    (vault.NotebookInUse(), ProblemReport(Problem.NOTEBOOK_IN_USE)),
    (vault.FolderRefused(vault.Refusal.CLOUD), ProblemReport(Problem.FOLDER_REFUSED, {"reason": "cloud"})),
    (vault.DiskFull(28), ProblemReport(Problem.DISK_FULL)),
    (vault.LeaseRunOut(), ProblemReport(Problem.LEASE_RUN_OUT)),
    (vault.LeaseSuspended(), ProblemReport(Problem.LEASE_SUSPENDED)),
    (vault.LeaseMissing(), ProblemReport(Problem.LEASE_MISSING)),
    (vault.LeaseWordsWrong(), ProblemReport(Problem.LEASE_WORDS_WRONG)),
    (vault.WrongPin(3), ProblemReport(Problem.WRONG_PIN, {"tries_left": 3})),
    (vault.PinTooSimple(), ProblemReport(Problem.PIN_TOO_SIMPLE)),
    (vault.PinGone(), ProblemReport(Problem.PIN_GONE)),
    (vault.RecoveryKeyWrong(), ProblemReport(Problem.RECOVERY_KEY_WRONG)),
    (vault.BackupUnreadable(vault.BackupFault.DAMAGED),
     ProblemReport(Problem.BACKUP_UNREADABLE, {"reason": "damaged"})),
    (vault.MemoryShort(65536), ProblemReport(Problem.MEMORY_SHORT, {"mebibytes": 64})),
    (store.DiskFull(), ProblemReport(Problem.DISK_FULL)),
    (store.NotebookDamaged("page"), ProblemReport(Problem.NOTEBOOK_DAMAGED)),
    (store.NotebookDamaged("audit chain"), ProblemReport(Problem.AUDIT_BROKEN)),
    (store.WrongKey(), ProblemReport(Problem.NOTEBOOK_DAMAGED)),
    (store.FormerWriter(), ProblemReport(Problem.KEY_FILE_ROLLED_BACK)),
    (store.NotebookMissing(), ProblemReport(Problem.NOTEBOOK_DAMAGED)),
    (store.NotebookBusy(), ProblemReport(Problem.NOTEBOOK_IN_USE)),
    (store.NotebookClosed(), ProblemReport(Problem.LOCKED)),
    (store.NotebookTooNew(found=9, known=1), ProblemReport(Problem.NOTEBOOK_TOO_NEW, {"found": 9, "known": 1})),
    (store.EntityUnknown(), ProblemReport(Problem.NOT_FOUND)),
    (wire.Unreachable("ConnectionError"), ProblemReport(Problem.NO_NETWORK)),
    (wire.CaptivePortal("status 200"), ProblemReport(Problem.CAPTIVE_PORTAL)),
    (wire.ProxyRefused(), ProblemReport(Problem.PROXY_REFUSED)),
    (wire.FrameBroken("zstd"), ProblemReport(Problem.CAPTIVE_PORTAL)),
    (wire.HubBusy(3.0), ProblemReport(Problem.HUB_BUSY)),
    (wire.HubFault(500), ProblemReport(Problem.HUB_BUSY)),
    (wire.WrongHub(), ProblemReport(Problem.WRONG_HUB)),
    (refusal(Code.CODE_WRONG), ProblemReport(Problem.CODE_WRONG)),
    (refusal(Code.CODE_EXPIRED), ProblemReport(Problem.CODE_EXPIRED)),
    (refusal(Code.CODE_USED), ProblemReport(Problem.CODE_USED)),
    (refusal(Code.CODE_LOCKED), ProblemReport(Problem.CODE_LOCKED)),
    (refusal(Code.WRITER_REVOKED), ProblemReport(Problem.WRITER_REVOKED)),
    (refusal(Code.UNKNOWN_WRITER), ProblemReport(Problem.WRITER_UNKNOWN)),
    (refusal(Code.LEASE_REFUSED), ProblemReport(Problem.LEASE_REFUSED)),
    (refusal(Code.CHAIN_GAP), ProblemReport(Problem.HUB_REFUSED, {"code": "chain-gap"})),
    (wire.EnrolmentInvalid("code"), ProblemReport(Problem.ENROLMENT_UNREADABLE, {"part": "code"})),
    (wire.InsecureAddress(), ProblemReport(Problem.ENROLMENT_UNREADABLE, {"part": "address"})),
    (paper.NothingChosen(), ProblemReport(Problem.NO_SERVICE)),
    (paper.TooManyServices(12, 13),
     ProblemReport(Problem.TEXT_TOO_LONG, {"field": "services", "limit": 12, "length": 13})),
    (paper.WordsTooLong(2000, 2001),
     ProblemReport(Problem.TEXT_TOO_LONG, {"field": "words", "limit": 2000, "length": 2001})),
    (paper.PaperTooLong(100, 101),
     ProblemReport(Problem.TEXT_TOO_LONG, {"field": "services", "limit": 100, "length": 101})),
    (paper.GlyphMissing("x"), ProblemReport(Problem.GLYPH_MISSING, {"char": "x"})),
    (paper.PersonalIdOnPaper(), ProblemReport(Problem.HETU_ON_PAPER)),
    (paper.NothingShared(), ProblemReport(Problem.FIELD_REQUIRED, {"field": "scope"})),
    (paper.ScopeUnknown("x"), ProblemReport(Problem.FIELD_REFUSED, {"field": "scope", "reason": "unknown_code"})),
    (paper.LanguageMissing("x"),
     ProblemReport(Problem.FIELD_REFUSED, {"field": "language", "reason": "unknown_code"})),
]  # fmt: skip

NOT_AN_ERROR = {
    Problem.LOCKED: "the server says it of an ask that nobody answers",
    Problem.PROCESS_DIED: "the bridge says it when the pipe closes",
    Problem.BUG: "the server says it of anything else",
    Problem.CLONED: "the sync word says it",
    Problem.EXISTED_TWICE: "an event says it, and locks",
    Problem.FIELD_REFUSED: "",
    Problem.TEXT_TOO_LONG: "",
    Problem.FIELD_REQUIRED: "",
    Problem.HETU_INVALID: "",
}
"""Told otherwise, or tested below."""


def own_errors() -> Iterator[type[ours.NotebookError]]:
    """Every error of the use cases that is raised itself."""
    for _, one in inspect.getmembers(ours, inspect.isclass):
        if issubclass(one, ours.NotebookError) and "problem" in vars(one) and one is not ours.NotebookError:
            yield one


@pytest.mark.parametrize(("error", "report"), ERRORS, ids=lambda one: type(one).__name__)
def test_each_error_below_has_its_code_and_facts(error: Exception, report: ProblemReport) -> None:
    assert report_of(error) == report


@pytest.mark.parametrize(
    ("field", "trouble", "limit", "report"),
    [
        ("note", Trouble.TOO_LONG, 280, ProblemReport(Problem.TEXT_TOO_LONG, {"field": "note", "limit": 280})),
        ("name", Trouble.MISSING, None, ProblemReport(Problem.FIELD_REQUIRED, {"field": "name"})),
        ("hetu", Trouble.BAD_HETU, None, ProblemReport(Problem.HETU_INVALID)),
        ("age", Trouble.UNKNOWN_CODE, None,
         ProblemReport(Problem.FIELD_REFUSED, {"field": "age", "reason": "unknown_code"})),
    ],
)  # fmt: skip
def test_a_refused_field_is_told_by_its_name_and_limit(
    field: str, trouble: Trouble, limit: int | None, report: ProblemReport
) -> None:
    refused = store.FieldRefused((FieldProblem(trouble=trouble, field=field, limit=limit),))
    assert report_of(refused) == report


def test_every_problem_is_told_by_some_error_or_said_elsewhere() -> None:
    reachable = {report.problem for _, report in ERRORS} | {one.problem for one in own_errors()}
    assert set(Problem) - reachable <= set(NOT_AN_ERROR)


def test_the_use_cases_own_errors_carry_their_facts() -> None:
    assert report_of(ours.NotAllowed(kind="note", action="edit")) == ProblemReport(
        Problem.NOT_ALLOWED, {"kind": "note", "action": "edit"}
    )
    assert ours.NoPlace().report().problem is Problem.NO_PLACE


@pytest.mark.parametrize(
    "bug", [ValueError("010190-901R"), OSError(13, "denied", "aino/notebook"), KeyError("Samir")]
)
def test_anything_else_is_a_bug_of_ours(bug: Exception) -> None:
    assert report_of(bug) is None


def test_the_place_of_an_error_is_where_it_was_raised_and_holds_no_value() -> None:
    def deep() -> None:
        raise ValueError("010190-901R")

    try:
        deep()
    except ValueError as problem:
        place = place_of(problem)
    assert place.startswith("test_faults.py:")
    assert place_of(ValueError("never raised")) == ""
