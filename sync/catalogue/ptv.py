# SPDX-License-Identifier: MIT
"""Palvelutietovaranto, the Finnish Service Catalogue: its Open API, version 11.

A file is one item, a list of items, a page ``{"itemList": [...]}``, or our bundle
``{"services": [...], "channels": [...], "organizations": [...]}``. Facts of the shapes: the models of the
public interface, read in a client's documentation (domain.md §2.2 a).
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from sync.catalogue.errors import ShapeUnexpected
from sync.catalogue.fields import Fields, joined
from sync.catalogue.intake import Intake, some_words
from sync.catalogue.model import SUMMARY_LENGTH, OfferedLanguage, Organisation, Service, Texts, text_in
from sync.catalogue.ptv_channels import Channels, Reach, municipality_of, unwrapped
from sync.catalogue.ptv_organisations import Organisations
from sync.catalogue.ptv_texts import entries, localised, names
from sync.catalogue.report import Reason, ServiceNotes
from sync.catalogue.vocabularies import (
    CATEGORIES,
    LIFE_SITUATIONS,
    ORGANISATION_NAMES,
    TOPICS,
    Stems,
    by_stem,
)

SOURCE: Final = "ptv"
LICENCE: Final = "CC BY 4.0"

_PUBLISHED: Final = ("Published", "Modified")
_PRICES: Final = (("FreeOfCharge", "free"), ("Free", "free"), ("Chargeable", "paid"), ("Charged", "paid"))
_SPLIT: Final = ("services", "channels", "organizations")
_MARKS: Final = (
    ("services", ("serviceNames", "serviceDescriptions", "serviceClasses")),
    ("channels", ("serviceChannelNames", "serviceChannelType", "locationChannel", "phoneChannel")),
    ("organizations", ("organizationNames", "organizationType")),
)
"""What an item has that says which of the three it is."""


def looks_like(value: object) -> bool:
    """Return whether a JSON value is PTV's."""
    items = _flat(value)
    return items is not None and any(_part_of(one) for one in items[:20])


def read(value: object, intake: Intake) -> None:
    """Take the services of a file. Raises ``ShapeUnexpected``."""
    items = _flat(value)
    if items is None:
        raise ShapeUnexpected(SOURCE)
    split: dict[str, list[object]] = {name: [] for name in _SPLIT}
    for at, one in enumerate(items):
        name = _part_of(one)
        if name:
            split[name].append(one)
        elif isinstance(one, dict):
            split["services"].append(one)
        else:
            intake.book.refused("", "", Reason.NOT_AN_OBJECT, f"[{at}]")
    if items and not split["services"]:
        intake.book.refused("", "", Reason.NOT_A_SERVICE, times=len(items))
    organisations = Organisations(split["organizations"], intake)
    channels = Channels(split["channels"], intake)
    for one in intake.within(split["services"], "services"):
        _read(one, intake, channels, organisations)


def _flat(value: object) -> list[object] | None:
    """Return all items of a file in one list; ``None`` when its top level is none of PTV's."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("itemList"), list):
        return list(value["itemList"])
    if _part_of(value):
        return [value]
    if any(isinstance(value.get(name), list) for name in _SPLIT):
        return [one for name in _SPLIT if isinstance(value.get(name), list) for one in value[name]]
    return None


def _part_of(value: object) -> str:
    one = unwrapped(value)
    if isinstance(one, dict):
        for name, marks in _MARKS:
            if any(mark in one for mark in marks):
                return name
    return ""


def _read(value: object, intake: Intake, channels: Channels, organisations: Organisations) -> None:
    notes = ServiceNotes()
    fields = Fields(value, notes)
    identifier = fields.identifier("id")
    name = names(fields, "serviceNames")
    if fields.raw("publishingStatus") not in (None, *_PUBLISHED):
        reason = Reason.DRAFT if fields.raw("publishingStatus") == "Draft" else Reason.NOT_PUBLIC
        intake.refused(identifier, text_in(name, "fi"), reason)
        return
    reaches = [channels.reach(part) for part in fields.parts("serviceChannels")]
    organisation, producer = _organisations(fields, organisations)
    category = _category(fields)
    intake.take(
        Service(
            name=name,
            summary=localised(fields, "serviceDescriptions", "Summary", limit=SUMMARY_LENGTH),
            description=joined(
                *(
                    localised(fields, "serviceDescriptions", kind)
                    for kind in ("Description", "ProcessingTime", "DeadLine")
                )
            ),
            other_names=some_words(
                _grouped(entries(fields, "serviceNames", "AlternativeName")), notes, "serviceNames"
            ),
            keywords=_keywords(fields),
            category=category,
            topics=TOPICS.get(category, ()),
            life_situations=intake.words.known(
                "life_situations", _coded(fields, "lifeEvents", LIFE_SITUATIONS)
            ),
            municipalities=_municipalities(fields, intake),
            requirements=localised(fields, "requirements"),
            how_to_refer=localised(fields, "serviceDescriptions", "UserInstruction"),
            languages=_languages(fields, intake),
            price=_price(fields),
            price_note=localised(fields, "serviceDescriptions", "ChargeTypeAdditionalInfo"),
            without_appointment=_without_appointment(reaches),
            organisation=organisation,
            producer=producer,
            places=tuple(reach.place for reach in reaches if reach.place is not None),
            phone=next((reach.phone for reach in _nearest(reaches) if reach.phone), ""),
            email=next((reach.email for reach in _nearest(reaches) if reach.email), ""),
            web=_web(reaches),
            origin=intake.origin(identifier, licence=LICENCE, changed=fields.day("modified")),
        ),
        notes,
    )


def _nearest(reaches: list[Reach]) -> list[Reach]:
    """Return them with those first that are for the whole service, not for one address."""
    return sorted(reaches, key=lambda reach: reach.place is not None and bool(reach.place.address))


def _web(reaches: list[Reach]) -> Texts:
    found: Texts = {}
    for reach in reaches:
        for language, address in (reach.web or {}).items():
            found.setdefault(language, address)
    return found


def _without_appointment(reaches: list[Reach]) -> str:
    timed = [reach for reach in reaches if reach.place is not None and reach.place.hours.openings]
    return "no" if timed and all(reach.by_reservation for reach in timed) else ""


def _price(fields: Fields) -> str:
    said = fields.raw("serviceChargeType")
    if said is None or said == "Other":
        return ""
    price = next((price for word, price in _PRICES if word == said), "")
    if not price:
        fields.note(Reason.UNKNOWN_VALUE, "serviceChargeType")
    return price


def _languages(fields: Fields, intake: Intake) -> tuple[OfferedLanguage, ...]:
    found: dict[str, OfferedLanguage] = {}
    for said in fields.words("languages"):
        code = intake.words.language(said)
        if code:
            found.setdefault(code, OfferedLanguage(code))
        else:
            fields.note(Reason.UNKNOWN_LANGUAGE, "languages")
    return tuple(found.values())


def _municipalities(fields: Fields, intake: Intake) -> tuple[str, ...]:
    """Return for whom a service of a limited area is; a whole region's are told one by one by PTV."""
    if fields.raw("areaType") not in ("LimitedType", "AreaType"):
        return ()
    inside = [part for area in fields.parts("areas") for part in _municipal(area)]
    codes = [municipality_of(part, intake.words) for part in (*inside, *fields.parts("municipalities"))]
    return intake.words.known("municipalities", codes)


def _municipal(area: Fields) -> Iterable[Fields]:
    if "municipalities" in area:
        return tuple(area.parts("municipalities"))
    return (area,) if area.raw("type") == "Municipality" else ()


def _category(fields: Fields) -> str:
    return next(iter(_coded(fields, "serviceClasses", CATEGORIES)), "")


def _coded(fields: Fields, name: str, stems: Stems) -> list[str]:
    """Return our codes for a list of PTV's classes, told apart by their Finnish names."""
    found: list[str] = []
    for part in fields.parts(name):
        said = localised(part, "name", limit=200, one_line=True)
        code = by_stem(stems, text_in(said, "fi"))
        if code:
            found.append(code)
        elif said:
            fields.note(Reason.UNKNOWN_VALUE, name)
    return found


def _keywords(fields: Fields) -> dict[str, tuple[str, ...]]:
    words = list(entries(fields, "keywords"))
    for part in fields.parts("ontologyTerms"):
        words += entries(part, "name")
    return some_words(_grouped(words), fields.notes, "keywords")


def _grouped(words: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for language, word in words:
        found[language].append(word)
    return found


def _organisations(fields: Fields, known: Organisations) -> tuple[Organisation, Texts]:
    """Return who is responsible, and the names of who carries it out."""
    responsible = _named(fields.part("mainOrganization"), known) if "mainOrganization" in fields else None
    producers: list[Texts] = []
    for part in fields.parts("organizations"):
        one = _named(part.part("organization"), known)
        if part.raw("roleType") == "Producer":
            producers.append(one.name)
        elif responsible is None and part.raw("roleType") == "Responsible":
            responsible = one
    responsible = responsible or Organisation()
    languages = dict.fromkeys(language for name in producers for language in name)
    joined_names = {
        language: ", ".join(dict.fromkeys(name[language] for name in producers if name.get(language)))[:200]
        for language in languages
    }
    return responsible, joined_names if joined_names != responsible.name else {}


def _named(item: Fields, known: Organisations) -> Organisation:
    identifier = item.identifier("id")
    found = known.get(identifier)
    if found is not None:
        return found
    name = item.line("name")
    return Organisation(identifier, {"fi": name} if name else {}, by_stem(ORGANISATION_NAMES, name))
