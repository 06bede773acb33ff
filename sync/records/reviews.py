# SPDX-License-Identifier: MIT
"""Kinds of talk about records: a supervisor's review, the author's reply, a message to one person."""

from typing import Final

from sync.records.fields import (
    CODE_LENGTH,
    DELETED,
    TEXT_LENGTH,
    FieldSpec,
    FieldType,
    Home,
    KindSpec,
    Sensitivity,
)

_S: Final = Sensitivity.INTERNAL
_H: Final = Sensitivity.PERSONAL
_AT: Final = FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_S, required=True)

REVIEW: Final = KindSpec(
    name="review",
    home=Home.TEAM,
    fields=(
        FieldSpec(
            name="verdict",
            type=FieldType.GROUP,
            sensitivity=_H,
            required=True,
            parts=(
                FieldSpec(
                    name="verdict", type=FieldType.CODE, codes="verdicts", sensitivity=_S, required=True
                ),
                FieldSpec(name="comment", type=FieldType.TEXT, sensitivity=_H, max_length=TEXT_LENGTH),
                FieldSpec(name="reason", type=FieldType.TEXT, sensitivity=_S, max_length=CODE_LENGTH),
                FieldSpec(name="save", type=FieldType.COMMIT, sensitivity=_S, required=True),
                FieldSpec(name="of", type=FieldType.PINS, sensitivity=_S, required=True),
                _AT,
            ),
        ),
        DELETED,
    ),
)
"""A verdict on one save, pinned to the hashes of the entities as the supervisor saw them."""

REPLY: Final = KindSpec(
    name="reply",
    home=Home.TEAM,
    fields=(
        FieldSpec(name="text", type=FieldType.TEXT, sensitivity=_H, max_length=TEXT_LENGTH, required=True),
        FieldSpec(name="review", type=FieldType.ENTITY, sensitivity=_S, required=True),
        _AT,
        DELETED,
    ),
)
"""The author's answer to a review that returned or asked."""

MESSAGE: Final = KindSpec(
    name="message",
    home=Home.STAFF,
    fields=(
        FieldSpec(name="text", type=FieldType.TEXT, sensitivity=_H, max_length=TEXT_LENGTH, required=True),
        _AT,
        FieldSpec(name="about", type=FieldType.ENTITY, sensitivity=_H),
        FieldSpec(name="from", type=FieldType.STAFF, sensitivity=_S, required=True),
        DELETED,
    ),
)
"""A word to one member of staff, in their own stream."""

KINDS: Final = (REVIEW, REPLY, MESSAGE)
