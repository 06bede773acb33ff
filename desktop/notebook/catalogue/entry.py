# SPDX-License-Identifier: MIT
"""What the index keeps of one service: the texts that are searched, and the facts that filters ask for.

The long texts that nobody searches are not kept: they are read from the store when a service is opened.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from sync.catalogue.model import Hours, Place, Service, Texts, text_in
from sync.records.codes import CodeLists
from sync.records.ids import EntityId

Searched = tuple[tuple["Field", str, str], ...]
"""Field, language, text."""

_NATIVE_SPOKEN: Final = "fi"
"""Nearly every service speaks Finnish: its name would find them all."""
_FINNISH_ORDER: Final = str.maketrans({"å": "\U0010fff0", "ä": "\U0010fff1", "ö": "\U0010fff2"})


class Field(IntEnum):
    """Where a word stands, the strongest first; a word in several counts where it is strongest."""

    NAME = 0
    OTHER_NAME = 1
    KEYWORD = 2
    CATEGORY = 3
    SUMMARY = 4
    TOPIC = 5
    LANGUAGE = 6
    TARGET_GROUP = 7
    ORGANISATION = 8
    PLACE = 9
    DESCRIPTION = 10


WEIGHTS: Final[Mapping[Field, float]] = {
    Field.NAME: 10.0,
    Field.OTHER_NAME: 8.5,
    Field.KEYWORD: 7.5,
    Field.CATEGORY: 5.0,
    Field.SUMMARY: 5.0,
    Field.TOPIC: 4.0,
    Field.LANGUAGE: 4.0,
    Field.TARGET_GROUP: 3.5,
    Field.ORGANISATION: 3.0,
    Field.PLACE: 3.0,
    Field.DESCRIPTION: 2.0,
}
"""What a word is worth in a field; ten is a word in the name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A service as the index knows it. ``service`` has lost its long texts."""

    entity: EntityId
    service: Service
    texts: Searched
    name_key: str
    """By which hits stand in Finnish alphabetical order."""
    shortest_name: int
    """Words of the name in the language that needs fewest."""
    languages: frozenset[str]
    districts: frozenset[str]
    """Districts and major districts of its places."""
    topic_groups: frozenset[str]


class Labels:
    """The words of codes, and the coarser codes above them, each looked up once."""

    def __init__(self, codes: CodeLists) -> None:
        """Read from ``codes``; a code that they do not have has no words."""
        self._rows = {(name, row.code): row for name, one in codes.items() for row in one.rows}

    def of(self, field: Field, name: str, chosen: Iterable[str]) -> Iterator[tuple[Field, str, str]]:
        """Yield the words of some codes of one list in the staff's three languages."""
        for code in chosen:
            row = self._rows.get((name, code))
            if row is not None:
                yield field, "fi", row.label.fi
                yield field, "sv", row.label.sv
                yield field, "en", row.label.en

    def above(self, name: str, code: str) -> str:
        """Return the coarser code, or the code itself where the list knows of none."""
        row = self._rows.get((name, code))
        return (row.parent if row is not None else None) or code


def entry_of(entity: EntityId, service: Service, labels: Labels) -> Entry:
    """Return what the index keeps of a service."""
    districts = {place.district for place in service.places if place.district}
    return Entry(
        entity=entity,
        service=_without_long_texts(service),
        texts=tuple(_searched(service, labels)),
        name_key=text_in(service.name, "fi").casefold().translate(_FINNISH_ORDER),
        shortest_name=min((len(name.split()) for name in service.name.values() if name.strip()), default=1),
        languages=frozenset(one.language for one in service.languages),
        districts=frozenset(districts | {labels.above("districts", one) for one in districts}),
        topic_groups=frozenset(labels.above("topics", one) for one in service.topics),
    )


def _searched(service: Service, labels: Labels) -> Iterator[tuple[Field, str, str]]:
    yield from _texts(Field.NAME, service.name)
    yield from _many(Field.OTHER_NAME, service.other_names)
    yield from _many(Field.KEYWORD, service.keywords)
    yield from labels.of(Field.CATEGORY, "service_categories", (service.category,))
    yield from _texts(Field.SUMMARY, service.summary)
    yield from labels.of(Field.TOPIC, "topics", service.topics)
    yield from labels.of(Field.TOPIC, "life_situations", service.life_situations)
    spoken = (one.language for one in service.languages if one.language != _NATIVE_SPOKEN)
    yield from labels.of(Field.LANGUAGE, "languages", spoken)
    yield from _texts(Field.TARGET_GROUP, service.target_group)
    yield from _texts(Field.ORGANISATION, service.organisation.name)
    yield from _texts(Field.ORGANISATION, service.producer)
    for place in service.places:
        yield from _texts(Field.PLACE, place.name)
        yield from labels.of(Field.PLACE, "districts", (place.district,))
        for one in (place.address, place.town):
            if one:
                yield Field.PLACE, "", one
    yield from _texts(Field.DESCRIPTION, service.description)


def _texts(field: Field, texts: Texts) -> Iterator[tuple[Field, str, str]]:
    for language, text in texts.items():
        if text:
            yield field, language, text


def _many(field: Field, texts: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Field, str, str]]:
    for language, several in texts.items():
        for text in several:
            yield field, language, text


def _without_long_texts(service: Service) -> Service:
    """Keep what filters, conditions and hours ask for."""
    return Service(
        name=service.name,
        category=service.category,
        topics=service.topics,
        lowest_age=service.lowest_age,
        highest_age=service.highest_age,
        statuses=service.statuses,
        municipalities=service.municipalities,
        obligation=service.obligation,
        referral_kinds=service.referral_kinds,
        languages=service.languages,
        interpreter=service.interpreter,
        price=service.price,
        without_appointment=service.without_appointment,
        accessibility=service.accessibility,
        places_free=service.places_free,
        queue_weeks=service.queue_weeks,
        places=tuple(_without_contacts(place) for place in service.places),
        valid_from=service.valid_from,
        valid_to=service.valid_to,
        stale_after=service.stale_after,
    )


def _without_contacts(place: Place) -> Place:
    return Place(
        district=place.district,
        hours=Hours(openings=place.hours.openings, exceptions=place.hours.exceptions),
        starts=place.starts,
        ends=place.ends,
        accessible=place.accessible,
    )
