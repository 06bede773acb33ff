# SPDX-License-Identifier: MIT
# ruff: noqa: RUF001 - the clients' own letters
"""Made-up services and papers of them, the frames of all languages, and what a paper should say."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from desktop.notebook.handout import paper as papers
from desktop.notebook.handout.block import block_of
from desktop.notebook.handout.frames import FrameBook, load_frames
from desktop.notebook.handout.lines import texts_in
from desktop.notebook.handout.order import PaperItem, PaperOrder
from desktop.notebook.handout.press import letters
from desktop.resources import resource
from sync.catalogue.model import (
    Hours,
    OfferedLanguage,
    Opening,
    Organisation,
    OtherHours,
    Place,
    Service,
)
from sync.records.codes import load_codes

TODAY = date(2026, 11, 24)
WEEK = tuple(Opening(weekday, "09:00", "15:00") for weekday in range(1, 6))

COURSE = Service(
    name={"fi": "Keksityn opiston suomi A2", "sv": "Påhittade institutets finska A2"},
    summary={
        "fi": "Suomen kielen kurssi, taso A2",
        "en": "A course of Finnish, level A2",
        "ru": "Курс финского языка, уровень A2",
        "ar": "دورة اللغة الفنلندية، المستوى A2",
    },
    category="language",
    lowest_age=17,
    municipalities=("091", "049"),
    languages=(OfferedLanguage("fi", "A2"), OfferedLanguage("prs"), OfferedLanguage("ar")),
    interpreter="yes",
    price="free",
    without_appointment="yes",
    accessibility=("step_free", "induction_loop"),
    starts="2027-01-07",
    organisation=Organisation(name={"fi": "Keksitty opisto"}),
    requirements={"fi": "Alkutesti."},
    places=(
        Place(
            name={"fi": "Vallilan toimipaikka"},
            address="Hattulantie 2",
            postcode="00550",
            town="Helsinki",
            latitude=60_194_000,
            longitude=24_954_000,
            phone="09 555 0100",
            hours=Hours(openings=WEEK, exceptions=(OtherHours("2026-12-24", "2026-12-26"),)),
        ),
    ),
    web={"fi": "https://www.example.fi/kurssi", "en": "https://www.example.fi/en/course"},
    email="opisto@example.fi",
    checked="2026-11-20",
)
WORKSHOP = Service(
    name={"fi": "Selkosuomen keskustelupaja #strong[x] $y$ `z` *a* _b_ <c> @d \\e"},
    category="community",
    price="paid",
    price_note={"fi": "Kahvi 2 €", "en": "Coffee 2 €", "uk": "Кава 2 €"},
    lowest_age=18,
    highest_age=29,
    phone="09 555 0199",
    places=(
        Place(
            name={"fi": "Itäkeskuksen kirjasto"},
            address="Turunlinnantie 1",
            postcode="00900",
            town="Helsinki",
            latitude=60_210_000,
            longitude=25_080_000,
            hours=Hours(openings=(Opening(2, "10:00", "12:00"), Opening(2, "17:00", "19:00"))),
            accessible="partly",
        ),
        Place(name={"fi": "Keksitty talo"}, address="Ostostie 4", postcode="00940", town="Helsinki"),
    ),
)
WORDS = "Hyvä valinta! Nähdään kello 9.\nSoita 09 555 0123."


def order(language: str, services: int = 1, *, large: bool = False, **given: Any) -> PaperOrder:  # noqa: ANN401
    """Return an order of one or more of the made-up services; ``given`` replaces fields of PaperOrder."""
    items = tuple(
        PaperItem(service=COURSE if at % 2 == 0 else WORKSHOP, bring="Henkilökortti" if at == 0 else "")
        for at in range(services)
    )
    fields: dict[str, Any] = {
        "items": items,
        "sender": "Keksityn kaupungin työllisyyspalvelut",
        "words": WORDS,
        "adviser": "Aino",
        "contact": "Itäkeskuksen kirjasto, ti 12–16",
    }
    return PaperOrder(language=language, large=large, **(fields | given))


def of_service(service: Service, language: str = "fi", **given: Any) -> PaperOrder:  # noqa: ANN401
    """Return an order of one service and nothing else."""
    return order(
        language, items=(PaperItem(service=service),), **({"words": "", "adviser": "", "contact": ""} | given)
    )


@cache
def frame_book() -> FrameBook:
    """Return the frames of all languages."""
    return load_frames(resource("handouts"), load_codes(resource("codes")))


def said(wanted: PaperOrder) -> str:
    """Return all that the paper's tags should say, in reading order; its foot is no part of the text."""
    book = frame_book()
    frames = book.of(wanted.language)
    blocks = [block_of(item, frames, book, letters(), TODAY) for item in wanted.items]
    return "".join(_in_order(papers._data(wanted, frames, blocks, TODAY)))


def _in_order(data: dict[str, Any]) -> Iterator[str]:
    yield data["title"]
    for block in data["blocks"]:
        yield from texts_in(
            [block["name"], block["subtitle"], [[one["label"], one["items"]] for one in block["facts"]]]
        )
        if block["qr"] is not None:
            yield from texts_in([block["qr"]["label"], block["qr"]["shown"]])
        yield from texts_in(block["notes"])
    if data["words"]["items"]:
        yield from texts_in(data["words"])
    yield from texts_in(data["adviser"])
