# SPDX-License-Identifier: MIT
"""What a service is, whichever directory told of it: the neutral model (domain.md §2.2).

Every text is per language: a map from an ISO 639 code (``fi``, ``sv``, ``en``, any other) to plain text
without markup, in NFC. A code that is empty is not known. Days are ``YYYY-MM-DD``, times ``HH:MM``, both in
Helsinki's time; an empty day is open. There are no floats: a place on the map is in millionths of a degree.
"""

import hashlib
import uuid
from typing import Any, Final

import msgspec

from sync.records.ids import EntityId

Texts = dict[str, str]
"""Language → text."""

NAME_LENGTH: Final = 200
"""The name of a service, a place or an organisation, in one language."""
SUMMARY_LENGTH: Final = 400
"""What a list shows under the name."""
TEXT_LENGTH: Final = 6_000
"""Any longer text in one language: three printed pages."""
MOST_PLACES: Final = 60
"""Places of one service; a service offered everywhere says so in its texts."""

FIRST_OWN: Final = "own"
"""The source of what the city's service editors write themselves."""


class _Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of a service; fields of a newer version are passed over."""


class Opening(_Part, frozen=True):
    """Open on one weekday (1 Monday … 7 Sunday); ``closes`` before ``opens`` is the next day's morning."""

    weekday: int
    opens: str
    closes: str


class OtherHours(_Part, frozen=True, rename={"from_": "from"}):
    """Other hours from one day to another, both included; without times it is closed."""

    from_: str
    to: str
    opens: str = ""
    closes: str = ""


class Hours(_Part, frozen=True):
    """When somebody is there. Empty openings with a note say it in words only."""

    openings: tuple[Opening, ...] = ()
    exceptions: tuple[OtherHours, ...] = ()
    note: Texts = {}


class Place(_Part, frozen=True):
    """Where and when: one place of a service. ``accessible``: yes, partly, no, or empty."""

    name: Texts = {}
    address: str = ""
    postcode: str = ""
    town: str = ""
    municipality: str = ""
    """Code of ``municipalities``."""
    district: str = ""
    """Code of ``districts``, in Helsinki only."""
    latitude: int = 0
    longitude: int = 0
    hours: Hours = Hours()
    phone: str = ""
    email: str = ""
    web: Texts = {}
    starts: str = ""
    ends: str = ""
    accessible: str = ""
    note: Texts = {}


class Organisation(_Part, frozen=True):
    """Who is responsible: the directory's own id, the name, and the code of ``organisation_kinds``."""

    id: str = ""
    name: Texts = {}
    kind: str = ""
    business_id: str = ""


class OfferedLanguage(_Part, frozen=True):
    """A language the service speaks. ``level``: the level of it that a client needs (``cefr``), or empty."""

    language: str
    level: str = ""


class Origin(_Part, frozen=True):
    """Where the text comes from: a code of ``service_sources``, its id there, and what may be done with it."""

    source: str = FIRST_OWN
    id: str = ""
    url: str = ""
    licence: str = ""
    changed: str = ""
    """The day the source says it last changed."""
    fetched: str = ""
    """The day we read it."""


class Service(_Part, frozen=True):
    """One service, with everything that an adviser needs to send somebody there."""

    name: Texts
    summary: Texts = {}
    description: Texts = {}
    other_names: dict[str, tuple[str, ...]] = {}
    """Language → other names and what people call it ("hygieniapassi")."""
    keywords: dict[str, tuple[str, ...]] = {}
    category: str = ""
    """Code of ``service_categories``."""
    topics: tuple[str, ...] = ()
    """Codes of ``topics``: which needs of a walk-in it answers."""
    life_situations: tuple[str, ...] = ()
    """Codes of ``life_situations``."""
    lowest_age: int = 0
    highest_age: int = 0
    """Years, both included; 0 is no limit."""
    statuses: tuple[str, ...] = ()
    """Codes of ``statuses`` for which it is meant; none: for all."""
    municipalities: tuple[str, ...] = ()
    """Home municipalities that may use it; none: any."""
    target_group: Texts = {}
    requirements: Texts = {}
    obligation: str = ""
    """Code of ``obligations``."""
    benefit_effect: Texts = {}
    """What taking part or staying away does to benefits."""
    consent: str = ""
    """Code of ``consent_needs``: whether sending somebody's data there needs their consent."""
    consent_about: Texts = {}
    referral_kinds: tuple[str, ...] = ()
    """Codes of ``referral_kinds``: how one may be referred."""
    how_to_refer: Texts = {}
    attendance: Texts = {}
    """What taking part means: how often, how long."""
    record: Texts = {}
    """What to write into the client record."""
    languages: tuple[OfferedLanguage, ...] = ()
    interpreter: str = ""
    """yes, no, or empty."""
    price: str = ""
    """Code of ``prices``."""
    price_note: Texts = {}
    without_appointment: str = ""
    """yes, no, or empty."""
    accessibility: tuple[str, ...] = ()
    """Codes of ``accessibility_features``."""
    accessibility_note: Texts = {}
    places_free: int = -1
    """Places free when it was checked; -1 is not known."""
    queue_weeks: int = -1
    """How long one waits; -1 is not known."""
    starts: str = ""
    organisation: Organisation = Organisation()
    producer: Texts = {}
    """Who carries it out, when that is not the organisation."""
    places: tuple[Place, ...] = ()
    phone: str = ""
    email: str = ""
    web: Texts = {}
    staff_contact: Texts = {}
    """Whom staff may call; never printed."""
    complementary: tuple[str, ...] = ()
    """References (``reference_of``) of services that go with it."""
    valid_from: str = ""
    valid_to: str = ""
    checked: str = ""
    """The day somebody last looked that it is true."""
    stale_after: str = ""
    """The day from which it wants checking."""
    origin: Origin = Origin()


def to_map(service: Service) -> dict[str, Any]:
    """Return the service as maps, lists, texts and numbers, as it lies in a commit or a file."""
    built = msgspec.to_builtins(service)
    return dict(built)


def from_map(value: object) -> Service:
    """Read ``to_map``'s value; fields of a newer version are passed over.

    Raises ``msgspec.ValidationError`` for what is no service.
    """
    return msgspec.convert(value, Service)


def reference_of(origin: Origin) -> str:
    """Return what another service names this one by: source and id there."""
    return f"{origin.source}:{origin.id}"


def service_entity(origin: Origin) -> EntityId:
    """Return the entity of an imported service, the same on every hub and at every import.

    A UUIDv8 of the SHA-256 of source and id there, so that importing twice finds the same entity.
    """
    digest = hashlib.sha256(f"kenttakirja/service/1\0{origin.source}\0{origin.id}".encode()).digest()
    raw = uuid.UUID(bytes=digest[:16]).int
    versioned = raw & ~(0xF << 76) | (0x8 << 76)
    return EntityId((versioned & ~(0x3 << 62) | (0x2 << 62)).to_bytes(16, "big"))


def text_in(texts: Texts, language: str) -> str:
    """Return a text in this language, else in Finnish, English, Swedish, any; an empty text without one."""
    for one in (language, "fi", "en", "sv"):
        if texts.get(one):
            return texts[one]
    return next((text for text in texts.values() if text), "")
