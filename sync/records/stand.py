# SPDX-License-Identifier: MIT
"""Kinds of what a stand has besides visits: groups, people who may be called, employers."""

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

_S: Final = Sensitivity.INTERNAL
_H: Final = Sensitivity.PERSONAL


def _text(name: str, length: int, sensitivity: Sensitivity, *, required: bool = False) -> FieldSpec:
    return FieldSpec(
        name=name, type=FieldType.TEXT, sensitivity=sensitivity, max_length=length, required=required
    )


def _code(name: str, codes: str, sensitivity: Sensitivity = _S, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.CODE, codes=codes, sensitivity=sensitivity, required=required)


GROUP_EVENT: Final = KindSpec(
    name="group_event",
    home=Home.TEAM,
    fields=(
        FieldSpec(name="session", type=FieldType.ENTITY, sensitivity=_S, required=True),
        FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_S, required=True),
        _code("kind", "group_event_kinds", required=True),
        _code("theme", "topics"),
        FieldSpec(name="size", type=FieldType.NUMBER, sensitivity=_S, lowest=1, highest=2_000, required=True),
        _code("language", "languages"),
        _code("duration", "durations"),
        _text("partner", NAME_LENGTH, _S),
        _text("text", LINE_LENGTH, _S),
        DELETED,
    ),
)
"""*Ryhmäasiointi*: how many came to what. Nobody of them stands in it."""

CONTACT_LEAD: Final = KindSpec(
    name="contact_lead",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _text("name", NAME_LENGTH, _H, required=True),
        FieldSpec(name="phone", type=FieldType.PHONE, sensitivity=_H, max_length=PHONE_LENGTH),
        FieldSpec(name="email", type=FieldType.EMAIL, sensitivity=_H, max_length=ADDRESS_LENGTH),
        _code("language", "languages", _H),
        _text("purpose", LINE_LENGTH, _H, required=True),
        FieldSpec(name="permitted", type=FieldType.INSTANT, sensitivity=_H, required=True),
        FieldSpec(name="expires", type=FieldType.DATE, sensitivity=_H, required=True),
        FieldSpec(name="contacted", type=FieldType.INSTANT, sensitivity=_H),
        FieldSpec(name="person", type=FieldType.ENTITY, sensitivity=_H),
        DELETED,
    ),
)
"""*Yhteydenottolupa*: somebody who is no client asked to be called about one thing, until a day. It is its own
subject, so it can be erased whole; ``person`` is the card that was made of it."""

EMPLOYER_CONTACT: Final = KindSpec(
    name="employer_contact",
    home=Home.TEAM,
    fields=(
        _text("organisation", NAME_LENGTH, _S, required=True),
        _text("business_id", 9, _S),
        _text("contact", NAME_LENGTH, _S),
        FieldSpec(name="phone", type=FieldType.PHONE, sensitivity=_S, max_length=PHONE_LENGTH),
        FieldSpec(name="email", type=FieldType.EMAIL, sensitivity=_S, max_length=ADDRESS_LENGTH),
        _text("need", TEXT_LENGTH, _S),
        FieldSpec(name="wage_subsidy", type=FieldType.FLAG, sensitivity=_S),
        FieldSpec(name="helsinki_benefit", type=FieldType.FLAG, sensitivity=_S),
        FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_S, required=True),
        DELETED,
    ),
)
"""*Työnantajayhteys*: an employer that looks for people, and which support it asked about."""

KINDS: Final = (GROUP_EVENT, CONTACT_LEAD, EMPLOYER_CONTACT)
