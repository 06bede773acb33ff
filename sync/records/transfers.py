# SPDX-License-Identifier: MIT
"""Kinds of what goes from one to another: a person to another team, a held-back save to a decision, a word on it."""

from typing import Final

from sync.records.fields import (
    CODE_LENGTH,
    DELETED,
    LINE_LENGTH,
    FieldSpec,
    FieldType,
    Home,
    KindSpec,
    Sensitivity,
)

_S: Final = Sensitivity.INTERNAL
_H: Final = Sensitivity.PERSONAL
_AT: Final = FieldSpec(name="at", type=FieldType.INSTANT, sensitivity=_S, required=True)


def _team(name: str, *, required: bool = True) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.TEAM, sensitivity=_S, required=required)


def _entity(name: str, sensitivity: Sensitivity = _S, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.ENTITY, sensitivity=sensitivity, required=required)


def _commits(name: str) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.COMMITS, sensitivity=_S)


def _word(name: str, length: int = CODE_LENGTH, sensitivity: Sensitivity = _S) -> FieldSpec:
    return FieldSpec(name=name, type=FieldType.TEXT, sensitivity=sensitivity, max_length=length)


MOVE: Final = KindSpec(
    name="move",
    home=Home.TEAM,
    has_subject=True,
    fields=(_team("to"), _word("reason", LINE_LENGTH, _H), _AT, DELETED),
)
"""*Siirto*: the person (its subject) goes to another team. It does nothing before the hub has numbered it."""

ADOPT: Final = KindSpec(
    name="adopt",
    home=Home.ANY,
    has_subject=True,
    hub_only=True,
    fields=(
        _entity("move", required=True),
        _team("from"),
        FieldSpec(name="by", type=FieldType.STAFF, sensitivity=_S),
        _AT,
        DELETED,
    ),
)
"""In the new team's stream: what follows about this person was carried here. Written before ``retract``."""

RETRACT: Final = KindSpec(
    name="retract",
    home=Home.ANY,
    has_subject=True,
    hub_only=True,
    fields=(
        _entity("move", required=True), _team("to"), _AT, _commits("known"), _commits("held"), DELETED,
    ),
)  # fmt: skip
"""In the old team's streams: this person is no longer here. Readers purge what they hold of them in this stream.

``known`` is each writer's last commit that was carried or covered, ``held`` what did not count then: a restored hub
tells by them what the lost one had not heard of.
"""

RULING: Final = KindSpec(
    name="ruling",
    home=Home.ANY,
    fields=(
        FieldSpec(
            name="ruling",
            type=FieldType.GROUP,
            sensitivity=_S,
            required=True,
            parts=(
                FieldSpec(name="commit", type=FieldType.COMMIT, sensitivity=_S, required=True),
                FieldSpec(
                    name="verdict", type=FieldType.CODE, codes="rulings", sensitivity=_S, required=True
                ),
                _team("to", required=False),
                _word("comment", LINE_LENGTH, _H),
                _AT,
            ),
        ),
        DELETED,
    ),
)
"""What a supervisor says of a held-back save of this stream; the hub obeys it once it is effective.

``to`` names the team for the verdict ``forward`` and is ``None`` else.
"""

HANDOVER: Final = KindSpec(
    name="handover",
    home=Home.TEAM,
    has_subject=True,
    fields=(
        FieldSpec(name="by", type=FieldType.STAFF, sensitivity=_S, required=True),
        FieldSpec(name="number", type=FieldType.NUMBER, sensitivity=_S, highest=2**53),
        _AT,
        DELETED,
    ),
)
"""The responsible worker has seen what was handed over about this person, through the stream's ``number``."""

SETTLE_REQUEST: Final = KindSpec(
    name="settle_request",
    home=Home.TEAM,
    fields=(
        _entity("entity", required=True),
        _word("field"),
        FieldSpec(name="to", type=FieldType.STAFF, sensitivity=_S, required=True),
        FieldSpec(name="until", type=FieldType.DATE, sensitivity=_S),
        _AT,
        DELETED,
    ),
)
"""Two values of a field wait for somebody (``to``): a colleague who knows, or oneself on a later day (``until``)."""

NOTICE: Final = KindSpec(
    name="notice",
    home=Home.STAFF,
    hub_only=True,
    fields=(
        FieldSpec(name="what", type=FieldType.CODE, codes="notices", sensitivity=_S, required=True),
        FieldSpec(name="commit", type=FieldType.COMMIT, sensitivity=_S),
        _word("stream", 64),
        _word("kind"),
        _word("reason"),
        _word("comment", LINE_LENGTH, _H),
        FieldSpec(name="by", type=FieldType.STAFF, sensitivity=_S),
        _team("team", required=False),
        _entity("about", _H),
        _AT,
        DELETED,
    ),
)
"""A word of the hub to one member of staff: what became of a save, who was handed to them, what went away."""

SEEN: Final = KindSpec(
    name="seen",
    home=Home.STAFF,
    fields=(_entity("of", required=True), _AT, DELETED),
)
"""The reader of a staff stream has seen a notice or a message; it leaves Today."""

KINDS: Final = (MOVE, ADOPT, RETRACT, RULING, HANDOVER, SETTLE_REQUEST, NOTICE, SEEN)
HUB_KINDS: Final = (ADOPT, RETRACT, NOTICE)
