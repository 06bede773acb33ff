# SPDX-License-Identifier: MIT
"""Words for what goes from one to another: notices, why a save is held back, what was decided about it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.notices import NoticeRow
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.fields import kind_label

_SIGNS = {
    "held": ("shield-alert", Tone.DANGER),
    "released": ("check-check", Tone.OK),
    "refused": ("circle-x", Tone.DANGER),
    "forwarded": ("arrow-right", Tone.WARN),
    "moved_in": ("user-plus", Tone.ACCENT),
    "moved_out": ("log-out", Tone.MUTED),
    "late_work": ("clock", Tone.WARN),
    "erased": ("trash-2", Tone.MUTED),
    "message": ("message-square", Tone.ACCENT),
    "team_left": ("door-closed", Tone.WAIT),
}


def held_reason(reason: str) -> str:
    """Return why the centre holds a save back, for its author and for who decides; a new word is shown as it is."""
    words = {
        "forbidden": QCoreApplication.translate("Held", "The author's role does not allow this"),
        "misplaced": QCoreApplication.translate("Held", "It belongs to another unit"),
        "revoked": QCoreApplication.translate("Held", "Written after the author's right had ended"),
        "signature": QCoreApplication.translate("Held", "The signature is wrong: it may be somebody else's"),
        "identity": QCoreApplication.translate("Held", "Its id is in use for something else"),
        "restored": QCoreApplication.translate("Held", "It came back after the centre was restored"),
    }
    return words.get(reason, reason) or QCoreApplication.translate("Held", "The centre wants a check")


def ruling_refusal(reason: str) -> str:
    """Return why the centre could not do what a supervisor decided; an unknown word as it is."""
    words = {
        "unknown_commit": QCoreApplication.translate("Held", "There is no such save any more"),
        "decided": QCoreApplication.translate("Held", "Somebody had decided already"),
        "identity": QCoreApplication.translate("Held", "Its id is in use: it can only be refused"),
        "misplaced": QCoreApplication.translate("Held", "It cannot lie in another team"),
        "erased": QCoreApplication.translate("Held", "What it said has been erased"),
        "own": QCoreApplication.translate("Held", "Nobody decides about a save of their own"),
        "not_yours": QCoreApplication.translate("Held", "Only a supervisor of the team decides about it"),
        "unknown_team": QCoreApplication.translate("Held", "There is no such team"),
        "same_team": QCoreApplication.translate("Held", "It is in that team already"),
        "not_here": QCoreApplication.translate("Held", "The person is not in this team any more"),
        "not_understood": QCoreApplication.translate("Held", "The centre did not understand it"),
        "put_aside": QCoreApplication.translate(
            "Held", "The centre failed at it; it is kept and tried again"
        ),
    }
    return words.get(reason, reason)


def notice_sign(what: str) -> tuple[str, Tone]:
    """Return the icon of a notice and its tone."""
    return _SIGNS.get(what, ("bell", Tone.MUTED))


def notice_title(row: NoticeRow, codes: CodeWords) -> str:
    """Return what happened, in one line."""
    if _not_done(row):
        if row.kind == "move":
            return QCoreApplication.translate("Notices", "The move was not carried out")
        return QCoreApplication.translate("Notices", "Your decision was not carried out")
    match row.what:
        case "message":
            return row.comment
        case "team_left":
            words = QCoreApplication.translate("Notices", "Your right in {team} has ended")
            return words.format(team=row.team)
        case _:
            return codes.label("notices", row.what)


def notice_facts(row: NoticeRow) -> str:
    """Return who and what it is about, in one line."""
    if row.what == "team_left":
        return QCoreApplication.translate("Notices", "Its records have left this laptop")
    if _not_done(row):
        return " · ".join(part for part in (row.name, row.team, ruling_refusal(row.reason)) if part)
    reason = held_reason(row.reason) if row.reason else ""
    kind = kind_label(row.kind) if row.kind else ""
    return " · ".join(part for part in (row.name, kind, row.team, reason, row.by) if part)


def _not_done(row: NoticeRow) -> bool:
    """Whether the hub says that it could not do what this person had ordered."""
    return row.kind in {"ruling", "move"} and bool(row.reason)


def notice_more(row: NoticeRow) -> str:
    """Return what else there is to read of a notice, a sentence or two; empty for most."""
    if row.what == "message":
        return row.comment
    if row.what == "team_left" and row.unsent:
        return QCoreApplication.translate(
            "Notices",
            "%n saves of yours are still on this laptop and go to the centre. A supervisor looks at them there.",
            None,
            row.unsent,
        )
    return row.comment


def said_mark(verdict: str, team: str) -> MarkValue:
    """Return the mark of a verdict that waits for the centre."""
    words = {
        "accept": QCoreApplication.translate("Held", "Accepted, waits for the centre"),
        "refuse": QCoreApplication.translate("Held", "Not accepted, waits for the centre"),
        "forward": QCoreApplication.translate("Held", "To {team}, waits for the centre").format(team=team),
    }
    return MarkValue("hourglass", words.get(verdict, verdict), Tone.WAIT)


def kinds_said(kinds: Sequence[str]) -> str:
    """Return the kinds in a save, each once."""
    return ", ".join(dict.fromkeys(map(kind_label, kinds)))
