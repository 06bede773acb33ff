# SPDX-License-Identifier: MIT
"""What an item of the queue is called, who wrote it and when, in the language in force."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.review import ReviewRow
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_value import Row
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import field_label
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import said_moment, short_moment

_SEPARATOR: Final = " · "


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


def queue_rows(rows: Sequence[ReviewRow], now: int, tools: Tools) -> list[Row]:
    """Return the items as rows; of several that read the same each says which one it is."""
    told = [queue_row(row, now, tools) for row in rows]
    alike = Counter(map(_words, told))
    met: Counter[tuple[str, ...]] = Counter()
    numbered = []
    for row in told:
        words = _words(row)
        met[words] += 1
        which = f"{met[words]} / {alike[words]}" if alike[words] > 1 else ""
        numbered.append(replace(row, third=_SEPARATOR.join(filter(None, (row.third, which)))))
    return numbered


def queue_row(row: ReviewRow, now: int, tools: Tools) -> Row:
    """Return one item as a row of three lines with its mark; a change names the fields that it wrote."""
    title = item_title(row.kind, row.what, about=row.about)
    wrote = (one.partition("/") for one in row.wrote)
    fields = [field_label(kind, name, tools.codes) for kind, _, name in wrote]
    if row.what == "changed" and fields and row.kind in {"person", "situation"}:
        title = f"{title}: {', '.join(dict.fromkeys(fields))}"
    return Row(
        key=row.item,
        title=title,
        second=row.title or QCoreApplication.translate("Review", "No name"),
        third=row.by,
        time=short_moment(row.at, now, tools.translations.language),
        marks=(*((mark_value(Mark.TWO_VALUES),) if row.two_values else ()), mark_value(row.mark)),
    )


def _words(row: Row) -> tuple[str, ...]:
    return (row.title, row.second, row.third, row.time)


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
