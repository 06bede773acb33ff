# SPDX-License-Identifier: MIT
"""What a client needs to know of a service, one labelled fact after another."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import msgspec

from desktop.notebook.handout.frames import FrameBook
from desktop.notebook.handout.hours import hours_items
from desktop.notebook.handout.lines import (
    Item,
    Line,
    cleaned,
    day_piece,
    filled,
    joined,
    line_item,
    own,
    piece,
    sign,
    text_items,
    texts_in,
)
from desktop.notebook.handout.order import PaperItem
from desktop.notebook.handout.texts import Teller
from sync.catalogue.model import Place, Service

Fact = dict[str, object]
"""``label``, ``items``, and ``wide``: whether it wants the width of the page."""

_ORIGINAL: Final = "fi"
"""Addresses and the names of streets are written as the signs have them."""
_KEPT: Final = 34
"""Letters that stay on one line in half the width; a longer address breaks where it likes."""
_NARROW: Final = 170
"""Letters of a fact that half the width of the page can hold in a few lines."""


def facts_of(
    item: PaperItem, places: tuple[Place, ...], teller: Teller, book: FrameBook, day: date
) -> list[Fact]:
    """Return the facts in the order a person asks for them; those without anything to say are left out."""
    service, words = item.service, teller.frames.words
    phones: tuple[str, ...] = (service.phone,)
    emails: tuple[str, ...] = (service.email,)
    if len(places) == 1:
        where_and_when = [
            (words.where, _where(places[0], teller)),
            (words.when, [*_beginning(service, teller), *hours_items(places[0].hours, teller.frames, day)]),
        ]
        where_and_when[1][1].extend(teller.items(places[0].hours.note))
        phones += (places[0].phone,)
        emails += (places[0].email,)
    else:
        where_and_when = [
            (words.when, _beginning(_without_shared_start(service, places), teller)),
            (words.where_and_when, [_place(place, teller, day) for place in places]),
        ]
    found = [
        *where_and_when,
        (words.phone, _contacts(phones, teller)),
        (words.email, _contacts(emails, teller)),
        (words.price, _price(service, teller)),
        (words.who, _who(service, teller, book)),
        (words.languages, _languages(service, teller, book)),
        (words.accessibility, _accessibility(service, places, teller)),
        (words.requirements, teller.items(service.requirements)),
        (words.bring, text_items(cleaned(item.bring), teller.frames.language)),
        (words.attendance, teller.items(service.attendance)),
        (words.benefits, teller.items(service.benefit_effect)),
        (words.organiser, _organiser(service, teller)),
    ]
    return [
        {"label": own(label, teller.frames), "items": items, "wide": _letters(items) > _NARROW}
        for label, items in found
        if items
    ]


def _letters(items: list[Item]) -> int:
    """How many letters a fact has, its tables left out: they are narrow however long."""
    return sum(
        _NARROW + 1
        if one["kind"] == "place"
        else sum(map(len, texts_in([one.get("line"), one.get("piece")])))
        for one in items
    )


def _beginning(service: Service, teller: Teller) -> list[Item]:
    """When it starts, and whether one comes without asking."""
    frames, words = teller.frames, teller.frames.words
    found = []
    if service.starts:
        found.append(line_item(filled(words.starts, frames, day=[day_piece(service.starts, frames)])))
    if service.without_appointment:
        text = words.no_appointment if service.without_appointment == "yes" else words.appointment
        found.append(line_item([own(text, frames)]))
    return found


def _without_shared_start(service: Service, places: tuple[Place, ...]) -> Service:
    """Leave out the start that every place says itself."""
    if places and all(place.starts == service.starts for place in places):
        return msgspec.structs.replace(service, starts="")
    return service


def _where(place: Place, teller: Teller) -> list[Item]:
    name = teller.name(place.name)
    found = [line_item([name])] if name["text"] else []
    address = _address(place, teller)
    if address:
        found.append(line_item(address))
    return [*found, *_place_days(place, teller), *teller.items(place.note)]


def _place(place: Place, teller: Teller, day: date) -> Item:
    """One of several places: everything about it stays together."""
    name = teller.name(place.name)
    items: list[Item] = [line_item([name], strong=True)] if name["text"] else []
    address = _address(place, teller)
    if address:
        items.append(line_item(address))
    items += _place_days(place, teller)
    contacts = [*_contacts((place.phone,), teller), *_contacts((place.email,), teller)]
    items += [*contacts, *hours_items(place.hours, teller.frames, day)]
    items += [*teller.items(place.hours.note), *teller.items(place.note)]
    return {"kind": "place", "items": items}


def _place_days(place: Place, teller: Teller) -> list[Item]:
    """When it begins and ends there, on one line."""
    frames = teller.frames
    said = [
        filled(words, frames, day=[day_piece(day, frames)])
        for words, day in ((frames.words.starts, place.starts), (frames.words.ends, place.ends))
        if day
    ]
    return [line_item(joined(said, frames))] if said else []


def _address(place: Place, teller: Teller) -> Line:
    """One piece with the address's own comma: it keeps its order inside Arabic, and a map finds it as it stands."""
    street, town = teller.plain(place.address), teller.plain(f"{place.postcode} {place.town}")
    said = ", ".join(one for one in (street, town) if one)
    return [piece(said, _ORIGINAL, keep=len(said) <= _KEPT)] if said else []


def _contacts(said: Iterable[str], teller: Teller) -> list[Item]:
    plain = dict.fromkeys(filter(None, map(teller.plain, said)))
    return [line_item([piece(one, _ORIGINAL, keep=len(one) <= _KEPT)], strong=True) for one in plain]


def _price(service: Service, teller: Teller) -> list[Item]:
    words = {"free": teller.frames.words.free, "paid": teller.frames.words.paid}.get(service.price)
    known = [line_item([own(words, teller.frames)])] if words else []
    return [*known, *teller.items(service.price_note)]


def _who(service: Service, teller: Teller, book: FrameBook) -> list[Item]:
    frames, words = teller.frames, teller.frames.words
    low, high = str(service.lowest_age), str(service.highest_age)
    found = []
    if service.lowest_age and service.highest_age:
        ages = [piece(f"{low}\N{EN DASH}{high}", frames.pdf_language, keep=True)]
        found.append(line_item(filled(words.age_between, frames, ages=ages)))
    elif service.lowest_age:
        found.append(line_item(filled(words.age_from, frames, low=[piece(low, frames.pdf_language)])))
    elif service.highest_age:
        found.append(line_item(filled(words.age_to, frames, high=[piece(high, frames.pdf_language)])))
    if service.municipalities:
        names = [[piece(*book.municipality_name(code, frames))] for code in service.municipalities]
        found.append(line_item(filled(words.home, frames, places=joined(names, frames))))
    return [*found, *teller.items(service.target_group)]


def _languages(service: Service, teller: Teller, book: FrameBook) -> list[Item]:
    frames = teller.frames
    names = []
    for one in service.languages:
        name = [piece(*book.language_name(one.language, frames))]
        if one.level:
            level = piece(teller.plain(book.level_name(one.level)), _ORIGINAL)
            name += [sign("\N{NO-BREAK SPACE}(", frames), level, sign(")", frames)]
        names.append(name)
    if service.interpreter == "yes":
        names.append([own(frames.words.interpreter, frames)])
    return [line_item(joined(names, frames))] if names else []


def _accessibility(service: Service, places: tuple[Place, ...], teller: Teller) -> list[Item]:
    frames = teller.frames
    names = [
        [own(frames.features[code], frames)] for code in service.accessibility if code in frames.features
    ]
    if len(places) == 1:
        said = {"partly": frames.words.partly_accessible, "no": frames.words.not_accessible}
        if places[0].accessible in said:
            names.append([own(said[places[0].accessible], frames)])
    found = [line_item(joined(names, frames))] if names else []
    return [*found, *teller.items(service.accessibility_note)]


def _organiser(service: Service, teller: Teller) -> list[Item]:
    names = [teller.name(service.organisation.name), teller.name(service.producer)]
    texts = list(dict.fromkeys(one["text"] for one in names if one["text"]))
    return [line_item(joined([[piece(text, _ORIGINAL)] for text in texts], teller.frames))] if texts else []
