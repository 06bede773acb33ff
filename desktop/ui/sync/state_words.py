# SPDX-License-Identifier: MIT
"""The one sentence of the Sync page, its detail, and its icon, from the status and the last round."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.sync import SyncPhase, SyncStatus
from desktop.ui.sync.troubles import round_trouble
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_count
from desktop.ui.words.language import Language
from desktop.ui.words.moments import said_moment
from desktop.ui.words.problems import sentence

WORKING = frozenset({SyncPhase.SENDING, SyncPhase.RECEIVING})


@dataclass(frozen=True, slots=True)
class StateWords:
    """What the top card says."""

    icon: str
    tone: Tone
    title: str
    detail: str


def state_words(status: SyncStatus, *, last_trouble: str, now: int, language: Language) -> StateWords:
    """Return icon, sentence and detail; `last_trouble` is the last round's code, empty when it went well."""
    last = _last(status, now, language)
    match status.phase:
        case SyncPhase.SENDING if status.total:
            title = QCoreApplication.translate("Sync", "Sending {done} of {total}").format(
                done=status.done, total=status.total
            )
            return StateWords("refresh-cw", Tone.WAIT, title, _go_on())
        case SyncPhase.SENDING | SyncPhase.RECEIVING:
            title = QCoreApplication.translate("Sync", "Fetching what is new")
            if status.total:
                title = QCoreApplication.translate(
                    "Sync", "Fetching {done} of {total}; use what has come"
                ).format(
                    done=written_count(status.done, language), total=written_count(status.total, language)
                )
            elif status.done:
                title = QCoreApplication.translate(
                    "Sync", "Fetching what is new, %n so far", None, status.done
                )
            return StateWords("refresh-cw", Tone.WAIT, title, _go_on())
        case SyncPhase.OFFLINE:
            trouble = _trouble(status, last_trouble, plain=_no_network())
            detail = " ".join(part for part in (trouble, last, _starts_itself()) if part)
            return StateWords("cloud-off", Tone.WAIT, _kept(status.unsent), detail)
        case SyncPhase.FAILED:
            trouble = _trouble(status, last_trouble, plain="")
            detail = " ".join(part for part in (trouble, last) if part)
            return StateWords("clock", Tone.WARN, _kept(status.unsent), detail)
        case SyncPhase.IDLE:
            if status.unsent:
                return StateWords("cloud-upload", Tone.WAIT, _kept(status.unsent), last or _starts_itself())
            if not status.last_success:
                title = QCoreApplication.translate("Sync", "Not yet in touch with the centre")
                return StateWords("cloud-upload", Tone.WAIT, title, _starts_itself())
            title = QCoreApplication.translate("Sync", "All delivered")
            return StateWords("circle-check", Tone.OK, title, last)


def _kept(unsent: int) -> str:
    if unsent:
        return QCoreApplication.translate("Sync", "%n not sent, all saved on this computer", None, unsent)
    return QCoreApplication.translate("Sync", "All saved on this computer, nothing waits to be sent")


def _last(status: SyncStatus, now: int, language: Language) -> str:
    if not status.last_success:
        return ""
    when = said_moment(status.last_success, now, language)
    return QCoreApplication.translate("Sync", "Last in touch {when}.").format(when=when)


def _trouble(status: SyncStatus, last_trouble: str, *, plain: str) -> str:
    """Return what went wrong: the last round's own words, else the status's, else the plain ones."""
    if last_trouble and last_trouble != "Unreachable":
        trouble = round_trouble(last_trouble)
        return f"{trouble.what}. {trouble.now}"
    if plain:
        return plain
    return sentence(ProblemReport(status.problem)) if status.problem is not None else ""


def _no_network() -> str:
    return QCoreApplication.translate("Sync", "No network.")


def _starts_itself() -> str:
    return QCoreApplication.translate("Sync", "Sending starts by itself when there is a network.")


def _go_on() -> str:
    return QCoreApplication.translate("Sync", "You can go on working meanwhile.")
