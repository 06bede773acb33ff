# SPDX-License-Identifier: MIT
"""Makes the client's copy of their plan: the goal, their own words, who does what by when. Tagged, in their language.

It names nobody and says no address: a paper that is lost on a bus tells of no one.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desktop.notebook.handout.errors import NothingChosen, PaperTooLong, PersonalIdOnPaper, WordsTooLong
from desktop.notebook.handout.frames import FrameBook, Frames
from desktop.notebook.handout.lines import (
    Item,
    Piece,
    cleaned,
    day_piece,
    filled,
    line_item,
    own,
    piece,
    sign,
    text_items,
    texts_in,
)
from desktop.notebook.handout.order import LONGEST_LINE, MOST_LETTERS, Paper, PaperWarning
from desktop.notebook.handout.paper import holds_hetu, sheets_of
from desktop.notebook.handout.press import letters, typeset

_STAFF_LANGUAGE: Final = "fi"
"""What staff write in Latin letters is taken for Finnish: a screen reader then says most of it right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStep:
    """A step to print. ``who``: client, coach or partner; ``done``: the day it was done, empty for an open one."""

    what: str
    who: str
    service: str = ""
    due: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOrder:
    """A plan as it is to be printed; days are ``YYYY-MM-DD``, empty for none."""

    language: str
    """One of ``frames.LANGUAGES``."""
    goal: str
    your_words: str
    agreed: str
    next_contact: str
    valid_to: str
    steps: tuple[PaperStep, ...]
    sender: str
    adviser: str = ""
    large: bool = False


def make_plan_paper(order: PlanOrder, frames: FrameBook, *, day: date) -> Paper:
    """Return the client's copy as PDF/UA-1, as printed on ``day``.

    Raises NothingChosen for a plan that says nothing, WordsTooLong, PaperTooLong, PersonalIdOnPaper, GlyphMissing,
    LanguageMissing, PaperFailed.
    """
    own_frames = frames.of(order.language)
    _check(order)
    data = _data(order, own_frames, day)
    texts = list(texts_in(data))
    length = sum(map(len, texts))
    if length > MOST_LETTERS:
        raise PaperTooLong(MOST_LETTERS, length)
    letters().demand(texts)
    pdf = typeset(data, day)
    foreign = own_frames.pdf_language != _STAFF_LANGUAGE and any(
        _language(text, own_frames) == _STAFF_LANGUAGE for text in _typed(order)
    )
    warnings = [PaperWarning.TEXTS_IN_ORIGINAL] if foreign else []
    if not own_frames.reviewed:
        warnings.append(PaperWarning.FRAMES_UNREVIEWED)
    return Paper(
        pdf=pdf,
        pages=sheets_of(pdf),
        language=order.language,
        title=own_frames.plan.title,
        texts_in=(),
        links=(),
        warnings=tuple(warnings),
    )


def plan_file_name(order: PlanOrder, day: date) -> str:
    """Return a name for the saved PDF that names nobody: ``suunnitelma-ru-2026-11-24.pdf``."""
    large = "-iso" if order.large else ""
    return f"suunnitelma-{order.language}{large}-{day.isoformat()}.pdf"


def _check(order: PlanOrder) -> None:
    typed = _typed(order)
    if not typed:
        raise NothingChosen
    if len(order.adviser) > LONGEST_LINE:
        raise WordsTooLong(LONGEST_LINE, len(order.adviser))
    if any(map(holds_hetu, typed)):
        raise PersonalIdOnPaper


def _typed(order: PlanOrder) -> list[str]:
    """Return everything that somebody wrote for this plan."""
    steps = [text for one in order.steps for text in (one.what, one.service)]
    return [text for text in (order.goal, order.your_words, *steps) if text.strip()]


def _data(order: PlanOrder, frames: Frames, day: date) -> dict[str, object]:
    """Return what the template draws; texts stand in the order they are read."""
    words = frames.plan
    goal, said = cleaned(order.goal), cleaned(order.your_words)
    facts = []
    if said:
        facts.append(_fact(words.your_words, text_items(said, _language(said, frames)), frames, wide=True))
    for label, stored in (
        (words.agreed, order.agreed),
        (words.next_contact, order.next_contact),
        (words.valid_to, order.valid_to),
    ):
        if stored:
            facts.append(_fact(label, [line_item([day_piece(stored, frames)])], frames))
    adviser = " ".join(cleaned(order.adviser).split())
    if adviser:
        facts.append(_fact(frames.words.adviser, [line_item([piece(adviser, frames.language)])], frames))
    blocks = []
    if goal or facts:
        said_goal = text_items(goal, _language(goal, frames))
        blocks.append(_block(words.goal if goal else words.title, said_goal, facts, frames))
    if order.steps:
        steps = [_step(at, one, frames) for at, one in enumerate(order.steps, start=1)]
        blocks.append(_block(words.steps, [], steps, frames))
    return {
        "lang": frames.pdf_language,
        "dir": frames.direction,
        "large": order.large,
        "title": words.title,
        "blocks": blocks,
        "words": {"heading": own(words.title, frames), "items": []},
        "adviser": [],
        "foot": [
            piece(cleaned(order.sender), "fi"),
            sign(" \N{MIDDLE DOT} ", frames),
            *filled(frames.words.printed, frames, day=[day_piece(day.isoformat(), frames)]),
        ],
    }


def _block(
    title: str, subtitle: list[Item], facts: list[dict[str, Any]], frames: Frames
) -> dict[str, object]:
    return {
        "name": own(title, frames), "subtitle": subtitle, "facts": facts, "qr": None, "notes": [], "long": False,
    }  # fmt: skip


def _fact(label: str, items: list[Item], frames: Frames, *, wide: bool = False) -> dict[str, Any]:
    return {"label": own(label, frames), "items": items, "wide": wide}


def _step(number: int, one: PaperStep, frames: Frames) -> dict[str, Any]:
    words = frames.plan
    who = {"client": words.client, "coach": words.coach, "partner": words.partner}.get(one.who, words.partner)
    items = [line_item([_foreign(one.what, frames)], strong=True)]
    if one.service:
        items.append(line_item([_foreign(one.service, frames)]))
    if one.done:
        items.append(line_item(filled(words.done, frames, day=[day_piece(one.done, frames)]), quiet=True))
    elif one.due:
        items.append(line_item(filled(words.due, frames, day=[day_piece(one.due, frames)])))
    return _fact(f"{number}. {who}", items, frames, wide=True)


def _foreign(text: str, frames: Frames) -> Piece:
    plain = " ".join(cleaned(text).split())
    return piece(plain, _language(plain, frames))


def _language(text: str, frames: Frames) -> str:
    """Return what a text is taken to be written in: the client's language in its letters, else Finnish."""
    first = next((char for char in text if char.isalpha()), "a")
    latin = "LATIN" in unicodedata.name(first, "")
    title = next((char for char in frames.plan.title if char.isalpha()), "a")
    same = ("LATIN" in unicodedata.name(title, "")) == latin
    return frames.pdf_language if same and (not latin or frames.pdf_language == "sv") else _STAFF_LANGUAGE
