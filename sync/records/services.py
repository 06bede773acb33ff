# SPDX-License-Identifier: MIT
"""Kinds round the city's services: the service itself, notes on it, referrals, consents, tasks, hand-outs."""

from typing import Final

from sync.records.fields import (
    CODE_LENGTH,
    DELETED,
    LINE_LENGTH,
    TEXT_LENGTH,
    FieldSpec,
    FieldType,
    Home,
    KindSpec,
    Sensitivity,
)

_P: Final = Sensitivity.PUBLIC
_S: Final = Sensitivity.INTERNAL
_H: Final = Sensitivity.PERSONAL
_SERVICE_NAME: Final = 200
"""``sync.catalogue.model.NAME_LENGTH``, which lies above this package."""
_NAMED: Final = (
    FieldSpec(name="service", type=FieldType.ENTITY, sensitivity=_S, required=True),
    # As it was called then: the catalogue may have lost it since.
    FieldSpec(name="name", type=FieldType.TEXT, sensitivity=_S, max_length=_SERVICE_NAME, required=True),
)


def _code(name: str, codes: str, sensitivity: Sensitivity = _S, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.CODE, codes=codes, sensitivity=sensitivity, required=required)


def _at(name: str = "at", sensitivity: Sensitivity = _S, *, required: bool = True) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.INSTANT, sensitivity=sensitivity, required=required)


def _entity(name: str, sensitivity: Sensitivity = _S, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.ENTITY, sensitivity=sensitivity, required=required)


SERVICE: Final = KindSpec(
    name="service",
    home=Home.CITY,
    fields=(
        FieldSpec(name="content", type=FieldType.MAP, sensitivity=_P, required=True),
        _code("status", "service_states", _P, required=True),
        FieldSpec(name="proposed", type=FieldType.MAP, sensitivity=_P),
        DELETED,
    ),
)
"""A service of the catalogue. ``content`` is ``sync.catalogue.model.to_map`` of what is published;
``proposed`` what an import brought since and no editor has judged yet. One text is judged as one."""

SERVICE_NOTE: Final = KindSpec(
    name="service_note",
    home=Home.TEAM,
    fields=(
        _entity("service", required=True),
        FieldSpec(name="text", type=FieldType.TEXT, sensitivity=_S, max_length=TEXT_LENGTH, required=True),
        _at(),
        DELETED,
    ),
)
"""What a team knows of a service and no directory says ("ask for Leena on Tuesdays")."""

SERVICE_MARK: Final = KindSpec(
    name="service_mark",
    home=Home.TEAM,
    fields=(
        _entity("service", required=True),
        FieldSpec(name="favourite", type=FieldType.FLAG, sensitivity=_S),
        FieldSpec(name="hidden", type=FieldType.FLAG, sensitivity=_S),
        DELETED,
    ),
)
"""One person's favourite or hidden service; its id is ``derived_entity(service, "mark <staff>")``."""

REFERRAL: Final = KindSpec(
    name="referral",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        *_NAMED,
        FieldSpec(name="organisation", type=FieldType.TEXT, sensitivity=_S, max_length=_SERVICE_NAME),
        _code("kind", "referral_kinds", _H, required=True),
        _code("urgency", "urgencies", _H),
        FieldSpec(
            name="state",
            type=FieldType.GROUP,
            sensitivity=_H,
            required=True,
            parts=(
                _code("status", "referral_states", _H, required=True),
                _at("at", _H),
                _code("reason", "referral_reasons", _H),
            ),
        ),
        _at("at", _H),
        _entity("visit", _H),
        _entity("consent", _H),
        FieldSpec(name="text", type=FieldType.TEXT, sensitivity=_H, max_length=TEXT_LENGTH),
        FieldSpec(name="feedback", type=FieldType.TEXT, sensitivity=_H, max_length=TEXT_LENGTH),
        DELETED,
    ),
)
"""*Palveluohjaus* of a known person: to which service, how, and what has become of it."""

VISIT_REFERRAL: Final = KindSpec(
    name="visit_referral",
    home=Home.TEAM,
    fields=(
        _entity("visit", required=True),
        *_NAMED,
        _code("kind", "referral_kinds", required=True),
        _at(),
        DELETED,
    ),
)
"""*Palveluohjaus* of an anonymous visit: it counts, and nobody stands behind it."""

CONSENT: Final = KindSpec(
    name="consent",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _code("purpose", "consent_purposes", _H, required=True),
        FieldSpec(name="receiver", type=FieldType.TEXT, sensitivity=_H, max_length=_SERVICE_NAME),
        _entity("service", _H),
        FieldSpec(name="scope", type=FieldType.FLAG, codes="shared_scopes", element=True, sensitivity=_H),
        _code("given_how", "consent_ways", _H, required=True),
        _code("language", "languages", _H, required=True),
        FieldSpec(
            name="text_version", type=FieldType.TEXT, sensitivity=_H, max_length=CODE_LENGTH, required=True
        ),
        _at("at", _H),
        _at("withdrawn", _H, required=False),
        DELETED,
    ),
)
"""*Suostumus*: which text was read, in which language, about what, to whom; withdrawn by a later write."""

TASK: Final = KindSpec(
    name="task",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        FieldSpec(name="text", type=FieldType.TEXT, sensitivity=_H, max_length=LINE_LENGTH),
        FieldSpec(name="due", type=FieldType.DATE, sensitivity=_H, required=True),
        FieldSpec(name="owner", type=FieldType.STAFF, sensitivity=_H),
        _entity("about", _H),
        _at("done", _H, required=False),
        DELETED,
    ),
)
"""Something due for a person: following up a referral (``about``), or what its text says."""

HANDOUT: Final = KindSpec(
    name="handout",
    home=Home.TEAM,
    fields=(
        *_NAMED,
        _code("language", "languages", required=True),
        _code("way", "handout_ways", required=True),
        _at(),
        _entity("session"),
        DELETED,
    ),
)
"""*Esite*: a service's paper was given, in a language. Of whom it is says the visit or the referral."""

KINDS: Final = (
    SERVICE,
    SERVICE_NOTE,
    SERVICE_MARK,
    REFERRAL,
    VISIT_REFERRAL,
    CONSENT,
    TASK,
    HANDOUT,
)
