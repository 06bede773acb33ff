# SPDX-License-Identifier: MIT
"""HTML, or plain text, to plain text: paragraphs and list items as lines, nothing else left.

The standard library's parser raises on some declarations and takes quadratic time on unclosed tags, and
what we read is not ours: so this is a scanner of its own, linear in the length of the text.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

_MOST_READ: Final = 120_000
"""Characters of one text that are looked at, markup included."""
_TAG: Final = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,30})"""
    r"""(?P<rest>(?>(?:[^<>"']|"[^"]{0,500}"|'[^']{0,500}')*)|[^<>]*)>""",
)
_DECLARATION: Final = re.compile(r"<[!?][^<>]*>")
_LONG_NUMBER: Final = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}")
"""No character has such a number; ``html.unescape`` raises on thousands of digits."""
_SPACES: Final = re.compile(r"[^\S\n]+")
_ALL_SPACES: Final = re.compile(r"\s+")
_MANY_LINES: Final = re.compile(r"\n{3,}")
_LINE_ENDS: Final = re.compile("\r\n?|[\u000b\u000c\u0085\u2028\u2029]")

_WITH_CONTENT: Final = frozenset({
    "audio", "canvas", "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title", "video",
})  # fmt: skip
"""Elements that go with everything inside them."""
_WITHOUT_TEXT: Final = frozenset({
    "area", "base", "button", "embed", "form", "img", "input", "link", "map", "meta", "param", "source",
})  # fmt: skip
"""Elements that say something which plain text cannot."""
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "thead", "tr", "ul",
})  # fmt: skip
_UNWANTED: Final = re.compile(
    # Controls, soft hyphen and zero-width space (they hide words from search), embeddings, overrides and
    # isolates of the reading direction, deprecated and interlinear format characters, the byte order mark,
    # halves of surrogate pairs, and the invisible tag characters. Joiners stay: Persian needs them.
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_ELLIPSIS: Final = "…"


class Plain(NamedTuple):
    """A text without markup.

    ``cut``: it was longer than the limit. ``marked_up``: there were tags. ``dropped``: more went than
    formatting (a script, a picture, a comment, what a click would have started).
    """

    text: str
    cut: bool = False
    marked_up: bool = False
    dropped: bool = False


def plain_text(said: str, limit: int) -> Plain:
    """Return the text of HTML or of plain text, NFC, at most ``limit`` characters, cut at a word's end.

    Never raises. Paragraphs, rows and list items are lines, an item's beginning with ``- ``. Line breaks
    of a text without block elements stay.
    """
    read = said[:_MOST_READ]
    scan = _Scan(read)
    text = scan.text
    shortened = cut_at(_tidy(text), limit)
    return Plain(
        shortened.text,
        cut=shortened.cut or len(said) > _MOST_READ,
        marked_up=scan.marked_up,
        dropped=scan.dropped,
    )


def clean_text(said: str, limit: int) -> Plain:
    """Return a text that has no markup by agreement: a ``<`` in it stays. Otherwise like ``plain_text``."""
    return cut_at(_tidy(said[:_MOST_READ]), limit)


def on_one_line(text: str) -> str:
    """Return the text with every run of spaces and line breaks as one space."""
    return " ".join(text.split())


def cut_at(text: str, limit: int) -> Plain:
    """Return at most ``limit`` characters, ending with a whole word and an ellipsis when it was longer."""
    if len(text) <= limit:
        return Plain(text)
    room = limit - len(_ELLIPSIS)
    kept = text[:room]
    if not text[room].isspace():
        words = re.match(r"(?s)(.*)\s", kept)
        kept = words[1] if words else kept
    return Plain(kept.rstrip() + _ELLIPSIS, cut=True)


def _tidy(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text)
    text = unicodedata.normalize("NFC", _UNWANTED.sub("", text))
    lines = (line.strip() for line in _SPACES.sub(" ", text).split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


class _Scan:
    """One text, read from left to right once."""

    def __init__(self, said: str) -> None:
        self.marked_up = False
        self.dropped = False
        self._pieces: list[tuple[bool, str]] = []
        """Whether it is text, and what: words or the break between them."""
        self._has_blocks = False
        self._read(said)
        self.text = self._joined()

    def _read(self, said: str) -> None:
        at = 0
        while (start := said.find("<", at)) >= 0:
            self._words(said[at:start])
            at = self._markup(said, start)
        self._words(said[at:])

    def _words(self, raw: str) -> None:
        if raw:
            self._pieces.append((True, html.unescape(_LONG_NUMBER.sub("\ufffd", raw))))

    def _markup(self, said: str, start: int) -> int:
        """Take what begins at this ``<``; return where the text goes on."""
        if said.startswith("<!--", start):
            self.marked_up = self.dropped = True
            end = said.find("-->", start + 4)
            return len(said) if end < 0 else end + 3
        tag = _TAG.match(said, start)
        if tag is None:
            declaration = _DECLARATION.match(said, start)
            if declaration is None:
                self._words("<")
                return start + 1
            self.marked_up = True
            return declaration.end()
        self.marked_up = True
        name = tag["name"].lower()
        if _starts_something(tag["rest"]):
            self.dropped = True
        if name in _WITH_CONTENT:
            self.dropped = True
            if tag["end"] or tag["rest"].endswith("/"):
                return tag.end()
            closing = re.compile(rf"(?i)</{name}[^<>]*>").search(said, tag.end())
            return len(said) if closing is None else closing.end()
        self._element(name, is_end=bool(tag["end"]))
        return tag.end()

    def _element(self, name: str, *, is_end: bool) -> None:
        if name in _WITHOUT_TEXT:
            self.dropped = True
        elif name == "br":
            self._pieces.append((False, "\n"))
        elif name == "li":
            self._has_blocks = True
            self._pieces.append((False, "\n" if is_end else "\n- "))
        elif name in _BLOCKS:
            self._has_blocks = True
            self._pieces.append((False, "\n"))
        elif name in {"td", "th"}:
            self._pieces.append((False, " "))

    def _joined(self) -> str:
        if not self._has_blocks:
            return "".join(piece for _, piece in self._pieces)
        # Between blocks a line break of the source is a space, as a browser shows it.
        parts = [_ALL_SPACES.sub(" ", piece) if is_text else piece for is_text, piece in self._pieces]
        return "\n".join(_lines("".join(parts)))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that say something; several blocks that begin or end together are one new line."""
    bullet = ""
    for line in map(str.strip, text.split("\n")):
        if line == "-":
            bullet = "- "  # an item whose words stand in a paragraph of their own is still one line
        elif line:
            yield bullet + line
            bullet = ""


def _starts_something(attributes: str) -> bool:
    """Return whether a tag's attributes would have run something."""
    return re.search(r"(?i)\son[a-z]{3,20}\s*=|javascript:", attributes) is not None
