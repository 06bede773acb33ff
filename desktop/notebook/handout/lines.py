# SPDX-License-Identifier: MIT
"""Lines of a paper: pieces that each know their language and direction, so that none disturbs its neighbour.

A Finnish address inside Arabic keeps its own order: the template embeds each piece with its direction, and keeps
numbers, times and addresses on one line (tried on Typst 0.15).
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from anyascii import anyascii

from desktop.notebook.handout.coverage import Coverage
from desktop.notebook.handout.frames import Direction, Frames

Piece = dict[str, Any]
"""``text``, ``lang`` (two or three letters), ``dir`` (ltr, rtl), ``keep`` (never broken over lines)."""
Line = list[Piece]
Item = dict[str, Any]
"""A part of the page that the template draws; ``kind`` says which."""

_STEERING: Final = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Invisible marks that would turn or glue what stands beside them, as in a reversed phone number."""
_CODE: Final = re.compile(r"[a-z]{2,3}")
_PLACE: Final = re.compile(r"\{(\w+)\}")
_ENDLESS: Final = re.compile(r"\S{29,}")
_PART: Final = re.compile(r"\S{1,20}")
_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_UNPRINTED: Final = frozenset({"lang", "dir", "kind", "svg", "link"})
"""Parts of a paper's data that are no text."""
_STAND_INS: Final = str.maketrans(
    {
        "\N{RIGHTWARDS ARROW}": "\N{EN DASH}",
        "\N{MINUS SIGN}": "\N{EN DASH}",
        "\N{CHECK MARK}": "\N{EN DASH}",
        "\N{BLACK CIRCLE}": "\N{BULLET}",
        "\N{BLACK SMALL SQUARE}": "\N{BULLET}",
    }
)


def cleaned(text: str) -> str:
    """Return a text in NFC without marks that steer direction, tabs or carriage returns; its lines stay."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return _STEERING.sub("", plain).replace("\t", " ").strip()


def without_ornaments(text: str, coverage: Coverage) -> str:
    """Return a directory's text without emoji and other signs that the fonts lack; its letters all stay.

    No adviser can mend a directory's text, and no meaning is lost with a picture of a telephone.
    """
    return "".join(
        char
        for char in cleaned(text).translate(_STAND_INS)
        if char == "\n" or coverage.has(char) or not (unicodedata.category(char)[0] in "SC" or _selects(char))
    )


def romanised(text: str, coverage: Coverage) -> str:
    """Return a text with the letters that the fonts lack in Latin ones: what a name in a rare script sounds like."""
    if coverage.prints(text):
        return text
    return "".join(char if char == "\n" or coverage.has(char) else anyascii(char) for char in text)


def _selects(char: str) -> bool:
    """Whether it only says how the sign before it looks (variation selectors)."""
    return "\ufe00" <= char <= "\ufe0f"


def direction_of(text: str) -> Direction:
    """Return the direction of a text's first letter; of left to right when it has none, as a phone number."""
    for char in text:
        match unicodedata.bidirectional(char):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return "ltr"


def _breakable(text: str) -> str:
    """Let a word break that is wider than a column, as a web address or a list without spaces."""
    return _ENDLESS.sub(lambda word: _BREAK.join(_PART.findall(word[0])), text)


def piece(text: str, language: str, *, keep: bool = False) -> Piece:
    """Return a piece of foreign text: its direction is its first letter's."""
    short = language.partition("-")[0]
    known = short if _CODE.fullmatch(short) else "fi"
    return {"text": _breakable(text), "lang": known, "dir": direction_of(text), "keep": keep}


def own(text: str, frames: Frames) -> Piece:
    """Return a piece of the frame's own text."""
    return {"text": text, "lang": frames.pdf_language, "dir": frames.direction, "keep": False}


def sign(text: str, frames: Frames) -> Piece:
    """Return a comma, bracket or the like between pieces.

    Between two Finnish names it would take their direction, and the names of an Arabic list would change
    places: right-to-left marks hold it in the sentence's own.
    """
    mark = "\N{RIGHT-TO-LEFT MARK}" if frames.direction == "rtl" else ""
    return own(f"{mark}{text}{mark}", frames)


def filled(template: str, frames: Frames, **values: Line) -> Line:
    """Return a frame text with lines put in where it has ``{name}``."""
    parts = _PLACE.split(template)
    line: Line = []
    for at, part in enumerate(parts):
        if at % 2:
            line += values[part]
        elif part:
            line.append(own(part, frames))
    return line


def joined(lines: list[Line], frames: Frames) -> Line:
    """Return lines as one list in the language's own manner."""
    found: Line = []
    for line in lines:
        if found:
            found.append(sign(frames.list_separator, frames))
        found += line
    return found


def day_piece(day: str, frames: Frames) -> Piece:
    """Return a ``YYYY-MM-DD`` as it is written; what is no day stays as it is."""
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return piece(day, frames.pdf_language, keep=True)
    shown = frames.date.format(day=when.day, month=when.month, year=when.year)
    return piece(shown, frames.pdf_language, keep=True)


def line_item(line: Line, *, strong: bool = False, quiet: bool = False) -> Item:
    """Return one line of facts."""
    return {"kind": "line", "line": line, "strong": strong, "quiet": quiet}


def text_items(text: str, language: str) -> list[Item]:
    """Return a text as paragraphs, each in its own direction."""
    return [
        {"kind": "text", "piece": piece(paragraph.strip(), language)}
        for paragraph in text.split("\n")
        if paragraph.strip()
    ]


def texts_in(value: object) -> Iterator[str]:
    """Yield every text that will be printed, wherever it stands in the paper's data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in _UNPRINTED:
                yield from texts_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)
