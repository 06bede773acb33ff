# SPDX-License-Identifier: MIT
"""Makes the hand-out: checks the adviser's words, joins the services, has it typeset.

What may never be printed is refused here; that a protected client's paper wants care is asked by the window.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Final

import pypdfium2

from desktop.notebook.handout.block import Block, block_of
from desktop.notebook.handout.errors import (
    NothingChosen,
    PaperTooLong,
    PersonalIdOnPaper,
    TooManyServices,
    WordsTooLong,
)
from desktop.notebook.handout.frames import FrameBook, Frames
from desktop.notebook.handout.lines import (
    cleaned,
    day_piece,
    filled,
    joined,
    own,
    piece,
    sign,
    text_items,
    texts_in,
)
from desktop.notebook.handout.order import (
    LONGEST_LINE,
    LONGEST_WORDS,
    MOST_LETTERS,
    MOST_SERVICES,
    Paper,
    PaperOrder,
    PaperWarning,
)
from desktop.notebook.handout.press import letters, typeset
from sync.records.personal_hints import Hint, find_hints

_DASHES: Final = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def make_paper(order: PaperOrder, frames: FrameBook, *, day: date) -> Paper:
    """Return the paper of an order as PDF/UA-1, as printed on ``day``.

    Raises NothingChosen, TooManyServices, WordsTooLong, PaperTooLong, PersonalIdOnPaper, GlyphMissing, LanguageMissing,
    PaperFailed.
    """
    own_frames = frames.of(order.language)
    _check(order)
    blocks = [block_of(item, own_frames, frames, letters(), day) for item in order.items]
    data = _data(order, own_frames, blocks, day)
    texts = list(texts_in(data))
    length = sum(map(len, texts))
    if length > MOST_LETTERS:
        raise PaperTooLong(MOST_LETTERS, length)
    letters().demand(texts)
    pdf = typeset(data, day)
    return Paper(
        pdf=pdf,
        pages=sheets_of(pdf),
        language=order.language,
        title=_title(order, own_frames),
        texts_in=tuple(one.texts_in for one in blocks),
        links=tuple(one.link for one in blocks),
        warnings=_warnings(blocks, own_frames),
    )


def file_name(order: PaperOrder, day: date) -> str:
    """Return a name for the saved PDF that names no person and no service: ``esite-ru-2-2026-11-24.pdf``."""
    language = re.sub(r"[^a-z-]", "", order.language.lower())
    large = "-iso" if order.large else ""
    return f"esite-{language}-{len(order.items)}{large}-{day.isoformat()}.pdf"


def _title(order: PaperOrder, frames: Frames) -> str:
    """Return the heading, which is also all that the PDF's own facts say of it: nothing of the person."""
    return frames.words.title_one if len(order.items) == 1 else frames.words.title_many


def _data(order: PaperOrder, frames: Frames, blocks: list[Block], day: date) -> dict[str, object]:
    """Return what the template draws; texts stand in the order they are read."""
    return {
        "lang": frames.pdf_language,
        "dir": frames.direction,
        "large": order.large,
        "title": _title(order, frames),
        "blocks": [one.data for one in blocks],
        "words": {
            "heading": own(frames.words.adviser_words, frames),
            "items": text_items(cleaned(order.words), frames.language),
        },
        "adviser": _adviser(order, frames),
        "foot": [
            piece(cleaned(order.sender), "fi"),
            sign(" \N{MIDDLE DOT} ", frames),
            *filled(frames.words.printed, frames, day=[day_piece(day.isoformat(), frames)]),
        ],
    }


def _check(order: PaperOrder) -> None:
    if not order.items:
        raise NothingChosen
    if len(order.items) > MOST_SERVICES:
        raise TooManyServices(MOST_SERVICES, len(order.items))
    for text, limit in _said(order):
        if len(text) > limit:
            raise WordsTooLong(limit, len(text))
        if holds_hetu(text):
            raise PersonalIdOnPaper


def _said(order: PaperOrder) -> Iterator[tuple[str, int]]:
    """Everything that somebody typed for this paper, with how long it may be."""
    yield order.words, LONGEST_WORDS
    for text in (order.adviser, order.contact, order.sender):
        yield text, LONGEST_LINE
    for item in order.items:
        yield item.bring, LONGEST_WORDS


def holds_hetu(text: str) -> bool:
    """Whether a personal identity code stands in it, also one typed with another dash or invisible marks."""
    plain = _DASHES.sub("-", _UNSEEN.sub("", unicodedata.normalize("NFKC", text)))
    return any(one.hint is Hint.HETU for one in find_hints(plain))


def _adviser(order: PaperOrder, frames: Frames) -> list[dict[str, object]]:
    said = [cleaned(one) for one in (order.adviser, order.contact)]
    named = [[piece(" ".join(one.split()), frames.language)] for one in said if one]
    return [own(f"{frames.words.adviser}: ", frames), *joined(named, frames)] if named else []


def _warnings(blocks: list[Block], frames: Frames) -> tuple[PaperWarning, ...]:
    found = set().union(*(one.warnings for one in blocks))
    if not frames.reviewed:
        found.add(PaperWarning.FRAMES_UNREVIEWED)
    return tuple(one for one in PaperWarning if one in found)


def sheets_of(pdf: bytes) -> int:
    """Return how many sheets a PDF has."""
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        return len(document)
