# SPDX-License-Identifier: MIT
"""The keyboard map as rows: the keys of every page that exist now (ui.md sections 4 and 5), in words."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.ui.words.codes import CodeWords
from sync.records.codes import KeyStroke, WalkInKeys

_LISTS: Final = {"age": "ages", "topics": "topics", "outcomes": "outcomes", "language": "languages"}
_TOGETHER: Final = {"age": 5, "topics": 2, "outcomes": 2, "language": 5}
"""How many keys of a field stand in one row, as they lie side by side."""
_TYPED: Final = {"enter": "Enter", "backspace": "Backspace", "escape": "Esc"}


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One row: keys and what they do; `keys` is empty for the head of a group."""

    keys: str
    does: str


def key_rows(walk_in: WalkInKeys, codes: CodeWords) -> list[KeyRow]:
    """Return all rows, in the language in force."""
    return [*_everywhere(), *_walk_in(walk_in, codes), *_people(), *_two_values(), *_review()]


def _everywhere() -> list[KeyRow]:
    return [
        KeyRow("", QCoreApplication.translate("Settings", "Everywhere")),
        KeyRow("Ctrl N", QCoreApplication.translate("Settings", "New visit")),
        KeyRow("Ctrl Shift N", QCoreApplication.translate("Settings", "Same visit once more")),
        KeyRow("Ctrl I", QCoreApplication.translate("Settings", "New person")),
        KeyRow("Ctrl K", QCoreApplication.translate("Settings", "Search")),
        KeyRow("Ctrl J", QCoreApplication.translate("Settings", "Next two values")),
        KeyRow("Ctrl Z", QCoreApplication.translate("Settings", "Undo")),
        KeyRow("Alt 1, 2, …", QCoreApplication.translate("Settings", "Pages, top to bottom")),
        KeyRow("F5", QCoreApplication.translate("Settings", "Send and fetch now")),
        KeyRow("F6", QCoreApplication.translate("Settings", "Next part of the page")),
        KeyRow("Ctrl L", QCoreApplication.translate("Settings", "Lock")),
        KeyRow("F12", QCoreApplication.translate("Settings", "Hide everything at once")),
    ]


def _walk_in(walk_in: WalkInKeys, codes: CodeWords) -> list[KeyRow]:
    rows = [KeyRow("", QCoreApplication.translate("Settings", "While a visit is recorded"))]
    for field in ("age", "topics", "outcomes"):
        strokes = [one for one in walk_in.keys if one.field == field and one.code is not None]
        rows += _rows_of(field, strokes, codes, before="")
    languages = [one for one in walk_in.language_keys if one.code is not None]
    first = next((one.key for one in walk_in.keys if one.field == "language"), "l")
    rows += _rows_of("language", languages, codes, before=first)
    acts = _acts()
    for one in walk_in.keys:
        words = acts.get(one.action if one.action in acts else one.field) if one.code is None else None
        if words is not None:
            rows.append(KeyRow(_TYPED.get(one.key, one.key.upper()), words))
    return rows


def _rows_of(field: str, strokes: list[KeyStroke], codes: CodeWords, *, before: str) -> list[KeyRow]:
    step = _TOGETHER[field]
    rows = []
    for start in range(0, len(strokes), step):
        some = strokes[start : start + step]
        keys = " ".join(one.key.upper() for one in some)
        words = " · ".join(codes.short(_LISTS[field], one.code or "") for one in some)
        rows.append(KeyRow(f"{before.upper()} + {keys}" if before else keys, words))
    return rows


def _acts() -> dict[str | None, str]:
    return {
        "first_time": QCoreApplication.translate("Settings", "First time: yes, no, not asked"),
        "interpreter": QCoreApplication.translate("Settings", "Interpreter, one after another"),
        "note": QCoreApplication.translate("Settings", "Note"),
        "more": QCoreApplication.translate("Settings", "More details"),
        "save": QCoreApplication.translate("Settings", "Save"),
        "take_back": QCoreApplication.translate("Settings", "Take the last key back"),
        "empty": QCoreApplication.translate("Settings", "Empty the form"),
        "one_more_head": QCoreApplication.translate("Settings", "One head more"),
        "one_head_less": QCoreApplication.translate("Settings", "One head less"),
    }


def _people() -> list[KeyRow]:
    return [
        KeyRow("", QCoreApplication.translate("Settings", "People")),
        KeyRow("Ctrl F", QCoreApplication.translate("Settings", "Search in people")),
        KeyRow("Ctrl E", QCoreApplication.translate("Settings", "Edit the card")),
        KeyRow("Ctrl M", QCoreApplication.translate("Settings", "Write a note")),
        KeyRow("Ctrl H", QCoreApplication.translate("Settings", "History of a field")),
        KeyRow("Ctrl T", QCoreApplication.translate("Settings", "Hand the person on")),
        KeyRow("Ctrl D", QCoreApplication.translate("Settings", "Same person as another card")),
        KeyRow("Ctrl Shift H", QCoreApplication.translate("Settings", "Fetch the earlier history of a card")),
        KeyRow("Ctrl Shift O", QCoreApplication.translate("Settings", "Fetch the older cards")),
        KeyRow("Ctrl U", QCoreApplication.translate("Settings", "Use what the other card says")),
    ]


def _two_values() -> list[KeyRow]:
    return [
        KeyRow("", QCoreApplication.translate("Settings", "Two values")),
        KeyRow("← →", QCoreApplication.translate("Settings", "Choose a value")),
        KeyRow("Enter", QCoreApplication.translate("Settings", "Confirm")),
        KeyRow("U", QCoreApplication.translate("Settings", "A new value")),
        KeyRow("R", QCoreApplication.translate("Settings", "Take an earlier value back")),
        KeyRow("Esc", QCoreApplication.translate("Settings", "Leave for later")),
    ]


def _review() -> list[KeyRow]:
    return [
        KeyRow("", QCoreApplication.translate("Settings", "Review")),
        KeyRow("Ctrl 1", QCoreApplication.translate("Settings", "Approve")),
        KeyRow("Ctrl 2", QCoreApplication.translate("Settings", "Return with a comment")),
        KeyRow("Ctrl 3", QCoreApplication.translate("Settings", "Ask the author")),
        KeyRow("J K", QCoreApplication.translate("Settings", "Next item, item before")),
    ]
