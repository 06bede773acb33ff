# SPDX-License-Identifier: MIT
"""Where and when a service of Palvelumanuaali is: paragraphs of time and place, and locations with addresses."""

from collections.abc import Iterator
from typing import Final

from sync.catalogue.drupal import Entities, Entity, name_of
from sync.catalogue.fields import ADDRESS_LENGTH, Fields, joined
from sync.catalogue.model import Hours, Opening, Place, Texts
from sync.catalogue.report import Reason
from sync.catalogue.times import time_of, weekday_of
from sync.catalogue.vocabularies import ACCESSIBILITY, Vocabulary, by_stem

_DAY_FIELDS: Final = (
    ("start_and_end_date", "field_start_and_end_date"),
    ("multiple_dates", "field_multiple_dates"),
    ("separate_dates", "field_date"),
)
"""``field_date_selection`` → the field that holds the days then."""
_WITHOUT_DAYS: Final = ("date_not_available", "service_continous")
_WITH_TIMES: Final = ("service_continous", "start_and_end_date")


def places_of(entity: Entity, entities: Entities, words: Vocabulary) -> tuple[Place, ...]:
    """Return the places of a service; one paragraph with several periods is a place for each."""
    found: list[Place] = []
    for part in entities.referred(entity, "field_service_time_and_location"):
        found += _of_paragraph(part, entities, words)
    return tuple(found)


def _of_paragraph(part: Entity, entities: Entities, words: Vocabulary) -> Iterator[Place]:
    language = part.language
    mode = part.first("field_date_selection")
    said = mode.raw("value")
    field = next((field for name, field in _DAY_FIELDS if name == said), "")
    if said is not None and not field and said not in _WITHOUT_DAYS:
        mode.note(Reason.UNKNOWN_VALUE, "value")
    note = joined(*(_plain(part.first(name), language) for name in _TIME_NOTES))
    hours = Hours(tuple(_openings(part)) if said in (None, *_WITH_TIMES) else (), note=note)
    place = next(
        (_located(one, entities, words) for one in entities.referred(part, "field_service_location")), Place()
    )
    place_note = joined(place.note, *(_plain(part.first(name), language) for name in _PLACE_NOTES))
    periods = [_period(item) for item in part.items(field)] if field else []
    for starts, ends in periods or [("", "")]:
        yield Place(
            name=place.name,
            address=place.address,
            postcode=place.postcode,
            town=place.town,
            municipality=place.municipality,
            hours=hours,
            starts=starts,
            ends=ends,
            accessible=place.accessible,
            note=place_note,
        )


_TIME_NOTES: Final = ("field_time_additional_info", "field_time_additional_info_html")
_PLACE_NOTES: Final = ("field_location_additional_info", "field_location_additional_info_1")


def _plain(item: Fields, language: str) -> Texts:
    text = item.text("value", html=True)
    return {language: text} if text else {}


def _period(item: Fields) -> tuple[str, str]:
    """Return the first and the last day of a range; a single day is both."""
    starts = item.day("value")
    ends = item.day("end_value") or starts
    if starts and ends < starts:
        item.notes.note(Reason.BAD_DATE, item.where)
        return "", ""
    return starts, ends


def _openings(part: Entity) -> Iterator[Opening]:
    """Yield the times of each weekday: ``{monday: [{time: {start, end}}, ...]}``, up to two a day."""
    for item in part.items("field_weekday_and_time"):
        value = item.raw("value")
        week = item.part("value") if isinstance(value, dict) else item
        for name in week.names():
            weekday = weekday_of(name)
            if not weekday:
                continue
            for span in _spans(week, name):
                time = span.part("time") if "time" in span else span
                opens, closes = (_time_of(time.raw(end)) for end in ("start", "end"))
                if opens and closes and opens != closes:
                    yield Opening(weekday, opens, closes)
                elif any(end in time for end in ("start", "end")):
                    time.notes.note(Reason.BAD_HOURS, time.where)


def _spans(week: Fields, name: str) -> Iterator[Fields]:
    """Yield the spans of a day: a list, or an object numbered from 0 as PHP writes some lists."""
    if isinstance(week.raw(name), dict):
        day = week.part(name)
        if "time" in day or "start" in day:
            yield day
            return
        for number in ("0", "1"):
            yield day.part(number)
    else:
        yield from week.parts(name)


def _time_of(said: object) -> str:
    """Return a time: a text, or the object that PHP writes for a moment."""
    if isinstance(said, dict):
        said = next((said[name] for name in ("date", "time", "object") if name in said), None)
        if isinstance(said, dict):
            said = said.get("date")
    return time_of(said)


def _located(location: Entity, entities: Entities, words: Vocabulary) -> Place:
    address = location.first("field_address")
    town = address.line("locality", 60)
    lines = [address.line(name, ADDRESS_LENGTH) for name in ("address_line1", "address_line2")]
    name = name_of(location)
    features = [by_stem(ACCESSIBILITY, said) for said in entities.names(location, "field_accessibility")]
    details = location.first("field_accessibility_details").text("value", html=True)
    return Place(
        name={location.language: name} if name else {},
        address=", ".join(filter(None, lines))[:ADDRESS_LENGTH],
        postcode=address.line("postal_code", 10),
        town=town,
        municipality=(words.municipality(town) or "other") if town else "",
        accessible="yes" if "step_free" in features else "",
        note={location.language: details} if details else {},
    )
