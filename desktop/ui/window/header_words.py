# SPDX-License-Identifier: MIT
"""What the header and the rail say, from values of the notebook: the sync word, the person, the pages."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import SyncPhase, SyncStatus
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.states import State, mark_of, sending_mark
from desktop.ui.shell.values import PersonAtWork, RailItem, SyncWord
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import near_moment
from desktop.ui.words.language import Language


def local_moment(milliseconds: int) -> datetime:
    """Return a moment in this laptop's own time zone, as people at this table read a clock."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone()


def sync_word(status: SyncStatus, now_ms: int, language: Language) -> SyncWord:
    """Return the word of the header: state, and in bold the unsent count or the last success."""
    unsent = QCoreApplication.translate("Window", "%n not sent", None, status.unsent) if status.unsent else ""
    match status.phase:
        case SyncPhase.SENDING if status.total:
            return SyncWord(mark=sending_mark(done=status.done, total=status.total))
        case SyncPhase.SENDING | SyncPhase.RECEIVING:
            word = QCoreApplication.translate("Window", "Receiving")
            return SyncWord(mark=MarkValue("refresh-cw", word, Tone.WAIT), strong=unsent)
        case SyncPhase.OFFLINE:
            return SyncWord(mark=mark_of(State.OFFLINE), strong=unsent)
        case SyncPhase.FAILED:
            word = _failed(status)
            return SyncWord(mark=MarkValue("clock", word, Tone.WAIT), strong=unsent)
        case SyncPhase.IDLE:
            if status.unsent:
                return SyncWord(mark=replace(mark_of(State.UNSENT), word=unsent))
            word = QCoreApplication.translate("Window", "All delivered")
            moment = (
                near_moment(local_moment(status.last_success), local_moment(now_ms), language)
                if status.last_success
                else ""
            )
            return SyncWord(mark=MarkValue("check", word, Tone.WAIT), strong=moment)


def _failed(status: SyncStatus) -> str:
    """Return what the centre's no means for whoever works here; the Sync page says more."""
    match status.problem:
        case Problem.WRITER_UNKNOWN:
            return QCoreApplication.translate("Window", "The centre does not know this computer")
        case Problem.WRITER_REVOKED | Problem.HUB_REFUSED | Problem.WRONG_HUB | Problem.CLONED:
            return QCoreApplication.translate("Window", "Does not go through: see Sync")
        case _:
            return QCoreApplication.translate("Window", "The centre did not answer")


def person_at_work(who: Unlocked, codes: CodeWords) -> PersonAtWork:
    """Return who sits at the laptop, with role and team."""
    role = codes.label("roles", who.role)
    return PersonAtWork(name=who.name, role=", ".join(one for one in (role, who.team_name) if one))


def rail_items(
    *,
    conflicts: int,
    review: int,
    news: int,
    due: int = 0,
    can_review: bool,
    can_edit: bool = False,
    can_audit: bool = False,
) -> list[RailItem]:
    """Return the pages of the rail: the supervisor's shows what waits, the adviser's what came back.

    ``can_edit`` is a service editor, who keeps the catalogue; ``can_audit`` an auditor, who reads the access log.
    """
    items = [
        RailItem(
            key="today",
            icon="sun",
            label=QCoreApplication.translate("Window", "Today"),
            badge=0 if can_review else news,
            badge_tone=Tone.WARN,
        ),
        RailItem(
            key="people",
            icon="users",
            label=QCoreApplication.translate("Window", "People"),
            badge=conflicts,
            badge_tone=Tone.SPLIT,
        ),
        RailItem(
            key="follow_up",
            icon="calendar-clock",
            label=QCoreApplication.translate("Window", "Follow-up"),
            badge=due,
            badge_tone=Tone.WARN,
        ),
        RailItem(
            key="services",
            icon="book-open",
            label=QCoreApplication.translate("Window", "Services"),
        ),
    ]
    if can_review:
        items.append(
            RailItem(
                key="review",
                icon="clipboard-check",
                label=QCoreApplication.translate("Window", "Review"),
                badge=review,
                badge_tone=Tone.ACCENT,
            )
        )
    if can_edit:
        label = QCoreApplication.translate("Window", "Service editor")
        items.append(RailItem(key="editing", icon="pencil", label=label))
    if can_audit:
        label = QCoreApplication.translate("Window", "Access log")
        items.append(RailItem(key="log", icon="shield-check", label=label))
    return items


def rail_foot(*, unsent: int) -> list[RailItem]:
    """Return what sits at the rail's foot."""
    return [
        RailItem(
            key="sync",
            icon="refresh-cw",
            label=QCoreApplication.translate("Window", "Sync"),
            badge=unsent,
            badge_tone=Tone.WAIT,
        ),
        RailItem(key="settings", icon="settings", label=QCoreApplication.translate("Window", "Settings")),
    ]


def banner_words(*, practice: bool) -> str:
    """Return the banner that tells practice from work, an empty text for real work."""
    if not practice:
        return ""
    return QCoreApplication.translate(
        "Window", "Demo: everybody here is made up, nothing leaves this computer"
    )
