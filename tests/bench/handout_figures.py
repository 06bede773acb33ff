# SPDX-License-Identifier: MIT
# ruff: noqa: RUF001 - the clients' own letters
"""The hand-out: the first paper of a process, a paper when warm, four services in Arabic, beside an empty page.

The empty page is Typst's own cost with the same fonts and the same standard; what is above it is ours.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import typst

from desktop.notebook.handout.frames import FrameBook, load_frames
from desktop.notebook.handout.order import PaperItem, PaperOrder
from desktop.notebook.handout.paper import make_paper
from desktop.resources import resource
from sync.catalogue.model import Hours, OfferedLanguage, Opening, Place, Service
from sync.records.codes import load_codes

DAY = date(2026, 11, 24)
EMPTY = b'#set document(title: "Empty")\n#set text(font: "Noto Sans")\n.'


@dataclass(frozen=True)
class Sizes:
    """How many papers a figure is the median of."""

    papers: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(papers=40)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(papers=3)


def measure(sizes: Sizes | None = None) -> dict[str, float]:
    """Return milliseconds. Each paper differs in its words, so that nothing of the one before can be reused."""
    papers = (sizes or Sizes.full()).papers
    frames = load_frames(resource("handouts"), load_codes(resource("codes")))
    first = _milliseconds(lambda: _make(frames, "ru", 1, "ensimmäinen"))
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))]
    )
    empty, warm, four = [], [], []
    for number in range(papers):
        empty.append(_milliseconds(lambda number=number: _empty(fonts, number)))  # type: ignore[misc]
        warm.append(_milliseconds(lambda number=number: _make(frames, "ru", 1, f"Viesti {number}")))  # type: ignore[misc]
        four.append(_milliseconds(lambda number=number: _make(frames, "ar", 4, f"Viesti {number}")))  # type: ignore[misc]
    return {
        "first_ms": first,
        "warm_ms": statistics.median(warm),
        "warm_worst_ms": max(warm),
        "four_arabic_ms": statistics.median(four),
        "empty_ms": statistics.median(empty),
        "ratio": statistics.median(warm) / statistics.median(empty),
    }


def _make(frames: FrameBook, language: str, services: int, words: str) -> None:
    items = tuple(PaperItem(service=_service(f"{words} {at}")) for at in range(services))
    order = PaperOrder(
        language=language, items=items, sender="Työllisyyspalvelut", words=words, adviser="Aino"
    )
    make_paper(order, frames, day=DAY)


def _service(name: str) -> Service:
    place = Place(
        name={"fi": "Keksitty talo"},
        address="Keksitynkatu 2",
        postcode="00550",
        town="Helsinki",
        phone="09 555 0100",
        hours=Hours(openings=tuple(Opening(weekday, "09:00", "15:00") for weekday in range(1, 6))),
    )
    return Service(
        name={"fi": name},
        summary={"fi": "Suomen kielen kurssi", "ru": "Курс финского языка", "ar": "دورة اللغة الفنلندية"},
        category="language",
        lowest_age=17,
        languages=(OfferedLanguage("fi", "A2"),),
        price="free",
        places=(place,),
        web={"fi": "https://www.example.fi/kurssi"},
        checked="2026-11-20",
    )


def _empty(fonts: typst.Fonts, number: int) -> None:
    typst.compile(
        EMPTY + str(number).encode(), font_paths=fonts, ignore_system_fonts=True, pdf_standards="ua-1"
    )


def _milliseconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
