# SPDX-License-Identifier: MIT
"""What is said beside a field when the notebook refused it: what happened, what now."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.people.editors import too_long

_ABOUT_FIELDS: Final = {
    Problem.HETU_INVALID,
    Problem.TEXT_TOO_LONG,
    Problem.FIELD_REFUSED,
    Problem.FIELD_REQUIRED,
}


def field_of(report: ProblemReport) -> str:
    """Return the wire name of the field a problem is about, without parts and elements; empty for none."""
    if report.problem not in _ABOUT_FIELDS:
        return ""
    if report.problem is Problem.HETU_INVALID:
        return "hetu"
    return str(report.facts.get("field", "")).partition(".")[0].partition("/")[0]


def sentence_beside(report: ProblemReport) -> str:
    """Return the sentence for the field."""
    match report.problem:
        case Problem.HETU_INVALID:
            return QCoreApplication.translate(
                "FormProblems",
                "The identity code does not check out. Nothing was saved; compare it and save again.",
            )
        case Problem.TEXT_TOO_LONG:
            limit = int(report.facts.get("limit", 0))
            length = int(report.facts.get("length", limit + 1))
            return too_long(length, limit)
        case Problem.FIELD_REQUIRED:
            return need_name()
        case _:
            return _refused(str(report.facts.get("reason", "")))


def need_name() -> str:
    """Return the sentence for a person without any name."""
    return QCoreApplication.translate("FormProblems", "Give at least what the person is called.")


def _refused(reason: str) -> str:
    match reason:
        case "bad_date":
            return QCoreApplication.translate(
                "FormProblems", "This is no day. Write it like this: 14.2.1996."
            )
        case "bad_email":
            return QCoreApplication.translate(
                "FormProblems", "This is no e-mail address. Compare it, or leave it empty."
            )
        case "unknown_code":
            return QCoreApplication.translate(
                "FormProblems", "This is not in the list any more. Choose another."
            )
        case "out_of_range":
            return QCoreApplication.translate("FormProblems", "The number is outside what is possible.")
        case _:
            return QCoreApplication.translate(
                "FormProblems", "The notebook did not take this. Nothing was saved; write it another way."
            )
