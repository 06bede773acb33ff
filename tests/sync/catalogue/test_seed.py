# SPDX-License-Identifier: MIT
"""The seed catalogue is whole: made-up services that every referral of the domain finds, in three languages."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import msgspec
import pytest
from sources import ROOT

from sync.catalogue.model import (
    FIRST_OWN,
    MOST_PLACES,
    NAME_LENGTH,
    SUMMARY_LENGTH,
    TEXT_LENGTH,
    Service,
    Texts,
    from_map,
    reference_of,
    service_entity,
    to_map,
)
from sync.records.codes import CodeLists, load_codes

FILES: Final = ("work", "study", "life")
STAFF_LANGUAGES: Final = frozenset({"fi", "sv", "en"})
ALWAYS_SAID: Final = ("name", "summary", "description", "target_group", "how_to_refer", "record")
SAID_WHERE_IT_MEANS_SOMETHING: Final = (
    "requirements",
    "benefit_effect",
    "consent_about",
    "attendance",
    "price_note",
    "accessibility_note",
    "producer",
    "staff_contact",
    "web",
)

PHONE: Final = re.compile(r"(?:09|040) 555 01\d\d")
MAIL: Final = re.compile(r"[a-z0-9.-]+@(?:[a-z0-9-]+\.)+example")
WEB: Final = re.compile(r"https://(?:[a-z0-9-]+\.)+example/[a-z]{2}/[a-z0-9/-]+")
CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
LONG_NUMBER: Final = re.compile(r"(?<![\w.])\+?\d(?:[ -]?\d){5,}")
ADDRESS: Final = re.compile(r"[\w.-]+@[\w.-]+|https?://\S+|\bwww\.\S+")

REFERRALS: Final = {
    10: ("job-coaching",),
    11: ("functional-capacity",),
    12: ("study-guidance",),
    13: ("prep-vocational",),
    14: ("youth-workshop-wood", "youth-workshop-media"),
    15: ("apprenticeship-orientation", "apprenticeship-office"),
    16: ("hygiene-passport", "work-safety-card", "hot-work-card", "alcohol-passport", "first-aid-card"),
    17: ("finnish-at-work",),
    18: ("own-studies-benefit", "partial-qualification"),
    22: ("rehab-work-east", "rehab-work-north"),
    23: ("social-rehab",),
    24: ("work-ability-assessment",),
    25: ("disability-work-activity",),
    26: ("kela-vocational-rehab",),
    27: ("supported-employment",),
    28: ("health-centre-east", "health-centre-north"),
    29: ("youth-mental-health", "crisis-phone"),
    43: ("community-cafe", "food-aid", "peer-support-mental"),
    44: ("employer-services", "recruitment-fair"),
    45: ("wage-subsidy-info", "wage-subsidy-employer"),
    46: ("helsinki-benefit",),
    47: ("business-advice",),
    48: ("startup-grant",),
    49: ("ohjaamo",),
    50: ("service-square",),
    51: ("mobile-popup-east", "mobile-popup-north"),
    57: ("self-service-jobs",),
    72: ("kela-benefit-advice", "basic-income-support"),
    76: ("typ-joint-service",),
    77: ("municipal-obligation-work",),
    78: ("work-health-advice",),
}
"""Row of domain.md §1 that names a referral target → services that are it."""


def _maps() -> Iterator[dict[str, Any]]:
    for name in FILES:
        yield json.loads((ROOT / "resources/services/seed" / f"{name}.json").read_text(encoding="utf-8"))


SERVICES: Final = tuple(from_map(one) for held in _maps() for one in held["services"])
BY_ID: Final = {service.origin.id: service for service in SERVICES}


@pytest.fixture(scope="module")
def codes() -> CodeLists:
    return load_codes(ROOT / "resources" / "codes")


def _texts(value: object) -> Iterator[str]:
    """Every text anywhere in a service's map, keys left out."""
    match value:
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _texts(one)
        case list() | tuple():
            for one in value:
                yield from _texts(one)
        case _:
            pass


def _translated(service: Service) -> Iterator[tuple[str, Texts]]:
    for field in (*ALWAYS_SAID, *SAID_WHERE_IT_MEANS_SOMETHING):
        yield field, getattr(service, field)
    yield "organisation", service.organisation.name
    for place in service.places:
        yield from (("place", place.name), ("note", place.note), ("hours", place.hours.note))


def test_each_file_says_what_it_is_and_whose() -> None:
    for held in _maps():
        assert {key: held[key] for key in ("what", "version", "licence", "source")} == {
            "what": "kenttakirja-services",
            "version": 1,
            "licence": "MIT",
            "source": "Made up for Kenttäkirja",
        }


def test_there_are_services_enough_to_search_among() -> None:
    assert len(SERVICES) >= 120


def test_every_service_is_there_once() -> None:
    assert [name for name, times in Counter(s.origin.id for s in SERVICES).items() if times > 1] == []
    assert len({service_entity(service.origin) for service in SERVICES}) == len(SERVICES)


def test_no_two_services_have_the_same_name_or_the_same_summary() -> None:
    for language in STAFF_LANGUAGES:
        for texts in ([s.name[language] for s in SERVICES], [s.summary[language] for s in SERVICES]):
            assert [text for text, times in Counter(texts).items() if times > 1] == []


def test_every_service_is_written_as_the_model_writes_it() -> None:
    held = [one for file in _maps() for one in file["services"]]
    written = [msgspec.json.decode(msgspec.json.encode(to_map(service))) for service in SERVICES]
    assert [a["origin"]["id"] for a, b in zip(held, written, strict=True) if a != b] == []


def test_every_service_says_what_an_adviser_needs() -> None:
    assert [(s.origin.id, field) for s in SERVICES for field in ALWAYS_SAID if not getattr(s, field)] == []
    assert [s.origin.id for s in SERVICES if not (s.topics and s.referral_kinds and s.category)] == []
    assert [s.origin.id for s in SERVICES if not (s.languages and s.price and s.obligation)] == []


def test_what_is_said_is_said_in_finnish_swedish_and_english() -> None:
    missing = [
        (service.origin.id, field, sorted(STAFF_LANGUAGES - {code for code, text in texts.items() if text}))
        for service in SERVICES
        for field, texts in _translated(service)
        if texts and not {code for code, text in texts.items() if text.strip()} >= STAFF_LANGUAGES
    ]
    assert missing == []


def test_no_text_is_longer_than_the_model_allows_and_a_summary_fits_a_list() -> None:
    limits = {"name": NAME_LENGTH, "organisation": NAME_LENGTH, "place": NAME_LENGTH, "summary": 140}
    assert limits["summary"] < SUMMARY_LENGTH
    assert [
        (service.origin.id, field, language, len(text))
        for service in SERVICES
        for field, texts in _translated(service)
        for language, text in texts.items()
        if len(text) > limits.get(field, TEXT_LENGTH)
    ] == []
    assert [s.origin.id for s in SERVICES if len(s.places) > MOST_PLACES] == []


def test_texts_are_plain_and_in_one_form() -> None:
    odd = [
        (service.origin.id, text)
        for service in SERVICES
        for field, texts in _translated(service)
        for text in texts.values()
        if field != "web" and (text != text.strip() or re.search(r"[<>*_`#\n]|  ", text))
    ]
    assert odd == []
    composed = [
        (service.origin.id, text)
        for service in SERVICES
        for text in _texts(to_map(service))
        if text != unicodedata.normalize("NFC", text)
    ]
    assert composed == []


def test_one_language_is_not_copied_into_another() -> None:
    copied = [
        (service.origin.id, field)
        for service in SERVICES
        for field in ALWAYS_SAID[1:]
        if len(set(getattr(service, field).values())) < len(STAFF_LANGUAGES)
    ]
    assert copied == []


def test_codes_are_codes_of_the_shipped_lists(codes: CodeLists) -> None:
    unknown = [
        (service.origin.id, name, code)
        for service in SERVICES
        for name, used in _codes(service).items()
        for code in used
        if code not in {row.code for row in codes[name].rows}
    ]
    assert unknown == []


def _codes(service: Service) -> dict[str, tuple[str, ...]]:
    """Code list → the codes of it that a service names."""
    places = service.places
    spoken = {
        *service.name,
        *service.other_names,
        *service.keywords,
        *(o.language for o in service.languages),
    }
    said = {
        "service_sources": (service.origin.source,),
        "service_categories": (service.category,),
        "topics": service.topics,
        "life_situations": service.life_situations,
        "statuses": service.statuses,
        "municipalities": (*service.municipalities, *(place.municipality for place in places)),
        "districts": tuple(place.district for place in places),
        "obligations": (service.obligation,),
        "consent_needs": (service.consent,),
        "referral_kinds": service.referral_kinds,
        "languages": tuple(spoken),
        "cefr": tuple(offered.level for offered in service.languages),
        "prices": (service.price,),
        "accessibility_features": service.accessibility,
        "organisation_kinds": (service.organisation.kind,),
    }
    return {name: tuple(filter(None, used)) for name, used in said.items()}


def test_a_service_that_goes_with_another_finds_it() -> None:
    known = {reference_of(service.origin) for service in SERVICES}
    assert [(s.origin.id, r) for s in SERVICES for r in s.complementary if r not in known] == []
    assert [s.origin.id for s in SERVICES if reference_of(s.origin) in s.complementary] == []


def test_phones_mails_and_webs_are_nobodys() -> None:
    wrong = [
        (service.origin.id, value)
        for service in SERVICES
        for part in _reached(service)
        for pattern, values in part.items()
        for value in values
        if value and not pattern.fullmatch(value)
    ]
    assert wrong == []


def _reached(service: Service) -> Iterator[dict[re.Pattern[str], tuple[str, ...]]]:
    yield {PHONE: (service.phone,), MAIL: (service.email,), WEB: tuple(service.web.values())}
    for place in service.places:
        yield {PHONE: (place.phone,), MAIL: (place.email,), WEB: tuple(place.web.values())}


def test_no_number_or_address_hides_in_a_text() -> None:
    texts = [(s.origin.id, text) for s in SERVICES for text in _texts(to_map(s))]
    postcodes_and_days = re.compile(r"\d{5}|\d{4}-\d\d-\d\d")
    numbers = [
        (name, found)
        for name, text in texts
        if not postcodes_and_days.fullmatch(text)
        for found in LONG_NUMBER.findall(text)
        if not PHONE.fullmatch(found.strip())
    ]
    assert numbers == []
    addresses = [(name, found) for name, text in texts for found in ADDRESS.findall(text)]
    assert [
        (name, found) for name, found in addresses if not (MAIL.fullmatch(found) or WEB.fullmatch(found))
    ] == []


def test_places_in_helsinki_have_their_postcode_and_district() -> None:
    placed = [(s.origin.id, place) for s in SERVICES for place in s.places if place.address]
    assert len(placed) > 120
    assert [name for name, place in placed if not re.fullmatch(r"00\d{3}", place.postcode)] == []
    assert [name for name, place in placed if not (place.district and place.town)] == []
    districts = Counter(place.district for _, place in placed)
    assert len(districts) >= 15
    eastern_and_northern = sum(times for district, times in districts.items() if district[0] in "567")
    assert eastern_and_northern * 2 > len(placed)


def test_days_are_days_and_run_forwards() -> None:
    for service in SERVICES:
        spans = [(service.valid_from, service.valid_to), (service.starts, ""), (service.checked, "")]
        for place in service.places:
            spans += [(place.starts, place.ends)]
            spans += [(other.from_, other.to) for other in place.hours.exceptions]
        for first, last in spans:
            for day in filter(None, (first, last)):
                assert date.fromisoformat(day).isoformat() == day, service.origin.id
            assert not last or first <= last, service.origin.id


def test_hours_are_hours_of_a_weekday() -> None:
    odd = []
    for service in SERVICES:
        for place in service.places:
            times = [(one.opens, one.closes) for one in place.hours.openings]
            times += [(one.opens, one.closes) for one in place.hours.exceptions if one.opens or one.closes]
            odd += [(service.origin.id, pair) for pair in times if not all(map(CLOCK.fullmatch, pair))]
            odd += [(service.origin.id, pair) for pair in times if pair[0] == pair[1]]
            assert {one.weekday for one in place.hours.openings} <= set(range(1, 8)), service.origin.id
    assert odd == []


def test_every_service_is_the_citys_own_and_was_checked_before_it_grows_old() -> None:
    for service in SERVICES:
        origin = service.origin
        assert (origin.source, origin.licence) == (FIRST_OWN, "CC0-1.0"), origin.id
        assert "2026-09-01" <= origin.changed <= origin.fetched <= "2026-11-23", origin.id
        assert "2026-09-01" <= service.checked <= "2026-11-23", origin.id
        assert service.checked < service.stale_after, origin.id
    old = [service for service in SERVICES if service.stale_after <= "2026-11-24"]
    assert 0 < len(old) < len(SERVICES) / 4


def test_ages_run_upwards() -> None:
    assert [s.origin.id for s in SERVICES if s.highest_age and s.lowest_age > s.highest_age] == []
    assert all(0 <= age <= 120 for s in SERVICES for age in (s.lowest_age, s.highest_age))


def test_where_data_leaves_with_consent_it_is_said_about_what() -> None:
    assert [s.origin.id for s in SERVICES if s.consent == "asked" and not s.consent_about] == []


def test_what_binds_says_what_it_does_to_benefits() -> None:
    binding = [s for s in SERVICES if s.obligation in {"if_agreed", "always"}]
    assert len(binding) > 5
    assert [s.origin.id for s in binding if not s.benefit_effect] == []


@pytest.mark.parametrize("row", sorted(REFERRALS))
def test_a_referral_of_the_domain_finds_its_service(row: int) -> None:
    for name in REFERRALS[row]:
        assert BY_ID[name].referral_kinds, name


def test_a_referral_of_the_domain_is_what_its_row_says() -> None:
    assert BY_ID["supported-employment"].producer  # bought: the producer is not the organiser
    assert {BY_ID[name].highest_age for name in REFERRALS[14]} == {29}
    assert (BY_ID["ohjaamo"].lowest_age, BY_ID["ohjaamo"].highest_age) == (15, 29)
    assert "formal" in BY_ID["work-ability-assessment"].referral_kinds
    assert {BY_ID[name].organisation.kind for name in REFERRALS[43]} == {"association"}
    assert BY_ID["kela-vocational-rehab"].organisation.kind == "kela"


def test_a_safe_house_is_nowhere_on_the_map() -> None:
    safe_house = BY_ID["womens-safe-house"]
    assert safe_house.places
    for place in safe_house.places:
        assert (place.address, place.postcode, place.district, place.latitude) == ("", "", "", 0)
