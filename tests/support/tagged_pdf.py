# SPDX-License-Identifier: MIT
"""What a screen reader finds in a tagged PDF: its elements in the order of the tags, each with its text.

PDFium and pypdf give lines of two directions in the order they are seen. Here the tags are walked, whose order
Typst keeps; ActualText counts instead of glyphs, and what stands in reverse (ReversedChars) is turned back. Inside
one run of Arabic Typst 0.15 still writes pieces from left to right: they are put in order by where they stand.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ONE_LINE = 5.0
"""Points that pieces of one line may stand apart: vowel marks are moved a little."""


@dataclass
class Piece:
    """Letters shown at once, in reading order, with where they begin on the page."""

    text: str
    left: float
    height: float

    def left_to_right(self) -> bool:
        kinds = [unicodedata.bidirectional(char) for char in self.text]
        return "R" not in kinds and "AL" not in kinds and ("L" in kinds or "EN" in kinds)


@dataclass
class Element:
    """One tag (``H1``, ``P``, ``TH``, ``Figure`` …) with its own text, its alternative text, and what is in it."""

    tag: str
    text: str = ""
    alt: str = ""
    inside: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """Yield it and all within, in reading order."""
        yield self
        for one in self.inside:
            yield from one.walk()

    def all_text(self) -> str:
        """Return the text of it and all within."""
        return "".join(one.text for one in self.walk())


def read_tagged(pdf: bytes) -> Element:
    """Return the tree of tags."""
    reader = PdfReader(BytesIO(pdf))
    leftward = str(reader.root_object["/Lang"]) in ("ar", "fa")
    pages = {
        page.indirect_reference.idnum: _marked(reader, page)
        for page in reader.pages
        if page.indirect_reference
    }
    root = reader.root_object["/StructTreeRoot"].get_object()
    document = Element("Root")
    _fill(document, root, None, pages, leftward=leftward)
    return document


def seen_text(text: str) -> str:
    """Return a text to compare by: without white space, vowel marks, and marks that nobody sees."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return _INVISIBLE.sub("", re.sub(r"\s", "", bare))


def _fill(
    element: Element,
    node: Any,  # noqa: ANN401 - pypdf's objects are dictionaries of anything
    page: int | None,
    pages: Mapping[int, Mapping[int, list[Piece]]],
    *,
    leftward: bool,
) -> None:
    here = node.raw_get("/Pg").idnum if "/Pg" in node else page
    children = node.get("/K", [])
    children = children.get_object() if hasattr(children, "get_object") else children
    shown: list[Piece] = []
    for child in children if isinstance(children, list) else [children]:
        one = child.get_object()
        if isinstance(one, int) or one.get("/Type") == "/MCR":
            at = one.raw_get("/Pg").idnum if not isinstance(one, int) and "/Pg" in one else here
            assert at is not None
            shown += pages[at][int(one if isinstance(one, int) else one["/MCID"])]
            continue
        element.inside.append(Element("text", _read(shown, leftward=leftward)))
        shown = []
        if "/S" in one:
            inner = Element(str(one["/S"]).removeprefix("/"), alt=str(one.get("/Alt", "")))
            _fill(inner, one, here, pages, leftward=leftward)
            element.inside.append(inner)
    element.inside.append(Element("text", _read(shown, leftward=leftward)))


def _read(pieces: list[Piece], *, leftward: bool) -> str:
    """Return pieces in reading order: as they come, and neighbours of a right-to-left line from the right."""
    if not leftward:
        return "".join(one.text for one in pieces)
    lines: list[list[Piece]] = []
    for one in pieces:
        if lines and abs(lines[-1][-1].height - one.height) < _ONE_LINE:
            lines[-1].append(one)
        else:
            lines.append([one])
    read = ""
    for line in lines:
        for rightward, group in groupby(line, key=Piece.left_to_right):
            run = list(group)
            if not rightward:
                run.sort(key=lambda one: -one.left)
            read += "".join(one.text for one in run if not _is_moved_mark(one, run))
    return read


def _is_moved_mark(one: Piece, run: list[Piece]) -> bool:
    """Whether it is a vowel mark set higher than its letter: Typst 0.15 gives both the text of the two."""
    return any(
        other is not one
        and other.text == one.text
        and unicodedata.combining(one.text[-1:])
        and one.height != other.height
        for other in run[: run.index(one)]
    )


def _marked(reader: PdfReader, page: Any) -> dict[int, list[Piece]]:  # noqa: ANN401 - same
    """Return what each marked part of a page shows, piece by piece in the order it is drawn."""
    fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    found: dict[int, list[Piece]] = {}
    marks: list[dict[str, Any]] = []
    letters: dict[int, str] = {}
    left = height = inner = 0.0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        match operator:
            case b"cm":
                left, height = float(operands[4]), float(operands[5])
            case b"Tm":
                inner = float(operands[4])
            case b"BDC" | b"BMC":
                marks.append({**(operands[1] if operator == b"BDC" else {}), "tag": operands[0]})
                if "/MCID" in marks[-1]:
                    found.setdefault(int(marks[-1]["/MCID"]), [])
            case b"EMC":
                marks.pop()
            case b"Tf":
                letters = fonts[operands[0]]
            case b"Tj" | b"TJ":
                within = {name: value for mark in marks for name, value in mark.items()}
                if "/MCID" in within:
                    turned = any(mark["tag"] == "/ReversedChars" for mark in marks)
                    text = _said(marks, _glyphs(operands[0], letters), turned=turned)
                    found[int(within["/MCID"])].append(Piece(text, left + inner, height))
    return found


def _glyphs(shown: Any, letters: Mapping[int, str]) -> list[str]:  # noqa: ANN401 - same
    parts = shown if isinstance(shown, list) else [shown]
    raw = b"".join(_bytes(one) for one in parts if isinstance(one, str | bytes))
    return [letters[int.from_bytes(raw[at : at + 2], "big")] for at in range(0, len(raw), 2)]


def _said(marks: list[dict[str, Any]], glyphs: list[str], *, turned: bool) -> str:
    for mark in marks:
        if "/ActualText" in mark:
            text, mark["/ActualText"] = str(mark["/ActualText"]), ""
            return text
    return "".join(reversed(glyphs) if turned else glyphs)


def _bytes(shown: Any) -> bytes:  # noqa: ANN401 - same
    original = getattr(shown, "original_bytes", shown)
    assert isinstance(original, bytes)
    return original


def _letters(font: Any) -> dict[int, str]:  # noqa: ANN401 - same
    """Return glyph → text of a font, as its ToUnicode says; a glyph that says nothing fails the test."""
    table = font["/ToUnicode"].get_object().get_data().decode("ascii")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(glyph, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            start = int.from_bytes(bytes.fromhex(text), "big")
            for step in range(int(last, 16) - int(first, 16) + 1):
                width = len(text) // 2
                found[int(first, 16) + step] = (start + step).to_bytes(width, "big").decode("utf-16-be")
    return found
