# SPDX-License-Identifier: MIT
"""Palvelukartta, the city's service map: units of its interface, version 2. Every unit is a service and its place.

A file is ``{"results": [...]}`` or a list of units (domain.md §2.2 b).
"""

from typing import Final

from sync.catalogue.errors import ShapeUnexpected
from sync.catalogue.fields import ADDRESS_LENGTH, PHONE_LENGTH, Fields, joined
from sync.catalogue.intake import Intake, some_words
from sync.catalogue.map_grid import place_on_map
from sync.catalogue.model import (
    NAME_LENGTH,
    SUMMARY_LENGTH,
    Hours,
    Organisation,
    Place,
    Service,
    Texts,
    text_in,
)
from sync.catalogue.opening_words import openings_in
from sync.catalogue.report import Reason, ServiceNotes
from sync.catalogue.vocabularies import CATEGORIES, TOPICS, by_stem

SOURCE: Final = "palvelukartta"
LICENCE: Final = "CC BY 4.0"

_KINDS: Final = (
    ("ASSOCIATION", "association"),
    ("FOUNDATION", "association"),
    ("GOVERNMENT", "state"),
    ("GOVERNMENTAL_COMPANY", "company"),
    ("JOINT_MUNICIPAL_AUTHORITY", ""),
    ("MUNICIPAL_ENTERPRISE_GROUP", "city"),
    ("MUNICIPALITY", "city"),
    ("MUNICIPALLY_OWNED_COMPANY", "company"),
    ("ORGANIZATION", "association"),
    ("OTHER_REGIONAL_COOPERATION_ORGANIZATION", ""),
    ("PRIVATE_ENTERPRISE", "company"),
    ("UNKNOWN", ""),
)
"""``organizer_type``, in the order of its numbers, → ``organisation_kinds``."""
_SECTIONS: Final = (
    "PHONE_OR_EMAIL",
    "LINK",
    "TOPICAL",
    "OTHER_INFO",
    "OPENING_HOURS",
    "SOCIAL_MEDIA_LINK",
    "OTHER_ADDRESS",
    "HIGHLIGHT",
    "ESERVICE_LINK",
    "PRICE",
    "SUBGROUP",
    "OPENING_HOUR_OBJECT",
)
"""``section_type`` of a connection; their numbers count from 1."""
_MARKS: Final = (
    "street_address",
    "organizer_type",
    "service_nodes",
    "address_zip",
    "connections",
    "provider_type",
)


def looks_like(value: object) -> bool:
    """Return whether a JSON value is the service map's."""
    units = _units(value)
    return units is not None and any(
        isinstance(one, dict) and any(mark in one for mark in _MARKS) for one in units[:20]
    )


def read(value: object, intake: Intake) -> None:
    """Take the units of a file. Raises ``ShapeUnexpected``."""
    units = _units(value)
    if units is None:
        raise ShapeUnexpected(SOURCE)
    for at, one in enumerate(intake.within(units, "results")):
        if isinstance(one, dict):
            _read(one, intake)
        else:
            intake.book.refused("", "", Reason.NOT_AN_OBJECT, f"results[{at}]")


def _units(value: object) -> list[object] | None:
    if isinstance(value, dict):
        if isinstance(value.get("results"), list):
            return list(value["results"])
        return [value] if "id" in value and any(mark in value for mark in _MARKS) else None
    return value if isinstance(value, list) else None


def _read(value: object, intake: Intake) -> None:
    notes = ServiceNotes()
    fields = Fields(value, notes)
    identifier = fields.identifier("id")
    name = fields.texts("name", NAME_LENGTH, one_line=True)
    hidden = fields.flag("public") is False or fields.flag("is_active") is False
    if hidden or fields.raw("displayed_service_owner_type") == "NOT_DISPLAYED":
        intake.refused(identifier, text_in(name, "fi"), Reason.NOT_PUBLIC)
        return
    category = _category(fields, text_in(name, "fi"))
    sections = _Sections(fields)
    place = _place(fields, intake, name, sections)
    intake.take(
        Service(
            name=name,
            summary=fields.texts("short_description", SUMMARY_LENGTH),
            description=fields.texts("description"),
            keywords=_keywords(fields),
            category=category,
            topics=TOPICS.get(category, ()),
            price_note=sections.said("PRICE"),
            organisation=_organisation(fields),
            places=(place,),
            phone=place.phone,
            email=place.email,
            web=place.web,
            origin=intake.origin(
                identifier,
                url=f"https://palvelukartta.hel.fi/fi/unit/{identifier}" if identifier.isdecimal() else "",
                licence=LICENCE,
                changed=fields.day("last_modified_time") or fields.day("modified_time"),
            ),
        ),
        notes,
    )


class _Sections:
    """A unit's connections, by their kind; a contact person's name is not read at all."""

    def __init__(self, fields: Fields) -> None:
        self._parts: dict[str, list[Fields]] = {}
        for part in fields.parts("connections"):
            self._parts.setdefault(_section(part), []).append(part)

    def of(self, kind: str) -> list[Fields]:
        """Return the connections of a kind, in their order."""
        return self._parts.get(kind, [])

    def said(self, *kinds: str) -> Texts:
        """Return the texts of connections, as paragraphs."""
        return joined(*(part.texts("name") for kind in kinds for part in self.of(kind)))


def _section(part: Fields) -> str:
    said = part.raw("section_type")
    if isinstance(said, int) and not isinstance(said, bool) and 0 < said <= len(_SECTIONS):
        return _SECTIONS[said - 1]
    if isinstance(said, str) and said in _SECTIONS:
        return said
    part.note(Reason.UNKNOWN_VALUE, "section_type")
    return ""


def _place(fields: Fields, intake: Intake, name: Texts, sections: _Sections) -> Place:
    latitude, longitude = _point(fields)
    contacts = sections.of("PHONE_OR_EMAIL")
    phones = [fields.line("phone", PHONE_LENGTH), *(part.line("phone", PHONE_LENGTH) for part in contacts)]
    emails = [fields.email("email"), *(part.email("email") for part in contacts)]
    return Place(
        name=name,
        address=text_in(fields.texts("street_address", ADDRESS_LENGTH, one_line=True), "fi"),
        postcode=fields.line("address_zip", 10),
        town=_town(fields, intake),
        municipality=_municipality(fields, intake),
        latitude=latitude,
        longitude=longitude,
        hours=_hours(sections),
        phone=next(filter(None, phones), ""),
        email=next(filter(None, emails), ""),
        web=_web(fields, sections),
        accessible=_accessible(fields),
        note=sections.said("OTHER_INFO", "OTHER_ADDRESS"),
    )


def _hours(sections: _Sections) -> Hours:
    """Return hours that are read when all their words are; the words themselves otherwise."""
    said = sections.said("OPENING_HOURS")
    for language in ("fi", "sv", "en"):
        lines = [line for line in said.get(language, "").split("\n") if line]
        openings = [openings_in(line) for line in lines]
        if openings and all(openings):
            return Hours(tuple(dict.fromkeys(one for several in openings for one in several)))
    return Hours(note=said)


def _web(fields: Fields, sections: _Sections) -> Texts:
    found = _links(fields, "www")
    for kind in ("ESERVICE_LINK", "LINK"):
        for part in sections.of(kind):
            found = {**_links(part, "www"), **found}
    return found


def _links(fields: Fields, name: str) -> Texts:
    if isinstance(fields.raw(name), str):
        address = fields.link(name)
        return {"fi": address} if address else {}
    part = fields.part(name)
    return {language: address for language in ("fi", "sv", "en") if (address := part.link(language))}


def _point(fields: Fields) -> tuple[int, int]:
    if "location" not in fields:
        return 0, 0
    location = fields.part("location")
    east, north, *_ = (*location.items("coordinates"), None, None)
    found = place_on_map(north, east) if location.raw("type") in (None, "Point") else None
    if found is None:
        fields.note(Reason.BAD_PLACE, "location")
        return 0, 0
    return found


def _municipality(fields: Fields, intake: Intake) -> str:
    said = fields.raw("municipality")
    if isinstance(said, dict):
        part = fields.part("municipality")
        said = part.raw("id") if isinstance(part.raw("id"), str) else text_in(part.texts("name"), "fi")
    if not isinstance(said, str) or not said:
        return ""
    return intake.words.municipality(said) or "other"


def _town(fields: Fields, intake: Intake) -> str:
    if isinstance(fields.raw("municipality"), dict):
        return text_in(fields.part("municipality").texts("name", 60, one_line=True), "fi")
    said = fields.line("municipality", 60)
    code = intake.words.municipality(said) if said else ""
    return intake.words.label("municipalities", code) if code else said.capitalize()


def _accessible(fields: Fields) -> str:
    """Return whether a wheelchair gets in: the map counts what is in its way."""
    counted = fields.raw("accessibility_shortcoming_count")
    if not isinstance(counted, dict) or "wheelchair" not in counted:
        return ""
    count = fields.part("accessibility_shortcoming_count").number("wheelchair", 0, 10_000)
    return "" if count is None else "partly" if count else "yes"


def _organisation(fields: Fields) -> Organisation:
    name = fields.line("organizer_name")
    return Organisation(
        fields.identifier("department"),
        {"fi": name} if name else {},
        _kind(fields),
        fields.line("organizer_business_id", 20),
    )


def _kind(fields: Fields) -> str:
    said = fields.raw("organizer_type")
    if said is None:
        return ""
    if isinstance(said, int) and not isinstance(said, bool) and 0 <= said < len(_KINDS):
        return _KINDS[said][1]
    kind = next((kind for word, kind in _KINDS if word == said), None)
    if kind is None:
        fields.note(Reason.UNKNOWN_VALUE, "organizer_type")
    return kind or ""


def _category(fields: Fields, name: str) -> str:
    said = [
        text_in(part.texts("name", NAME_LENGTH, one_line=True), "fi")
        for field in ("service_nodes", "services")
        for part in _with_names(fields, field)
    ]
    # Without the request's ``include`` the nodes are bare numbers, and the unit's own name has to do.
    return next((code for one in (*said, name) if (code := by_stem(CATEGORIES, one))), "")


def _with_names(fields: Fields, name: str) -> list[Fields]:
    if all(isinstance(one, int) for one in fields.items(name)):
        return []
    return [part.part("service") if "service" in part else part for part in fields.parts(name)]


def _keywords(fields: Fields) -> dict[str, tuple[str, ...]]:
    """Return the search words: an object of language → list."""
    if isinstance(fields.raw("keywords"), list):
        return {}
    words: dict[str, list[str]] = {}
    part = fields.part("keywords")
    for language in ("fi", "sv", "en"):
        words[language] = part.words(language)
    for field in ("service_nodes", "services"):
        for node in _with_names(fields, field):
            for language, text in node.texts("name", NAME_LENGTH, one_line=True).items():
                words.setdefault(language, []).append(text)
    return some_words(words, fields.notes, "keywords")
