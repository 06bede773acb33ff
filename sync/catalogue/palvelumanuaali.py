# SPDX-License-Identifier: MIT
"""Palvelumanuaali, the employment services' own manual: service nodes of a Drupal site.

A file is JSON:API's ``{"data": [...], "included": [...]}``, or a list of plainly exported entities. Facts of the
fields: the site's configuration (domain.md §2.2 c). Translations of a service come as items of one id.
"""

from typing import Any, Final

import msgspec

from sync.catalogue.drupal import Entities, Entity, identifiers, kind_of, name_of
from sync.catalogue.errors import ShapeUnexpected
from sync.catalogue.fields import PHONE_LENGTH, Fields, joined
from sync.catalogue.intake import Intake
from sync.catalogue.manual_places import places_of
from sync.catalogue.model import (
    NAME_LENGTH,
    SUMMARY_LENGTH,
    TEXT_LENGTH,
    OfferedLanguage,
    Organisation,
    Origin,
    Service,
    Texts,
    reference_of,
)
from sync.catalogue.plain_text import cut_at
from sync.catalogue.report import Reason, ServiceNotes
from sync.catalogue.vocabularies import (
    ACCESSIBILITY,
    CATEGORIES,
    LIFE_SITUATIONS,
    ORGANISATION_NAMES,
    TOPICS,
    Stems,
    by_stem,
    level_of,
)

SOURCE: Final = "palvelumanuaali"

_NODE: Final = "node--service"
_STATES: Final = (
    ("published", None),
    ("draft", Reason.DRAFT),
    ("ready_to_publish", Reason.DRAFT),
    ("outdated", Reason.NOT_PUBLIC),
    ("archived", Reason.NOT_PUBLIC),
)
_OBLIGATIONS: Final = (("option2", "voluntary"), ("option1", "if_agreed"), ("option3", "always"))
"""``field_obligatoryness``: the site's keys do not tell what they mean."""
_OLDEST: Final = 120


def looks_like(value: object) -> bool:
    """Return whether a JSON value is the manual's."""
    listed = _listed(value)
    return listed is not None and any(kind_of(one) == _NODE for one in listed[:200])


def read(value: object, intake: Intake) -> None:
    """Take the services of a file. Raises ``ShapeUnexpected``."""
    listed = _listed(value)
    if listed is None:
        raise ShapeUnexpected(SOURCE)
    included = value.get("included") if isinstance(value, dict) else None
    entities = Entities([*listed, *(included if isinstance(included, list) else [])])
    nodes: list[object] = []
    for at, one in enumerate(listed):
        if not isinstance(one, dict):
            intake.book.refused("", "", Reason.NOT_AN_OBJECT, f"data[{at}]")
        elif kind_of(one) in (_NODE, ""):
            nodes.append(one)
    translations = _by_service(nodes)
    for several in intake.within(list(translations.values()), "data"):
        _read(several, intake, entities)


def _listed(value: object) -> list[object] | None:
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    data = value.get("data")
    if isinstance(data, list):
        return data
    if isinstance(data, dict):
        return [data]
    return [value] if kind_of(value) == _NODE else None


def _by_service(nodes: list[object]) -> dict[object, list[Entity]]:
    """Return the items of each service; one without an id stands alone, one of a language twice as well."""
    found: dict[object, list[Entity]] = {}
    for at, value in enumerate(nodes):
        identifier = next(identifiers(value), "")
        entity = Entity(value, ServiceNotes())
        before = found.get(identifier, [])
        if not identifier or entity.language in (one.language for one in before):
            found[at] = [entity]
        else:
            found.setdefault(identifier, []).append(entity)
    return found


def _read(several: list[Entity], intake: Intake, entities: Entities) -> None:
    first, *others = several
    refusal = _refusal(first)
    if refusal is not None:
        intake.refused(first.identifier, name_of(first), refusal)
        return
    service = _service(first, intake, entities)
    for other in others:
        if _refusal(other) is None:
            service = _with_texts(service, _texts(other))
            first.notes.add(other.notes)
    intake.take(service, first.notes)


def _refusal(entity: Entity) -> Reason | None:
    state = entity.first("moderation_state").raw("value") or entity.first("moderation_state").raw("target_id")
    if state is not None:
        known = next((reason for name, reason in _STATES if name == state), Reason.NOT_PUBLIC)
        if known is not None:
            return known
    return Reason.DRAFT if entity.first("status").flag("value") is False else None


def _service(entity: Entity, intake: Intake, entities: Entities) -> Service:
    category = next(iter(_coded(entity, entities, "field_service_set", CATEGORIES)), "")
    lowest, highest = _ages(entity)
    places = places_of(entity, entities, intake.words)
    contacts = [_contact(one) for one in entities.referred(entity, "field_contact_info_external")]
    phones = [phone for phone, _ in contacts if phone]
    emails = [email for _, email in contacts if email]
    links = [link for item in entity.items("field_public_links") if (link := item.link("uri"))]
    producers = ", ".join(dict.fromkeys(entities.names(entity, "field_service_producer")))
    other = [
        Origin(intake.source, one.identifier) for one in entities.referred(entity, "field_other_services")
    ]
    path = entity.first("url").text("value", 500)
    return Service(
        **_texts(entity),
        category=category,
        topics=TOPICS.get(category, ()),
        life_situations=intake.words.known(
            "life_situations", _coded(entity, entities, "field_life_situations", LIFE_SITUATIONS)
        ),
        lowest_age=lowest,
        highest_age=highest,
        municipalities=_municipalities(entity, intake, entities),
        obligation=_obligation(entity),
        consent="asked" if entity.first("field_client_consent").flag("value") else "",
        languages=_languages(entity, intake, entities),
        price=_price(entity),
        accessibility=intake.words.known(
            "accessibility_features", _coded(entity, entities, "field_accessibility", ACCESSIBILITY)
        ),
        organisation=_organisation(entity, entities),
        producer=_text("fi", cut_at(producers, NAME_LENGTH).text),
        places=places,
        phone=next(iter(phones), ""),
        email=next(iter(emails), ""),
        web=_text(entity.language, next(iter(links), "")),
        staff_contact=_staff_contact(entity, entities),
        complementary=tuple(dict.fromkeys(reference_of(one) for one in other if one.id)),
        origin=intake.origin(
            entity.identifier,
            url=path if path.startswith("https://") else "",
            changed=entity.first("changed").day("value"),
        ),
    )


def _texts(entity: Entity) -> dict[str, Any]:
    """Return all that is said in the language of this item: field of a service → texts."""
    language = entity.language

    def said(*names: str, limit: int = TEXT_LENGTH) -> Texts:
        return joined(
            *(_text(language, _formatted(entity.first(name), limit)) for name in names), limit=limit
        )

    return {
        "name": _text(language, entity.first("title").line("value")),
        "summary": said("field_description", limit=SUMMARY_LENGTH),
        "description": said("field_service_benefits", "field_service_execution_text"),
        "target_group": said("field_target_group_description"),
        "requirements": said("field_service_requirements"),
        "benefit_effect": said("field_obligatoryness_freetext", "field_statements_unemployment"),
        "consent_about": said("field_field_client_consent_descr"),
        "how_to_refer": said("field_service_coordination"),
        "attendance": said("field_attendance_text", "field_measures_during_attendance"),
        "record": said("field_career_markings"),
        "price_note": joined(_text(language, _amount(entity)), said("field_price_description")),
    }


def _with_texts(service: Service, texts: dict[str, Any]) -> Service:
    """Return the service with another language's texts beside its own."""
    both = {name: {**getattr(service, name), **more} for name, more in texts.items()}
    return msgspec.structs.replace(service, **both)


def _text(language: str, text: str) -> Texts:
    return {language: text} if text else {}


def _formatted(item: Fields, limit: int) -> str:
    """Return a long text: what its author wrote, or what the site made of it."""
    name = "value" if "value" in item else "processed"
    return item.text(name, limit, html=True)


def _coded(entity: Entity, entities: Entities, name: str, stems: Stems) -> list[str]:
    found: list[str] = []
    for said in entities.names(entity, name):
        code = by_stem(stems, said)
        if code:
            found.append(code)
        else:
            entity.notes.note(Reason.UNKNOWN_VALUE, name)
    return found


def _ages(entity: Entity) -> tuple[int, int]:
    item = entity.first("field_age")
    if any(one.raw("value") == "no_age_restriction" for one in entity.items("field_age_groups")):
        return 0, 0
    return item.number("from", 0, _OLDEST) or 0, item.number("to", 0, _OLDEST) or 0


def _municipalities(entity: Entity, intake: Intake, entities: Entities) -> tuple[str, ...]:
    if entity.first("field_municipality_irrelevant").flag("value"):
        return ()
    names = entities.names(entity, "field_target_group_municipality")
    return intake.words.known(
        "municipalities", (intake.words.municipality(name) or "other" for name in names)
    )


def _obligation(entity: Entity) -> str:
    item = entity.first("field_obligatoryness")
    said = item.raw("value")
    if said is None:
        return ""
    code = next((code for option, code in _OBLIGATIONS if option == said), "")
    if not code:
        item.note(Reason.UNKNOWN_VALUE, "value")
    return code


def _price(entity: Entity) -> str:
    """Return whether it costs; the field's name says "free", its label and its meaning "has a price"."""
    match entity.first("field_free_service").flag("value"):
        case True:
            return "paid"
        case False:
            return "free"
        case None:
            return ""


def _amount(entity: Entity) -> str:
    said = entity.first("field_price").line("value", 20)
    amount = said.removesuffix(".00").replace(".", ",")
    return f"{amount} €" if amount.replace(",", "").isdecimal() and amount != "0" else ""


def _languages(entity: Entity, intake: Intake, entities: Entities) -> tuple[OfferedLanguage, ...]:
    found: dict[str, OfferedLanguage] = {}
    for part in entities.referred(entity, "field_service_languages"):
        levels = [(said, level_of(said)) for said in entities.names(part, "field_level")]
        if any(said and not level for said, level in levels):
            part.notes.note(Reason.UNKNOWN_VALUE, f"{part.where}.field_level")
        for said in entities.names(part, "field_language"):
            code = intake.words.language(said)
            if not code:
                part.notes.note(Reason.UNKNOWN_LANGUAGE, f"{part.where}.field_language")
                continue
            level = next((level for _, level in levels if level), "")
            found.setdefault(code, OfferedLanguage(code, level))
    return tuple(found.values())


def _organisation(entity: Entity, entities: Entities) -> Organisation:
    for one in entities.referred(entity, "field_responsible_municipality"):
        name = name_of(one)
        return Organisation(one.identifier, _text("fi", name), by_stem(ORGANISATION_NAMES, name))
    return Organisation()


def _contact(entity: Entity) -> tuple[str, str]:
    return entity.first("field_contact_phone").line("value", PHONE_LENGTH), entity.first("field_email").email(
        "value"
    )


def _staff_contact(entity: Entity, entities: Entities) -> Texts:
    """Return whom staff may call: the internal contacts, one a line."""
    lines: list[str] = []
    for one in entities.referred(entity, "field_contact_info"):
        name = one.first("field_contact_name").line("value")
        lines.append(", ".join(filter(None, (name, *_contact(one)))))
    return _text(entity.language, cut_at("\n".join(filter(None, lines)), TEXT_LENGTH).text)
