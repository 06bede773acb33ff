# SPDX-License-Identifier: MIT
"""Our own file of services, for moving a catalogue from one hub to another, or writing one by hand.

``{"what": "kenttakirja-services", "version": 1, "services": [to_map(service), ...]}``. Every service keeps its
origin: the file is no directory of its own. Texts are plain by agreement.
"""

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from sync.catalogue.errors import ShapeUnexpected, VersionNewer
from sync.catalogue.fields import ADDRESS_LENGTH, LINK_LENGTH, PHONE_LENGTH, Fields
from sync.catalogue.intake import Intake, some_words
from sync.catalogue.model import (
    FIRST_OWN,
    NAME_LENGTH,
    SUMMARY_LENGTH,
    TEXT_LENGTH,
    Hours,
    OfferedLanguage,
    Opening,
    Organisation,
    Origin,
    OtherHours,
    Place,
    Service,
    Texts,
    text_in,
    to_map,
)
from sync.catalogue.report import Reason, ServiceNotes
from sync.catalogue.times import time_of

SOURCE: Final = "kenttakirja"
WHAT: Final = "kenttakirja-services"
VERSION: Final = 1

_LINES: Final = (("name", NAME_LENGTH), ("producer", NAME_LENGTH))
_LONG_TEXTS: Final = (
    ("summary", SUMMARY_LENGTH),
    *(
        (name, TEXT_LENGTH)
        for name in (
            "description",
            "target_group",
            "requirements",
            "benefit_effect",
            "consent_about",
            "how_to_refer",
            "attendance",
            "record",
            "price_note",
            "accessibility_note",
            "staff_contact",
        )
    ),
)
_CODES: Final = (
    ("category", "service_categories"),
    ("obligation", "obligations"),
    ("consent", "consent_needs"),
    ("price", "prices"),
)
_SEVERAL: Final = (
    ("topics", "topics"),
    ("life_situations", "life_situations"),
    ("statuses", "statuses"),
    ("municipalities", "municipalities"),
    ("referral_kinds", "referral_kinds"),
    ("accessibility", "accessibility_features"),
)
_DAYS: Final = ("starts", "valid_from", "valid_to", "checked", "stale_after")
_NUMBERS: Final = (
    ("lowest_age", 0, 120),
    ("highest_age", 0, 120),
    ("places_free", -1, 99_999),
    ("queue_weeks", -1, 999),
)
_YES_NO: Final = ("yes", "no")
_MILLION: Final = 1_000_000


def write(services: Iterable[Service]) -> bytes:
    """Return a file of these services, to be read by ``read``."""
    value = {"what": WHAT, "version": VERSION, "services": [to_map(service) for service in services]}
    return msgspec.json.format(msgspec.json.encode(value), indent=1)


def looks_like(value: object) -> bool:
    """Return whether a JSON value is a file of ours, of whatever version."""
    return isinstance(value, dict) and value.get("what") == WHAT


def read(value: object, intake: Intake) -> None:
    """Take the services of a file. Raises ``ShapeUnexpected`` or ``VersionNewer``."""
    if (
        not isinstance(value, dict)
        or value.get("what") != WHAT
        or not isinstance(value.get("services"), list)
    ):
        raise ShapeUnexpected(SOURCE)
    version = value.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise ShapeUnexpected(SOURCE)
    if version > VERSION:
        raise VersionNewer(version, VERSION)
    for at, one in enumerate(intake.within(value["services"], "services")):
        if isinstance(one, dict):
            _read(one, intake)
        else:
            intake.book.refused("", "", Reason.NOT_AN_OBJECT, f"services[{at}]")


def _read(value: object, intake: Intake) -> None:
    notes = ServiceNotes()
    fields = Fields(value, notes, by_agreement=True)
    source = fields.part("origin").raw("source")
    if source is not None and not (isinstance(source, str) and intake.words.knows("service_sources", source)):
        # As one of our own it might take the place of another service.
        intake.refused(
            "", text_in(fields.texts("name", NAME_LENGTH), "fi"), Reason.UNKNOWN_VALUE, "origin.source"
        )
        return
    found: dict[str, Any] = {}
    for name, limit in _LINES:
        found[name] = fields.texts(name, limit, one_line=True)
    for name, limit in _LONG_TEXTS:
        found[name] = fields.texts(name, limit)
    for name in ("other_names", "keywords"):
        part = fields.part(name)
        languages = {key: part.words(key) for key in part.names() if fields.language_of(key, name)}
        found[name] = some_words(languages, notes, name)
    for name, codes in _CODES:
        found[name] = _code(fields, name, codes, intake)
    for name, codes in _SEVERAL:
        found[name] = _codes(fields, name, codes, intake)
    for name in _DAYS:
        found[name] = fields.day(name)
    for name, lowest, highest in _NUMBERS:
        number = fields.number(name, lowest, highest)
        if number is not None:
            found[name] = number
    for name in ("interpreter", "without_appointment"):
        found[name] = _one_of(fields, name, _YES_NO)
    intake.take(
        Service(
            **found,
            languages=tuple(_languages(fields, intake)),
            organisation=_organisation(fields.part("organisation"), intake),
            places=tuple(_place(part, intake) for part in fields.parts("places")),
            phone=fields.line("phone", PHONE_LENGTH),
            email=fields.email("email"),
            web=_links(fields, "web"),
            complementary=tuple(dict.fromkeys(fields.words("complementary"))),
            origin=_origin(fields.part("origin")),
        ),
        notes,
    )


def _code(fields: Fields, name: str, codes: str, intake: Intake) -> str:
    said = fields.line(name, 40)
    if said and not intake.words.knows(codes, said):
        fields.note(Reason.UNKNOWN_VALUE, name)
        return ""
    return said


def _codes(fields: Fields, name: str, codes: str, intake: Intake) -> tuple[str, ...]:
    said = fields.words(name)
    known = intake.words.known(codes, said)
    if len(known) < len(set(said)):
        fields.note(Reason.UNKNOWN_VALUE, name)
    return known


def _one_of(fields: Fields, name: str, allowed: tuple[str, ...]) -> str:
    said = fields.raw(name)
    if said is None or said == "":
        return ""
    found = next((one for one in allowed if one == said), "")
    if not found:
        fields.note(Reason.UNKNOWN_VALUE, name)
    return found


def _languages(fields: Fields, intake: Intake) -> Iterable[OfferedLanguage]:
    seen: set[str] = set()
    for part in fields.parts("languages"):
        code = _code(part, "language", "languages", intake)
        if code and code not in seen:
            seen.add(code)
            yield OfferedLanguage(code, _code(part, "level", "cefr", intake))


def _organisation(fields: Fields, intake: Intake) -> Organisation:
    return Organisation(
        fields.identifier("id"),
        fields.texts("name", NAME_LENGTH, one_line=True),
        _code(fields, "kind", "organisation_kinds", intake),
        fields.line("business_id", 20),
    )


def _origin(fields: Fields) -> Origin:
    return Origin(
        fields.line("source", 40) or FIRST_OWN,
        fields.identifier("id"),
        fields.link("url"),
        fields.line("licence", LINK_LENGTH),
        fields.day("changed"),
        fields.day("fetched"),
    )


def _place(fields: Fields, intake: Intake) -> Place:
    latitude = fields.number("latitude", -90 * _MILLION, 90 * _MILLION)
    longitude = fields.number("longitude", -180 * _MILLION, 180 * _MILLION)
    if latitude is None or longitude is None:
        latitude = longitude = 0
    return Place(
        name=fields.texts("name", NAME_LENGTH, one_line=True),
        address=fields.line("address", ADDRESS_LENGTH),
        postcode=fields.line("postcode", 10),
        town=fields.line("town", 60),
        municipality=_code(fields, "municipality", "municipalities", intake),
        district=_code(fields, "district", "districts", intake),
        latitude=latitude,
        longitude=longitude,
        hours=_hours(fields.part("hours")),
        phone=fields.line("phone", PHONE_LENGTH),
        email=fields.email("email"),
        web=_links(fields, "web"),
        starts=fields.day("starts"),
        ends=fields.day("ends"),
        accessible=_one_of(fields, "accessible", ("yes", "partly", "no")),
        note=fields.texts("note"),
    )


def _links(fields: Fields, name: str) -> Texts:
    part = fields.part(name)
    return {
        key: link for key in part.names()[:60] if fields.language_of(key, name) and (link := part.link(key))
    }


def _hours(fields: Fields) -> Hours:
    return Hours(tuple(_openings(fields)), tuple(_exceptions(fields)), fields.texts("note"))


def _openings(fields: Fields) -> Iterable[Opening]:
    for part in fields.parts("openings"):
        weekday = part.number("weekday", 1, 7)
        opens, closes = _time(part, "opens"), _time(part, "closes")
        if weekday and opens and closes:
            yield Opening(weekday, opens, closes)
        else:
            part.notes.note(Reason.BAD_HOURS, part.where)


def _exceptions(fields: Fields) -> Iterable[OtherHours]:
    for part in fields.parts("exceptions"):
        begins, ends = part.day("from"), part.day("to")
        opens, closes = _time(part, "opens"), _time(part, "closes")
        closed = "opens" not in part and "closes" not in part
        if begins and ends and begins <= ends and (closed or (opens and closes)):
            yield OtherHours(begins, ends, opens, closes)
        else:
            part.notes.note(Reason.BAD_HOURS, part.where)


def _time(part: Fields, name: str) -> str:
    """Return a time; the end of a day stays 24:00, as whoever wrote it said it."""
    return "24:00" if part.raw(name) == "24:00" else time_of(part.raw(name))
