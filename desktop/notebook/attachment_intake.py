# SPDX-License-Identifier: MIT
"""What may become an attachment: told by its content, held against its format, without what a camera wrote into it.

A picture comes out with the pixels it went in with; what lies round them goes (``jpeg_intake``, ``png_intake``).
A PDF is taken as it is: its own metadata stays, and the page that attaches it says so.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from desktop.notebook.errors import (
    AttachmentBroken,
    AttachmentEmpty,
    AttachmentTooBig,
    AttachmentType,
    FileUnreadable,
)
from desktop.notebook.jpeg_intake import JPEG_START, clean_jpeg
from desktop.notebook.picture_intake import PictureBroken
from desktop.notebook.png_intake import PNG_START, clean_png
from sync.records.attachments import LARGEST_FILE
from sync.records.fields import NAME_LENGTH
from sync.records.hetu import mask_hetu
from sync.records.personal_hints import Hint, find_hints

_MEBIBYTE: Final = 1024 * 1024
_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "jpeg": (".jpg", ".jpeg", ".jpe"),
    "png": (".png",),
    "pdf": (".pdf",),
    "text": (".txt", ".text", ".md", ".csv", ".log"),
}
"""Code of ``attachment_types`` → the endings that a name of it may have; the first is given to one with another."""
_PDF_START: Final = re.compile(rb"%PDF-[12]\.[0-9]")
_PDF_END: Final = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF[\s\0]*\Z")
_PDF_TAIL: Final = 1024
_PDF_TABLE: Final = re.compile(rb"\s{0,8}(xref\b|\d+\s+\d+\s+obj\b)")
_SPACED: Final = frozenset("\t\n\r\f")
_LINE_BREAKS: Final = frozenset({"Zl", "Zp"})


@dataclass(frozen=True, slots=True, repr=False)
class TakenFile:
    """A file as it is kept: ``media`` a code of ``attachment_types``, ``content`` without what was taken off."""

    media: str
    content: bytes

    def __repr__(self) -> str:
        return "TakenFile(…)"


def read_original(path: str) -> bytes:
    """Return the bytes of the file that somebody chose. Raises FileUnreadable, AttachmentTooBig.

    Only a plain file is read: a pipe or a device would hold the notebook for ever.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FileUnreadable(reason="missing")
            raw = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as problem:
        raise FileUnreadable(reason="missing") from problem
    except PermissionError as problem:
        raise FileUnreadable(reason="denied") from problem
    except (OSError, ValueError) as problem:
        raise FileUnreadable(reason="disk") from problem
    _demand_size(raw)
    return raw


def take(raw: bytes) -> TakenFile:
    """Return a file as it will be kept.

    Raises AttachmentEmpty, AttachmentTooBig, AttachmentType (none of ours), AttachmentBroken (it begins as one
    of ours and is none, or is a picture of more than 100 megapixels).
    """
    _demand_size(raw)
    for start, media, cleaned in _PICTURES:
        if raw.startswith(start):
            try:
                return TakenFile(media, cleaned(raw))
            except PictureBroken as problem:
                raise AttachmentBroken from problem
    if raw.startswith(b"%PDF-"):
        _demand_pdf(raw)
        return TakenFile("pdf", raw)
    _demand_text(raw)
    return TakenFile("text", raw)


def take_picture(raw: bytes) -> TakenFile:
    """Return a picture as it will be kept; raises what ``take`` raises, AttachmentType for anything else."""
    taken = take(raw)
    if taken.media not in {media for _, media, _ in _PICTURES}:
        raise AttachmentType
    return taken


def clean_name(name: str, media: str, *, day: str) -> str:
    """Return what a file is called: no folder, no character that hides or turns round, the ending of its kind.

    An identity code in it is masked: a name is shown in lists, where nobody asks for a code to be revealed.
    ``day`` (``YYYY-MM-DD``) is the name of a file that has none left.
    """
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    shown = "".join(" " if _breaks(one) else one for one in last if _breaks(one) or not _is_hidden(one))
    told = _without_codes(" ".join(shown.split()).strip(". "))
    stem, ending = told, ""
    for one in _ENDINGS.get(media, ()):
        if told.lower().endswith(one):
            stem, ending = told[: -len(one)].rstrip(". "), told[-len(one) :]
    ending = ending or next(iter(_ENDINGS.get(media, ())), "")
    stem = stem or day
    return stem[: NAME_LENGTH - len(ending)].rstrip(". ") + ending


def _without_codes(name: str) -> str:
    for one in reversed(find_hints(name)):
        if one.hint is Hint.HETU:
            name = name[: one.start] + mask_hetu(name[one.start : one.end]) + name[one.end :]
    return name


def _demand_size(raw: bytes) -> None:
    if not raw:
        raise AttachmentEmpty
    if len(raw) > LARGEST_FILE:
        raise AttachmentTooBig(limit=LARGEST_FILE // _MEBIBYTE)


def _demand_pdf(raw: bytes) -> None:
    """Hold a PDF's two ends together: its version, and the place of its table, which must be one."""
    end = _PDF_END.search(raw, max(0, len(raw) - _PDF_TAIL))
    if _PDF_START.match(raw) is None or end is None:
        raise AttachmentBroken
    place = int(end[1])
    if place >= len(raw) or _PDF_TABLE.match(raw, place) is None:
        raise AttachmentBroken


def _demand_text(raw: bytes) -> None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise AttachmentType from problem
    if not text.strip():
        raise AttachmentEmpty
    if any(unicodedata.category(one) == "Cc" for one in set(text) - _SPACED):
        raise AttachmentType


def _breaks(one: str) -> bool:
    return one in _SPACED or unicodedata.category(one) in _LINE_BREAKS


def _is_hidden(one: str) -> bool:
    """Whether a character shows nothing itself (``C…``): controls, bidi marks, halves of pairs, unassigned ones."""
    return unicodedata.category(one).startswith("C")


_PICTURES: Final[tuple[tuple[bytes, str, Callable[[bytes], bytes]], ...]] = (
    (JPEG_START, "jpeg", clean_jpeg),
    (PNG_START, "png", clean_png),
)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads into a folder, whatever links lie on the way."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
