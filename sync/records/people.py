# SPDX-License-Identifier: MIT
"""Kinds about a known person: the card, the situation, notes, attendance, merges, health flags."""

from typing import Final

from sync.records.fields import (
    ADDRESS_LENGTH,
    DELETED,
    LINE_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    TEXT_LENGTH,
    FieldSpec,
    FieldType,
    Home,
    KindSpec,
    Sensitivity,
)

_H: Final = Sensitivity.PERSONAL


def _text(name: str, length: int, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.TEXT, sensitivity=_H, max_length=length, required=required)


def _code(name: str, codes: str) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.CODE, codes=codes, sensitivity=_H)


PERSON: Final = KindSpec(
    name="person",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        FieldSpec(
            name="name",
            type=FieldType.GROUP,
            sensitivity=_H,
            parts=(_text("first", NAME_LENGTH), _text("last", NAME_LENGTH)),
        ),
        _text("known_as", NAME_LENGTH),
        FieldSpec(name="birth_date", type=FieldType.DATE, sensitivity=_H),
        FieldSpec(name="hetu", type=FieldType.HETU, sensitivity=_H, max_length=11),
        FieldSpec(name="phone", type=FieldType.PHONE, sensitivity=_H, max_length=PHONE_LENGTH),
        FieldSpec(name="email", type=FieldType.EMAIL, sensitivity=_H, max_length=ADDRESS_LENGTH),
        _code("contact_language", "languages"),
        _code("mother_tongue", "languages"),
        _code("interpreter_language", "languages"),
        FieldSpec(
            name="contact_ok",
            type=FieldType.FLAG,
            codes="contact_ways",
            element=True,
            sensitivity=_H,
        ),
        _code("municipality", "municipalities"),
        _text("postcode", 10),
        _code("district", "districts"),
        FieldSpec(name="protected", type=FieldType.FLAG, sensitivity=_H),
        _code("register", "registers"),
        FieldSpec(name="responsible", type=FieldType.STAFF, sensitivity=_H),
        DELETED,
    ),
)
"""*Asiakas*: the card. Its first write may be as small as what the person is called."""

SITUATION: Final = KindSpec(
    name="situation",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        FieldSpec(
            name="labour",
            type=FieldType.GROUP,
            sensitivity=_H,
            parts=(
                _code("status", "statuses"),
                FieldSpec(name="since", type=FieldType.DATE, sensitivity=_H),
            ),
        ),
        _code("education", "educations"),
        _text("occupation", NAME_LENGTH),
        _code("finnish_level", "cefr"),
        _code("swedish_level", "cefr"),
        _code("housing", "housing"),
        _code("income", "incomes"),
        _code("main_activity", "main_activities"),
        _text("last_work", LINE_LENGTH),
        FieldSpec(name="driving", type=FieldType.FLAG, sensitivity=_H),
        DELETED,
    ),
)
"""Where a person stands in working life; its id is ``derived_entity(person, "situation")``."""

NOTE: Final = KindSpec(
    name="note",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _text("text", TEXT_LENGTH, required=True),
        FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_H, required=True),
        FieldSpec(name="session", type=FieldType.ENTITY, sensitivity=_H),
        DELETED,
    ),
)
"""What was said, by whom and when; a note is an entity so that two never collide."""

ATTENDANCE: Final = KindSpec(
    name="attendance",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        FieldSpec(name="visit", type=FieldType.ENTITY, sensitivity=_H, required=True),
        FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_H, required=True),
        _text("text", LINE_LENGTH),
        DELETED,
    ),
)
"""Says that a visit was this person's; the visit itself stays anonymous."""

MERGE: Final = KindSpec(
    name="merge",
    home=Home.TEAM,
    has_subject=True,
    fields=(FieldSpec(name="pair", type=FieldType.PAIR, sensitivity=_H, required=True), DELETED),
)
"""Says that two cards are one person; deleting it parts them again."""

HEALTH_FLAG: Final = KindSpec(
    name="health_flag",
    home=Home.SPECIAL,
    has_subject=True,
    fields=(
        FieldSpec(
            name="flag",
            type=FieldType.CODE,
            codes="health_flags",
            sensitivity=Sensitivity.SPECIAL,
            required=True,
        ),
        FieldSpec(name="since", type=FieldType.DATE, sensitivity=Sensitivity.SPECIAL),
        FieldSpec(
            name="source",
            type=FieldType.CODE,
            codes="health_sources",
            sensitivity=Sensitivity.SPECIAL,
            required=True,
        ),
        DELETED,
    ),
)
"""A flag and never a diagnosis: it has no free text, and only coaches read its stream."""

KINDS: Final = (PERSON, SITUATION, NOTE, ATTENDANCE, MERGE, HEALTH_FLAG)
