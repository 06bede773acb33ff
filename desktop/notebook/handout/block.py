# SPDX-License-Identifier: MIT
"""One service on the paper: its names, its facts, and the QR code that leads to more."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.notebook.handout.coverage import Coverage
from desktop.notebook.handout.errors import LinkRefused
from desktop.notebook.handout.facts import facts_of
from desktop.notebook.handout.frames import FrameBook, Frames
from desktop.notebook.handout.lines import (
    Item,
    Line,
    day_piece,
    filled,
    line_item,
    own,
    piece,
    text_items,
    texts_in,
)
from desktop.notebook.handout.order import PaperItem, PaperWarning
from desktop.notebook.handout.qr import qr_svg, web_link
from desktop.notebook.handout.texts import Teller
from sync.catalogue.model import Place, Service, text_in

_MILLION: Final = 1_000_000
_SHOWN_LINK: Final = 60
"""Letters of an address that somebody may type; a longer one stands in the QR code only."""


_LONG_HEAD: Final = 900
"""Letters under the name from which the head of a service may go on overleaf: a third of a page in large print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A service's ``data`` for the template, and what the window wants to know of it."""

    data: dict[str, object]
    texts_in: str
    link: str
    warnings: frozenset[PaperWarning]


def block_of(item: PaperItem, frames: Frames, book: FrameBook, coverage: Coverage, day: date) -> Block:
    """Return what the template draws of one service."""
    service = item.service
    chosen = [service.places[at] for at in item.places if 0 <= at < len(service.places)]
    places = tuple(chosen) or service.places
    teller = Teller(frames, coverage)
    subtitle, told_in = _subtitle(service, teller)
    facts = facts_of(item, places, teller, book, day)
    link, is_map = _link(service, places, teller)
    note: list[Line] = [teller.note()] if teller.originals else []
    if service.checked:
        note.append(filled(frames.words.checked, frames, day=[day_piece(service.checked, frames)]))
    data: dict[str, object] = {
        "name": teller.name(service.name),
        "subtitle": subtitle,
        "long": sum(map(len, texts_in(subtitle))) > _LONG_HEAD,
        "facts": facts,
        "qr": _qr(link, frames, is_map=is_map) if link else None,
        "notes": note,
    }
    return Block(
        data=data,
        texts_in=told_in,
        link=link,
        warnings=frozenset(_warnings(service, places, teller, day, link)),
    )


def map_link(place: Place) -> str:
    """Return the address of a place on OpenStreetMap; empty without coordinates."""
    if not place.latitude and not place.longitude:
        return ""
    return f"https://www.openstreetmap.org/?mlat={_degrees(place.latitude)}&mlon={_degrees(place.longitude)}"


def _degrees(millionths: int) -> str:
    whole, rest = divmod(abs(millionths), _MILLION)
    return f"{'-' if millionths < 0 else ''}{whole}.{rest:06d}"


def _subtitle(service: Service, teller: Teller) -> tuple[list[Item], str]:
    """The original name under a translated one; then what the service says of itself, else its category."""
    frames = teller.frames
    found: list[Item] = []
    name, name_in = teller.found(service.name)
    original = service.name.get("fi", "")
    if original and name_in != "fi" and teller.plain(original) != teller.plain(name):
        found.append(line_item([piece(teller.plain(original), "fi")], quiet=True))
    telling = service.summary or service.description
    if telling and teller.has(telling):
        said, language = teller.found(telling)
        return [*found, *text_items(said, language)], language
    category = frames.categories.get(service.category, "")
    if category:
        found.append(line_item([own(category, frames)]))
    original_items = teller.items(telling)
    if not category or teller.frames.pdf_language == "fi":
        # The category already says it in the client's language; plain Finnish readers get the Finnish as well.
        found += original_items
    return found, teller.found(telling)[1] if telling else name_in


def _link(service: Service, places: tuple[Place, ...], teller: Teller) -> tuple[str, bool]:
    """The service's page in the client's language, else its place's, else the first place on a map."""
    pages = [service.web, *(place.web for place in places[:1])]
    # English before Finnish for whoever reads neither; text_in knows the rest.
    own_language = teller.frames.records_as
    languages = [
        own_language if one.get(own_language) or own_language in ("fi", "sv") else "en" for one in pages
    ]
    for page in filter(None, map(text_in, pages, languages)):
        try:
            return web_link(page.strip()), False
        except LinkRefused:
            teller.warnings.add(PaperWarning.LINK_UNUSABLE)
    return next(filter(None, map(map_link, places)), ""), True


def _qr(link: str, frames: Frames, *, is_map: bool) -> dict[str, object]:
    words = frames.words
    shown = link.partition("://")[2].removeprefix("www.").removesuffix("/")
    short = not is_map and len(shown) <= _SHOWN_LINK
    label = words.open_map if is_map else words.open_page
    return {
        "svg": qr_svg(link, quiet=0),
        "alt": words.qr_alt.replace("{link}", link),
        "label": own(label, frames),
        "link": link,
        "shown": piece(shown, "en") if short else own(words.map if is_map else words.page, frames),
    }


def _warnings(
    service: Service, places: tuple[Place, ...], teller: Teller, day: date, link: str
) -> set[PaperWarning]:
    today = day.isoformat()
    found = set(teller.warnings)
    ways = (service.phone, service.email, link, *(f"{one.address}{one.phone}{one.email}" for one in places))
    if not any(ways):
        found.add(PaperWarning.NO_WAY_THERE)
    if service.stale_after and service.stale_after <= today:
        found.add(PaperWarning.WANTS_CHECKING)
    if (service.valid_to and service.valid_to < today) or service.valid_from > today:
        found.add(PaperWarning.NOT_VALID)
    return found
