# SPDX-License-Identifier: MIT
"""Kinds of a person's path: the plan and its steps, meetings and appointments, transitions, skills and cards."""

from typing import Final

from sync.records.fields import (
    DELETED,
    LINE_LENGTH,
    NAME_LENGTH,
    TEXT_LENGTH,
    FieldSpec,
    FieldType,
    Home,
    KindSpec,
    Sensitivity,
)

_H: Final = Sensitivity.PERSONAL
_VERSION: Final = 20
_SERVICE_NAME: Final = 200
"""``sync.catalogue.model.NAME_LENGTH``, which lies above this package."""


def _text(name: str, length: int, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.TEXT, sensitivity=_H, max_length=length, required=required)


def _code(name: str, codes: str, *, required: bool = False, element: bool = False) -> FieldSpec:
    return FieldSpec(
        name=name,
        type=FieldType.FLAG if element else FieldType.CODE,
        codes=codes,
        element=element,
        sensitivity=_H,
        required=required,
    )


def _date(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.DATE, sensitivity=_H, required=required)


def _at(name: str = "at", *, required: bool = True) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.INSTANT, sensitivity=_H, required=required)


PLAN: Final = KindSpec(
    name="plan",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _text("goal", TEXT_LENGTH),
        _text("client_words", TEXT_LENGTH),
        _date("agreed"),
        _date("next_contact"),
        FieldSpec(name="integration", type=FieldType.FLAG, sensitivity=_H),
        _date("valid_to"),
        DELETED,
    ),
)
"""*Suunnitelma*: what the person wants, in their words, and when it was agreed. A person has one, whose earlier
versions are its history; so its id is ``derived_entity(person, "plan")`` and two who begin it apart begin the same."""

PLAN_STEP: Final = KindSpec(
    name="plan_step",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _text("what", LINE_LENGTH, required=True),
        _code("who", "step_owners", required=True),
        FieldSpec(name="service", type=FieldType.ENTITY, sensitivity=_H),
        _text("service_name", _SERVICE_NAME),  # as it was called then: the catalogue may have lost it since
        _date("due"),
        FieldSpec(
            name="state",
            type=FieldType.GROUP,
            sensitivity=_H,
            required=True,
            parts=(_code("status", "step_states", required=True), _at(), _text("reason", LINE_LENGTH)),
        ),
        FieldSpec(name="owner", type=FieldType.STAFF, sensitivity=_H),
        FieldSpec(name="rank", type=FieldType.NUMBER, sensitivity=_H, lowest=0, highest=999_999),
        DELETED,
    ),
)
"""*Suunnitelman vaihe*: who does what by when. ``owner`` is the member of staff who follows it up; ``rank`` orders
the steps, and two of one rank stand by their ids."""

ENCOUNTER: Final = KindSpec(
    name="encounter",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _code("kind", "encounter_kinds", required=True),
        _at(),
        _code("with", "participants", element=True),
        _text("summary", TEXT_LENGTH),
        _text("next_step", LINE_LENGTH),
        FieldSpec(name="session", type=FieldType.ENTITY, sensitivity=_H),
        DELETED,
    ),
)
"""*Tapaaminen*: that somebody met the person, how, with whom, and what came of it."""

APPOINTMENT: Final = KindSpec(
    name="appointment",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _at(),
        FieldSpec(name="minutes", type=FieldType.NUMBER, sensitivity=_H, lowest=1, highest=720),
        _code("kind", "encounter_kinds", required=True),
        _text("place", NAME_LENGTH),
        FieldSpec(name="owner", type=FieldType.STAFF, sensitivity=_H),
        _code("status", "appointment_states", required=True),
        _text("text", LINE_LENGTH),
        DELETED,
    ),
)
"""*Sovittu aika*: when and where, and whether the person came. ``owner`` is whom they meet."""

TRANSITION: Final = KindSpec(
    name="transition",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _date("day", required=True),
        _code("kind", "transition_kinds", required=True),
        _code("verified_by", "verifiers", required=True),
        _code("after_3", "follow_up_answers"),
        _code("after_6", "follow_up_answers"),
        _code("after_12", "follow_up_answers"),
        _text("text", LINE_LENGTH),
        DELETED,
    ),
)
"""*Siirtymä*: where the person went, who says so, and how it was three, six and twelve months later."""

SKILL: Final = KindSpec(
    name="skill",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _text("name", NAME_LENGTH, required=True),
        FieldSpec(name="level", type=FieldType.NUMBER, sensitivity=_H, lowest=1, highest=4),
        _text("evidence", LINE_LENGTH),
        DELETED,
    ),
)
"""*Osaaminen*: what the person can, from 1 (a little) to 4 (teaches others), and what shows it."""

PERMIT: Final = KindSpec(
    name="permit",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _code("kind", "permit_kinds", required=True),
        _date("valid_to"),
        _text("text", LINE_LENGTH),
        DELETED,
    ),
)
"""*Lupa tai kortti*: a card that working life asks for, and until when it holds; without a day it does not end."""

HINT_TAKEN: Final = KindSpec(
    name="hint_taken",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        _code("rule", "hint_rules", required=True),
        _text("version", _VERSION, required=True),
        FieldSpec(name="held", type=FieldType.FLAG, sensitivity=_H, required=True),
        _date("day", required=True),
        FieldSpec(name="facts", type=FieldType.MAP, sensitivity=_H),
        _at(),
        DELETED,
    ),
)
"""*Vihje otettu puheeksi*: which version of a rule spoke, by which facts, on what day. ``held`` is false where not
everything was known. It decides nothing."""

KINDS: Final = (PLAN, PLAN_STEP, ENCOUNTER, APPOINTMENT, TRANSITION, SKILL, PERMIT, HINT_TAKEN)
