# SPDX-License-Identifier: MIT
"""Kinds of a day in the field: the session at a stand, its visits and its head counts."""

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

_S: Final = Sensitivity.INTERNAL


def _code(name: str, codes: str, *, element: bool = False) -> FieldSpec:
    return FieldSpec(
        name=name,
        type=FieldType.FLAG if element else FieldType.CODE,
        codes=codes,
        element=element,
        sensitivity=_S,
    )


SESSION: Final = KindSpec(
    name="session",
    home=Home.TEAM,
    fields=(
        FieldSpec(
            name="place",
            type=FieldType.GROUP,
            sensitivity=_S,
            required=True,
            parts=(
                FieldSpec(name="point", type=FieldType.TEXT, sensitivity=_S, max_length=NAME_LENGTH),
                FieldSpec(
                    name="name", type=FieldType.TEXT, sensitivity=_S, max_length=NAME_LENGTH, required=True
                ),
            ),
        ),
        FieldSpec(
            name="state",
            type=FieldType.GROUP,
            sensitivity=_S,
            required=True,
            parts=(
                FieldSpec(
                    name="status",
                    type=FieldType.CODE,
                    codes="session_states",
                    sensitivity=_S,
                    required=True,
                ),
                FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_S, required=True),
            ),
        ),
        FieldSpec(name="starts", type=FieldType.INSTANT, sensitivity=_S, required=True),
        _code("form", "session_forms"),
        FieldSpec(
            name="goal",
            type=FieldType.GROUP,
            sensitivity=_S,
            parts=(
                FieldSpec(name="visits", type=FieldType.NUMBER, sensitivity=_S, highest=9_999),
                FieldSpec(name="text", type=FieldType.TEXT, sensitivity=_S, max_length=LINE_LENGTH),
            ),
        ),
        FieldSpec(name="staff", type=FieldType.FLAG, sensitivity=_S, element=True),
        FieldSpec(name="partners", type=FieldType.TEXT, sensitivity=_S, max_length=LINE_LENGTH),
        FieldSpec(name="reflection", type=FieldType.TEXT, sensitivity=_S, max_length=TEXT_LENGTH),
        FieldSpec(name="score", type=FieldType.NUMBER, sensitivity=_S, lowest=1, highest=5),
        DELETED,
    ),
)
"""A shift at a place: the denominator of all visit statistics."""

VISIT: Final = KindSpec(
    name="visit",
    home=Home.TEAM,
    fields=(
        FieldSpec(name="session", type=FieldType.ENTITY, sensitivity=_S, required=True),
        FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_S, required=True),
        FieldSpec(
            name="topics",
            type=FieldType.FLAG,
            codes="topics",
            element=True,
            sensitivity=_S,
            required=True,
        ),
        _code("age", "ages"),
        _code("outcomes", "outcomes", element=True),
        _code("language", "languages"),
        _code("first_time", "first_time"),
        _code("interpreter", "interpreters"),
        FieldSpec(
            name="note",
            type=FieldType.TEXT,
            sensitivity=Sensitivity.PERSONAL,
            max_length=LINE_LENGTH,
        ),
        _code("channel", "channels"),
        _code("gender", "genders"),
        _code("duration", "durations"),
        _code("municipality", "municipalities"),
        _code("district", "districts"),
        _code("status", "statuses"),
        _code("arrived_via", "arrived_via"),
        _code("unmet", "unmet", element=True),
        DELETED,
    ),
)
"""*Asiointi*: one anonymous visit. Only a topic is asked for; the rest may stay unknown."""

TALLY: Final = KindSpec(
    name="tally",
    home=Home.TEAM,
    fields=(
        FieldSpec(name="session", type=FieldType.ENTITY, sensitivity=_S, required=True),
        FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_S, required=True),
        FieldSpec(
            name="heads",
            type=FieldType.NUMBER,
            sensitivity=_S,
            lowest=-9_999,
            highest=9_999,
            required=True,
        ),
        DELETED,
    ),
)
"""A burst of the head counter, one entity a burst, so that two laptops' counts add up."""

KINDS: Final = (SESSION, VISIT, TALLY)
