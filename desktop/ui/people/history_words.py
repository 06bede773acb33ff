# SPDX-License-Identifier: MIT
"""From lines of a card's history to entries of the timeline, and which filter lets them through."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.people import HistoryRow
from desktop.ui.components.row_value import TimelineEntry
from desktop.ui.page import Tools
from desktop.ui.people.path_history_words import PATH_ICONS, path_detail, path_title
from desktop.ui.words.fields import field_label
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import at_start, said_moment

ALL: Final = "all"
_FILTERS: Final = {
    "visits": {"visit", "attendance"},
    "notes": {"note"},
    "referrals": {"referral", "consent"},
    "files": {"attachment"},
    "path": set(PATH_ICONS),
    "changes": {"person", "situation", "merge"},
}
_ICONS: Final = {
    "visit": "plus",
    "attendance": "plus",
    "note": "message-square",
    "person": "pencil",
    "situation": "pencil",
    "review": "clipboard-check",
    "referral": "arrow-right",
    "consent": "undo-2",
    "attachment": "paperclip",
    "merge": "merge",
    **PATH_ICONS,
}


def passes(row: HistoryRow, chosen: str) -> bool:
    """Return whether the filter lets a line through."""
    return chosen == ALL or row.kind in _FILTERS.get(chosen, set())


def keyed(rows: Sequence[HistoryRow]) -> dict[str, HistoryRow]:
    """Return the lines by a key that stays the same over refreshes."""
    seen: Counter[str] = Counter()
    found = {}
    for row in reversed(rows):
        stem = f"{row.at}/{row.kind}/{row.what}"
        found[f"{stem}/{seen[stem]}"] = row
        seen[stem] += 1
    return dict(reversed(found.items()))


def timeline_entry(key: str, row: HistoryRow, tools: Tools) -> TimelineEntry:
    """Return one line as the timeline shows it."""
    return TimelineEntry(
        key=key,
        icon="user-plus"
        if row.what == "created" and row.kind == "person"
        else _ICONS.get(row.kind, "circle"),
        title=title(row, tools),
        detail=_on_card(row, detail(row, tools).replace("\n", " ")),
        when=at_start(said_moment(row.at, tools.clock(), tools.translations.language)),
        mark=mark_value(row.marks[0]) if row.marks else None,
    )


def title(row: HistoryRow, tools: Tools) -> str:
    """Return what happened: "Asiointi: Kielikurssi", "Puhelin muutettu"."""
    match row.kind, row.what:
        case "attendance", "deleted":
            return QCoreApplication.translate("HistoryWords", "Visit unlinked")
        case "merge", what:
            return _about(_merge(what), row.text)
        case (("attendance" | "visit"), _):
            return _about(QCoreApplication.translate("HistoryWords", "Visit"), _topics(row.text, tools))
        case "referral", _:
            return _about(QCoreApplication.translate("HistoryWords", "Referral"), row.text)
        case "attachment", what:
            return _about(_file(what), row.text)
        case "review", verdict:
            return _verdict(verdict)
        case kind, _ if kind in PATH_ICONS:
            return path_title(row, tools)
        case _:
            words = QCoreApplication.translate("HistoryWords", "{fields} changed")
            return _plain().get((row.kind, row.what)) or words.format(fields=_fields(row, tools))


def detail(row: HistoryRow, tools: Tools) -> str:
    """Return the line below: the text, or who did it and what it was about."""
    who = author(row)
    match row.kind:
        case "attendance" | "visit":
            said = " ".join(row.fields)
            return f"{who}. {said}" if said else who
        case "referral":
            said = ". ".join(tools.codes.label("referral_states", one) for one in row.fields)
            return f"{who}. {said}" if said else who
        case kind if kind in PATH_ICONS:
            said = path_detail(row, tools)
            return f"{who}. {said}" if said else who
        case "note" | "review" | "consent":
            return f"{who}: {row.text}" if row.text else who
        case "situation" if row.what == "created":
            return f"{who}. {_fields(row, tools)}"
        case _:
            return who


def _on_card(row: HistoryRow, said: str) -> str:
    """Return a line with the card that it stands on, when that is not the leading one."""
    if row.card == 1:
        return said
    return f"{QCoreApplication.translate('HistoryWords', 'Card {number}').format(number=row.card)} · {said}"


def author(row: HistoryRow) -> str:
    """Return who did it."""
    return QCoreApplication.translate("HistoryWords", "You") if row.mine else row.by


def filters() -> list[tuple[str, str]]:
    """Return the options of the history's filter."""
    return [
        (ALL, QCoreApplication.translate("HistoryWords", "All")),
        ("visits", QCoreApplication.translate("HistoryWords", "Visits")),
        ("notes", QCoreApplication.translate("HistoryWords", "Notes")),
        ("referrals", QCoreApplication.translate("HistoryWords", "Services")),
        ("path", QCoreApplication.translate("HistoryWords", "Plan")),
        ("files", QCoreApplication.translate("HistoryWords", "Files")),
        ("changes", QCoreApplication.translate("HistoryWords", "Changes")),
    ]


def _about(word: str, about: str) -> str:
    return f"{word}: {about}" if about else word


def _plain() -> dict[tuple[str, str], str]:
    """Return the titles that say everything by themselves, by kind and what happened."""
    return {
        ("note", "noted"): QCoreApplication.translate("HistoryWords", "Note"),
        ("note", "deleted"): QCoreApplication.translate("HistoryWords", "Note deleted"),
        ("person", "created"): QCoreApplication.translate("HistoryWords", "Card made"),
        ("person", "deleted"): QCoreApplication.translate("HistoryWords", "Card deleted"),
        ("situation", "created"): QCoreApplication.translate("HistoryWords", "Situation written down"),
        ("consent", "withdrawn"): QCoreApplication.translate("HistoryWords", "Consent taken back"),
    }


def _fields(row: HistoryRow, tools: Tools) -> str:
    labels = [field_label(row.kind, name, tools.codes) for name in row.fields]
    return ", ".join(labels)


def _topics(text: str, tools: Tools) -> str:
    return ", ".join(tools.codes.short("topics", code) for code in text.split(",") if code)


def _merge(what: str) -> str:
    if what == "separated":
        return QCoreApplication.translate("HistoryWords", "Separated")
    return QCoreApplication.translate("HistoryWords", "Merged")


def _file(what: str) -> str:
    match what:
        case "attached":
            return QCoreApplication.translate("HistoryWords", "File added")
        case "deleted":
            return QCoreApplication.translate("HistoryWords", "File removed")
        case "restored":
            return QCoreApplication.translate("HistoryWords", "File brought back")
        case _:
            return QCoreApplication.translate("HistoryWords", "File renamed")


def _verdict(verdict: str) -> str:
    match verdict:
        case "approved":
            return QCoreApplication.translate("HistoryWords", "Approved")
        case "returned":
            return QCoreApplication.translate("HistoryWords", "Returned")
        case "question":
            return QCoreApplication.translate("HistoryWords", "Question from the supervisor")
        case _:
            return QCoreApplication.translate("HistoryWords", "Review")
