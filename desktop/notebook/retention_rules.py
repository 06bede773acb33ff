# SPDX-License-Identifier: MIT
"""How long what stays on a laptop: rules as data, each with its source and the day from which it holds."""

from pathlib import Path
from typing import Final

import msgspec

from desktop.resources import resource

DAY_MS: Final = 86_400_000


class Rule(msgspec.Struct, frozen=True):
    """One rule: so many days."""

    code: str
    days: int
    since: str
    source: str


class _File(msgspec.Struct, frozen=True):
    name: str
    version: str
    licence: str
    rules: list[Rule]


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """The days of every rule that this program knows."""

    others_people: int
    """People for whom somebody else is responsible, or nobody, since anything about them was touched."""
    own_people: int
    """One's own people."""
    handed_on: int
    """People for whom one was responsible until somebody else was, in a team in which one works no more."""
    team_left: int
    """After so long without an own save one works no more in a team."""
    sessions: int
    """Sessions, with their visits and head counts."""
    fetched: int
    """What was fetched again."""
    leads: int
    """Permissions to contact, since they were given; each leaves when its own last day has passed."""


def the_rules() -> Rules:
    """Return the rules that this program came with."""
    return load_rules(resource("retention.json"))


def load_rules(path: Path) -> Rules:
    """Return the rules of a file; raises msgspec.MsgspecError when it is none, or a rule is missing or below 1 day."""
    told = msgspec.json.decode(path.read_bytes(), type=_File)
    days = {rule.code: rule.days for rule in told.rules}
    if any(one < 1 for one in days.values()):
        raise msgspec.ValidationError("a rule of less than a day")
    return msgspec.convert(days, Rules)
