# SPDX-License-Identifier: MIT
"""What is said of files: their size, where one is on its way, and what went wrong with one."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.attachments import AttachmentRow
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_value
from desktop.ui.words.problems import sentence

_KIB: Final = 1024
_MIB: Final = 1024 * 1024
_TENTHS_BELOW: Final = 10
_LOUDEST: Final = (Mark.QUARANTINED, Mark.TWO_VALUES, Mark.CHANGED_BESIDE_DELETION, Mark.PARKED)
WINDOWS_OWN: Final = frozenset({Problem.LOCKED, Problem.PROCESS_DIED, Problem.BUG})
"""Problems of the whole notebook, which the window tells or acts on."""


def size_words(size: int, language: Language) -> str:
    """Return a size in bytes as 340 kt or 1,2 Mt, rounded up, so that nothing is said to take no room."""
    if size < _MIB:
        return QCoreApplication.translate("Attachments", "{size} kB").format(size=max(-(-size // _KIB), 1))
    tenths = -(-size * 10 // _MIB)
    said = str(-(-size // _MIB)) if tenths >= _TENTHS_BELOW * 10 else f"{tenths // 10}.{tenths % 10}"
    if language is not Language.ENGLISH:
        said = said.replace(".", ",")
    return QCoreApplication.translate("Attachments", "{size} MB").format(size=said)


def way_mark(row: AttachmentRow) -> MarkValue | None:
    """Return where the file itself is while it is not both here and at the hub."""
    if row.here and row.sent:
        return None
    if row.moved > 0:
        words = QCoreApplication.translate("Attachments", "On its way {percent} %")
        percent = min(row.moved * 100 // max(row.size, 1), 99)
        icon = "cloud-upload" if row.here else "download"
        return MarkValue(icon, words.format(percent=percent), Tone.WAIT)
    if not row.here:
        return MarkValue(
            "cloud-off", QCoreApplication.translate("Attachments", "Not on this computer"), Tone.WAIT
        )
    return MarkValue("cloud-upload", QCoreApplication.translate("Attachments", "Not sent yet"), Tone.WAIT)


def row_marks(row: AttachmentRow) -> tuple[MarkValue, ...]:
    """Return the marks of a row: the loudest of its record, and where the file is."""
    loudest = next((mark for mark in _LOUDEST if mark in row.marks), None)
    way = way_mark(row)
    found = [mark_value(loudest)] if loudest is not None else []
    return (*found, *([way] if way is not None else []))


def problem_words(report: ProblemReport) -> str:
    """Return what happened to a file, whether it is safe, what to do now."""
    if report.problem is Problem.FILE_UNREADABLE:
        match report.facts.get("reason"):
            case "missing":
                return QCoreApplication.translate(
                    "Attachments",
                    "There is no file or folder there any more. Nothing was changed. Choose again.",
                )
            case "denied":
                return QCoreApplication.translate(
                    "Attachments",
                    "This computer does not let the file be read or written there. Nothing was changed. "
                    "Choose another place.",
                )
            case _:
                return QCoreApplication.translate(
                    "Attachments",
                    "The disk did not read or write the file. Nothing was changed. "
                    "Try again, or choose another place.",
                )
    if report.problem is Problem.FIELD_REFUSED and report.facts.get("field") == "path":
        return QCoreApplication.translate(
            "Attachments",
            "No copy is saved into the notebook's own folder. Nothing was changed. Choose another folder.",
        )
    if report.problem is Problem.FIELD_REQUIRED:
        return QCoreApplication.translate("Attachments", "A file needs a name.")
    return sentence(report)


def folder_words(*, files_too: bool) -> str:
    """Say that folders are not taken; ``files_too`` when the files that came with them are."""
    if files_too:
        return QCoreApplication.translate(
            "Attachments", "A folder can't be attached; only the files are added."
        )
    return QCoreApplication.translate(
        "Attachments", "A folder can't be attached. Choose the files in it; nothing was added."
    )


def link_words(*, files_too: bool) -> str:
    """Say that web links are not taken; ``files_too`` when the files that came with them are."""
    if files_too:
        return QCoreApplication.translate(
            "Attachments", "A link to the web can't be attached; only the files are added."
        )
    return QCoreApplication.translate(
        "Attachments",
        "A link to the web can't be attached. Save the page or picture first; nothing was added.",
    )


def nothing_to_paste_words() -> str:
    """Say that what was copied is neither a picture nor a file."""
    return QCoreApplication.translate(
        "Attachments", "There is no picture and no file on the clipboard. Copy one and paste again."
    )


def copy_warning() -> str:
    """Say what a readable copy is, before it is written."""
    return QCoreApplication.translate(
        "Attachments",
        "The copy is not protected: anyone who gets at it can read it. Saving it is written to the log. "
        "Delete it when you no longer need it.",
    )


def protected_words() -> str:
    """Say what is special about a protected person's files."""
    return QCoreApplication.translate(
        "Attachments", "Protected: a file may tell where this person lives. Copy only what you must."
    )
