# SPDX-License-Identifier: MIT
"""PTV's service channels: a place, a phone, a web page or an e-service through which a service is reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import msgspec

from sync.catalogue.fields import ADDRESS_LENGTH, PHONE_LENGTH, Fields, identifier_of
from sync.catalogue.intake import Intake
from sync.catalogue.map_grid import place_on_map
from sync.catalogue.model import Place, Texts, text_in
from sync.catalogue.ptv_hours import hours_of
from sync.catalogue.ptv_texts import localised, names
from sync.catalogue.report import Reason
from sync.catalogue.vocabularies import Vocabulary

_PUBLISHED: Final = ("Published", "Modified")
_INSIDE_BUNDLES: Final = (
    "locationChannel",
    "phoneChannel",
    "electronicChannel",
    "webPageChannel",
    "printableFormChannel",
)
"""How the list by ids wraps a channel."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How a service is reached through one channel; ``by_reservation`` when its hours all are."""

    place: Place | None = None
    phone: str = ""
    email: str = ""
    web: Texts | None = None
    by_reservation: bool = False


class Channels:
    """The channels of one file, by id. Each is read beside a service, so that what is wrong is noted there."""

    def __init__(self, listed: Iterable[object], intake: Intake) -> None:
        self._found: dict[str, object] = {}
        self._intake = intake
        for value in listed:
            one = unwrapped(value)
            identifier = identifier_of(one.get("id")) if isinstance(one, dict) else ""
            if identifier:
                self._found.setdefault(identifier, one)

    def reach(self, connection: Fields) -> Reach:
        """Return how a service's connection to a channel reaches it; the connection's own facts come first."""
        identifier = connection.part("serviceChannel").identifier("id")
        value = self._found.get(identifier)
        if value is None:
            connection.notes.note(Reason.NOT_IN_FILE, "serviceChannels")
            return self._of(connection, connection.part("contactDetails"), is_place=False)
        channel = Fields(value, connection.notes, f"{connection.where}.serviceChannel")
        if channel.raw("publishingStatus") not in (None, *_PUBLISHED):
            channel.note(Reason.NOT_PUBLIC, "publishingStatus")
            return Reach()
        is_place = channel.raw("serviceChannelType") == "ServiceLocation"
        own = self._of(connection, connection.part("contactDetails"), is_place=False)
        there = self._of(channel, channel, is_place=is_place)
        place = there.place
        if place is not None:
            place = msgspec.structs.replace(
                place, phone=own.phone or place.phone, email=own.email or place.email
            )
            if own.place is not None and own.place.hours.openings:
                place = msgspec.structs.replace(place, hours=own.place.hours)
        return Reach(
            place,
            own.phone or there.phone,
            own.email or there.email,
            {**(there.web or {}), **(own.web or {})},
            by_reservation=own.by_reservation or there.by_reservation,
        )

    def _of(self, fields: Fields, contact: Fields, *, is_place: bool) -> Reach:
        hours, by_reservation = hours_of(fields, self._intake.day)
        phone = _phone(contact)
        email = _first_email(contact, "supportEmails") or _first_email(contact, "emails")
        web = _web(contact)
        place: Place | None = None
        if is_place:
            place = _place(fields, self._intake.words, phone=phone, email=email)
            place = msgspec.structs.replace(place, hours=hours, web=web)
        elif hours.openings or hours.exceptions:
            # When somebody answers, without a where.
            place = Place(names(fields, "serviceChannelNames"), hours=hours, phone=phone, email=email)
        return Reach(place, phone, email, web, by_reservation)


def unwrapped(value: object) -> object:
    """Return the channel in a wrapper that names its type; anything else as it is."""
    if isinstance(value, dict):
        return next((value[name] for name in _INSIDE_BUNDLES if isinstance(value.get(name), dict)), value)
    return value


def _phone(fields: Fields) -> str:
    for name in ("phoneNumbers", "supportPhones"):
        for part in fields.parts(name):
            if part.raw("type") in ("Fax", "Sms"):
                continue
            number = part.line("number", PHONE_LENGTH)
            prefix = part.line("prefixNumber", 8)
            if number:
                if prefix and part.flag("isFinnishServiceNumber"):
                    prefix = ""
                return f"{prefix} {number.removeprefix('0')}"[:PHONE_LENGTH] if prefix else number
    return ""


def _first_email(fields: Fields, name: str) -> str:
    return next((email for part in fields.parts(name) if (email := part.email("value"))), "")


def _web(fields: Fields) -> Texts:
    found: Texts = {}
    for part in fields.parts("webPages"):
        address = part.link("url") or ("" if "url" in part else part.link("value"))
        language = part.language_of(part.raw("language"), "language") if address else ""
        if address and language:
            found.setdefault(language, address)
    return found


def _place(fields: Fields, words: Vocabulary, *, phone: str, email: str) -> Place:
    name = names(fields, "serviceChannelNames")
    for address in fields.parts("addresses"):
        if address.raw("type") == "Postal":
            continue
        street = address.part("streetAddress") if "streetAddress" in address else address.part("otherAddress")
        line = text_in(localised(street, "street", limit=ADDRESS_LENGTH, one_line=True), "fi")
        number = street.line("streetNumber", 30)
        latitude, longitude = _point(street)
        return Place(
            name=name,
            address=f"{line} {number}".strip()[:ADDRESS_LENGTH],
            postcode=street.line("postalCode", 10),
            town=text_in(localised(street, "postOffice", limit=60, one_line=True), "fi").title(),
            municipality=municipality_of(street.part("municipality"), words),
            latitude=latitude,
            longitude=longitude,
            phone=phone,
            email=email,
            note=localised(street, "additionalInformation"),
        )
    fields.note(Reason.BAD_PLACE, "addresses")
    return Place(name=name, phone=phone, email=email)


def municipality_of(fields: Fields, words: Vocabulary) -> str:
    """Return our code of a municipality; one outside our list is ``other``."""
    code = fields.line("code", 10)
    if not code:
        return ""
    return words.municipality(code) or "other"


def _point(street: Fields) -> tuple[int, int]:
    """Return PTV's coordinates, which are metres of the national grid; 0 and 0 when there are none."""
    said = [street.raw(name) for name in ("latitude", "longitude")]
    if all(value is None or value == "" for value in said):
        return 0, 0
    found = place_on_map(*said)
    if found is None:
        street.notes.note(Reason.BAD_PLACE, street.where)
        return 0, 0
    return found
