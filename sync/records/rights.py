# SPDX-License-Identifier: MIT
"""Who may write and read what: one pure table, asked before a save, at the hub and at the fold.

Derived from the last column of the domain's entity table and its settled questions. A role is held in a
team through a grant; somebody with two grants may do what either allows.
"""

from collections.abc import Iterable, Mapping
from enum import Enum, Flag, auto
from types import MappingProxyType
from typing import Final

from sync.records.city import KINDS as HUB_KINDS
from sync.records.ids import (
    CITY,
    LaptopId,
    StaffId,
    StreamId,
    TeamId,
    audit_stream,
    special_stream,
    staff_stream,
    team_stream,
)
from sync.records.kinds import KINDS
from sync.records.transfers import HUB_KINDS as HUB_TRANSFERS


class Role(Enum):
    """A role as a grant names it."""

    ADVISER = "adviser"
    COACH = "coach"
    YOUTH_OUTREACH = "youth_outreach"
    SUPERVISOR = "supervisor"
    SERVICE_EDITOR = "service_editor"
    ADMIN = "admin"
    AUDITOR = "auditor"
    PARTNER = "partner"
    HUB = "hub"


class Action(Enum):
    """What somebody wants to do with an entity; deleting is an edit of ``deleted``."""

    CREATE = auto()
    EDIT = auto()
    READ = auto()


class Right(Flag):
    """What a role may do with a kind. ``OWN`` is written by this writer's person."""

    NONE = 0
    CREATE = auto()
    EDIT_OWN = auto()
    EDIT_ANY = auto()
    READ = auto()


_READ: Final = Right.READ
_ADD: Final = Right.CREATE | Right.EDIT_OWN | Right.READ
_SHARE: Final = Right.CREATE | Right.EDIT_OWN | Right.EDIT_ANY | Right.READ
_LOG: Final = Right.CREATE

_ROSTER: Final[dict[str, Right]] = {spec.name: _READ for spec in HUB_KINDS} | {"service": _READ}
"""What is read wherever its stream is: roster and services by all, the hub's other kinds with the team."""
_WORK: Final[dict[str, Right]] = _ROSTER | {
    "session": _SHARE,  # whoever takes over the stand closes it
    "visit": _ADD,
    "tally": _ADD,
    "person": _SHARE,
    "situation": _SHARE,
    "note": _ADD,
    "attendance": _ADD,
    "merge": _SHARE,
    "review": _READ,
    "reply": _ADD,
    "message": _ADD,
    "service_note": _ADD,
    "service_mark": _ADD,
    "referral": _SHARE,  # whoever hears what became of it writes it down
    "visit_referral": _ADD,
    "consent": _SHARE,  # it is withdrawn at whatever desk the person stands
    "task": _SHARE,
    "handout": _ADD,
    "group_event": _ADD,
    "encounter": _ADD,
    "plan": _SHARE,
    "plan_step": _SHARE,
    "appointment": _SHARE,
    "transition": _SHARE,
    "skill": _SHARE,
    "permit": _SHARE,
    "hint_taken": _ADD,
    "contact_lead": _SHARE,
    "employer_contact": _SHARE,
    "attachment": _SHARE,  # whoever works with the person may take a wrong one off
    "move": _READ,
    "adopt": _READ,
    "retract": _READ,
    "ruling": _READ,
    "notice": _READ,
    "seen": _ADD,
    "handover": _ADD,
    "settle_request": _SHARE,  # whoever is asked, or settles it, closes it
    "audit": _LOG,
}

RIGHTS: Final[Mapping[Role, Mapping[str, Right]]] = MappingProxyType(
    {
        Role.ADVISER: _WORK,
        Role.COACH: _WORK | {"health_flag": _SHARE, "move": _ADD, "ruling": _ADD},
        Role.YOUTH_OUTREACH: _WORK,
        Role.SUPERVISOR: _ROSTER
        | {
            "session": _ADD,
            "visit": _READ,
            "tally": _READ,
            "person": _READ | Right.EDIT_ANY,
            "situation": _READ,
            "note": _READ,
            "attendance": _READ,
            "merge": _READ | Right.EDIT_ANY,
            "review": _ADD,
            "reply": _READ,
            "message": _ADD,
            "service_note": _READ,
            "referral": _READ,
            "visit_referral": _READ,
            "consent": _READ,
            "task": _READ,
            "handout": _READ,
            "group_event": _READ,
            "encounter": _READ,
            "plan": _READ,
            "plan_step": _READ,
            "appointment": _READ,
            "transition": _READ,
            "skill": _READ,
            "permit": _READ,
            "hint_taken": _READ,
            "contact_lead": _READ,
            "employer_contact": _READ,
            "attachment": _READ,
            "move": _ADD,
            "adopt": _READ,
            "retract": _READ,
            "ruling": _ADD,
            "notice": _READ,
            "seen": _ADD,
            "handover": _READ,
            "settle_request": _SHARE,
            "audit": _LOG,
        },
        Role.SERVICE_EDITOR: _ROSTER
        | {"service": _SHARE, "message": _ADD, "notice": _READ, "seen": _ADD, "audit": _LOG},
        Role.ADMIN: _ROSTER | {"audit": _LOG},
        Role.AUDITOR: _ROSTER | {"audit": _LOG | _READ},
        Role.PARTNER: _ROSTER | {"message": _ADD, "audit": _LOG},
        Role.HUB: dict.fromkeys(KINDS, _READ)
        | {spec.name: _SHARE for spec in (*HUB_KINDS, *HUB_TRANSFERS)}
        | {"service": _SHARE}
        | {"audit": _LOG | _READ, "message": _LOG | _READ},
    }
)
"""Role, kind, right. A kind that a role's row does not name is closed to it."""

ONLY_FIELDS: Final[Mapping[tuple[Role, str], frozenset[str]]] = MappingProxyType(
    {
        (Role.SUPERVISOR, "person"): frozenset({"responsible", "protected", "register"}),
        (Role.SUPERVISOR, "merge"): frozenset({"deleted"}),
    }
)
"""Where a role may edit some fields only: a supervisor hands people over, but does not write their cards."""

WORKERS: Final = frozenset({Role.ADVISER, Role.COACH, Role.YOUTH_OUTREACH})
"""The roles that meet people."""


def role(name: str) -> Role | None:
    """Return the role of this name, or ``None`` for one from a newer version, which may do nothing."""
    return next((one for one in Role if one.value == name), None)


def may(role: Role, kind: str, fields: Iterable[str], *, own: bool, action: Action) -> bool:
    """Return whether a role may do this to an entity of a kind, touching these fields.

    ``fields`` are wire names and matter for an edit only; ``own`` says that the entity was first written
    by this writer's person (either of their laptops). An unknown kind is closed: it is parked, not judged.
    """
    right = RIGHTS[role].get(kind, Right.NONE)
    match action:
        case Action.READ:
            return Right.READ in right
        case Action.CREATE:
            return Right.CREATE in right
        case Action.EDIT:
            if Right.EDIT_ANY not in right and not (own and Right.EDIT_OWN in right):
                return False
            only = ONLY_FIELDS.get((role, kind))
            return only is None or all(name.partition("/")[0] in only for name in fields)


def may_review(reviewer: StaffId, authors: Iterable[StaffId]) -> bool:
    """Return whether this person may review a save: never their own, and not one of nobody."""
    known = frozenset(authors)
    return bool(known) and reviewer not in known


def readable_streams(
    role: Role, team: TeamId | None, staff: StaffId, laptops: Iterable[LaptopId] = ()
) -> frozenset[StreamId]:
    """Return the streams that one grant opens for reading.

    ``team`` is the grant's team, ``None`` for a role in the whole city. ``laptops`` are all laptops the
    roster knows: an auditor reads each one's audit stream, and nobody else does. The hub opens streams
    by itself and through no grant.
    """
    streams = {CITY, staff_stream(staff)}
    if team is not None and role in WORKERS | {Role.SUPERVISOR}:
        streams.add(team_stream(team))
        if role is Role.COACH:
            streams.add(special_stream(team))
    if role is Role.AUDITOR:
        streams.update(audit_stream(laptop) for laptop in laptops)
    return frozenset(streams)


def rights_page() -> str:
    """Return the whole table as a Markdown page, for people to read and a test to hold."""
    kinds = list(KINDS)
    lines = [
        "# Who may do what",
        "",
        "Made from `sync/records/rights.py` by `python -m tools.write_rights`; a test holds them together.",
        "`c` creates, `o` edits what the same person wrote, `e` edits anybody's, `r` reads; deleting is an",
        "edit. Reading also needs the stream: see `readable_streams`.",
        "",
        "| kind | " + " | ".join(one.value for one in RIGHTS) + " |",
        "|---" * (len(RIGHTS) + 1) + "|",
    ]
    for kind in kinds:
        cells = [_letters(table.get(kind, Right.NONE)) for table in RIGHTS.values()]
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    lines += ["", "Edits of some fields only:", ""]
    for (one, kind), names in ONLY_FIELDS.items():
        lines.append(f"- {one.value}, {kind}: " + ", ".join(sorted(names)))
    lines += ["", "A reviewer is never an author of what is reviewed.", ""]
    lines += ["What somebody looked at (audit) is taken in also when their role has ended.", ""]
    return "\n".join(lines)


def _letters(right: Right) -> str:
    marks = {Right.CREATE: "c", Right.EDIT_OWN: "o", Right.EDIT_ANY: "e", Right.READ: "r"}
    return "".join(mark for one, mark in marks.items() if one in right) or "\N{EN DASH}"
