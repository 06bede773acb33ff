# SPDX-License-Identifier: MIT
"""From a person's referrals to rows of the list and to the sentences under the chosen one."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.referrals import ReferralRow
from desktop.ui.components.row_value import Row
from desktop.ui.page import Tools
from desktop.ui.words.dates import near_day
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import at_start, local_moment, said_day, said_moment
from desktop.ui.words.referrals import state_mark

_LOUDEST: Final = (Mark.QUARANTINED, Mark.TWO_VALUES, Mark.PARKED, Mark.UNSENT)


def referral_row(row: ReferralRow, tools: Tools) -> Row:
    """Return one referral: service and day above, who and how, follow-up and state below."""
    second = [_kind(row, tools), consent_words(row), row.organisation if row.organisation != row.name else ""]
    loudest = next((mark for mark in _LOUDEST if mark in row.marks), None)
    marks = [mark_value(loudest)] if loudest is not None else []
    return Row(
        key=row.referral.hex(),
        title=row.name,
        second=" · ".join(one for one in second if one),
        third=due_words(row, tools) or " ",
        time=at_start(said_day(row.status_at or row.at, tools.clock(), tools.translations.language)),
        marks=(*marks, state_mark(row.status, tools.codes)),
    )


def told_lines(row: ReferralRow, tools: Tools) -> list[str]:
    """Return what the row has no room for: who referred and when, why it ended, what was told and heard."""
    codes, language = tools.codes, tools.translations.language
    given = QCoreApplication.translate("ServicesTab", "Referred by {who} {when}.")
    by = QCoreApplication.translate("ServicesTab", "you") if row.mine else row.by
    lines = [given.format(who=by, when=said_moment(row.at, tools.clock(), language).rstrip("."))]
    if row.urgency and row.urgency != "normal":
        lines[0] += f" {codes.label('urgencies', row.urgency)}."
    since = QCoreApplication.translate("ServicesTab", "{state}, {when}.")
    if row.status_at and row.status_at != row.at:
        state = codes.label("referral_states", row.status)
        reason = codes.label("referral_reasons", row.reason)
        when = said_moment(row.status_at, tools.clock(), language).rstrip(".")
        lines.append(since.format(state=f"{state} ({reason.lower()})" if reason else state, when=when))
    if row.text:
        lines.append(QCoreApplication.translate("ServicesTab", "Written: {text}").format(text=row.text))
    if row.feedback:
        heard = QCoreApplication.translate("ServicesTab", "Heard back: {text}")
        lines.append(heard.format(text=row.feedback))
    if row.consent:
        spoken = codes.label("languages", row.consent_language)
        read = QCoreApplication.translate("ServicesTab", "{consent}, read in {language}.")
        words = at_start(consent_words(row))
        lines.append(read.format(consent=words, language=spoken) if spoken else f"{words}.")
    return lines


def consent_words(row: ReferralRow) -> str:
    """Return how the client's consent stands, an empty text where none was needed."""
    match row.consent:
        case "given":
            return QCoreApplication.translate("ServicesTab", "consent given")
        case "withdrawn":
            return QCoreApplication.translate("ServicesTab", "consent taken back")
        case _:
            return ""


def due_words(row: ReferralRow, tools: Tools) -> str:
    """Return when one asks after it: "Seuranta 8.12."; an empty text for no follow-up."""
    day = due_day(row)
    if day is None:
        return ""
    today = local_moment(tools.clock()).date()
    words = QCoreApplication.translate("ServicesTab", "Follow-up {day}")
    return words.format(day=near_day(day, today, tools.translations.language))


def due_day(row: ReferralRow) -> date | None:
    """Return the day of the open follow-up; ``None`` for none, or for what a newer version wrote."""
    try:
        return date.fromisoformat(row.due)
    except ValueError:
        return None


def _kind(row: ReferralRow, tools: Tools) -> str:
    return tools.codes.label("referral_kinds", row.kind)
