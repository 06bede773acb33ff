# SPDX-License-Identifier: MIT
"""What an item of the queue is called, who wrote it and when, in the language in force."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.review import ReviewRow
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import said_moment, short_moment


def item_title(kind: str, what: str, *, about: str = "") -> str:
    """Return what came in: a session, a new person, a change of one; ``about`` names a referral's service."""
    if kind == "person" and what == "created":
        return QCoreApplication.translate("Review", "New person")
    if kind == "referral" and about:
        return QCoreApplication.translate("Review", "Referral: {service}").format(service=about)
    words = {
        "session": QCoreApplication.translate("Review", "Outreach session"),
        "person": QCoreApplication.translate("Review", "Personal details"),
        "situation": QCoreApplication.translate("Review", "Situation"),
        "note": QCoreApplication.translate("Review", "Note"),
        "attendance": QCoreApplication.translate("Review", "Visit of a person"),
        "merge": QCoreApplication.translate("Review", "Merged cards"),
        "health_flag": QCoreApplication.translate("Review", "Health flag"),
        "referral": QCoreApplication.translate("Review", "Referral"),
        "consent": QCoreApplication.translate("Review", "Consent"),
        "task": QCoreApplication.translate("Review", "Follow-up"),
    }
    return words.get(kind) or QCoreApplication.translate("Review", "Record")


def queue_row(row: ReviewRow, now: int, language: Language) -> Row:
    """Return one item as a row of three lines with its mark."""
    return Row(
        key=row.item,
        title=item_title(row.kind, row.what, about=row.about),
        second=row.title or QCoreApplication.translate("Review", "No name"),
        third=row.by,
        time=short_moment(row.at, now, language),
        marks=(*((mark_value(Mark.TWO_VALUES),) if row.two_values else ()), mark_value(row.mark)),
    )


def header_mark(mark: Mark) -> MarkValue:
    """Return the pill beside the title: a new item says what it waits for."""
    if mark is Mark.NEW:
        return MarkValue("inbox", QCoreApplication.translate("Review", "Waits for review"), Tone.ACCENT)
    return mark_value(mark)


def written_by(*, title: str, by: str, at: int, now: int, language: Language) -> str:
    """Return the line under the title: whose record, who wrote it and when, and that the look is logged."""
    when = said_moment(at, now, language)
    words = QCoreApplication.translate("Review", "Written by {by} {when}.")
    if ", " in by:
        words = QCoreApplication.translate("Review", "Written together by {by} {when}.")
        by = QCoreApplication.translate("Review", " and ").join(by.rsplit(", ", 1))
    said = words.format(by=by, when=when)
    logged = QCoreApplication.translate("Review", "This look is kept in the access log.")
    return " ".join(part for part in (f"{title}." if title else "", said, logged) if part)
